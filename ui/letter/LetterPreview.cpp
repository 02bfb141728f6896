#include "ui/letter/LetterPreview.h"

#include "ui/letter/LetterSpoken.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace reviewdesk {

namespace {

constexpr int gap = 16;
constexpr qreal pageWidth = 612; // points
constexpr qreal pageHeight = 792;

} // namespace

/// The pages themselves.
class PaperStack final : public QWidget {
public:
    using QWidget::QWidget;

    void setPages(const RenderedLetter &letter, qreal scale)
    {
        m_letter = letter;
        m_scale = scale;
        m_instead.clear();
        const int count = qMax(1, static_cast<int>(letter.pages.size()));
        setMinimumSize(qCeil(pageWidth * scale) + 2 * gap, count * (qCeil(pageHeight * scale) + gap) + gap);
        update();
    }
    void setNoPages(const QString &words)
    {
        m_letter = {};
        m_instead = words;
        setMinimumSize(0, 0);
        update();
    }
    int pageCount() const { return static_cast<int>(m_letter.pages.size()); }
    void mark(const QString &anchor)
    {
        m_anchor = anchor;
        update();
    }
    QRect markedBox() const
    {
        const auto place = m_letter.places.constFind(m_anchor);
        if (place == m_letter.places.cend())
            return {};
        const QRect page = pageBox(place->page);
        return QRectF(page.x() + place->box.x() * m_scale, page.y() + place->box.y() * m_scale,
            place->box.width() * m_scale, place->box.height() * m_scale)
            .toAlignedRect();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setPen(theme.color(ColorRole::Quiet));
        painter.drawText(rect().adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, m_instead);
        for (int page = 0; page < pageCount(); ++page) {
            const QRect box = pageBox(page);
            if (!box.intersects(event->rect()))
                continue;
            painter.drawImage(box, m_letter.pages.at(page));
            painter.setPen(theme.color(ColorRole::Line));
            painter.drawRect(box.adjusted(-1, -1, 0, 0));
        }
        const QRect marked = markedBox();
        if (marked.isEmpty())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        QColor veil = Theme(Theme::Scheme::Light).color(ColorRole::Accent); // paper is white in both themes
        painter.setPen(QPen(veil, 2));
        veil.setAlpha(28);
        painter.setBrush(veil);
        painter.drawRoundedRect(marked.adjusted(-5, -3, 5, 3), 4, 4);
    }

private:
    QRect pageBox(int page) const
    {
        const int width_ = qCeil(pageWidth * m_scale);
        const int height_ = qCeil(pageHeight * m_scale);
        return {(width() - width_) / 2, gap + page * (height_ + gap), width_, height_};
    }

    RenderedLetter m_letter;
    qreal m_scale = 1;
    QString m_anchor;
    QString m_instead; ///< where no letter can be written
};

LetterPreview::LetterPreview(QWidget *parent) : QScrollArea(parent), m_papers(new PaperStack)
{
    LetterSpoken::install();
    setWidget(m_papers);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // pages are fitted beside it, once
    setPanel(this, "preview");
    setAccessibleName(tr("Letter as it will print"));
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(40);
    m_resized.setSingleShot(true);
    m_resized.setInterval(150);
    connect(&m_resized, &QTimer::timeout, this, [this] {
        if (!qFuzzyCompare(fittingScale(), m_shownScale) && !m_letter.html.isEmpty())
            render();
    });
}

qreal LetterPreview::fittingScale() const
{
    const int room = viewport()->width() - 2 * gap - 4;
    return qBound(0.8, room / pageWidth, 1.5);
}

void LetterPreview::showLetter(const ComposedLetter &letter, PageMark mark)
{
    m_letter = letter;
    m_mark = mark;
    render();
}

void LetterPreview::render()
{
    const int request = ++m_request;
    if (m_letter.html.isEmpty()) {
        m_papers->setNoPages(tr("There is no letter to show."));
        Q_EMIT rendered();
        return;
    }
    const qreal scale = fittingScale();
    renderLetter(
        m_letter, m_mark, scale * devicePixelRatioF(), this, [this, request, scale](const RenderedLetter &letter) {
            if (request != m_request)
                return;
            m_shownScale = scale;
            m_papers->setPages(letter, scale);
            Q_EMIT rendered();
        });
}

void LetterPreview::showPlace(const QString &anchor)
{
    m_papers->mark(anchor);
    const QRect box = m_papers->markedBox();
    if (!box.isEmpty())
        ensureVisible(box.center().x(), box.center().y(), 0, viewport()->height() / 3);
}

int LetterPreview::pageCount() const
{
    return m_papers->pageCount();
}

void LetterPreview::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else if (event->key() == Qt::Key_Space)
        bar->triggerAction(event->modifiers().testFlag(Qt::ShiftModifier) ? QAbstractSlider::SliderPageStepSub
                                                                          : QAbstractSlider::SliderPageStepAdd);
    else
        QScrollArea::keyPressEvent(event);
}

void LetterPreview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_resized.start();
}

} // namespace reviewdesk
