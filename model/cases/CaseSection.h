#pragma once

#include "policy/JsonValue.h"
#include "support/Result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <limits>
#include <optional>

namespace reviewdesk {

/// An object of the file with its place. A member that is absent, or of another type (the schema says so), gives an
/// empty value.
class CaseSection {
public:
    CaseSection(const JsonValue *value, QString pointer, QList<Error> &problems)
        : m_value(value), m_pointer(std::move(pointer)), m_problems(problems)
    {
    }

    CaseSection section(QStringView name) const { return {find(name), place(name), m_problems}; }
    bool has(QStringView name) const { return find(name) != nullptr; }
    bool isObject() const { return m_value && m_value->asObject(); }
    QString place(QStringView name) const { return jsonPointer(m_pointer, name); }
    void report(QStringView name, const QString &code, const QString &message) const
    {
        if (m_problems.size() < mostProblems) // more would help nobody
            m_problems.append(Error{code, message, place(name)});
    }

    QString text(QStringView name) const
    {
        const QString *found = string(name);
        return found ? *found : QString();
    }
    QStringList lines(QStringView name) const
    {
        QStringList all;
        for (const JsonValue &item : items(name)) {
            if (const QString *line = item.asString())
                all.append(*line);
        }
        return all;
    }
    int count(QStringView name) const
    {
        const JsonValue *found = find(name);
        const qint64 *number = found ? found->asInteger() : nullptr;
        return number && *number > 0 && *number <= std::numeric_limits<int>::max() ? static_cast<int>(*number) : 0;
    }
    bool flag(QStringView name) const
    {
        const JsonValue *found = find(name);
        const bool *set = found ? found->asBool() : nullptr;
        return set && *set;
    }
    /// Reports one that does not exist.
    QDate date(QStringView name) const;
    QDateTime instant(QStringView name) const;
    template <typename Value>
    std::optional<Value> word(QStringView name, std::optional<Value> (*from)(QStringView)) const
    {
        const QString *found = string(name);
        return found ? from(*found) : std::nullopt;
    }
    const JsonValue::Object &members() const
    {
        static const JsonValue::Object none;
        return isObject() ? *m_value->asObject() : none;
    }
    const JsonValue::Array &items(QStringView name) const
    {
        static const JsonValue::Array none;
        const JsonValue *found = find(name);
        const JsonValue::Array *array = found ? found->asArray() : nullptr;
        return array ? *array : none;
    }
    QList<Error> &problems() const { return m_problems; }

private:
    static constexpr qsizetype mostProblems = 1000;

    const JsonValue *find(QStringView name) const { return m_value ? m_value->member(name) : nullptr; }
    const QString *string(QStringView name) const
    {
        const JsonValue *found = find(name);
        return found ? found->asString() : nullptr;
    }

    const JsonValue *m_value;
    QString m_pointer;
    QList<Error> &m_problems;
};

} // namespace reviewdesk
