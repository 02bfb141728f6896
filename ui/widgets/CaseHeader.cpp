#include "ui/widgets/CaseHeader.h"

#include "cases/DateWords.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/DueButton.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace reviewdesk {

QString savedWords(const QDateTime &at, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = at.toTimeZone(zone);
    const bool today = local.date() == now.toTimeZone(zone).date();
    return today ? clockWordsWithSeconds(local.time()) : dayWords(local.date());
}

CaseHeader::CaseHeader(QTimeZone zone, const Clock &clock, QWidget *parent)
    : QFrame(parent), m_zone(std::move(zone)), m_clock(clock), m_rows(new QVBoxLayout(this)), m_row(new QHBoxLayout), m_name(makeLabel({})),
      m_identity(makeLabel({}, TextRole::Quiet)), m_remark(new Chip), m_kind(new Chip), m_due(new DueButton),
      m_saved(makeLabel({}, TextRole::Quiet))
{
    setPanel(this, "bar");
    m_name->setProperty("textRole", QStringLiteral("brand"));
    m_name->setWordWrap(false);
    m_identity->setWordWrap(true); // in large text on two lines, rather than without the case number
    m_saved->setWordWrap(false);
    m_identity->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_identity->setMinimumWidth(40);
    m_rows->setContentsMargins(24, 11, 24, 12);
    m_rows->setSpacing(4);
    m_rows->addLayout(m_row);
    m_row->setSpacing(16);
    m_row->addWidget(m_name);
    m_row->addWidget(m_identity, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_remark, m_kind, m_due, m_saved})
        m_row->addWidget(widget);
    setMinimumHeight(Theme::scaled(56));
    m_remark->hide();
    connect(m_due, &DueButton::clicked, this, &CaseHeader::openDueSheet);
    connect(&m_minute, &QTimer::timeout, this, &CaseHeader::showDue);
    m_minute.start(60'000);
}

void CaseHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

bool CaseHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QFrame::event(event);
}

/// In large text there may be no room beside the chips for what tells one case from another: then it has a line of its
/// own, rather than one word a line. A very long name ends in dots, rather than make the window wider than the screen.
void CaseHeader::fit()
{
    const QMargins margins = m_rows->contentsMargins();
    int left = width() - margins.left() - margins.right() - m_row->spacing();
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget *widget = m_row->itemAt(i)->widget();
        if (widget && widget != m_identity && widget != m_name && !widget->isHidden())
            left -= widget->sizeHint().width() + m_row->spacing();
    }
    left -= fitName(left);
    const int whole = m_identity->fontMetrics().horizontalAdvance(m_identity->text());
    const bool below = left < whole * 2 / 3; // two lines at most
    if (below == m_isBelow)
        return;
    m_isBelow = below;
    if (below) {
        m_row->removeWidget(m_identity);
        m_row->insertStretch(1, 1);
        m_rows->addWidget(m_identity);
    } else {
        m_rows->removeWidget(m_identity);
        delete m_row->takeAt(1);
        m_row->insertWidget(1, m_identity, 1);
    }
}

/// The width that it takes of what is left.
int CaseHeader::fitName(int left)
{
    const QString name = m_name->accessibleName();
    const QFontMetrics metrics = m_name->fontMetrics();
    const int whole = metrics.horizontalAdvance(name) + 1;
    const int least = qMin(whole, Theme::scaled(160));
    const int room = qBound(least, left, whole);
    m_name->setMinimumWidth(least);
    const QString shown = metrics.elidedText(name, Qt::ElideRight, room);
    if (shown != m_name->text()) {
        m_name->setText(shown);
        m_name->setToolTip(shown == name ? QString() : name);
    }
    return room;
}

void CaseHeader::setCase(const StoredCase &stored, const CaseView &view)
{
    const ReviewCase &content = stored.reviewCase;
    m_name->setAccessibleName(content.member.name.isEmpty() ? tr("New request") : content.member.name);
    QStringList identity;
    if (content.member.birthDate.isValid())
        identity.append(tr("born %1").arg(dayWords(content.member.birthDate)));
    if (!content.member.memberId.isEmpty())
        identity.append(content.member.memberId);
    if (!content.number.isEmpty())
        identity.append(content.number);
    if (stored.roundKind != RoundKind::First)
        identity.append((stored.roundKind == RoundKind::Appeal ? tr("round %1, an appeal") : tr("round %1, reopened"))
                            .arg(stored.round));
    m_identity->setText(identity.join(QStringLiteral("  ·  ")));
    m_identity->setToolTip(m_identity->text());

    QStringList kind;
    if (content.request.urgency)
        kind.append(label(*content.request.urgency));
    if (content.request.timing)
        kind.append(kind.isEmpty() ? label(*content.request.timing) : label(*content.request.timing).toLower());
    const bool expedited = content.request.urgency == Urgency::Expedited;
    m_kind->setContent(kind.join(QStringLiteral(", ")), expedited ? Tone::Warn : Tone::Neutral);

    m_status = stored.status;
    m_dueAt = view.dueAt();
    m_clockwork = {view.due, stored.clock, m_zone, {}, content.request.receivedAt};
    const QString sum = view.due.isEmpty() ? tr("It follows from receipt, urgency, timing and line of business.")
                                           : (QStringList(view.due.first().arithmetic) + view.due.first().remarks).join(QLatin1Char('\n'));
    m_due->setToolTip(tr("%1\nAll rules: Ctrl+D").arg(sum));
    m_due->setAccessibleDescription(sum);
    showDue();
    fit();
}

void CaseHeader::showDue()
{
    if (!isOpen(m_status)) {
        m_due->setContent(label(m_status), Tone::Neutral); // nothing is due any more
        return;
    }
    if (!m_dueAt.isValid()) {
        m_due->setContent(tr("No due date yet"), Tone::Neutral);
        return;
    }
    const DueChip chip = dueChip(m_dueAt, m_clock.now(), m_zone);
    const QString words = chip.overdue ? chip.words : tr("Due %1").arg(chip.words);
    m_due->setContent(words, chip.overdue ? Tone::Danger : chip.soon ? Tone::Warn : Tone::Neutral);
}

DueSheet *CaseHeader::openDueSheet()
{
    m_clockwork.now = m_clock.now();
    auto *sheet = new DueSheet(m_clockwork, m_extension ? m_extension() : DueSheet::Extension(), window());
    connect(sheet, &DueSheet::extensionWanted, this, &CaseHeader::extensionWanted);
    sheet->open();
    return sheet;
}

void CaseHeader::setSaved(const QDateTime &at)
{
    setSaveState(at.isValid() ? tr("Saved %1").arg(savedWords(at, m_clock.now(), m_zone)) : QString());
}

void CaseHeader::setSaveState(const QString &words, bool wrong)
{
    setTextRole(m_saved, wrong ? TextRole::Error : TextRole::Quiet);
    m_saved->setText(words);
}

void CaseHeader::setRemark(const QString &words, Tone tone)
{
    m_remark->setContent(words, tone);
}

void CaseHeader::setCorner(QWidget *corner)
{
    delete m_corner;
    m_corner = corner;
    if (corner)
        m_row->addWidget(corner);
}

} // namespace reviewdesk
