#include "ui/policy/PolicyView.h"

#include <QTextDocument>

namespace reviewdesk {

PolicyView::PolicyView(const QString &name, QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(name);
    setOpenLinks(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(12);
}

void PolicyView::showHtml(const QString &html)
{
    if (html == m_html)
        return;
    m_html = html;
    QFont font = this->font();
    font.setWeight(QFont::Normal);
    document()->setDefaultFont(font);
    setHtml(html);
}

} // namespace reviewdesk
