#pragma once

#include "ui/documents/DocumentRoom.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QMap>
#include <QTimer>

namespace reviewdesk {

/// The pages of one document, one below the other. Only pages in sight are drawn, on the room's thread, and the memory
/// holds a few of them. A passage is selected by dragging, or by keys sentence by sentence; a page without text takes a
/// rectangle, which Return begins by keys.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(DocumentRoom &room, QWidget *parent = nullptr);

    /// Empty digest: nothing. Selection and marks go.
    void setDocument(const QString &digest, int pages);
    const QString &digest() const { return m_digest; }
    int pageCount() const { return m_pages; }
    int currentPage() const; ///< the one that takes most of the view; 0 without a document
    void goToPage(int page);

    static constexpr int leastZoom = 25; ///< per cent of the paper's size
    static constexpr int mostZoom = 400;
    int zoom() const;
    void setZoom(int percent); ///< 0: the width of the view
    bool fitsWidth() const { return m_zoom == 0; }

    /// What is pointed out besides the selection: the source of an answer, places of words that were looked for.
    enum class Mark { Source, Found, Current };
    void setMarks(Mark mark, const QMap<int, QList<PagePlace>> &byPage);
    /// Brings a place into sight, a third of the way down.
    void showPlace(int page, const PagePlace &place);

    struct Selected {
        int page = 0; ///< 0: nothing is selected
        PageSelection selection;
    };
    const Selected &selected() const { return m_selected; }
    void select(int page, const PageSelection &selection);
    void clearSelection() { select(0, {}); }
    void selectText(int page, const TextRange &range); ///< its places come by and by

    bool isFraming() const; ///< a rectangle is being drawn by keys
    QString frameWords() const; ///< where it is

    void forgetPage(int page); ///< its text is another one now
    bool isDrawn(int page) const { return m_images.contains(page); } ///< at any size
    qint64 memory() const { return qint64{m_images.totalCost()} * 1024; } ///< bytes that drawn pages take

Q_SIGNALS:
    void pageChanged(int page);
    void zoomChanged();
    void selectionChanged();
    void sourceWanted(); ///< Return on what is selected
    void failed(const reviewdesk::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Sight {
        int first = 0;
        int last = 0;
    };
    struct Drawn {
        QImage image;
        int width = 0; ///< device pixels that it was asked for
    };

    QSizeF sizeOf(int page) const; ///< points
    double scale() const; ///< widget pixels a point
    void layOut();
    QRect pageRect(int page) const; ///< in the viewport
    QRect placeRect(int page, const PagePlace &place) const;
    Sight inSight() const;
    int pageAt(const QPoint &point) const; ///< 0: between pages
    PagePlace pointOn(int page, const QPoint &point) const;
    void wantPages();
    void askForPage(int page, int width);
    void takePage(int page, int width, const QImage &image, const QSizeF &points);
    void paintPage(QPainter &painter, int page);
    void paintMarks(QPainter &painter, int page);
    void dragTo(const QPoint &point);
    void startFrame();
    void showFrame();
    void takeFrame();
    void dropFrame();
    bool frameKey(QKeyEvent *event);
    void moveSelection(int by);
    void growSelection(int by);
    void withText(int page, const std::function<void(const DocumentText &)> &then);
    void announcePage();
    void zoomBy(int steps);

    DocumentRoom &m_room;
    QString m_digest;
    int m_pages = 0;
    int m_zoom = 0; ///< per cent; 0: the view's width
    QSizeF m_usual; ///< size of a page that was not drawn yet, points
    QMap<int, QSizeF> m_sizes; ///< of pages that differ
    QList<int> m_tops; ///< of each page from the document's top, pixels; one more: the end
    QCache<int, Drawn> m_images; ///< cost in KiB
    QMap<int, std::pair<int, DocumentRoom::Question>> m_asked; ///< page: width
    QTimer m_wanting;
    QMap<Mark, QMap<int, QList<PagePlace>>> m_marks;
    Selected m_selected;
    int m_shownPage = 0;
    int m_dragPage = 0;
    bool m_dragFrame = false;
    bool m_framing = false; ///< by keys
    PagePlace m_dragFrom;
    PagePlace m_dragTo;
    DocumentRoom::Question m_drag;
};

} // namespace reviewdesk
