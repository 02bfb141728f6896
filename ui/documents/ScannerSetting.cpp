#include "ui/documents/ScannerSetting.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>

namespace reviewdesk {

namespace {

const QString preferenceName = QStringLiteral("scanner");
const QString folderMember = QStringLiteral("folder");

} // namespace

ScannerSetting::ScannerSetting(Workshop &workshop, QObject *parent) : QObject(parent), m_workshop(workshop) { }

void ScannerSetting::load()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.preference(preferenceName); },
        [this](const Result<QByteArray> &kept) {
            if (!kept)
                return;
            m_folder = QJsonDocument::fromJson(*kept).object().value(folderMember).toString();
            Q_EMIT changed();
        });
}

void ScannerSetting::set(const QString &folder)
{
    m_folder = folder;
    Q_EMIT changed();
    const QByteArray json = QJsonDocument(QJsonObject{{folderMember, folder}}).toJson(QJsonDocument::Compact);
    m_workshop.run(
        this, [json](Workspace &workspace) { return workspace.keepPreference(preferenceName, json); },
        [](const Result<void> &) { /* it is watched now all the same */ });
}

void ScannerSetting::choose(QWidget *over)
{
    const QString folder =
        QFileDialog::getExistingDirectory(over, tr("Folder that the scanner or fax server fills"), m_folder);
    if (!folder.isEmpty())
        set(folder);
}

} // namespace reviewdesk
