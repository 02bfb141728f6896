#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList words; ///< a form each where the source counts
    QString type; ///< "unfinished", "vanished", "obsolete"; empty: done
    bool counts = false;
};

const QString kept = QStringLiteral(RESOURCES "/translations/reviewdesk_es.ts");

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    if (!message.counts) {
        message.words.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.words.append(xml.readElementText());
}

QList<Message> messagesOf(const QString &file)
{
    QFile ts(file);
    if (!ts.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    QXmlStreamReader xml(&ts);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            all.append(
                Message{context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")});
        } else if (name == QLatin1String("source")) {
            all.last().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            readTranslation(xml, all.last());
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(file), qPrintable(xml.errorString()));
    return all;
}

/// What is filled in later, sorted: "%1", "%2", "%n".
QStringList placeholders(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("%L?(?:[0-9]{1,2}|n)"));
    QStringList found;
    for (auto match = shape.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    return found;
}

/// Lets every failure be seen at once.
void tell(const QStringList &wrong)
{
    for (const QString &one : wrong)
        qWarning("%s", qPrintable(one));
}

} // namespace

/// The Spanish words of the screens: all there, and fit to be put where the English ones stand.
class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUnfinished();
    void everyStringOfTheSourcesIsThere();
    void placeholdersAgree();
    void endsAgree();
    void mnemonicsAgree();
    void everyStringIsFoundAtRunTime();
    void everyHelpPageIsThere();
    void theRulesWordsAreThere();
};

void TestTranslations::nothingIsUnfinished()
{
    QStringList wrong;
    const QList<Message> all = messagesOf(kept);
    QVERIFY(all.size() > 1500);
    for (const Message &message : all) {
        const bool empty = message.words.isEmpty() ||
            std::any_of(
                message.words.cbegin(), message.words.cend(), [](const QString &form) { return form.isEmpty(); });
        if (!message.type.isEmpty() || empty)
            wrong.append(message.context + QLatin1String(": ") + message.source);
    }
    tell(wrong);
    QVERIFY2(wrong.isEmpty(), "translate these in resources/translations/reviewdesk_es.ts");
}

