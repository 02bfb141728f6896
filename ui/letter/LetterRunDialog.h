#pragma once

#include "ui/letter/LetterRun.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace reviewdesk {

class Notice;

/// The letters of some cases, to be released together: what goes out, what may not and why, then printed as one job or
/// written as PDFs, with a list for the mail room. Closing it stops nothing half way: it waits for the letters under way.
class LetterRunDialog : public QDialog {
    Q_OBJECT
public:
    LetterRunDialog(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
        const Clock &clock, const QStringList &caseIds, QWidget *parent = nullptr);

    LetterRun &run() { return *m_run; }
    /// As the buttons do once a person has chosen: for them, and for tests.
    void printOn(std::unique_ptr<QPrinter> printer);
    void writeTo(const QString &folder);

Q_SIGNALS:
    void released(); ///< letters were issued or went out: lists that show them are out of date

protected:
    void reject() override;

private:
    QWidget *buildButtons();
    void fill();
    void showEntry(int entry);
    void showSummary();
    void showProgress(int done, int of);
    void choosePrinter();
    void chooseFolder();
    void chooseListFile();
    void showEnd();

    LetterRun *m_run;
    const Clock &m_clock;
    QTimeZone m_zone;
    QString m_doing; ///< what the bar counts
    QLabel *m_summary;
    QTableWidget *m_table;
    QCheckBox *m_copies;
    QProgressBar *m_bar;
    Notice *m_notice;
    QPushButton *m_cancel;
    QPushButton *m_list;
    QPushButton *m_pdf;
    QPushButton *m_print;
};

} // namespace reviewdesk
