// Selecting on a page: by dragging, and by keys.
#include "ui/documents/PageView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace reviewdesk {

namespace {

using When = DocumentRoom::Urgency;

constexpr int leastFrame = 40; ///< ten-thousandths: a click is no rectangle

PagePlace between(const PagePlace &one, const PagePlace &other)
{
    return {std::min(one.left, other.left), std::min(one.top, other.top), std::abs(one.left - other.left),
        std::abs(one.top - other.top)};
}

/// The sentences of a page in their order.
QList<TextRange> sentencesOf(const QString &text)
{
    QList<TextRange> sentences;
    int at = 0;
    while (at < text.size()) {
        while (at < text.size() && (text.at(at).isSpace() || text.at(at).isPunct()))
            ++at;
        if (at >= text.size())
            break;
        const TextRange sentence = sentenceAround(text, {at, 1});
        const int end = std::max(at + 1, sentence.start + sentence.length);
        sentences.append({at, end - at});
        at = end;
    }
    return sentences;
}

} // namespace

int PageView::pageAt(const QPoint &point) const
{
    const Sight sight = inSight();
    for (int page = sight.first; page <= sight.last; ++page) {
        if (pageRect(page).contains(point))
            return page;
    }
    return 0;
}

PagePlace PageView::pointOn(int page, const QPoint &point) const
{
    const QRect paper = pageRect(page);
    const auto part = [](int offset, int of) {
        return std::clamp(int(qint64{offset} * PagePlace::whole / std::max(1, of)), 0, PagePlace::whole);
    };
    return {part(point.x() - paper.left(), paper.width()), part(point.y() - paper.top(), paper.height()), 0, 0};
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragPage = pageAt(event->position().toPoint());
    m_dragFrame = m_framing = false;
    clearSelection();
    if (m_dragPage == 0)
        return;
    m_dragFrom = pointOn(m_dragPage, event->position().toPoint());
    m_dragTo = {m_dragFrom.left, m_dragFrom.top, 0, 0};
    if (event->modifiers() & Qt::AltModifier) {
        m_dragFrame = true;
        return;
    }
    // A page without any text is a picture: there a rectangle is drawn.
    withText(m_dragPage, [this, page = m_dragPage](const DocumentText &text) {
        if (m_dragPage == page && text.isBlank())
            m_dragFrame = true;
    });
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragPage == 0 || m_framing || !(event->buttons() & Qt::LeftButton))
        return;
    const QPoint point = event->position().toPoint();
    if (point.y() < 0 || point.y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (point.y() < 0 ? point.y() : point.y() - viewport()->height()) / 2);
    dragTo(point);
}

void PageView::dragTo(const QPoint &point)
{
    const PagePlace to = pointOn(m_dragPage, point);
    if (m_dragFrame) {
        m_dragTo = between(m_dragFrom, to);
        viewport()->update();
        return;
    }
    m_drag.stop();
    m_drag = m_room.ask(
        When::Now, this,
        [digest = m_digest, page = m_dragPage, from = m_dragFrom, to](
            Shelf &shelf) { return shelf.select(digest, page, from, to); },
        [this, page = m_dragPage](const Result<PageSelection> &selection) {
            if (selection && !selection->isEmpty())
                select(page, *selection);
        });
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragPage == 0 || m_framing || event->button() != Qt::LeftButton)
        return;
    if (m_dragFrame && m_dragTo.width >= leastFrame && m_dragTo.height >= leastFrame)
        takeFrame();
    else
        dropFrame();
}

/// The sentence that was meant.
void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int page = pageAt(event->position().toPoint());
    if (page == 0)
        return;
    const PagePlace point = pointOn(page, event->position().toPoint());
    PagePlace beside = point;
    beside.left += 60;
    m_drag.stop();
    m_drag = m_room.ask(
        When::Now, this,
        [digest = m_digest, page, point, beside](Shelf &shelf) -> Result<TextRange> {
            const Result<PageSelection> word = shelf.select(digest, page, point, beside);
            const Result<DocumentText> text = shelf.text(digest, page);
            if (!word || !text || word->isEmpty())
                return TextRange{};
            return sentenceAround(text->text, word->range);
        },
        [this, page](const Result<TextRange> &range) {
            if (range && range->length > 0)
                selectText(page, *range);
        });
}

