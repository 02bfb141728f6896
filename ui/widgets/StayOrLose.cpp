#include "ui/widgets/StayOrLose.h"

#include <QCoreApplication>
#include <QPushButton>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(StayOrLose)
};

} // namespace

bool mayLose(
    QWidget *over, const QString &title, const QString &words, const QString &loseText, QMessageBox::Icon icon)
{
    QMessageBox box(icon, title, words, QMessageBox::NoButton, over);
    QPushButton *stay = box.addButton(Say::tr("&Stay"), QMessageBox::RejectRole);
    const QPushButton *lose = box.addButton(loseText, QMessageBox::DestructiveRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == lose;
}

} // namespace reviewdesk
