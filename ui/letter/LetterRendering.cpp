#include "ui/letter/LetterRendering.h"

#include "letter/LetterLayout.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace reviewdesk {

namespace {

RenderedLetter render(const ComposedLetter &letter, PageMark mark, qreal pixelsPerPoint)
{
    RenderedLetter rendered;
    rendered.pages = letterPages(letter, mark, pixelsPerPoint);
    const LetterLayout layout(letter);
    for (const ChecklistRow &row : letter.checklist) {
        const std::optional<QRectF> box = layout.placeOf(row.anchor);
        if (!box)
            continue;
        const int page = static_cast<int>(box->top() / LetterLayout::pageHeight);
        const QRectF onPage = box->translated(0, -page * LetterLayout::pageHeight);
        rendered.places.insert(row.anchor,
            {page,
                QRectF(onPage.topLeft() / LetterLayout::unitsPerPoint, onPage.size() / LetterLayout::unitsPerPoint)});
    }
    return rendered;
}

} // namespace

void renderLetter(const ComposedLetter &letter, PageMark mark, qreal pixelsPerPoint, const QObject *context,
    std::function<void(const RenderedLetter &)> then)
{
    QThreadPool::globalInstance()->start(
        [letter, mark, pixelsPerPoint, guard = QPointer<const QObject>(context), then = std::move(then)]() mutable {
            auto rendered = std::make_shared<const RenderedLetter>(render(letter, mark, pixelsPerPoint));
            // the guard is asked on the GUI thread only, where its object lives and dies
            QMetaObject::invokeMethod(
                qApp,
                [rendered, guard = std::move(guard), then = std::move(then)] {
                    if (guard)
                        then(*rendered);
                },
                Qt::QueuedConnection);
        });
}

} // namespace reviewdesk
