#pragma once

#include "letter/LetterComposer.h"
#include "support/Result.h"

#include <QByteArray>
#include <QImage>
#include <QList>

class QPagedPaintDevice;

namespace reviewdesk {

/// A mark over every page: none, SAMPLE (sample letterhead), DRAFT (preview of a letter not issued), COPY (a reprint).
enum class PageMark { None, Sample, Draft, Copy };

/// Paints the letter on US Letter pages with page numbers and the case number. Works on QPdfWriter and QPrinter alike.
/// Needs a QGuiApplication. False when the device would not begin or give a page.
bool paintLetter(const ComposedLetter &letter, PageMark mark, QPagedPaintDevice &device);

/// The letter as PDF: embedded fonts, real text in reading order, title and language set, no time stamp: the same
/// letter gives the same bytes.
Result<QByteArray> letterPdf(const ComposedLetter &letter, PageMark mark);

/// Pages as images for a screen preview, `pixelsPerPoint` x 612 by 792 points.
QList<QImage> letterPages(const ComposedLetter &letter, PageMark mark, qreal pixelsPerPoint);

} // namespace reviewdesk
