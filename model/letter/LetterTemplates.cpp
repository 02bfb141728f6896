#include "letter/LetterTemplates.h"

#include "policy/FileContent.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

#include <kainjow/mustache.hpp>

#include <optional>

namespace reviewdesk {

namespace mustache = kainjow::mustache;

namespace {

const QString partsPrefix = QStringLiteral("parts/");

Error problem(const char *code, const QString &file, int line, const QString &message)
{
    return {QString::fromLatin1(code), message, QStringLiteral("%1.html:%2").arg(file).arg(line)};
}

struct Say {
    Q_DECLARE_TR_FUNCTIONS(letter)
};

/// One tag of a template: `{{kind name}}`.
struct Tag {
    QChar kind; ///< # ^ / > ! or a space for a variable
    QString name;
    int line = 1;
};

/// The tags in order, or the first that is malformed.
std::optional<Error> readTags(const QString &file, const QString &text, QList<Tag> &tags)
{
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = text.indexOf(u"{{", at);
        if (open < 0)
            return std::nullopt;
        const int line = static_cast<int>(text.left(open).count(u'\n')) + 1;
        const qsizetype close = text.indexOf(u"}}", open);
        if (close < 0)
            return problem("unclosed_tag", file, line, Say::tr("A tag begins with {{ and does not end with }}."));
        const QString inside = text.mid(open + 2, close - open - 2);
        at = close + 2;
        const QChar first = inside.isEmpty() ? QChar(u' ') : inside.at(0);
        if (first == u'{' || first == u'&' || first == u'=') {
            return problem("unescaped_tag", file, line,
                Say::tr("{{%1}}: text is always escaped, and delimiters are never changed.").arg(inside));
        }
        const bool marked = first == u'#' || first == u'^' || first == u'/' || first == u'>' || first == u'!';
        tags.append({marked ? first : QChar(u' '), (marked ? inside.mid(1) : inside).trimmed(), line});
    }
}

/// Checks one file by itself: names known, sections closed in order.
std::optional<Error> checkTags(const QString &file, const QList<Tag> &tags, const TemplateFields &fields)
{
    QList<Tag> open;
    for (const Tag &tag : tags) {
        if (tag.kind == u'!' || tag.kind == u'>')
            continue;
        if (tag.kind == u'/') {
            if (open.isEmpty() || open.last().name != tag.name) {
                return problem("unopened_section", file, tag.line,
                    Say::tr("{{/%1}} closes a section that is not the one open here.").arg(tag.name));
            }
            open.removeLast();
            continue;
        }
        bool known = fields.names.contains(tag.name) || fields.lists.contains(tag.name) ||
            (tag.name.startsWith(u"has_") && fields.lists.contains(tag.name.mid(4)));
        for (const Tag &section : open)
            known = known || (section.kind == u'#' && fields.lists.value(section.name).contains(tag.name));
        if (!known)
            return problem("unknown_tag", file, tag.line,
                Say::tr("The template asks for “%1”, which no letter has.").arg(tag.name));
        if (tag.kind != u' ')
            open.append(tag);
    }
    if (!open.isEmpty())
        return problem("unclosed_section", file, open.last().line,
            Say::tr("The section “%1” is not closed.").arg(open.last().name));
    return std::nullopt;
}

std::optional<Error> checkParts(const QString &file, const QMap<QString, QList<Tag>> &tags, QStringList &path)
{
    path.append(file);
    for (const Tag &tag : tags.value(file)) {
        if (tag.kind != u'>')
            continue;
        const QString &part = tag.name;
        if (!part.startsWith(partsPrefix) || !tags.contains(part))
            return problem("missing_part", file, tag.line, Say::tr("There is no part “%1”.").arg(tag.name));
        if (path.contains(part))
            return problem("endless_part", file, tag.line, Say::tr("The part “%1” contains itself.").arg(tag.name));
        if (std::optional<Error> error = checkParts(part, tags, path))
            return error;
    }
    path.removeLast();
    return std::nullopt;
}

std::string escaped(const std::string &text)
{
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// Empty text is false, so that a section of that name shows only what is there.
mustache::data dataFrom(const JsonValue &value)
{
    if (const QString *text = value.asString())
        return text->isEmpty() ? mustache::data(false) : mustache::data(text->toStdString());
    if (const bool *flag = value.asBool())
        return mustache::data(*flag);
    if (const JsonValue::Array *items = value.asArray()) {
        mustache::data list(mustache::data::type::list);
        for (const JsonValue &item : *items)
            list.push_back(dataFrom(item));
        return list;
    }
    mustache::data object(mustache::data::type::object);
    if (const JsonValue::Object *members = value.asObject()) {
        for (const auto &[name, member] : *members) {
            object.set(name.toStdString(), dataFrom(member));
            if (const JsonValue::Array *items = member.asArray())
                object.set("has_" + name.toStdString(), mustache::data(!items->empty()));
        }
    }
    return object;
}

} // namespace

Result<LetterTemplates> LetterTemplates::read(
    const QString &folder, const TemplateFields &fields, const QString &shared)
{
    LetterTemplates templates;
    QMap<QString, QList<Tag>> tags;
    QCryptographicHash digest(QCryptographicHash::Sha256);
    QStringList folders{folder};
    if (!shared.isEmpty())
        folders.append(shared);
    for (const QString &from : folders) {
        for (const QString &prefix : {QString(), partsPrefix}) {
            const QDir dir(from + u'/' + prefix);
            const QStringList names = dir.entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name);
            for (const QString &name : names) {
                const QString file = prefix + name.chopped(5);
                if (tags.contains(file))
                    continue;
                const Result<QByteArray> bytes = fileContent(dir.filePath(name));
                if (!bytes)
                    return bytes.error();
                const QString path = (shared.isEmpty() || from == shared ? QString() : QDir(from).dirName() + u'/') + file;
                if (std::optional<Error> error = readTags(path, QString::fromUtf8(*bytes), tags[file]))
                    return *error;
                if (std::optional<Error> error = checkTags(path, tags[file], fields))
                    return *error;
                templates.m_files.insert(file, *bytes);
                digest.addData(file.toUtf8() + '\0' + *bytes + '\0');
            }
        }
    }
    const QStringList files = tags.keys();
    for (const QString &file : files) {
        QStringList path;
        if (std::optional<Error> error = checkParts(file, tags, path))
            return *error;
        const Tag first = tags.value(file).value(0);
        if (!file.startsWith(partsPrefix) && (first.kind != u'!' || !first.name.startsWith(u"version:")))
            return problem("missing_version", file, 1, Say::tr("A template begins with {{! version: … }}."));
    }
    templates.m_digest = QString::fromLatin1(digest.result().toHex().left(12));
    return templates;
}

