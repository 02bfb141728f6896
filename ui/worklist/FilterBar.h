#pragma once

#include "store/Worklist.h"
#include "store/Workspace.h"

#include <QWidget>

#include <functional>

class QMenu;
class QPushButton;

namespace reviewdesk {

/// What the rows must be, besides the view: a chip for each thing asked, and the menu that asks for more. A chip says its
/// thing in words; pressing it, or Delete on it, takes it away.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    const WorklistFilter &filter() const { return m_filter; }
    void setFilter(const WorklistFilter &filter); ///< says nothing
    /// What there is to choose from.
    void setChoices(const Worklist::Choices &choices, const QList<UserAccount> &people, const QDate &today);
    /// The filters to choose from, by keyboard too. Owned by `parent`.
    QMenu *makeMenu(QWidget *parent);

Q_SIGNALS:
    void changed();
    void saveWanted(); ///< these filters as a view of one's own

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu(QMenu *menu);
    template <typename Value> void addChoices(QMenu *menu, const QString &title, QList<Value> WorklistFilter::*list,
        const QList<std::pair<QString, Value>> &choices);
    void addPeople(QMenu *menu, const QString &title, QStringList WorklistFilter::*list, bool nobody);
    void addDue(QMenu *menu);
    void addUrgency(QMenu *menu);
    void addWaitOver(QMenu *menu);
    void addLetters(QMenu *menu);
    void askBetween();
    void change(WorklistFilter filter);
    void showChips();
    void addChip(const QString &words, const std::function<void(WorklistFilter &)> &remove);
    QString nameOf(const QString &userId) const;
    QString dueWords() const;

    WorklistFilter m_filter;
    Worklist::Choices m_choices;
    QList<UserAccount> m_people;
    QDate m_today;
    QList<QWidget *> m_chips;
};

} // namespace reviewdesk
