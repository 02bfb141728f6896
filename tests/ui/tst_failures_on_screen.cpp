#include "NetworkShare.h"
#include "TestDisk.h"
#include "Wizard.h"

#include "store/Keyring.h"
#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/Field.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"
#include "ui/widgets/Notice.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <optional>
#include <unistd.h>

using namespace reviewdesk;
using Saving = ReviewSession::Saving;

namespace {

QPushButton *buttonOf(const QWidget &page, const QString &words)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible() && QString(button->text()).remove(QLatin1Char('&')).startsWith(words))
            return button;
    }
    return nullptr;
}

QString noticesOf(const QWidget &page)
{
    QStringList words;
    for (const Notice *notice : page.findChildren<Notice *>()) {
        if (!notice->isHidden())
            words << notice->message();
    }
    return words.join(QLatin1Char('\n'));
}

/// One way off the page of a decision.
using Leaving = std::function<void(DecisionPage &, const QString &caseId)>;

/// Answers the question whether to lose what is not saved, and keeps its words.
void stay(QTimer &timer, QString &asked)
{
    QObject::connect(&timer, &QTimer::timeout, &timer, [&asked] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = box->text();
            QTest::keyClick(box, Qt::Key_Escape);
        }
    });
    timer.start(50);
}

/// The desk, with settings of its own.
struct Sitting {
    explicit Sitting(Wizard &wizard)
        : desk(*wizard.workshop, LetterComposer::load(QStringLiteral(":")).value(),
              sampleLetterhead(QStringLiteral(":")).value(), {}, appearance, wizard.clock())
    {
        showFor(static_cast<QWidget &>(desk));
    }

    class Home {
    public:
        Home() { qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); }

    private:
        QTemporaryDir m_folder;
    };

    Home home;
    Appearance appearance;
    Desk desk;
};

/// What a page says at the moment when one of its buttons is first shown.
class Seen : public QObject {
public:
    explicit Seen(QWidget *button) : QObject(button) { button->installEventFilter(this); }
    QString words() const { return m_words; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            QTimer::singleShot(0, this, [this, page = static_cast<QWidget *>(watched)->window()] {
                for (const QLabel *label : page->findChildren<QLabel *>())
                    m_words += label->text() + QLatin1Char('\n');
            });
        }
        return false;
    }

private:
    QString m_words;
};

/// A folder that nobody may write to while this lives; root may anyway, so root is nobody meanwhile.
class ReadOnlyFolder {
public:
    explicit ReadOnlyFolder(const QString &path) : m_path(path)
    {
        setWritable(false);
        if (!m_root)
            return;
        const QString around = QFileInfo(path).path(); // nobody must get to it
        require(QFile::setPermissions(around, QFile::permissions(around) | QFileDevice::ExeGroup | QFileDevice::ExeOther));
        require(::seteuid(65534) == 0);
    }
    ~ReadOnlyFolder()
    {
        if (m_root)
            require(::seteuid(0) == 0);
        setWritable(true);
    }
    Q_DISABLE_COPY_MOVE(ReadOnlyFolder)

private:
    void setWritable(bool on) const
    {
        const auto readable = QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
        const auto enterable = QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        const QFileDevice::Permissions writable = on ? QFileDevice::WriteOwner : QFileDevice::Permissions();
        for (const QFileInfo &file : QDir(m_path).entryInfoList(QDir::Files))
            require(QFile::setPermissions(file.filePath(), readable | writable));
        require(QFile::setPermissions(m_path, readable | enterable | writable));
    }

    QString m_path;
    bool m_root = ::geteuid() == 0;
};

} // namespace

/// What goes wrong with the disk, as the person before the screen meets it: a sentence that says what happened and what
/// to do; what was typed stays; and once it is put right, "Try again" saves it.
class TestFailuresOnScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aFailedSaveIsSaidAndRepeated_data();
    void aFailedSaveIsSaidAndRepeated();
    void aFailedDecisionDraftIsSaidAndRepeated();
    void aFailedLetterIsNotLeftUnasked();
    void aFailedDecisionIsNotLeftUnasked_data();
    void aFailedDecisionIsNotLeftUnasked();
    void anOlderWorkspaceIsBackedUpBeforeOnesEyes();
    void signingInSaysWhatIsWrong_data();
    void signingInSaysWhatIsWrong();

