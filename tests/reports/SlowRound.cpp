#include "SlowRound.h"

#include "StoreDesk.h"

#include "cases/CaseFile.h"
#include "cases/Finding.h"
#include "store/AuditLog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reviewdesk {

namespace {

const Rulebook &rules()
{
    return *StoreDesk::rulebook();
}

bool isDecision(const QString &action)
{
    return action == u"approve" || action == u"approve_exception" || action == u"deny";
}

QStringList idsOf(const std::vector<int> &positions, const auto &things)
{
    QStringList ids;
    for (const int position : positions)
        ids.append(things.at(position).id);
    return ids;
}

/// Plays the history of the facts: what they were at each entry.
void play(QMap<QString, GivenAnswer> &facts, const QByteArray &changes)
{
    const QJsonArray all = QJsonDocument::fromJson(changes).array();
    for (const QJsonValue &each : all) {
        const QJsonObject change = each.toObject();
        const QString field = change.value(QStringLiteral("field")).toString();
        if (!field.startsWith(QLatin1String("/facts/")))
            continue;
        const QString fact = field.mid(7);
        if (!change.contains(QStringLiteral("after"))) {
            facts.remove(fact);
            continue;
        }
        const QJsonValue after = change.value(QStringLiteral("after"));
        facts.insert(fact,
            {after.isBool()            ? (after.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                    : after.isString() ? after.toString()
                                       : QString()});
    }
}

void conclude(SlowRound &round)
{
    const Evaluation evaluation = viewOf(round.content, rules()).evaluation;
    round.basis = idsOf(evaluation.basis, rules().policy.criteria);
    round.unmet = idsOf(evaluation.unmet, rules().policy.criteria);
    const QList<DueEntry> due = dueDates(round.content.request, round.clock, rules().dueRules, rules().zone);
    if (!due.isEmpty())
        round.due = due.first().due;
}

ReviewCase readContent(Database &database, const QString &caseId, int round)
{
    const Result<Database::Row> row =
        database.row(QStringLiteral("SELECT content FROM rounds WHERE case_id = ? AND number = ?"), {caseId, round});
    require(row.ok() && !row->isEmpty());
    const CaseReading reading = readCase(row->at(0).toString().toUtf8(), rules().policy, rules().caseSchema);
    require(reading.ok());
    return reading.reviewCase;
}

QList<SlowRound> tell(Database &database, const QString &caseId)
{
    const Result<QList<AuditEntry>> history = AuditLog(database).history(caseId);
    require(history.ok());
    QList<SlowRound> rounds;
    QMap<QString, GivenAnswer> facts;
    const auto begin = [&](bool appeal) {
        const int number = static_cast<int>(rounds.size()) + 1;
        SlowRound round;
        round.id = QStringLiteral("%1/%2").arg(caseId).arg(number);
        round.content = readContent(database, caseId, number);
        round.appeal = appeal;
        if (!rounds.isEmpty() && rounds.last().ended == u"withdraw") { // what was withdrawn by mistake goes on in its time
            round.clock = rounds.last().clock;
            if (round.clock.isWaiting())
                round.clock.waits.last().until = rounds.last().endedAt;
            if (!round.clock.extensionNoticedAt.isValid())
                round.clock.extendedAt = {};
        }
        round.clock.isAppeal = appeal; // appeals have limits of their own
        rounds.append(round);
    };
    for (const AuditEntry &entry : *history) {
        play(facts, entry.changes);
        if (entry.action == u"create" || entry.action == u"reopen" || entry.action == u"appeal")
            begin(entry.action == u"appeal" || (entry.action == u"reopen" && rounds.last().appeal));
        SlowRound &round = rounds.last();
        if (isDecision(entry.action) || entry.action == u"withdraw") {
            round.ended = entry.action;
            round.endedAt = entry.at;
        } else if (entry.action == u"extend") {
            round.clock.extendedAt = entry.at;
            round.clock.extensionNoticedAt = {};
        } else if (entry.action == u"pend") {
            round.clock.waits.append({entry.at, {}});
            ReviewCase then;
            then.facts = facts;
            const CaseView view = viewOf(then, rules());
            round.pends.append({entry.at, idsOf(factsToAsk(view.interview, view.evaluation), rules().policy.facts)});
        } else if (entry.action == u"issue_letter") {
            ClockEvents &clock = round.clock;
            if (entry.changes.contains("information_request") && clock.isWaiting() && !clock.waits.last().noticedAt.isValid())
                clock.waits.last().noticedAt = entry.at;
            else if (entry.changes.contains("extension_notice") && !clock.extensionNoticedAt.isValid())
                clock.extensionNoticedAt = entry.at;
        } else if (entry.action == u"resume") {
            round.clock.waits.last().until = entry.at;
        }
    }
    for (SlowRound &round : rounds)
        conclude(round);
    return rounds;
}

} // namespace

bool SlowRound::isDecided() const
{
    return isDecision(ended);
}

bool SlowRound::isApproved() const
{
    return ended == u"approve" || ended == u"approve_exception";
}

bool SlowRound::wasExtended() const
{
    ClockEvents without = clock;
    without.extendedAt = {};
    const QList<DueEntry> entries = dueDates(content.request, without, rules().dueRules, rules().zone);
    const QDateTime &noticed = clock.extensionNoticedAt;
    return clock.extendedAt.isValid() && noticed.isValid() && (entries.isEmpty() || noticed <= entries.first().due);
}

QList<QList<SlowRound>> slowRounds(Database &database)
{
    const Result<Database::Rows> ids = database.rows(QStringLiteral("SELECT id FROM cases"));
    require(ids.ok());
    QList<QList<SlowRound>> cases;
    for (const Database::Row &id : *ids)
        cases.append(tell(database, id.at(0).toString()));
    return cases;
}

} // namespace reviewdesk
