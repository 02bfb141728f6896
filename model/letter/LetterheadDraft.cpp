#include "letter/LetterheadDraft.h"

#include "letter/LetterheadSettings.h"

#include <QBuffer>

#include <algorithm>

namespace reviewdesk {

namespace {

QStringList pathOf(const QString &name, const LetterheadDraft::Place &place)
{
    QStringList path;
    if (place.language != u"en")
        path << QStringLiteral("languages") << place.language;
    if (place.line)
        path << QStringLiteral("lines_of_business") << toWord(*place.line);
    return path << name;
}

const JsonValue *at(const JsonValue &values, const QStringList &path)
{
    const JsonValue *value = &values;
    for (const QString &name : path)
        value = value ? value->member(name) : nullptr;
    return value;
}

/// `object` with `value` at the end of `path`; null takes it out, and what is empty then.
JsonValue withValue(const JsonValue *object, const QStringList &path, const JsonValue &value)
{
    JsonValue::Object members;
    if (object && object->asObject())
        members = *object->asObject();
    const auto found = std::find_if(
        members.begin(), members.end(), [&path](const JsonValue::Member &member) { return member.first == path.first(); });
    const JsonValue *before = found == members.end() ? nullptr : &found->second;
    const JsonValue after = path.size() == 1 ? value : withValue(before, path.mid(1), value);
    const bool gone = after.isNull() || (after.asObject() && after.asObject()->empty());
    if (gone && found != members.end())
        members.erase(found);
    else if (!gone && found != members.end())
        found->second = after;
    else if (!gone)
        members.emplace_back(path.first(), after);
    return members;
}

QByteArray encoded(const QImage &picture, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return picture.save(&buffer, format, quality) ? bytes : QByteArray();
}

} // namespace

QString LetterheadDraft::text(const QString &name, const Place &place) const
{
    const JsonValue *value = at(m_values, pathOf(name, place));
    if (!value)
        return {};
    if (const QString *text = value->asString())
        return *text;
    QStringList lines;
    if (const JsonValue::Array *array = value->asArray()) {
        for (const JsonValue &line : *array)
            lines.append(line.asString() ? *line.asString() : QString());
    }
    return lines.join(u'\n');
}

QString LetterheadDraft::inForce(const QString &name, const Place &place) const
{
    const QString own = text(name, place);
    return own.isEmpty() && place.line ? text(name, {std::nullopt, place.language}) : own;
}

void LetterheadDraft::put(const QStringList &path, const JsonValue &value)
{
    m_values = withValue(&m_values, path, value);
}

void LetterheadDraft::setText(const QString &name, const Place &place, const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty()) {
        put(pathOf(name, place), nullptr);
        return;
    }
    if (name != u"address") {
        put(pathOf(name, place), typed);
        return;
    }
    JsonValue::Array lines;
    const QStringList typedLines = typed.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : typedLines)
        lines.push_back(line.trimmed());
    put(pathOf(name, place), lines);
}

bool LetterheadDraft::isTrue(const QString &name) const
{
    const JsonValue *value = m_values.member(name);
    return value && value->asBool() && *value->asBool();
}

void LetterheadDraft::setTrue(const QString &name, bool value)
{
    put({name}, value);
}

int LetterheadDraft::number(const QString &name) const
{
    const JsonValue *value = m_values.member(name);
    return value && value->asInteger() ? static_cast<int>(*value->asInteger()) : 0;
}

void LetterheadDraft::setNumber(const QString &name, int value)
{
    put({name}, value > 0 ? JsonValue(value) : JsonValue());
}

bool LetterheadDraft::setLogo(const QImage &picture)
{
    if (picture.isNull()) {
        put({QStringLiteral("logo")}, nullptr);
        return true;
    }
    constexpr qsizetype most = 14'900; // bytes: 20,000 characters in base 64
    const QImage small = picture.width() > 600 || picture.height() > 132
        ? picture.scaled(600, 132, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : picture;
    QByteArray bytes = encoded(small, "PNG", 0);
    QByteArray type = "png";
    if (bytes.size() > most)
        bytes = encoded(small.convertToFormat(QImage::Format_Indexed8), "PNG", 0);
    if (bytes.size() > most) {
        bytes = encoded(small.convertToFormat(QImage::Format_RGB32), "JPEG", 80);
        type = "jpeg";
    }
    if (bytes.isEmpty() || bytes.size() > most)
        return false;
    put({QStringLiteral("logo")}, QString::fromLatin1("data:image/" + type + ";base64," + bytes.toBase64()));
    return true;
}

bool LetterheadDraft::hasLogo() const
{
    return m_values.member(u"logo") != nullptr;
}

} // namespace reviewdesk
