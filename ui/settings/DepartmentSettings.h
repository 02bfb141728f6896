#pragma once

#include "store/Workshop.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace reviewdesk {

class Notice;
class SettingsCard;

/// A supervisor's settings, which hold in the whole workspace: organisation, terms of approvals, reading grades; the
/// letterhead, and accounts, keys and backups have dialogs of their own, opened from here.
class DepartmentSettings : public QWidget {
    Q_OBJECT
public:
    explicit DepartmentSettings(Workshop &workshop, QWidget *parent = nullptr);

    QLineEdit *organisation() const { return m_organisation; }
    QSpinBox *approvalDays() const { return m_approvalDays; }
    QSpinBox *idleMinutes() const { return m_idleMinutes; }
    QSpinBox *readingLimit(LineOfBusiness line) const { return m_limits.value(line); }
    QPushButton *saveButton() const { return m_save; }
    Notice *notice() const { return m_notice; }
    int filter(const QString &typed); ///< see SettingsCard
    bool hasUnsaved() const;

Q_SIGNALS:
    void accountsWanted();
    void letterheadWanted();
    void saved();

private:
    SettingsCard *makeDepartment();
    SettingsCard *makeLetters();
    void load();
    void fill(const WorkspaceSettings &settings);
    void save();
    void changed();

    Workshop &m_workshop;
    WorkspaceSettings m_settings; ///< as kept
    QLineEdit *m_organisation;
    QLabel *m_zone;
    QSpinBox *m_approvalDays;
    QSpinBox *m_idleMinutes;
    QMap<LineOfBusiness, QSpinBox *> m_limits;
    QPushButton *m_accounts;
    QPushButton *m_save;
    Notice *m_notice;
    QList<SettingsCard *> m_cards;
};

} // namespace reviewdesk
