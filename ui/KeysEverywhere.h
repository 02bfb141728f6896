#pragma once

#include <QObject>

class QDialog;
class QMainWindow;

namespace reviewdesk {

/// F1 and Ctrl+L where no shortcut of the window reaches, because another one has the keyboard: a dialog, a message box, a
/// list or menu that is open. Whoever takes one of the keys for itself, as a shortcut or by asking for it before
/// shortcuts do, keeps it.
class KeysEverywhere : public QObject {
    Q_OBJECT
public:
    explicit KeysEverywhere(QMainWindow *window);

Q_SIGNALS:
    void lockPressed();
    void helpPressed(QDialog *over);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOfOurs(const QWidget &widget) const;

    QMainWindow *m_window;
};

} // namespace reviewdesk
