#include "LetterTray.h"
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
    void thePacketSaysWhoseCriteriaItShows();

private:
    StoredCase askedFor(Workspace &workspace);
    std::unique_ptr<Workspace> older();

    std::unique_ptr<PackFolder> m_older;
};

/// An open case that waits.
StoredCase tst_older_exports::askedFor(Workspace &workspace)
{
    StoredCase asks = workspace.createCase(StoreDesk::approvable()).value();
    asks.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    return workspace.act(asks, Action::Pend).value();
}

std::unique_ptr<Workspace> tst_older_exports::older()
{
    m_older = std::make_unique<PackFolder>();
    m_rules = m_older->rulebook();
    return opened("nora");
}

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
    const StoredCase asks = askedFor(*upToDate);
    const Result<ExportedFile> there = exportOf(readDossier(*upToDate, asks.id).value(), format);
    QVERIFY2(there.ok(), why(there));
    const Result<ExportedFile> here = exportOf(readDossier(*older(), asks.id).value(), format);
    QCOMPARE(codeOf(here), refused);
    if (refused.isEmpty())
        QCOMPARE(here->bytes, there->bytes);
}

/// It showed the older version's criteria as those that the case was worked on under.
void tst_older_exports::thePacketSaysWhoseCriteriaItShows()
{
    follow();
    const std::unique_ptr<Workspace> upToDate = opened("nora");
    const StoredCase asks = askedFor(*upToDate);
    const auto wordsOf = [this, &asks](Workspace &workspace) {
        QFile file(m_desk->directory() + QStringLiteral("/packet.pdf"));
        const Result<ExportedFile> packet = packetOf(readDossier(workspace, asks.id).value(), {});
        if (!packet || !file.open(QIODevice::WriteOnly) || file.write(packet->bytes) < 0 || !file.flush())
            qFatal("%s", why(packet).constData());
        return outputOf(QStringLiteral("pdftotext"), {file.fileName(), QStringLiteral("-")}).simplified();
    };
    const QString said = QStringLiteral("worked on under version %1 of the policy, shown by version %2")
                             .arg(PackFolder::secondVersion(), PackFolder::firstVersion());
    QVERIFY(!wordsOf(*upToDate).contains(QStringLiteral("worked on under")));
    const QString here = wordsOf(*older());
    QVERIFY2(here.contains(said), qPrintable(here.left(2000)));
}

QTEST_MAIN(tst_older_exports)
#include "tst_older_exports.moc"