/// A string that was added or changed in the sources and not brought into the file is as untranslated as an empty one.
void TestTranslations::everyStringOfTheSourcesIsThere()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh_es.ts"));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(RESOURCES "/.."));
    lupdate.start(QStringLiteral(LUPDATE),
        {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
            QStringLiteral("."), QStringLiteral("-I"), QStringLiteral("model"), QStringLiteral("ui"),
            QStringLiteral("model"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(240'000));
    const QByteArray complaints = lupdate.readAllStandardError();
    QVERIFY2(!complaints.contains("lacks Q_OBJECT macro"), complaints.constData()); // its context would be guessed
    const auto keysOf = [](const QList<Message> &messages) {
        QSet<QString> keys;
        for (const Message &message : messages)
            keys.insert(message.context + QLatin1String(": ") + message.source);
        return keys;
    };
    const QSet<QString> wanted = keysOf(messagesOf(fresh));
    const QSet<QString> there = keysOf(messagesOf(kept));
    tell((wanted - there).values());
    QVERIFY2((wanted - there).isEmpty(), "not in the file: build the target `words`, then translate");
    tell((there - wanted).values());
    QVERIFY2((there - wanted).isEmpty(), "in no source any more: build the target `words`");
}

void TestTranslations::placeholdersAgree()
{
    QStringList wrong;
    const QList<Message> all = messagesOf(kept);
    for (const Message &message : all) {
        for (const QString &form : message.words) {
            if (placeholders(form) != placeholders(message.source))
                wrong.append(message.source + QLatin1String(" -> ") + form);
        }
    }
    tell(wrong);
    QVERIFY(wrong.isEmpty());
}

/// Blanks at the ends join a text to what stands beside it; an ellipsis says that a question follows.
void TestTranslations::endsAgree()
{
    QStringList wrong;
    const QList<Message> all = messagesOf(kept);
    const auto blankAt = [](const QString &text, bool end) { return (end ? text.back() : text.front()).isSpace(); };
    for (const Message &message : all) {
        for (const QString &form : message.words) {
            const bool front = blankAt(message.source, false) || message.source.startsWith(QLatin1String(", "));
            const bool same = (blankAt(form, false) ? front : !blankAt(message.source, false)) &&
                blankAt(form, true) == blankAt(message.source, true) &&
                form.endsWith(QChar(0x2026)) == message.source.endsWith(QChar(0x2026)) &&
                form.count(QLatin1Char('\n')) == message.source.count(QLatin1Char('\n')) &&
                form.count(QLatin1Char('\t')) == message.source.count(QLatin1Char('\t'));
            if (!same)
                wrong.append(message.source + QLatin1String(" -> ") + form);
        }
    }
    tell(wrong);
    QVERIFY(wrong.isEmpty());
}

/// What a key reaches in English is reached by a key in Spanish, one that every keyboard has.
void TestTranslations::mnemonicsAgree()
{
    static const QRegularExpression key(QStringLiteral("&(?=[^& ])"));
    static const QRegularExpression plain(QStringLiteral("&[a-zA-Z0-9]"));
    QStringList wrong;
    const QList<Message> all = messagesOf(kept);
    for (const Message &message : all) {
        for (const QString &form : message.words) {
            const qsizetype keys = form.count(key);
            if (keys != message.source.count(key) || form.count(plain) != keys)
                wrong.append(message.source + QLatin1String(" -> ") + form);
        }
    }
    tell(wrong);
    QVERIFY(wrong.isEmpty());
}

void TestTranslations::everyStringIsFoundAtRunTime()
{
    QTranslator spanish;
    QVERIFY(spanish.load(QStringLiteral("reviewdesk_es"), QStringLiteral(":/translations")));
    const QList<Message> all = messagesOf(kept);
    for (const Message &message : all) {
        const QByteArray context = message.context.toUtf8();
        const QByteArray source = message.source.toUtf8();
        const QString found =
            spanish.translate(context.constData(), source.constData(), nullptr, message.counts ? 1 : -1);
        QCOMPARE(found, message.words.first());
    }
}

/// With the same headings, points and keys.
void TestTranslations::everyHelpPageIsThere()
{
    const auto shapeOf = [](const QString &file) {
        QFile page(file);
        if (!page.open(QIODevice::ReadOnly))
            return QByteArray("missing");
        QByteArray shape;
        while (!page.atEnd()) {
            const QByteArray line = page.readLine();
            if (line.startsWith('#') || line.startsWith("- ") || line.startsWith('|'))
                shape += line.at(0);
        }
        return shape;
    };
    const QDir help(QStringLiteral(RESOURCES "/help"));
    const QStringList pages = help.entryList({QStringLiteral("*.md")}, QDir::Files);
    QVERIFY(pages.size() >= 9);
    for (const QString &page : pages)
        QCOMPARE(shapeOf(help.filePath(QStringLiteral("es/") + page)), shapeOf(help.filePath(page)));
}

/// What a letter must say, and the notes on rules of time: each once, and nothing that no rule says.
void TestTranslations::theRulesWordsAreThere()
{
    const auto read = [](const QString &name) {
        QFile file(QStringLiteral(RESOURCES "/rules/") + name);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    };
    QSet<QString> said;
    const QJsonArray requirements =
        read(QStringLiteral("letter-checklist.json")).value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : requirements)
        said.insert(row.toObject().value(QLatin1String("requirement")).toString());
    const QJsonArray rules = read(QStringLiteral("due-dates.json")).value(QLatin1String("rules")).toArray();
    for (const QJsonValue &rule : rules) {
        if (const QString note = rule.toObject().value(QLatin1String("note")).toString(); !note.isEmpty())
            said.insert(note);
    }
    QVERIFY(said.size() > 40);
    const QStringList words = read(QStringLiteral("words.es.json")).value(QLatin1String("words")).toObject().keys();
    QCOMPARE(QSet<QString>(words.begin(), words.end()), said);
}

QTEST_GUILESS_MAIN(TestTranslations)

#include "tst_translations.moc"
