#include "EveryPage.h"
#include "Stops.h"

#include "ui/Desk.h"
#include "ui/review/CriterionRow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QTranslator>

#include <utility>

using namespace reviewdesk;

namespace {

int widthOf(const QWidget &widget, const QString &text)
{
    return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

/// The one with the most of a least width.
QString widestIn(const QScrollArea &area)
{
    QWidget *widest = area.widget();
    int most = 0;
    for (QWidget *one : area.widget()->findChildren<QWidget *>()) {
        const int least = qMax(one->minimumWidth(), one->minimumSizeHint().width());
        if (one->isVisible() && !one->layout() && least > most) {
            widest = one;
            most = least;
        }
    }
    const auto *button = qobject_cast<QAbstractButton *>(widest);
    return QStringLiteral("%1 “%2” of at least %3").arg(placeOf(*widest), button ? button->text() : QString()).arg(most);
}

/// Qt's options for the sections of a header.
struct Header : QHeaderView {
    static QStyleOptionHeaderV2 optionOf(const QHeaderView &header, int section)
    {
        QStyleOptionHeaderV2 option;
        const auto general = static_cast<void (QHeaderView::*)(QStyleOptionHeader *) const>(&Header::initStyleOption);
        (header.*general)(&option);
        (header.*&Header::initStyleOptionForIndex)(&option, section);
        option.sortIndicator = QStyleOptionHeader::None; // of the title alone
        return option;
    }
};

/// Qt's option for a button.
struct Button : QPushButton {
    static QStyleOptionButton optionOf(const QPushButton &button)
    {
        QStyleOptionButton option;
        (button.*&Button::initStyleOption)(&option);
        return option;
    }
};

/// How much of this room the words of a title or a button fill as they are painted.
template <typename Option>
QSize inkIn(const QWidget &widget, Option option, QSize room, QStyle::SubElement place, QStyle::ControlElement label)
{
    QImage paper(room, QImage::Format_ARGB32);
    paper.fill(Qt::transparent);
    option.rect = QRect({}, room);
    option.rect = widget.style()->subElementRect(place, &option, &widget);
    QPainter painter(&paper);
    painter.setFont(widget.font());
    widget.style()->drawControl(label, &option, &painter, &widget);
    painter.end();
    QRect ink;
    for (int y = 0; y < room.height(); ++y) {
        for (int x = 0; x < room.width(); ++x) {
            if (qAlpha(paper.pixel(x, y)) > 0)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink.size();
}

/// Words that fill more room where they have more.
template <typename Option>
bool isCut(const QWidget &widget, const Option &option, QSize room, QStyle::SubElement place, QStyle::ControlElement label)
{
    constexpr int edge = 1; // the pale edge of a letter
    const QSize ink = inkIn(widget, option, room, place, label);
    const QSize whole = inkIn(widget, option, room + QSize(200, 40), place, label);
    return whole.width() > ink.width() + edge || whole.height() > ink.height() + edge;
}

QString cutTitleOf(const QHeaderView &header)
{
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section))
            continue;
        const QSize room(header.sectionSize(section), header.height());
        if (isCut(header, Header::optionOf(header, section), room, QStyle::SE_HeaderLabel, QStyle::CE_HeaderLabel))
            return header.model()->headerData(section, header.orientation()).toString();
    }
    return {};
}

/// An entry of a list that is shortened, with the room that the style puts around it.
QString cutEntryOf(const QListWidget &list)
{
    const int around = list.property("panel").toString() == QLatin1String("reports") ? 28 : 8;
    for (int row = 0; row < list.count(); ++row) {
        const QListWidgetItem &item = *list.item(row);
        const QRect room = list.visualItemRect(&item);
        const bool oneLine = room.height() < 2 * list.fontMetrics().height();
        if (oneLine && !item.isHidden() && list.fontMetrics().horizontalAdvance(item.text()) + around > room.width() &&
            !item.toolTip().contains(item.text()))
            return item.text();
    }
    return {};
}

/// What is shortened on purpose says the whole of it by its tool tip.
bool isWholeInItsTip(const QWidget &widget, QString text)
{
    return widget.toolTip().contains(text.remove(QLatin1Char('&')));
}

/// A line that ends within a word.
QString brokenWordOf(const CriterionRow &row)
{
    for (QTextBlock block = row.text().begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (int line = 0; line + 1 < block.layout()->lineCount(); ++line) {
            const QTextLine ends = block.layout()->lineAt(line);
            const int end = ends.textStart() + ends.textLength();
            if (end > 0 && end < text.size() && text.at(end - 1).isLetterOrNumber() && text.at(end).isLetterOrNumber())
                return text.mid(qMax(0, end - 12), 24);
        }
    }
    return {};
}

/// With a picture beside its words: the picture's own width leaves room between the two.
bool touchesItsIcon(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    const bool beside = tool ? tool->toolButtonStyle() == Qt::ToolButtonTextBesideIcon : true;
    return beside && !button.icon().isNull() && !button.text().isEmpty() &&
        button.iconSize().width() < button.iconSize().height() + 4;
}

/// What does not fit where it stands; a word that is shortened on purpose says so by its tool tip.
QString cutOf(QWidget &widget)
{
    const auto say = [&widget](const QString &text, int needed, int has) {
        return QStringLiteral("“%1” needs %2, has %3: %4").arg(text.left(80)).arg(needed).arg(has).arg(placeOf(widget));
    };
    if (const auto *label = qobject_cast<QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return {};
        if (label->wordWrap()) {
            const int needed = label->heightForWidth(label->width());
            return needed > label->height() + 1 ? say(label->text(), needed, label->height()) : QString();
        }
        const int needed = label->sizeHint().width();
        return needed > label->width() + 1 && !isWholeInItsTip(*label, label->text())
            ? say(label->text(), needed, label->width())
            : QString();
    }
    if (const auto *row = qobject_cast<CriterionRow *>(&widget)) {
        if (const QString word = brokenWordOf(*row); !word.isEmpty())
            return QStringLiteral("a word is broken: “%1”: %2").arg(word, placeOf(widget));
    }
    if (const auto *button = qobject_cast<QAbstractButton *>(&widget)) {
        if (touchesItsIcon(*button))
            return QStringLiteral("“%1” touches its icon: %2").arg(button->text(), placeOf(widget));
        if (button->hasHeightForWidth()) { // it breaks its words
            const int needed = button->heightForWidth(button->width());
            return needed > button->height() + 1 ? say(button->text(), needed, button->height()) : QString();
        }
        const auto *tool = qobject_cast<QToolButton *>(&widget);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            return {};
        const int needed = widthOf(widget, button->text());
        const auto *push = qobject_cast<QPushButton *>(&widget);
        const bool fits = push ? !isCut(*push, Button::optionOf(*push), push->size(), QStyle::SE_PushButtonContents,
                                     QStyle::CE_PushButtonLabel)
                               : needed <= button->width();
        return fits || isWholeInItsTip(*button, button->text()) ? QString()
                                                                 : say(button->text(), needed, button->width());
    }
    if (const auto *combo = qobject_cast<QComboBox *>(&widget)) {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const int room =
            combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo).width();
        const int needed = widthOf(widget, combo->currentText());
        return needed > room + 4 ? say(combo->currentText(), needed, room) : QString();
    }
    if (const auto *tabs = qobject_cast<QTabBar *>(&widget)) {
        const int needed = tabs->count() == 0 ? 0 : tabs->tabRect(tabs->count() - 1).right();
        return needed > tabs->width() ? say(tabs->tabText(tabs->count() - 1), needed, tabs->width()) : QString();
    }
    if (const auto *header = qobject_cast<QHeaderView *>(&widget)) {
        const QString title = cutTitleOf(*header);
        return title.isEmpty() ? QString() : QStringLiteral("the title “%1” is cut: %2").arg(title, placeOf(widget));
    }
    if (const auto *list = qobject_cast<QListWidget *>(&widget);
        list && QLatin1String(list->itemDelegate()->metaObject()->className()) == QLatin1String("QStyledItemDelegate")) {
        const QString entry = cutEntryOf(*list);
        return entry.isEmpty() ? QString() : QStringLiteral("the entry “%1” is cut: %2").arg(entry, placeOf(widget));
    }
    if (const auto *table = qobject_cast<QTableView *>(&widget)) {
        return table->horizontalScrollBar()->maximum() > 0
            ? QStringLiteral("the table “%1” scrolls sideways by %2: %3")
                  .arg(table->accessibleName())
                  .arg(table->horizontalScrollBar()->maximum())
                  .arg(placeOf(widget))
            : QString();
    }
    if (const auto *area = qobject_cast<QScrollArea *>(&widget); area && area->horizontalScrollBar()->maximum() > 0)
        return QStringLiteral("scrolls sideways by %1: %2, for %3")
            .arg(area->horizontalScrollBar()->maximum())
            .arg(placeOf(*area), widestIn(*area));
    return {};
}

