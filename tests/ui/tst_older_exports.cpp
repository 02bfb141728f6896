#include "PackDesk.h"

#include "ui/exports/PacketContents.h"

#include <QTest>

using namespace reviewdesk;

/// What leaves a case that was worked on under a version of the policy that this seat's program does not have.
class tst_older_exports : public QObject, private PackDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { sitDown(StoreDesk::approvable()); }
    void whatSpeaksInAnotherVersionIsNotWritten_data();
    void whatSpeaksInAnotherVersionIsNotWritten();
};

void tst_older_exports::whatSpeaksInAnotherVersionIsNotWritten_data()
{
    QTest::addColumn<fhir::ExportFormat>("format");
    QTest::addColumn<QString>("refused");
    const QString older = QStringLiteral("older_program");
    QTest::newRow("answer") << fhir::ExportFormat::ClaimResponse << older;
    QTest::newRow("answers to the questions") << fhir::ExportFormat::QuestionnaireResponse << older;
    QTest::newRow("case file") << fhir::ExportFormat::CaseFile << QString();
    QTest::newRow("table") << fhir::ExportFormat::Table << QString();
}

void tst_older_exports::whatSpeaksInAnotherVersionIsNotWritten()
{
    QFETCH(const fhir::ExportFormat, format);
    QFETCH(const QString, refused);
    follow();
    const std::unique_ptr<Workspace> upToDate = opened("nora");
    StoredCase asks = upToDate->createCase(StoreDesk::approvable()).value();
    asks.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    asks = upToDate->act(asks, Action::Pend).value();
    const Result<ExportedFile> there = exportOf(readDossier(*upToDate, asks.id).value(), format);
    QVERIFY2(there.ok(), why(there));
    const PackFolder olderFolder;
    m_rules = olderFolder.rulebook();
    const std::unique_ptr<Workspace> older = opened("nora");
    const Result<ExportedFile> here = exportOf(readDossier(*older, asks.id).value(), format);
    QCOMPARE(codeOf(here), refused);
    if (refused.isEmpty())
        QCOMPARE(here->bytes, there->bytes);
}

QTEST_MAIN(tst_older_exports)
#include "tst_older_exports.moc"
