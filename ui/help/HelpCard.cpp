#include "ui/help/HelpCard.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

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

HelpCard::HelpCard(QWidget *parent) : Card(QString(), parent), m_text(new QTextBrowser)
{
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Help"), TextRole::Quiet), 1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    close->setAutoDefault(false);
    setLeadingIcon(close, QStringLiteral("close"));
    close->setToolTip(tr("Esc"));
    connect(close, &QPushButton::clicked, this, &HelpCard::closeWanted);
    m_text->setAccessibleName(tr("Help text"));
    setPanel(m_text, "help");
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    connect(m_text, &QTextBrowser::anchorClicked, this,
        [this](const QUrl &link) { Q_EMIT topicWanted(QFileInfo(link.path()).completeBaseName()); });
    m_text->document()->setDocumentMargin(4);
    head->addWidget(close);
    body()->setContentsMargins(24, 20, 24, 20);
    body()->addLayout(head);
    body()->addWidget(m_text, 1);
}

void HelpCard::setText(const QString &markdown)
{
    m_text->setMarkdown(markdown);
    setOut(*m_text->document());
    m_text->moveCursor(QTextCursor::Start);
    m_text->verticalScrollBar()->setValue(0);
}

void HelpCard::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace reviewdesk
