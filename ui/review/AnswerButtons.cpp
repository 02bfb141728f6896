#include "ui/review/AnswerButtons.h"

#include "policy/Answers.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>
#include <QScopedValueRollback>

namespace reviewdesk {

namespace {

constexpr int widestRow = 460; ///< px; beside it stands the source

} // namespace

/// One answer: a segment of a row, or a tile with a radio mark and a line of help.
class AnswerButton final : public QRadioButton {
public:
    enum class Shape { FirstSegment, Segment, LastSegment, Tile };

    AnswerButton(const QString &label, const QString &help, QWidget *parent) : QRadioButton(label, parent), m_help(help)
    {
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

    void setShape(Shape shape) { m_shape = shape; }

    QSize sizeHint() const override
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold); // so that choosing does not change the width
        const int text = QFontMetrics(strong).horizontalAdvance(this->text());
        const int height = Theme::scaled(32);
        if (m_shape != Shape::Tile)
            return {text + Theme::scaled(34), height};
        const int help = m_help.isEmpty() ? 0 : helpHeight() + 2;
        return {text + textLeft() + textRight(), qMax(height, fontMetrics().height() + help + Theme::scaled(14))};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        // The arrows are the group's: by itself a button would only hand on the focus.
        if (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down)
            event->ignore();
        else
            QRadioButton::keyPressEvent(event);
    }

    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void resizeEvent(QResizeEvent *event) override
    {
        QRadioButton::resizeEvent(event);
        if (m_shape == Shape::Tile && !m_help.isEmpty())
            updateGeometry();
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme theme = Theme::current();
        if (m_shape == Shape::Tile)
            paintTile(painter, theme);
        else
            paintSegment(painter, theme);
    }

private:
    QFont helpFont() const
    {
        QFont small = font();
        small.setPixelSize(Theme::scaled(12));
        return small;
    }

    static int textLeft() { return Theme::scaled(12 + 16 + 9); } ///< px: of a tile's mark
    static int textRight() { return Theme::scaled(10); }

    int helpHeight() const ///< px, at the width that the tile has now
    {
        const int room = qMax(width(), Theme::scaled(160)) - textLeft() - textRight();
        return QFontMetrics(helpFont()).boundingRect(0, 0, room, 4000, Qt::TextWordWrap, m_help).height();
    }

    QPainterPath outline(qreal inset) const
    {
        QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
        if (m_shape == Shape::Segment || m_shape == Shape::LastSegment)
            box.setLeft(box.left() - (hasFocus() ? 0 : 1)); // neighbours share one line
        constexpr qreal radius = 6;
        QPainterPath path;
        if (m_shape == Shape::Tile) {
            path.addRoundedRect(box, radius, radius);
            return path;
        }
        path.setFillRule(Qt::WindingFill);
        path.addRoundedRect(box, radius, radius);
        if (m_shape != Shape::FirstSegment)
            path.addRect(QRectF(box.left(), box.top(), radius * 2, box.height()));
        if (m_shape != Shape::LastSegment)
            path.addRect(QRectF(box.right() - radius * 2, box.top(), radius * 2, box.height()));
        return path.simplified();
    }

    void paintSegment(QPainter &painter, const Theme &theme)
    {
        const bool chosen = isChecked();
        const ColorRole ground = chosen ? ColorRole::AccentFill
            : underMouse()              ? ColorRole::NeutralSoft
                                        : ColorRole::Surface;
        const ColorRole line = chosen ? ColorRole::AccentFill : ColorRole::ControlLine;
        painter.setPen(QPen(theme.color(isEnabled() || chosen ? line : ColorRole::Line), 1));
        painter.setBrush(theme.color(isEnabled() || chosen ? ground : ColorRole::Window));
        painter.drawPath(outline(0.5));
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.color(chosen ? ColorRole::Text : ColorRole::Accent), 2));
            painter.drawPath(outline(1));
        }
        QFont words = font();
        words.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter.setFont(words);
        painter.setPen(theme.color(chosen ? ColorRole::OnAccent : isEnabled() ? ColorRole::Text : ColorRole::Quiet));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

    void paintTile(QPainter &painter, const Theme &theme)
    {
        const bool chosen = isChecked();
        const ColorRole ground = chosen ? ColorRole::AccentSoft
            : underMouse()              ? ColorRole::NeutralSoft
                                        : ColorRole::Surface;
        painter.setBrush(theme.color(ground));
        painter.setPen(QPen(theme.color(chosen ? ColorRole::Accent : ColorRole::ControlLine), 1));
        painter.drawPath(outline(0.5));
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
            painter.drawPath(outline(1));
        }
        const int mark = Theme::scaled(16);
        const int left = Theme::scaled(12);
        const int lineHeight = fontMetrics().height();
        const int top = m_help.isEmpty() ? (height() - lineHeight) / 2 : Theme::scaled(7);
        const QRectF round(left + 0.5, top + (lineHeight - mark) / 2.0 + 0.5, mark - 1, mark - 1);
        painter.setPen(QPen(theme.color(chosen ? ColorRole::AccentFill : ColorRole::ControlLine), 1));
        painter.setBrush(theme.color(chosen ? ColorRole::AccentFill : ColorRole::Surface));
        painter.drawEllipse(round);
        if (chosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(ColorRole::OnAccent));
            painter.drawEllipse(round.center(), mark * 0.19, mark * 0.19);
        }
        const QRect room(textLeft(), top, width() - textLeft() - textRight(), lineHeight);
        QFont words = font();
        words.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter.setFont(words);
        painter.setPen(theme.color(isEnabled() ? ColorRole::Text : ColorRole::Quiet));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text());
        if (m_help.isEmpty())
            return;
        painter.setFont(helpFont());
        painter.setPen(theme.color(ColorRole::Quiet));
        painter.drawText(
            QRect(textLeft(), room.bottom() + 2, room.width(), height()), Qt::AlignLeft | Qt::TextWordWrap, m_help);
    }

    QString m_help;
    Shape m_shape = Shape::Segment;
};

