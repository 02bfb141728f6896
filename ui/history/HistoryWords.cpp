#include "ui/history/HistoryWords.h"

#include "ui/FieldWords.h"
#include "ui/history/ShortChange.h"

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

/// A list's items in words, or the value as the only one.
QStringList itemsInWords(const QString &place, const std::optional<JsonValue> &value, const Policy &policy)
{
    QStringList items;
    const JsonValue::Array *list = value ? value->asArray() : nullptr;
    for (const JsonValue &item : list ? *list : JsonValue::Array())
        items.append(valueInWords(place, JsonValue(JsonValue::Array{item}), policy).simplified());
    if (!list)
        items.append(valueInWords(place, value, policy).simplified());
    items.removeAll(QString());
    return items;
}

/// Codes and names are words; documents and treatments have commas of their own.
bool hasSentences(const QString &place)
{
    return !place.startsWith(QLatin1String("/service")) && place != QLatin1String("/unconfirmed");
}

/// Both sides read the same: what differs is not among the words.
QString sameInWords(const FieldChange &change, const QString &field)
{
    const bool texts = change.before && change.after && change.before->asString() && change.after->asString();
    if (texts && change.before->asString()->simplified() == change.after->asString()->simplified())
        return Say::tr("%1: only the spacing changed").arg(field);
    return Say::tr("%1: changed").arg(field);
}

/// A list in a row: what is new in it and what is gone.
QString listChange(const QString &field, const QStringList &before, const QStringList &after, const QString &place)
{
    const QString separator = hasSentences(place) ? QStringLiteral("; ") : QStringLiteral(", ");
    const QString words = shortListChange(before, after, separator, hasSentences(place));
    return words.isEmpty() ? Say::tr("%1: in another order").arg(field) : Say::tr("%1: %2").arg(field, words);
}

QString changeInWords(const FieldChange &change, const Policy &policy, StepForm form)
{
    const QString field = fieldInWords(change.place, policy);
    const QStringList was = itemsInWords(change.place, change.before, policy);
    const QStringList is = itemsInWords(change.place, change.after, policy);
    if (was.isEmpty() && is.isEmpty())
        return field; // a part of it that has no words
    if (was == is)
        return sameInWords(change, field);
    const bool isList = (change.before && change.before->asArray()) || (change.after && change.after->asArray());
    if (isList && form == StepForm::Row)
        return listChange(field, was, is, change.place);
    const QString separator = hasSentences(change.place) ? QStringLiteral("; ") : QStringLiteral(", ");
    const QString before = was.join(separator);
    const QString after = is.join(separator);
    if (before.isEmpty())
        return Say::tr("%1: added %2").arg(field, form == StepForm::Row ? shortStart(after) : after);
    if (after.isEmpty())
        return Say::tr("%1: removed %2").arg(field, form == StepForm::Row ? shortStart(before) : before);
    if (form == StepForm::Spoken)
        return Say::tr("%1: from %2 to %3").arg(field, before, after);
    const ShortSides sides = form == StepForm::Row ? shortSides(before, after) : ShortSides{before, after};
    return Say::tr("%1: %2 → %3").arg(field, sides.before, sides.after);
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
