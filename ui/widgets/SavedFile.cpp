#include "ui/widgets/SavedFile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SavedFile)
};

/// "PDF (*.pdf)": "pdf".
QString suffixOf(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
    return pattern.match(filter).captured(1);
}

} // namespace

QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QStringLiteral(".");
}

QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filters)
{
    QFileDialog dialog(parent, title, documentsFolder(), filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggested).suffix());
    dialog.selectFile(suggested);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &filter) {
        if (const QString suffix = suffixOf(filter); !suffix.isEmpty())
            dialog.setDefaultSuffix(suffix);
    });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return dialog.selectedFiles().constFirst();
}

Result<void> writeWhole(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() &&
        file.commit()) // commit() alone does not see that the last buffer had no room
        return {};
    return Error{QStringLiteral("file"),
        Say::tr("“%1” could not be written: %2. Choose another place.").arg(name, file.errorString()), name};
}

} // namespace reviewdesk
