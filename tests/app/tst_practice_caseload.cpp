#include "app/PracticeCaseload.h"

#include <QTemporaryDir>
#include <QTest>

using namespace reviewdesk;

namespace {

const QString resources = QStringLiteral(RESOURCES);

template <typename T> QByteArray why(const Result<T> &result)
{
    return result.ok() ? QByteArray()
                       : (result.error().code + QLatin1String(": ") + result.error().message + QLatin1String(" @ ") +
                             result.error().place)
                             .toUtf8();
}

/// A workspace with its first supervisor, on an invented day.
class Practice {
public:
    Practice() : clock(QDateTime::fromString(QStringLiteral("2026-11-23T18:00:00Z"), Qt::ISODate))
    {
        const Result<std::shared_ptr<const Rulebook>> rulebook =
            loadRulebook(resources, QTimeZone(QByteArray("America/Los_Angeles")));
        NewUser supervisor;
        supervisor.loginName = QStringLiteral("practice");
        supervisor.name = QStringLiteral("Practice Supervisor");
        supervisor.role = Role::Supervisor;
        supervisor.passphrase = "practice";
        WorkspaceSettings settings;
        settings.timeZone = "America/Los_Angeles";
        Result<Workspace::Created> created = Workspace::create(m_folder.filePath(QStringLiteral("workspace")),
            supervisor, settings, rulebook.value(), clock, KeyCost::cheap());
        if (!created)
            qFatal("%s", why(created).constData());
        workspace = std::move(created->workspace);
    }

    QList<WorklistRow> rows(WorklistView view) const
    {
        WorklistQuery query;
        query.view = view;
        query.limit = 10'000;
        return workspace->worklist(query).value();
    }

    FixedClock clock;
    std::unique_ptr<Workspace> workspace;

private:
    QTemporaryDir m_folder;
};

QMap<QString, Decision> decisionOfKind()
{
    return {{QStringLiteral("approval"), Decision::Approved}, {QStringLiteral("denial"), Decision::Denied},
        {QStringLiteral("information_request"), Decision::Pended}, {QStringLiteral("withdrawal"), Decision::Withdrawn}};
}

} // namespace

/// The caseload that practice and `generate` bring in.
class tst_practice_caseload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lettersAreThoseOfTheDecisions();
    void waitsBeginWithTheirLetters();
    void someLettersWaitForThePrinter();
    void theSameSeedGivesTheSameCaseload();
    void allOrNothing();
    void everySeedsLettersMayBeIssued_data();
    void everySeedsLettersMayBeIssued();

private:
    std::optional<PracticeCaseload> m_caseload;
    std::unique_ptr<Practice> m_practice; ///< with 240 cases
};

void tst_practice_caseload::initTestCase()
{
    const Result<PracticeCaseload> loaded = PracticeCaseload::load(resources);
    QVERIFY2(loaded.ok(), why(loaded));
    m_caseload = *loaded;
    m_practice = std::make_unique<Practice>();
    const Result<void> brought = m_caseload->bringInto(*m_practice->workspace, 240, 140, "practice", KeyCost::cheap());
    QVERIFY2(brought.ok(), why(brought));
}

