#include "StoreDesk.h"
#include "TestCluster.h"

#include "store/Unsaved.h"

#include <QDirIterator>
#include <QTest>

using namespace reviewdesk;

/// What was typed while a server was away, on this computer: whole, for one person alone.
class tst_unsaved : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void itComesBackAsItWas();
    void theNewestOfACaseIsKept();
    void nobodyElseReadsIt();
    void itSurvivesAnotherPassphrase();
    void whatWasTamperedWithIsNotTaken();
    void aFolderKeepsNothing();
    void theWordsOfADecisionComeBack();
    void whatWasSavedElsewhereSinceIsNewer();

private:
    UnsavedDraft draft(const QString &note) const;
    QStringList files() const;

    QTemporaryDir m_data;
    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_nora;
    StoredCase m_case;
};

void tst_unsaved::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    m_cluster = std::make_unique<TestCluster>();
    m_desk = std::make_unique<StoreDesk>(*m_cluster);
    m_desk->made().reset();
    m_nora = m_desk->opened(QStringLiteral("nora"));
    m_case = m_nora->createCase(StoreDesk::adverse()).value();
}

void tst_unsaved::cleanup()
{
    m_nora->dropUnsaved(m_case.id);
    m_nora->dropUnsaved(QStringLiteral("another"));
    QCOMPARE(files(), QStringList());
}

UnsavedDraft tst_unsaved::draft(const QString &note) const
{
    UnsavedDraft draft{m_case.id, m_case.reviewCase.number, 7, QStringLiteral("tumor"), m_case.reviewCase, m_case.reviewCase,
        R"({"/birth_date":"12/4"})", m_desk->clock.now().toUTC()};
    draft.content.nurseNote = note;
    return draft;
}

QStringList tst_unsaved::files() const
{
    QStringList files;
    QDirIterator all(m_data.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

void tst_unsaved::itComesBackAsItWas()
{
    QCOMPARE(m_nora->unsaved().value(), QList<UnsavedDraft>());
    const UnsavedDraft first = draft(QStringLiteral("Ärztin fragt: „wie lange?“"));
    UnsavedDraft second = draft(QString());
    second.caseId = QStringLiteral("another");
    second.at = second.at.addSecs(60);
    QVERIFY2(m_nora->keepUnsaved(second).ok(), why(m_nora->keepUnsaved(second)));
    QVERIFY(m_nora->keepUnsaved(first).ok());
    QCOMPARE(m_desk->opened(QStringLiteral("nora"))->unsaved().value(), (QList<UnsavedDraft>{first, second}));
    m_nora->dropUnsaved(m_case.id);
    QCOMPARE(m_nora->unsaved().value(), QList<UnsavedDraft>{second});
}

void tst_unsaved::theNewestOfACaseIsKept()
{
    QVERIFY(m_nora->keepUnsaved(draft(QStringLiteral("one"))).ok());
    const qint64 before = QFileInfo(files().constFirst()).size();
    QVERIFY(m_nora->keepUnsaved(draft(QStringLiteral("two"))).ok());
    QCOMPARE(m_nora->unsaved()->constFirst().content.nurseNote, QStringLiteral("two"));
    QCOMPARE(files().size(), 1);
    QCOMPARE(QFileInfo(files().constFirst()).size(), before);
}

void tst_unsaved::nobodyElseReadsIt()
{
    QVERIFY(m_nora->keepUnsaved(draft(QStringLiteral("Secret words"))).ok());
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const QByteArray &word : {QByteArray("Secret"), QByteArray("Example"), m_case.id.toUtf8(), m_case.reviewCase.number.toUtf8()})
        QVERIFY2(!bytes.contains(word) && !file.fileName().toUtf8().contains(word), word);
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther),
        QFileDevice::Permissions());
    QCOMPARE(m_desk->opened(QStringLiteral("ned"))->unsaved().value(), QList<UnsavedDraft>());
    // Not by its place either: another's file where one's own would be.
    const auto ned = m_desk->opened(QStringLiteral("ned"));
    QVERIFY(ned->keepUnsaved(draft(QStringLiteral("Ned's"))).ok());
    QStringList both = files();
    both.removeOne(file.fileName());
    QVERIFY(QFile::remove(both.constFirst()) && QFile::copy(file.fileName(), both.constFirst()));
    QCOMPARE(ned->unsaved().value(), QList<UnsavedDraft>());
    ned->dropUnsaved(m_case.id);
}

