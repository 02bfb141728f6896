#include "letter/LetterChecklist.h"
#include "letter/LetterComposer.h"
#include "letter/LetterLanguage.h"
#include "letter/LetterTemplates.h"
#include "letter/LetterheadSettings.h"
#include "policy/JsonValue.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace reviewdesk;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A copy of the shipped letters and rules that a test may spoil.
bool copyResources(const QString &to)
{
    const QString from = QStringLiteral(RESOURCES);
    for (const char *part : {"letters", "rules", "translations"}) {
        QDirIterator files(from + u'/' + QString::fromLatin1(part), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!writeBytes(to + path.mid(from.size()), bytesOf(path)))
                return false;
        }
    }
    return true;
}

} // namespace

class TestLetterTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedOnesLoad();
    void faultHasFileAndLine_data();
    void faultHasFileAndLine();
    void escapes();
    void versionChangesWithAnyPart();
    void dataFilesKeepTheirSchemas();
    void spanishTellsAllOfThePolicy();
    void spanishHasAllThatIsSaid();
    void settingsAreTheSchemas();
};

void TestLetterTemplates::shippedOnesLoad()
{
    const auto composer = LetterComposer::load(QStringLiteral(RESOURCES));
    QVERIFY2(composer.ok(), composer.ok() ? "" : qPrintable(composer.error().place + composer.error().message));
}

void TestLetterTemplates::faultHasFileAndLine_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replace");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *file, const char *find, const char *replace, const char *code,
                         const char *place) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(find) << QByteArray(replace)
                            << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    row("unknown tag", "letters/parts/salutation.html", "{{member_name}}", "{{member_nmae}}", "unknown_tag",
        "parts/salutation.html:1");
    row("tag of a list outside of it", "letters/parts/plain-reason.html", "{{#plain_reason}}\n", "\n", "unknown_tag",
        "parts/plain-reason.html:2");
    row("unescaped tag", "letters/parts/salutation.html", "{{member_name}}", "{{{member_name}}}", "unescaped_tag",
        "parts/salutation.html:1");
    row("unescaped by ampersand", "letters/parts/salutation.html", "{{member_name}}", "{{&member_name}}",
        "unescaped_tag", "parts/salutation.html:1");
    row("section not closed", "letters/parts/peer-to-peer.html", "{{/show_peer_to_peer}}\n", "", "unclosed_section",
        "parts/peer-to-peer.html:1");
    row("section closed twice", "letters/parts/peer-to-peer.html", "{{/show_peer_to_peer}}",
        "{{/show_peer_to_peer}}{{/show_peer_to_peer}}", "unopened_section", "parts/peer-to-peer.html:4");
    row("tag not closed", "letters/parts/close.html", "</body>", "</body>{{", "unclosed_tag", "parts/close.html:2");
    row("missing part", "letters/withdrawal.html", "{{> parts/salutation}}", "{{> parts/greeting}}", "missing_part",
        "withdrawal.html:4");
    row("part within itself", "letters/parts/salutation.html", "<p", "{{> parts/salutation}}<p", "endless_part",
        "parts/salutation.html:1");
    row("no version", "letters/denial.html", "{{! version: denial-2 }}", "", "missing_version", "denial.html:1");
    row("no place for a checklist row", "letters/parts/appeal.html", "id=\"erisa-502\"", "", "missing_anchor",
        "letter-checklist.json:20");
    row("checklist not as its schema", "rules/letter-checklist.json", "\"anchor\": \"erisa-502\"",
        "\"anchr\": \"erisa-502\"", "schema", "letter-checklist.json /rows/16");
    row("unknown tag in Spanish", "letters/es/withdrawal.html", "{{procedure}}", "{{proceduer}}", "unknown_tag",
        "es/withdrawal.html:6");
    row("no place for a row in Spanish", "letters/es/parts/appeal.html", "id=\"erisa-502\"", "", "missing_anchor",
        "letter-checklist.json:20");
    row("a word too few", "translations/letter.es.json", "\"page_of\"", "\"page_off\"", "schema", "letter.es.json /words");
    row("a policy's words not as their schema", "translations/med140.origin-2010-12.es.json", "\"whether\"", "\"wether\"",
        "schema", "med140.origin-2010-12.es.json /facts");
    row("two rows with one id", "rules/letter-checklist.json", "\"id\": \"decision\"", "\"id\": \"addressee\"",
        "duplicate_row", "letter-checklist.json:4");
}

