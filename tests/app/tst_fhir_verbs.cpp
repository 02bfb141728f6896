#include "VerbDesk.h"

#include "cases/CaseFile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace reviewdesk;

namespace {

const QString requests = QStringLiteral(TEST_DATA "/fhir/requests/");
const QString examples = QStringLiteral(TEST_DATA "/fhir/examples/");

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file));
    return opened.readAll();
}

} // namespace

/// import and export, as processes on a real workspace.
class tst_fhir_verbs : public QObject, private VerbDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { sitDown(); }
    void requestsBecomeDrafts();
    void theSameMessageGivesTheSameCase();
    void theSameRequestWithOtherContentIsNoted();
    void aCaseFileTellsThePlansTime();
    void refusedFilesLeaveNothing();
    void whoMayTakeRequestsIn();
    void anAnswerGoesOutAndIsKnownWhenItComesBack();
    void caseFilesGoOutAndIn();
    void thePolicyNeedsNoWorkspace();
    void wrongCalls_data();
    void wrongCalls();
};

void tst_fhir_verbs::requestsBecomeDrafts()
{
    QStringList files;
    for (const QString &name : QDir(requests).entryList(QDir::Files))
        files.append(requests + name);
    QVERIFY(files.size() >= 8);
    for (const char *name : {"Homecare", "MedicalServices", "Referral"})
        files.append(examples + QStringLiteral("Bundle-%1AuthorizationBundleExample.json").arg(QLatin1String(name)));
    const Ended ended = import(files);
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(ended.out.count("a new draft"), files.size());
    QVERIFY(ended.out.contains("suggested  /entry/0/resource/item/1/productOrService/coding/0/code: procedure\n"));
    QVERIFY(ended.out.contains("clash"));
    QVERIFY(!ended.out.contains("Núria")); // no member's name
    QCOMPARE(numbers().size(), files.size());
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    for (const WorklistRow &row : nora->worklist({}).value()) {
        const StoredCase stored = nora->loadCase(row.caseId).value();
        QCOMPARE(stored.status, Status::Draft);
        QVERIFY(stored.reviewCase.facts.isEmpty()); // suggested, no answers
        QCOMPARE(stored.reviewCase.request.channel, std::optional(Channel::Fhir));
        const QList<AuditEntry> history = nora->history(row.caseId).value();
        QVERIFY(history.last().comment.startsWith(QLatin1String("Came by FHIR: message ")));
        QVERIFY(!nora->messageOf(row.caseId).value().isEmpty());
    }
    QVERIFY(nora->verify().ok());
}

void tst_fhir_verbs::theSameMessageGivesTheSameCase()
{
    const QString file = requests + QStringLiteral("hcc.json");
    QCOMPARE(import({file}).code, 0);
    const Ended again = import({file, file});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out.count(numbers().first().toUtf8() + ", here already"), 2);
    QCOMPARE(numbers().size(), 1);
}

/// A request to expedite binds: sent again as urgent it said "here already", and nothing else came of it.
void tst_fhir_verbs::theSameRequestWithOtherContentIsNoted()
{
    QCOMPARE(import({requests + QStringLiteral("hcc.json")}).code, 0);
    QJsonObject bundle = QJsonDocument::fromJson(contentOf(requests + QStringLiteral("hcc.json"))).object();
    QJsonArray entries = bundle.value(QLatin1String("entry")).toArray();
    QJsonObject entry = entries.first().toObject();
    QJsonObject claim = entry.value(QLatin1String("resource")).toObject();
    const auto priority = [](const char *code) {
        return QJsonObject{{QStringLiteral("coding"),
            QJsonArray{QJsonObject{
                {QStringLiteral("system"), QStringLiteral("http://terminology.hl7.org/CodeSystem/processpriority")},
                {QStringLiteral("code"), QString::fromLatin1(code)}}}}};
    };
    claim.insert(QLatin1String("priority"), priority("stat"));
    entry.insert(QLatin1String("resource"), claim);
    entries.replace(0, entry);
    bundle.insert(QLatin1String("entry"), entries);
    QTemporaryDir folder;
    QFile urgent(folder.filePath(QStringLiteral("urgent.json")));
    QVERIFY(urgent.open(QIODevice::WriteOnly) && urgent.write(QJsonDocument(bundle).toJson()) > 0 && urgent.flush());

    const Ended came = import({urgent.fileName()});
    QVERIFY2(came.code == 0, came.err.constData());
    QVERIFY2(came.out.contains("here already, and it says something else now"), came.out.constData());
    QVERIFY2(came.out.contains("the case is expedited"), came.out.constData());
    QCOMPARE(numbers().size(), 1);
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const QString id = nora->worklist({}).value().first().caseId;
    const StoredCase stored = nora->loadCase(id).value();
    QCOMPARE(stored.reviewCase.request.urgency, std::optional(Urgency::Expedited));
    QVERIFY(stored.reviewCase.unconfirmed.contains(QStringLiteral("/urgency")));
    QStringList words;
    for (const AuditEntry &each : nora->history(id).value())
        words.append(each.comment);
    QVERIFY2(words.join(u'\n').contains(QLatin1String("the case was made expedited")), qPrintable(words.join(u'\n')));
    QVERIFY(nora->messageOf(id).value().contains("stat")); // kept, as it came

    const qsizetype entriesBefore = nora->history(id).value().size();
    QVERIFY(import({urgent.fileName()}).out.contains("here already\n")); // once
    QCOMPARE(nora->history(id).value().size(), entriesBefore);
    QVERIFY(nora->verify().ok());
}

