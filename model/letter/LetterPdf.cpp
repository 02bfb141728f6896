#include "letter/LetterPaper.h"
#include "letter/LetterStructure.h"
#include "letter/PdfTags.h"
#include "letter/StableHashes.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPdfWriter>

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace reviewdesk {

namespace {

Q_LOGGING_CATEGORY(lcPdf, "reviewdesk.letter.pdf")

/// Pages painted; 0 when the letter could not be.
QByteArray paintedPdf(const ComposedLetter &letter, PageMark mark, LetterStructure &structure, int &pages)
{
    const StableHashes stable;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPdfWriter::PdfVersion_A1b);
    writer.setResolution(1440);
    writer.setTitle(letter.title);
    PaperJob job(writer);
    pages = job.add(letter, mark, false, &structure) && job.end() ? job.pages() : 0;
    return bytes;
}

/// The document's own account of itself (XMP), with nothing in it that differs from run to run.
/// `tagged`: with what PDF/A-1 asks for in its level A.
std::string metadata(const ComposedLetter &letter, const QString &language, bool tagged)
{
    return QStringLiteral(
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>%3</pdfaid:conformance>\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>%2</rdf:li></rdf:Bag></dc:language>\n"
        "<xmp:CreatorTool>ReviewDesk</xmp:CreatorTool>\n"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
        .arg(letter.title.toHtmlEscaped(), language, tagged ? QStringLiteral("A") : QStringLiteral("B"))
        .toStdString();
}

/// Most of what the best compression would save, in half its time.
void compressFast()
{
    [[maybe_unused]] static const bool once = (Pl_Flate::setCompressionLevel(3), true);
}

/// Sets tags and language, shows the title, and takes out what differs from run to run: times and the random identifier.
QByteArray finishedPdf(const QByteArray &painted, const ComposedLetter &letter, const LetterStructure &structure)
{
    const QString language = letter.language == u"es" ? QStringLiteral("es-US") : QStringLiteral("en-US");
    QPDF pdf;
    compressFast();
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("letter", painted.constData(), static_cast<std::size_t>(painted.size()));
    correctCharacterMaps(pdf);
    const std::string untagged = writeTags(pdf, structure);
    if (!untagged.empty())
        qCWarning(lcPdf, "a letter stays untagged: %s", untagged.c_str());
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language.toStdString()));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFObjectHandle account = QPDFObjectHandle::newStream(&pdf, metadata(letter, language, untagged.empty()));
    account.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    account.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", account);
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(letter.title.toStdString()));
    info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString("ReviewDesk"));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    pdf.getTrailer().removeKey("/ID");
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setCompressStreams(true);
    writer.setObjectStreamMode(qpdf_o_disable); // PDF/A-1 knows none
    writer.write();
    const std::unique_ptr<Buffer> bytes(writer.getBuffer());
    return QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize()));
}

} // namespace

Result<QByteArray> frozenPdf(const FrozenLetter &letter, const QString &caseNumber)
{
    return letterPdf(ComposedLetter::thawed(letter, caseNumber), letter.sample ? PageMark::Sample : PageMark::None);
}

Result<QByteArray> letterPdf(const ComposedLetter &letter, PageMark mark, int *pages)
{
    int painted = 0;
    LetterStructure structure;
    const QByteArray raw = paintedPdf(letter, mark, structure, painted);
    if (pages)
        *pages = painted;
    if (painted == 0)
        return Error{QStringLiteral("not_painted"),
            QCoreApplication::translate("letter", "The letter could not be painted."), QString()};
    try {
        return finishedPdf(raw, letter, structure);
    } catch (const std::exception &fault) {
        return Error{QStringLiteral("pdf"), QString::fromLocal8Bit(fault.what()), QString()};
    }
}

} // namespace reviewdesk