void TestLetterTemplates::faultHasFileAndLine()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replace);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QTemporaryDir dir;
    QVERIFY(copyResources(dir.path()));
    const QByteArray before = bytesOf(dir.filePath(file));
    QVERIFY2(before.contains(find), "the test spoils nothing");
    QVERIFY(writeBytes(dir.filePath(file), QByteArray(before).replace(find, replace)));
    const auto composer = LetterComposer::load(dir.path());
    QVERIFY(!composer.ok());
    if (code != u"schema")
        QCOMPARE(composer.error().code, code);
    QVERIFY2(composer.error().place.startsWith(place), qPrintable(composer.error().place));
    QVERIFY(!composer.error().message.isEmpty());
}

void TestLetterTemplates::escapes()
{
    QTemporaryDir dir;
    QVERIFY(writeBytes(dir.filePath(QStringLiteral("one.html")),
        "{{! version: one-1 }}\n<p>{{name}}</p>{{#items}}<i>{{name}}</i>{{/items}}"));
    const auto templates = LetterTemplates::read(
        dir.path(), {{QStringLiteral("name")}, {{QStringLiteral("items"), {QStringLiteral("name")}}}});
    QVERIFY2(templates.ok(), templates.ok() ? "" : qPrintable(templates.error().message));
    const JsonValue hostile = QStringLiteral("<script>'\"&{{secret}}");
    const QString html = templates->merged(QStringLiteral("one"),
        {{QStringLiteral("name"), hostile},
            {QStringLiteral("items"), JsonValue::Array{JsonValue::Object{{QStringLiteral("name"), hostile}}}}});
    const QString escaped = QStringLiteral("&lt;script&gt;&#39;&quot;&amp;{{secret}}");
    QCOMPARE(html, QStringLiteral("<p>%1</p><i>%1</i>\n").arg(escaped));
}

void TestLetterTemplates::versionChangesWithAnyPart()
{
    QTemporaryDir dir;
    const QString letters = QStringLiteral("/letters");
    QVERIFY(copyResources(dir.path()));
    const TemplateFields none;
    QVERIFY(writeBytes(dir.filePath(QStringLiteral("t/one.html")), "{{! version: one-7 }}{{> parts/a}}"));
    QVERIFY(writeBytes(dir.filePath(QStringLiteral("t/parts/a.html")), "a"));
    const QString before =
        LetterTemplates::read(dir.filePath(QStringLiteral("t")), none)->version(QStringLiteral("one"));
    QVERIFY(before.startsWith(u"one-7+"));
    QVERIFY(writeBytes(dir.filePath(QStringLiteral("t/parts/a.html")), "b"));
    QVERIFY(LetterTemplates::read(dir.filePath(QStringLiteral("t")), none)->version(QStringLiteral("one")) != before);
}

/// What a letter says of the pack in the plan's own words is told in Spanish; what is the policy's own is not touched.
void TestLetterTemplates::spanishTellsAllOfThePolicy()
{
    const auto rulebook = loadRulebook(QStringLiteral(RESOURCES), QTimeZone::utc());
    QVERIFY(rulebook.ok());
    const Policy &policy = (*rulebook)->policy;
    const auto spanish = LetterLanguage::read(QStringLiteral(RESOURCES "/translations"), QStringLiteral("es"));
    QVERIFY2(spanish.ok(), spanish.ok() ? "" : qPrintable(spanish.error().place + spanish.error().message));
    QVERIFY(spanish->knows(policy));
    const Policy told = spanish->translated(policy);
    for (int i = 0; i < policy.facts.size(); ++i) {
        const Fact &fact = policy.facts.at(i);
        QVERIFY2(told.facts.at(i).whether != fact.whether, qPrintable(fact.id));
        for (int j = 0; j < fact.options.size(); ++j) {
            const FactOption &before = fact.options.at(j);
            const FactOption &after = told.facts.at(i).options.at(j);
            QVERIFY2(after.statement != before.statement, qPrintable(fact.id + before.value));
            QVERIFY2(before.counterfactual.isEmpty() || after.counterfactual != before.counterfactual,
                qPrintable(fact.id + before.value));
        }
    }
    for (int i = 0; i < policy.outcomes.size(); ++i)
        QVERIFY(told.outcomes.at(i).label != policy.outcomes.at(i).label);
    for (int i = 0; i < policy.notes.size(); ++i)
        QVERIFY2(!policy.notes.at(i).inLetter || told.notes.at(i).text != policy.notes.at(i).text,
            qPrintable(policy.notes.at(i).id));
    for (int i = 0; i < policy.codes.size(); ++i)
        QVERIFY2(told.codes.at(i).descriptor != policy.codes.at(i).descriptor, qPrintable(policy.codes.at(i).code));
    QCOMPARE(told.criteria, policy.criteria);
    QCOMPARE(told.documentation, policy.documentation);
    QCOMPARE(told.contractPrecedence, policy.contractPrecedence);
    Policy other = policy;
    other.version = QStringLiteral("another");
    QVERIFY(!spanish->knows(other));
    QCOMPARE(spanish->translated(other).facts, policy.facts);
}

