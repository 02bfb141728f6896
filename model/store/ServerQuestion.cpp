// What views, filters and the search ask, in a server's SQL.
#include "store/ServerQuestion.h"

#include "cases/VerificationCode.h"
#include "cases/Workflow.h"
#include "store/Folded.h"
#include "store/Stored.h"

#include <limits>

namespace reviewdesk {

namespace {

constexpr qint64 day = 86'400'000;

template <typename Values> QStringList wordsOf(const Values &values)
{
    QStringList words;
    for (const auto &value : values)
        words.append(toWord(value));
    return words;
}

/// One word is asked for as it is, so that an index by it serves; more of them are a list in one bound value, its last
/// element nothing's word, so that an empty word can stand in it.
void amongWords(ServerQuestion &asked, const char *column, QStringList words)
{
    if (words.size() == 1) {
        asked.add(QString::fromLatin1(column) + QLatin1String(" = ?"), {stored(words.constFirst())});
        return;
    }
    words.append(QStringLiteral("\x1e"));
    asked.add(QString::fromLatin1(column) + QLatin1String(" = ANY (string_to_array(?, chr(31)))"), {words.join(QLatin1Char('\x1f'))});
}

QStringList people(QStringList ids, const QString &userId)
{
    return ids.replaceInStrings(WorklistFilter::me, userId);
}

void narrowToKinds(ServerQuestion &asked, const WorklistFilter &filter)
{
    asked.kinds = asked.kinds || !filter.lines.isEmpty() || !filter.states.isEmpty() || filter.expedited || !filter.procedures.isEmpty() ||
        !filter.tones.isEmpty();
    if (!filter.lines.isEmpty())
        amongWords(asked, "cases.line_of_business", wordsOf(filter.lines));
    if (!filter.states.isEmpty())
        amongWords(asked, "cases.plan_state", filter.states);
    if (filter.expedited)
        asked.add(QStringLiteral("cases.expedited = ?"), {*filter.expedited ? 1 : 0});
    if (!filter.procedures.isEmpty())
        amongWords(asked, "cases.procedure", filter.procedures);
    if (filter.tones.size() == 1)
        asked.add(QStringLiteral("cases.outcome_tone = ?"), {filter.tones.constFirst()});
    QStringList tones;
    for (const int tone : filter.tones)
        tones.append(QString::number(tone));
    if (tones.size() > 1)
        amongWords(asked, "cases.outcome_tone::text", tones);
}

void narrowToPeople(ServerQuestion &asked, const WorklistFilter &filter, const QString &userId)
{
    asked.people = asked.people || filter.mine || !filter.preparedBy.isEmpty() || !filter.assignedTo.isEmpty();
    if (!filter.preparedBy.isEmpty())
        amongWords(asked, "cases.prepared_by", people(filter.preparedBy, userId));
    if (!filter.assignedTo.isEmpty())
        amongWords(asked, "coalesce(cases.assigned, '')", people(filter.assignedTo, userId));
    if (filter.mine)
        asked.add(QStringLiteral("(cases.prepared_by = ? OR cases.assigned = ?)"), {userId, userId});
}

void narrowToDue(ServerQuestion &asked, const WorklistFilter &filter, const Worklist::Asker &asker)
{
    if (filter.due == WorklistFilter::Due::Any)
        return;
    const WorklistSpan span = spanOf(filter, asker);
    if (filter.due == WorklistFilter::Due::None) {
        asked.beyond = true;
        asked.add(QStringLiteral("cases.due_at >= ? AND cases.due_at < ?"), {span.from, span.beyond});
        return;
    }
    asked.add(QStringLiteral("cases.closed = 0"));
    asked.span = asked.span ? WorklistSpan{qMax(span.from, asked.span->from), qMin(span.beyond, asked.span->beyond)} : span;
}

void narrow(ServerQuestion &asked, const WorklistFilter &filter, const Worklist::Asker &asker)
{
    asked.textAlone = asked.textAlone && filter.isEmpty();
    if (filter.open)
        asked.add(QStringLiteral("cases.closed = 0"));
    if (!filter.statuses.isEmpty())
        amongWords(asked, "cases.status", wordsOf(filter.statuses));
    narrowToKinds(asked, filter);
    narrowToPeople(asked, filter, asker.userId);
    narrowToDue(asked, filter, asker);
    if (filter.waitOver) {
        asked.beyond = true;
        asked.add(QStringLiteral("cases.status = 'pended' AND cases.wait_until < ?"), {asker.now.toMSecsSinceEpoch()});
    }
    asked.letters = asked.letters || filter.letters != WorklistFilter::Letters::Any;
    if (filter.letters == WorklistFilter::Letters::Issued)
        asked.add(QStringLiteral("cases.letters > 0"));
    else if (filter.letters == WorklistFilter::Letters::ToPrint)
        asked.add(QStringLiteral("(cases.unprinted > 0 OR cases.unissued > 0)"));
}

/// Any part of a word, as it stands: nothing in it is a pattern's.
QString containing(QString word)
{
    for (const QLatin1Char sign : {QLatin1Char('\\'), QLatin1Char('%'), QLatin1Char('_')})
        word.replace(sign, QLatin1Char('\\') + QString(sign));
    return QLatin1Char('%') + word + QLatin1Char('%');
}

void search(ServerQuestion &asked, const QString &typed)
{
    asked.beyond = true;
    asked.textAlone = !digestStartFor(typed);
    if (const std::optional<QString> digest = digestStartFor(typed)) {
        asked.add(QStringLiteral("cases.id IN (SELECT case_id FROM letters WHERE digest >= ? AND digest < ?)"),
            {*digest, *digest + QLatin1Char('g')}); // beyond all hexadecimal digits
        return;
    }
    for (const QString &word : searchWords(typed))
        asked.add(QStringLiteral("cases.folded LIKE ?"), {containing(word)});
}

qint64 dayBegin(qint64 instant)
{
    return instant - (instant % day + day) % day;
}

} // namespace

void ServerQuestion::add(const QString &condition, const QVariantList &bound)
{
    if (where == QLatin1String("true"))
        where = condition;
    else
        where += QLatin1String(" AND ") + condition;
    values += bound;
}

ServerQuestion ServerQuestion::of(const WorklistQuery &query, const Worklist::Asker &asker)
{
    ServerQuestion asked;
    if (!query.search.trimmed().isEmpty())
        search(asked, query.search);
    narrow(asked, filterOf(query.view), asker);
    narrow(asked, query.filter, asker);
    return asked;
}

ServerQuestion ServerQuestion::whole() const
{
    ServerQuestion asked = *this;
    if (span)
        asked.add(QStringLiteral("cases.due_at >= ? AND cases.due_at < ?"), {span->from, span->beyond});
    asked.span.reset();
    return asked;
}

std::optional<int> ServerQuestion::level() const
{
    if (beyond || (span && (people || kinds || letters)) || (people && kinds))
        return std::nullopt;
    return span ? 4 : kinds ? 3 : people ? 2 : 1;
}

ServerQuestion ServerQuestion::count() const
{
    const std::optional<int> kept = level();
    ServerQuestion number;
    if (!kept) {
        const ServerQuestion all = whole();
        number.where = QStringLiteral("(SELECT count(*) FROM %1 WHERE %2)")
                           .arg(textAlone ? QStringLiteral("worklist_texts AS cases") : QStringLiteral("cases"), all.where);
        number.values = all.values;
        return number;
    }
    number.where = QStringLiteral("(SELECT coalesce(sum(held), 0)::bigint FROM worklist_counts AS cases WHERE level = %1 AND %2").arg(*kept).arg(where);
    number.values = values;
    if (!span) {
        number.where += QLatin1Char(')');
        return number;
    }
    constexpr qint64 earliest = std::numeric_limits<qint64>::min();
    const bool fromStart = span->from == earliest;
    const qint64 first = fromStart ? earliest : dayBegin(span->from + day - 1); // the first whole day
    const qint64 after = qMax(first, dayBegin(span->beyond));
    number.where += QStringLiteral(" AND cases.due_at >= ? AND cases.due_at < ?)");
    number.values += QVariantList{first, after};
    const QString cut = QStringLiteral(" + (SELECT count(*) FROM cases WHERE %1 AND cases.due_at >= ? AND cases.due_at < ?)").arg(where);
    number.where += cut + cut;
    number.values += values + QVariantList{span->from, qMin(first, span->beyond)} + values + QVariantList{after, qMax(after, span->beyond)};
    return number;
}

} // namespace reviewdesk
