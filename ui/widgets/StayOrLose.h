#pragma once

#include <QMessageBox>

class QWidget;

namespace reviewdesk {

/// Asks whether to stay, which is offered first and is what Escape means, or to go and lose what `words` say is not saved.
/// `loseText` is the button's, with its mnemonic. True: to lose it. Returns when it is answered.
bool mayLose(QWidget *over, const QString &title, const QString &words, const QString &loseText,
    QMessageBox::Icon icon = QMessageBox::Warning);

} // namespace reviewdesk
