#pragma once

#include "letter/LetterComposer.h"
#include "support/Result.h"

#include <QByteArray>
#include <QImage>
#include <QList>

#include <memory>

class QPagedPaintDevice;
class QPainter;

namespace reviewdesk {

struct LetterStructure;

/// A mark over every page, in the letter's words: none, SAMPLE (sample letterhead), DRAFT (preview of a letter not
/// issued), COPY (a reprint).
enum class PageMark { None, Sample, Draft, Copy };

/// Letters one after the other on one device, as one print job: US Letter pages with page numbers and the case number.
/// Works on QPdfWriter and QPrinter alike. Needs a QGuiApplication; all calls are made on one thread.
class PaperJob {
public:
    explicit PaperJob(QPagedPaintDevice &device);
    ~PaperJob();

    /// False when the device would not begin or give a page; what follows fails then, too. Where both sides of a sheet
    /// are printed (`twoSided`), every letter begins a sheet of its own. `structure`: see LetterLayout.
    bool add(const ComposedLetter &letter, PageMark mark, bool twoSided = false, LetterStructure *structure = nullptr);
    /// Hands the pages over; false when the device did not take them. Nothing is handed over without it.
    bool end();
    int pages() const { return m_pages; }

private:
    QPagedPaintDevice &m_device;
    std::unique_ptr<QPainter> m_painter;
    int m_pages = 0;
    bool m_failed = false;
};

/// One letter as a job of its own.
bool paintLetter(const ComposedLetter &letter, PageMark mark, QPagedPaintDevice &device);

/// The letter as a tagged PDF/A-1a, as far as Qt writes it: embedded fonts, real text with its structure in reading order,
/// title and language set, no time stamp: the same letter gives the same bytes. `pages`: how many it has. One whose tags
/// could not be written says that it is PDF/A-1b.
Result<QByteArray> letterPdf(const ComposedLetter &letter, PageMark mark, int *pages = nullptr);

/// A letter as it was issued, with the mark of its letterhead.
Result<QByteArray> frozenPdf(const FrozenLetter &letter, const QString &caseNumber);

/// Pages as images for a screen preview, `pixelsPerPoint` x 612 by 792 points.
QList<QImage> letterPages(const ComposedLetter &letter, PageMark mark, qreal pixelsPerPoint);

} // namespace reviewdesk
