#pragma once

#include "support/Result.h"
#include "ui/widgets/Theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace reviewdesk {

/// A message in its place on the page: what happened, what to do, and one button for it. Hidden until it has something
/// to say.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    /// `action` empty: no button.
    void showMessage(Tone tone, const QString &message, const QString &action = {});
    void showError(const Error &error, const QString &action = {});
    void clear();
    QString message() const;

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *m_icon;
    QLabel *m_message;
    QPushButton *m_action;
};

} // namespace reviewdesk
