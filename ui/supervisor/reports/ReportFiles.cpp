#include "ui/supervisor/reports/ReportFiles.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ReportFiles)
};

} // namespace

QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggested).suffix());
    dialog.setDirectory(QFileInfo(folder).isDir() ? folder : QStringLiteral("."));
    dialog.selectFile(suggested);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return dialog.selectedFiles().first();
}

Result<void> writeFile(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() && file.commit())
        return {};
    return Error{QStringLiteral("file"),
        Say::tr("“%1” could not be written: %2. Choose another place.").arg(name, file.errorString()), name};
}

} // namespace reviewdesk
