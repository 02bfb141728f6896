#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIcon>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace reviewdesk;

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsTheStandards();
    void everyTextIsReadable_data();
    void everyTextIsReadable();
    void controlsHaveVisibleBorders();
    void sheetUsesKnownTokensOnly();
    void applyingSwitchesColoursAndSize();
    void iconsTakeTheirRolesColour();
    void noIconComesFromTheDesktop();
};

void TestTheme::contrastIsTheStandards()
{
    QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(Theme::contrast(Qt::red, Qt::red), 1.0);
    // a published value: #767676 on white is 4.54
    QVERIFY(qAbs(Theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void TestTheme::everyTextIsReadable_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("background");
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        for (const Theme::Pair &pair : Theme::textPairs())
            QTest::addRow("%s text %d on %d", scheme == Theme::Scheme::Light ? "light" : "dark",
                static_cast<int>(pair.text), static_cast<int>(pair.background))
                << scheme << pair.text << pair.background;
    }
}

void TestTheme::everyTextIsReadable()
{
    QFETCH(Theme::Scheme, scheme);
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, background);
    const Theme theme(scheme);
    const qreal contrast = Theme::contrast(theme.color(text), theme.color(background));
    QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
}

void TestTheme::controlsHaveVisibleBorders()
{
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const Theme theme(scheme);
        for (const ColorRole behind : {ColorRole::Surface, ColorRole::Window, ColorRole::Sidebar}) {
            QVERIFY(Theme::contrast(theme.color(ColorRole::Accent), theme.color(behind)) >= 3.0); // the focus ring
            QVERIFY(Theme::contrast(theme.color(ColorRole::AccentFill), theme.color(behind)) >= 3.0);
        }
        QVERIFY(Theme::contrast(theme.color(ColorRole::ControlLine), theme.color(ColorRole::Surface)) >= 3.0);
    }
}

void TestTheme::sheetUsesKnownTokensOnly()
{
    Theme::apply(*qApp, Theme::Scheme::Light);
    QVERIFY(!qApp->styleSheet().isEmpty());
    // every token was replaced by a colour or a length: none is left over, none vanished
    QFile file(QStringLiteral(":/style/reviewdesk.qss"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression comment(
        QStringLiteral("/\\*.*?\\*/"), QRegularExpression::DotMatchesEverythingOption);
    const QString sheet = qApp->styleSheet().remove(comment);
    QVERIFY(!sheet.contains(QLatin1Char('$')));
    static const QRegularExpression hole(QStringLiteral(":\\s*;|solid\\s*;"));
    const QRegularExpressionMatch match = hole.match(sheet);
    QVERIFY2(!match.hasMatch(), qPrintable(sheet.mid(match.capturedStart() - 40, 80)));
    static const QRegularExpression image(QStringLiteral("url\\(([^)]*)\\)"));
    for (auto images = image.globalMatch(sheet); images.hasNext();) {
        const QString path = images.next().captured(1);
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
}

void TestTheme::applyingSwitchesColoursAndSize()
{
    Theme::apply(*qApp, Theme::Scheme::Dark, 1.5);
    QCOMPARE(Theme::current().scheme(), Theme::Scheme::Dark);
    QCOMPARE(QApplication::font().pixelSize(), 20);
    QVERIFY(qAbs(Theme::textScale() - 1.5) < 0.05);
    Theme::apply(*qApp, Theme::Scheme::Light);
    QCOMPARE(Theme::current().scheme(), Theme::Scheme::Light);
    QCOMPARE(QApplication::font().pixelSize(), 13);
}

void TestTheme::iconsTakeTheirRolesColour()
{
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(names.size() > 10);
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        Theme::apply(*qApp, scheme);
        const QColor wanted = Theme(scheme).color(ColorRole::Accent);
        for (const QString &name : names) {
            if (name.startsWith(QLatin1String("control-")))
                continue;
            const QImage image = themedIcon(name.chopped(4), ColorRole::Accent).pixmap(QSize(64, 64), 1.0).toImage();
            bool found = false;
            for (int y = 0; y < image.height() && !found; ++y) {
                for (int x = 0; x < image.width() && !found; ++x)
                    found = image.pixelColor(x, y) == wanted;
            }
            QVERIFY2(found, qPrintable(name));
        }
    }
}

/// On Debian 13 the first dialog for a file searched the desktop's themes for its icons: 40,000 files asked for, 60 to 140 ms.
void TestTheme::noIconComesFromTheDesktop()
{
    QTemporaryDir desktop;
    QVERIFY(QDir(desktop.path()).mkpath(QStringLiteral("hicolor/16x16/places")));
    QFile index(desktop.filePath(QStringLiteral("hicolor/index.theme")));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=hicolor\nDirectories=16x16/places\n\n[16x16/places]\nSize=16\nType=Fixed\n");
    index.close();
    QImage picture(16, 16, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(desktop.filePath(QStringLiteral("hicolor/16x16/places/desktop-folder.png"))));
    const QString name = QStringLiteral("desktop-folder");
    QIcon::setThemeSearchPaths({desktop.path()});
    QIcon::setThemeName(QStringLiteral("hicolor"));
    QVERIFY(!QIcon::fromTheme(name).isNull());
    Theme::apply(*qApp, Theme::Scheme::Light);
    QVERIFY(QIcon::fromTheme(name).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
