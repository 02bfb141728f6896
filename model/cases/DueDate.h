#pragma once

#include "cases/ReviewCase.h"
#include "support/Result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace reviewdesk {

enum class LimitUnit { Hours, CalendarDays, BusinessDays };

struct TimeLimit {
    int count = 0; ///< 0: none
    LimitUnit unit = LimitUnit::CalendarDays;

    friend bool operator==(const TimeLimit &, const TimeLimit &) = default;
};

/// More time, once, when the member is told why within the first period.
struct ExtensionRule {
    TimeLimit limit;
    QString citation;
    bool verified = false;
    bool needsNotice = false; ///< it counts once its notice was issued, before the time without it ran out

    friend bool operator==(const ExtensionRule &, const ExtensionRule &) = default;
};

/// What asking for missing information does to a limit.
struct InformationRule {
    enum class Effect {
        ClockRuns, ///< nothing: the limit holds all the same
        ClockStops, ///< from the notice until the answer the limit stands still
        DecideAfterWait, ///< asked in time: `decideWithin` after the answer or the end of the time given, whichever is
                         ///< first, takes its place
        LaterOf, ///< the later of `decideWithin` after the answer and `fromRequest` after receipt takes its place
    };
    Effect effect = Effect::ClockRuns;
    bool fromNotice = false; ///< it begins when the letter that asks is issued; otherwise with the question
    TimeLimit askWithin; ///< of receipt; for DecideAfterWait, who asks later gains no time
    TimeLimit giveAtLeast; ///< to the provider, from the notice
    TimeLimit decideWithin;
    TimeLimit fromRequest;
    QString citation;
    bool verified = false;

    friend bool operator==(const InformationRule &, const InformationRule &) = default;
};

/// One row of resources/rules/due-dates.json. An empty list or optional: any.
struct DueRule {
    QString id;
    QList<LineOfBusiness> linesOfBusiness;
    QString state;
    std::optional<Urgency> urgency;
    QList<Timing> timings;
    QList<Channel> channels;
    QDate from; ///< first and
    QDate until; ///< last day of receipt that it holds for
    bool appeal = false; ///< of an appeal, received when the appeal came; otherwise of a first review
    TimeLimit limit;
    bool holidaysExcluded = false; ///< calendar days: weekends count, holidays do not
    QString citation;
    bool verified = false; ///< read in its source; otherwise from memory, shown as such
    QString note; ///< what a person should know of it; may be empty
    std::optional<ExtensionRule> extension;
    std::optional<InformationRule> information;

    friend bool operator==(const DueRule &, const DueRule &) = default;
};

struct DueRules {
    QList<DueRule> rules;
    QList<QDate> holidays; ///< US federal, as data, ascending
};

/// The rules from their JSON files (resources/rules), checked by their schemas. The first problem is the error: its
/// `place` is the file and the JSON pointer.
Result<DueRules> readDueRules(const QByteArray &rules, const QByteArray &rulesSchema, const QByteArray &holidays,
    const QByteArray &holidaysSchema);

/// What has happened to a case's clock since receipt; instants, UTC.
struct ClockEvents {
    /// The provider was asked for information and the case waited.
    struct Wait {
        QDateTime from; ///< the question
        QDateTime until; ///< the answer, or when the wait was ended; invalid: still waiting
        QDateTime noticedAt = {}; ///< its first letter was issued; invalid: not yet, or never

        friend bool operator==(const Wait &, const Wait &) = default;
    };
    QList<Wait> waits; ///< in their order; only the last may be open
    QDateTime extendedAt; ///< more time was taken; invalid: none was
    QDateTime extensionNoticedAt = {}; ///< the first notice of it was issued; invalid: not yet, or never
    bool isAppeal = false; ///< the limits of appeals hold, not those of a review
    bool isExtendedBefore = false; ///< more time was taken in a round that was withdrawn, whose time runs on in this one
    int waitsBefore = 0; ///< how many of the waits were in such a round; no letter of this one is about them

    bool isExtendedHere() const { return extendedAt.isValid() && !isExtendedBefore; }
    bool isWaiting() const { return !waits.isEmpty() && !waits.last().until.isValid(); }
    friend bool operator==(const ClockEvents &, const ClockEvents &) = default;
};

/// Without what rounds that were withdrawn left of another time: before `receivedAt`, where the request was received anew since.
ClockEvents since(ClockEvents events, const QDateTime &receivedAt);

/// A rule that fits a case and where it leads.
struct DueEntry {
    DueRule rule;
    QDateTime due; ///< UTC; while the clock stands still: as if the answer came at the end of the time that is given
    bool waiting = false; ///< the clock stands still
    QString arithmetic; ///< "received Mon 9 Nov 09:10 + 72 h = Thu 12 Nov 09:10"
    QDateTime waitEnd = {}; ///< UTC; when the time ends that this rule gives to an answer; invalid: none is waited for, or it gives none
    QStringList remarks = {}; ///< why a wait or more time that was taken does not count (yet): sentences
    bool isExtended = false; ///< more time that was taken counts in `due`
    bool isAskedLate = false; ///< what is waited for was asked for too late for this rule: its clock runs on

    friend bool operator==(const DueEntry &, const DueEntry &) = default;
};

/// Every rule that fits, earliest first; empty while receipt, urgency, timing or line of business is not entered. While
/// the channel is not entered, the rules of every channel fit: the strictest binds. Capitals of the state do not matter. Hours
/// are exact; a limit in days ends with the last millisecond of the nth day after the day of receipt in `zone`
/// (daylight saving right). A wait lengthens a limit in hours by its exact length, one in days by the days between its
/// two dates, so that a wait that ends on its own day gives nothing.
QList<DueEntry> dueDates(
    const Request &request, const ClockEvents &events, const DueRules &rules, const QTimeZone &zone);

/// As if the letter that asks went out at `at`, where the case waits and none was issued.
ClockEvents asIfAsked(ClockEvents events, const QDateTime &at);

/// What the earliest due instant would become, were the time extended and notice given of it at `at`; invalid: no rule fits.
QDateTime extendedDue(const Request &request, ClockEvents events, const QDateTime &at, const DueRules &rules,
    const QTimeZone &zone);

/// The first day, in `zone`, that an answer may be asked for by when information is asked for at `at`: as late as the rule
/// that then binds wants, else that day itself.
QDate leastReplyBy(const Request &request, ClockEvents events, const QDateTime &at, const DueRules &rules,
    const QTimeZone &zone);

/// When the wait of a case that waits for information ends, UTC: with the last millisecond of the day by which it was asked to
/// be answered, in `zone`, or, where the letter went out so late that this is less than the rule which binds gives, with that
/// time; where no day was named, with that time too, or when a rule that gives none wants a decision. Invalid: it does not
/// wait, or no rule fits.
QDateTime waitEnd(
    const Determination &determination, const ClockEvents &events, const QList<DueEntry> &due, const QTimeZone &zone);

/// "15 calendar days", "72 h"
QString limitInWords(const TimeLimit &limit);

/// A due instant in words for a chip: "Overdue 2 h", "Today 16:40", "Wed 25 Nov". `soon`/`overdue` give its tone.
struct DueChip {
    QString words;
    bool overdue = false;
    bool soon = false; ///< today
};
DueChip dueChip(const QDateTime &due, const QDateTime &now, const QTimeZone &zone);

} // namespace reviewdesk
