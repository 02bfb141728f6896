#include "EveryPage.h"

#include "cases/CaseFile.h"
#include "fhir/BundleReader.h"
#include "policy/JsonValue.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDirIterator>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QTextDocument>
#include <QTranslator>

using namespace reviewdesk;

namespace {

const QChar opening(0x27e6); // mathematical white square brackets: nothing of ours has them
const QChar closing(0x27e7);

/// Puts every string between brackets. What stands on a screen outside of them did not come through tr().
class Brackets : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return opening + QString::fromUtf8(source) + closing;
    }
    bool isEmpty() const override { return false; }
};

/// Without what is between brackets, however deep.
QString outside(const QString &words)
{
    QString left;
    int depth = 0;
    for (const QChar sign : words) {
        if (sign == opening && depth++ == 0)
            left += QLatin1Char('\n');
        else if (sign == closing)
            --depth;
        else if (depth == 0 && sign != closing)
            left += sign;
    }
    return left;
}

void addTexts(const QJsonValue &value, QString &into)
{
    if (value.isString())
        into += value.toString() + QLatin1Char('\n');
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        addTexts(one, into);
    const QJsonObject object = value.toObject();
    for (auto one = object.begin(); one != object.end(); ++one)
        addTexts(*one, into);
}

/// What may stand on a screen as it is: the words of the policy, of the rules and of letters, and what people entered.
QString data(Wizard &wizard)
{
    QString words;
    QDirIterator files(
        QStringLiteral(RESOURCES), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(QLatin1String(".schema.json")) && file.open(QIODevice::ReadOnly)) {
            const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
            addTexts(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), words);
        }
    }
    addTexts(QJsonDocument::fromJson(canonicalJson(toJson(wizard.kept().reviewCase, wizard.policy()))).object(), words);
    for (const char *login : {"sam", "nora", "ned", "phil", "pia"}) {
        const NewUser user = StoreDesk::newUser(QString::fromLatin1(login), Role::Nurse);
        words += user.name + QLatin1Char('\n') + user.loginName + QLatin1Char('\n');
    }
    QFile message(EveryPage::message());
    if (message.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = message.readAll();
        addTexts(QJsonDocument::fromJson(bytes).object(), words);
        const auto request = fhir::readBundle(bytes, wizard.policy(), wizard.clock().now());
        for (const fhir::Suggestion &said : request.ok() ? request->suggestions : QList<fhir::Suggestion>())
            words += said.reason + QLatin1Char('\n'); // a source's words, which letters cite
    }
    for (const QString &file : {EveryPage::message(), EveryPage::table()})
        words += file.mid(1) + QLatin1Char('\n') + QFileInfo(file).fileName() + QLatin1Char('\n');
    words += QStringLiteral("December\nApril\npack.json\ntitle\n"); // when packs began, as they say it; a file, a place in it
    words += EveryPage::names().join(QLatin1Char('\n')) + QLatin1Char('\n');
    words += QStringLiteral("ReviewDesk\nRCW\nGus Specimen\nLee Example MD\nEnglish\nEspañol\nMED140\nCtrl\nAlt\nEsc\nExample Health Plan\nSilver\nAUTH\n");
    words += wizard.directory() + QStringLiteral("\nAmerica/Los_Angeles\n");
    return QLatin1Char('\n') + words;
}

struct Seen {
    QString where;
    QString words;
};

void addModel(const QAbstractItemModel *model, const QString &where, QList<Seen> &seen)
{
    if (!model)
        return;
    for (int column = 0; column < model->columnCount(); ++column)
        seen.append({where, model->headerData(column, Qt::Horizontal).toString()});
    const int rows = std::min(model->rowCount(), 40);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            seen.append({where, model->index(row, column).data(Qt::DisplayRole).toString()});
            if (where == QLatin1String("reviewdesk::ChecklistView"))
                continue; // the rest are the letter's own sentences
            for (const int role : {Qt::ToolTipRole, Qt::AccessibleTextRole})
                seen.append({where, model->index(row, column).data(role).toString()});
        }
    }
}

/// All that a person could read or hear on the widget, shown now or later.
QList<Seen> wordsOn(const QWidget &page)
{
    QList<Seen> seen{{QStringLiteral("title"), page.windowTitle()}};
    const QList<QWidget *> widgets = page.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const QString where = QString::fromLatin1(widget->metaObject()->className());
        seen.append({where, widget->toolTip()});
        seen.append({where, widget->accessibleName()});
        seen.append({where, widget->accessibleDescription()});
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            QTextDocument plain;
            plain.setHtml(label->text());
            seen.append({where, Qt::mightBeRichText(label->text()) ? plain.toPlainText() : label->text()});
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            seen.append({where, button->text()});
        } else if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
            seen.append({where, edit->placeholderText()});
        } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i)
                seen.append({where, combo->itemText(i)});
        } else if (const auto *spin = qobject_cast<const QSpinBox *>(widget)) {
            seen.append({where, spin->suffix() + QLatin1Char('\n') + spin->specialValueText()});
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                seen.append({where, tabs->tabText(i)});
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
                   view && !qobject_cast<const QHeaderView *>(widget)) {
            addModel(view->model(), where, seen);
        } else if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
            const QList<QAction *> actions = menu->actions();
            for (const QAction *action : actions)
                seen.append({where, action->text()});
        }
    }
    return seen;
}

/// Days, clocks, amounts, states of the country and signs are not words.
QString withoutFigures(QString words)
{
    static const QRegularExpression day(
        QStringLiteral("\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b"));
    static const QRegularExpression number(QStringLiteral("RD-\\d{4}-\\d+|\\b\\d[\\d.,:%-]*\\b"));
    static const QRegularExpression state(QStringLiteral("^[A-Z]{2}$"));
    return words.remove(number).remove(day).remove(state);
}

