#include "ui/decision/PolicyColumn.h"

#include "ui/policy/PolicySheet.h"
#include "ui/review/CriterionRow.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/ReasonRows.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr qsizetype mostWays = 4; ///< ways to meet that are spelled out

} // namespace

QList<WouldMeet> wouldMeetInWords(const Policy &policy, const CaseView &view)
{
    QList<WouldMeet> ways;
    for (const Assignment &assignment : view.evaluation.wouldMeet) {
        QStringList notShown;
        QStringList otherwise;
        for (const auto &[fact, option] : assignment) {
            const FactOption &wanted = policy.facts.at(fact).options.at(option);
            if (view.interview.effective.isKnown(fact))
                otherwise << wanted.counterfactual;
            else
                notShown << wanted.statement;
        }
        ways.append({notShown.join(PolicyColumn::tr(", and ")), otherwise.join(PolicyColumn::tr(", and "))});
    }
    return ways;
}

PolicyColumn::PolicyColumn(const ReviewSession &session, QWidget *parent)
    : Card(tr("What the policy asks"), parent), m_session(session), m_links(session.policy())
{
    body()->setSpacing(4);
    addCriteria();
    body()->addSpacing(8);
    addDecided();
    addWouldMeet();
    addNotes();
    body()->addStretch(1);
    body()->addWidget(makeLabel(policyInWords(session.policy()), TextRole::Small));
    auto *whole = makeButton(tr("The whole policy…"), ButtonKind::Link);
    connect(whole, &QPushButton::clicked, this, [this] { (new PolicySheet(m_session.rulebook(), window()))->open(); });
    body()->addWidget(whole, 0, Qt::AlignLeft);
}

void PolicyColumn::addCriteria()
{
    const Policy &policy = m_session.policy();
    const Evaluation &evaluation = m_session.view().evaluation;
    for (int index = 0; index < policy.criteria.size(); ++index) {
        if (evaluation.criteria[static_cast<std::size_t>(index)] == CriterionStatus::NotApplicable)
            continue;
        auto *row = new CriterionRow(policy.criteria.at(index).id, policy.criteria.at(index).words, 0);
        row->setCursor(Qt::ArrowCursor);
        row->setState(
            glyphFor(policy, evaluation, index), reasonMarks(policy, m_links, m_session.view(), index), false);
        body()->addWidget(row);
    }
}

void PolicyColumn::addDecided()
{
    const Evaluation &evaluation = m_session.view().evaluation;
    auto *notice = new Notice;
    body()->addWidget(notice);
    const QString open = openChoicesInWords(m_session);
    if (evaluation.decided())
        notice->showMessage(isApprovable(m_session) ? Tone::Ok : Tone::Neutral,
            tr("Decided, %1: no open answer can change this outcome.")
                .arg(m_session.policy().outcomes.at(evaluation.outcome).label.toLower()));
    else
        notice->showMessage(Tone::Warn, outcomeHeadline(m_session));
    addProof();
    if (!open.isEmpty()) {
        auto *choices = new Notice;
        body()->addWidget(choices);
        choices->showMessage(Tone::Warn, tr("Still to answer before a decision: %1.").arg(open));
    }
}

/// Which answers are open, and whether they could turn the outcome: what a denial rests on.
void PolicyColumn::addProof()
{
    const Policy &policy = m_session.policy();
    const CaseView &view = m_session.view();
    QStringList flipping;
    QStringList idle;
    for (const int fact : view.interview.shown) {
        if (view.interview.effective.isKnown(fact))
            continue;
        const auto &needed = view.evaluation.needed;
        const bool flips = std::find(needed.begin(), needed.end(), fact) != needed.end();
        (flips ? flipping : idle) << policy.facts.at(fact).label;
    }
    const QString comma = QStringLiteral(", ");
    if (!flipping.isEmpty())
        body()->addWidget(
            makeLabel(tr("Could still change it, and block a denial: %1.").arg(flipping.join(comma)), TextRole::Small));
    if (!idle.isEmpty())
        body()->addWidget(makeLabel(
            tr("Open, but cannot change it whatever the answer: %1.").arg(idle.join(comma)), TextRole::Small));
}

void PolicyColumn::addWouldMeet()
{
    const QList<WouldMeet> ways = wouldMeetInWords(m_session.policy(), m_session.view());
    if (ways.isEmpty())
        return;
    auto *box = new QFrame;
    setPanel(box, "neutral");
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(4);
    layout->addWidget(makeLabel(
        ways.size() == 1 ? tr("What would meet the criteria") : tr("Any one of these would meet the criteria"),
        TextRole::Strong));
    for (const WouldMeet &way : ways.mid(0, mostWays)) {
        if (way != ways.first())
            layout->addWidget(makeLine());
        if (!way.notShown.isEmpty())
            layout->addWidget(makeLabel(tr("The record does not show that %1.").arg(way.notShown)));
        if (!way.otherwise.isEmpty())
            layout->addWidget(makeLabel(tr("Only if %1 (the record shows otherwise).").arg(way.otherwise)));
    }
    if (ways.size() > mostWays)
        layout->addWidget(makeLabel(tr("and %1 more").arg(ways.size() - mostWays), TextRole::Small));
    body()->addWidget(box);
}

void PolicyColumn::addNotes()
{
    for (const PolicyNote &note : m_session.policy().notes) {
        if (note.kind == NoteKind::Reading && holdsIn(note.shownWhen, m_session.view().interview.effective))
            body()->addWidget(
                makeLabel(tr("Reading of the policy: %1 [%2]").arg(note.text, note.source.section), TextRole::Small));
    }
    body()->addWidget(makeLabel(tr("Contract language takes precedence over the policy."), TextRole::Small));
}

} // namespace reviewdesk
