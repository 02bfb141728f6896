#pragma once

#include "store/Workspace.h"

#include <QListWidget>

namespace reviewdesk {

/// The worklist's saved views in their groups, each with the number of its cases.
class ViewList : public QListWidget {
    Q_OBJECT
public:
    explicit ViewList(QWidget *parent = nullptr);

    WorklistView view() const; ///< All while one of the person's own is current
    void setView(WorklistView view);
    QString ownView() const; ///< id; empty: a built-in one is current
    void setOwnView(const QString &viewId);
    /// The views that the person has made, in their order.
    void setOwnViews(const QList<SavedView> &views);
    /// In the order of all built-in views, then of the person's own.
    void setCounts(const QList<int> &counts);
    static QString title(WorklistView view);
    QSize sizeHint() const override;

Q_SIGNALS:
    void viewChanged(); ///< another one is current
    void renameWanted(const QString &viewId); ///< F2
    void dropWanted(const QString &viewId); ///< Delete

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addGroup(const QString &title);
    void addView(WorklistView view);
    void showCount(QListWidgetItem *entry, int count);

    int m_builtIn = 0; ///< entries that are always there
};

} // namespace reviewdesk
