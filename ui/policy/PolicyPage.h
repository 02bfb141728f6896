#pragma once

#include "policy/PolicyShelf.h"
#include "store/Workshop.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QTableWidget;

namespace reviewdesk {

class BusyOverlay;
class EffectiveDateBar;
class Notice;
class PackProblems;
class PolicyView;
class ReplayView;

/// The policy for a supervisor: its versions with their effective dates, and a pack file that is tried beside them; the
/// chosen one in readable form, what it changes beside the one in use, and which cases would come out differently.
class PolicyPage : public QWidget {
    Q_OBJECT
public:
    explicit PolicyPage(Workshop &workshop, QWidget *parent = nullptr);

    void refresh(); ///< what was entered elsewhere; what was replayed stands
    /// A pack in a file, checked: it stands among the versions, or every problem is shown and nothing is loaded.
    void compareWith(const QString &file);
    QTableWidget *versions() const { return m_versions; }
    QTabWidget *tabs() const { return m_tabs; }
    PolicyView *text() const { return m_text; }
    PolicyView *changes() const { return m_changes; }
    QLabel *changesSummary() const { return m_changesSummary; }
    ReplayView *replay() const { return m_replay; }
    EffectiveDateBar *effectiveDate() const { return m_effective; }
    PackProblems *problems() const { return m_problems; } ///< null unless they are shown
    Notice *notice() const { return m_notice; }

Q_SIGNALS:
    void caseWanted(const QString &caseId);

private:
    struct Version {
        std::shared_ptr<const Policy> policy;
        QString file; ///< of one that a person opened; empty: the program's own
    };

    QWidget *makeText();
    QWidget *makeChanges();
    void takeShelf(const QList<ShelvedPolicy> &shelf);
    void takeFile(const QString &file, const PolicyReading &reading);
    void showVersions();
    void showChosen();
    void showChanges(const Version &chosen);
    void keepDate(const QString &policyId, const QString &version, const QDate &from);
    int inUse() const; ///< row; -1: none, while the shelf was not read
    QString nameOf(const Version &version) const;

    Workshop &m_workshop;
    PlanTerms m_terms;
    QList<Version> m_list;
    QTableWidget *m_versions;
    QTabWidget *m_tabs;
    EffectiveDateBar *m_effective;
    PolicyView *m_text;
    QLabel *m_changesSummary;
    PolicyView *m_changes;
    ReplayView *m_replay;
    QPushButton *m_compare;
    PackProblems *m_problems = nullptr;
    Notice *m_notice;
    BusyOverlay *m_busy;
};

} // namespace reviewdesk
