#pragma once

#include "reports/CaseloadReport.h"
#include "store/Workshop.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QTableView;

namespace reviewdesk {

class Notice;

/// The cases behind one number, names fetched as far as they are looked at.
class ReportCasesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, MemberName, Procedure, Plan, CaseStatus, Received, Decided, Took, Count };

    ReportCasesModel(Workshop &workshop, QObject *parent = nullptr);

    void setRounds(std::shared_ptr<const CaseloadReport> report, const QList<int> &rounds);
    QString caseId(int row) const;
    /// All rows as a CSV file; every name is fetched first.
    void writeCsv(const std::function<void(const Result<QByteArray> &)> &then);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const reviewdesk::Error &error);

private:
    static QString words(const CaseloadReport &report, const RoundRecord &round, const WorklistRow &row, int column);
    QStringList idsFrom(qsizetype first, qsizetype count) const;

    Workshop &m_workshop;
    std::shared_ptr<const CaseloadReport> m_report;
    QList<int> m_rounds;
    QList<WorklistRow> m_rows;
    bool m_asked = false; ///< for more; not asked twice
    int m_list = 0; ///< number of the list that is shown; answers for older ones are dropped
};

/// The list with its heading; Enter or a double click opens a case.
class ReportCases : public QWidget {
    Q_OBJECT
public:
    ReportCases(Workshop &workshop, QWidget *parent = nullptr);

    void showRounds(const QString &heading, std::shared_ptr<const CaseloadReport> report, const QList<int> &rounds);

Q_SIGNALS:
    void caseOpened(const QString &caseId);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();
    void openRow(int row);

    ReportCasesModel *m_model;
    QLabel *m_heading;
    QLabel *m_note;
    Notice *m_notice;
    QTableView *m_view;
};

} // namespace reviewdesk
