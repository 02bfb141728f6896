#include "ui/review/CriteriaPanel.h"

#include "ui/review/CriterionLinks.h"
#include "ui/review/CriterionRow.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/ReasonRows.h"
#include "ui/review/Steps.h"
#include "ui/widgets/ElidedLink.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int mostNext = 3; ///< links to questions; more would be a list, not a next step
constexpr int linkPadding = 6; ///< of a link button: its words begin where the sentence does
constexpr int half = 196; ///< px of the panel, whose width hardly grows with the text

int depthOf(const Policy &policy, int criterion)
{
    int depth = 0;
    for (int at = policy.criteria.at(criterion).parent; at >= 0; at = policy.criteria.at(at).parent)
        ++depth;
    return depth;
}

} // namespace

CriteriaPanel::CriteriaPanel(ReviewSession &session, const CriterionLinks &links, QWidget *parent)
    : QFrame(parent), m_session(session), m_links(links)
{
    setPanel(this, "aside");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(makeOutcome());
    m_besides = {makeTree(), makeLine(), makeAbout()};
    for (QWidget *part : std::as_const(m_besides))
        layout->addWidget(part, part == m_scroll ? 1 : 0);
    refresh();
    connect(&session, &ReviewSession::viewChanged, this, &CriteriaPanel::refresh);
}

QWidget *CriteriaPanel::makeOutcome()
{
    m_outcome = new QFrame(this);
    auto *layout = new QVBoxLayout(m_outcome);
    layout->setContentsMargins(16 - linkPadding, 12, 16 - linkPadding, 12);
    layout->setSpacing(4);
    m_headline = makeLabel({}, TextRole::Heading);
    m_sentence = makeLabel({});
    for (QLabel *label : {m_headline, m_sentence})
        label->setContentsMargins(linkPadding, 0, linkPadding, 0);
    layout->addWidget(m_headline);
    layout->addWidget(m_sentence);
    for (int index = 0; index < mostNext; ++index) {
        auto *link = new ElidedLink;
        connect(link, &QPushButton::clicked, this, [this, index] { Q_EMIT questionWanted(m_nextFacts.at(index)); });
        layout->addWidget(link);
        m_next << link;
        m_nextFacts << -1;
    }
    return m_outcome;
}

QWidget *CriteriaPanel::makeTree()
{
    m_scroll = new QScrollArea(this);
    auto *list = new QWidget(m_scroll->viewport());
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const Policy &policy = m_session.policy();
    for (int index = 0; index < policy.criteria.size(); ++index) {
        const Criterion &criterion = policy.criteria.at(index);
        auto *row = new CriterionRow(criterion.id, criterion.words, depthOf(policy, index), list);
        row->installEventFilter(this);
        connect(row, &QPushButton::clicked, this, [this, index] {
            const int fact = m_links.questionOf(index, m_session.view().interview, m_session.view().evaluation);
            if (fact >= 0)
                Q_EMIT questionWanted(fact);
        });
        m_rows << row;
        layout->addWidget(row);
    }
    m_fold = makeButton({}, ButtonKind::Link);
    m_fold->setCheckable(true);
    m_fold->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fold->installEventFilter(this);
    connect(m_fold, &QPushButton::toggled, this, &CriteriaPanel::refreshTree);
    layout->addWidget(m_fold);
    layout->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(list);
    list->setAutoFillBackground(false); // a scroll area gives its content the window's ground
    m_scroll->viewport()->setAutoFillBackground(false);
    list->setAccessibleName(tr("Criteria of the policy"));
    return m_scroll;
}

