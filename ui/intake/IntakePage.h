#pragma once

#include "fhir/Arrival.h"
#include "store/Workshop.h"
#include "support/Clock.h"
#include "ui/intake/ArrivalRun.h"
#include "ui/intake/TableIntake.h"
#include "ui/widgets/PageFrame.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace reviewdesk {

class IncomingList;
class IncomingRequests;
class MessageView;
class Notice;

/// Requests that came: those of the watched folder and those opened by hand at the left, the chosen one as it was
/// understood at the right. A person makes a draft of it (of a table, of each row), or opens the case that the same
/// message led to.
class IntakePage : public PageFrame {
    Q_OBJECT
public:
    IntakePage(Workshop &workshop, IncomingRequests &incoming, QWidget *parent = nullptr);

    void open(const QStringList &paths); ///< lists them and shows the first
    void askForFiles();
    void showError(const Error &error);
    IncomingList *list() const { return m_list; }
    MessageView *view() const { return m_view; }
    QPushButton *draftButton() const { return m_draft; }

Q_SIGNALS:
    void caseOpened(const QString &caseId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBar();
    void buildSidebar();
    void buildContent();
    QWidget *buildWaiting();
    void choose(const QString &path);
    void showItems();
    void showFolder();
    void take(const std::shared_ptr<const fhir::ArrivalReading> &reading);
    void askKnown();
    void showFooter();
    QString newsWords() const;
    void makeDraft();
    void showTable();
    void showTableFooter();
    void stopReading();

    Workshop &m_workshop;
    IncomingRequests &m_incoming;
    ArrivalRun m_run;
    std::shared_ptr<const fhir::ArrivalReading> m_reading; ///< of the chosen file; nullptr: not read
    QString m_path; ///< of the chosen file
    ImportedCase m_known; ///< the case that the same message led to; without id: none
    TableIntake m_table; ///< where the chosen file is one
    bool m_isMaking = false;
    QTimer m_slow;
    IncomingList *m_list;
    QLabel *m_folder;
    QPushButton *m_forget;
    Notice *m_notice;
    MessageView *m_view;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_waiting = nullptr;
    QLabel *m_footerWords;
    QPushButton *m_draft;
};

} // namespace reviewdesk