QStringList cutOn(QWidget &page)
{
    QStringList cut;
    const QList<QWidget *> widgets = page.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != page.window())
            continue;
        if (const QString said = cutOf(*widget); !said.isEmpty())
            cut.append(said);
    }
    if (page.isWindow() && (page.width() > 1280 || page.height() > 800))
        cut.append(QStringLiteral("the window is %1 by %2").arg(page.width()).arg(page.height()));
    return cut;
}

/// Widgets that are shown before they have a parent: each is a window of its own for a moment, and takes the focus away.
class Flashes : public QObject {
public:
    Flashes() { qApp->installEventFilter(this); }

    /// Those since the last call; `page` is the one that should have been shown.
    QStringList take(const QWidget &page)
    {
        QStringList places;
        for (const Flash &flash : std::exchange(m_seen, {})) {
            if (flash.widget != &page && !qobject_cast<Desk *>(flash.widget))
                places.append(flash.place);
        }
        return places;
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Show || !watched->isWidgetType())
            return false;
        auto *widget = static_cast<QWidget *>(watched);
        if (widget->isWindow() && widget->windowType() == Qt::Window)
            m_seen.append({widget, placeOf(*widget)});
        return false;
    }

private:
    struct Flash {
        QPointer<QWidget> widget;
        QString place;
    };
    QList<Flash> m_seen;
};

