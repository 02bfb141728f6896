#include "cases/ApprovalDates.h"
#include "cases/DateWords.h"
#include "cases/LetterNeeds.h"
#include "cases/ReplyTime.h"
#include "cases/WorkflowConditions.h"
#include "letter/LetterComposer.h"
#include "letter/LetterContent.h"
#include "letter/LetterTimes.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

/// The reasons against one letter, gathered; every rule that is broken adds its own.
class Reasons {
    Q_DECLARE_TR_FUNCTIONS(letter)
public:
    Reasons(const LetterRequest &request, const Rulebook &rulebook)
        : m_request(request), m_case(request.reviewCase), m_determination(request.reviewCase.determination),
          m_evaluation(request.view.evaluation), m_policy(rulebook.policy), m_zone(rulebook.zone)
    {
    }

    QList<Error> all()
    {
        addressee();
        order();
        switch (m_request.kind) {
        case LetterKind::Approval:
            openChoices();
            approval();
            break;
        case LetterKind::Denial:
            openChoices();
            denial();
            break;
        case LetterKind::InformationRequest:
            stillOpen();
            replyDay();
            if (!hasSomethingToAsk(m_case, m_policy, m_request.view.interview, m_evaluation)) {
                add("nothing_to_ask", QString(),
                    tr("There is nothing to ask: no answer that is not documented can still change the outcome, no required "
                       "document is missing, and no words say what is wanted."));
            }
            break;
        case LetterKind::ExtensionNotice:
            stillOpen();
            if (!m_determination.extendedTo.isValid())
                add("no_new_date", QStringLiteral("/determination/extended_to"),
                    tr("The new date of the decision is not recorded."));
            newDate();
            inTime();
            break;
        case LetterKind::Withdrawal:
            if (m_determination.decision != Decision::Withdrawn)
                add("not_withdrawn", QStringLiteral("/determination/decision"),
                    tr("The case is not recorded as withdrawn."));
            break;
        }
        return m_reasons;
    }

private:
    void add(const char *code, const QString &place, const QString &message)
    {
        m_reasons.append({QString::fromLatin1(code), message, place});
    }

    /// "Dear :" is no letter.
    void addressee()
    {
        const bool toMember = m_request.recipient == Recipient::Member;
        if (!isVisibleText(toMember ? m_case.member.name : m_case.provider.name))
            add("no_addressee", toMember ? QStringLiteral("/member/name") : QStringLiteral("/provider/name"),
                toMember ? tr("The member’s name is not entered.") : tr("The provider’s name is not entered."));
    }

    /// Who has been told the decision is neither asked for more before it nor told that it takes longer.
    void stillOpen()
    {
        const std::optional<Decision> &decision = m_determination.decision;
        if (decision && *decision != Decision::Pended)
            add("already_decided", QStringLiteral("/determination/decision"),
                tr("The case is already decided."));
    }

    /// A notice that comes when the time without it has run out does not count, unless an earlier one came in time: the day that
    /// it names does not hold.
    void inTime()
    {
        if (m_request.view.due.isEmpty())
            return;
        const DueEntry &binding = m_request.view.due.constFirst();
        const QDateTime due = asTold(binding.due, m_zone);
        const bool needsNotice = binding.rule.extension && binding.rule.extension->needsNotice;
        if (needsNotice && !binding.isExtended && m_request.writtenAt > due)
            add("too_late", QStringLiteral("/determination/decision"),
                tr("Too late for this notice: the time for the decision ran out on %1. Decide now.")
                    .arg(dayAndClockWords(due)));
    }

    /// Dates that cannot follow each other so are slips of the hand; a letter would make them official.
    void order()
    {
        const QDateTime &received = m_case.request.receivedAt;
        if (!received.isValid())
            return;
        const QDate day = asTold(received, m_zone).date();
        const auto check = [this](bool isWrong, const char *code, const char *place, const QString &message) {
            if (isWrong)
                add(code, QString::fromLatin1(place), message);
        };
        m_reasons.append(impossibleOrder(m_case, m_determination.at));
        check(m_request.kind == LetterKind::InformationRequest && m_determination.replyBy.isValid() &&
                m_determination.replyBy < day,
            "reply_before_receipt", "/determination/reply_by",
            tr("The answer would be wanted before the request was received."));
        check(m_request.kind == LetterKind::ExtensionNotice && m_determination.extendedTo.isValid() &&
                m_determination.extendedTo < day,
            "extended_before_receipt", "/determination/extended_to",
            tr("The new date of the decision is before the request was received."));
    }

    QDate letterDay() const { return asTold(m_request.writtenAt, m_zone).date(); }
    /// A slip that order() has told already.
    bool isBeforeReceipt(const QDate &day) const
    {
        const QDateTime &received = m_case.request.receivedAt;
        return received.isValid() && day < asTold(received, m_zone).date();
    }

    /// A day that the provider cannot meet, or that comes after the decision. What a letter said already its correction may
    /// repeat.
    void replyDay()
    {
        const QDate &named = m_determination.replyBy;
        if (!named.isValid() || m_request.correction || isBeforeReceipt(named))
            return;
        const QDateTime &at = m_determination.at;
        const QDate latest = latestReplyBy(m_request.view.due, at.isValid() ? at : m_request.writtenAt, m_zone);
        if (const std::optional<Error> late = replyTooLate(named, latest))
            m_reasons.append(*late);
        else if (const QDate told = replyDayTold(m_request, m_zone); told < letterDay())
            add("reply_over", QStringLiteral("/determination/reply_by"),
                tr("The day to answer by, %1, is over on the day of the letter, %2.")
                    .arg(dayWords(told), dayWords(letterDay())));
    }

