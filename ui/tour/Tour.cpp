#include "ui/tour/Tour.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int gap = 16; ///< between what is lit and the words
constexpr int margin = 24; ///< to the window's edge
constexpr int halo = 6; ///< around what is lit
constexpr int seekEvery = 40; // ms
constexpr int mostTries = 250; ///< then the stop is left out: its page did not come

/// The part of a widget that is in sight, in the window.
QRect inSight(const QWidget &widget)
{
    const QWidget *window = widget.window();
    QRect rect(widget.mapTo(window, QPoint()), widget.size());
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        rect &= QRect(parent->mapTo(window, QPoint()), parent->size());
        if (parent == window)
            break;
    }
    return rect;
}

QString keyOf(Role role)
{
    return QStringLiteral("learning/tour/") + toWord(role);
}

} // namespace

Tour::Tour(QWidget *window)
    : QWidget(window), m_card(new Card(QString(), this)), m_place(makeLabel({}, TextRole::Small)),
      m_title(makeLabel({}, TextRole::Heading)), m_words(makeLabel({})),
      m_skip(makeButton(tr("&Skip the tour"), ButtonKind::Link)), m_back(makeButton(tr("&Back"), ButtonKind::Secondary)),
      m_next(makeButton(tr("&Next"), ButtonKind::Primary))
{
    setAccessibleName(tr("Tour"));
    QVBoxLayout *body = m_card->body();
    body->setContentsMargins(24, 16, 24, 16);
    body->addWidget(m_place);
    body->addWidget(m_title);
    body->addWidget(m_words);
    body->addSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_skip);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    body->addLayout(row);
    setPanel(m_card, "current");
    connect(m_skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_current + 1); });
    for (QPushButton *button : {m_skip, m_back, m_next})
        button->installEventFilter(this);
    m_seek.setInterval(seekEvery);
    connect(&m_seek, &QTimer::timeout, this, &Tour::seek);
    connect(qApp, &QApplication::focusChanged, &m_focusWatch, [this](QWidget *, QWidget *now) { keepFocus(now); });
    window->installEventFilter(this);
    hide();
}

QWidget *Tour::card() const
{
    return m_card;
}

void Tour::start(const QList<TourStop> &stops)
{
    if (stops.isEmpty())
        return;
    m_before = QApplication::focusWidget();
    m_stops = stops;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    goTo(0);
}

void Tour::goTo(int stop)
{
    if (stop >= count()) {
        end();
        return;
    }
    m_backwards = stop < m_current;
    m_current = qMax(0, stop);
    m_tries = 0;
    watch(nullptr);
    if (m_stops.at(m_current).go)
        m_stops.at(m_current).go();
    m_seek.start();
    seek();
}

/// A page comes when it has been read: until then the words of the last stop stand.
void Tour::seek()
{
    QWidget *anchor = m_stops.at(m_current).anchor();
    if (anchor && anchor->isVisible()) {
        m_seek.stop();
        watch(anchor);
        say();
        return;
    }
    if (++m_tries < mostTries)
        return;
    m_seek.stop();
    goTo(m_backwards && m_current > 0 ? m_current - 1 : m_current + 1);
}

void Tour::say()
{
    const TourStop &stop = m_stops.at(m_current);
    const bool isLast = m_current + 1 == count();
    m_place->setText(tr("%1 of %2").arg(m_current + 1).arg(count()));
    m_title->setText(stop.title);
    m_back->setEnabled(m_current > 0);
    m_skip->setVisible(!isLast);
    m_next->setText(isLast ? tr("&Done") : tr("&Next"));
    m_next->setAccessibleDescription(stop.title + QLatin1String(". ") + stop.words); // read with the button
    fit();
    m_next->setFocus(Qt::OtherFocusReason);
    setTextAnnounced(m_words, stop.words);
    fit();
}

void Tour::end()
{
    dismiss();
    Q_EMIT ended();
}

void Tour::dismiss()
{
    if (!isRunning())
        return;
    m_current = -1;
    m_seek.stop();
    watch(nullptr);
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

/// What moves the widget moves the light.
void Tour::watch(QWidget *anchor)
{
    for (const QPointer<QWidget> &watched : std::as_const(m_watched)) {
        if (watched && watched != parentWidget())
            watched->removeEventFilter(this);
    }
    m_watched.clear();
    m_anchor = anchor;
    if (!anchor) {
        m_lit = {};
        update();
        return;
    }
    for (QWidget *widget = anchor; widget && widget != parentWidget(); widget = widget->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(widget))
            area->ensureWidgetVisible(anchor, 0, gap);
        widget->installEventFilter(this);
        m_watched.append(widget);
    }
}

