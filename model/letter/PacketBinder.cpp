#include "letter/PacketBinder.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace reviewdesk {

namespace {

std::string number(double value)
{
    return QByteArray::number(value, 'f', 3).toStdString();
}

} // namespace

PacketBinder::PacketBinder()
{
    m_out.setSuppressWarnings(true);
    m_out.emptyPDF();
}

int PacketBinder::addPages(const QByteArray &pdf, bool whole)
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

} // namespace reviewdesk
