#include "ui/documents/PageView.h"

#include "ui/widgets/Theme.h"

#include <QAccessibleWidget>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int gap = 12; ///< between pages and around them, pixels
constexpr int mostDrawn = 72 * 1024; ///< KiB of drawn pages
constexpr int widestPage = 4000; ///< device pixels
constexpr double pixelsAPoint = 96.0 / 72; ///< at 100 per cent

using When = DocumentRoom::Urgency;

/// Of itself it would be a filler, which a screen reader passes over.
QAccessibleInterface *spoken(const QString &, QObject *object)
{
    auto *view = qobject_cast<PageView *>(object);
    return view ? new QAccessibleWidget(view, QAccessible::Document) : nullptr;
}

} // namespace

PageView::PageView(DocumentRoom &room, QWidget *parent)
    : QAbstractScrollArea(parent), m_room(room), m_usual(612, 792), m_images(mostDrawn)
{
    static const bool known = [] {
        QAccessible::installFactory(spoken);
        return true;
    }();
    Q_UNUSED(known)
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(40);
    m_wanting.setSingleShot(true);
    m_wanting.setInterval(15); // a frame: while one scrolls on, pages rushing by are not drawn
    connect(&m_wanting, &QTimer::timeout, this, &PageView::wantPages);
}

void PageView::setDocument(const QString &digest, int pages)
{
    if (digest == m_digest && pages == m_pages)
        return;
    for (auto &asked : m_asked)
        asked.second.stop();
    m_asked.clear();
    m_images.clear();
    m_sizes.clear();
    m_marks.clear();
    m_digest = digest;
    m_pages = digest.isEmpty() ? 0 : pages;
    m_usual = QSizeF(612, 792);
    m_shownPage = 0;
    m_framing = m_dragFrame = false;
    m_dragPage = 0;
    clearSelection();
    layOut();
    verticalScrollBar()->setValue(0);
    m_wanting.start();
    viewport()->update();
    announcePage();
}

QSizeF PageView::sizeOf(int page) const
{
    return m_sizes.value(page, m_usual);
}

double PageView::scale() const
{
    if (m_zoom > 0)
        return m_zoom / 100.0 * pixelsAPoint;
    return std::max(100, viewport()->width() - 2 * gap) / m_usual.width();
}

int PageView::zoom() const
{
    return qRound(scale() / pixelsAPoint * 100);
}

void PageView::setZoom(int percent)
{
    const int wanted = percent > 0 ? std::clamp(percent, leastZoom, mostZoom) : 0;
    if (wanted == m_zoom)
        return;
    const int page = currentPage();
    const double through = page > 0 && m_tops.size() > page
        ? double(verticalScrollBar()->value() - m_tops.at(page - 1)) / std::max(1, pageRect(page).height())
        : 0;
    m_zoom = wanted;
    layOut();
    if (page > 0)
        verticalScrollBar()->setValue(m_tops.at(page - 1) + qRound(through * pageRect(page).height()));
    m_wanting.start();
    viewport()->update();
    Q_EMIT zoomChanged();
}

void PageView::zoomBy(int steps)
{
    static constexpr int levels[] = {25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400};
    int to = zoom();
    for (; steps > 0; --steps)
        to = *std::upper_bound(std::begin(levels), std::end(levels) - 1, to);
    for (; steps < 0; ++steps) {
        const int *above = std::lower_bound(std::begin(levels), std::end(levels), to);
        to = above == std::begin(levels) ? leastZoom : *(above - 1);
    }
    setZoom(to);
}

/// The height of each page follows from what is known of its size; where the reader is stays where it is.
void PageView::layOut()
{
    m_tops.resize(m_pages + 1);
    int top = gap;
    double widest = 0;
    for (int page = 1; page <= m_pages; ++page) {
        m_tops[page - 1] = top;
        top += qRound(sizeOf(page).height() * scale()) + gap;
    }
    m_tops[m_pages] = top;
    widest = m_usual.width() * scale();
    for (const QSizeF &size : std::as_const(m_sizes))
        widest = std::max(widest, size.width() * scale());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, m_pages > 0 ? std::max(0, top - viewport()->height()) : 0);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, qRound(widest) + 2 * gap - viewport()->width()));
}

