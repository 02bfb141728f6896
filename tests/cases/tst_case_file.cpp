#include "cases/CaseFile.h"

#include "Fixture.h"
#include "cases/Finding.h"

#include <QDir>

#include <random>

using namespace reviewdesk;

namespace {

const Policy &policy()
{
    return fixture::rulebook().policy;
}

/// Random cases: any text, any date, any answer that the pack knows.
class Random {
public:
    explicit Random(quint32 seed) : m_engine(seed) { }

    int below(int count) { return static_cast<int>(m_engine() % static_cast<quint32>(count)); }
    bool coin() { return below(2) == 0; }

    QString text()
    {
        static const QStringList pieces{QStringLiteral("Ana"), QStringLiteral(" "), QStringLiteral("Núñez"),
            QStringLiteral("=1+1"), QStringLiteral("<b>"), QStringLiteral("\u202Enoor"), QStringLiteral("נועה"),
            QStringLiteral("\"\\/"), QStringLiteral("\n\t\r\b\f"), QString(QChar(u'\0')), QStringLiteral("😀"),
            QStringLiteral("e\u0301"), QStringLiteral("\uFEFF"), QStringLiteral("\u2028"), QStringLiteral("null"),
            QStringLiteral("12")};
        QString made;
        for (int count = below(5); count > 0; --count)
            made += pieces.at(below(static_cast<int>(pieces.size())));
        return made;
    }
    QStringList lines()
    {
        QStringList all;
        for (int count = below(4); count > 0; --count)
            all.append(text());
        return all;
    }
    QString digest()
    {
        QString made;
        for (int left = coin() ? 64 : 0; left > 0; --left)
            made += QLatin1Char("0123456789abcdef"[below(16)]);
        return made;
    }
    QList<PagePlace> places()
    {
        QList<PagePlace> made;
        for (int count = below(3); count > 0; --count)
            made.append({below(5000), below(5000), below(5001), below(5001)});
        return made;
    }
    QDate date() { return coin() ? QDate() : QDate(1, 1, 1).addDays(static_cast<int>(m_engine() % 3652058)); }
    QDateTime instant()
    {
        if (coin())
            return {};
        const int offset = (below(26 * 4 + 1) - 12 * 4) * 15 * 60;
        const qint64 milliseconds = coin() ? 0 : below(1000);
        return QDateTime(
            QDate(1950, 1, 1).addDays(below(50000)), QTime(below(24), below(60), below(60)), QTimeZone::utc())
            .addMSecs(milliseconds)
            .toOffsetFromUtc(offset);
    }
    template <typename Value> std::optional<Value> maybe(int values)
    {
        return coin() ? std::nullopt : std::optional(static_cast<Value>(below(values)));
    }
    Provider provider() { return {text(), text(), lines(), text(), text()}; }
    Person person()
    {
        return coin() ? Person() : Person{text(), static_cast<Role>(below(3)), text(), text(), text(), text(), text()};
    }
    ReviewCase reviewCase();

private:
    void fillFromPolicy(ReviewCase &made);

    std::mt19937 m_engine;
};

void Random::fillFromPolicy(ReviewCase &made)
{
    for (int fact = 0; fact < static_cast<int>(policy().facts.size()); ++fact) {
        const Fact &asked = policy().facts.at(fact);
        setAnswer(made, policy(), fact, below(static_cast<int>(asked.options.size()) + 2) - 2);
        if (coin())
            made.evidence.insert(asked.id, {text(), below(9), date(), text(), static_cast<AnswerOrigin>(below(3)), digest(), places()});
    }
    for (const RecordedItem &item : policy().recorded) {
        if (item.kind == RecordedKind::PriorTreatments) {
            for (int count = below(3); count > 0; --count)
                made.recorded.priorTreatments.append({text(), text()});
        } else if (coin()) {
            made.recorded.items.insert(item.id,
                item.kind == RecordedKind::Text ? text()
                    : item.kind == RecordedKind::YesNo
                    ? (coin() ? QStringLiteral("true") : QStringLiteral("false"))
                    : item.options.at(below(static_cast<int>(item.options.size()))).value);
        }
    }
    for (int count = below(4); count > 0; --count) {
        const int item = below(static_cast<int>(policy().documentation.size()) + 1);
        made.documents.append({item < policy().documentation.size() ? policy().documentation.at(item).id : QString(),
            text(), below(20), date(), digest()});
    }
}

ReviewCase Random::reviewCase()
{
    ReviewCase made;
    made.number = text();
    made.policyId = coin() ? policy().id : QString();
    made.policyVersion = coin() ? policy().version : QString();
    made.request = {
        instant(), maybe<Channel>(5), maybe<Urgency>(2), maybe<Timing>(3), maybe<LineOfBusiness>(5), text()};
    made.member = {text(), date(), text(), text(), text(), lines(), text()};
    made.provider = provider();
    made.facility = provider();
    made.service = {lines(), lines(), date()};
    fillFromPolicy(made);
    made.nurseNote = text();
    Determination &given = made.determination;
    given.decision = maybe<Decision>(4);
    given.at = instant();
    given.by = person();
    given.preparedBy = person();
    given.exception = coin();
    given.plainReason = text();
    given.rationale = text();
    given.authorizationNumber = text();
    given.validFrom = date();
    given.validTo = date();
    given.replyBy = date();
    given.extensionReason = text();
    given.extendedTo = date();
    if (coin())
        given.contractProvision = ContractProvision{text(), text()};
    return made;
}

} // namespace

