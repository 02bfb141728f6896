#pragma once

#include "ui/widgets/Card.h"

class QTextBrowser;

namespace reviewdesk {

/// What a help says, with the button that closes it: over the window (HelpSheet) or over a dialog (HelpDialog).
class HelpCard : public Card {
    Q_OBJECT
public:
    explicit HelpCard(QWidget *parent = nullptr);

    void setText(const QString &markdown);
    void focusText();

Q_SIGNALS:
    void closeWanted();
    void topicWanted(const QString &topic); ///< a link to another page was followed

private:
    QTextBrowser *m_text;
};

} // namespace reviewdesk
