#include "ui/letter/LetterOutput.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LetterOutput)
};

QString suggestedFile(const ComposedLetter &letter)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    // no member's name in a file name
    return QStringLiteral("%1/%2 %3 %4.pdf")
        .arg(QFileInfo(folder).isDir() ? folder : QStringLiteral("."), letter.caseNumber, toWord(letter.kind),
            toWord(letter.recipient));
}

} // namespace

Result<bool> printLetter(const ComposedLetter &letter, PageMark mark, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(Say::tr("Letter %1").arg(letter.caseNumber));
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(Say::tr("Print letter"));
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const int copies = printer.supportsMultipleCopies() ? 1 : qMax(1, printer.copyCount());
    for (int copy = 0; copy < copies; ++copy) {
        if (!paintLetter(letter, mark, printer))
            return Error{QStringLiteral("print"),
                Say::tr("The printer did not take the letter. Check that it is on, then print again; nothing was "
                        "counted as printed."),
                printer.printerName()};
    }
    return true;
}

Result<bool> saveLetterPdf(const ComposedLetter &letter, PageMark mark, QWidget *parent)
{
    QFileDialog dialog(parent, Say::tr("Save letter as PDF"), {}, Say::tr("PDF (*.pdf)"));
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("pdf"));
    const QFileInfo suggested(suggestedFile(letter));
    dialog.setDirectory(suggested.path());
    dialog.selectFile(suggested.fileName());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return false;
    const QString name = dialog.selectedFiles().first();
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const Result<QByteArray> pdf = letterPdf(letter, mark);
    QGuiApplication::restoreOverrideCursor();
    if (!pdf)
        return pdf.error();
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size() || !file.flush() ||
        !file.commit()) // commit() alone does not see that the last buffer had no room
        return Error{QStringLiteral("file"),
            Say::tr("“%1” could not be written: %2. Choose another place.").arg(name, file.errorString()), name};
    return true;
}

} // namespace reviewdesk
