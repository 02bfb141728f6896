#pragma once

#include "ui/documents/DocumentRoom.h"

#include <QAbstractListModel>
#include <QCache>
#include <QListView>

namespace reviewdesk {

/// Small pictures of a document's pages, drawn as they come into sight; a few hundred are kept.
class PageThumbnailModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit PageThumbnailModel(DocumentRoom &room, QObject *parent = nullptr);

    static constexpr int width = 84; ///< of a picture, in widget pixels
    static constexpr int height = 110;

    void setDocument(const QString &digest, int pages, double pixelRatio);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void ask(int page) const;

    DocumentRoom &m_room;
    QString m_digest;
    int m_pages = 0;
    double m_pixelRatio = 1;
    mutable QCache<int, QImage> m_images;
    mutable QHash<int, DocumentRoom::Question> m_asked;
    mutable QList<int> m_order; ///< of asking: those scrolled past are let go
};

/// The list of them beside the pages.
class PageThumbnails : public QListView {
    Q_OBJECT
public:
    explicit PageThumbnails(DocumentRoom &room, QWidget *parent = nullptr);

    void setDocument(const QString &digest, int pages);
    void setCurrentPage(int page);

Q_SIGNALS:
    void pageWanted(int page);

private:
    PageThumbnailModel *m_model;
    bool m_following = false; ///< the current one is set from outside
};

} // namespace reviewdesk