void PageView::withText(int page, const std::function<void(const DocumentText &)> &then)
{
    m_room.ask(
        When::Now, this, [digest = m_digest, page](Shelf &shelf) { return shelf.text(digest, page); },
        [this, digest = m_digest, then](const Result<DocumentText> &text) {
            if (text && digest == m_digest)
                then(*text);
        });
}

/// The next sentence, or the one before, from the selection or from the top of the page in sight.
void PageView::moveSelection(int by)
{
    const int page = m_selected.page > 0 ? m_selected.page : currentPage();
    const int from = m_selected.page > 0 ? m_selected.selection.range.start : -1;
    withText(page, [this, page, from, by](const DocumentText &text) {
        const QList<TextRange> sentences = sentencesOf(text.text);
        if (sentences.isEmpty())
            return;
        qsizetype at = by > 0 ? 0 : sentences.size() - 1;
        for (qsizetype index = 0; from >= 0 && index < sentences.size(); ++index) {
            if (sentences.at(index).start <= from)
                at = index + by;
        }
        if (at >= 0 && at < sentences.size()) {
            selectText(page, sentences.at(at));
        } else if (page + by >= 1 && page + by <= m_pages) {
            clearSelection();
            goToPage(page + by);
        }
    });
}

/// A word more at the end, or one less.
void PageView::growSelection(int by)
{
    if (m_selected.page == 0)
        return;
    withText(m_selected.page, [this, page = m_selected.page, range = m_selected.selection.range, by](
                                  const DocumentText &text) {
        int end = range.start + range.length;
        if (by > 0) {
            while (end < text.text.size() && text.text.at(end).isSpace())
                ++end;
            end = std::min(end + 1, int(text.text.size()));
        } else {
            while (end > range.start && !text.text.at(end - 1).isSpace())
                --end;
            while (end > range.start && text.text.at(end - 1).isSpace())
                --end;
        }
        const TextRange grown = wholeWords(text.text, {range.start, end - range.start});
        if (grown.length > 0)
            selectText(page, grown);
    });
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy) && !m_selected.selection.quote.isEmpty()) {
        QGuiApplication::clipboard()->setText(m_selected.selection.quote); // gone after a minute: ClipboardWatch
        return;
    }
    if (m_framing && frameKey(event))
        return;
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (shift)
            moveSelection(event->key() == Qt::Key_Down ? 1 : -1);
        else
            bar->triggerAction(
                event->key() == Qt::Key_Down ? QScrollBar::SliderSingleStepAdd : QScrollBar::SliderSingleStepSub);
        return;
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (shift)
            growSelection(event->key() == Qt::Key_Right ? 1 : -1);
        else
            horizontalScrollBar()->triggerAction(
                event->key() == Qt::Key_Right ? QScrollBar::SliderSingleStepAdd : QScrollBar::SliderSingleStepSub);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (control)
            goToPage(currentPage() + (event->key() == Qt::Key_PageDown ? 1 : -1));
        else
            bar->triggerAction(
                event->key() == Qt::Key_PageDown ? QScrollBar::SliderPageStepAdd : QScrollBar::SliderPageStepSub);
        return;
    case Qt::Key_Space:
        bar->triggerAction(shift ? QScrollBar::SliderPageStepSub : QScrollBar::SliderPageStepAdd);
        return;
    case Qt::Key_Home:
        goToPage(1);
        return;
    case Qt::Key_End:
        goToPage(m_pages);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1);
        return;
    case Qt::Key_Minus:
        zoomBy(-1);
        return;
    case Qt::Key_0:
        setZoom(0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected.page > 0)
            Q_EMIT sourceWanted();
        else
            startFrame();
        return;
    case Qt::Key_Escape:
        if (m_selected.page > 0) {
            clearSelection();
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() != 0)
            zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

} // namespace reviewdesk
