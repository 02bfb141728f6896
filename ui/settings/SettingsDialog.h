#pragma once

#include "store/Workshop.h"
#include "ui/documents/ScannerSetting.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace reviewdesk {

class Appearance;
class DepartmentSettings;
class IncomingRequests;
class SettingsCard;

/// The one place of settings: what holds for this person on this computer, and for supervisors what holds for the whole
/// department. A search field on top shows only the settings in which the typed words occur.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// `practice`: everybody has the one passphrase that is filled in, so there is none to change.
    /// `incoming`: none where this person takes no requests in.
    SettingsDialog(Workshop &workshop, Appearance &appearance, bool practice, IncomingRequests *incoming = nullptr,
        QWidget *parent = nullptr);

    QLineEdit *search() const { return m_search; }
    QComboBox *language() const { return m_language; }
    QComboBox *textSize() const { return m_textSize; }
    QComboBox *paper() const { return m_paper; }
    QComboBox *idle() const { return m_idle; }
    DepartmentSettings *department() const { return m_department; } ///< null for others than supervisors
    void leave(); ///< asks first where something is typed and not saved; reject(), as the lock does it, does not

Q_SIGNALS:
    void passphraseWanted();
    void accountsWanted();
    void letterheadWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeCards(Workshop &workshop, bool practice);
    SettingsCard *makeOwn(bool practice);
    QWidget *makeScanner();
    QWidget *makeIncoming();
    void filter(const QString &typed);
    bool mayLoseTyped();

    Appearance &m_appearance;
    ScannerSetting m_scanner;
    IncomingRequests *m_incoming;
    QLineEdit *m_search;
    QComboBox *m_language;
    QComboBox *m_colours;
    QComboBox *m_textSize;
    QComboBox *m_paper;
    QComboBox *m_idle;
    QLabel *m_none;
    QScrollArea *m_scroll;
    SettingsCard *m_own = nullptr;
    DepartmentSettings *m_department = nullptr;
};

} // namespace reviewdesk