private:
    enum Trouble { FullDisk, BadDisk, HalfWritten, NotSynced, LostFolder, HeldByAnother, DamagedKeys };
    void make(int trouble);
    void putRight(int trouble);
    Entrance entrance() const { return {m_wizard->directory(), StoreDesk::rulebook(), &m_wizard->clock(), KeyCost::cheap()}; }

    std::unique_ptr<TestDisk> m_disk;
    std::unique_ptr<Wizard> m_wizard;
    std::unique_ptr<Database> m_other; ///< another program's connection
    QByteArray m_keys;
};

void TestFailuresOnScreen::initTestCase()
{
    m_disk = std::make_unique<TestDisk>(); // before any connection
}

void TestFailuresOnScreen::cleanup()
{
    m_other.reset();
    m_disk->repair();
    m_wizard.reset();
}

void TestFailuresOnScreen::make(int trouble)
{
    const QString directory = m_wizard->directory();
    m_wizard->workshop->drain();
    switch (trouble) {
    case FullDisk:
        m_disk->failAfter(0, TestDisk::Fault::Full, true);
        break;
    case BadDisk:
        m_disk->failAfter(0, TestDisk::Fault::Write, true);
        break;
    case HalfWritten:
        m_disk->failAfter(0, TestDisk::Fault::ShortWrite, true);
        break;
    case NotSynced:
        m_disk->failAfter(0, TestDisk::Fault::Sync, true);
        break;
    case LostFolder:
        QVERIFY(QDir().rename(directory, directory + QStringLiteral(".moved")));
        break;
    case HeldByAnother: {
        const Result<Secret> key = Keyring::read(directory + QStringLiteral("/workspace.keys"))
                                       ->unlock(QStringLiteral("sam"), "sam");
        QVERIFY2(key.ok(), why(key));
        auto opened =
            Database::open(directory + QStringLiteral("/workspace.db"), *key, Database::Mode::Existing);
        QVERIFY2(opened.ok(), why(opened));
        m_other = std::move(opened).value();
        QVERIFY(m_other->script("BEGIN IMMEDIATE").ok());
        break;
    }
    case DamagedKeys: {
        QFile file(directory + QStringLiteral("/workspace.keys"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_keys = file.readAll();
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{");
        file.close();
        break;
    }
    }
}

void TestFailuresOnScreen::putRight(int trouble)
{
    const QString directory = m_wizard->directory();
    m_disk->repair();
    if (trouble == LostFolder)
        QVERIFY(QDir().rename(directory + QStringLiteral(".moved"), directory));
    if (trouble == HeldByAnother)
        QVERIFY(m_other->script("ROLLBACK").ok());
    if (trouble == DamagedKeys) {
        QFile file(directory + QStringLiteral("/workspace.keys"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(m_keys);
    }
}

void TestFailuresOnScreen::aFailedSaveIsSaidAndRepeated_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("toDo");
    const auto row = [](const char *name, int trouble, const char *happened, const char *toDo) {
        QTest::newRow(name) << trouble << QString::fromLatin1(happened) << QString::fromLatin1(toDo);
    };
    row("full disk", FullDisk, "The disk is full", "Make room and try again");
    row("a disk that fails", BadDisk, "cannot be read or written", "Check the disk and try again");
    row("half written", HalfWritten, "cannot be read or written", "Check the disk and try again");
    row("not synced", NotSynced, "cannot be read or written", "Check the disk and try again");
    row("lost folder", LostFolder, "is not there any more", "Put it back and try again");
    row("held by another program", HeldByAnother, "Another program holds the workspace", "Close it and try again");
    row("damaged key file", DamagedKeys, "The key file is damaged", "Put back workspace.keys from a backup");
}

void TestFailuresOnScreen::aFailedSaveIsSaidAndRepeated()
{
    QFETCH(int, trouble);
    QFETCH(QString, happened);
    QFETCH(QString, toDo);
    m_wizard = std::make_unique<Wizard>();
    ReviewPage page(*m_wizard->workshop, m_wizard->stored, m_wizard->clock());
    QSignalSpy told(&page, &ReviewPage::savedAt);
    showFor(page);
    page.flush();
    make(trouble);
    auto *request = static_cast<RequestPage *>(page.currentPage());
    auto *plan = qobject_cast<QLineEdit *>(request->field(QStringLiteral("/member/plan"))->entry());
    plan->selectAll();
    QTest::keyClicks(plan, QStringLiteral("Gold"));
    QTRY_COMPARE_WITH_TIMEOUT(page.session().saving(), Saving::Failed, 20'000);
    const QString said = noticesOf(page);
    QVERIFY2(said.startsWith(QStringLiteral("Not saved: ")), qPrintable(said));
    QVERIFY2(said.contains(happened), qPrintable(said));
    QVERIFY2(said.contains(toDo), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Everything you typed is still here.")), qPrintable(said));
    QVERIFY(!told.last().first().toDateTime().isValid()); // the title does not call it saved
    QCOMPARE(plan->text(), QStringLiteral("Gold"));
    QTest::keyClicks(plan, QStringLiteral(" PPO")); // and typing goes on
    QCOMPARE(plan->text(), QStringLiteral("Gold PPO"));
    QVERIFY(page.hasUnsaved());
    putRight(trouble);
    if (page.hasUnsaved() && buttonOf(page, QStringLiteral("Try again"))) // else the next attempt was quicker
        QTest::mouseClick(buttonOf(page, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page.hasUnsaved(), 20'000);
    QVERIFY2(noticesOf(page).isEmpty(), qPrintable(noticesOf(page)));
    QCOMPARE(m_wizard->kept().reviewCase.member.plan, QStringLiteral("Gold PPO"));
}

void TestFailuresOnScreen::aFailedDecisionDraftIsSaidAndRepeated()
{
    m_wizard = std::make_unique<Wizard>("nora", StoreDesk::adverse());
    QVERIFY(m_wizard->act(Action::Refer).ok());
    m_wizard->signIn("phil");
    DecisionPage page(*m_wizard->workshop, m_wizard->kept(), m_wizard->clock());
    showFor(page);
    QTRY_VERIFY(page.form()->isEnabled());
    make(FullDisk);
    for (QPlainTextEdit *edit : page.findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == QLatin1String("Clinical rationale"))
            QTest::keyClicks(edit, QStringLiteral("Stable on two scans."));
    }
    QTRY_VERIFY(noticesOf(page).contains(QStringLiteral("The disk is full")));
    QVERIFY(noticesOf(page).contains(QStringLiteral("Everything you typed is still here.")));
    QVERIFY(page.hasUnsaved());
    putRight(FullDisk);
    QTest::mouseClick(buttonOf(page, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_VERIFY(!page.hasUnsaved());
    QTRY_VERIFY(!noticesOf(page).contains(QStringLiteral("Not saved")));
    QVERIFY(page.form()->written().contains("Stable on two scans."));
}

// Back went from a letter whose words were not saved, without a word.
void TestFailuresOnScreen::aFailedLetterIsNotLeftUnasked()
{
    m_wizard = std::make_unique<Wizard>("nora", StoreDesk::adverse());
    Sitting sitting(*m_wizard);
    Desk &desk = sitting.desk;
    desk.openLetter(m_wizard->stored.id);
    QTRY_VERIFY(desk.findChild<LetterPage *>());
    auto *page = desk.findChild<LetterPage *>();
    QTRY_VERIFY(page->isVisible());
    auto *words = page->findChild<QPlainTextEdit *>();
    make(FullDisk);
    QTest::keyClicks(words, QStringLiteral("Your scans show no growth."));
    QTRY_VERIFY_WITH_TIMEOUT(noticesOf(*page).contains(QStringLiteral("The disk is full")), 20'000);
    QString asked;
    QTimer answer;
    stay(answer, asked);
    QTest::mouseClick(buttonOf(*page, QStringLiteral("Back")), Qt::LeftButton);
    QVERIFY2(asked.contains(QStringLiteral("could not be saved")), qPrintable(asked));
    QVERIFY(page->isVisible());
    QCOMPARE(words->toPlainText(), QStringLiteral("Your scans show no growth."));
    answer.stop();
    putRight(FullDisk);
    QTRY_VERIFY_WITH_TIMEOUT(!page->hasUnsaved(), 20'000); // by itself
    QVERIFY2(noticesOf(*page).isEmpty(), qPrintable(noticesOf(*page)));
    QTest::mouseClick(buttonOf(*page, QStringLiteral("Back")), Qt::LeftButton);
    QTRY_VERIFY(desk.findChild<ReviewPage *>());
    QCOMPARE(m_wizard->kept().reviewCase.determination.plainReason, QStringLiteral("Your scans show no growth."));
}

void TestFailuresOnScreen::aFailedDecisionIsNotLeftUnasked_data()
{
    QTest::addColumn<Leaving>("leave");
    const auto row = [](const char *name, const Leaving &leave) { QTest::newRow(name) << leave; };
    row("for the letter", [](DecisionPage &page, const QString &id) { Q_EMIT page.letterWanted(id); });
    row("for the review", [](DecisionPage &page, const QString &id) { Q_EMIT page.reviewWanted(id); });
    row("by Escape", [](DecisionPage &page, const QString &) { QTest::keyClick(&page, Qt::Key_Escape); });
}

// The letter was opened over a decision whose words were not kept, without a word.
void TestFailuresOnScreen::aFailedDecisionIsNotLeftUnasked()
{
    QFETCH(Leaving, leave);
    m_wizard = std::make_unique<Wizard>("nora", StoreDesk::adverse());
    QVERIFY(m_wizard->act(Action::Refer).ok());
    m_wizard->signIn("phil");
    Sitting sitting(*m_wizard);
    Desk &desk = sitting.desk;
    desk.openCase(m_wizard->stored.id);
    QTRY_VERIFY(desk.findChild<DecisionPage *>());
    auto *page = desk.findChild<DecisionPage *>();
    QTRY_VERIFY(page->isVisible() && page->form()->isEnabled());
    make(FullDisk);
    for (QPlainTextEdit *edit : page->findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == QLatin1String("Clinical rationale"))
            QTest::keyClicks(edit, QStringLiteral("Stable on two scans."));
    }
    QTRY_VERIFY_WITH_TIMEOUT(noticesOf(*page).contains(QStringLiteral("The disk is full")), 20'000);
    QString asked;
    QTimer answer;
    stay(answer, asked);
    leave(*page, m_wizard->stored.id);
    QVERIFY2(asked.contains(QStringLiteral("Your decision is not signed")), qPrintable(asked));
    QCOMPARE(desk.casePage(), page);
    QVERIFY(page->form()->written().contains("Stable on two scans."));
    putRight(FullDisk);
}

/// A backup of many cases takes minutes: the screen says what is going on, how far it is, and lets it be stopped.
void TestFailuresOnScreen::anOlderWorkspaceIsBackedUpBeforeOnesEyes()
{
    m_wizard = std::make_unique<Wizard>();
    m_wizard->workshop->close();
    {
        const Result<Secret> key = Keyring::read(m_wizard->directory() + QStringLiteral("/workspace.keys"))
                                       ->unlock(QStringLiteral("sam"), "sam");
        auto old = Database::open(
            m_wizard->directory() + QStringLiteral("/workspace.db"), *key, Database::Mode::Existing);
        QVERIFY2(old.ok(), why(old));
        StoreDesk::dropNewer(12, **old);
        QVERIFY((*old)->script("DELETE FROM migrations WHERE number > 12; PRAGMA user_version = 12").ok());
    }
    SignInPage page(*m_wizard->workshop, entrance(), QStringLiteral("nora"));
    QSignalSpy signedIn(&page, &SignInPage::signedIn);
    showFor(page);
    QPushButton *stop = nullptr;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("S&top"))
            stop = button;
    }
    QVERIFY(stop && stop->isHidden());
    Seen seen(stop);
    QTest::keyClicks(page.findChild<PassphraseEdit *>(), QStringLiteral("nora"));
    QTest::keyClick(page.findChild<PassphraseEdit *>(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 30'000);
    QVERIFY2(seen.words().contains(QStringLiteral("comes from an earlier version. It is backed up and checked first")),
        qPrintable(seen.words()));
    QVERIFY(stop->isHidden()); // it is done
}

void TestFailuresOnScreen::signingInSaysWhatIsWrong_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("words");
    QTest::newRow("damaged pages") << 0 << QStringLiteral("is damaged");
    QTest::newRow("damaged key file") << 1 << QStringLiteral("The key file is damaged");
    QTest::newRow("newer schema") << 2 << QStringLiteral("Update the program");
    QTest::newRow("missing database") << 3 << QStringLiteral("is missing. Put it back from a backup");
    QTest::newRow("held by another program") << 4 << QStringLiteral("Another program holds the workspace");
    QTest::newRow("read-only folder") << 5 << QStringLiteral("cannot be written");
    QTest::newRow("network share") << 7 << QStringLiteral("is on a network share (nfs4)");
    QTest::newRow("lost folder") << 6 << QStringLiteral("There is no workspace");
}

/// On the sign-in screen, and the same passphrase works once it is put right.
void TestFailuresOnScreen::signingInSaysWhatIsWrong()
{
    QFETCH(int, trouble);
    QFETCH(QString, words);
    m_wizard = std::make_unique<Wizard>();
    m_wizard->workshop->close();
    const QString file = m_wizard->directory() + QStringLiteral("/workspace.db");
    const auto other = [&] {
        const Result<Secret> key = Keyring::read(m_wizard->directory() + QStringLiteral("/workspace.keys"))
                                       ->unlock(QStringLiteral("sam"), "sam");
        require(key.ok());
        auto opened = Database::open(file, *key, Database::Mode::Existing);
        require(opened.ok());
        return std::move(opened).value();
    };
    std::optional<ReadOnlyFolder> readOnly;
    std::optional<NetworkShare> share;
    const auto overwrite = [](const QString &path, qint64 at, const QByteArray &bytes) {
        QFile broken(path);
        require(broken.open(QIODevice::ReadWrite) && broken.seek(at) && broken.write(bytes) == bytes.size());
    };
    QFile::remove(file + QStringLiteral(".good"));
    QVERIFY(other()->checkpoint().ok());
    require(QFile::copy(file, file + QStringLiteral(".good")));
    if (trouble == 0)
        overwrite(file, 100, QByteArray(64, 'x'));
    else if (trouble == 1)
        make(DamagedKeys);
    else if (trouble == 2)
        QVERIFY(other()->script("PRAGMA user_version = 999").ok());
    else if (trouble == 3)
        QVERIFY(QFile::remove(file));
    else if (trouble == 5)
        readOnly.emplace(m_wizard->directory());
    else if (trouble == 6)
        make(LostFolder);
    else if (trouble == 7)
        share.emplace();
    else {
        m_other = other();
        QVERIFY(m_other->script("BEGIN IMMEDIATE").ok());
    }
    SignInPage page(*m_wizard->workshop, entrance(), QStringLiteral("nora"));
    QSignalSpy signedIn(&page, &SignInPage::signedIn);
    showFor(page);
    auto *passphrase = page.findChild<PassphraseEdit *>();
    QVERIFY(passphrase);
    QTest::keyClicks(passphrase, QStringLiteral("nora"));
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(noticesOf(page).contains(words), qPrintable(noticesOf(page)), 20'000);
    QVERIFY(signedIn.isEmpty());
    m_other.reset();
    readOnly.reset();
    share.reset();
    if (trouble == 1) {
        putRight(DamagedKeys);
    } else if (trouble == 6) {
        putRight(LostFolder);
    } else {
        for (const char *beside : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1String(beside));
        require(QFile::copy(file + QStringLiteral(".good"), file));
    }
    passphrase->setFocus();
    passphrase->selectAll();
    QTest::keyClicks(passphrase, QStringLiteral("nora"));
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 30'000);
}

QTEST_MAIN(TestFailuresOnScreen)
#include "tst_failures_on_screen.moc"