/// Who reads the file does not know the plan's zone: an evening decision fell on another day.
void tst_fhir_verbs::aCaseFileTellsThePlansTime()
{
    {
        const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
        ReviewCase evening = StoreDesk::approvable();
        evening.request.receivedAt = QDateTime(QDate(2026, 11, 21), QTime(4, 30), QTimeZone::utc());
        QVERIFY(nora->createCase(evening).ok());
    }
    const Ended file = exported(numbers().first(), QStringLiteral("case"));
    QVERIFY2(file.out.contains("\"received_at\":\"2026-11-20T20:30:00-08:00\""), file.out.constData());
}

void tst_fhir_verbs::refusedFilesLeaveNothing()
{
    QTemporaryDir folder;
    const QString broken = folder.filePath(QStringLiteral("broken.json"));
    QByteArray json = contentOf(requests + QStringLiteral("icc.json"));
    json.replace("preauthorization", "claim");
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.flush());
    const Ended ended =
        import({broken, examples + QStringLiteral("Bundle-ReferralAuthorizationResponseBundleExample.json"),
            requests + QStringLiteral("hcc.json")});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains(broken.toUtf8() + ": /entry/0/resource/use: "), ended.err.constData());
    QVERIFY2(ended.err.contains("ResponseBundleExample.json: /entry: "), ended.err.constData());
    QCOMPARE(ended.out.count("a new draft"), 1); // the third
    QCOMPARE(numbers().size(), 1);
    QCOMPARE(import({folder.filePath(QStringLiteral("none.json"))}).code, 2);
}

void tst_fhir_verbs::whoMayTakeRequestsIn()
{
    QCOMPARE(import({requests + QStringLiteral("hcc.json")}, "sam").code, 0);
    const Ended physician = import({requests + QStringLiteral("icc.json")}, "phil");
    QCOMPARE(physician.code, 1);
    QVERIFY(physician.err.contains("nurses and supervisors"));
    QCOMPARE(numbers().size(), 1);
}

