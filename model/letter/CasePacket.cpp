#include "letter/CasePacket.h"

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
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace reviewdesk {

namespace {

constexpr double pageWidth = 612; // points, US Letter
constexpr double pageHeight = 792;

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

/// Pages put one behind the other, with bookmarks. Every page becomes one of US Letter that holds the original as it
/// was, scaled to fit where it is larger.
class PacketBinder {
public:
    PacketBinder()
    {
        m_out.setSuppressWarnings(true);
        m_out.emptyPDF();
    }

    int pages() const { return static_cast<int>(m_pages.size()); }
    /// Takes a PDF's pages; throws what qpdf throws, before anything of it was added.
    int addPages(const QByteArray &pdf, bool whole)
    {
        auto source = std::make_shared<QPDF>();
        source->setSuppressWarnings(true);
        source->processMemoryFile("part", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(*source).getAllPages();
        m_sources.push_back(source); // streams are read when the packet is written
        m_bytes.append(pdf);
        std::vector<QPDFObjectHandle> forms;
        for (QPDFPageObjectHelper &page : pages)
            forms.push_back(m_out.copyForeignObject(page.getFormXObjectForPage()));
        for (const QPDFObjectHandle &form : forms)
            addPage(form, whole);
        return static_cast<int>(forms.size());
    }
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

std::string number(double value)
{
    return QByteArray::number(value, 'f', 3).toStdString();
}

/// `whole`: a page of our own, which fills the sheet; others leave room for what is said at head and foot.
void PacketBinder::addPage(QPDFObjectHandle form, bool whole)
{
    QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 612 792] /Resources << /XObject << >> >> >>");
    page = m_out.makeIndirectObject(page);
    page.getKey("/Resources").getKey("/XObject").replaceKey("/Fx0", form);
    QPDFPageObjectHelper helper(page);
    const double side = whole ? 0 : 36;
    const double head = whole ? 0 : 40;
    const double foot = whole ? 0 : 40;
    const QPDFObjectHandle::Rectangle room(side, foot, pageWidth - side, pageHeight - head);
    QPDFMatrix matrix;
    const std::string placed = helper.placeFormXObject(form, "/Fx0", room, matrix, false, true, false);
    QPDFObjectHandle::Rectangle box = form.getDict().getKey("/BBox").getArrayAsRectangle();
    if (form.getDict().getKey("/Matrix").isMatrix()) // of a page that is turned
        box = QPDFMatrix(form.getDict().getKey("/Matrix").getArrayAsMatrix()).transformRectangle(box);
    const QPDFObjectHandle::Rectangle area = matrix.transformRectangle(box);
    m_pages.push_back({page, QRectF(area.llx, area.lly, area.urx - area.llx, area.ury - area.lly)});
    addContent(page, placed);
    QPDFPageDocumentHelper(m_out).addPage(QPDFPageObjectHelper(page), false);
}

void PacketBinder::addContent(QPDFObjectHandle page, const std::string &content)
{
    QPDFPageObjectHelper(page).addPageContents(QPDFObjectHandle::newStream(&m_out, content + "\n"), false);
}

/// A frame and a wash of yellow that print well in grey.
void PacketBinder::mark(int page, const QList<QRectF> &places)
{
    const Page &target = m_pages.at(static_cast<std::size_t>(page));
    std::string content = "q 0.75 w 0.72 0.52 0.04 RG\n";
    for (const QRectF &place : places) {
        const QRectF on(target.area.left() + place.left() * target.area.width(),
            target.area.top() + (1 - place.bottom()) * target.area.height(), place.width() * target.area.width(),
            place.height() * target.area.height());
        content += number(on.left() - 1.5) + ' ' + number(on.top() - 1.5) + ' ' + number(on.width() + 3) + ' ' +
            number(on.height() + 3) + " re S\n";
    }
    addContent(target.object, content + "Q");
}

void PacketBinder::stamp(const QByteArray &overlay)
{
    auto source = std::make_shared<QPDF>();
    source->setSuppressWarnings(true);
    source->processMemoryFile("stamp", overlay.constData(), static_cast<std::size_t>(overlay.size()));
    std::vector<QPDFPageObjectHelper> stamps = QPDFPageDocumentHelper(*source).getAllPages();
    for (std::size_t i = 0; i < stamps.size() && i < m_pages.size(); ++i) {
        QPDFObjectHandle form = m_out.copyForeignObject(stamps.at(i).getFormXObjectForPage());
        m_pages.at(i).object.getKey("/Resources").getKey("/XObject").replaceKey("/Stamp", form);
        addContent(m_pages.at(i).object, "q /Stamp Do Q");
    }
    m_sources.push_back(std::move(source));
    m_bytes.append(overlay);
}

/// The tree that viewers show beside the pages (ISO 32000-1, 12.3.3). Of two ranks.
void PacketBinder::writeOutline()
{
    QPDFObjectHandle root = m_out.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    QPDFObjectHandle parents[2] = {root, root};
    QPDFObjectHandle last[2];
    int counts[2] = {0, 0};
    const auto close = [&](int rank) {
        if (last[rank].isInitialized()) {
            parents[rank].replaceKey("/Last", last[rank]);
            parents[rank].replaceKey("/Count", QPDFObjectHandle::newInteger(rank == 0 ? counts[0] : -counts[1]));
        }
        last[rank] = QPDFObjectHandle();
        counts[rank] = 0;
    };
    for (const Bookmark &each : m_bookmarks) {
        QPDFObjectHandle item = m_out.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(each.title.toStdString()));
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(m_pages.at(static_cast<std::size_t>(each.page)).object);
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        item.replaceKey("/Dest", target);
        if (each.rank == 0)
            close(1);
        item.replaceKey("/Parent", parents[each.rank]);
        if (last[each.rank].isInitialized()) {
            last[each.rank].replaceKey("/Next", item);
            item.replaceKey("/Prev", last[each.rank]);
        } else {
            parents[each.rank].replaceKey("/First", item);
        }
        last[each.rank] = item;
        ++counts[each.rank];
        if (each.rank == 0)
            parents[1] = item;
    }
    close(1);
    close(0);
    m_out.getRoot().replaceKey("/Outlines", root);
    m_out.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

QByteArray PacketBinder::write(const QString &title)
{
    writeOutline();
    m_out.getRoot().replaceKey("/Lang", QPDFObjectHandle::newUnicodeString("en-US"));
    m_out.getRoot().replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title.toStdString()));
    info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString("ReviewDesk"));
    m_out.getTrailer().replaceKey("/Info", m_out.makeIndirectObject(info));
    QPDFWriter writer(m_out);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setCompressStreams(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::unique_ptr<Buffer> bytes(writer.getBuffer());
    return QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize()));
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
