#include "Wizard.h"

#include "ui/review/ReviewPage.h"
#include "ui/review/StepList.h"

#include <QScrollArea>
#include <QScrollBar>

using namespace reviewdesk;

/// The wizard in a window that is as low as it can be made.
class TestLowWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Theme::apply(*qApp, Theme::Scheme::Light); }

    void theStepsScroll_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("as low as it gets") << 100 << 0 << true;
        QTest::newRow("as low as it gets, large text") << 150 << 0 << true;
        QTest::newRow("800 pixels") << 100 << 800 << false;
    }
    // Titles stood over the words of the step before.
    void theStepsScroll()
    {
        QFETCH(const int, percent);
        QFETCH(const int, height);
        QFETCH(const bool, scrolls);
        Wizard wizard("nora", colorectal());
        Theme::apply(*qApp, Theme::Scheme::Light, percent / 100.0);
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page, {1280, height > 0 ? height : qMin(429, page.minimumSizeHint().height())});
        QTest::qWait(20);
        const QList<StepButton *> steps = page.steps()->buttons();
        for (qsizetype at = 0; at < steps.size(); ++at) {
            QVERIFY(steps.at(at)->height() >= steps.at(at)->sizeHint().height());
            QVERIFY(at == 0 || !steps.at(at)->geometry().intersects(steps.at(at - 1)->geometry()));
        }
        const auto *area = page.steps()->findChild<QScrollArea *>();
        QCOMPARE(area->verticalScrollBar()->maximum() > 0, scrolls);
        const auto isInSight = [area](QWidget *step) {
            return QRect(QPoint(), area->viewport()->size()).contains(QRect(step->mapTo(area->viewport(), QPoint()), step->size()));
        };
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_8, Qt::AltModifier);
        QVERIFY(isInSight(steps.at(7)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(isInSight(steps.at(0)));
        steps.at(0)->setFocus(Qt::TabFocusReason);
        for (int down = 1; down < 8; ++down) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            QVERIFY(isInSight(steps.at(down)));
        }
        page.resize(page.width(), page.height() + 40);
        QTest::qWait(20);
        QVERIFY(isInSight(steps.at(0))); // the one that is shown
    }
};

QTEST_MAIN(TestLowWindow)
#include "tst_low_window.moc"
