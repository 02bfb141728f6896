#include "ui/review/PolicyText.h"

#include "ui/review/CriterionLinks.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/WindowSize.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QString colorName(ColorRole role)
{
    return Theme::current().color(role).name();
}

QString heading(const QString &text)
{
    return QStringLiteral("<p style='color:%1; margin-top:14px; margin-bottom:4px'>%2</p>")
        .arg(colorName(ColorRole::Quiet), text.toHtmlEscaped());
}

int depthOf(const QString &criterionId)
{
    return static_cast<int>(criterionId.count(QLatin1Char('.')));
}

} // namespace

PolicyText::PolicyText(const Policy &policy, const CriterionLinks &links, QWidget *parent)
    : QDialog(parent), m_policy(policy), m_links(links), m_text(new QTextBrowser)
{
    setWindowTitle(tr("Policy text: %1").arg(policy.id));
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(policy.title, TextRole::Heading));
    layout->addWidget(
        makeLabel(tr("%1. What is quoted from it, in its own words.").arg(policyInWords(policy)), TextRole::Quiet));
    m_text->setAccessibleName(tr("Policy text"));
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    layout->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    auto *whole = makeButton(tr("&Whole policy…"), ButtonKind::Secondary);
    whole->setAutoDefault(false);
    connect(whole, &QPushButton::clicked, this, &PolicyText::wholeWanted);
    row->addWidget(whole);
    row->addStretch(1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(close);
    layout->addLayout(row);
    giveSize(*this, {680, 560});
}

void PolicyText::showWhole()
{
    present({}, {});
}

void PolicyText::showCriterion(int criterion)
{
    present({}, {criterion});
}

void PolicyText::showFact(int fact)
{
    std::vector<int> readers;
    for (int criterion = 0; criterion < m_policy.criteria.size(); ++criterion) {
        if (contains(m_links.contentFacts(criterion), fact))
            readers.push_back(criterion);
    }
    present({m_policy.facts.at(fact).source}, readers);
}

QString PolicyText::plainText() const
{
    return m_text->toPlainText();
}

QString PolicyText::markedText() const
{
    return m_marked.join(QLatin1Char('\n'));
}

void PolicyText::present(const QList<SourcePlace> &quoted, const std::vector<int> &criteria)
{
    m_marked.clear();
    for (const SourcePlace &place : quoted) {
        if (!place.quote.isEmpty())
            m_marked << place.quote;
    }
    for (const int criterion : criteria)
        m_marked << m_policy.criteria.at(criterion).words;
    QFont font = this->font();
    font.setWeight(QFont::Normal);
    m_text->document()->setDefaultFont(font);
    m_text->setHtml(quotations(quoted) + criteriaText(criteria) + documentationText());
    show();
    m_text->setFocus(Qt::OtherFocusReason);
    if (!criteria.empty() && quoted.isEmpty())
        m_text->scrollToAnchor(m_policy.criteria.at(criteria.front()).id);
}

QString PolicyText::quotations(const QList<SourcePlace> &quoted) const
{
    QString html;
    for (const SourcePlace &place : quoted) {
        if (place.quote.isEmpty())
            continue;
        html += heading(place.section) +
            QStringLiteral("<p style='background-color:%1; margin:0'>“%2”</p>")
                .arg(colorName(ColorRole::AccentSoft), place.quote.toHtmlEscaped());
    }
    return html;
}

QString PolicyText::criteriaText(const std::vector<int> &marked) const
{
    QString html;
    QString section;
    for (int index = 0; index < m_policy.criteria.size(); ++index) {
        const Criterion &criterion = m_policy.criteria.at(index);
        // "MEDICAL POLICY CRITERIA, I.B.3": the heading is said once, the id stands before the words.
        QString place = criterion.source.section;
        if (place.endsWith(QLatin1String(", ") + criterion.id))
            place.chop(criterion.id.size() + 2);
        if (place != section && !place.isEmpty())
            html += heading(place);
        section = place;
        const QString ground = contains(marked, index)
            ? QStringLiteral("background-color:%1;").arg(colorName(ColorRole::AccentSoft))
            : QString();
        html += QStringLiteral("<p style='%1 margin-top:2px; margin-bottom:2px; margin-left:%2px'>"
                               "<a name='%3'></a><span style='color:%4'>%3</span>&nbsp;&nbsp;%5</p>")
                    .arg(ground)
                    .arg(Theme::scaled(18) * depthOf(criterion.id))
                    .arg(criterion.id.toHtmlEscaped(), colorName(ColorRole::Quiet), criterion.words.toHtmlEscaped());
    }
    return html;
}

QString PolicyText::documentationText() const
{
    QString html;
    QString section;
    for (const DocumentationItem &item : m_policy.documentation) {
        if (item.source.section != section && !item.source.section.isEmpty())
            html += heading(item.source.section);
        section = item.source.section;
        html += QStringLiteral("<p style='margin-top:2px; margin-bottom:2px'>%1</p>").arg(item.words.toHtmlEscaped());
    }
    if (!m_policy.contractPrecedence.isEmpty())
        html += heading(m_policy.contractPrecedenceSource.section) +
            QStringLiteral("<p style='margin:0'>%1</p>").arg(m_policy.contractPrecedence.toHtmlEscaped());
    return html;
}

} // namespace reviewdesk
