#pragma once

#include "Wizard.h"

#include "ui/supervisor/WorkloadPage.h"

#include <QTableWidget>

namespace reviewdesk {

/// What a test of the supervisor's screens asks of the workspace itself.
template <typename Job> auto done(Wizard &wizard, Job job)
{
    auto future = wizard.workshop->run(job);
    future.waitForFinished();
    return future.result();
}

inline QString idOf(Wizard &wizard, const char *login)
{
    const QList<UserAccount> users = done(wizard, [](Workspace &workspace) { return workspace.users(); }).value();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String(login))
            return user.id;
    }
    return {};
}

/// The cell of a person's number.
inline QPair<int, int> cellOf(const WorkloadPage &page, const QString &name, const QString &title)
{
    const QTableWidget *table = page.people();
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            if (table->item(row, 0)->text() == name && table->horizontalHeaderItem(column)->text() == title)
                return {row, column};
        }
    }
    return {-1, -1};
}

} // namespace reviewdesk