QWidget *CriteriaPanel::makeAbout()
{
    auto *widget = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, widget);
    row->setContentsMargins(8 - linkPadding, 0, 0, 0);
    row->setSpacing(8);
    auto *about = makeLabel(policyInWords(m_session.policy()), TextRole::Small);
    about->setContentsMargins(linkPadding, 0, 0, 0);
    about->setToolTip(m_session.policy().title);
    m_policyLink = makeButton(tr("Open policy text"), ButtonKind::Link);
    m_policyLink->setToolTip(tr("P on a question or a criterion opens it there"));
    connect(m_policyLink, &QPushButton::clicked, this, [this] { Q_EMIT policyTextWanted(currentCriterion()); });
    row->addWidget(about, 1);
    row->addWidget(m_policyLink, 0, Qt::AlignTop);
    if (m_policyLink->sizeHint().width() > half) { // in large text: under it, rather than cut
        row->setDirection(QBoxLayout::TopToBottom);
        row->setSpacing(0);
        row->setAlignment(m_policyLink, Qt::AlignLeft);
    }
    return widget;
}

void CriteriaPanel::setCompact(bool compact)
{
    m_compact = compact;
    for (QWidget *part : std::as_const(m_besides))
        part->setHidden(compact);
    layout()->setContentsMargins(12, compact ? 8 : 16, 12, compact ? 8 : 12);
    setSizePolicy(QSizePolicy::Preferred, compact ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    refreshOutcome();
    refreshNext();
}

int CriteriaPanel::currentCriterion() const
{
    int lit = -1;
    for (int index = 0; index < m_rows.size(); ++index) {
        const CriterionRow *row = m_rows.at(index);
        if (row->hasFocus())
            return index;
        if (lit < 0 && row->isLit() && !row->isHidden())
            lit = index;
    }
    return lit;
}

void CriteriaPanel::setCurrentQuestion(int fact)
{
    if (fact == m_current)
        return;
    m_current = fact;
    refreshTree();
    for (CriterionRow *row : std::as_const(m_rows)) {
        if (row->isLit() && !row->isHidden()) {
            m_scroll->ensureWidgetVisible(row, 0, 24);
            break;
        }
    }
}

bool CriteriaPanel::showCriterionOf(int fact)
{
    for (const int criterion : m_links.criteriaOf(fact, m_session.view().evaluation)) {
        CriterionRow *row = m_rows.at(criterion);
        if (row->isHidden())
            continue;
        setTabStop(row);
        row->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(row, 0, 24);
        return true;
    }
    return false;
}

QString CriteriaPanel::headline() const
{
    return m_headline->text();
}

QList<QPushButton *> CriteriaPanel::nextLinks() const
{
    QList<QPushButton *> shown;
    for (QPushButton *link : m_next) {
        if (!link->isHidden())
            shown << link;
    }
    return shown;
}

void CriteriaPanel::refresh()
{
    refreshOutcome();
    refreshNext();
    refreshTree();
}

void CriteriaPanel::refreshOutcome()
{
    setPanel(m_outcome, isApprovable(m_session) ? "ok" : isAdverse(m_session) ? "danger" : "warn");
    setTextAnnounced(m_headline, outcomeHeadline(m_session));
    const QString text = explanation();
    setTextAnnounced(m_sentence, text);
    m_sentence->setVisible(!text.isEmpty() && !m_compact);
}

QString CriteriaPanel::explanation() const
{
    const Evaluation &evaluation = m_session.view().evaluation;
    if (!evaluation.decided())
        return {};
    QString text = m_session.policy().outcomes.at(evaluation.outcome).sentence;
    const QString open = openChoicesInWords(m_session);
    if (!open.isEmpty())
        text += QLatin1Char('\n') + tr("Before a letter, still to answer: %1.").arg(open);
    for (const PolicyNote &note : m_session.policy().notes) {
        if (note.about.isEmpty() && holdsIn(note.shownWhen, m_session.view().interview.effective))
            text += QLatin1Char('\n') + note.text;
    }
    return text;
}

void CriteriaPanel::refreshNext()
{
    const Policy &policy = m_session.policy();
    std::vector<int> next = m_session.view().interview.next(policy, m_session.view().evaluation);
    if (next.empty())
        next = m_session.view().interview.openChoices(policy);
    for (int index = 0; index < mostNext; ++index) {
        ElidedLink *link = m_next.at(index);
        const bool shown = index < static_cast<int>(next.size()) && (index == 0 || !m_compact);
        m_nextFacts[index] = shown ? next[static_cast<std::size_t>(index)] : -1;
        if (shown) {
            const QString &question = policy.facts.at(m_nextFacts.at(index)).question;
            const QString words = index == 0 ? tr("Next: %1").arg(question) : tr("Then: %1").arg(question);
            link->setWords(words);
        }
        link->setVisible(shown);
    }
}

void CriteriaPanel::refreshTree()
{
    const Evaluation &evaluation = m_session.view().evaluation;
    const std::vector<int> lit = m_current >= 0 ? m_links.criteriaOf(m_current, evaluation) : std::vector<int>{};
    QStringList folded;
    for (int index = 0; index < m_rows.size(); ++index) {
        const CriterionStatus status = evaluation.criteria[static_cast<std::size_t>(index)];
        const bool isLit = contains(lit, index);
        const bool withMarks = isLit || status == CriterionStatus::NotMet || contains(evaluation.basis, index);
        m_rows.at(index)->setState(
            glyphFor(m_session.policy(), evaluation, index), withMarks ? marksOf(index) : QList<FactMark>{}, isLit);
        if (status == CriterionStatus::NotApplicable)
            folded << m_session.policy().criteria.at(index).id;
        m_rows.at(index)->setVisible(status != CriterionStatus::NotApplicable || m_fold->isChecked());
    }
    m_fold->setText(m_fold->isChecked() ? tr("Fold what does not apply")
            : folded.size() == 1        ? tr("1 other does not apply")
                                        : tr("%1 others do not apply").arg(folded.size()));
    m_fold->setToolTip(folded.join(tr(", "))); // which: a line of them would be cut
    m_fold->setAccessibleDescription(m_fold->toolTip());
    m_fold->setVisible(!folded.isEmpty());
    QWidget *stop = nullptr;
    for (CriterionRow *row : std::as_const(m_rows)) {
        if (!row->isHidden() && (!stop || row->isLit() || row->hasFocus())) {
            stop = row;
            if (row->hasFocus() || row->isLit())
                break;
        }
    }
    setTabStop(stop ? stop : m_fold);
}

QList<FactMark> CriteriaPanel::marksOf(int criterion) const
{
    const Policy &policy = m_session.policy();
    QList<FactMark> marks;
    for (const int fact : m_links.contentFacts(criterion)) {
        const int answer = m_session.view().interview.effective.at(fact);
        const int sign = answer >= 0 ? bearing(policy.criteria.at(criterion).content, fact, answer) : 0;
        marks.append({policy.facts.at(fact).label, answerInWords(policy, fact, answer),
            sign > 0       ? Glyph::Met
                : sign < 0 ? Glyph::NotMet
                           : Glyph::Open});
    }
    return marks;
}

void CriteriaPanel::setTabStop(QWidget *stop)
{
    for (CriterionRow *row : std::as_const(m_rows))
        row->setFocusPolicy(row == stop ? Qt::StrongFocus : Qt::ClickFocus);
    m_fold->setFocusPolicy(Qt::StrongFocus);
}

void CriteriaPanel::moveFocus(int by)
{
    QList<QWidget *> shown;
    for (CriterionRow *row : std::as_const(m_rows)) {
        if (!row->isHidden())
            shown << row;
    }
    if (!m_fold->isHidden())
        shown << m_fold;
    const qsizetype to = shown.indexOf(focusWidget()) + by;
    if (to < 0 || to >= shown.size())
        return;
    setTabStop(shown.at(to));
    shown.at(to)->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(shown.at(to), 0, 24);
}

bool CriteriaPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            moveFocus(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            static_cast<QPushButton *>(watched)->click();
            return true;
        }
        if (key->key() == Qt::Key_P && key->modifiers() == Qt::NoModifier) {
            Q_EMIT policyTextWanted(currentCriterion());
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_current >= 0) {
            Q_EMIT questionWanted(m_current);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace reviewdesk