void tst_unsaved::itSurvivesAnotherPassphrase()
{
    const UnsavedDraft kept = draft(QStringLiteral("Kept"));
    QVERIFY(m_nora->keepUnsaved(kept).ok());
    QVERIFY(m_nora->changePassphrase("nora", "seven quiet herons", KeyCost::cheap()).ok());
    QCOMPARE(m_desk->tryOpen(QStringLiteral("nora"), "seven quiet herons").value()->unsaved().value(), QList<UnsavedDraft>{kept});
    QVERIFY(m_nora->changePassphrase("seven quiet herons", "nora", KeyCost::cheap()).ok());
}

void tst_unsaved::whatWasTamperedWithIsNotTaken()
{
    QVERIFY(m_nora->keepUnsaved(draft(QStringLiteral("Kept"))).ok());
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype at = 0; at < whole.size(); at += 97) {
        QByteArray bytes = whole;
        bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
        file.close();
        QVERIFY2(m_nora->unsaved()->isEmpty(), qPrintable(QString::number(at)));
    }
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(whole.left(whole.size() / 2)) > 0);
    file.close();
    QVERIFY(m_nora->unsaved()->isEmpty());
}

void tst_unsaved::aFolderKeepsNothing()
{
    StoreDesk folder;
    const auto made = folder.made();
    QCOMPARE(codeOf(made->keepUnsaved(draft(QString()))), QStringLiteral("in_folder"));
    QCOMPARE(codeOf(made->unsaved()), QStringLiteral("in_folder"));
}

/// A physician's rationale, a second opinion: typed while the server was away, and the program closed.
void tst_unsaved::theWordsOfADecisionComeBack()
{
    const StoredCase referred = m_nora->act(m_nora->createCase(StoreDesk::adverse()).value(), Action::Refer).value();
    auto phil = m_desk->opened(QStringLiteral("phil"));
    QVERIFY(phil->saveDecisionDraft(referred.id, R"({"rationale":"Before"})").ok());
    QCOMPARE(files(), QStringList());
    m_cluster->stop();
    QCOMPARE(codeOf(phil->saveDecisionDraft(referred.id, R"({"rationale":"Secret after"})")), QStringLiteral("set_aside"));
    QCOMPARE(files().size(), 1);
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("Secret"));
    QCOMPARE(phil->decisionDraft(referred.id).value(), QByteArray(R"({"rationale":"Secret after"})"));
    phil.reset();
    m_cluster->start();
    QCOMPARE(m_desk->opened(QStringLiteral("pia"))->decisionDraft(referred.id).value(), QByteArray());
    QCOMPARE(files().size(), 1);
    QCOMPARE(m_desk->opened(QStringLiteral("phil"))->decisionDraft(referred.id).value(), QByteArray(R"({"rationale":"Secret after"})"));
    QCOMPARE(files(), QStringList()); // it is on the server now
    QCOMPARE(m_desk->opened(QStringLiteral("phil"))->decisionDraft(referred.id).value(), QByteArray(R"({"rationale":"Secret after"})"));
}

void tst_unsaved::whatWasSavedElsewhereSinceIsNewer()
{
    const StoredCase referred = m_nora->act(m_nora->createCase(StoreDesk::adverse()).value(), Action::Refer).value();
    auto phil = m_desk->opened(QStringLiteral("phil"));
    m_cluster->stop();
    QCOMPARE(codeOf(phil->saveDecisionDraft(referred.id, R"({"rationale":"Here"})")), QStringLiteral("set_aside"));
    phil.reset();
    m_cluster->start();
    m_desk->clock.advance(60'000);
    qputenv("XDG_DATA_HOME", (m_data.path() + QStringLiteral("/another computer")).toUtf8());
    QVERIFY(m_desk->opened(QStringLiteral("phil"))->saveDecisionDraft(referred.id, R"({"rationale":"There, later"})").ok());
    qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    QCOMPARE(m_desk->opened(QStringLiteral("phil"))->decisionDraft(referred.id).value(), QByteArray(R"({"rationale":"There, later"})"));
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(tst_unsaved)
#include "tst_unsaved.moc"
