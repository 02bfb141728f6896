#include "ui/widgets/Icon.h"

#include <QAbstractButton>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace reviewdesk {

namespace {

class TintedSvgEngine final : public QIconEngine {
public:
    TintedSvgEngine(QString name, ColorRole role, Qt::Alignment place = Qt::AlignHCenter)
        : m_name(std::move(name)), m_role(role), m_place(place)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QColor color = Theme::current().color(mode == QIcon::Disabled ? ColorRole::Quiet : m_role);
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toUtf8()));
        const int side = qMin(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        if (m_place == Qt::AlignLeft)
            square.moveLeft(rect.left());
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine *clone() const override { return new TintedSvgEngine(m_name, m_role, m_place); }

private:
    QString m_name;
    ColorRole m_role;
    Qt::Alignment m_place;
};

constexpr int leadingGap = 4; // pixels, besides the style's

} // namespace

QIcon themedIcon(const QString &name, ColorRole role)
{
    return QIcon(new TintedSvgEngine(name, role));
}

void setLeadingIcon(QAbstractButton *button, const QString &name, ColorRole role)
{
    const int side = qMax(button->iconSize().height(), Theme::scaled(16));
    button->setIconSize({side + Theme::scaled(leadingGap), side});
    button->setIcon(QIcon(new TintedSvgEngine(name, role, Qt::AlignLeft)));
}

} // namespace reviewdesk
