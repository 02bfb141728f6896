#include "EntrancePages.h"

#include "ui/help/HelpDialog.h"
#include "ui/help/HelpSheet.h"
#include "ui/signin/FirstStartPage.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/RecoverPage.h"
#include "ui/signin/RecoveryKeyPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QFile>

namespace reviewdesk {

void EntrancePages::walk()
{
    Workshop &workshop = *m_stage.wizard.workshop;
    const Entrance entrance{m_stage.wizard.directory(), StoreDesk::rulebook(), &m_stage.wizard.clock(), KeyCost::cheap()};
    auto signIn = std::make_unique<SignInPage>(workshop, entrance);
    signIn->setPracticeOffered(true);
    m_stage.show(QStringLiteral("sign-in"), std::move(signIn));
    auto firstStart = std::make_unique<FirstStartPage>(workshop, entrance);
    firstStart->setPracticeOffered(true);
    m_stage.show(QStringLiteral("first start"), std::move(firstStart));
    m_stage.show(QStringLiteral("recovery key"),
        std::make_unique<RecoveryKeyPage>(
            QStringLiteral("2345-6789-2345-6789-2345-6789"), QStringLiteral("Example Health Plan"), QStringLiteral("sam")));
    m_stage.show(QStringLiteral("recovery"), std::make_unique<RecoverPage>(workshop, entrance));
    refused(QStringLiteral("sign-in, a wrong passphrase"), entrance, QStringLiteral("not mine"));
    damaged(entrance);
    auto locked = std::make_unique<SignInPage>(workshop, entrance, QStringLiteral("nora"));
    locked->setOtherAccountOffered(true);
    m_stage.show(QStringLiteral("locked"), std::move(locked));
    help();
}

/// Its database is another file's bytes.
void EntrancePages::damaged(Entrance entrance)
{
    StoreDesk desk;
    desk.made().reset();
    QFile database(desk.databaseFile());
    require(database.open(QIODevice::WriteOnly | QIODevice::Truncate) && database.write(QByteArray(65536, 'x')) == 65536);
    database.close();
    entrance.directory = desk.directory();
    refused(QStringLiteral("sign-in, a damaged workspace"), entrance, QStringLiteral("nora"));
}

void EntrancePages::refused(const QString &name, const Entrance &entrance, const QString &passphrase)
{
    Workshop closed;
    SignInPage page(closed, entrance);
    page.resize(Stage::usual);
    page.show();
    page.findChild<QComboBox *>()->setCurrentText(QStringLiteral("nora"));
    auto *field = page.findChild<PassphraseEdit *>();
    QTest::keyClicks(field, passphrase);
    QTest::keyClick(field, Qt::Key_Return);
    auto *notice = page.findChild<Notice *>();
    Stage::waitFor([notice] { return notice->isVisible(); }, "why nobody comes in");
    m_stage.look(name, page);
}

void EntrancePages::help()
{
    QWidget window;
    QWidget covered(&window);
    HelpSheet sheet({&covered}, &window);
    window.resize(Stage::usual);
    window.show();
    sheet.open(QStringLiteral("review"));
    m_stage.look(QStringLiteral("help"), window);
    QDialog dialog(&window);
    dialog.open();
    HelpDialog::openOver(dialog, QStringLiteral("worklist"));
    Stage::settle();
    auto *help = dialog.findChild<HelpDialog *>();
    m_stage.look(QStringLiteral("help over a dialog"), *help);
}

} // namespace reviewdesk
