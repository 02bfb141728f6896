#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// The tables of keys in resources/help against the keys that the widgets ask for: a page's help names each key of its
/// folder in ui/, names none that is not there, and says the same in Spanish.
using namespace Qt::StringLiterals;

namespace {

const QString everywhere = QStringLiteral("everywhere");

/// Which page's help speaks of a file of ui/; the first that fits.
struct Room {
    const char *beginning; ///< of the file's path in ui/
    QStringList pages;
};
const QList<Room> rooms{{"review/", {u"review"_s}}, {"documents/", {u"review"_s}},
    {"widgets/DueButton", {u"review"_s, u"decision"_s}}, {"widgets/DateField", {u"review"_s}}, {"decision/", {u"decision"_s, u"department"_s}},
    {"letter/", {u"letter"_s}}, {"worklist/", {u"worklist"_s}}, {"intake/", {u"incoming"_s}},
    {"policy/", {u"policy"_s}}, {"supervisor/reports/", {u"reports"_s}}, {"supervisor/", {u"department"_s}},
    {"signin/", {u"sign-in"_s}}, {"settings/", {u"settings"_s}}, {"Desk", {u"worklist"_s}}, {"", {everywhere}}};

/// Keys that no table has to name, and why.
const QMap<QString, QString> unnamed{
    {u"Backspace"_s, u"does what Delete does"_s}, {u"="_s, u"the plus key without Shift"_s}};
/// Keys that the tables name and Qt's own widgets have.
const QStringList ofQt{u"Ctrl+A"_s};
/// They move and press, as in any program: it is enough that one page names them.
const QStringList moving{u"Enter"_s, u"Esc"_s, u"Tab"_s, u"Space"_s, u"Up"_s, u"Down"_s, u"Left"_s, u"Right"_s,
    u"Home"_s, u"End"_s, u"PageUp"_s, u"PageDown"_s};

/// Words of the tables and names of Qt that mean the same key.
const QMap<QString, QString> sameKey{{u"Return"_s, u"Enter"_s}, {u"Escape"_s, u"Esc"_s}, {u"Backtab"_s, u"Tab"_s},
    {u"Comma"_s, u","_s}, {u"Plus"_s, u"+"_s}, {u"Minus"_s, u"−"_s}, {u"Equal"_s, u"="_s}};
const QMap<QString, QString> standard{
    {u"Print"_s, u"Ctrl+P"_s}, {u"Save"_s, u"Ctrl+S"_s}, {u"Paste"_s, u"Ctrl+V"_s}, {u"Copy"_s, u"Ctrl+C"_s}};
const QStringList noKey{u"StandardKey"_s, u"NativeText"_s, u"PortableText"_s, u"mnemonic"_s}; ///< after QKeySequence::

const QList<std::pair<const char *, const char *>> english{{"Arrow keys|[Aa]rrows", "Up Down Left Right"},
    {"Page Up", "PageUp"}, {"Page Down", "PageDown"}};
const QList<std::pair<const char *, const char *>> spanish{{"[Ff]lechas", "Up Down Left Right"}, {"Re Pág", "PageUp"},
    {"Av Pág", "PageDown"}, {"Mayús", "Shift"}, {"Intro", "Enter"}, {"Supr", "Delete"}, {"Inicio", "Home"},
    {"Fin\\b", "End"}, {"Espacio", "Space"}, {"Abajo", "Down"}, {"Derecha", "Right"}};

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QString plain(const QString &key)
{
    return sameKey.value(key, key);
}

/// "Shift+F3" for modifiers in any order.
QString chord(const QString &modifiers, const QString &key)
{
    QString said;
    for (const char *modifier : {"Ctrl", "Alt", "Shift"}) {
        if (modifiers.contains(QLatin1String(modifier), Qt::CaseInsensitive))
            said += QLatin1String(modifier) + QLatin1Char('+');
    }
    return said + plain(key);
}

/// The keys in the first column of a page's table, a list a row.
QList<QStringList> tableOf(const QString &page, bool inSpanish)
{
    static const QRegularExpression row(
        QStringLiteral("^\\| ([^|]+) \\| [^|]+ \\|$"), QRegularExpression::MultilineOption);
    static const QRegularExpression key(
        QStringLiteral("((?:(?:Ctrl|Alt|Shift)\\+)*)(F\\d+|Enter|Return|Esc|Delete|Home|End|PageUp|PageDown|Tab|Space|"
                       "Down|Up|Left|Right|(?<![A-Za-z])[A-Z0-9](?![\\p{L}\\d])|[+−](?=,|$)|(?<=Ctrl\\+),)"));
    QList<QStringList> rows;
    const QString folder = inSpanish ? QStringLiteral("/help/es/") : QStringLiteral("/help/");
    const QString text = textOf(QStringLiteral(RESOURCES) + folder + page + QStringLiteral(".md"));
    for (QRegularExpressionMatchIterator one = row.globalMatch(text); one.hasNext();) {
        QString cell = one.next().captured(1);
        if (cell == QLatin1String("Key") || cell == QLatin1String("Tecla"))
            continue;
        for (const auto &[words, name] : inSpanish ? spanish : english)
            cell.replace(QRegularExpression(QString::fromUtf8(words)), QString::fromUtf8(name));
        QStringList keys;
        for (QRegularExpressionMatchIterator found = key.globalMatch(cell); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            keys.append(chord(match.captured(1), match.captured(2)));
        }
        rows.append(keys);
    }
    return rows;
}

QSet<QString> keysOf(const QString &page, bool inSpanish = false)
{
    QSet<QString> keys;
    for (const QStringList &row : tableOf(page, inSpanish))
        keys.unite(QSet<QString>(row.begin(), row.end()));
    return keys;
}

QStringList pages()
{
    QStringList names;
    QDirIterator files(QStringLiteral(RESOURCES "/help"), {QStringLiteral("*.md")});
    while (files.hasNext()) {
        files.next();
        if (!QStringList{u"guide"_s, u"whats-new"_s}.contains(files.fileInfo().baseName()))
            names.append(files.fileInfo().baseName());
    }
    return names;
}

/// Files of ui/ with their text.
QMap<QString, QString> sources()
{
    QMap<QString, QString> all;
    const QString root = QStringLiteral(UI_SOURCES "/");
    QDirIterator files(root, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        all.insert(path.mid(root.size()), textOf(path));
    }
    return all;
}

/// Every key that a source asks for, as the tables write it.
QSet<QString> keysIn(const QString &file, const QString &text, QStringList &unknown)
{
    static const QRegularExpression key(QStringLiteral(
        "((?:Qt::(?:CTRL|ALT|SHIFT|META)\\s*[|,]\\s*)*)(?:static_cast<Qt::Key>\\()?Qt::Key_(\\w+)"));
    static const QRegularExpression named(QStringLiteral("QKeySequence::(\\w+)"));
    QSet<QString> keys;
    for (QRegularExpressionMatchIterator one = key.globalMatch(text); one.hasNext();) {
        const QRegularExpressionMatch match = one.next();
        keys.insert(chord(match.captured(1), match.captured(2)));
    }
    if (keys.remove(QStringLiteral("Z")) && file == QLatin1String("review/UndoButtons.cpp")) // modifiers by variables
        keys.unite({QStringLiteral("Ctrl+Z"), QStringLiteral("Ctrl+Shift+Z")});
    if (file == QLatin1String("documents/PageViewSelecting.cpp")) // so here
        keys.unite({QStringLiteral("Ctrl+PageDown"), QStringLiteral("Ctrl+PageUp")});
    for (QRegularExpressionMatchIterator one = named.globalMatch(text); one.hasNext();) {
        const QString name = one.next().captured(1);
        if (standard.contains(name))
            keys.insert(standard.value(name));
        else if (!noKey.contains(name))
            unknown.append(file + QLatin1String(": QKeySequence::") + name);
    }
    return keys;
}

QStringList pagesOf(const QString &file)
{
    for (const Room &room : rooms) {
        if (file.startsWith(QLatin1String(room.beginning)))
            return room.pages;
    }
    return {};
}

/// The letters that are underlined in a page's folders, as Alt+letter; in Spanish those of the translations.
QSet<QString> underlinedOn(const QString &page, bool inSpanish)
{
    static const QRegularExpression words(QStringLiteral("tr\\(\\s*\"([^\"]*&[^&\" ][^\"]*)\""));
    static const QRegularExpression letter(QStringLiteral("&(?:amp;)?([^&\\s])"));
    static const QString ts = textOf(QStringLiteral(RESOURCES "/translations/reviewdesk_es.ts"));
    QSet<QString> keys;
    const QMap<QString, QString> all = sources();
    for (auto file = all.begin(); file != all.end(); ++file) {
        if (!pagesOf(file.key()).contains(page))
            continue;
        for (QRegularExpressionMatchIterator one = words.globalMatch(*file); one.hasNext();) {
            const QString source = one.next().captured(1);
            if (!inSpanish) {
                keys.insert(QStringLiteral("Alt+") + letter.match(source).captured(1).toUpper());
                continue;
            }
            const QRegularExpression translated(QStringLiteral("<source>") +
                QRegularExpression::escape(source.toHtmlEscaped()) +
                QStringLiteral("</source>\\s*<translation>([^<]*)</translation>"));
            for (QRegularExpressionMatchIterator found = translated.globalMatch(ts); found.hasNext();)
                keys.insert(QStringLiteral("Alt+") + letter.match(found.next().captured(1)).captured(1).toUpper());
        }
    }
    return keys;
}

void tell(const QStringList &wrong)
{
    for (const QString &one : wrong)
        qWarning("%s", qPrintable(one));
}

} // namespace

class TestHelpKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsNamed();
    void everyNamedKeyIsThere();
    void underlinedLettersAreThoseOfTheScreen();
    void bothLanguagesNameTheSame();
    void oneKeyHasOneName();
};

/// "Return opens" stood beside "Enter opens".
void TestHelpKeys::oneKeyHasOneName()
{
    static const QRegularExpression other(QStringLiteral("(?:\\bReturn\\b(?! to\\b)|\\bRetorno\\b)[^\\n]*"));
    QStringList files{QStringLiteral("/translations/reviewdesk_es.ts")}; // every text of the screens, in both languages
    for (const QString &page : pages())
        files << QStringLiteral("/help/%1.md").arg(page) << QStringLiteral("/help/es/%1.md").arg(page);
    QStringList wrong;
    for (const QString &file : std::as_const(files)) {
        const QRegularExpressionMatch found = other.match(textOf(QStringLiteral(RESOURCES) + file));
        if (found.hasMatch())
            wrong.append(file + QLatin1String(": ") + found.captured().left(60));
    }
    tell(wrong);
    QVERIFY2(wrong.isEmpty(), "the key is Enter, in Spanish Intro");
}

void TestHelpKeys::everyKeyIsNamed()
{
    QSet<QString> named;
    for (const QString &page : pages())
        named.unite(keysOf(page));
    QVERIFY(named.contains(u"F1"_s) && named.contains(u"Ctrl+,"_s)); // the tables are read
    QStringList wrong;
    const QMap<QString, QString> all = sources();
    for (auto file = all.begin(); file != all.end(); ++file) {
        for (const QString &key : keysIn(file.key(), *file, wrong)) {
            if (unnamed.contains(key) || (moving.contains(key) && named.contains(key)))
                continue;
            for (const QString &page : pagesOf(file.key())) {
                const bool isItsOwn = page != QLatin1String("department"); // which names some keys of a case
                if (isItsOwn && !keysOf(page).contains(key) && !keysOf(everywhere).contains(key))
                    wrong.append(QStringLiteral("%1.md leaves out %2 of %3").arg(page, key, file.key()));
            }
        }
    }
    tell(wrong);
    QVERIFY2(wrong.isEmpty(), "keys that no help names");
}

