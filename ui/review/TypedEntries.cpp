#include "ui/review/TypedEntries.h"

#include "ui/review/Steps.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reviewdesk {

bool TypedEntries::set(const QString &pointer, const QString &text, const QString &problem)
{
    if (text.isEmpty() && problem.isEmpty())
        return m_entries.remove(pointer) > 0;
    const Entry entry{text, problem};
    const auto found = m_entries.constFind(pointer);
    if (found != m_entries.constEnd() && *found == entry)
        return false;
    m_entries.insert(pointer, entry);
    return true;
}

void TypedEntries::setTexts(const Texts &texts)
{
    m_entries.removeIf([](QMap<QString, Entry>::iterator entry) { return !entry.key().startsWith(stepPrefix()); });
    for (auto text = texts.begin(); text != texts.end(); ++text)
        m_entries.insert(text.key(), {text.value(), {}});
}

TypedEntries::Texts TypedEntries::texts() const
{
    Texts texts;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (!entry->text.isEmpty())
            texts.insert(entry.key(), entry->text);
    }
    return texts;
}

TypedEntries::Texts TypedEntries::ofDraft() const
{
    Texts some = texts();
    some.removeIf([](Texts::iterator text) { return text.key().startsWith(stepPrefix()); });
    return some;
}

std::optional<Error> TypedEntries::problem() const
{
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (!entry->problem.isEmpty())
            return Error{QStringLiteral("unreadable"), entry->problem, entry.key()};
    }
    return std::nullopt;
}

void TypedEntries::addTo(QList<Finding> &findings) const
{
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (!entry->problem.isEmpty())
            findings.append({Severity::Wrong, requestStep, entry.key(), entry->problem});
    }
}

QByteArray TypedEntries::toJson(const Texts &texts)
{
    if (texts.isEmpty())
        return {};
    QJsonObject typed;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        typed.insert(text.key(), text.value());
    return QJsonDocument(QJsonObject{{QStringLiteral("typed"), typed}}).toJson(QJsonDocument::Compact);
}

TypedEntries::Texts TypedEntries::fromJson(const QByteArray &json)
{
    Texts texts;
    const QJsonObject typed = QJsonDocument::fromJson(json).object().value(QLatin1String("typed")).toObject();
    for (auto entry = typed.begin(); entry != typed.end(); ++entry)
        texts.insert(entry.key(), entry.value().toString());
    return texts;
}

} // namespace reviewdesk
