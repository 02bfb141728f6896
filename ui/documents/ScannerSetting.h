#pragma once

#include "store/Workshop.h"

#include <QObject>

class QWidget;

namespace reviewdesk {

/// Which folder a scanner or fax server fills, as the signed-in person chose it: kept in the workspace.
class ScannerSetting : public QObject {
    Q_OBJECT
public:
    explicit ScannerSetting(Workshop &workshop, QObject *parent = nullptr);

    void load(); ///< changed() follows
    const QString &folder() const { return m_folder; } ///< empty: none
    void set(const QString &folder);
    void choose(QWidget *over); ///< asks for one

Q_SIGNALS:
    void changed();

private:
    Workshop &m_workshop;
    QString m_folder;
};

} // namespace reviewdesk
