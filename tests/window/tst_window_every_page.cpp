#include "EveryPage.h"
#include "tests/window/GuiWatch.h"
#include "ui/widgets/Theme.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace reviewdesk;

/// Every page, dialog and state opens, is painted and is left without a moment in which the window stands still.
class tst_window_every_page : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_window_every_page"));
        QSettings().clear();
        Theme::apply(*qApp, Theme::Scheme::Light);
    }
    void noMomentIsLong();
};

void tst_window_every_page::noMomentIsLong()
{
    QStringList blocks;
    int seen = 0;
    const auto look = [&](const QString &name, QWidget &) {
        ++seen;
        for (const QString &block : GuiWatch::running()->takeBlocks())
            blocks.append(name + QLatin1String(": ") + block);
    };
    EveryPage(look).walk();
    qInfo("the longest moment: %s", qPrintable(GuiWatch::running()->takeLongest()));
    QVERIFY2(seen > 60, qPrintable(QString::number(seen)));
    QVERIFY2(blocks.isEmpty(), qPrintable(QLatin1String("the window stood still on the way to\n  ") + blocks.join(QLatin1String("\n  "))));
}

REVIEWDESK_WINDOW_MAIN(tst_window_every_page)
#include "tst_window_every_page.moc"
