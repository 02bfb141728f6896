#include "ui/decision/RecordColumn.h"

#include "ui/review/OutcomeWords.h"
#include "ui/review/SourceLine.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QString recordedValue(const RecordedItem &item, const QString &value)
{
    if (item.kind == RecordedKind::YesNo)
        return value == QLatin1String("true") ? RecordColumn::tr("yes") : RecordColumn::tr("no");
    for (const FactOption &option : item.options) {
        if (option.value == value)
            return option.label;
    }
    return value;
}

} // namespace

QString recordedInWords(const ReviewCase &reviewCase, const Policy &policy)
{
    QStringList words;
    for (const RecordedItem &item : policy.recorded) {
        const QString value = reviewCase.recorded.items.value(item.id);
        if (!value.isEmpty())
            words << RecordColumn::tr("%1: %2").arg(item.label, recordedValue(item, value));
    }
    for (const PriorTreatment &treatment : reviewCase.recorded.priorTreatments) {
        words << (treatment.response.isEmpty()
                ? treatment.treatment
                : RecordColumn::tr("%1: %2").arg(treatment.treatment, treatment.response));
    }
    return words.join(QStringLiteral(" · "));
}

RecordColumn::RecordColumn(const ReviewSession &session, QWidget *parent)
    : Card(tr("What the record shows"), parent), m_session(session), m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, Theme::scaled(88));
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    addFacts();
    addRecorded();
    addRequest();
    if (!session.content().nurseNote.trimmed().isEmpty()) {
        body()->addSpacing(8);
        body()->addWidget(makeLabel(tr("Nurse's note"), TextRole::Heading));
        body()->addWidget(makeLabel(session.content().nurseNote));
    }
    body()->addStretch(1);
}

void RecordColumn::addRow(const QString &label, const QString &value, const QString &source, bool decides, int fact)
{
    if (m_row > 0)
        m_grid->addWidget(makeLine(), m_row++, 0, 1, 2);
    QLabel *caption = makeLabel(label, TextRole::Quiet);
    m_grid->addWidget(caption, m_row, 0, Qt::AlignTop);
    QLabel *shown = makeLabel(value);
    QStringList besides; // quiet, after the value
    if (decides) // in words: by the weight of its letters alone nobody hears it
        besides << tr("(decides the outcome)").toHtmlEscaped();
    if (!source.isEmpty())
        besides << (fact < 0 ? source.toHtmlEscaped()
                             : QStringLiteral("<a href='%1'>%2</a>").arg(fact).arg(source.toHtmlEscaped()));
    if (!besides.isEmpty()) {
        shown->setTextFormat(Qt::RichText);
        shown->setText(
            QStringLiteral("<span style='font-weight:%1'>%2</span>&nbsp; <span style='color:%3'>%4</span>")
                .arg(decides ? 600 : 400)
                .arg(value.toHtmlEscaped(), Theme::current().color(ColorRole::Quiet).name(),
                    besides.join(QStringLiteral("&nbsp; "))));
    }
    if (fact >= 0) {
        shown->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        shown->setToolTip(tr("Opens its page in the record"));
        connect(shown, &QLabel::linkActivated, this, [this](const QString &link) { Q_EMIT sourceWanted(link.toInt()); });
    }
    m_grid->addWidget(shown, m_row++, 1);
}

void RecordColumn::addFacts()
{
    const Policy &policy = m_session.policy();
    const Evaluation &evaluation = m_session.view().evaluation;
    for (const int fact : m_session.view().interview.shown) {
        const int answer = m_session.answer(fact);
        if (answer == Answers::Absent && !contains(evaluation.needed, fact))
            continue;
        addRow(policy.facts.at(fact).label, answerInWords(policy, fact, answer),
            sourceInWords(m_session.evidence(fact)), contains(evaluation.decisive, fact),
            m_session.evidence(fact).digest.isEmpty() ? -1 : fact);
    }
}

void RecordColumn::addRecorded()
{
    const QString words = recordedInWords(m_session.content(), m_session.policy());
    if (!words.isEmpty())
        addRow(tr("Recorded besides"), words);
}

void RecordColumn::addRequest()
{
    const ReviewCase &content = m_session.content();
    const QString codes = (content.service.procedureCodes + content.service.diagnosisCodes).join(QStringLiteral(", "));
    if (!codes.isEmpty())
        addRow(tr("Codes"), codes);
    if (!content.provider.name.isEmpty())
        addRow(tr("Provider"), content.provider.name, content.facility.name);
    QStringList documents;
    for (const ReceivedDocument &document : content.documents)
        documents << document.title;
    if (!documents.isEmpty())
        addRow(tr("Documents"), documents.join(QStringLiteral(" · ")));
    for (const Finding &finding : m_session.findings()) {
        if (finding.severity != Severity::Missing)
            addRow(tr("To check"), finding.message);
    }
}

} // namespace reviewdesk