void fail(const QStringList &wrong, const char *why)
{
    for (const QString &one : wrong)
        qWarning("%s", qPrintable(one));
    QVERIFY2(wrong.isEmpty(), why);
}

} // namespace

/// Every page and dialog: whatever can have the focus has a name, and words are whole, in large text and in both languages.
class TestEveryStop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_every_stop"));
    }
    void init() { QSettings().clear(); }

    void whatIsWrongIsSeen()
    {
        QWidget page;
        auto *edit = new QLineEdit(&page);
        auto *label = new QLabel(QStringLiteral("Authorization number"), &page);
        label->move(0, 40);
        page.resize(400, 200);
        page.show();
        QCOMPARE(namelessOn(page).size(), 1);
        label->setBuddy(edit);
        QVERIFY(namelessOn(page).isEmpty());
        label->resize(label->sizeHint());
        QVERIFY(cutOn(page).isEmpty());
        label->resize(label->sizeHint().width() - 10, 20);
        QCOMPARE(cutOn(page).size(), 1);
        label->setWordWrap(true);
        QCOMPARE(cutOn(page).size(), 1);
        label->resize(200, 60);
        QVERIFY(cutOn(page).isEmpty());
        auto *button = new QPushButton(QStringLiteral("Save"), &page);
        button->setIcon(QIcon(QPixmap(16, 16)));
        button->setGeometry(0, 110, 120, 30);
        button->show();
        QCOMPARE(cutOn(page).size(), 1);
        button->setIconSize({20, 16});
        QVERIFY(cutOn(page).isEmpty());
        auto *table = new QTableWidget(1, 2, &page);
        table->setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Decided this week")});
        table->setGeometry(0, 0, 400, 100);
        table->setColumnWidth(1, 20);
        table->show();
        QCOMPARE(cutOn(page).size(), 1);
        table->resizeColumnsToContents();
        QVERIFY(cutOn(page).isEmpty());
        table->setColumnWidth(0, 800);
        QCoreApplication::processEvents(); // it is laid out anew
        QCOMPARE(cutOn(page).size(), 1);
        delete table;
        button->setIcon({});
        button->setText(QStringLiteral("Open policy text"));
        button->resize(60, 30);
        button->setToolTip(QStringLiteral("Ctrl+P")); // tells something else
        QCOMPARE(cutOn(page).size(), 1);
        button->setToolTip(button->text());
        QVERIFY(cutOn(page).isEmpty());
        auto *list = new QListWidget(&page);
        list->addItem(QStringLiteral("Yearly metrics (CMS-0057-F)"));
        list->setGeometry(0, 0, 90, 60);
        list->show();
        QCOMPARE(cutOn(page).size(), 1);
        list->resize(400, 60);
        QCoreApplication::processEvents();
        QVERIFY2(cutOn(page).isEmpty(), qPrintable(cutOn(page).join(u' ')));
        delete list;
        edit->setFocus();
        QVERIFY2(passedOverOn(page).isEmpty(), qPrintable(passedOverOn(page).join(u' ')));
        QWidget room(&page);
        auto *before = new QLineEdit(&room);
        auto *first = new QLineEdit(&room);
        room.setFocusProxy(first);
        room.show();
        QCOMPARE(passedOverOn(page), QStringList{placeOf(*before) + QLatin1String(": ")}); // from the room, Tab goes to `first`
        room.hide();
        auto *row = new CriterionRow(QStringLiteral("I.B.3.b"), QStringLiteral("Radioembolization"), 0, &page);
        row->setState(Glyph::Met, {{QStringLiteral("Refractory"), QStringLiteral("Yes, and stated"), Glyph::Met}}, false);
        row->setGeometry(0, 0, 130, 140);
        row->show();
        row->grab();
        QVERIFY2(cutOn(page).isEmpty(), qPrintable(cutOn(page).join(u' '))); // it makes room for its words
    }

    void everyStopHasANameAndEveryWordIsWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("textPercent");
        for (const int percent : {100, 150}) {
            QTest::addRow("English, %d %%", percent) << QString() << percent;
            QTest::addRow("Spanish, %d %%", percent) << QStringLiteral("reviewdesk_es") << percent;
        }
    }

    void everyStopHasANameAndEveryWordIsWhole()
    {
        QFETCH(const QString, language);
        QFETCH(const int, textPercent);
        QTranslator translator;
        if (!language.isEmpty()) {
            QVERIFY(translator.load(language, QStringLiteral(":/translations")));
            QCoreApplication::installTranslator(&translator);
        }
        QStringList wrong;
        QStringList dialogs;
        Flashes flashes;
        EveryPage everywhere(
            [&](const QString &name, QWidget &page) {
                for (const QString &flash : flashes.take(page))
                    wrong.append(QStringLiteral("%1: shown without a parent: %2").arg(name, flash));
                if (qobject_cast<QDialog *>(&page))
                    dialogs.append(classOf(page));
                for (const QString &place : namelessOn(page))
                    wrong.append(QStringLiteral("%1: without a name: %2").arg(name, place));
                for (const QString &place : passedOverOn(page))
                    wrong.append(QStringLiteral("%1: not reached by Tab: %2").arg(name, place));
                for (const QString &cut : cutOn(page))
                    wrong.append(QStringLiteral("%1: %2").arg(name, cut));
            },
            textPercent);
        everywhere.walk();
        QCoreApplication::removeTranslator(&translator);
        QDirIterator headers(QStringLiteral(UI_SOURCES), {QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        static const QRegularExpression dialog(QStringLiteral("class (\\w+) : public QDialog"));
        while (headers.hasNext()) {
            QFile header(headers.next());
            QVERIFY(header.open(QIODevice::ReadOnly));
            const QRegularExpressionMatch match = dialog.match(QString::fromUtf8(header.readAll()));
            if (match.hasMatch() && !dialogs.contains(QLatin1String("reviewdesk::") + match.captured(1)))
                wrong.append(match.captured(1) + QLatin1String(" is not opened here"));
        }
        fail(wrong, "a stop without a name, or a word that is cut");
    }
};

QTEST_MAIN(TestEveryStop)
#include "tst_every_stop.moc"
