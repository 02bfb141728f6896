#pragma once

#include <QLineEdit>

namespace reviewdesk {

/// A field for a passphrase: hidden, not remembered by input methods, and it notices the caps lock as one types.
class PassphraseEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit PassphraseEdit(QWidget *parent = nullptr);

    void setShown(bool shown);
    /// The passphrase as UTF-8; the field is emptied.
    QByteArray take();

Q_SIGNALS:
    void capsLockSeen(bool on);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace reviewdesk
