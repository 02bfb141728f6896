#include "StoreDesk.h"
#include "ui/signin/CapsLockNote.h"
#include "ui/signin/FirstStartPage.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/PassphraseQuality.h"
#include "ui/signin/RecoveryKeyPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace reviewdesk;

namespace {

const QString passphrase = QStringLiteral("seven quiet herons");

QPushButton *button(const QWidget &page, const QString &text)
{
    for (QPushButton *found : page.findChildren<QPushButton *>()) {
        if (found->text().remove(QLatin1Char('&')) == text)
            return found;
    }
    return nullptr;
}

} // namespace

/// First start makes a workspace, sign-in opens it: by keyboard, with the real store and cheap keys.
class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void qualityInWords_data();
    void qualityInWords();
    void capsLockIsNoticed();
    void capsLockIsSaid();
    void hintsStayAndAreHeard();
    void firstStartRefusesWithReasons();
    void theTimeZoneIsReadWhole();
    void firstStartMakesTheWorkspace();
    void wrongPassphraseIsAnsweredAndSlowed();
    void rightPassphraseSignsIn();
    void amongSeveralNobodyIsGuessed();
    void theLastAccountIsRemembered();
    void theLockRemembersNobody();
    void theBackupBeforeAnUpgradeCanBeStopped();

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_settings;
    SystemClock m_clock;
    Entrance m_entrance;
};

void TestSignIn::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    Result<std::shared_ptr<const Rulebook>> rulebook = loadRulebook(QStringLiteral(":"), QTimeZone::utc());
    QVERIFY2(rulebook.ok(), rulebook.ok() ? "" : qPrintable(rulebook.error().message));
    m_entrance = {m_folder.filePath(QStringLiteral("workspace")), *rulebook, &m_clock, KeyCost::cheap()};
}

void TestSignIn::qualityInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("enough");
    QTest::addColumn<QString>("word");
    QTest::newRow("short") << QStringLiteral("heron") << false << QStringLiteral("At least 12");
    QTest::newRow("repeated") << QStringLiteral("aaaaaaaaaaaaaaaa") << false << QStringLiteral("repeats itself");
    QTest::newRow("counting") << QStringLiteral("123456789012345") << false << QStringLiteral("counts up");
    QTest::newRow("own name") << QStringLiteral("kimexample12") << false << QStringLiteral("name");
    QTest::newRow("words") << passphrase << true << QStringLiteral("Good");
}

void TestSignIn::qualityInWords()
{
    QFETCH(QString, typed);
    QFETCH(bool, enough);
    QFETCH(QString, word);
    const PassphraseQuality quality = passphraseQuality(typed, {QStringLiteral("kimexample")});
    QCOMPARE(quality.enough, enough);
    QVERIFY2(quality.words.contains(word), qPrintable(quality.words));
}

void TestSignIn::capsLockIsNoticed()
{
    PassphraseEdit edit;
    QSignalSpy seen(&edit, &PassphraseEdit::capsLockSeen);
    QKeyEvent locked(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("A"));
    QCoreApplication::sendEvent(&edit, &locked);
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, QStringLiteral("A"));
    QCoreApplication::sendEvent(&edit, &shifted);
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.at(0).first().toBool(), true);
    QCOMPARE(seen.at(1).first().toBool(), false);
}

void TestSignIn::capsLockIsSaid()
{
    CapsLockNote note;
    QVERIFY(!note.isVisible());
    note.setOn(true);
    QVERIFY(note.isVisible());
    bool isPictured = false;
    QStringList words;
    for (const QLabel *label : note.findChildren<QLabel *>()) {
        isPictured = isPictured || !label->pixmap().isNull();
        words << label->text();
    }
    QVERIFY(isPictured);
    QVERIFY(words.contains(QStringLiteral("Caps Lock seems to be on.")));
    note.setOn(false);
    QVERIFY(!note.isVisible());
}

/// They were placeholders: gone with the first letter, and no screen reader told them.
void TestSignIn::hintsStayAndAreHeard()
{
    Workshop workshop;
    FirstStartPage page(workshop, m_entrance);
    page.resize(1280, 800);
    page.show();
    QStringList labels;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            labels << label->text();
    }
    int hinted = 0;
    for (QLineEdit *edit : page.findChildren<QLineEdit *>()) {
        if (qobject_cast<PassphraseEdit *>(edit))
            continue;
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(edit);
        QVERIFY2(labels.contains(heard->text(QAccessible::Description)), qPrintable(heard->text(QAccessible::Name)));
        QVERIFY2(!heard->text(QAccessible::Name).isEmpty(), qPrintable(heard->text(QAccessible::Description)));
        QCOMPARE(edit->placeholderText(), QString());
        ++hinted;
    }
    QCOMPARE(hinted, 4);
}

void TestSignIn::firstStartRefusesWithReasons()
{
    Workshop workshop;
    FirstStartPage page(workshop, m_entrance);
    page.show();
    QTest::mouseClick(button(page, QStringLiteral("Make the workspace")), Qt::LeftButton);
    const Notice *notice = page.findChild<Notice *>();
    QVERIFY(notice->message().contains(QStringLiteral("name is missing")));
    QVERIFY(!Workspace::exists(m_entrance.directory));
}

