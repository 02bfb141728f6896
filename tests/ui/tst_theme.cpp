#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QIcon>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QTreeWidget>
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
    void controlsShowTheirMarks_data();
    void controlsShowTheirMarks();
    void placeholdersAreReadable_data();
    void placeholdersAreReadable();
    void nothingStandsOnTheFocusRing_data();
    void nothingStandsOnTheFocusRing();
    void theCalendarIsWhole();
};

namespace {

using MakeField = QWidget *(*)(const QString &placeholder);
using MakeView = QAbstractItemView *(*)(int rows);

/// The one that stands out most against `ground`: of large letters the colour they are painted in.
QColor inkOn(const QColor &ground, const QImage &picture)
{
    QColor ink = ground;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor here = picture.pixelColor(x, y);
            if (Theme::contrast(here, ground) > Theme::contrast(ink, ground))
                ink = here;
        }
    }
    return ink;
}

template <typename Field> QWidget *fieldWith(const QString &placeholder)
{
    auto *field = new Field;
    field->setPlaceholderText(placeholder);
    return field;
}

/// Full: as many rows as make it scroll, the first and the last in sight selected.
QAbstractItemView *tableOfRows(int rows)
{
    auto *table = new QTableWidget(rows, 3);
    table->setHorizontalHeaderLabels({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")});
    table->verticalHeader()->hide();
    table->selectAll();
    return table;
}

QAbstractItemView *treeOfRows(int rows)
{
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({QStringLiteral("One"), QStringLiteral("Two")});
    tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (int row = 0; row < rows; ++row)
        new QTreeWidgetItem(tree, {QString::number(row), QStringLiteral("words")});
    tree->selectAll();
    return tree;
}

QAbstractItemView *listOfRows(int rows)
{
    auto *list = new QListWidget;
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (int row = 0; row < rows; ++row)
        list->addItem(QString::number(row));
    list->selectAll();
    return list;
}

QImage focused(QAbstractItemView &view)
{
    view.resize(260, 180);
    view.show();
    view.activateWindow();
    view.setFocus();
    if (!QTest::qWaitFor([&view] { return view.hasFocus(); }))
        qFatal("no focus");
    return view.grab().toImage();
}

} // namespace

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
    Theme::leaveOthersIcons();
    QVERIFY(QIcon::fromTheme(name).isNull());
}

void TestTheme::controlsShowTheirMarks_data()
{
    QTest::addColumn<bool>("isRadio");
    QTest::newRow("check mark") << false;
    QTest::newRow("dot") << true;
}

/// On Debian 13 what is checked was a plain square and menus had no arrow: Qt's reader of SVG is a package of its own there.
void TestTheme::controlsShowTheirMarks()
{
    QFETCH(bool, isRadio);
    Theme::apply(*qApp, Theme::Scheme::Light);
    const std::unique_ptr<QAbstractButton> button(
        isRadio ? static_cast<QAbstractButton *>(new QRadioButton) : static_cast<QAbstractButton *>(new QCheckBox));
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoFillBackground(true);
    button->resize(button->sizeHint());
    const QImage picture = button->grab().toImage();
    const QColor fill = Theme(Theme::Scheme::Light).color(ColorRole::AccentFill);
    const int middle = picture.height() / 2;
    int from = 0;
    while (from < picture.width() && picture.pixelColor(from, middle) != fill)
        ++from;
    int to = picture.width() - 1;
    while (to > from && picture.pixelColor(to, middle) != fill)
        --to;
    QVERIFY2(to > from + 8, "the indicator is filled");
    int marked = 0;
    for (int y = middle - 4; y <= middle + 4; ++y) {
        for (int x = from + 3; x <= to - 3; ++x)
            marked += Theme::contrast(picture.pixelColor(x, y), fill) > 3.0 ? 1 : 0;
    }
    QVERIFY2(marked > 4, "and marked");
}

void TestTheme::placeholdersAreReadable_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::addColumn<MakeField>("make");
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const char *const name = scheme == Theme::Scheme::Light ? "light" : "dark";
        QTest::addRow("%s line edit", name) << scheme << &fieldWith<QLineEdit>;
        QTest::addRow("%s text edit", name) << scheme << &fieldWith<QTextEdit>;
        QTest::addRow("%s plain text edit", name) << scheme << &fieldWith<QPlainTextEdit>;
    }
}