void tst_fhir_verbs::anAnswerGoesOutAndIsKnownWhenItComesBack()
{
    QVERIFY(import({requests + QStringLiteral("crc.json")}).code == 0);
    const QString number = numbers().first();
    const Ended early = exported(number, QStringLiteral("claim-response"));
    QCOMPARE(early.code, 1);
    QVERIFY(early.err.contains("not decided"));
    const qint64 behind = m_desk->clock.now().msecsTo(QDateTime::currentDateTimeUtc()); // by whose clock it was received
    m_desk->clock.advance(qMax<qint64>(0, behind));
    {
        const std::unique_ptr<Workspace> workspace = m_desk->opened(QStringLiteral("nora"));
        StoredCase stored = workspace->loadCaseByNumber(number).value();
        stored.reviewCase.facts = StoreDesk::adverse().facts;
        stored.reviewCase.request.lineOfBusiness = LineOfBusiness::CommercialInsured;
        stored.reviewCase.request.timing = Timing::PreService;
        stored.reviewCase.request.state = QStringLiteral("WA");
        stored.reviewCase.unconfirmed.clear(); // a nurse has confirmed what was sent
        stored = workspace->saveDraft(stored).value();
        stored = workspace->act(stored, Action::Refer).value();
        QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
        stored.reviewCase.determination.rationale = QStringLiteral("Not progressive.");
        const Result<StoredCase> denied = workspace->act(stored, Action::Deny);
        QVERIFY2(denied.ok(), why(denied));
    }
    const Ended first = exported(number, QStringLiteral("claim-response"));
    QVERIFY2(first.code == 0, first.err.constData());
    const QJsonObject bundle = QJsonDocument::fromJson(first.out).object();
    QCOMPARE(bundle.value(QStringLiteral("entry"))
                 .toArray()
                 .at(0)
                 .toObject()
                 .value(QStringLiteral("resource"))
                 .toObject()
                 .value(QStringLiteral("resourceType"))
                 .toString(),
        QStringLiteral("ClaimResponse"));
    QVERIFY(first.out.contains("\"code\":\"A3\""));
    QVERIFY(first.out.contains("Not progressive."));
    QTemporaryDir folder;
    QFile answer(folder.filePath(QStringLiteral("answer.json")));
    QVERIFY(answer.open(QIODevice::WriteOnly) && answer.write(first.out) > 0 && answer.flush());
    const Ended back = import({answer.fileName()});
    QVERIFY2(back.code == 0, back.err.constData());
    QVERIFY(back.out.contains(number.toUtf8() + ", here already"));
    QCOMPARE(exported(number, QStringLiteral("claim-response")).out, first.out);
    const Ended answers = exported(number, QStringLiteral("questionnaire-response"));
    QVERIFY(answers.out.contains("\"linkId\":\"progressive\""));
}

void tst_fhir_verbs::caseFilesGoOutAndIn()
{
    {
        const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
        QVERIFY(nora->createCase(StoreDesk::approvable()).ok());
    }
    const QString number = numbers().first();
    const Ended first = exported(number, QStringLiteral("case"));
    QVERIFY2(first.code == 0, first.err.constData());
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("case.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(first.out) > 0 && file.flush());
    QVERIFY(import({file.fileName()}).out.contains("here already"));
    QCOMPARE(exported(number, QStringLiteral("case")).out, first.out);
    QByteArray changed = first.out;
    changed.replace("Ana Example", "Eve Example");
    QVERIFY(file.seek(0) && file.write(changed) > 0 && file.flush());
    QVERIFY(import({file.fileName()}).out.contains("a new draft"));
    QVERIFY(import({file.fileName()}).out.contains("here already"));
    QCOMPARE(numbers().size(), 2);
    changed.replace("\"liver\"", "\"lung, SSN 123\"");
    QVERIFY(file.seek(0) && file.write(changed) > 0 && file.resize(changed.size()) && file.flush());
    const Ended refused = import({file.fileName()});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("/facts/location"), refused.err.constData());
    QVERIFY(!refused.err.contains("123")); // to a log goes nothing of what the file says
}

void tst_fhir_verbs::thePolicyNeedsNoWorkspace()
{
    const Ended ended =
        run({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("questionnaire")}, {});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(QJsonDocument::fromJson(ended.out).object().value(QStringLiteral("resourceType")).toString(),
        QStringLiteral("Questionnaire"));
}

void tst_fhir_verbs::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *words) { QTest::newRow(words) << QString::fromLatin1(words).split(u' '); };
    row("import");
    row("import --workspace w");
    row("import file.json");
    row("export");
    row("export --case RD-2026-000001");
    row("export --workspace w --case RD-2026-000001 --case RD-2026-000002");
    row("export --workspace w --case RD-2026-000001 --format xml");
    row("export --workspace w --case RD-2026-000001 more");
}

void tst_fhir_verbs::wrongCalls()
{
    QFETCH(const QStringList, arguments);
    const Ended ended = run(arguments, {});
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.contains("reviewdesk " + arguments.first().toUtf8() + ": "));
}

QTEST_GUILESS_MAIN(tst_fhir_verbs)
#include "tst_fhir_verbs.moc"
