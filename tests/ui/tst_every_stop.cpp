#include "Cuts.h"
#include "EveryPage.h"
#include "Stops.h"

#include "ui/Desk.h"
#include "ui/review/CriterionRow.h"

#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTranslator>

#include <utility>

using namespace reviewdesk;

namespace {

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
                const bool hasRoom = qobject_cast<QDialog *>(&page) || page.width() >= Stage::usual.width(); // in a smaller window it scrolls
                for (const QString &cut : hasRoom ? cutOn(page) : QStringList())
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
