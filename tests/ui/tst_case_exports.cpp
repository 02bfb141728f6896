#include "FhirDesk.h"
#include "SampleDocuments.h"
#include "Wizard.h"

#include "documents/Attachment.h"
#include "fhir/CaseExport.h"
#include "ui/Appearance.h"
#include "ui/exports/CaseExports.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"
#include "ui/review/ReviewPage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace reviewdesk;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    return file.readAll();
}

void closeBoxes()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *box = qobject_cast<QMessageBox *>(widget))
            box->reject();
    }
}

} // namespace

/// A case goes out of its screen as a file, and comes back through the screen for what came.
class TestCaseExports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_case_exports"));
    }
    void cleanup() { closeBoxes(); }

    void whatIsExportedComesBackToItsCase_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("answer") << int(fhir::ExportFormat::ClaimResponse);
        QTest::newRow("case file") << int(fhir::ExportFormat::CaseFile);
        QTest::newRow("table") << int(fhir::ExportFormat::Table);
    }
    void whatIsExportedComesBackToItsCase()
    {
        QFETCH(const int, format);
        Wizard wizard;
        wizard.stored = imported(wizard, QStringLiteral("requests/tace"));
        decide(wizard);
        const QString first = exported(wizard, static_cast<fhir::ExportFormat>(format));
        QVERIFY(!first.isEmpty());
        IncomingRequests incoming(*wizard.workshop, wizard.clock());
        IntakePage page(*wizard.workshop, incoming);
        showFor(page);
        QSignalSpy opened(&page, &IntakePage::caseOpened);
        page.open({first});
        QTRY_COMPARE(page.draftButton()->text(), QStringLiteral("Open the &case"));
        QTest::keyClick(page.draftButton(), Qt::Key_Space);
        QCOMPARE(opened.first().first().toString(), wizard.stored.id);
        const QByteArray before = contentOf(first);
        QVERIFY(contentOf(exported(wizard, static_cast<fhir::ExportFormat>(format))) == before);
    }

    /// Into another workspace and out again: the same but for the number, which is that workspace's own.
    void aCaseFileMovesToAnotherWorkspace()
    {
        Wizard here("nora", colorectal());
        const QByteArray first = contentOf(exported(here, fhir::ExportFormat::CaseFile));
        Wizard there;
        there.stored = imported(there, first);
        QByteArray second = contentOf(exported(there, fhir::ExportFormat::CaseFile));
        const QByteArray number = there.stored.reviewCase.number.toUtf8();
        QVERIFY(number != here.stored.reviewCase.number.toUtf8());
        QCOMPARE(second.replace(number, here.stored.reviewCase.number.toUtf8()), first);
    }

    void whatWasTypedGoesOutToo()
    {
        Wizard wizard;
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        CaseExports exports(*wizard.workshop, wizard.stored.id, [&page] {
            page.flush();
            return !page.hasUnsaved();
        });
        page.session().setNurseNote(QStringLiteral("typed just now"));
        const QString file = writtenBy(exports, [&] { exports.exportCase(fhir::ExportFormat::CaseFile); });
        QVERIFY(contentOf(file).contains("typed just now"));
    }

    void answersAndThePolicysQuestions()
    {
        Wizard wizard("nora", colorectal());
        const QByteArray answers = contentOf(exported(wizard, fhir::ExportFormat::QuestionnaireResponse));
        QVERIFY(answers.contains("\"linkId\":\"metastatic_type\""));
        const QByteArray questions = contentOf(exported(wizard, fhir::ExportFormat::Questionnaire));
        QCOMPARE(QJsonDocument::fromJson(questions).object().value(QStringLiteral("resourceType")).toString(),
            QStringLiteral("Questionnaire"));
    }

    void nothingIsWrittenOfAnUndecidedCase()
    {
        Wizard wizard;
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return true; });
        bool asked = false;
        exports.setTarget([&asked](const QString &) {
            asked = true;
            return QString();
        });
        QSignalSpy refused(&exports, &CaseExports::refused);
        exports.exportCase(fhir::ExportFormat::ClaimResponse);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().value<Error>().code, QStringLiteral("undecided"));
        QVERIFY(!asked);
    }

    void nothingGoesOutUnsaved()
    {
        Wizard wizard;
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return false; });
        QSignalSpy refused(&exports, &CaseExports::refused);
        exports.exportPacket();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().value<Error>().code, QStringLiteral("unsaved"));
    }

    void thePacketOfACase()
    {
        Wizard wizard;
        wizard.stored = imported(wizard, QStringLiteral("requests/tace"));
        decide(wizard);
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return true; });
        const QString first = writtenBy(exports, [&] { exports.exportPacket(); });
        QVERIFY(first.endsWith(wizard.stored.reviewCase.number + QStringLiteral(" packet.pdf")));
        const QByteArray bytes = contentOf(first);
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(contentOf(writtenBy(exports, [&] { exports.exportPacket(); })) == bytes);
    }

    /// The record is English from end to end, whatever the screen is, and the attached pages are in it.
    void thePacketOnASpanishScreen()
    {
        Wizard wizard;
        wizard.stored = imported(wizard, QStringLiteral("requests/tace"));
        attach(wizard, samplePdf({QStringLiteral("The first page"), QStringLiteral("Not a surgical candidate")}),
            QStringLiteral("Surgical consult"));
        QByteArray picture = encoded(sampleScan(QStringLiteral("CT"), 60), "PNG");
        attach(wizard, picture, QStringLiteral("CT picture"));
        decide(wizard, [](ReviewCase &content) {
            content.evidence.insert(QStringLiteral("unresectable"),
                {QStringLiteral("Surgical consult"), 2, {}, QStringLiteral("Not a surgical candidate"),
                    AnswerOrigin::Entered, content.documents.value(0).digest, {{1000, 1000, 4000, 300}}});
        });
        const QString english = textOf(packetOf(wizard));
        QVERIFY2(english.contains(QLatin1String("Approved, round 1")), qPrintable(english.left(2000)));
        QVERIFY(english.contains(QLatin1String("The first page")));
        QVERIFY(english.contains(QLatin1String("Not a surgical candidate")));
        QVERIFY(english.contains(QLatin1String("CT picture")));
        Appearance appearance;
        appearance.setLanguage(Language::Choice::Spanish);
        QCOMPARE(label(Status::Approved), QStringLiteral("Aprobado"));
        const QString spanish = textOf(packetOf(wizard));
        appearance.setLanguage(Language::Choice::English);
        QCOMPARE(spanish, english);
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        Wizard wizard;
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return true; });
        exports.setTarget([](const QString &) { return QStringLiteral("/nowhere/at/all.json"); });
        QSignalSpy refused(&exports, &CaseExports::refused);
        exports.exportCase(fhir::ExportFormat::CaseFile);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(refused.first().first().value<Error>().message.contains(QLatin1String("/nowhere/at/all.json")));
    }

    void theMenuWorksByKeyboard()
    {
        Wizard wizard;
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return true; });
        exports.setTarget([this](const QString &name) { return m_folder.filePath(name); });
        showFor<QWidget>(exports, {60, 40});
        QSignalSpy written(&exports, &CaseExports::written);
        QTest::keyClick(exports.menu(), Qt::Key_C); // Case file
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(written.first().first().toString().endsWith(QLatin1String("case.json")));
    }

