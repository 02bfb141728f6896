#include "ui/intake/MessageDialog.h"

#include "ui/intake/MessageView.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QTreeWidget>
#include <QVBoxLayout>

namespace reviewdesk {

MessageDialog::MessageDialog(const fhir::Arrival &arrival, const Policy &policy, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What was sent"));
    giveSize(*this, {840, 560});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    auto *view = new MessageView(policy);
    view->showArrival(arrival);
    column->addWidget(view, 1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(close, 0, Qt::AlignRight);
    view->tree()->setFocus();
}

} // namespace reviewdesk
