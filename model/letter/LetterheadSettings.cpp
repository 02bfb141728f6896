#include "letter/LetterheadSettings.h"

#include "letter/LetterheadRows.h"
#include "letter/PageText.h"
#include "policy/FileContent.h"

#include <QCoreApplication>
#include <QImage>

#include <array>

namespace reviewdesk {

namespace {

enum class Shape { Line, Lines, Paragraphs };

struct Setting {
    const char16_t *name;
    Shape shape;
    bool optional; ///< left out when it is not set
    bool worded = false; ///< a sentence or a part of one: set for each language
};

/// As in resources/letters/letterhead.schema.json; a test holds the two together.
constexpr std::array settings{
    Setting{u"plan_name", Shape::Line, false},
    Setting{u"department", Shape::Line, true},
    Setting{u"address", Shape::Lines, false},
    Setting{u"phone", Shape::Line, false},
    Setting{u"tty", Shape::Line, true},
    Setting{u"fax", Shape::Line, true},
    Setting{u"website", Shape::Line, true},
    Setting{u"submission_fax", Shape::Line, false},
    Setting{u"submission_portal", Shape::Line, true},
    Setting{u"submission_address", Shape::Line, false},
    Setting{u"peer_to_peer_phone", Shape::Line, false},
    Setting{u"peer_to_peer_hours", Shape::Line, true},
    Setting{u"benefit_section", Shape::Line, false, true},
    Setting{u"appeal_limit", Shape::Line, false, true},
    Setting{u"appeal_counts_from", Shape::Line, true, true},
    Setting{u"appeal_address", Shape::Line, false},
    Setting{u"appeal_phone", Shape::Line, false},
    Setting{u"appeal_fax", Shape::Line, true},
    Setting{u"appeal_decision", Shape::Line, true, true},
    Setting{u"expedited_appeal_phone", Shape::Line, false},
    Setting{u"expedited_appeal_decision", Shape::Line, false, true},
    Setting{u"external_review", Shape::Line, false, true},
    Setting{u"consumer_assistance", Shape::Line, false, true},
    Setting{u"language_line", Shape::Line, false},
    Setting{u"denial_code", Shape::Line, false},
    Setting{u"denial_code_meaning", Shape::Line, false, true},
    Setting{u"contract_denial_code", Shape::Line, false},
    Setting{u"contract_denial_code_meaning", Shape::Line, false, true},
    Setting{u"nondiscrimination_notice", Shape::Line, false, true},
    Setting{u"fair_hearing", Shape::Line, false, true},
    Setting{u"continued_benefits", Shape::Line, false, true},
    Setting{u"cms_form_text", Shape::Paragraphs, false, true},
};

JsonValue lines(const QStringList &texts)
{
    JsonValue::Array array;
    for (const QString &text : texts)
        array.push_back(JsonValue::Object{{QStringLiteral("line"), text}});
    return array;
}

QStringList textsOf(const JsonValue &value, Shape shape)
{
    if (const JsonValue::Array *array = value.asArray()) {
        QStringList texts;
        for (const JsonValue &item : *array)
            texts.append(item.asString() ? pageText(*item.asString()) : QString());
        return texts;
    }
    const QString text = value.asString() ? *value.asString() : QString();
    return shape == Shape::Paragraphs ? pageParagraphs(text) : QStringList{pageText(text)};
}

bool isPicture(const QString &data)
{
    for (const char *start : {"data:image/png;base64,", "data:image/jpeg;base64,"}) {
        const QString prefix = QString::fromLatin1(start);
        if (data.startsWith(prefix))
            return !QImage::fromData(QByteArray::fromBase64(data.mid(prefix.size()).toLatin1())).isNull();
    }
    return false;
}

} // namespace

LetterheadSettings::LetterheadSettings(
    const Letterhead &letterhead, std::optional<LineOfBusiness> lineOfBusiness, const QString &language)
    : m_common(&letterhead.values), m_language(language)
{
    const auto ofLine = [&lineOfBusiness](const JsonValue *values) -> const JsonValue * {
        const JsonValue *special = values ? values->member(u"lines_of_business") : nullptr;
        return special && lineOfBusiness ? special->member(toWord(*lineOfBusiness)) : nullptr;
    };
    m_special = ofLine(m_common);
    const JsonValue *languages = letterhead.values.member(u"languages");
    m_told = languages ? languages->member(language) : nullptr;
    m_toldSpecial = ofLine(m_told);
}

const JsonValue *LetterheadSettings::told(QStringView name, bool worded) const
{
    if (!worded || m_language == u"en")
        return find(name);
    const JsonValue *value = m_toldSpecial ? m_toldSpecial->member(name) : nullptr;
    if (value)
        return value;
    // a line of business with words of its own is not told in the others' words
    const bool special = m_special && m_special->member(name);
    return m_told && !special ? m_told->member(name) : nullptr;
}

const JsonValue *LetterheadSettings::find(QStringView name) const
{
    const JsonValue *value = m_special ? m_special->member(name) : nullptr;
    return value ? value : m_common->member(name);
}

bool LetterheadSettings::isTrue(QStringView name) const
{
    const JsonValue *value = find(name);
    return value && value->asBool() && *value->asBool();
}

int LetterheadSettings::number(QStringView name) const
{
    const JsonValue *value = find(name);
    return value && value->asInteger() ? static_cast<int>(*value->asInteger()) : 0;
}

JsonValue::Object LetterheadSettings::members() const
{
    JsonValue::Object members;
    for (const Setting &setting : settings) {
        const QString name = QString::fromUtf16(setting.name);
        const JsonValue *value = told(name, setting.worded);
        QStringList texts = value ? textsOf(*value, setting.shape) : QStringList();
        if (texts.join(QString()).isEmpty()) {
            const bool untold = setting.worded && !value && find(name); // in English it is set
            const bool leftOut = setting.optional && !untold;
            texts = leftOut ? QStringList() : QStringList{placeholder(name, setting.worded ? m_language : QString())};
        }
        members.emplace_back(name, setting.shape == Shape::Line ? JsonValue(texts.value(0)) : lines(texts));
    }
    return members;
}

QStringList LetterheadSettings::names()
{
    QStringList names;
    for (const Setting &setting : settings)
        names.append(QString::fromUtf16(setting.name));
    return names;
}

QStringList LetterheadSettings::listNames()
{
    QStringList names;
    for (const Setting &setting : settings) {
        if (setting.shape != Shape::Line)
            names.append(QString::fromUtf16(setting.name));
    }
    return names;
}

QStringList LetterheadSettings::wordedNames()
{
    QStringList names;
    for (const Setting &setting : settings) {
        if (setting.worded)
            names.append(QString::fromUtf16(setting.name));
    }
    return names;
}

bool LetterheadSettings::isOptional(const QString &name)
{
    for (const Setting &setting : settings) {
        if (name == QStringView(setting.name))
            return setting.optional;
    }
    return true;
}

QString LetterheadSettings::placeholder(const QString &name, const QString &language)
{
    const QString which =
        language.isEmpty() || language == u"en" ? name : QStringLiteral("%1 (%2)").arg(name, language);
    return QCoreApplication::translate("letter", "[not set in the letterhead: %1]").arg(letterheadTitle(which));
}

QStringList LetterheadSettings::placeholdersIn(const QString &text)
{
    QStringList found;
    for (const Setting &setting : settings) {
        const QString name = QString::fromUtf16(setting.name);
        if (text.contains(placeholder(name)))
            found.append(name);
        if (setting.worded && text.contains(placeholder(name, QStringLiteral("es"))))
            found.append(name + QStringLiteral(" (es)"));
    }
    return found;
}

Result<Letterhead> letterheadFrom(const JsonValue &values, const QString &resources)
{
    const Result<QByteArray> schema = fileContent(resources + QStringLiteral("/letters/letterhead.schema.json"));
    if (!schema)
        return schema.error();
    const QList<Error> problems = schemaProblems(values, *schema);
    if (!problems.isEmpty())
        return problems.first();
    if (const QString logo = values.text(u"logo"); !logo.isEmpty() && !isPicture(logo)) {
        return Error{QStringLiteral("wrong_form"),
            QCoreApplication::translate("letter", "The logo is no PNG or JPEG picture."), QStringLiteral("/logo")};
    }
    return Letterhead{values, false};
}

Result<Letterhead> sampleLetterhead(const QString &resources)
{
    const Result<QByteArray> json = fileContent(resources + QStringLiteral("/letters/sample-letterhead.json"));
    if (!json)
        return json.error();
    const Result<JsonValue> values = readJson(*json);
    if (!values)
        return values.error();
    Result<Letterhead> letterhead = letterheadFrom(*values, resources);
    if (letterhead)
        letterhead.value().sample = true;
    return letterhead;
}

} // namespace reviewdesk
