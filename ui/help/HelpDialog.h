#pragma once

#include <QDialog>
#include <QPointer>

namespace reviewdesk {

/// The help over a dialog, in a window of its own: a dialog has less room than the help needs. When it closes, the
/// focus is where it was.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    /// Opens the help of `dialog`: the topic that it, or the dialog that it stands over, names (property "helpTopic"),
    /// else that of the page under them.
    static void openOver(QDialog &dialog, const QString &topicOfPage);

private:
    HelpDialog(const QString &text, QDialog &over);
    void goBack();

    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace reviewdesk