QRect PageView::pageRect(int page) const
{
    const QSizeF size = sizeOf(page) * scale();
    const int width = qRound(size.width());
    const int free = viewport()->width() - width;
    const int left = free > 2 * gap ? free / 2 : gap - horizontalScrollBar()->value();
    return {left, m_tops.value(page - 1) - verticalScrollBar()->value(), width, qRound(size.height())};
}

QRect PageView::placeRect(int page, const PagePlace &place) const
{
    const QRect paper = pageRect(page);
    const auto across = [&paper](int part) { return qRound(double(part) * paper.width() / PagePlace::whole); };
    const auto down = [&paper](int part) { return qRound(double(part) * paper.height() / PagePlace::whole); };
    return QRect(paper.left() + across(place.left), paper.top() + down(place.top), across(place.width),
        down(place.height))
        .adjusted(-2, -2, 2, 2);
}

PageView::Sight PageView::inSight() const
{
    if (m_pages == 0)
        return {0, -1};
    const int top = verticalScrollBar()->value();
    const auto pageFrom = [this](int y) {
        const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
        return std::clamp(static_cast<int>(after - m_tops.begin()), 1, m_pages);
    };
    return {pageFrom(top), pageFrom(top + viewport()->height())};
}

int PageView::currentPage() const
{
    if (m_pages == 0)
        return 0;
    const auto after = std::upper_bound(
        m_tops.begin(), m_tops.end() - 1, verticalScrollBar()->value() + viewport()->height() / 3);
    return std::clamp(static_cast<int>(after - m_tops.begin()), 1, m_pages);
}

void PageView::goToPage(int page)
{
    if (m_pages == 0)
        return;
    verticalScrollBar()->setValue(m_tops.at(std::clamp(page, 1, m_pages) - 1) - gap / 2);
}

void PageView::showPlace(int page, const PagePlace &place)
{
    if (page < 1 || page > m_pages)
        return;
    const int height = qRound(sizeOf(page).height() * scale());
    verticalScrollBar()->setValue(
        m_tops.at(page - 1) + int(qint64{height} * place.top / PagePlace::whole) - viewport()->height() / 3);
    const QRect shown = placeRect(page, place);
    if (shown.left() < 0 || shown.right() > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + shown.left() - gap);
}

/// Asks for the pages in sight and the next ones, and lets go of what was asked for and is not wanted any more.
void PageView::wantPages()
{
    const Sight sight = inSight();
    const int first = std::max(1, sight.first - 1);
    const int last = std::min(m_pages, sight.last + 1);
    for (auto asked = m_asked.begin(); asked != m_asked.end();) {
        if (asked.key() >= first && asked.key() <= last) {
            ++asked;
            continue;
        }
        asked->second.stop();
        asked = m_asked.erase(asked);
    }
    const double ratio = devicePixelRatioF();
    for (int page = first; page <= last; ++page) {
        const int width = std::min(widestPage, qRound(sizeOf(page).width() * scale() * ratio));
        const Drawn *drawn = m_images.object(page);
        const bool asked = m_asked.contains(page) && m_asked.value(page).first == width;
        if (!asked && (!drawn || drawn->width != width))
            askForPage(page, width);
    }
}

void PageView::askForPage(int page, int width)
{
    if (m_asked.contains(page))
        m_asked[page].second.stop();
    struct Answer {
        QImage image;
        QSizeF points;
    };
    const Sight sight = inSight();
    const bool now = page >= sight.first && page <= sight.last;
    const auto question = m_room.ask(
        now ? When::Now : When::Soon, this,
        [digest = m_digest, page, width](Shelf &shelf) -> Result<Answer> {
            const Result<DocumentPages *> pages = shelf.pages(digest);
            if (!pages)
                return pages.error();
            const QSizeF points = (*pages)->pointSize(page);
            const int height = std::max(1, qRound(width * points.height() / points.width()));
            return Answer{(*pages)->render(page, {width, std::min(height, 4 * widestPage)}), points};
        },
        [this, page, width](const Result<Answer> &answer) {
            m_asked.remove(page);
            if (answer)
                takePage(page, width, answer->image, answer->points);
            else
                Q_EMIT failed(answer.error());
        });
    m_asked.insert(page, std::make_pair(width, question));
}