/// The list of time zones was as wide as twelve letters and cut "America/Los Angeles".
void TestSignIn::theTimeZoneIsReadWhole()
{
    for (const qreal scale : {1.0, 1.5}) {
        Theme::apply(*qApp, Theme::Scheme::Light, scale);
        Workshop workshop;
        FirstStartPage page(workshop, m_entrance);
        page.resize(1280, 800);
        page.show();
        auto *zone = page.findChild<QComboBox *>();
        zone->setCurrentIndex(zone->findData(QByteArray("America/Los_Angeles")));
        QVERIFY(zone->currentText().startsWith(QStringLiteral("America/Los Angeles")));
        QStyleOptionComboBox option;
        option.initFrom(zone);
        const QRect room =
            zone->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, zone);
        const int wanted = zone->fontMetrics().horizontalAdvance(zone->currentText());
        QVERIFY2(room.width() >= wanted, qPrintable(QStringLiteral("%1 < %2").arg(room.width()).arg(wanted)));
    }
    Theme::apply(*qApp, Theme::Scheme::Light);
}

void TestSignIn::firstStartMakesTheWorkspace()
{
    Workshop workshop;
    FirstStartPage page(workshop, m_entrance);
    page.show();
    QSignalSpy finished(&page, &FirstStartPage::finished);
    const QList<QLineEdit *> fields = page.findChildren<QLineEdit *>();
    QVERIFY(fields.size() >= 6); // name, login, credential, passphrase twice, plan
    QTest::keyClicks(fields.at(0), QStringLiteral("Kim Example"));
    QCOMPARE(fields.at(1)->text(), QStringLiteral("kim.example"));
    QList<PassphraseEdit *> secrets = page.findChildren<PassphraseEdit *>();
    QCOMPARE(secrets.size(), 2);
    QTest::keyClicks(secrets.at(0), passphrase);
    QTest::keyClicks(secrets.at(1), passphrase);
    QTest::keyClicks(fields.last(), QStringLiteral("Sample Plan"));
    QPushButton *make = button(page, QStringLiteral("Make the workspace"));
    make->setFocus();
    QTest::keyClick(make, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<RecoveryKeyPage *>(), 20'000);
    QPushButton *go = button(page, QStringLiteral("Open ReviewDesk"));
    QVERIFY(!go->isEnabled()); // not before it is confirmed that the key is kept
    for (QCheckBox *box : page.findChild<RecoveryKeyPage *>()->findChildren<QCheckBox *>())
        QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(go->isEnabled());
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(workshop.user().loginName, QStringLiteral("kim.example"));
    QCOMPARE(workshop.user().role, Role::Supervisor);
}

void TestSignIn::wrongPassphraseIsAnsweredAndSlowed()
{
    Workshop workshop;
    SignInPage page(workshop, m_entrance);
    page.show();
    QSignalSpy signedIn(&page, &SignInPage::signedIn);
    auto *field = page.findChild<PassphraseEdit *>();
    QTest::keyClicks(field, QStringLiteral("not the right one"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        page.findChild<Notice *>()->message().contains(QStringLiteral("do not belong together")), 20'000);
    QVERIFY(field->text().isEmpty());
    QVERIFY(button(page, QStringLiteral("Wait 1 s"))); // the button says how long
    QTRY_VERIFY_WITH_TIMEOUT(button(page, QStringLiteral("Sign in")), 5'000);
    QCOMPARE(signedIn.size(), 0);
}

void TestSignIn::rightPassphraseSignsIn()
{
    Workshop workshop;
    SignInPage page(workshop, m_entrance);
    page.show();
    QCOMPARE(page.findChild<QComboBox *>()->currentText(), QStringLiteral("kim.example"));
    QSignalSpy signedIn(&page, &SignInPage::signedIn);
    auto *field = page.findChild<PassphraseEdit *>();
    QTest::keyClicks(field, passphrase);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 20'000);
    QCOMPARE(workshop.user().name, QStringLiteral("Kim Example"));
}

void TestSignIn::amongSeveralNobodyIsGuessed()
{
    Workshop workshop;
    QVERIFY(workshop
                .open([this] {
                    return Workspace::open(m_entrance.directory, QStringLiteral("kim.example"), passphrase.toUtf8(),
                        m_entrance.rulebook, m_clock);
                })
                .ok());
    NewUser second{QStringLiteral("ada.example"), QStringLiteral("Ada Example"), Role::Nurse, QStringLiteral("RN"), {},
        {}, {}, passphrase.toUtf8()};
    const Result<UserAccount> added =
        workshop.run([&](Workspace &workspace) { return workspace.addUser(second, KeyCost::cheap()); }).takeResult();
    QVERIFY2(added.ok(), added.ok() ? "" : qPrintable(added.error().message));
    workshop.close();

    QSettings().clear();
    SignInPage page(workshop, m_entrance);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *account = page.findChild<QComboBox *>();
    QCOMPARE(account->count(), 2);
    QCOMPARE(account->currentText(), QString());
    QVERIFY(account->hasFocus());
    QTest::keyClicks(page.findChild<PassphraseEdit *>(), passphrase);
    QTest::keyClick(page.findChild<PassphraseEdit *>(), Qt::Key_Return);
    QVERIFY(page.findChild<Notice *>()->message().contains(QStringLiteral("your account")));
    QVERIFY(account->hasFocus());
    QVERIFY(!workshop.isOpen());
}

void TestSignIn::theLastAccountIsRemembered()
{
    const auto signIn = [this](const QString &typed) {
        Workshop workshop;
        SignInPage page(workshop, m_entrance);
        page.show();
        page.activateWindow();
        QSignalSpy signedIn(&page, &SignInPage::signedIn);
        auto *account = page.findChild<QComboBox *>();
        if (!typed.isEmpty()) {
            account->lineEdit()->selectAll();
            QTest::keyClicks(account->lineEdit(), typed);
        }
        const QString shown = account->currentText();
        QTest::keyClicks(page.findChild<PassphraseEdit *>(), passphrase);
        QTest::keyClick(page.findChild<PassphraseEdit *>(), Qt::Key_Return);
        return QTest::qWaitFor([&] { return signedIn.size() == 1; }, 20'000) ? shown : QStringLiteral("not signed in");
    };
    QCOMPARE(signIn(QStringLiteral("kim.example")), QStringLiteral("kim.example"));
    QCOMPARE(signIn({}), QStringLiteral("kim.example"));
    QCOMPARE(signIn(QStringLiteral("ada.example")), QStringLiteral("ada.example"));

    Workshop workshop;
    SignInPage page(workshop, m_entrance);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QCOMPARE(page.findChild<QComboBox *>()->currentText(), QStringLiteral("ada.example"));
    QVERIFY(page.findChild<PassphraseEdit *>()->hasFocus());

    // another workspace does not know her
    Entrance other = m_entrance;
    other.directory = m_folder.filePath(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkpath(other.directory));
    QVERIFY(QFile::copy(
        m_entrance.directory + QStringLiteral("/workspace.keys"), other.directory + QStringLiteral("/workspace.keys")));
    SignInPage elsewhere(workshop, other);
    QCOMPARE(elsewhere.findChild<QComboBox *>()->count(), 2);
    QCOMPARE(elsewhere.findChild<QComboBox *>()->currentText(), QString());
}

void TestSignIn::theLockRemembersNobody()
{
    QSettings().clear();
    Workshop workshop;
    SignInPage page(workshop, m_entrance, QStringLiteral("kim.example"));
    page.show();
    QVERIFY(!page.findChild<QComboBox *>());
    QSignalSpy signedIn(&page, &SignInPage::signedIn);
    auto *field = page.findChild<PassphraseEdit *>();
    QTest::keyClicks(field, passphrase);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 20'000);
    QVERIFY(QSettings().allKeys().isEmpty());
}

/// A large workspace of an earlier program takes its time to be backed up: the page says so, counts, and stops when asked.
void TestSignIn::theBackupBeforeAnUpgradeCanBeStopped()
{
    StoreDesk desk;
    desk.made();
    const auto schema = [&desk] { return desk.database()->row(QStringLiteral("PRAGMA user_version"))->value(0).toInt(); };
    const int newest = schema();
    {
        const std::unique_ptr<Database> database = desk.database();
        StoreDesk::dropNewer(13, *database);
        const Result<void> back = database->script(
            "DELETE FROM migrations WHERE number > 13; PRAGMA user_version = 13; CREATE TABLE padding (bytes BLOB);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)"
            " INSERT INTO padding SELECT zeroblob(1048576) FROM n");
        QVERIFY2(back.ok(), why(back));
    }
    const Entrance entrance{desk.directory(), StoreDesk::rulebook(), &desk.clock, KeyCost::cheap()};
    Workshop workshop;
    SignInPage page(workshop, entrance);
    page.show();
    auto *field = page.findChild<PassphraseEdit *>();
    auto *account = page.findChild<QComboBox *>();
    account->setCurrentText(QStringLiteral("nora"));
    QTest::keyClicks(field, QStringLiteral("nora"));
    QTest::keyClick(field, Qt::Key_Return);
    QPushButton *stop = button(page, QStringLiteral("Stop"));
    QVERIFY(stop);
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 20'000);
    QVERIFY(page.findChild<QProgressBar *>()->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), 20'000);
    QVERIFY(page.findChild<Notice *>()->isVisible());
    QVERIFY(!stop->isVisible());
    QCOMPARE(schema(), 13); // nothing was changed
    QVERIFY(QDir(desk.directory() + QStringLiteral("/backups")).entryList(QDir::Files).isEmpty());

    QSignalSpy signedIn(&page, &SignInPage::signedIn); // and again, to the end
    field->clear();
    QTest::keyClicks(field, QStringLiteral("nora"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 60'000);
    QCOMPARE(schema(), newest);
}

QTEST_MAIN(TestSignIn)
#include "tst_sign_in.moc"
