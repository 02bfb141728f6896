#include "ui/tour/Tour.h"

#include <QAccessible>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtTest>

using namespace reviewdesk;

namespace {

/// A window with a button, a field with a shortcut, and the tour over them.
struct Plain {
    Plain() : page(new QWidget(&window)), first(new QPushButton(QStringLiteral("&Next door"))), second(new QPushButton), tour(&window)
    {
        auto *layout = new QVBoxLayout(page);
        layout->addWidget(first);
        layout->addWidget(second);
        window.resize(900, 700);
        page->setGeometry(0, 0, 900, 120);
        QObject::connect(first, &QPushButton::clicked, first, [this] { ++pressed; });
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), &window);
        QObject::connect(shortcut, &QShortcut::activated, first, [this] { ++pressed; });
        auto *lock = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), &window);
        QObject::connect(lock, &QShortcut::activated, first, [this] { ++locked; });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus();
        tour.start({{QStringLiteral("One"), QStringLiteral("The first."), {}, [this] { return first; }},
            {QStringLiteral("Two"), QStringLiteral("The second."), {}, [this] { return second; }}});
    }

    QWidget window;
    QWidget *page;
    QPushButton *first;
    QPushButton *second;
    Tour tour;
    int pressed = 0;
    int locked = 0;
};

} // namespace

/// The tour over a plain window: lit, read and left by keys or mouse.
class tst_tour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingUnderItWorks();
    void theFocusGoesRound();
    void theWordsAreRead();
    void theLightFollowsItsWidget();
    void whatComesInItsPlaceIsLit();
    void aStopWhosePageDoesNotComeIsLeftOut();
};

void tst_tour::nothingUnderItWorks()
{
    Plain plain;
    QCOMPARE(plain.tour.current(), 0);
    const QPoint onFirst = plain.first->mapTo(&plain.window, plain.first->rect().center());
    QCOMPARE(plain.window.childAt(onFirst), &plain.tour);
    QTest::mouseClick(&plain.tour, Qt::LeftButton, {}, onFirst);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(plain.pressed, 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(plain.locked, 1);
    // its own key is not the page's
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier);
    QCOMPARE(plain.tour.current(), 1);
    QCOMPARE(plain.pressed, 0);
    QSignalSpy ended(&plain.tour, &Tour::ended);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!plain.tour.isRunning() && !plain.tour.isVisible());
    QCOMPARE(QApplication::focusWidget(), plain.first);
    QTest::keyClick(plain.first, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(plain.pressed, 1);
}

void tst_tour::theFocusGoesRound()
{
    Plain plain;
    QStringList round;
    for (int i = 0; i < 3; ++i) {
        round.append(static_cast<QPushButton *>(QApplication::focusWidget())->text());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(round, QStringList({QStringLiteral("&Next"), QStringLiteral("&Skip the tour"), QStringLiteral("&Next")}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier); // Back is there now
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(static_cast<QPushButton *>(QApplication::focusWidget())->text(), QStringLiteral("&Back"));
    plain.second->setFocus(); // as a page that comes up does
    QVERIFY(plain.tour.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Done
    QVERIFY(!plain.tour.isRunning());
}

void tst_tour::theWordsAreRead()
{
    Plain plain;
    QAccessibleInterface *next = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
    QVERIFY(next);
    QCOMPARE(next->text(QAccessible::Description), QStringLiteral("One. The first."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Description),
        QStringLiteral("Two. The second."));
    QCOMPARE(QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Name),
        QStringLiteral("Done"));
}

void tst_tour::theLightFollowsItsWidget()
{
    Plain plain;
    const auto isLit = [&] {
        const QRect first(plain.first->mapTo(&plain.window, QPoint()), plain.first->size());
        const QRect inSight = first & plain.window.rect().adjusted(2, 2, -2, -2); // its frame stays in the window
        return !inSight.isEmpty() && plain.tour.lit().contains(inSight) &&
            !plain.tour.lit().intersects(plain.tour.card()->geometry());
    };
    QVERIFY(isLit());
    plain.page->move(100, 300);
    QVERIFY(isLit());
    plain.window.resize(640, 560);
    QTRY_COMPARE(plain.tour.size(), plain.window.size());
    QVERIFY(isLit());
    QVERIFY(plain.tour.rect().contains(plain.tour.card()->geometry()));
}

/// The words "no cases here" give way to the cases once these are read.
void tst_tour::whatComesInItsPlaceIsLit()
{
    Plain plain;
    plain.tour.start({{QStringLiteral("Cases"), QStringLiteral("All of them."), {},
        [&plain] { return plain.first->isVisible() ? plain.first : plain.second; }}});
    const auto placeOf = [&plain](const QWidget *widget) {
        return QRect(widget->mapTo(&plain.window, QPoint()), widget->size()) & plain.window.rect().adjusted(2, 2, -2, -2);
    };
    QVERIFY(plain.tour.lit().contains(placeOf(plain.first)));
    plain.first->hide();
    QTRY_VERIFY(plain.tour.lit().contains(placeOf(plain.second)));
    QCOMPARE(plain.tour.current(), 0);
}

void tst_tour::aStopWhosePageDoesNotComeIsLeftOut()
{
    Plain plain;
    int asked = 0;
    plain.tour.start({{QStringLiteral("One"), {}, {}, [&] { return plain.first; }},
        {QStringLiteral("Never"), {}, {}, [&asked]() -> QWidget * { ++asked; return nullptr; }},
        {QStringLiteral("Three"), {}, {}, [&] { return plain.second; }}});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(plain.tour.current(), 1);
    QVERIFY(plain.tour.lit().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(plain.tour.current(), 2, 60'000);
    QVERIFY(asked > 10);
}

QTEST_MAIN(tst_tour)
#include "tst_tour.moc"