/// A case comes back from its file as it was written; what is wrong in a file: tst_case_file_problems.
class TestCaseFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // One pattern in the schema made every text of more than 1,000 characters unreadable, of saved cases too.
    void longTexts()
    {
        ReviewCase written;
        written.policyId = policy().id;
        written.policyVersion = policy().version;
        written.nurseNote = QString(19'000, u'n');
        written.determination.rationale = QString(19'000, u'r');
        const QByteArray json = canonicalJson(toJson(written, policy()));
        const CaseReading reading = readCase(json, policy(), fixture::rulebook().caseSchema);
        QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problems.first().message));
        QCOMPARE(reading.reviewCase.nurseNote, written.nurseNote);
        QCOMPARE(reading.reviewCase.determination.rationale, written.determination.rationale);
    }

    void everyMember()
    {
        const CaseReading reading = fixture::read(R"({
            "number":"RD-2026-000123","policy":{"id":"MED140","version":"origin-2010-12"},
            "received_at":"2026-11-20T09:10:00-08:00","channel":"fax","urgency":"standard","timing":"pre_service",
            "line_of_business":"commercial_insured","state":"WA",
            "member":{"name":"Ana Example","birth_date":"1961-04-02","member_id":"X1234567","group":"10020","plan":"Silver 2500",
                "address":["12 Elm St","Tacoma, WA 98402"],"language":"en"},
            "provider":{"name":"Lee Example, MD","npi":"1234567893","address":["1 Way"],"phone":"253-555-0100","fax":"253-555-0101"},
            "facility":{"name":"General Hospital","npi":"1234567893"},
            "service":{"procedure_codes":["37243","C2616"],"diagnosis_codes":["C18.9","C78.7"],"planned_on":"2026-12-04"},
            "facts":{"procedure":"radioembolization","location":"liver","unresectable":true,"progressive":null,"diffuse":false},
            "evidence":{"unresectable":{"document":"Surgical consult","page":2,"date":"2026-11-02","quote":"not a resection candidate","origin":"suggested"}},
            "recorded":{"neuroendocrine_subtype":"carcinoid","extrahepatic_disease":false,"approach":"right hepatic artery, lobar",
                "embolization_agent":"Y-90 glass microspheres","prior_treatments":[{"treatment":"FOLFOX","response":"progressed"}],
                "child_pugh":"A","ecog":1,"portal_vein_thrombosis":"none"},
            "documents":[{"type":"planned_therapy","title":"IR consult","pages":4,"received_on":"2026-11-20"}],
            "nurse_note":"Please look.",
            "determination":{"decision":"denied","at":"2026-11-23T15:00:00-08:00",
                "by":{"name":"Sam Example","role":"physician","credential":"MD","specialty":"Radiation oncology","npi":"1234567893","licence_state":"WA","user_id":"7"},
                "prepared_by":{"name":"Kim Example","role":"nurse","credential":"RN"},"exception":true,
                "plain_reason":"P","rationale":"R","authorization_number":"A1","valid_from":"2026-11-23","valid_to":"2027-02-21",
                "reply_by":"2027-01-07","extension_reason":"E","extended_to":"2026-12-20",
                "contract_provision":{"citation":"Member booklet, p. 41","text":"T"}},
            "letterhead":{"plan_name":"Plan"}})");
        QVERIFY2(reading.ok(),
            reading.ok() ? "" : qPrintable(reading.problems.first().place + reading.problems.first().message));
        const ReviewCase &read = reading.reviewCase;
        QCOMPARE(read.number, QStringLiteral("RD-2026-000123"));
        QCOMPARE(read.request.receivedAt.offsetFromUtc(), -8 * 3600);
        QCOMPARE(read.request.receivedAt.toUTC(), QDateTime(QDate(2026, 11, 20), QTime(17, 10), QTimeZone::utc()));
        QCOMPARE(read.request.channel, std::optional(Channel::Fax));
        QCOMPARE(read.request.lineOfBusiness, std::optional(LineOfBusiness::CommercialInsured));
        QCOMPARE(read.member.birthDate, QDate(1961, 4, 2));
        QCOMPARE(read.member.address.size(), 2);
        QCOMPARE(read.provider.fax, QStringLiteral("253-555-0101"));
        QCOMPARE(read.service.procedureCodes.last(), QStringLiteral("C2616"));
        QCOMPARE(read.facts.value(QStringLiteral("unresectable")).value, QStringLiteral("true"));
        QCOMPARE(read.facts.value(QStringLiteral("diffuse")).value, QStringLiteral("false"));
        QVERIFY(read.facts.contains(QStringLiteral("progressive")));
        QVERIFY(!read.facts.value(QStringLiteral("progressive")).documented());
        QVERIFY(!read.facts.contains(QStringLiteral("liver_dominant")));
        QCOMPARE(read.evidence.value(QStringLiteral("unresectable")),
            (Evidence{QStringLiteral("Surgical consult"), 2, QDate(2026, 11, 2),
                QStringLiteral("not a resection candidate"), AnswerOrigin::Suggested}));
        QCOMPARE(read.recorded.items.value(QStringLiteral("ecog")), QStringLiteral("1"));
        QCOMPARE(read.recorded.items.value(QStringLiteral("extrahepatic_disease")), QStringLiteral("false"));
        QCOMPARE(read.recorded.priorTreatments.first().response, QStringLiteral("progressed"));
        QCOMPARE(read.documents.first().pages, 4);
        QCOMPARE(read.nurseNote, QStringLiteral("Please look."));
        QCOMPARE(read.determination.by.role, Role::Physician);
        QCOMPARE(read.determination.by.licenceState, QStringLiteral("WA"));
        QCOMPARE(read.determination.by.userId, QStringLiteral("7"));
        QVERIFY(read.determination.exception);
        QCOMPARE(read.determination.extendedTo, QDate(2026, 12, 20));
        QCOMPARE(read.determination.contractProvision->citation, QStringLiteral("Member booklet, p. 41"));
        QCOMPARE(reading.letterhead.text(u"plan_name"), QStringLiteral("Plan"));
    }

    void factsAlone()
    {
        const CaseReading reading = fixture::read("{\"facts\":{}}");
        QVERIFY(reading.ok());
        QCOMPARE(reading.reviewCase, ReviewCase());
        QCOMPARE(canonicalJson(toJson(ReviewCase(), policy())), QByteArray("{\"facts\":{}}"));
        QVERIFY(reading.letterhead.isNull());
    }

    void notDocumentedItemIsLeftOut()
    {
        const CaseReading reading =
            fixture::read("{\"facts\":{},\"recorded\":{\"ecog\":null,\"prior_treatments\":null}}");
        QVERIFY(reading.ok());
        QCOMPARE(reading.reviewCase, ReviewCase());
    }

    void randomCasesComeBack()
    {
        Random random(20261123);
        for (int round = 0; round < 300; ++round) {
            const ReviewCase made = random.reviewCase();
            const QByteArray written = canonicalJson(toJson(made, policy()));
            const CaseReading reading = fixture::read(written);
            QVERIFY2(reading.ok(),
                reading.ok() ? ""
                             : qPrintable(reading.problems.first().place + reading.problems.first().message +
                                   QString::fromUtf8(written)));
            QCOMPARE(canonicalJson(toJson(reading.reviewCase, policy())), written); // offsets too
            QCOMPARE(reading.reviewCase, made);
        }
    }

    void instants_data()
    {
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *read, const char *written) {
            QTest::newRow(read) << QString::fromLatin1(read) << QString::fromLatin1(written);
        };
        row("2026-11-20T09:10:00-08:00", "2026-11-20T09:10:00-08:00");
        row("2026-11-20T09:10-08:00", "2026-11-20T09:10:00-08:00");
        row("2026-11-20T09:10:00.250+05:30", "2026-11-20T09:10:00.250+05:30");
        row("2026-11-20T09:10:00.5Z", "2026-11-20T09:10:00.500Z");
        row("2026-11-20T17:10:00Z", "2026-11-20T17:10:00Z");
        row("2026-11-20T17:10:00+00:00", "2026-11-20T17:10:00Z");
        row("2026-03-08T02:30:00-08:00", "2026-03-08T02:30:00-08:00");
        row("2026-11-20T09:10:00+14:00", "2026-11-20T09:10:00+14:00");
        row("2026-11-20T09:10:60Z", "");
        row("2026-11-20T09:10:00.1234Z", "");
        row("20261120T091000Z", "");
        row(" 2026-11-20T09:10:00Z", "");
    }

    void instants()
    {
        QFETCH(QString, read);
        QFETCH(QString, written);
        QCOMPARE(toWords(instantFromWords(read)), written);
    }

    /// A plan's zone is written as the offset that held.
    void zonesAreWrittenAsOffsets()
    {
        const QTimeZone zone("America/Los_Angeles");
        QCOMPARE(toWords(QDateTime(QDate(2026, 7, 1), QTime(9, 0), zone)), QStringLiteral("2026-07-01T09:00:00-07:00"));
        QCOMPARE(
            toWords(QDateTime(QDate(2026, 12, 1), QTime(9, 0), zone)), QStringLiteral("2026-12-01T09:00:00-08:00"));
    }

    void shippedCases_data()
    {
        QTest::addColumn<QString>("path");
        const QFileInfoList files =
            QDir(QStringLiteral(TEST_DATA "/cases")).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 10);
        for (const QFileInfo &file : files)
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }

    /// Each reads without a problem, has nothing wrong in it, comes back, and its decision fits its outcome.
    void shippedCases()
    {
        QFETCH(QString, path);
        const CaseReading reading = fixture::read(fixture::content(path));
        QVERIFY2(reading.ok(),
            reading.ok() ? "" : qPrintable(reading.problems.first().place + reading.problems.first().message));
        const ReviewCase &read = reading.reviewCase;
        QCOMPARE(fixture::read(canonicalJson(toJson(read, policy()))).reviewCase, read);
        const CaseView view = viewOf(read, fixture::rulebook());
        for (const Finding &finding : findings(read, policy(), view.interview, QDate(2026, 11, 24)))
            QVERIFY2(finding.severity != Severity::Wrong, qPrintable(finding.field + finding.message));
        QVERIFY(missingForDecision(read).isEmpty());
        const int tone = summaryOf(read, view, fixture::rulebook()).outcomeTone;
        const std::optional<Decision> decision = read.determination.decision;
        if (decision == Decision::Approved)
            QCOMPARE(tone == 1, !read.determination.exception);
        if (decision == Decision::Denied)
            QVERIFY(tone == -1 && read.determination.by.role == Role::Physician);
        if (decision == Decision::Pended)
            QVERIFY(tone == 0 && !factsToAsk(view.interview, view.evaluation).empty());
    }

    void longTextsAreKept()
    {
        ReviewCase made;
        made.nurseNote = QString(200000, u'ä');
        made.member.name = QString(50000, QLatin1Char('x'));
        QCOMPARE(fixture::read(canonicalJson(toJson(made, policy()))).reviewCase, made);
    }

    void wordsComeBack()
    {
        for (int value = 0; value < 7; ++value)
            QCOMPARE(statusFromWord(toWord(Status(value))), std::optional(Status(value)));
        for (int value = 0; value < 5; ++value) {
            QCOMPARE(channelFromWord(toWord(Channel(value))), std::optional(Channel(value)));
            QCOMPARE(lineOfBusinessFromWord(toWord(LineOfBusiness(value))), std::optional(LineOfBusiness(value)));
            QVERIFY(!label(Channel(value)).isEmpty() && !label(LineOfBusiness(value)).isEmpty());
        }
        for (int value = 0; value < 3; ++value) {
            QCOMPARE(roleFromWord(toWord(Role(value))), std::optional(Role(value)));
            QCOMPARE(timingFromWord(toWord(Timing(value))), std::optional(Timing(value)));
            QCOMPARE(originFromWord(toWord(AnswerOrigin(value))), std::optional(AnswerOrigin(value)));
        }
        QVERIFY(
            !decisionFromWord(u"Denied") && !urgencyFromWord(u"") && decisionFromWord(u"denied") == Decision::Denied);
    }
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_case_file.moc"