/// Every template and part that has words of its own has them in Spanish, and shows under the same conditions.
void TestLetterTemplates::spanishHasAllThatIsSaid()
{
    const QStringList wordless{QStringLiteral("parts/close.html"), QStringLiteral("parts/contact.html"),
        QStringLiteral("parts/open.html"), QStringLiteral("parts/style.html")};
    const QStringList providersOnly{QStringLiteral("parts/for-the-member.html"), QStringLiteral("parts/peer-to-peer.html")};
    const QDir english(QStringLiteral(RESOURCES "/letters"));
    const QDir spanish(QStringLiteral(RESOURCES "/letters/es"));
    static const QRegularExpression shown(QStringLiteral("\\{\\{#(show_\\w+)\\}\\}"));
    for (const QString &prefix : {QString(), QStringLiteral("parts/")}) {
        const QStringList names = QDir(english.filePath(prefix)).entryList({QStringLiteral("*.html")}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            const QString file = prefix + name;
            if (wordless.contains(file) || providersOnly.contains(file))
                continue;
            const QString told = QString::fromUtf8(bytesOf(spanish.filePath(file)));
            QVERIFY2(!told.isEmpty(), qPrintable(file));
            QRegularExpressionMatchIterator sections = shown.globalMatch(QString::fromUtf8(bytesOf(english.filePath(file))));
            while (sections.hasNext()) {
                const QString section = sections.next().captured();
                QVERIFY2(told.contains(section), qPrintable(file + section));
            }
        }
    }
}

void TestLetterTemplates::dataFilesKeepTheirSchemas()
{
    const QString resources = QStringLiteral(RESOURCES);
    const auto check = [&resources](const char *data, const char *schema) {
        const auto value = readJson(bytesOf(resources + QString::fromLatin1(data)));
        return value.ok() && schemaProblems(*value, bytesOf(resources + QString::fromLatin1(schema))).isEmpty();
    };
    QVERIFY(check("/rules/letter-checklist.json", "/rules/letter-checklist.schema.json"));
    QVERIFY(check("/rules/words.es.json", "/rules/words.schema.json"));
    QVERIFY(check("/letters/sample-letterhead.json", "/letters/letterhead.schema.json"));
    const auto wrong = readJson("{\"plan_name\": \"P\", \"apeal_limit\": \"180 days\"}");
    QVERIFY(!letterheadFrom(*wrong, resources).ok());
}

void TestLetterTemplates::settingsAreTheSchemas()
{
    const auto schema = readJson(bytesOf(QStringLiteral(RESOURCES "/letters/letterhead.schema.json")));
    QVERIFY(schema.ok());
    QStringList declared;
    for (const auto &[name, type] : *schema->member(u"properties")->asObject())
        declared.append(name);
    for (const char *notText : {"reply_days", "reply_hours_expedited", "federal_funds", "lines_of_business", "logo",
             "languages"})
        QVERIFY(declared.removeOne(QString::fromLatin1(notText)));
    QStringList known = LetterheadSettings::names();
    declared.sort();
    known.sort();
    QCOMPARE(known, declared);
}

QTEST_GUILESS_MAIN(TestLetterTemplates)
#include "tst_letter_templates.moc"