private:
    QString writtenBy(CaseExports &exports, const std::function<void()> &begin)
    {
        closeBoxes();
        exports.setTarget([this](const QString &name) { return m_folder.filePath(name); });
        QSignalSpy written(&exports, &CaseExports::written);
        begin();
        if (!QTest::qWaitFor([&written] { return !written.isEmpty(); }, 20'000))
            qFatal("nothing was written");
        return written.first().first().toString();
    }

    QString packetOf(Wizard &wizard)
    {
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return true; });
        return writtenBy(exports, [&] { exports.exportPacket(); });
    }

    static QString textOf(const QString &pdf)
    {
        QProcess reading;
        reading.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
        require(reading.waitForFinished() && reading.exitCode() == 0);
        return QString::fromUtf8(reading.readAllStandardOutput());
    }

    static void attach(Wizard &wizard, const QByteArray &bytes, const QString &title)
    {
        NewDocument document = examineDocument(bytes, title).value();
        document.title = title;
        document.receivedOn = QDate(2026, 11, 20);
        auto done = wizard.workshop->run([document, id = wizard.stored.id](Workspace &workspace) -> Result<StoredCase> {
            const Result<CaseDocument> kept = workspace.attach(id, document);
            if (!kept)
                return kept.error();
            StoredCase stored = workspace.loadCase(id).value();
            stored.reviewCase.documents.append({{}, document.title, document.pages, document.receivedOn, kept->digest});
            return workspace.saveDraft(stored);
        });
        done.waitForFinished();
        const Result<StoredCase> saved = done.result();
        if (!saved)
            qFatal("%s", why(saved).constData());
        wizard.stored = *saved;
    }

    QString exported(Wizard &wizard, fhir::ExportFormat format)
    {
        CaseExports exports(*wizard.workshop, wizard.stored.id, [] { return true; });
        return writtenBy(exports, [&] { exports.exportCase(format); });
    }

    static StoredCase imported(Wizard &wizard, const QString &name) { return imported(wizard, message(name)); }
    static StoredCase imported(Wizard &wizard, const QByteArray &json)
    {
        auto future = wizard.workshop->run([json](Workspace &workspace) -> Result<StoredCase> {
            const fhir::ArrivalReading reading =
                fhir::readArrival(json, workspace.rulebook(), QDateTime(QDate(2026, 11, 23), QTime(18, 0), QTimeZone::utc()));
            require(reading.ok());
            const fhir::Arrival &arrival = *reading.arrival;
            const Result<ImportedCase> made =
                workspace.importRequest({arrival.keys, arrival.words, arrival.content}, arrival.draft);
            return made ? Result<StoredCase>(made->stored) : Result<StoredCase>(made.error());
        });
        future.waitForFinished();
        return future.result().value();
    }

    /// Answers, confirms and approves.
    static void decide(Wizard &wizard, const std::function<void(ReviewCase &)> &more = {})
    {
        auto future = wizard.workshop->run([stored = wizard.stored, more](Workspace &workspace) -> Result<StoredCase> {
            StoredCase draft = stored;
            if (more)
                more(draft.reviewCase);
            draft.reviewCase.unconfirmed.clear();
            draft.reviewCase.facts = StoreDesk::approvable().facts;
            draft.reviewCase.request.lineOfBusiness = LineOfBusiness::CommercialInsured;
            draft.reviewCase.request.timing = Timing::PreService;
            draft.reviewCase.request.state = QStringLiteral("WA");
            const Result<StoredCase> saved = workspace.saveDraft(draft);
            return saved ? workspace.act(*saved, Action::Approve) : saved;
        });
        future.waitForFinished();
        const Result<StoredCase> decided = future.result();
        if (!decided)
            qFatal("%s", why(decided).constData());
        wizard.stored = *decided;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestCaseExports)
#include "tst_case_exports.moc"