/// Letters after Alt are looked at below.
void TestHelpKeys::everyNamedKeyIsThere()
{
    static const QRegularExpression underlined(QStringLiteral("^Alt\\+[A-Z0-9]$"));
    QSet<QString> there(ofQt.begin(), ofQt.end());
    there.unite(QSet<QString>(moving.begin(), moving.end()));
    QStringList wrong;
    const QMap<QString, QString> all = sources();
    for (auto file = all.begin(); file != all.end(); ++file)
        there.unite(keysIn(file.key(), *file, wrong));
    for (const QString &page : pages()) {
        for (QString key : keysOf(page)) {
            const bool moves = key.startsWith(QLatin1String("Shift+")) && moving.contains(key.mid(6));
            if (!moves && !there.contains(key) && !underlined.match(key).hasMatch())
                wrong.append(QStringLiteral("%1.md names %2, which nothing answers to").arg(page, key));
        }
    }
    tell(wrong);
    QVERIFY(wrong.isEmpty());
}

void TestHelpKeys::underlinedLettersAreThoseOfTheScreen()
{
    static const QRegularExpression underlined(QStringLiteral("^Alt\\+[A-Z]$"));
    QStringList wrong;
    for (const QString &page : pages()) {
        for (const bool inSpanish : {false, true}) {
            const QSet<QString> there = underlinedOn(page, inSpanish);
            for (const QString &key : keysOf(page, inSpanish)) {
                if (underlined.match(key).hasMatch() && !there.contains(key))
                    wrong.append(QStringLiteral("%1%2.md: nothing has %3")
                                     .arg(inSpanish ? QStringLiteral("es/") : QString(), page, key));
            }
        }
    }
    tell(wrong);
    QVERIFY(wrong.isEmpty());
}

void TestHelpKeys::bothLanguagesNameTheSame()
{
    static const QRegularExpression letter(QStringLiteral("^Alt\\+[A-Z]$")); // another one in each language
    const auto rowsOf = [](const QString &page, bool inSpanish) {
        QStringList rows;
        for (QStringList row : tableOf(page, inSpanish))
            rows.append(row.replaceInStrings(letter, QStringLiteral("Alt+letter")).join(QLatin1String(", ")));
        return rows;
    };
    for (const QString &page : pages())
        QCOMPARE(rowsOf(page, true).join(QLatin1Char('\n')), rowsOf(page, false).join(QLatin1Char('\n')));
}

QTEST_GUILESS_MAIN(TestHelpKeys)
#include "tst_help_keys.moc"
