#include "letter/ReasonDraft.h"

#include "letter/CitedCriteria.h"
#include "letter/CriteriaContent.h"
#include "letter/LetterContent.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("letter", text);
}

class Draft {
public:
    Draft(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy)
        : m_case(reviewCase), m_view(view), m_policy(policy), m_cited(policy, view)
    {
    }

    QString of(LetterKind kind)
    {
        switch (kind) {
        case LetterKind::Approval:
            approval();
            break;
        case LetterKind::Denial:
            denial();
            break;
        case LetterKind::InformationRequest:
        case LetterKind::ExtensionNotice:
            open();
            break;
        case LetterKind::Withdrawal:
            break;
        }
        return m_paragraphs.join(u'\n');
    }

private:
    QString asked() const { return say("Your provider asked for %1.").arg(procedureWords(m_policy, m_view)); }

    bool isAdverse() const
    {
        const Evaluation &evaluation = m_view.evaluation;
        return evaluation.decided() && m_policy.outcomes.at(evaluation.outcome).effect == OutcomeEffect::Adverse;
    }

    void approval()
    {
        if (isAdverse()) {
            m_paragraphs.append(asked() + u' ' +
                say("Our policy does not cover this care in your case. A doctor looked at your records and approves it "
                    "for you."));
            return;
        }
        m_paragraphs.append(
            asked() + u' ' + say("Our policy covers it for you. The records show what the policy asks for."));
        show(m_cited.knownFactsRead());
    }

    void denial()
    {
        m_paragraphs.append(asked() + u' ' +
            (isAdverse() ? say("Our policy covers this care only in some cases. Your records do not fit them.")
                         : say("The policy's criteria are met. Your contract does not cover this care.")));
        if (!isAdverse())
            return;
        show(m_cited.reasons());
        QList<int> notShown;
        for (const Assignment &alternative : m_view.evaluation.wouldMeet) {
            for (const auto &[fact, option] : alternative) {
                if (!m_view.interview.effective.isKnown(fact) && !notShown.contains(fact))
                    notShown.append(fact);
            }
        }
        std::sort(notShown.begin(), notShown.end());
        showNot(notShown);
    }

    void open()
    {
        m_paragraphs.append(asked() + u' ' + say("We cannot decide yet."));
        QList<int> notShown;
        for (const int fact : m_view.evaluation.needed) {
            if (m_view.interview.shows(fact))
                notShown.append(fact);
        }
        showNot(notShown);
    }

    void show(const QList<int> &facts)
    {
        for (const int fact : facts) {
            const QString source = sourceWords(m_case.evidence.value(m_policy.facts.at(fact).id));
            const QString statement = statementOf(m_policy, m_view, fact);
            m_paragraphs.append(source.isEmpty() ? say("The records show that %1.").arg(statement)
                                                 : say("The records show that %1 (%2).").arg(statement, source));
        }
    }

    void showNot(const QList<int> &facts)
    {
        for (const int fact : facts)
            m_paragraphs.append(say("The records do not show %1.").arg(m_policy.facts.at(fact).whether));
    }

    const ReviewCase &m_case;
    const CaseView &m_view;
    const Policy &m_policy;
    CitedCriteria m_cited;
    QStringList m_paragraphs;
};

} // namespace

QString draftedReason(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy, LetterKind kind)
{
    return Draft(reviewCase, view, policy).of(kind);
}

} // namespace reviewdesk
