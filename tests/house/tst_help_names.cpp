#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

/// What the help and the guide emphasise as the name of something on the screen is a text of the screen, in each language:
/// the Spanish guide told of a button "Añadir fuente", and the screen had "Agregar fuente…".
using namespace Qt::StringLiterals;

namespace {

/// Emphasised, and no text of the screen; why.
const QMap<QString, QString> noNames{{u"Kappa"_s, u"a word that is explained"_s}, {u"▲"_s, u"a sign, within texts"_s},
    {u"watched folder"_s, u"a thing, on the screen within sentences"_s},
    {u"carpeta vigilada"_s, u"a thing, on the screen within sentences"_s}};

/// As it is read: without mnemonic, key, "…", arrows, numbers that are filled in, and differences of case.
QString plain(QString words)
{
    static const QRegularExpression filledIn(u"%\\d+ ?"_s);
    static const QRegularExpression around(u"^[‹\\s]+|[…›:.,\\s]+$"_s);
    words = words.section(u'\t', 0, 0).remove(u'&').remove(filledIn).remove(around).toLower();
    return words;
}

/// The texts of the screen: what tr() is given and, in Spanish, what it gives.
QSet<QString> textsOfScreen(bool inSpanish)
{
    QFile file(QStringLiteral(RESOURCES "/translations/reviewdesk_es.ts"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translations");
    QXmlStreamReader xml(&file);
    QSet<QString> texts;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const bool isTranslation = xml.name() == "translation"_L1;
        if (inSpanish ? isTranslation : xml.name() == "source"_L1)
            texts.insert(plain(xml.readElementText(QXmlStreamReader::IncludeChildElements)));
    }
    return texts;
}

/// What is emphasised on a page, but for the words that a paragraph of a list begins with (they say what it is about)
/// and keys.
QStringList namesOn(const QString &text)
{
    static const QRegularExpression lead(u"^- \\*\\*[^*\\n]+\\*\\*"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression emphasised(u"\\*\\*([^*\\n]+)\\*\\*|\\*([^*\\n]+)\\*"_s);
    static const QRegularExpression key(u"^(?:(?:Ctrl|Alt)\\+.+|F\\d+|[A-Z]|Enter|Intro|Esc)$"_s);
    QStringList names;
    const QString said = QString(text).remove(lead);
    for (QRegularExpressionMatchIterator one = emphasised.globalMatch(said); one.hasNext();) {
        const QRegularExpressionMatch match = one.next();
        const QString name = match.captured(1) + match.captured(2);
        if (!key.match(name).hasMatch())
            names.append(name);
    }
    return names;
}

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

} // namespace

class TestHelpNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsOnTheScreen_data()
    {
        QTest::addColumn<bool>("inSpanish");
        QTest::newRow("English") << false;
        QTest::newRow("Spanish") << true;
    }

    void everyNameIsOnTheScreen()
    {
        QFETCH(const bool, inSpanish);
        const QSet<QString> texts = textsOfScreen(inSpanish);
        QVERIFY(texts.contains(inSpanish ? u"agregar fuente"_s : u"add source"_s)); // they are read
        QStringList wrong;
        int found = 0;
        QDirIterator pages(inSpanish ? QStringLiteral(RESOURCES "/help/es") : QStringLiteral(RESOURCES "/help"),
            {u"*.md"_s}, QDir::Files);
        while (pages.hasNext()) {
            const QString page = pages.next();
            const QStringList names = namesOn(textOf(page));
            for (const QString &name : names) {
                const bool isThere = texts.contains(plain(name));
                found += isThere ? 1 : 0;
                if (!isThere && !noNames.contains(name))
                    wrong.append(page.section(u'/', -1) + u": "_s + name);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(found > 40);
    }

    /// One word for one thing: every button that adds says "Agregar".
    void toAddHasOneWordInSpanish()
    {
        static const QRegularExpression other(u"\\bañad[^\\n]{0,40}"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        QStringList files{QStringLiteral(RESOURCES "/translations/reviewdesk_es.ts")};
        QDirIterator pages(QStringLiteral(RESOURCES "/help/es"), {u"*.md"_s}, QDir::Files);
        while (pages.hasNext())
            files.append(pages.next());
        for (const QString &file : std::as_const(files)) {
            const QRegularExpressionMatch found = other.match(textOf(file));
            QVERIFY2(!found.hasMatch(), qPrintable(file.section(u'/', -1) + u": "_s + found.captured()));
        }
    }
};

QTEST_GUILESS_MAIN(TestHelpNames)
#include "tst_help_names.moc"
