#include "letter/CasePacket.h"

#include "letter/PacketBinder.h"
#include "letter/PacketText.h"
#include "letter/StableHashes.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>
#include <QMap>
#include <QPainter>
#include <QPdfWriter>

#include <qpdf/Buffer.hh>

#include <exception>

namespace reviewdesk {

namespace {

constexpr double pageWidth = PacketBinder::pageWidth;
constexpr double pageHeight = PacketBinder::pageHeight;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CasePacket)
};

/// In the record's language, whatever the screen's.
QString say(const char *text)
{
    return QString::fromUtf8(text);
}

Error pdfError(const QString &what)
{
    return {QStringLiteral("pdf"), Say::tr("The packet could not be made: %1").arg(what), {}};
}

/// What every page says: captions at the head, case number and page number at the foot.
QByteArray stampPdf(const QString &caseNumber, const QStringList &captions)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(720);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QFont font(QStringLiteral("Liberation Sans"));
    font.setFamilies({QStringLiteral("Liberation Sans"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(8);
    QPainter painter(&writer);
    painter.setFont(font);
    painter.setPen(QColor(0x4a, 0x53, 0x5e));
    constexpr qreal unit = 10; // dots a point
    const QRectF head(36 * unit, 16 * unit, (pageWidth - 72) * unit, 14 * unit);
    const QRectF foot(36 * unit, (pageHeight - 26) * unit, (pageWidth - 72) * unit, 14 * unit);
    for (qsizetype page = 0; page < captions.size(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, say("Case %1").arg(caseNumber));
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
            say("Packet page %1 of %2").arg(page + 1).arg(captions.size()));
        const QString words = painter.fontMetrics().elidedText(
            captions.at(page), Qt::ElideMiddle, static_cast<int>(head.width()));
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    painter.end();
    return bytes;
}

/// Puts the parts together, page by page.
class PacketMaker {
public:
    PacketMaker(const PacketOrder &order, const QList<PacketMark> &marks, const PacketProgress &progress)
        : m_order(order), m_marks(marks), m_progress(progress)
    {
    }

    Result<QByteArray> make()
    {
        if (Result<void> done = addText(); !done)
            return done.error();
        if (Result<void> done = addLetters(); !done)
            return done.error();
        if (Result<void> done = addDocuments(); !done)
            return done.error();
        m_binder.stamp(stampPdf(m_order.reviewCase.number, m_captions));
        return m_binder.write(say("Case packet %1").arg(m_order.reviewCase.number));
    }

private:
    bool goesOn() const
    {
        const int all = static_cast<int>(1 + m_order.letters.size() + m_order.documents.size());
        return !m_progress || m_progress(m_parts, all);
    }
    Result<void> stopped() const { return Error{QStringLiteral("stopped"), Say::tr("The packet was stopped."), {}}; }
    /// Takes pages over, each with its caption; `%1` is its number, `%2` how many there are.
    int add(const QByteArray &pdf, bool whole, const QString &caption)
    {
        const int count = m_binder.addPages(pdf, whole);
        for (int page = 1; page <= count; ++page)
            m_captions.append(caption.isEmpty() ? QString() : say("%1, page %2 of %3").arg(caption).arg(page).arg(count));
        ++m_parts;
        return count;
    }

    Result<void> addText()
    {
        const Result<PacketText> text = paintedText(packetHtml(m_order));
        if (!text)
            return text.error();
        add(text->pdf, true, {});
        for (const PacketText::Heading &heading : text->headings)
            m_binder.bookmark(heading.title, heading.page, 0);
        return {};
    }

    Result<void> addLetters()
    {
        for (const PacketLetter &letter : m_order.letters) {
            if (!goesOn())
                return stopped();
            const int first = m_binder.pages();
            if (&letter == &m_order.letters.constFirst())
                m_binder.bookmark(say("Letters as they were issued"), first, 0);
            m_binder.bookmark(letter.title, first, 1);
            add(letter.pdf, true, {});
        }
        return {};
    }

    Result<void> addDocuments()
    {
        int number = 0;
        for (const PacketDocument &document : m_order.documents) {
            if (!goesOn())
                return stopped();
            if (document.digest.isEmpty() && document.pdf.isEmpty())
                continue; // on paper alone: the list of documents says so
            const int first = m_binder.pages();
            if (Result<void> added = addDocument(document, ++number); !added)
                return added;
            if (number == 1)
                m_binder.bookmark(say("Documents of the record"), first, 0);
            m_binder.bookmark(say("%1. %2").arg(number).arg(document.title), first, 1);
            addMarks(document, first);
        }
        return {};
    }

    Result<void> addDocument(const PacketDocument &document, int number)
    {
        const QString caption = say("Document %1: %2").arg(number).arg(document.title);
        QString why = say("Its pages could not be found in the workspace.");
        if (!document.pdf.isEmpty()) {
            try {
                if (add(document.pdf, false, caption) > 0)
                    return {};
                why = say("It has no pages.");
            } catch (const std::exception &) {
                why = say("Its pages could not be read. The file itself is in the workspace.");
            }
        }
        const Result<PacketText> notice = paintedText(noticeHtml(caption, why));
        if (!notice)
            return notice.error();
        add(notice->pdf, true, {});
        return {};
    }

    void addMarks(const PacketDocument &document, int first)
    {
        if (document.digest.isEmpty())
            return;
        QMap<int, QList<QRectF>> byPage;
        for (const PacketMark &mark : m_marks) {
            const int page = first + mark.page - 1;
            if (mark.digest == document.digest && mark.page > 0 && page < m_binder.pages())
                byPage[page].append(mark.place);
        }
        for (auto page = byPage.cbegin(); page != byPage.cend(); ++page) {
            QList<QRectF> places = page.value();
            places.removeIf([](const QRectF &place) { return place.isEmpty(); });
            if (!places.isEmpty())
                m_binder.mark(page.key(), places);
            m_binder.bookmark(say("%1, page %2 (cited)").arg(document.title).arg(page.key() - first + 1), page.key(), 1);
        }
    }

    const PacketOrder &m_order;
    const QList<PacketMark> &m_marks;
    const PacketProgress &m_progress;
    PacketBinder m_binder;
    QStringList m_captions;
    int m_parts = 0;
};

} // namespace

Result<QByteArray> packetPdf(const PacketOrder &order, const QList<PacketMark> &marks, const PacketProgress &progress)
{
    const StableHashes stable;
    try {
        return PacketMaker(order, marks, progress).make();
    } catch (const std::exception &fault) {
        return pdfError(QString::fromLocal8Bit(fault.what()));
    }
}

Result<QByteArray> picturePdf(const QByteArray &picture)
{
    QBuffer source;
    source.setData(picture);
    source.open(QIODevice::ReadOnly);
    QImageReader reader(&source);
    const int count = qMax(reader.imageCount(), 1);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter;
    for (int page = 0; page < count; ++page) {
        source.seek(0); // Qt's TIFF reader forgets the other pages once it looked at one
        QImageReader one(&source);
        one.setAutoTransform(true);
        if (page > 0 && !one.jumpToImage(page))
            return pdfError(Say::tr("a picture cannot be read"));
        const QImage image = one.read();
        if (image.isNull())
            return pdfError(Say::tr("a picture cannot be read"));
        const QSizeF sheet = QSizeF(image.size()).scaled(QSizeF(pageWidth, pageHeight), Qt::KeepAspectRatio);
        writer.setPageSize(QPageSize(sheet, QPageSize::Point, QString(), QPageSize::ExactMatch));
        if (!(painter.isActive() ? writer.newPage() : painter.begin(&writer)))
            return pdfError(Say::tr("a picture cannot be painted"));
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), image);
    }
    painter.end();
    return bytes;
}

} // namespace reviewdesk
