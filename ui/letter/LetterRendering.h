#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"

#include <QHash>
#include <QObject>
#include <QRectF>

#include <functional>

namespace reviewdesk {

/// A letter as pictures of its pages, with where its anchors stand.
struct RenderedLetter {
    QList<QImage> pages;
    struct Place {
        int page = 0;
        QRectF box; ///< in points on its page
    };
    QHash<QString, Place> places; ///< by anchor, those of the checklist
};

/// Lays the letter out and paints it on a thread of the pool; `then` is called on this thread unless `context` has
/// died.
void renderLetter(const ComposedLetter &letter, PageMark mark, qreal pixelsPerPoint, const QObject *context,
    std::function<void(const RenderedLetter &)> then);

} // namespace reviewdesk