void PageView::takePage(int page, int width, const QImage &image, const QSizeF &points)
{
    if (m_sizes.isEmpty() && m_images.isEmpty())
        m_usual = points; // the others of a document are mostly like the first one that is seen
    const bool differs = points != sizeOf(page);
    if (points != m_usual)
        m_sizes.insert(page, points);
    auto *drawn = new Drawn{image, width};
    m_images.insert(page, drawn, std::max(1, int(image.sizeInBytes() / 1024)));
    if (differs || m_tops.isEmpty() || m_images.size() == 1) {
        const int current = currentPage();
        const int before = m_tops.value(current - 1);
        layOut();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + m_tops.value(current - 1) - before);
        m_wanting.start();
    }
    viewport()->update();
}

void PageView::setMarks(Mark mark, const QMap<int, QList<PagePlace>> &byPage)
{
    m_marks[mark] = byPage;
    viewport()->update();
}

void PageView::select(int page, const PageSelection &selection)
{
    m_drag.stop();
    m_selected = {selection.isEmpty() ? 0 : page, selection};
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::selectText(int page, const TextRange &range)
{
    m_drag.stop();
    m_drag = m_room.ask(
        When::Now, this,
        [digest = m_digest, page, range](Shelf &shelf) -> Result<PageSelection> {
            const Result<DocumentText> text = shelf.text(digest, page);
            if (!text)
                return text.error();
            const Result<QList<PagePlace>> places = shelf.places(digest, page, range);
            if (!places)
                return places.error();
            return PageSelection{range, quoteOf(text->text, range), *places};
        },
        [this, page](const Result<PageSelection> &selection) {
            if (!selection || selection->isEmpty())
                return;
            select(page, *selection);
            const QRect shown = placeRect(page, selection->places.first());
            if (shown.top() < 0 || shown.bottom() > viewport()->height())
                showPlace(page, selection->places.first());
        });
}

void PageView::forgetPage(int page)
{
    if (m_selected.page == page)
        clearSelection();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (!m_wanting.isActive())
        m_wanting.start();
    announcePage();
}

void PageView::announcePage()
{
    const int page = currentPage();
    if (page == m_shownPage)
        return;
    m_shownPage = page;
    setAccessibleName(page > 0 ? tr("Page %1 of %2").arg(page).arg(m_pages) : tr("No document"));
    Q_EMIT pageChanged(page);
}

void PageView::resizeEvent(QResizeEvent *event)
{
    const int page = currentPage();
    layOut();
    if (fitsWidth() && page > 0 && event->oldSize().width() != event->size().width()) {
        goToPage(page);
        Q_EMIT zoomChanged();
    }
    m_wanting.start();
    announcePage();
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme theme = Theme::current();
    painter.fillRect(viewport()->rect(), theme.color(ColorRole::Sidebar));
    const Sight sight = inSight();
    for (int page = sight.first; page <= sight.last; ++page)
        paintPage(painter, page);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::paintPage(QPainter &painter, int page)
{
    const QRect paper = pageRect(page);
    painter.fillRect(paper, Qt::white); // paper is white in the dark too
    if (const Drawn *drawn = m_images.object(page)) {
        painter.drawImage(paper, drawn->image);
    } else {
        painter.setPen(QColor(0x59, 0x63, 0x70));
        painter.drawText(paper, Qt::AlignCenter, tr("Page %1").arg(page));
    }
    paintMarks(painter, page);
    painter.setPen(Theme::current().color(ColorRole::Line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(paper.adjusted(0, 0, -1, -1));
}

void PageView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void PageView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace reviewdesk