AnswerButtons::AnswerButtons(const Fact &fact, const QStringList &names, QWidget *parent)
    : QGroupBox(parent), m_yesNo(fact.kind == FactKind::YesNo), m_answer(Answers::Absent)
{
    setPanel(this, "group");
    setAccessibleName(fact.question);
    const auto add = [&](const QString &label, const QString &help, int answer) {
        auto *button = new AnswerButton(label, help, this);
        button->setAccessibleName(names.value(m_buttons.size()));
        button->setAccessibleDescription(help);
        m_buttons << button;
        m_answers << answer;
        connect(button, &QAbstractButton::toggled, this, [this, answer] { // a screen reader toggles, it does not click
            if (!m_showing)
                choose(answer);
        });
    };
    for (qsizetype option = 0; option < fact.options.size(); ++option)
        add(fact.options.at(option).label, fact.options.at(option).help, static_cast<int>(option));
    add(tr("Not documented"), fact.kind == FactKind::Choice ? tr("the submitted record does not say") : QString(),
        Answers::NotDocumented);
    if (fact.kind == FactKind::YesNo && segmentsFit())
        layOutSegments();
    else
        layOutTiles();
    setAnswer(Answers::Absent);
}

void AnswerButtons::layOutSegments()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (AnswerButton *button : std::as_const(m_buttons)) {
        button->setShape(button == m_buttons.first() ? AnswerButton::Shape::FirstSegment
                : button == m_buttons.last()         ? AnswerButton::Shape::LastSegment
                                                     : AnswerButton::Shape::Segment);
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

/// At a large text size long answers stand as tiles, two in a row.
bool AnswerButtons::segmentsFit() const
{
    int width = 0;
    for (const AnswerButton *button : m_buttons)
        width += button->sizeHint().width();
    return width <= widestRow;
}

void AnswerButtons::layOutTiles()
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    for (AnswerButton *button : std::as_const(m_buttons)) {
        button->setShape(AnswerButton::Shape::Tile);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    arrangeTiles(2);
}

void AnswerButtons::arrangeTiles(int columns)
{
    m_columns = columns;
    for (qsizetype index = 0; index < m_buttons.size(); ++index)
        m_grid->addWidget(m_buttons.at(index), static_cast<int>(index) / columns, static_cast<int>(index) % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    updateGeometry();
}

QSize AnswerButtons::minimumSizeHint() const
{
    const QSize hint = QGroupBox::minimumSizeHint();
    return m_grid ? QSize(widestAnswer(), hint.height()) : hint; // beside each other only where there is room
}

int AnswerButtons::widestAnswer() const
{
    int width = 0;
    for (const AnswerButton *button : m_buttons)
        width = qMax(width, button->sizeHint().width());
    return width;
}

void AnswerButtons::resizeEvent(QResizeEvent *event)
{
    QGroupBox::resizeEvent(event);
    if (!m_grid)
        return;
    const int columns = 2 * widestAnswer() + m_grid->spacing() <= width() ? 2 : 1;
    if (columns != m_columns)
        arrangeTiles(columns);
}

void AnswerButtons::setAnswer(int answer)
{
    const QScopedValueRollback showing(m_showing, true);
    m_answer = answer;
    const qsizetype chosen = m_answers.indexOf(answer);
    for (qsizetype index = 0; index < m_buttons.size(); ++index) {
        AnswerButton *button = m_buttons.at(index);
        button->setAutoExclusive(false); // or one of them would have to stay chosen
        button->setChecked(index == chosen);
        button->setAutoExclusive(true); // "one of several" to assistive technology
        // One Tab stop: the chosen answer, or the first while there is none.
        button->setFocusPolicy(index == qMax(chosen, qsizetype{0}) ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

QAbstractButton *AnswerButtons::button(int answer) const
{
    const qsizetype index = m_answers.indexOf(answer);
    return index < 0 ? nullptr : m_buttons.at(index);
}

void AnswerButtons::focusAnswer()
{
    m_buttons.at(qMax(m_answers.indexOf(m_answer), qsizetype{0}))->setFocus(Qt::OtherFocusReason);
}

void AnswerButtons::choose(int answer)
{
    const bool changed = answer != m_answer;
    setAnswer(answer); // also puts back the mark of a button that was clicked again
    if (changed)
        Q_EMIT answered(answer);
}

void AnswerButtons::step(int by)
{
    qsizetype at = m_answers.indexOf(m_answer);
    for (qsizetype index = 0; index < m_buttons.size(); ++index) {
        if (m_buttons.at(index)->hasFocus())
            at = index;
    }
    const qsizetype to = (at + by + m_buttons.size()) % m_buttons.size();
    choose(m_answers.at(to));
    m_buttons.at(to)->setFocus(Qt::TabFocusReason);
}

void AnswerButtons::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        QGroupBox::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Y:
    case Qt::Key_N:
        if (!m_yesNo)
            break;
        choose(event->key() == Qt::Key_Y ? 0 : 1);
        focusAnswer();
        return;
    case Qt::Key_D:
        choose(Answers::NotDocumented);
        focusAnswer();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        choose(Answers::Absent);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        step(1);
        return;
    default:
        break;
    }
    QGroupBox::keyPressEvent(event);
}

void AnswerButtons::paintEvent(QPaintEvent *) { } // a group for assistive technology, without a frame

} // namespace reviewdesk
