#include "ui/letter/ReasonList.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <memory>

namespace reviewdesk {

namespace {

constexpr int bulletRoom = 16;
constexpr int frame = 3;

/// A link that may take several lines, which a push button cannot.
class ReasonLink final : public QAbstractButton {
public:
    explicit ReasonLink(const QString &text)
    {
        setText(text);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(text);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return {Theme::scaled(200), heightForWidth(Theme::scaled(320))}; }
    QSize minimumSizeHint() const override { return {Theme::scaled(120), 0}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QRect room(0, 0, width - bulletRoom - 2 * frame, 10'000);
        return fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() + 2 * frame;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
        QFont font = painter.font();
        painter.setPen(theme.color(ColorRole::Text));
        const QRect room = rect().adjusted(frame, frame, -frame, -frame);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, QStringLiteral("•"));
        font.setUnderline(underMouse() || hasFocus());
        painter.setFont(font);
        painter.setPen(theme.color(ColorRole::Accent));
        painter.drawText(room.adjusted(bulletRoom, 0, 0, 0), Qt::TextWordWrap, text());
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }
};

} // namespace

ReasonList::ReasonList(QWidget *parent)
    : QWidget(parent), m_lines(new QVBoxLayout(this)),
      m_title(makeLabel(tr("It may not be issued yet"), TextRole::Heading))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(2);
    m_lines->addWidget(m_title);
    hide();
}

void ReasonList::setReasons(const QList<Error> &reasons, const std::function<bool(const QString &place)> &leads)
{
    if (reasons == m_shown)
        return;
    m_shown = reasons;
    while (m_lines->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_lines->takeAt(1));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const Error &reason : reasons) {
        if (!leads(reason.place)) {
            auto *line = new QWidget;
            auto *row = new QHBoxLayout(line);
            row->setContentsMargins(frame, frame, frame, frame);
            row->setSpacing(0);
            auto *bullet = makeLabel(QStringLiteral("•"));
            bullet->setFixedWidth(bulletRoom);
            row->addWidget(bullet, 0, Qt::AlignTop);
            row->addWidget(makeLabel(reason.message), 1);
            m_lines->addWidget(line);
            continue;
        }
        auto *link = new ReasonLink(reason.message);
        connect(link, &QAbstractButton::clicked, this, [this, place = reason.place] { Q_EMIT placeWanted(place); });
        m_lines->addWidget(link);
    }
    setVisible(!reasons.isEmpty());
    QAccessibleEvent changed(m_title, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace reviewdesk
