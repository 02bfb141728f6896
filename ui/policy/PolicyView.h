#pragma once

#include "cases/Rulebook.h"

#include <QTextBrowser>

namespace reviewdesk {

/// Words of a policy to read: scrolled by the arrows, left by Tab, in the program's own type.
class PolicyView : public QTextBrowser {
    Q_OBJECT
public:
    explicit PolicyView(const QString &name, QWidget *parent = nullptr);

    void showHtml(const QString &html); ///< from its beginning, unless it stands there already

private:
    QString m_html;
};

} // namespace reviewdesk
