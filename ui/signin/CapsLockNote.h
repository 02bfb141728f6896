#pragma once

#include <QWidget>

class QLabel;

namespace reviewdesk {

/// Under a passphrase's field, while what is typed looks as if Caps Lock were on.
class CapsLockNote : public QWidget {
    Q_OBJECT
public:
    explicit CapsLockNote(QWidget *parent = nullptr);

    void setOn(bool on);

private:
    QLabel *m_icon;
    QLabel *m_words;
};

} // namespace reviewdesk
