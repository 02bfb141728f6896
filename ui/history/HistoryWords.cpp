#include "ui/history/HistoryWords.h"

#include "ui/review/FieldWords.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <optional>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

constexpr qsizetype mostInRow = 5; ///< changes
constexpr qsizetype longestInRow = 60; ///< characters of a value

/// What one field was and became; a side that it did not have is absent.
struct FieldChange {
    QString place;
    std::optional<JsonValue> before;
    std::optional<JsonValue> after;
};

/// What the step's own name, its time, its person or its comment says already, and what only the program reads.
bool isSaidByTheStep(const QString &place)
{
    static const QSet<QString> parts{QStringLiteral("number"), QStringLiteral("policy"), QStringLiteral("status"),
        QStringLiteral("letters"), QStringLiteral("attached"), QStringLiteral("peer_to_peer")};
    static const QSet<QString> ofDetermination{QStringLiteral("decision"), QStringLiteral("at"), QStringLiteral("by"),
        QStringLiteral("prepared_by"), QStringLiteral("exception")};
    const QString part = place.section(QLatin1Char('/'), 1, 1);
    return parts.contains(part) ||
        (part == QLatin1String("determination") && ofDetermination.contains(place.section(QLatin1Char('/'), 2, 2)));
}

/// A source and a contract provision are read as a whole, whose members the history keeps one by one.
QString wholeOf(const QString &place)
{
    const QString part = place.section(QLatin1Char('/'), 1, 1);
    const bool isWhole = part == QLatin1String("evidence") ||
        place.startsWith(QLatin1String("/determination/contract_provision"));
    return isWhole ? place.section(QLatin1Char('/'), 0, 2) : place;
}

void addSide(std::optional<JsonValue> &side, const JsonValue *value, const QString &member)
{
    if (!value)
        return;
    if (member.isEmpty()) {
        side = *value;
        return;
    }
    JsonValue::Object members = side && side->asObject() ? *side->asObject() : JsonValue::Object();
    members.emplace_back(member, *value);
    side = std::move(members);
}

QList<FieldChange> changesOf(const AuditEntry &entry)
{
    QList<FieldChange> changes;
    const Result<JsonValue> read = readJson(entry.changes);
    const JsonValue::Array *list = read ? read->asArray() : nullptr;
    for (const JsonValue &one : list ? *list : JsonValue::Array()) {
        const QString field = one.text(u"field");
        if (field.isEmpty() || isSaidByTheStep(field))
            continue;
        const QString place = wholeOf(field);
        if (changes.isEmpty() || changes.constLast().place != place)
            changes.append({place, {}, {}});
        const QString member = field.mid(place.size() + 1);
        addSide(changes.last().before, one.member(u"before"), member);
        addSide(changes.last().after, one.member(u"after"), member);
    }
    return changes;
}

/// In one line; in a row no longer than that has room.
QString valueFor(StepForm form, const QString &place, const std::optional<JsonValue> &value, const Policy &policy)
{
    const QString words = valueInWords(place, value, policy).simplified();
    if (form != StepForm::Row || words.size() <= longestInRow)
        return words;
    const qsizetype space = words.lastIndexOf(QLatin1Char(' '), longestInRow);
    return words.left(space > longestInRow / 2 ? space : longestInRow) + QStringLiteral("…");
}

QString changeInWords(const FieldChange &change, const Policy &policy, StepForm form)
{
    const QString field = fieldInWords(change.place, policy);
    const QString before = valueFor(form, change.place, change.before, policy);
    const QString after = valueFor(form, change.place, change.after, policy);
    if (before.isEmpty() && after.isEmpty())
        return field; // a part of it that has no words
    if (before.isEmpty())
        return Say::tr("%1: added %2").arg(field, after);
    if (after.isEmpty())
        return Say::tr("%1: removed %2").arg(field, before);
    return form == StepForm::Spoken ? Say::tr("%1: from %2 to %3").arg(field, before, after)
                                    : Say::tr("%1: %2 → %3").arg(field, before, after);
}

QString nameOf(const QString &actionWord)
{
    static const QMap<QString, const char *> otherSteps{
        {QStringLiteral("create"), QT_TRANSLATE_NOOP("HistoryWords", "Begin")},
        {QStringLiteral("assign"), QT_TRANSLATE_NOOP("HistoryWords", "Assign")},
        {QStringLiteral("comment"), QT_TRANSLATE_NOOP("HistoryWords", "Remark")},
        {QStringLiteral("print_letter"), QT_TRANSLATE_NOOP("HistoryWords", "Print the letter")},
        {QStringLiteral("remove_document"), QT_TRANSLATE_NOOP("HistoryWords", "Remove a document")}};
    const std::optional<Action> action = actionFromWord(actionWord);
    return action ? label(*action)
                  : Say::tr(otherSteps.value(actionWord, QT_TRANSLATE_NOOP("HistoryWords", "Other step")));
}

} // namespace

QString stepInWords(const AuditEntry &entry, const Policy &policy, StepForm form)
{
    QString words = nameOf(entry.action);
    if (!entry.comment.isEmpty())
        words += Say::tr(", “%1”").arg(form == StepForm::Whole ? entry.comment : entry.comment.simplified());
    QStringList parts;
    const QList<FieldChange> changes = changesOf(entry);
    for (const FieldChange &change : changes)
        parts << changeInWords(change, policy, form);
    if (parts.isEmpty())
        return words;
    if (form == StepForm::Whole)
        return words + QLatin1Char('\n') + parts.join(QLatin1Char('\n'));
    const bool more = form == StepForm::Row && parts.size() > mostInRow;
    const QString separator = Say::tr("; ", "between the changes of one step");
    return words +
        Say::tr(" (%1%2)").arg(parts.mid(0, more ? mostInRow : -1).join(separator), more ? QStringLiteral(" …") : QString());
}

} // namespace reviewdesk
