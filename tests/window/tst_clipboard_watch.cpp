#include "ui/ClipboardWatch.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace reviewdesk;

/// What was copied does not stay on the clipboard.
class tst_clipboard_watch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void afterTheDelayItIsEmpty();
    void anotherCopyBeginsTheDelayAnew();
    void forgettingIsAtOnce();
};

void tst_clipboard_watch::afterTheDelayItIsEmpty()
{
    ClipboardWatch watch;
    watch.setDelay(200);
    QGuiApplication::clipboard()->setText(QStringLiteral("Quillon Hatherleigh"));
    QTest::qWait(50);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Quillon Hatherleigh"));
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), QString(), 5'000);
}

void tst_clipboard_watch::anotherCopyBeginsTheDelayAnew()
{
    ClipboardWatch watch;
    watch.setDelay(1000);
    QGuiApplication::clipboard()->setText(QStringLiteral("one"));
    QTest::qWait(600);
    QGuiApplication::clipboard()->setText(QStringLiteral("two"));
    QTest::qWait(600);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("two"));
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), QString(), 5'000);
}

void tst_clipboard_watch::forgettingIsAtOnce()
{
    ClipboardWatch watch;
    QGuiApplication::clipboard()->setText(QStringLiteral("Quillon Hatherleigh"));
    watch.forget();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

QTEST_MAIN(tst_clipboard_watch)
#include "tst_clipboard_watch.moc"
