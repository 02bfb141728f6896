#include "letter/LetterPaper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace reviewdesk {

namespace {

/// Pages painted; 0 when the letter could not be.
QByteArray paintedPdf(const ComposedLetter &letter, PageMark mark, int &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(1440);
    writer.setTitle(letter.title);
    PaperJob job(writer);
    pages = job.add(letter, mark) && job.end() ? job.pages() : 0;
    return bytes;
}

/// Sets the language, shows the title, and takes out what differs from run to run: times and the random identifier.
QByteArray finishedPdf(const QByteArray &painted, const ComposedLetter &letter)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("letter", painted.constData(), static_cast<std::size_t>(painted.size()));
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(letter.language == u"es" ? "es-US" : "en-US"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    root.removeKey("/Metadata");
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(letter.title.toStdString()));
    info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString("ReviewDesk"));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    pdf.getTrailer().removeKey("/ID");
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setCompressStreams(true);
    writer.write();
    const std::unique_ptr<Buffer> bytes(writer.getBuffer());
    return QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize()));
}

} // namespace

Result<QByteArray> letterPdf(const ComposedLetter &letter, PageMark mark, int *pages)
{
    int painted = 0;
    const QByteArray raw = paintedPdf(letter, mark, painted);
    if (pages)
        *pages = painted;
    if (painted == 0)
        return Error{QStringLiteral("not_painted"),
            QCoreApplication::translate("letter", "The letter could not be painted."), QString()};
    try {
        return finishedPdf(raw, letter);
    } catch (const std::exception &fault) {
        return Error{QStringLiteral("pdf"), QString::fromLocal8Bit(fault.what()), QString()};
    }
}

} // namespace reviewdesk
