#include "ui/letter/LetterheadSample.h"

#include "cases/SampleCases.h"
#include "ui/letter/LetterPreview.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace reviewdesk {

namespace {

struct Shown {
    const char *title;
    LetterKind kind;
    Recipient recipient;
    int sample;
};

constexpr std::array shownLetters{
    Shown{QT_TRANSLATE_NOOP("reviewdesk::LetterheadSample", "Denial to the member"), LetterKind::Denial,
        Recipient::Member, 0},
    Shown{QT_TRANSLATE_NOOP("reviewdesk::LetterheadSample", "Denial to the provider"), LetterKind::Denial,
        Recipient::Provider, 0},
    Shown{QT_TRANSLATE_NOOP("reviewdesk::LetterheadSample", "Approval to the member"), LetterKind::Approval,
        Recipient::Member, 1},
    Shown{QT_TRANSLATE_NOOP("reviewdesk::LetterheadSample", "Request for information to the provider"),
        LetterKind::InformationRequest, Recipient::Provider, 2},
};

/// Invented cases for the preview, one for each of `Shown::sample`.
QList<ReviewCase> previewCases(const Rulebook &rulebook, const QDateTime &now)
{
    QList<ReviewCase> found(3);
    const QList<SampleCase> samples = sampleCases(120, 7, now, 3, 2, rulebook);
    for (const SampleCase &sample : samples) {
        const int place = sample.status == Status::Denied ? 0 : sample.status == Status::Approved ? 1 : 2;
        if ((place < 2 || sample.status == Status::Pended) && found.at(place).member.name.isEmpty())
            found[place] = sample.reviewCase;
    }
    for (ReviewCase &reviewCase : found)
        reviewCase.number = QStringLiteral("RD-0000-000000");
    return found;
}

} // namespace

LetterheadSample::LetterheadSample(std::shared_ptr<const Rulebook> rulebook,
    std::shared_ptr<const LetterComposer> composer, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_rulebook(std::move(rulebook)), m_composer(std::move(composer)), m_clock(clock),
      m_cases(previewCases(*m_rulebook, clock.now())), m_shown(new QComboBox), m_preview(new LetterPreview)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QFrame;
    setPanel(bar, "bar");
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    auto *name = makeLabel(tr("Pre&view, invented"), TextRole::Quiet);
    name->setWordWrap(false);
    name->setBuddy(m_shown);
    for (const Shown &shown : shownLetters)
        m_shown->addItem(tr(shown.title));
    m_shown->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the form beside it has its half
    m_shown->setMinimumContentsLength(16);
    row->addWidget(name);
    row->addWidget(m_shown, 1);
    column->addWidget(bar);
    column->addWidget(m_preview, 1);
    connect(m_shown, &QComboBox::currentIndexChanged, this, &LetterheadSample::compose);
}

void LetterheadSample::showUnder(const JsonValue &letterhead, const LetterheadDraft::Place &place)
{
    m_letterhead = letterhead;
    m_place = place;
    compose();
}

void LetterheadSample::compose()
{
    const Shown &shown = shownLetters.at(static_cast<std::size_t>(m_shown->currentIndex()));
    ReviewCase sample = m_cases.value(shown.sample);
    sample.member.language = m_place.language;
    sample.request.lineOfBusiness = m_place.line.value_or(LineOfBusiness::CommercialInsured);
    const CaseView view = viewOf(sample, *m_rulebook);
    const Letterhead letterhead{m_letterhead, false};
    const ComposedLetter letter = m_composer->preview(
        {sample, view, shown.kind, shown.recipient, letterhead, m_clock.now()}, *m_rulebook);
    m_preview->showLetter(letter, PageMark::Draft);
}

} // namespace reviewdesk