/// As it is painted: from a text colour in the sheet Qt makes a placeholder of half its strength, whatever the palette says
/// (3.10:1 on white).
void TestTheme::placeholdersAreReadable()
{
    QFETCH(Theme::Scheme, scheme);
    QFETCH(MakeField, make);
    Theme::apply(*qApp, scheme);
    const Theme theme(scheme);
    const QColor surface = theme.color(ColorRole::Surface);
    const std::unique_ptr<QWidget> field(make(QStringLiteral("MHE")));
    QFont large = field->font();
    large.setPixelSize(60);
    field->setFont(large);
    field->resize(300, 120);
    const auto ink = [&] { return inkOn(surface, field->grab().toImage().copy(20, 20, 260, 80)); };
    const QColor painted = ink();
    QVERIFY2(Theme::contrast(painted, surface) >= 4.5, qPrintable(painted.name()));
    QCOMPARE(painted.name(), theme.color(ColorRole::Quiet).name()); // and quieter than what is typed:
    if (!field->setProperty("plainText", QStringLiteral("MHE")))
        field->setProperty("text", QStringLiteral("MHE"));
    QCOMPARE(ink().name(), theme.color(ColorRole::Text).name());
    field->setEnabled(false);
    const QColor behind = theme.color(ColorRole::Window);
    QCOMPARE(inkOn(behind, field->grab().toImage().copy(20, 20, 260, 80)).name(), theme.color(ColorRole::Quiet).name());
}

void TestTheme::nothingStandsOnTheFocusRing_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::addColumn<MakeView>("make");
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const char *const name = scheme == Theme::Scheme::Light ? "light" : "dark";
        QTest::addRow("%s table", name) << scheme << &tableOfRows;
        QTest::addRow("%s tree", name) << scheme << &treeOfRows;
        QTest::addRow("%s list", name) << scheme << &listOfRows;
    }
}

/// Of a table that has the keyboard the ring is whole: its header and its selected rows covered half of the left edge and
/// the corners.
void TestTheme::nothingStandsOnTheFocusRing()
{
    QFETCH(Theme::Scheme, scheme);
    QFETCH(MakeView, make);
    Theme::apply(*qApp, scheme);
    const QColor ring = Theme(scheme).color(ColorRole::Accent);
    const std::unique_ptr<QAbstractItemView> full(make(40));
    const std::unique_ptr<QAbstractItemView> bare(make(0));
    for (QHeaderView *header : bare->findChildren<QHeaderView *>())
        header->hide();
    bare->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QImage with = focused(*full);
    const QImage without = focused(*bare);
    QCOMPARE(with.size(), without.size());
    QCOMPARE(without.pixelColor(0, 90).name(), ring.name());
    QCOMPARE(without.pixelColor(1, 90).name(), ring.name());
    QStringList covered;
    const QColor surface = Theme(scheme).color(ColorRole::Surface);
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (without.pixel(x, y) != surface.rgb() && with.pixel(x, y) != without.pixel(x, y))
                covered << QStringLiteral("%1,%2").arg(x).arg(y);
        }
    }
    QVERIFY2(covered.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(covered.size()).arg(covered.mid(0, 12).join(u' '))));
}

/// Qt gives a calendar room for its days alone: what stood around them cut the last column and the last week.
void TestTheme::theCalendarIsWhole()
{
    for (const qreal scale : {1.0, 1.5}) {
        Theme::apply(*qApp, Theme::Scheme::Light, scale);
        QCalendarWidget calendar;
        calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        calendar.resize(calendar.sizeHint());
        calendar.show();
        const auto *days = calendar.findChild<QTableView *>();
        const QAbstractItemModel &model = *days->model();
        const QRect last = days->visualRect(model.index(model.rowCount() - 1, model.columnCount() - 1));
        QVERIFY(!last.isEmpty());
        QVERIFY2(days->viewport()->rect().contains(last),
            qPrintable(QStringLiteral("%1 %2 in %3 %4").arg(last.right()).arg(last.bottom()).arg(days->viewport()->width()).arg(days->viewport()->height())));
    }
    Theme::apply(*qApp, Theme::Scheme::Light);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
