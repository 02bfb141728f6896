#include "Visit.h"

#include "Scene.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

namespace reviewdesk {

void waitFor(const std::function<bool()> &seen, const char *what)
{
    if (!QTest::qWaitFor(seen, 20'000))
        qFatal("never came: %s", what);
    QTest::qWait(350);
}

void pressIn(const QWidget &page, const QString &text)
{
    const QList<QAbstractButton *> buttons = page.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text() == text) {
            button->click();
            return;
        }
    }
    qFatal("no button %s", qPrintable(text));
}

Visit::Visit(Start start, const Clock &clock, const QString &loginName) : m_window(std::move(start), clock)
{
    m_window.resize(1280, 800);
    m_window.show();
    waitFor([this] { return m_window.isVisible(); }, "window");
    if (!loginName.isEmpty())
        signIn(loginName);
}

void Visit::open(const QString &caseId)
{
    desk().openCase(caseId);
    waitFor([&] { return desk().casePage() && desk().caseId() == caseId; }, "case");
}

void Visit::signIn(const QString &loginName)
{
    const QList<QComboBox *> accounts = m_window.findChildren<QComboBox *>();
    for (QComboBox *account : accounts)
        account->setCurrentText(loginName);
    const QList<QLineEdit *> fields = m_window.findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->echoMode() == QLineEdit::Password)
            QTest::keyClicks(field, QString::fromUtf8(Scene::passphrase) + QLatin1Char('\r'));
    }
    waitFor([this] { return deskOf(m_window) != nullptr; }, "desk");
}

} // namespace reviewdesk
