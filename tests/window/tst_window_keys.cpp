#include "tests/window/Seat.h"

#include <QApplication>
#include <QDialog>
#include <QMainWindow>
#include <QTest>

using namespace reviewdesk;

/// F1 and Ctrl+L as they come from a real keyboard while a dialog has it: through the X server and the window manager.
class tst_window_keys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { seat.leave(); }
    void aRemarkIsLeftAndComesBack();

private:
    Seat seat;
};

namespace {

bool isAt(const QString &title)
{
    return Typist::waitFor(
        [&title] { return QApplication::activeWindow() && QApplication::activeWindow()->windowTitle() == title; });
}

} // namespace

void tst_window_keys::aRemarkIsLeftAndComesBack()
{
    QVERIFY(seat.open() && seat.signIn(QStringLiteral("nora")));
    QVERIFY(seat.startReview());
    Typist::press(QStringLiteral("alt+m"));
    QVERIFY(Typist::waitFor([] { return qobject_cast<QDialog *>(QApplication::activeWindow()); }));
    const QString remarks = QApplication::activeWindow()->windowTitle();
    QVERIFY(Typist::tabTo(QStringLiteral("Remark, for everybody who works on the case")));
    Typist::type(QStringLiteral("Dr. Lee"));
    Typist::press(QStringLiteral("F1"));
    QVERIFY(isAt(QStringLiteral("Help")));
    Typist::press(QStringLiteral("Escape"));
    QVERIFY(isAt(remarks));
    Typist::type(QStringLiteral(" called"));
    Typist::press(QStringLiteral("F1"));
    QVERIFY(isAt(QStringLiteral("Help")));
    Typist::press(QStringLiteral("ctrl+l"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Unlock")); }));
    QVERIFY(!Typist::reads(QStringLiteral("Dr. Lee")));
    QVERIFY(Typist::waitFor([] { return qobject_cast<QMainWindow *>(QApplication::activeWindow()); })); // of itself
    QVERIFY(Typist::tabTo(QStringLiteral("Passphrase")));
    Typist::type(QStringLiteral("nora"));
    Typist::press(QStringLiteral("Return"));
    QVERIFY(isAt(remarks));
    Typist::type(QStringLiteral(" back"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Dr. Lee called back")); }));
    Typist::press(QStringLiteral("ctrl+l"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Unlock")); }));
}

REVIEWDESK_WINDOW_MAIN(tst_window_keys)
#include "tst_window_keys.moc"
