// A rectangle on a page: by keys, and how it and the marks look.
#include "ui/documents/PageView.h"

#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int step = 200; ///< ten-thousandths of the page
constexpr int fineStep = 40;
constexpr int least = 80;

} // namespace

bool PageView::isFraming() const
{
    return m_framing;
}

/// In the middle of what is in sight of the page.
void PageView::startFrame()
{
    const int page = currentPage();
    if (page == 0)
        return;
    const QRect seen = pageRect(page).intersected(viewport()->rect());
    const PagePlace first = pointOn(page, seen.topLeft());
    const PagePlace last = pointOn(page, seen.bottomRight());
    const int width = std::max(least, (last.left - first.left) / 2);
    const int height = std::max(least, (last.top - first.top) / 4);
    clearSelection();
    m_framing = m_dragFrame = true;
    m_dragPage = page;
    m_dragTo = {(first.left + last.left - width) / 2, (first.top + last.top - height) / 2, width, height};
    showFrame();
}

void PageView::showFrame()
{
    const QRect shown = placeRect(m_dragPage, m_dragTo);
    if (shown.top() < 0 || shown.bottom() > viewport()->height())
        showPlace(m_dragPage, m_dragTo);
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::dropFrame()
{
    m_framing = m_dragFrame = false;
    m_dragPage = 0;
    viewport()->update();
    Q_EMIT selectionChanged();
}

/// What the rectangle holds is selected.
void PageView::takeFrame()
{
    m_drag = m_room.ask(
        DocumentRoom::Urgency::Now, this,
        [digest = m_digest, page = m_dragPage, frame = m_dragTo](Shelf &shelf) { return shelf.frame(digest, page, frame); },
        [this, page = m_dragPage](const Result<PageSelection> &selection) {
            if (selection)
                select(page, *selection);
        });
    dropFrame();
}

/// Keys while a rectangle is drawn: arrows move it, with Shift they size it from its right and lower sides, with Ctrl
/// either is fine. False: not one of them.
bool PageView::frameKey(QKeyEvent *event)
{
    const int by = event->modifiers() & Qt::ControlModifier ? fineStep : step;
    const int key = event->key();
    const int across = key == Qt::Key_Right ? by : key == Qt::Key_Left ? -by : 0;
    const int down = key == Qt::Key_Down ? by : key == Qt::Key_Up ? -by : 0;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        takeFrame();
    } else if (key == Qt::Key_Escape) {
        dropFrame();
    } else if (across == 0 && down == 0) {
        return false;
    } else if (event->modifiers() & Qt::ShiftModifier) {
        m_dragTo.width = std::clamp(m_dragTo.width + across, least, PagePlace::whole - m_dragTo.left);
        m_dragTo.height = std::clamp(m_dragTo.height + down, least, PagePlace::whole - m_dragTo.top);
        showFrame();
    } else {
        m_dragTo.left = std::clamp(m_dragTo.left + across, 0, PagePlace::whole - m_dragTo.width);
        m_dragTo.top = std::clamp(m_dragTo.top + down, 0, PagePlace::whole - m_dragTo.height);
        showFrame();
    }
    return true;
}

QString PageView::frameWords() const
{
    const auto percent = [](int part) { return (part + 50) / 100; };
    return tr("Rectangle on page %1: %2% from the left, %3% from the top, %4% wide, %5% high.")
        .arg(m_dragPage)
        .arg(percent(m_dragTo.left))
        .arg(percent(m_dragTo.top))
        .arg(percent(m_dragTo.width))
        .arg(percent(m_dragTo.height));
}

/// On white paper in light and in dark: the ink shows through, and each kind of mark has a line of its own.
void PageView::paintMarks(QPainter &painter, int page)
{
    static const Theme onPaper(Theme::Scheme::Light);
    const auto paint = [&](const QList<PagePlace> &places, const QColor &color, Qt::PenStyle line) {
        for (const PagePlace &place : places) {
            const QRect rectangle = placeRect(page, place);
            painter.setCompositionMode(QPainter::CompositionMode_Multiply);
            QColor fill = color;
            fill = QColor::fromRgbF(1 - (1 - fill.redF()) * 0.28F, 1 - (1 - fill.greenF()) * 0.28F,
                1 - (1 - fill.blueF()) * 0.28F);
            painter.fillRect(rectangle, fill);
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            painter.setPen(QPen(color, line == Qt::SolidLine ? 2 : 1, line));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rectangle);
        }
    };
    paint(m_marks.value(Mark::Found).value(page), onPaper.color(ColorRole::Open), Qt::DotLine);
    paint(m_marks.value(Mark::Current).value(page), onPaper.color(ColorRole::Open), Qt::SolidLine);
    paint(m_marks.value(Mark::Source).value(page), onPaper.color(ColorRole::Met), Qt::SolidLine);
    if (m_selected.page == page)
        paint(m_selected.selection.places, onPaper.color(ColorRole::Accent), Qt::SolidLine);
    if (m_dragFrame && m_dragPage == page) { // white around it: a scan may be dark
        painter.setBrush(Qt::NoBrush);
        for (const QPen &pen : {QPen(Qt::white, 6), QPen(onPaper.color(ColorRole::Accent), 2)}) {
            painter.setPen(pen);
            painter.drawRect(placeRect(page, m_dragTo));
        }
    }
}

} // namespace reviewdesk