void Tour::fit()
{
    setGeometry(parentWidget()->rect());
    m_lit = m_anchor ? inSight(*m_anchor).adjusted(-halo, -halo, halo, halo) & rect().adjusted(2, 2, -2, -2) : QRect();
    const int width = qMin(Theme::scaled(400), this->width() - 2 * margin);
    m_card->setFixedWidth(width);
    m_card->layout()->activate();
    const int wanted = m_card->layout()->totalHeightForWidth(width);
    const QSize size(width, qMin(wanted > 0 ? wanted : m_card->sizeHint().height(), height() - 2 * margin));
    m_card->setGeometry(QRect(placeFor(size), size));
    update();
}

/// Beside what is lit, where there is room; else in its lower right corner.
QPoint Tour::placeFor(const QSize &card) const
{
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    if (m_lit.isEmpty())
        return QRect(QPoint(), card).translated(room.center() - QRect(QPoint(), card).center()).topLeft();
    const auto within = [&room, &card](QPoint at) {
        return QPoint(qBound(room.left(), at.x(), room.right() - card.width() + 1),
            qBound(room.top(), at.y(), room.bottom() - card.height() + 1));
    };
    const QPoint places[]{{m_lit.right() + gap, m_lit.top()}, {m_lit.left() - gap - card.width(), m_lit.top()},
        {m_lit.left(), m_lit.bottom() + gap}, {m_lit.left(), m_lit.top() - gap - card.height()}};
    for (const QPoint &place : places) {
        const QRect there(within(place), card);
        if (!there.intersects(m_lit))
            return there.topLeft();
    }
    return within(m_lit.bottomRight() - QPoint(card.width() + margin, card.height() + margin));
}

/// A page that comes up under the tour asks for the focus. While the help is over the tour, the help has it.
void Tour::keepFocus(const QWidget *now)
{
    if (isVisible() && isEnabled() && now && now->window() == window() && now != this && !isAncestorOf(now))
        m_next->setFocus(Qt::OtherFocusReason);
}

QList<QPushButton *> Tour::buttons() const
{
    QList<QPushButton *> all;
    for (QPushButton *button : {m_skip, m_back, m_next}) {
        if (button->isVisible() && button->isEnabled())
            all.append(button);
    }
    return all;
}

bool Tour::focusNextPrevChild(bool next)
{
    const QList<QPushButton *> all = buttons();
    if (all.isEmpty())
        return true;
    const qsizetype now = all.indexOf(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    const qsizetype to = (now + (next ? 1 : all.size() - 1)) % all.size();
    all.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    const bool moves = event->type() == QEvent::Resize || event->type() == QEvent::Move ||
        event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest;
    if (moves && isVisible() && watched != m_skip && watched != m_back && watched != m_next)
        fit();
    if (event->type() == QEvent::Hide && watched == m_anchor && isRunning())
        m_seek.start(); // something else has come in its place: the cases, once they are read
    if (event->type() == QEvent::ShortcutOverride && isVisible()) {
        // or the shortcuts of the page under it would work; it can still be locked, and be helped
        const QKeyCombination keys = static_cast<QKeyEvent *>(event)->keyCombination();
        if (keys != QKeyCombination(Qt::CTRL, Qt::Key_L) && keys != QKeyCombination(Qt::Key_F1)) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QList<QPushButton *> all = buttons();
    for (QPushButton *button : all) {
        const bool isMnemonic = QKeySequence::mnemonic(button->text()) == QKeySequence(event->keyCombination());
        if (isMnemonic || (isEnter && button->hasFocus())) {
            button->click();
            return;
        }
    }
    event->accept();
}

void Tour::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Tour::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::current();
    QColor veil = theme.color(ColorRole::Window);
    veil.setAlpha(190);
    QPainterPath path;
    path.addRect(rect());
    QPainterPath hole;
    if (!m_lit.isEmpty())
        hole.addRoundedRect(m_lit, 8, 8);
    painter.fillPath(path.subtracted(hole), veil);
    if (m_lit.isEmpty())
        return;
    painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
    painter.drawPath(hole);
}

bool isTourSeen(Role role)
{
    return QSettings().value(keyOf(role), false).toBool();
}

void rememberTour(Role role)
{
    QSettings().setValue(keyOf(role), true);
}

} // namespace reviewdesk
