#include "StoreDesk.h"

#include <QTest>

using namespace reviewdesk;

/// Which letters of which cases are still to go out, from more time that is taken to the last print.
class TestWaitingLetters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace.reset();
        m_desk = std::make_unique<StoreDesk>();
        m_desk->made();
        m_workspace = m_desk->opened(QStringLiteral("nora"));
        ReviewCase content = StoreDesk::approvable();
        content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage; // whose rule gives more time
        content.determination.plainReason = QStringLiteral("words");
        m_case = must(m_workspace->createCase(content));
    }

    void whatTheStatusAsksForWaitsUntilBothArePrinted()
    {
        QCOMPARE(waiting(), QStringList());
        act(Action::Approve);
        QCOMPARE(waiting(), QStringList(QStringLiteral("approval"))); // nobody has issued it
        print(issue("approval", "member"));
        QCOMPARE(waiting(), QStringList(QStringLiteral("approval")));
        const IssuedLetter provider = issue("approval", "provider");
        QCOMPARE(waiting(), QStringList(QStringLiteral("approval")));
        print(provider);
        QCOMPARE(waiting(), QStringList());
        IssuedLetter correction = letter("approval", "member");
        correction.supersedes = m_workspace->letters(m_case.id)->constFirst().id;
        correction.correctionReason = QStringLiteral("A wrong number.");
        must(m_workspace->issueLetter(correction));
        QCOMPARE(waiting(), QStringList(QStringLiteral("approval")));
    }

    void aRequestAndANoticeWaitBeside()
    {
        act(Action::Extend);
        QCOMPARE(waiting(), QStringList(QStringLiteral("extension_notice"))); // and nothing else can be issued yet
        print(issue("extension_notice", "member"));
        const IssuedLetter notice = issue("extension_notice", "provider");
        act(Action::Pend);
        QCOMPARE(waiting(), (QStringList{QStringLiteral("extension_notice"), QStringLiteral("information_request")}));
        print(notice);
        for (const char *recipient : {"member", "provider"})
            print(issue("information_request", recipient));
        QCOMPARE(waiting(), QStringList());
        act(Action::Resume);
        QCOMPARE(waiting(), QStringList());
        act(Action::Pend); // a second request is a letter of its own
        QCOMPARE(waiting(), QStringList(QStringLiteral("information_request")));
        act(Action::Resume);
        QCOMPARE(waiting(), QStringList());
        act(Action::Approve);
        QCOMPARE(waiting(), QStringList(QStringLiteral("approval")));
    }

    /// More of them than one question of the database holds.
    void eachCaseHasItsOwn()
    {
        act(Action::Approve);
        const QString draft = must(m_workspace->createCase(StoreDesk::approvable())).id;
        QStringList ids;
        for (int none = 0; none < 450; ++none)
            ids.append(QStringLiteral("none %1").arg(none));
        ids << draft << m_case.id;
        const QMap<QString, QStringList> found = must(m_workspace->waitingLetters(ids));
        QCOMPARE(found.keys(), QStringList(m_case.id));
        QVERIFY(must(m_workspace->waitingLetters({})).isEmpty());
    }

private:
    template <typename T> static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s", why(result).constData());
        return std::move(result).value();
    }

    void act(Action action)
    {
        m_case = must(m_workspace->act(m_case, action, QStringLiteral("More is to be read.")));
    }

    IssuedLetter letter(const char *kind, const char *recipient) const
    {
        IssuedLetter letter;
        letter.caseId = m_case.id;
        letter.kind = QString::fromLatin1(kind);
        letter.recipient = QString::fromLatin1(recipient);
        letter.title = QStringLiteral("Letter");
        letter.html = QStringLiteral("<p>Words.</p>");
        letter.text = QStringLiteral("Words.");
        letter.templateVersion = QStringLiteral("1");
        letter.digest = QStringLiteral("0123");
        letter.sample = true;
        return letter;
    }

    IssuedLetter issue(const char *kind, const char *recipient)
    {
        return must(m_workspace->issueLetter(letter(kind, recipient)));
    }

    void print(const IssuedLetter &letter)
    {
        const Result<void> done = m_workspace->recordPrint(letter.id);
        if (!done)
            qFatal("%s", why(done).constData());
    }

    QStringList waiting() { return must(m_workspace->waitingLetters({m_case.id})).value(m_case.id); }

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    StoredCase m_case;
};

QTEST_MAIN(TestWaitingLetters)
#include "tst_waiting_letters.moc"
