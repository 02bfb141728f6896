#include "ui/review/StepList.h"

#include "ui/widgets/StatusGlyph.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

namespace {

Glyph glyphOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return Glyph::Met;
    case StepState::Open:
        return Glyph::Open;
    case StepState::Missing:
        return Glyph::NotMet;
    case StepState::Quiet:
        return Glyph::Later;
    }
    Q_UNREACHABLE();
}

QFont smallFont(QFont font)
{
    font.setPixelSize(Theme::scaled(12));
    font.setWeight(QFont::Normal);
    return font;
}

} // namespace

StepButton::StepButton(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void StepButton::setStep(const Step &step, int number, bool current)
{
    if (step == m_step && current == m_current)
        return;
    m_step = step;
    m_current = current;
    setAccessibleName(step.title);
    setAccessibleDescription(current ? tr("%1; this step is shown").arg(step.words) : step.words);
    setToolTip(tr("%1: %2 (Alt+%3)").arg(step.title, step.words).arg(number));
    update();
}

int StepButton::textLeft() const
{
    return Theme::scaled(12) + glyphSide() + Theme::scaled(10);
}

int StepButton::roomFor(int width) const
{
    return qMax(Theme::scaled(60), width - textLeft() - 8);
}

QSize StepButton::sizeHint() const
{
    const int words = QFontMetrics(smallFont(font())).height();
    return {Theme::scaled(190), fontMetrics().height() + words + Theme::scaled(16)};
}

QSize StepButton::minimumSizeHint() const
{
    return {Theme::scaled(80), sizeHint().height()};
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::current();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_current ? theme.color(ColorRole::AccentSoft)
            : underMouse()     ? theme.color(ColorRole::NeutralSoft)
                               : QColor(Qt::transparent));
    painter.drawRoundedRect(box, 6, 6);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
        painter.drawRoundedRect(box, 6, 6);
    }
    const int side = glyphSide();
    const int left = Theme::scaled(12);
    const QString inside = m_step.count > 0 ? QString::number(qMin(m_step.count, 99)) : QString();
    paintGlyph(painter, QRectF(left, (height() - side) / 2.0, side, side), glyphOf(m_step.state), inside);
    const int room = roomFor(width());
    QFont title = font();
    title.setWeight(m_current ? QFont::DemiBold : QFont::Normal);
    painter.setFont(title);
    painter.setPen(theme.color(ColorRole::Text));
    const int top = Theme::scaled(8);
    const int titleHeight = fontMetrics().height();
    painter.drawText(QRect(textLeft(), top, room, titleHeight), Qt::AlignLeft | Qt::AlignVCenter, m_step.title);
    const QFont small = smallFont(font());
    painter.setFont(small);
    painter.setPen(theme.color(ColorRole::Quiet));
    painter.drawText(QRect(textLeft(), top + titleHeight, room, height() - top - titleHeight),
        Qt::AlignLeft | Qt::AlignTop, QFontMetrics(small).elidedText(m_step.words, Qt::ElideRight, room));
}

StepList::StepList(ReviewSession &session, QWidget *parent)
    : QFrame(parent), m_session(session), m_scroll(new QScrollArea(this))
{
    setPanel(this, "sidebar");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    auto *list = new QWidget(m_scroll->viewport());
    setPanel(list, "page");
    list->installEventFilter(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(list);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(12, 20, 12, 12);
    layout->setSpacing(4);
    for (const Step &step : stepsOf(session)) {
        auto *button = new StepButton;
        const QString stepId = step.id;
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, stepId] { Q_EMIT stepWanted(stepId); });
        m_buttons << button;
        layout->addWidget(button);
    }
    layout->addStretch(1);
    setAccessibleName(tr("Steps"));
    refresh();
    connect(&session, &ReviewSession::viewChanged, this, &StepList::refresh);
}

void StepList::setCurrent(const QString &stepId)
{
    m_current = stepId;
    refresh();
    showCurrent();
}

void StepList::showCurrent()
{
    for (StepButton *button : std::as_const(m_buttons)) {
        if (button->step().id == m_current)
            m_scroll->ensureWidgetVisible(button, 0, 4);
    }
}

void StepList::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showCurrent();
}

void StepList::refresh()
{
    int number = 0;
    for (const Step &step : stepsOf(m_session)) {
        StepButton *button = m_buttons.at(number++);
        button->setStep(step, number, step.id == m_current);
        button->setFocusPolicy(step.id == m_current ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

bool StepList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget()) {
        if (event->type() == QEvent::LayoutRequest) // the style's least height of a button is that of one line
            m_scroll->widget()->setMinimumHeight(m_scroll->widget()->sizeHint().height());
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusIn)
        m_scroll->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, 4);
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const qsizetype at = m_buttons.indexOf(static_cast<StepButton *>(watched));
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const qsizetype to = qBound(qsizetype{0}, at + (key == Qt::Key_Up ? -1 : 1), m_buttons.size() - 1);
        m_buttons.at(to)->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_buttons.at(at)->click();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace reviewdesk
