#include "ui/help/HelpSheet.h"

#include "ui/Language.h"
#include "ui/help/HelpCard.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace reviewdesk {

namespace {

const QString guide = QStringLiteral("guide");

QString read(const QString &topic)
{
    QFile file(resourceInLanguage(QStringLiteral("help"), topic + QStringLiteral(".md")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Where a page is taken in, the guide has a line with its link; on the screen these are a list. Pictures are left out.
QString withLinks(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("!["))) // and the empty line before it
            continue;
        const bool isLink = line.startsWith(QLatin1Char('['));
        if (isLink || !line.isEmpty() || (!lines.isEmpty() && !lines.last().isEmpty()))
            lines.append(isLink ? QLatin1String("- ") + line : line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString helpText(const QString &topic)
{
    const QString text = read(topic);
    if (topic == QLatin1String("whats-new"))
        return text;
    if (topic == guide)
        return withLinks(text);
    return text.isEmpty() ? QString() : text + QLatin1Char('\n') + read(QStringLiteral("everywhere"));
}

HelpSheet::HelpSheet(const QList<QWidget *> &covered, QWidget *parent) : QWidget(parent), m_covered(covered)
{
    setAccessibleName(tr("Help"));
    parent->installEventFilter(this);
    hide();
}

void HelpSheet::build()
{
    m_card = new HelpCard(this);
    connect(m_card, &HelpCard::closeWanted, this, &HelpSheet::dismiss);
    connect(m_card, &HelpCard::topicWanted, this, &HelpSheet::showPage);
}

void HelpSheet::open(const QString &topic)
{
    const QString text = helpText(topic);
    if (isOpen() || text.isEmpty())
        return;
    if (!m_card)
        build();
    m_topic = topic;
    m_card->setText(text);
    m_before = QApplication::focusWidget();
    setCoveredEnabled(false);
    fit();
    show();
    raise();
    m_card->focusText();
}

void HelpSheet::showPage(const QString &topic)
{
    const QString text = topic == QLatin1String("everywhere") ? read(topic) : helpText(topic);
    if (text.isEmpty())
        return;
    m_topic = topic;
    m_card->setText(topic == guide ? text : QStringLiteral("[‹ %1](guide.md)\n\n%2").arg(tr("User guide"), text));
    m_card->focusText();
}

void HelpSheet::dismiss()
{
    if (!isOpen())
        return;
    hide();
    setCoveredEnabled(true);
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

void HelpSheet::setCoveredEnabled(bool enabled)
{
    for (QWidget *covered : std::as_const(m_covered))
        covered->setEnabled(enabled);
}

void HelpSheet::fit()
{
    setGeometry(parentWidget()->rect());
    const QSize room = size() - QSize(48, 48);
    const QSize wanted(Theme::scaled(720), Theme::scaled(680));
    QRect box(QPoint(), wanted.boundedTo(room));
    box.moveCenter(rect().center());
    m_card->setGeometry(box);
}

bool HelpSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isOpen())
        fit();
    return QWidget::eventFilter(watched, event);
}

void HelpSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void HelpSheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        dismiss();
}

void HelpSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = Theme::current().color(ColorRole::Window);
    veil.setAlpha(210);
    painter.fillRect(rect(), veil);
}

} // namespace reviewdesk
