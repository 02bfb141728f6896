#include "StoreDesk.h"

#include "store/DocumentReader.h"
#include "store/DocumentRepository.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace reviewdesk;

namespace {

/// Bytes that no two documents of a test share.
QByteArray bytesOf(qsizetype size, char seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = static_cast<quint32>(seed) + 1;
    for (char &byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

NewDocument consult(const QByteArray &bytes)
{
    return {bytes, DocumentKind::Pdf, 4, QStringLiteral("unresectability"), QStringLiteral("Surgical consult"),
        QDate(2026, 11, 20)};
}

} // namespace

class tst_documents_kept : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsAttachedComesBack_data();
    void whatIsAttachedComesBack();
    void theSameBytesAreKeptOnce();
    void whatIsRefused_data();
    void whatIsRefused();
    void closedCasesTakeNothing();
    void removalIsRecorded();
    void theHistoryNamesBoth();
    void pageTextsAreKeptAndReplaced();
    void theReaderReadsBesideTheWriter();
    void anotherKeyEndsTheReader();
    void verifyFinds_data();
    void verifyFinds();
    void theDatabaseKeepsWhatWasAttached_data();
    void theDatabaseKeepsWhatWasAttached();
    void nothingLiesInTheOpen();

private:
    void signIn(const char *login) { require(m_workspace->signInAs(QLatin1String(login), login).ok()); }
    std::unique_ptr<DocumentReader> reader() { return std::move((*m_workspace->documentReader())()).value(); }

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    QString m_case;
};

void tst_documents_kept::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
    signIn("nora");
    m_case = m_workspace->createCase(StoreDesk::approvable())->id;
}

void tst_documents_kept::whatIsAttachedComesBack_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("chunks");
    const qint64 chunk = DocumentRepository::chunkSize;
    QTest::newRow("one byte") << qint64{1} << qint64{1};
    QTest::newRow("a chunk less one") << chunk - 1 << qint64{1};
    QTest::newRow("a chunk") << chunk << qint64{1};
    QTest::newRow("a chunk and one") << chunk + 1 << qint64{2};
    QTest::newRow("many") << 5 * chunk + 17 << qint64{6};
}