void tst_practice_caseload::lettersAreThoseOfTheDecisions()
{
    const Practice &practice = *m_practice;
    QCOMPARE(practice.rows(WorklistView::All).size(), 240);
    QMap<QString, int> kinds;
    for (const WorklistRow &row : practice.rows(WorklistView::All)) {
        const Result<QList<IssuedLetter>> letters = practice.workspace->letters(row.caseId);
        QVERIFY2(letters.ok(), why(letters));
        if (letters->isEmpty())
            continue;
        const Result<StoredCase> stored = practice.workspace->loadCase(row.caseId);
        QVERIFY2(stored.ok(), why(stored));
        if (stored->round > letters->last().round)
            continue; // of an earlier round, whose decision stands in that round
        QCOMPARE(letters->size() % 2, 0);
        for (qsizetype i = 0; i < letters->size(); i += 2) {
            QCOMPARE(letters->at(i).recipient, QStringLiteral("member"));
            QCOMPARE(letters->at(i + 1).recipient, QStringLiteral("provider"));
        }
        for (const IssuedLetter &letter : *letters) {
            ++kinds[letter.kind];
            const bool isNotice = letter.kind == QLatin1String("extension_notice") || letter.kind == QLatin1String("information_request");
            if (!isNotice)
                QCOMPARE(stored->reviewCase.determination.decision, std::optional(decisionOfKind().value(letter.kind)));
            QVERIFY(letter.sample);
            QVERIFY(letter.text.contains(row.summary.memberName));
            QVERIFY(letter.text.contains(row.number));
            QCOMPARE(letter.issuedBy, QStringLiteral("Alex Model"));
            QVERIFY(letter.issuedAt >= stored->createdAt);
            QVERIFY(letter.issuedAt <= practice.clock.now());
        }
    }
    for (const QString &kind :
        {QStringLiteral("approval"), QStringLiteral("denial"), QStringLiteral("information_request")})
        QVERIFY2(kinds.value(kind) >= 10, qPrintable(kind));
    QVERIFY(kinds.value(QStringLiteral("extension_notice")) >= 2);
    const Result<void> verified = practice.workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

/// A practice case that waits for information waits by its letter.
void tst_practice_caseload::waitsBeginWithTheirLetters()
{
    int waiting = 0;
    for (const WorklistRow &row : m_practice->rows(WorklistView::All)) {
        const Result<StoredCase> stored = m_practice->workspace->loadCase(row.caseId);
        QVERIFY2(stored.ok(), why(stored));
        if (!stored->clock.isWaiting())
            continue;
        ++waiting;
        QVERIFY2(stored->clock.waits.constLast().noticedAt.isValid(), qPrintable(row.number));
    }
    QVERIFY(waiting >= 10);
}

void tst_practice_caseload::someLettersWaitForThePrinter()
{
    int printed = 0;
    int waiting = 0;
    const Practice &practice = *m_practice;
    const QList<WorklistRow> issued = practice.rows(WorklistView::LettersIssued);
    for (const WorklistRow &row : issued) {
        const QList<IssuedLetter> letters = practice.workspace->letters(row.caseId).value();
        for (const IssuedLetter &letter : letters)
            (letter.printed > 0 ? printed : waiting) += 1;
    }
    QVERIFY(printed >= 20);
    QVERIFY(waiting >= 4);
    QVERIFY(issued.size() >= 40);
    int toWrite = 0;
    for (const WorklistRow &row : practice.rows(WorklistView::LettersToPrint))
        toWrite += practice.workspace->letters(row.caseId)->isEmpty() ? 1 : 0;
    QVERIFY(toWrite >= 20); // decided, and no letter yet
}

void tst_practice_caseload::theSameSeedGivesTheSameCaseload()
{
    QStringList told[2];
    for (QStringList &words : told) {
        Practice practice;
        QVERIFY(m_caseload->bringInto(*practice.workspace, 60, 7, "practice", KeyCost::cheap()).ok());
        for (const WorklistRow &row : practice.rows(WorklistView::All)) {
            words += row.number + QLatin1Char(' ') + row.summary.memberName + QLatin1Char(' ') + toWord(row.status);
            const QList<IssuedLetter> letters = practice.workspace->letters(row.caseId).value();
            for (const IssuedLetter &letter : letters)
                words += letter.digest + QLatin1Char(' ') + QString::number(letter.printed);
        }
    }
    QCOMPARE(told[0], told[1]);
    QVERIFY(told[0].size() > 60);
}

void tst_practice_caseload::allOrNothing()
{
    Practice practice;
    Letterhead bare;
    bare.sample = true; // no address, no phone: no letter may be issued with it
    const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(resources);
    QVERIFY2(composer.ok(), why(composer));
    const Result<void> brought =
        PracticeCaseload(*composer, bare).bringInto(*practice.workspace, 60, 7, "practice", KeyCost::cheap());
    QVERIFY(!brought.ok());
    QVERIFY2(brought.error().message.startsWith(QLatin1String("RD-2026-")), why(brought));
    QVERIFY(practice.rows(WorklistView::All).isEmpty());
}

void tst_practice_caseload::everySeedsLettersMayBeIssued_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1u, 42u, 4'000'000'000u})
        QTest::addRow("%u", seed) << seed;
}

void tst_practice_caseload::everySeedsLettersMayBeIssued()
{
    QFETCH(const quint32, seed);
    Practice practice;
    const Result<void> brought = m_caseload->bringInto(*practice.workspace, 100, seed, "practice", KeyCost::cheap());
    QVERIFY2(brought.ok(), why(brought));
}

QTEST_GUILESS_MAIN(tst_practice_caseload)
#include "tst_practice_caseload.moc"
