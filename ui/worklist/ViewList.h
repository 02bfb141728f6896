#pragma once

#include "store/Workspace.h"

#include <QListWidget>

namespace reviewdesk {

/// The worklist's saved views in their groups, each with the number of its cases.
class ViewList : public QListWidget {
    Q_OBJECT
public:
    explicit ViewList(QWidget *parent = nullptr);

    WorklistView view() const;
    void setView(WorklistView view);
    void setCounts(const QMap<WorklistView, int> &counts);
    static QString title(WorklistView view);
    QSize sizeHint() const override;

Q_SIGNALS:
    void viewChanged(reviewdesk::WorklistView view);

private:
    void addGroup(const QString &title);
    void addView(WorklistView view);
};

} // namespace reviewdesk
