#pragma once

#include "fhir/Arrival.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace reviewdesk {

class Notice;

/// What came, as it was understood: whose request it is, what contradicts itself, what is suggested, what was taken
/// over, what was passed over, each with its place in the message; of a table, its rows. Or why it is refused.
class MessageView : public QWidget {
    Q_OBJECT
public:
    explicit MessageView(const Policy &policy, QWidget *parent = nullptr);

    void showArrival(const fhir::Arrival &arrival);
    /// `name`: of the file. `here`: numbers of the cases that rows led to already.
    void showTable(const QString &name, const RequestTable &table, const QHash<int, QString> &here);
    void showProblems(const QString &name, const QList<Error> &problems);
    void clear(const QString &words);
    QTreeWidget *tree() const { return m_tree; }

protected:
    void resizeEvent(QResizeEvent *event) override; ///< the columns share the width, whatever the text's size

private:
    void begin(const QString &title, const QString &about);
    QTreeWidgetItem *addGroup(const QString &title, qsizetype count);
    QTreeWidgetItem *addRow(QTreeWidgetItem *group, const QString &what, const QString &value, const QString &place);
    void showCells(QTreeWidgetItem *under, const QList<RequestCell> &cells);
    void addSome(); ///< of m_rows; the others after what else there is to do
    void keepCells(QTreeWidgetItem *under, const QList<RequestCell> &cells); ///< shown when it is opened
    void showRow(const fhir::Arrival &arrival);
    void showRequest(const fhir::BundleReading &request);
    void showCaseFile(const ReviewCase &draft);
    void sayClashes(qsizetype clashes);

    const Policy &m_policy;
    QLabel *m_title;
    QLabel *m_about;
    Notice *m_notice;
    QTreeWidget *m_tree;
    QList<std::function<void()>> m_rows; ///< that are still to be added, the next one last
    QTimer m_adding;
    QHash<QTreeWidgetItem *, QList<RequestCell>> m_cells; ///< of rows that were not opened yet: a table has thousands
};

} // namespace reviewdesk
