#include "letter/ReasonDraft.h"

#include "letter/CitedCriteria.h"
#include "letter/CriteriaContent.h"
#include "letter/LetterContent.h"

#include <algorithm>

namespace reviewdesk {

namespace {

class Draft {
public:
    Draft(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy, const LetterLanguage &language)
        : m_case(reviewCase), m_view(view), m_policy(policy), m_language(language), m_cited(policy, view)
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
    QString say(const char *key) const { return m_language.say(key); }
    QString asked() const { return say("draft_asked").arg(procedureWords(m_policy, m_view, m_language)); }

    bool isAdverse() const { return hasOutcome(OutcomeEffect::Adverse); }
    bool hasOutcome(OutcomeEffect effect) const
    {
        const Evaluation &evaluation = m_view.evaluation;
        return evaluation.decided() && m_policy.outcomes.at(evaluation.outcome).effect == effect;
    }

    void approval()
    {
        if (!hasOutcome(OutcomeEffect::Approvable)) { // also where it is not known yet: never "covered"
            m_paragraphs.append(asked() + u' ' +
                say(m_view.evaluation.decided() ? "draft_exception" : "draft_exception_open"));
            return;
        }
        m_paragraphs.append(
            asked() + u' ' + say("draft_covered"));
        show(m_cited.knownFactsRead());
    }

    void denial()
    {
        m_paragraphs.append(asked() + u' ' +
            (isAdverse() ? say("draft_not_covered")
                         : say("draft_contract")));
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
        m_paragraphs.append(asked() + u' ' + say("draft_open"));
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
            const QString source = sourceWords(m_case.evidence.value(m_policy.facts.at(fact).id), m_language);
            const QString statement = statementOf(m_policy, m_view, fact);
            m_paragraphs.append(source.isEmpty() ? say("draft_shows").arg(statement)
                                                 : say("draft_shows_where").arg(statement, source));
        }
    }

    void showNot(const QList<int> &facts)
    {
        for (const int fact : facts)
            m_paragraphs.append(say("draft_does_not_show").arg(m_policy.facts.at(fact).whether));
    }

    const ReviewCase &m_case;
    const CaseView &m_view;
    const Policy &m_policy;
    const LetterLanguage &m_language;
    CitedCriteria m_cited;
    QStringList m_paragraphs;
};

} // namespace

QString draftedReason(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy, LetterKind kind,
    const LetterLanguage &language)
{
    return Draft(reviewCase, view, policy, language).of(kind);
}

} // namespace reviewdesk