QString LetterTemplates::version(const QString &name) const
{
    const QString text = QString::fromUtf8(m_files.value(name));
    const qsizetype from = text.indexOf(u':') + 1;
    return text.mid(from, text.indexOf(u"}}") - from).trimmed() + u'+' + m_digest;
}

QString LetterTemplates::merged(const QString &name, const JsonValue::Object &values) const
{
    mustache::data data = dataFrom(JsonValue(values));
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        if (!file.key().startsWith(partsPrefix))
            continue;
        const QByteArray &whole = file.value(); // the end of its last line is the file's, not the letter's
        const std::string text = (whole.endsWith('\n') ? whole.chopped(1) : whole).toStdString();
        data.set(file.key().toStdString(), mustache::data(mustache::partial([text] { return text; })));
    }
    mustache::mustache letter(m_files.value(name).toStdString());
    letter.set_custom_escape(escaped);
    return QString::fromStdString(letter.render(data)).trimmed() + u'\n';
}

bool LetterTemplates::hasAnchor(const QString &name, const QString &anchor) const
{
    const QString text = QString::fromUtf8(m_files.value(name));
    if (text.contains(QStringLiteral(" id=\"%1\"").arg(anchor)))
        return true;
    static const QRegularExpression part(QStringLiteral("\\{\\{>\\s*([^}\\s]+)\\s*\\}\\}"));
    QRegularExpressionMatchIterator parts = part.globalMatch(text);
    while (parts.hasNext()) {
        if (hasAnchor(parts.next().captured(1), anchor))
            return true;
    }
    return false;
}

} // namespace reviewdesk
