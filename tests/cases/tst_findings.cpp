#include "cases/Finding.h"

#include "Fixture.h"

using namespace reviewdesk;

namespace {

const QDate today(2026, 11, 23);

QList<Finding> found(const ReviewCase &reviewCase, const QDate &on = today)
{
    const CaseView view = viewOf(reviewCase, fixture::rulebook());
    return findings(reviewCase, fixture::rulebook().policy, view.interview, on);
}

/// The findings at a field, as "severity section message".
QStringList at(const QList<Finding> &all, const char *field)
{
    QStringList words;
    for (const Finding &finding : all) {
        if (finding.field == QLatin1String(field)) {
            const char *severity = finding.severity == Severity::Wrong ? "wrong "
                : finding.severity == Severity::Missing                ? "missing "
                                                                       : "warning ";
            words.append(QLatin1String(severity) + finding.section + QLatin1String(": ") + finding.message);
        }
    }
    return words;
}

QStringList one(const char *words)
{
    return {QString::fromUtf8(words)};
}

ReviewCase sound()
{
    return fixture::caseWith(fixture::colorectalMet);
}

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void npi_data()
    {
        QTest::addColumn<QString>("npi");
        QTest::addColumn<QString>("why");
        const QString tenDigits = QStringLiteral("An NPI has ten digits.");
        const QString checkDigit = QStringLiteral("The NPI's check digit is wrong: one of its digits is mistyped.");
        QTest::newRow("CMS example") << "1234567893" << QString();
        QTest::newRow("another") << "1245319599" << QString();
        QTest::newRow("empty") << "" << tenDigits;
        QTest::newRow("nine") << "123456789" << tenDigits;
        QTest::newRow("eleven") << "12345678930" << tenDigits;
        QTest::newRow("letter") << "12345678A3" << tenDigits;
        QTest::newRow("arabic digits") << QStringLiteral("١٢٣٤٥٦٧٨٩٣") << tenDigits;
        QTest::newRow("with prefix") << "808401234567893" << tenDigits;
        QTest::newRow("spaces") << " 1234567893" << tenDigits;
        QTest::newRow("last digit") << "1234567890" << checkDigit;
        QTest::newRow("swapped") << "1243567893" << checkDigit;
        QTest::newRow("zeros") << "0000000000" << checkDigit;
    }

    void npi()
    {
        QFETCH(QString, npi);
        QFETCH(QString, why);
        QString reason;
        QCOMPARE(isValidNpi(npi, &reason), why.isEmpty());
        QCOMPARE(reason, why);
        QCOMPARE(isValidNpi(npi), why.isEmpty());
    }