QStringList literalsOn(const QWidget &page, const QString &allowed)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
    static const QRegularExpression edges(QStringLiteral("^[^\\p{L}]+|[^\\p{L}]+$"));
    static const QRegularExpression seam(QStringLiteral("[\\n\\t·]"));
    QStringList wrong;
    const QList<Seen> seen = wordsOn(page);
    for (const Seen &one : seen) {
        const QStringList phrases = outside(one.words).remove(QLatin1Char('&')).split(seam);
        for (QString phrase : phrases) {
            phrase.remove(edges);
            // a single word is data only where it is all of an entry: every word occurs in the policy somewhere
            const bool isData = allowed.contains(
                phrase.contains(QLatin1Char(' ')) ? phrase : QLatin1Char('\n') + phrase + QLatin1Char('\n'),
                Qt::CaseInsensitive);
            if (isData || !withoutFigures(phrase).contains(word))
                continue;
            const QString said = QStringLiteral("%1: “%2” of “%3”").arg(one.where, phrase, one.words.left(120));
            if (!wrong.contains(said))
                wrong.append(said);
        }
    }
    return wrong;
}

/// Buttons, labels and tabs that can be seen at once in the window and answer to the same key: then it only moves the
/// focus between them. And buttons whose underlined letter does nothing, because they have another key instead.
QStringList sharedKeysOn(const QWidget &window)
{
    QMap<QKeySequence, QString> taken;
    QStringList shared;
    const auto take = [&](const QKeySequence &keys, const QString &text) {
        if (keys.isEmpty())
            return;
        if (taken.contains(keys))
            shared.append(QStringLiteral("%1: “%2” and “%3”").arg(keys.toString(), taken.value(keys), text));
        taken.insert(keys, text);
    };
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->window() != window.window())
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            take(button->shortcut(), button->text());
            if (const QKeySequence seen = QKeySequence::mnemonic(button->text());
                !seen.isEmpty() && seen != button->shortcut())
                shared.append(QStringLiteral("“%1” does not answer to %2").arg(button->text(), seen.toString()));
        }
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            take(QKeySequence::mnemonic(label->text()), label->text());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                take(QKeySequence::mnemonic(tabs->tabText(i)), tabs->tabText(i));
    }
    return shared;
}

} // namespace

/// Every page, with every string marked, and in both languages.
class TestEveryWord : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_every_word"));
    }

    void bracketsAreSeen()
    {
        const auto marked = [](const char *words) { return opening + QString::fromUtf8(words) + closing; };
        QCOMPARE(outside(marked("all of it")).trimmed(), QString());
        QCOMPARE(outside(marked("%1 of it").arg(marked("all"))).trimmed(), QString());
        QCOMPARE(outside(QStringLiteral("Saved ") + marked("today")).trimmed(), QStringLiteral("Saved"));
        QLabel page;
        auto *label = new QLabel(QStringLiteral("Nobody translates me"), &page);
        QCOMPARE(literalsOn(page, QStringLiteral("policy words")).size(), 1);
        QVERIFY(literalsOn(page, QStringLiteral("Nobody translates me, ever")).isEmpty());
        label->setText(marked("Nobody translates me"));
        QVERIFY(literalsOn(page, {}).isEmpty());
        label->setText(QStringLiteral("Saved"));
        QCOMPARE(literalsOn(page, QStringLiteral("\nit was saved there\n")).size(), 1);
        new QPushButton(QStringLiteral("&Save"), &page);
        QVERIFY(sharedKeysOn(page).isEmpty());
        new QPushButton(QStringLiteral("Clo&se"), &page);
        page.show();
        QCOMPARE(sharedKeysOn(page).size(), 1);
        auto *replaced = new QPushButton(QStringLiteral("&New"), &page);
        replaced->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
        replaced->show();
        QCOMPARE(sharedKeysOn(page).size(), 2);
    }

    void everyTextGoesThroughTranslation()
    {
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QStringList wrong;
        QString allowed;
        int pages = 0;
        EveryPage everywhere([&](const QString &name, const QWidget &page) {
            ++pages;
            const QStringList literals = literalsOn(page, allowed);
            for (const QString &literal : literals)
                wrong.append(name + QLatin1String(": ") + literal);
        });
        allowed = data(everywhere.wizard());
        everywhere.walk();
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY(pages > 25);
        for (const QString &one : std::as_const(wrong))
            qWarning("%s", qPrintable(one));
        QVERIFY2(wrong.isEmpty(), "these words are not translated");
    }

    void keysAreOnesOwnOnEachPage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addRow("English") << QString();
        QTest::addRow("Spanish") << QStringLiteral("reviewdesk_es");
    }

    void keysAreOnesOwnOnEachPage()
    {
        QFETCH(QString, language);
        QTranslator translator;
        if (!language.isEmpty()) {
            QVERIFY(translator.load(language, QStringLiteral(":/translations")));
            QCoreApplication::installTranslator(&translator);
        }
        QStringList wrong;
        EveryPage everywhere([&](const QString &name, const QWidget &page) {
            const QStringList shared = sharedKeysOn(page);
            for (const QString &one : shared)
                wrong.append(name + QLatin1String(": ") + one);
        });
        everywhere.walk();
        QCoreApplication::removeTranslator(&translator);
        for (const QString &one : std::as_const(wrong))
            qWarning("%s", qPrintable(one));
        QVERIFY2(wrong.isEmpty(), "one key for two things on a page");
    }
};

QTEST_MAIN(TestEveryWord)
#include "tst_every_word.moc"