void tst_documents_kept::whatIsAttachedComesBack()
{
    QFETCH(qint64, size);
    QFETCH(qint64, chunks);
    const QByteArray bytes = bytesOf(size, 'a');
    const Result<CaseDocument> attached = m_workspace->attach(m_case, consult(bytes));
    QVERIFY2(attached.ok(), why(attached));
    QCOMPARE(attached->digest, digestOf(bytes));
    QCOMPARE(attached->size, size);
    QCOMPARE(attached->pages, 4);
    QCOMPARE(attached->type, QStringLiteral("unresectability"));
    QCOMPARE(attached->title, QStringLiteral("Surgical consult"));
    QCOMPARE(attached->receivedOn, QDate(2026, 11, 20));
    QCOMPARE(attached->userName, QStringLiteral("Nora Example"));
    QCOMPARE(attached->at, m_desk->clock.now().toUTC());
    QVERIFY(!attached->isRemoved());
    QCOMPARE(*m_workspace->documents(m_case), QList<CaseDocument>{*attached});
    m_workspace = m_desk->opened(QStringLiteral("nora"));
    const auto reading = reader();
    QCOMPARE(reading->content(attached->digest)->size, size);
    QCOMPARE(*reading->whole(attached->digest), bytes);
    QVERIFY(reading->chunk(attached->digest, chunks - 1).ok());
    QCOMPARE(codeOf(reading->chunk(attached->digest, chunks)), QStringLiteral("not_found"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_documents_kept::theSameBytesAreKeptOnce()
{
    const QByteArray bytes = bytesOf(300'000, 'b');
    const Result<CaseDocument> first = m_workspace->attach(m_case, consult(bytes));
    NewDocument again = consult(bytes);
    again.title = QStringLiteral("The same by portal");
    const Result<CaseDocument> second = m_workspace->attach(m_case, again);
    QCOMPARE(*second, *first); // the case has it
    const qsizetype entries = m_workspace->history(m_case)->size();
    const QString other = m_workspace->createCase(StoreDesk::adverse())->id;
    const Result<CaseDocument> elsewhere = m_workspace->attach(other, again);
    QVERIFY2(elsewhere.ok(), why(elsewhere));
    QVERIFY(elsewhere->id != first->id);
    QCOMPARE(elsewhere->digest, first->digest);
    QCOMPARE(m_workspace->history(m_case)->size(), entries);
    const auto database = m_desk->database();
    QCOMPARE(database->row(QStringLiteral("SELECT count(*) FROM document_contents"))->at(0).toInt(), 1);
    QCOMPARE(database->row(QStringLiteral("SELECT count(*) FROM document_chunks"))->at(0).toInt(), 2);
    QCOMPARE(database->row(QStringLiteral("SELECT count(*) FROM documents"))->at(0).toInt(), 2);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_documents_kept::whatIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    QTest::newRow("no bytes") << "bytes" << "invalid" << "/pages";
    QTest::newRow("no pages") << "pages" << "invalid" << "/pages";
    QTest::newRow("no title") << "title" << "invalid" << "/title";
    QTest::newRow("a type the policy does not ask for") << "type" << "invalid" << "/type";
    QTest::newRow("no such case") << "case" << "not_found" << "";
}

void tst_documents_kept::whatIsRefused()
{
    QFETCH(QString, what);
    NewDocument document = consult(bytesOf(100, 'c'));
    QString caseId = m_case;
    if (what == QLatin1String("bytes"))
        document.bytes.clear();
    else if (what == QLatin1String("pages"))
        document.pages = 0;
    else if (what == QLatin1String("title"))
        document.title = QStringLiteral("  ");
    else if (what == QLatin1String("type"))
        document.type = QStringLiteral("horoscope");
    else
        caseId = QStringLiteral("nowhere");
    const Result<CaseDocument> refused = m_workspace->attach(caseId, document);
    QTEST(codeOf(refused), "code");
    QTEST(refused.error().place, "place");
    QVERIFY(m_workspace->documents(m_case)->isEmpty());
    QCOMPARE(m_workspace->history(m_case)->size(), 1);
}

void tst_documents_kept::closedCasesTakeNothing()
{
    const Result<CaseDocument> kept = m_workspace->attach(m_case, consult(bytesOf(10, 'd')));
    QVERIFY(m_workspace->act(*m_workspace->loadCase(m_case), Action::Approve).ok());
    const Result<CaseDocument> refused = m_workspace->attach(m_case, consult(bytesOf(11, 'd')));
    QCOMPARE(codeOf(refused), QStringLiteral("status"));
    QCOMPARE(codeOf(m_workspace->removeDocument(kept->id, QStringLiteral("Not hers."))), QStringLiteral("status"));
    QCOMPARE(m_workspace->documents(m_case)->size(), 1);
}

void tst_documents_kept::removalIsRecorded()
{
    const QByteArray bytes = bytesOf(1000, 'e');
    const Result<CaseDocument> attached = m_workspace->attach(m_case, consult(bytes));
    QCOMPARE(codeOf(m_workspace->removeDocument(attached->id, QStringLiteral(" "))), QStringLiteral("comment"));
    signIn("ned");
    m_desk->clock.advance(60'000);
    const Result<void> removed = m_workspace->removeDocument(attached->id, QStringLiteral("Another member's."));
    QVERIFY2(removed.ok(), why(removed));
    const CaseDocument gone = m_workspace->documents(m_case)->first();
    QVERIFY(gone.isRemoved());
    QCOMPARE(gone.removedBy, QStringLiteral("Ned Example"));
    QCOMPARE(gone.removedAt, m_desk->clock.now().toUTC());
    QCOMPARE(gone.removedWhy, QStringLiteral("Another member's."));
    QCOMPARE(codeOf(m_workspace->removeDocument(attached->id, QStringLiteral("Again."))), QStringLiteral("not_found"));
    QCOMPARE(*reader()->whole(attached->digest), bytes); // what was seen once can be looked up
    const Result<CaseDocument> back = m_workspace->attach(m_case, consult(bytes));
    QVERIFY2(back.ok(), why(back));
    QVERIFY(back->id != attached->id);
    QCOMPARE(m_workspace->documents(m_case)->size(), 2);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_documents_kept::theHistoryNamesBoth()
{
    const Result<CaseDocument> attached = m_workspace->attach(m_case, consult(bytesOf(1000, 'f')));
    QVERIFY(m_workspace->removeDocument(attached->id, QStringLiteral("Another member's.")).ok());
    const QList<AuditEntry> entries = *m_workspace->history(m_case);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.at(1).action, QStringLiteral("attach"));
    QCOMPARE(entries.at(1).comment, QStringLiteral("Surgical consult"));
    const QJsonArray changes = QJsonDocument::fromJson(entries.at(1).changes).array();
    QCOMPARE(changes.at(0).toObject().value(QStringLiteral("after")).toString(), attached->digest);
    QCOMPARE(changes.at(2).toObject().value(QStringLiteral("after")).toString(), QStringLiteral("unresectability"));
    QCOMPARE(entries.at(2).action, QStringLiteral("remove_document"));
    QCOMPARE(entries.at(2).comment, QStringLiteral("Another member's."));
}

void tst_documents_kept::pageTextsAreKeptAndReplaced()
{
    const Result<CaseDocument> attached = m_workspace->attach(m_case, consult(bytesOf(1000, 'g')));
    QVERIFY(m_workspace->keepDocumentTexts(attached->digest, {{1, "{\"text\":\"a\"}"}, {3, "{\"text\":\"c\"}"}}).ok());
    QVERIFY(m_workspace->keepDocumentTexts(attached->digest, {{3, "{\"text\":\"d\"}"}}).ok());
    QCOMPARE(*reader()->texts(attached->digest),
        (QMap<int, QByteArray>{{1, "{\"text\":\"a\"}"}, {3, "{\"text\":\"d\"}"}}));
    QCOMPARE(codeOf(m_workspace->keepDocumentTexts(attached->digest, {{0, "{}"}})), QStringLiteral("refused"));
    QCOMPARE(codeOf(m_workspace->keepDocumentTexts(attached->digest, {{1, "no json"}})), QStringLiteral("refused"));
    QVERIFY(!m_workspace->keepDocumentTexts(QString(64, u'0'), {{1, "{}"}}).ok());
}

void tst_documents_kept::theReaderReadsBesideTheWriter()
{
    const auto reading = reader();
    QCOMPARE(codeOf(reading->content(QString(64, u'0'))), QStringLiteral("not_found"));
    const QByteArray bytes = bytesOf(700'000, 'h');
    const Result<CaseDocument> attached = m_workspace->attach(m_case, consult(bytes));
    QCOMPARE(*reading->whole(attached->digest), bytes);
    QCOMPARE(*reading->chunk(attached->digest, 1),
        bytes.mid(DocumentRepository::chunkSize, DocumentRepository::chunkSize));
}

void tst_documents_kept::anotherKeyEndsTheReader()
{
    const Result<CaseDocument> attached = m_workspace->attach(m_case, consult(bytesOf(10, 'i')));
    const auto reading = reader();
    signIn("sam");
    if (StoreDesk::isOnServer()) {
        QCOMPARE(codeOf(m_workspace->rotateDatabaseKey()), QStringLiteral("on_server")); // it has no such key
        return;
    }
    QVERIFY(m_workspace->rotateDatabaseKey().ok());
    QCOMPARE(codeOf(reading->chunk(attached->digest, 0)), QStringLiteral("key_changed"));
    QVERIFY(reader()->whole(attached->digest).ok());
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_documents_kept::verifyFinds_data()
{
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("place");
    QTest::newRow("another byte") << "document_chunks_unchanged"
                                  << (StoreDesk::isOnServer() ? "UPDATE document_chunks SET bytes = decode(repeat('00', length(bytes)), 'hex') WHERE position = 1"
                                                              : "UPDATE document_chunks SET bytes = zeroblob(length(bytes)) WHERE position = 1")
                                  << "document ";
    QTest::newRow("a lost chunk") << "document_chunks_kept" << "DELETE FROM document_chunks WHERE position = 1"
                                  << "document ";
    QTest::newRow("the last chunk lost") << "document_chunks_kept" << "DELETE FROM document_chunks WHERE position = 2"
                                         << "document ";
    QTest::newRow("another size") << "document_contents_unchanged" << "UPDATE document_contents SET size = size + 1"
                                  << "document ";
    QTest::newRow("another title") << "documents_removed_once" << "UPDATE documents SET title = 'CT'"
                                   << "documents of ";
    QTest::newRow("another type") << "documents_removed_once" << "UPDATE documents SET type = 'symptoms'"
                                  << "documents of ";
    QTest::newRow("removed unsaid") << "documents_removed_once"
                                    << "UPDATE documents SET removed_at = 5, removed_by = user_id" << "documents of ";
    QTest::newRow("lost") << "documents_kept" << "DELETE FROM documents" << "documents of ";
}

void tst_documents_kept::verifyFinds()
{
    QFETCH(QString, trigger);
    QFETCH(QString, sql);
    QFETCH(QString, place);
    QVERIFY(m_workspace->attach(m_case, consult(bytesOf(600'000, 'j'))).ok());
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    const auto database = m_desk->database();
    QVERIFY(!database->run(sql).ok()); // the database itself refuses
    StoreDesk::dropTrigger(*database, trigger);
    const Result<void> done = database->run(sql);
    QVERIFY2(done.ok(), why(done));
    const Result<void> verified = m_workspace->verify();
    QCOMPARE(codeOf(verified), QStringLiteral("damaged"));
    QVERIFY2(verified.error().place.startsWith(place), why(verified));
}

void tst_documents_kept::theDatabaseKeepsWhatWasAttached_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("content changed") << "UPDATE document_contents SET kind = 'png'";
    QTest::newRow("content deleted") << "DELETE FROM document_contents";
    QTest::newRow("chunk deleted") << "DELETE FROM document_chunks";
    QTest::newRow("deleted") << "DELETE FROM documents";
    QTest::newRow("moved to another case") << "UPDATE documents SET case_id = 'x'";
    QTest::newRow("removed without a reason") << "UPDATE documents SET removed_at = 1, removed_by = user_id";
    QTest::newRow("removed by nobody") << "UPDATE documents SET removed_at = 1, removed_why = 'x'";
    QTest::newRow("removed by a stranger")
        << "UPDATE documents SET removed_at = 1, removed_why = 'x', removed_by = 'nobody'";
}

void tst_documents_kept::theDatabaseKeepsWhatWasAttached()
{
    QFETCH(QString, sql);
    QVERIFY(m_workspace->attach(m_case, consult(bytesOf(10, 'k'))).ok());
    QCOMPARE(codeOf(m_desk->database()->run(sql)), QStringLiteral("refused"));
}

void tst_documents_kept::nothingLiesInTheOpen()
{
    if (StoreDesk::isOnServer())
        QSKIP("of files; what a server keeps in clear is its administrator's to encrypt");
    QByteArray bytes;
    for (int line = 0; line < 20'000; ++line)
        bytes += "Quillon Featherstonehaugh, not a surgical candidate.\n";
    NewDocument document = consult(bytes);
    document.title = QStringLiteral("Featherstonehaugh consult");
    const Result<CaseDocument> attached = m_workspace->attach(m_case, document);
    QVERIFY(attached.ok());
    QVERIFY(m_workspace->keepDocumentTexts(attached->digest, {{1, "{\"text\":\"Featherstonehaugh\"}"}}).ok());
    QCOMPARE(*reader()->whole(attached->digest), bytes);
    const QStringList names = QDir(m_desk->directory()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(names.size() >= 2);
    for (const QString &name : names) {
        QFile file(m_desk->directory() + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray raw = file.readAll();
        QVERIFY2(!raw.contains("Featherstonehaugh") && !raw.contains("surgical"), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(tst_documents_kept)
#include "tst_documents_kept.moc"
