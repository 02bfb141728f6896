#include "NetworkShare.h"
#include "PageWords.h"
#include "TroubledDesk.h"

#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <optional>
#include <unistd.h>

using namespace reviewdesk;

namespace {

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

/// What is wrong with a workspace is said where one signs in, and the same passphrase works once it is put right.
class TestFailuresAtSignIn : public QObject, private TroubledDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanup() { leave(); }
    void anOlderWorkspaceIsBackedUpBeforeOnesEyes();
    void signingInSaysWhatIsWrong_data();
    void signingInSaysWhatIsWrong();

private:
    Entrance entrance() const { return {m_wizard->directory(), StoreDesk::rulebook(), &m_wizard->clock(), KeyCost::cheap()}; }
};

/// A backup of many cases takes minutes: the screen says what is going on, how far it is, and lets it be stopped.
void TestFailuresAtSignIn::anOlderWorkspaceIsBackedUpBeforeOnesEyes()
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

void TestFailuresAtSignIn::signingInSaysWhatIsWrong_data()
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
void TestFailuresAtSignIn::signingInSaysWhatIsWrong()
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

QTEST_MAIN(TestFailuresAtSignIn)
#include "tst_failures_at_sign_in.moc"
