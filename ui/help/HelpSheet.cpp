#include "ui/help/HelpSheet.h"

#include "ui/Language.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace reviewdesk {

namespace {

QString read(const QString &topic)
{
    QFile file(resourceInLanguage(QStringLiteral("help"), topic + QStringLiteral(".md")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Markdown comes in without distances and with boxes around table cells.
void setOut(QTextDocument &document)
{
    document.setIndentWidth(Theme::scaled(18));
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int heading = format.headingLevel();
        format.setTopMargin(heading > 1 ? Theme::scaled(16) : 0);
        format.setBottomMargin(cursor.currentTable() ? 0 : Theme::scaled(block.textList() ? 5 : 8));
        cursor.setBlockFormat(format);
    }
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(Theme::scaled(3));
        format.setTopMargin(Theme::scaled(8));
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::FixedLength, Theme::scaled(230)), QTextLength(QTextLength::VariableLength, 0)});
        table->setFormat(format);
    }
}

} // namespace

QString helpText(const QString &topic)
{
    const QString text = read(topic);
    if (topic == QLatin1String("whats-new"))
        return text;
    return text.isEmpty() ? QString() : text + QLatin1Char('\n') + read(QStringLiteral("everywhere"));
}

HelpSheet::HelpSheet(QWidget *covered, QWidget *parent) : QWidget(parent), m_covered(covered)
{
    setAccessibleName(tr("Help"));
    parent->installEventFilter(this);
    hide();
}

void HelpSheet::build()
{
    m_text = new QTextBrowser;
    auto *card = new Card(QString(), this);
    m_card = card;
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Help"), TextRole::Quiet), 1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    setLeadingIcon(close, QStringLiteral("close"));
    close->setToolTip(tr("Esc"));
    connect(close, &QPushButton::clicked, this, &HelpSheet::dismiss);
    m_text->setAccessibleName(tr("Help text"));
    setPanel(m_text, "help");
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(4);
    head->addWidget(close);
    card->body()->setContentsMargins(24, 20, 24, 20);
    card->body()->addLayout(head);
    card->body()->addWidget(m_text, 1);
}

void HelpSheet::open(const QString &topic)
{
    const QString text = helpText(topic);
    if (isOpen() || text.isEmpty())
        return;
    if (!m_text)
        build();
    m_topic = topic;
    m_text->setMarkdown(text);
    setOut(*m_text->document());
    m_text->moveCursor(QTextCursor::Start);
    m_text->verticalScrollBar()->setValue(0);
    m_before = QApplication::focusWidget();
    m_covered->setEnabled(false);
    fit();
    show();
    raise();
    m_text->setFocus(Qt::OtherFocusReason);
}

void HelpSheet::dismiss()
{
    if (!isOpen())
        return;
    hide();
    m_covered->setEnabled(true);
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
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
