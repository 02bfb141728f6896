#include "ui/documents/PageThumbnails.h"

#include <QIcon>
#include <QPixmap>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int mostKept = 300;
constexpr qsizetype mostAsked = 24; ///< more than are in sight at once

} // namespace

PageThumbnailModel::PageThumbnailModel(DocumentRoom &room, QObject *parent)
    : QAbstractListModel(parent), m_room(room), m_images(mostKept)
{
}

void PageThumbnailModel::setDocument(const QString &digest, int pages, double pixelRatio)
{
    beginResetModel();
    for (DocumentRoom::Question &question : m_asked)
        question.stop();
    m_asked.clear();
    m_order.clear();
    m_images.clear();
    m_digest = digest;
    m_pages = pages;
    m_pixelRatio = pixelRatio;
    endResetModel();
}

int PageThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_pages;
}

QVariant PageThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int page = index.row() + 1;
    if (role == Qt::DisplayRole)
        return QString::number(page);
    if (role == Qt::AccessibleTextRole)
        return tr("Page %1").arg(page);
    if (role != Qt::DecorationRole)
        return {};
    if (const QImage *image = m_images.object(page)) {
        QPixmap pixmap = QPixmap::fromImage(*image);
        pixmap.setDevicePixelRatio(m_pixelRatio);
        return pixmap;
    }
    ask(page);
    QPixmap blank(width, height);
    blank.fill(Qt::white);
    return blank;
}

void PageThumbnailModel::ask(int page) const
{
    if (m_asked.contains(page))
        return;
    while (m_order.size() >= mostAsked)
        m_asked.take(m_order.takeFirst()).stop();
    auto *self = const_cast<PageThumbnailModel *>(this);
    m_order.append(page);
    m_asked.insert(page,
        m_room.ask(
            DocumentRoom::Urgency::Soon, this,
            [digest = m_digest, page, ratio = m_pixelRatio](Shelf &shelf) -> Result<QImage> {
                const Result<DocumentPages *> pages = shelf.pages(digest);
                if (!pages)
                    return pages.error();
                const QSizeF points = (*pages)->pointSize(page);
                const QSize size = points.scaled(width * ratio, height * ratio, Qt::KeepAspectRatio).toSize();
                return (*pages)->render(page, size.expandedTo({1, 1}));
            },
            [self, page](const Result<QImage> &image) {
                self->m_asked.remove(page);
                self->m_order.removeOne(page);
                if (!image || image->isNull())
                    return;
                self->m_images.insert(page, new QImage(*image));
                const QModelIndex index = self->index(page - 1);
                Q_EMIT self->dataChanged(index, index, {Qt::DecorationRole});
            }));
}

PageThumbnails::PageThumbnails(DocumentRoom &room, QWidget *parent)
    : QListView(parent), m_model(new PageThumbnailModel(room, this))
{
    setModel(m_model);
    setAccessibleName(tr("Pages of the document"));
    setViewMode(QListView::IconMode);
    setFlow(QListView::TopToBottom);
    setWrapping(false);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setIconSize({PageThumbnailModel::width, PageThumbnailModel::height});
    setGridSize({PageThumbnailModel::width + 24, PageThumbnailModel::height + 30});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFixedWidth(PageThumbnailModel::width + 44);
    setTabKeyNavigation(false);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && !m_following)
            Q_EMIT pageWanted(now.row() + 1);
    });
}

void PageThumbnails::setDocument(const QString &digest, int pages)
{
    m_model->setDocument(digest, pages, devicePixelRatioF());
}

void PageThumbnails::setCurrentPage(int page)
{
    m_following = true;
    setCurrentIndex(m_model->index(page - 1));
    m_following = false;
}

} // namespace reviewdesk
