#pragma once

#include "StoreDesk.h"

#include "tests/ui/DeskOf.h"

#include <QTemporaryDir>
#include <QtTest>

class QDialog;

namespace reviewdesk {

/// The program's window over a real workspace, and dialogs over it as a person opens them.
class DialogDesk {
public:
    void make(); ///< workspace, a case of nora's, settings of the test's own
    void open(); ///< the window, at its sign-in
    void close() { m_window.reset(); }
    MainWindow *window() const { return m_window.get(); }
    StoreDesk &store() { return m_store; }
    const QString &caseId() const { return m_caseId; }

    void signIn(const QString &account = QStringLiteral("nora"));
    /// "settings", "remarks", "add account", "letterhead" or "letter run".
    QDialog *openDialog(const QByteArray &which);
    /// Types in the dialog; the field.
    static QWidget *type(QDialog &dialog, const QString &words);
    static QString typed(const QWidget *field);
    /// Presses a key where the focus is.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// The help that stands over a dialog.
    static QDialog *helpOver(const QWidget &dialog);

private:
    QDialog *openSettings();
    QDialog *openRemarks();
    QDialog *openAddAccount();
    QDialog *openLetterhead();
    QDialog *openLetterRun();

    StoreDesk m_store;
    QTemporaryDir m_settings;
    Start m_start;
    QString m_caseId;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace reviewdesk
