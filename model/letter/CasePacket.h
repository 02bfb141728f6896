#pragma once

#include "cases/Rulebook.h"
#include "support/Result.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>

#include <functional>

namespace reviewdesk {

/// A document of the record as it goes into a packet.
struct PacketDocument {
    QString title;
    QString type; ///< in words
    QString digest; ///< by which sources name it; empty: known on paper alone
    QString note; ///< "received 20 Nov 2026"
    QByteArray pdf; ///< its pages; empty: none are at hand
};

/// A step of the case's history, in words.
struct PacketEvent {
    QString at;
    QString who;
    QString what;
};

/// A letter as it was issued.
struct PacketLetter {
    QString title; ///< with to whom and when
    QByteArray pdf;
};

/// What the packet of a case is made of.
struct PacketOrder {
    const ReviewCase &reviewCase;
    const CaseView &view;
    const Rulebook &rulebook;
    QString organisation;
    QString standing; ///< "Denied, round 1"
    QList<PacketEvent> history; ///< oldest first
    QList<PacketLetter> letters;
    QList<PacketDocument> documents;
};

/// Where a source points: a rectangle of a page of a document, in parts of the page from its upper left corner.
struct PacketMark {
    QString digest;
    int page = 0; ///< from 1
    QRectF place; ///< 0 … 1

    friend bool operator==(const PacketMark &, const PacketMark &) = default;
};

/// The whole case as one PDF for who hears an appeal: facts with their sources, the criteria in the policy's words with
/// their status, the history, the letters as they were issued, and the documents page by page with the cited places
/// marked; those known on paper alone are only listed. Every page has the case number and "page n of m"; the bookmarks lead to parts, letters, documents and cited
/// pages. The same case gives the same bytes. A document that cannot be read as PDF has a page that says so. `progress`
/// (pages done, pages in all) false ends it with `stopped`; error `pdf`. Needs a QGuiApplication; on any one thread.
using PacketProgress = std::function<bool(int done, int of)>;
Result<QByteArray> packetPdf(
    const PacketOrder &order, const QList<PacketMark> &marks, const PacketProgress &progress = {});

/// A picture's pages as PDF, each of the picture's own shape: for PacketDocument::pdf. Error `pdf` where it is none.
Result<QByteArray> picturePdf(const QByteArray &picture);

} // namespace reviewdesk
