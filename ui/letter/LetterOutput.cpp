#include "ui/letter/LetterOutput.h"

#include "policy/FileContent.h"
#include "ui/widgets/SavedFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMutex>
#include <QMutexLocker>
#include <QPrintDialog>
#include <QPrinter>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LetterOutput)
};

} // namespace

QString letterFileName(const ComposedLetter &letter)
{
    return QStringLiteral("%1 %2 %3.pdf").arg(letter.caseNumber, toWord(letter.kind), toWord(letter.recipient));
}

Result<QString> writeLetterFile(const QByteArray &bytes, const QString &folder, const QString &name)
{
    const QDir dir(folder);
    const QFileInfo wanted(dir.filePath(name));
    static QMutex naming; // letters are written by several threads
    const QMutexLocker locker(&naming);
    QString path = wanted.filePath();
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = dir.filePath(QStringLiteral("%1 (%2).%3").arg(wanted.completeBaseName()).arg(i).arg(wanted.suffix()));
    if (const Result<void> written = writeWhole(path, bytes); !written)
        return written.error();
    return path;
}

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

Result<bool> saveLetter(const ComposedLetter &letter, PageMark mark, QWidget *parent)
{
    const QString name = askFileName(parent, Say::tr("Save letter"), letterFileName(letter),
        Say::tr("PDF (*.pdf)") + QStringLiteral(";;") + Say::tr("Page for a screen reader (*.html)"));
    if (name.isEmpty())
        return false;
    if (name.endsWith(QLatin1String(".html"), Qt::CaseInsensitive)) {
        const Result<void> written = writeWhole(name, letterHtml(letter).toUtf8());
        return written ? Result<bool>(true) : Result<bool>(written.error());
    }
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const Result<QByteArray> pdf = letterPdf(letter, mark);
    QGuiApplication::restoreOverrideCursor();
    if (!pdf)
        return pdf.error();
    const Result<void> written = writeWhole(name, *pdf);
    return written ? Result<bool>(true) : Result<bool>(written.error());
}

} // namespace reviewdesk
