#include "Camera.h"

#include <QPixmap>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>

namespace reviewdesk {

void Camera::setWanted(const QStringList &names)
{
    m_wanted = QSet<QString>(names.begin(), names.end());
}

void Camera::take(QWidget &window, const QString &name)
{
    if (!m_wanted.isEmpty() && !m_wanted.contains(name))
        return;
    if (m_taken.contains(name))
        qFatal("two pictures %s", qPrintable(name));
    QTest::qWait(500); // what moves comes to rest
    const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_size);
    if (!window.grab().save(file, "PNG", 0))
        qFatal("%s cannot be written", qPrintable(file));
    m_taken.insert(name);
    std::printf("%s\n", qPrintable(file));
    std::fflush(stdout);
}

QStringList Camera::notTaken() const
{
    return (m_wanted - m_taken).values();
}

QString fileNameOf(const QString &screen)
{
    static const QRegularExpression between(QStringLiteral("[^a-z0-9]+"));
    static const QRegularExpression ends(QStringLiteral("^-|-$"));
    return screen.toLower().replace(between, QStringLiteral("-")).remove(ends);
}

} // namespace reviewdesk