    /// One mistyped digit is always noticed.
    void npiNoticesEveryMistypedDigit()
    {
        const QString valid = QStringLiteral("1234567893");
        for (int position = 0; position < 10; ++position) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString typed = valid;
                typed[position] = QChar(digit);
                QCOMPARE(isValidNpi(typed), typed == valid);
            }
        }
    }

    void icd10Shape_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("right");
        for (const char *right :
            {"C22", "C22.0", "C220", "c78.7", "C7B.02", "C7A.012", "C50.919", "D25.9", "Z76.82", "S52.521A", "U07.1"})
            QTest::newRow(right) << QString::fromLatin1(right) << true;
        for (const char *wrong :
            {"", "C", "C2", "22.0", "CC2.0", "C22.", "C22.00000", "C22..0", "C22.0 ", "C22-0", "C22.0; DROP", "C2C.0"})
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << false;
    }

    void icd10Shape()
    {
        QFETCH(QString, code);
        QFETCH(bool, right);
        QCOMPARE(isIcd10Shape(code), right);
    }

    void soundCaseHasOnlyDocumentsMissing()
    {
        const QList<Finding> all = found(sound());
        QVERIFY(!all.isEmpty());
        for (const Finding &finding : all)
            QCOMPARE(finding.field, QStringLiteral("/documents"));
        QCOMPARE(
            at(all, "/documents").first(), QStringLiteral("missing documents: Not received yet: Planned therapy."));
    }

    void missingFields()
    {
        const QList<Finding> all = found(ReviewCase());
        QCOMPARE(at(all, "/member/name"), one("missing request: Missing: member name."));
        QCOMPARE(at(all, "/member/member_id"), one("missing request: Missing: member ID."));
        QCOMPARE(at(all, "/provider/name"), one("missing request: Missing: provider name."));
        QCOMPARE(at(all, "/received_at"), one("missing request: Missing: when the request was received."));
        QCOMPARE(at(all, "/line_of_business"), one("missing request: Missing: line of business."));
        QCOMPARE(at(all, "/urgency"), one("missing request: Missing: standard or expedited."));
        QCOMPARE(at(all, "/timing"), one("missing request: Missing: before, during or after the service."));
        QCOMPARE(at(all, "/member/birth_date"), one("warning request: The member's date of birth is not entered."));
        QCOMPARE(at(all, "/provider/npi"), one("warning request: The provider's NPI is not entered."));
        QCOMPARE(at(all, "/service/procedure_codes").size(), 1);
        QCOMPARE(at(all, "/service/diagnosis_codes").size(), 1);
        QCOMPARE(at(all, "/channel").size(), 1);
        QVERIFY(at(all, "/documents").isEmpty()); // nothing is required before the location is known
    }

    void stateIsAskedWhereItMatters()
    {
        ReviewCase given = sound();
        given.request.state.clear();
        QCOMPARE(at(found(given), "/state"),
            one("warning request: The plan's state is not entered; its time limits may be stricter."));
        given.request.lineOfBusiness = LineOfBusiness::SelfFundedErisa;
        QVERIFY(at(found(given), "/state").isEmpty());
        given.request.state = QStringLiteral("Wash");
        QCOMPARE(at(found(given), "/state"),
            one("wrong request: The state is written with two capital letters, such as WA."));
    }

    void dates_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *what, const char *value, const char *message) {
            QTest::newRow(qPrintable(QString::fromLatin1(what) + QLatin1Char(' ') + QLatin1String(value)))
                << QString::fromLatin1(what) << QString::fromLatin1(value) << QString::fromLatin1(message);
        };
        row("/member/birth_date", "2026-11-23", "");
        row("/member/birth_date", "2026-11-24", "wrong request: The date of birth is in the future.");
        row("/member/birth_date", "1896-11-23", "");
        row("/member/birth_date", "1896-11-22", "wrong request: The date of birth is more than 130 years ago.");
        row("/received_at", "2026-11-23T23:59:00-08:00", "");
        row("/received_at", "2026-11-24T00:01:00-08:00",
            "wrong request: The request cannot have been received in the future.");
        row("/received_at", "2026-11-24T07:00:00Z", "");
        row("/received_at", "2026-11-24T11:59:00Z", ""); // may still be the 23rd at its place
        row("/received_at", "2026-11-25T12:00:00Z",
            "wrong request: The request cannot have been received in the future.");
        row("/service/planned_on", "2026-11-20", "");
        row("/service/planned_on", "2026-11-19",
            "warning request: The planned date is before the request was received, which speaks of a request after the "
            "service.");
    }

    void dates()
    {
        QFETCH(QString, what);
        QFETCH(QString, value);
        QFETCH(QString, message);
        ReviewCase given = sound();
        if (what == QLatin1String("/member/birth_date"))
            given.member.birthDate = dateFromWords(value);
        else if (what == QLatin1String("/received_at"))
            given.request.receivedAt = instantFromWords(value);
        else
            given.service.plannedOn = dateFromWords(value);
        QCOMPARE(at(found(given), qPrintable(what)), message.isEmpty() ? QStringList() : QStringList(message));
    }

    void serviceDateAfterTheService()
    {
        ReviewCase given = sound();
        given.request.timing = Timing::PostService;
        given.service.plannedOn = QDate(2026, 10, 1);
        QVERIFY(at(found(given), "/service/planned_on").isEmpty());
        given.service.plannedOn = QDate(2026, 12, 1);
        QCOMPARE(at(found(given), "/service/planned_on"),
            one("warning request: The date of service is in the future, but the request is entered as after the "
                "service."));
    }

    void wrongNpi()
    {
        ReviewCase given = sound();
        given.provider.npi = QStringLiteral("1234567890");
        given.facility.npi = QStringLiteral("12345");
        const QList<Finding> all = found(given);
        QCOMPARE(at(all, "/provider/npi"),
            one("wrong request: The NPI's check digit is wrong: one of its digits is mistyped."));
        QCOMPARE(at(all, "/facility/npi"), one("wrong request: An NPI has ten digits."));
    }

    void authorizationEndsBeforeItBegins()
    {
        ReviewCase given = sound();
        given.determination.validFrom = QDate(2026, 12, 1);
        given.determination.validTo = QDate(2026, 12, 1);
        QVERIFY(at(found(given), "/determination/valid_to").isEmpty());
        given.determination.validTo = QDate(2026, 11, 30);
        QCOMPARE(at(found(given), "/determination/valid_to"),
            one("wrong recommendation: The authorization would end before it begins."));
    }

    void datesOfSourcesAndDocuments()
    {
        ReviewCase given = sound();
        given.evidence.insert(QStringLiteral("progressive"), {QStringLiteral("CT"), 1, QDate(2026, 12, 1), {}, {}});
        given.evidence.insert(
            QStringLiteral("melanoma_type"), {QStringLiteral("Note"), 1, QDate(2026, 12, 1), {}, {}}); // not shown
        given.documents.append(
            {QStringLiteral("planned_therapy"), QStringLiteral("IR consult"), 2, QDate(2026, 12, 1)});
        const QList<Finding> all = found(given);
        QCOMPARE(at(all, "/evidence/progressive/date"),
            one("wrong liver_disease: The source for “Progressive disease” is dated in the future."));
        QVERIFY(at(all, "/evidence/melanoma_type/date").isEmpty());
        QCOMPARE(at(all, "/documents/0/received_on"),
            one("wrong documents: A document cannot have been received in the future."));
    }

    void codes_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QStringList>("procedureCodes");
        QTest::addColumn<QStringList>("diagnosisCodes");
        QTest::addColumn<QStringList>("fields"); // with a finding
        const QByteArray colorectal = fixture::colorectalMet;
        const QByteArray tace =
            R"({"procedure":"tace","location":"liver","tumor_origin":"primary","primary_type":"hcc"})";
        const QByteArray elsewhere = R"({"procedure":"radioembolization","location":"other"})";
        const auto row = [](const char *name, const QByteArray &facts, const char *procedures, const char *diagnoses,
                             const char *fields) {
            const auto list = [](const char *words) {
                return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            };
            QTest::newRow(name) << facts << list(procedures) << list(diagnoses) << list(fields);
        };
        row("fitting", colorectal, "S2095", "C18.9 C78.7", "");
        row("yttrium under TACE", tace, "37243 C2616", "C22.0", "/service/procedure_codes/1");
        row("37243 is not alone", colorectal, "37243 C2616", "C78.7", "");
        row("yttrium, lower case", tace, "c2616", "C22.0", "/service/procedure_codes/0");
        row("37243 leaves it open", colorectal, "37243", "C78.7", "/service/procedure_codes/0");
        row("37242", colorectal, "37242", "C78.7", "/service/procedure_codes/0");
        row("not on the list", colorectal, "47370", "C78.7", "/service/procedure_codes/0");
        row("primary code for a metastasis", colorectal, "S2095", "C22.0", "/service/diagnosis_codes/0");
        row("without the point", colorectal, "S2095", "C220", "/service/diagnosis_codes/0");
        row("metastasis code for a primary", tace, "79445", "C78.7",
            "/service/diagnosis_codes/0 /service/procedure_codes/0");
        row("liver code for another place", elsewhere, "79445", "C78.7", "/service/diagnosis_codes/0");
        row("no code shape", colorectal, "S2095", "liver", "/service/diagnosis_codes/0");
    }

    void codes()
    {
        QFETCH(QByteArray, facts);
        QFETCH(QStringList, procedureCodes);
        QFETCH(QStringList, diagnosisCodes);
        QFETCH(QStringList, fields);
        ReviewCase given = fixture::caseWith(facts);
        given.service.procedureCodes = procedureCodes;
        given.service.diagnosisCodes = diagnosisCodes;
        QStringList seen;
        for (const Finding &finding : found(given)) {
            if (!finding.field.startsWith(QLatin1String("/service/")))
                continue;
            QVERIFY2(!finding.message.contains(QLatin1Char('{')), qPrintable(finding.message));
            if (!seen.contains(finding.field))
                seen.append(finding.field);
        }
        seen.sort();
        QCOMPARE(seen, fields);
    }

    void clashNamesTheCode()
    {
        ReviewCase given = fixture::caseWith(R"({"procedure":"tace","location":"other"})");
        given.service.procedureCodes = {QStringLiteral("C2616")};
        const QStringList words = at(found(given), "/service/procedure_codes/0");
        QCOMPARE(words.size(), 1);
        QVERIFY2(words.first().startsWith(QLatin1String("warning request: C2616 speaks of radioembolization")),
            qPrintable(words.first()));
    }

    void missingDocumentsFollowTheAnswers()
    {
        const auto missing = [](const QByteArray &facts, const QStringList &received) {
            ReviewCase given = fixture::caseWith(facts);
            for (const QString &type : received)
                given.documents.append({type, {}, 0, {}});
            QStringList ids;
            const CaseView view = viewOf(given, fixture::rulebook());
            for (const DocumentationItem *item : missingDocuments(given, fixture::rulebook().policy, view.interview))
                ids.append(item->id);
            return ids.join(QLatin1Char(' '));
        };
        QCOMPARE(missing(R"({"procedure":"radioembolization","location":"other"})", {}), QString());
        QCOMPARE(missing(R"({"location":"liver","tumor_origin":"primary","primary_type":"hcc"})",
                     {QStringLiteral("tumor_type")}),
            QStringLiteral("planned_therapy disease_extent unresectability prior_treatments systemic_therapy_rationale "
                           "bridge_to_transplant"));
        QCOMPARE(missing(R"({"location":"liver","tumor_origin":"metastatic","metastatic_type":"neuroendocrine"})",
                     {QStringLiteral("planned_therapy"), QStringLiteral("tumor_type"), QStringLiteral("disease_extent"),
                         QStringLiteral("unresectability"), QStringLiteral("prior_treatments"),
                         QStringLiteral("systemic_therapy_rationale")}),
            QStringLiteral("symptoms"));
    }

    void onlyNotDocumentedIsAsked()
    {
        const auto asked = [](const QByteArray &facts) {
            const CaseView view = viewOf(fixture::caseWith(facts), fixture::rulebook());
            QStringList ids;
            for (const int fact : factsToAsk(view.interview, view.evaluation))
                ids.append(fixture::rulebook().policy.facts.at(fact).id);
            return ids.join(QLatin1Char(' '));
        };
        QCOMPARE(asked(fixture::colorectalOpen), QStringLiteral("progressive"));
        QCOMPARE(asked(fixture::colorectalMet), QString());
        // absent is not asked of the provider; null but without weight for the outcome is not either
        QCOMPARE(asked(R"({"procedure":"radioembolization","location":"liver","tumor_origin":"metastatic",
            "metastatic_type":"colorectal","unresectable":true,"liver_dominant":true,"symptomatic":null,"diffuse":null})"),
            QStringLiteral("diffuse"));
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
