#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <memory>
#include <string>
#include <vector>

namespace reviewdesk {

/// Pages put one behind the other, with bookmarks. Every page becomes one of US Letter that holds the original as it
/// was, scaled to fit where it is larger.
class PacketBinder {
public:
    static constexpr double pageWidth = 612; // points, US Letter
    static constexpr double pageHeight = 792;

    PacketBinder();

    int pages() const { return static_cast<int>(m_pages.size()); }
    /// Takes a PDF's pages; throws what qpdf throws, before anything of it was added.
    int addPages(const QByteArray &pdf, bool whole);
    void mark(int page, const QList<QRectF> &places);
    void bookmark(const QString &title, int page, int rank) { m_bookmarks.append({title, page, rank}); }
    /// Lays `overlay`, a PDF of as many pages, over the packet's.
    void stamp(const QByteArray &overlay);
    QByteArray write(const QString &title);

private:
    struct Bookmark {
        QString title;
        int page = 0; ///< from 0
        int rank = 0; ///< 0: of the first
    };
    struct Page {
        QPDFObjectHandle object;
        QRectF area; ///< of the original on it, in points from the lower left corner
    };

    void addPage(QPDFObjectHandle form, bool whole);
    void addContent(QPDFObjectHandle page, const std::string &content);
    void writeOutline();

    QPDF m_out;
    std::vector<std::shared_ptr<QPDF>> m_sources;
    QList<QByteArray> m_bytes; ///< that the sources read
    std::vector<Page> m_pages;
    QList<Bookmark> m_bookmarks;
};

} // namespace reviewdesk
