#pragma once

#include <QSet>
#include <QStringList>
#include <QWidget>

namespace reviewdesk {

/// Keeps pictures of windows: FOLDER/NAME-SIZE.png.
class Camera {
public:
    Camera(QString folder, QString size) : m_folder(std::move(folder)), m_size(std::move(size)) { }

    void setWanted(const QStringList &names); ///< these alone are kept; none: all
    void take(QWidget &window, const QString &name); ///< as it is
    QStringList taken() const { return m_taken.values(); }
    QStringList notTaken() const; ///< of those wanted

private:
    QString m_folder;
    QString m_size;
    QSet<QString> m_wanted;
    QSet<QString> m_taken;
};

/// "Letter, issued" as the name of a file.
QString fileNameOf(const QString &screen);

} // namespace reviewdesk