    void newDate()
    {
        const QDate &named = m_determination.extendedTo;
        if (!named.isValid() || m_request.correction || isBeforeReceipt(named) || named >= letterDay())
            return;
        add("extended_over", QStringLiteral("/determination/extended_to"),
            tr("The new date of the decision, %1, is before the day of the letter, %2.")
                .arg(dayWords(named), dayWords(letterDay())));
    }

    void wholeProvision()
    {
        const std::optional<ContractProvision> &provision = m_determination.contractProvision;
        if (provision && !provision->isWhole())
            add("provision", QStringLiteral("/determination/contract_provision"),
                tr("A contract provision needs both its citation and its words."));
    }

    void openChoices()
    {
        const std::vector<int> open = m_request.view.interview.openChoices(m_policy);
        for (const int fact : open) {
            add("open_choice", QStringLiteral("/facts/") + m_policy.facts.at(fact).id,
                tr("The question “%1” is not answered with a value.").arg(m_policy.facts.at(fact).question));
        }
    }

    bool hasOutcome(OutcomeEffect effect) const
    {
        return m_evaluation.decided() && m_policy.outcomes.at(m_evaluation.outcome).effect == effect;
    }

    void approval()
    {
        if (m_determination.decision != Decision::Approved)
            add("not_approved", QStringLiteral("/determination/decision"), tr("No approval is recorded in the case."));
        if (m_determination.by.name.isEmpty())
            add("no_decider", QStringLiteral("/determination/by"), tr("Who approved the request is not recorded."));
        else if (m_determination.by.role == Role::Supervisor)
            add("not_by_reviewer", QStringLiteral("/determination/by/role"),
                tr("A supervisor may not approve a request."));
        wholeProvision();
        validity();
        if (hasOutcome(OutcomeEffect::Approvable))
            return;
        if (!m_determination.exception) {
            add("criteria_not_met", QStringLiteral("/facts"),
                m_evaluation.decided()
                    ? tr("The criteria are not met, and no physician approved the request as an exception.")
                    : tr("The criteria are not yet known to be met: %1.").arg(openFacts()));
        } else if (m_determination.by.role != Role::Physician) {
            add("exception_not_by_physician", QStringLiteral("/determination/by/role"),
                tr("Only a physician may approve a request as an exception."));
        }
    }

    /// Decided cases are edited no more, and the program before dated every approval from its decision: what was given by
    /// then names its own day in the letter, and what a letter said already its correction may repeat.
    void validity()
    {
        const QDateTime decided = asTold(m_determination.at, m_zone);
        const bool isGiven = careGivenOn(m_case, decided.isValid() ? decided.date() : QDate()).isValid();
        const QList<Error> problems = impossibleValidity(m_case, decided.isValid() ? decided.date() : letterDay());
        for (const Error &problem : problems) {
            const bool isImpossible = problem.code == QLatin1String("valid_before_it_begins");
            if (isImpossible || !(isGiven || m_request.correction))
                m_reasons.append(problem);
        }
    }

    void denial()
    {
        if (m_determination.decision != Decision::Denied)
            add("not_denied", QStringLiteral("/determination/decision"), tr("No denial is recorded in the case."));
        if (m_determination.by.name.isEmpty())
            add("no_decider", QStringLiteral("/determination/by"), tr("Who denied the request is not recorded."));
        else if (m_determination.by.role != Role::Physician)
            add("not_by_physician", QStringLiteral("/determination/by/role"), tr("A denial must be by a physician."));
        if (!m_determination.by.name.isEmpty()) {
            const QList<MissingField> missing = notOnFile(m_determination.by);
            for (const MissingField &field : missing)
                add("not_on_file", field.field,
                    tr("Of the physician who denied it, this is not on file: %1.").arg(field.name));
        }
        if (m_determination.by.isSamePerson(m_determination.preparedBy))
            add("same_person", QStringLiteral("/determination/prepared_by"),
                tr("The physician who denies a request may not be the person who prepared it."));
        const std::optional<ContractProvision> &provision = m_determination.contractProvision;
        const bool isWhole = provision && provision->isWhole();
        wholeProvision();
        if (!m_evaluation.decided())
            add("undetermined", QStringLiteral("/facts"),
                tr("The outcome is still undetermined: %1.").arg(openFacts()));
        else if (hasOutcome(OutcomeEffect::Approvable) && !isWhole)
            add("criteria_met", QStringLiteral("/facts"),
                tr("The criteria are met, and no contract provision is recorded that would outrank them."));
        if (!m_case.request.lineOfBusiness)
            add("no_line_of_business", QStringLiteral("/line_of_business"),
                tr("The line of business is not entered, so it is not known which rights the letter must name."));
    }

    /// "the answers to A, B can still change it"
    QString openFacts() const
    {
        QStringList labels;
        for (const int fact : m_evaluation.needed)
            labels.append(m_policy.facts.at(fact).label);
        return tr("these answers can still change it: %1").arg(labels.join(QStringLiteral(", ")));
    }

    const LetterRequest &m_request;
    const ReviewCase &m_case;
    const Determination &m_determination;
    const Evaluation &m_evaluation;
    const Policy &m_policy;
    const QTimeZone &m_zone;
    QList<Error> m_reasons;
};

} // namespace

QList<Error> reasonsAgainst(const LetterRequest &request, const Rulebook &rulebook)
{
    return Reasons(request, rulebook).all();
}

} // namespace reviewdesk
