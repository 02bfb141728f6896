#pragma once

#include "letter/LetterComposer.h"
#include "store/Workshop.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

class QPrinter;

namespace reviewdesk {

class PaperJob;

/// One letter of a run and how far it is.
struct RunEntry {
    enum State {
        ToIssue, ///< may be issued now; the run does it
        Issued, ///< waits to go out
        Held, ///< may not go out: `reason`
        Done, ///< went out in this run
        Uncounted, ///< went out, and that is not noted yet: it does not go out again
        Failed, ///< was to go out and did not: `reason`
    };

    QString caseId;
    QString caseNumber;
    LetterKind kind = LetterKind::Approval;
    Recipient recipient = Recipient::Member;
    State state = Held;
    bool copy = false; ///< went out before: marked COPY
    QString reason;
    QString letterId;
    QStringList addressee; ///< name and address, as printed
    QString code; ///< of the letter
    int pages = 0;
    QString file; ///< written to, in a run of PDFs
    QDateTime at; ///< when it went out
};

/// Releases the letters of many cases: issues those that may be issued and are not yet, and prints all as one job or
/// writes each as a PDF. One that cannot go out stops none of the others. A run that was cancelled, or whose printer
/// failed, takes up where it stopped when it is started again: what went out is counted in the workspace and does not
/// go out twice. Memory does not grow with the number of letters.
class LetterRun : public QObject {
    Q_OBJECT
public:
    LetterRun(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
        const Clock &clock, QStringList caseIds, QObject *parent = nullptr);
    ~LetterRun() override;

    /// Asks every case for its letters. `copies`: those that went out before, too.
    void gather(bool copies = false);
    /// Letters that would go out are printed as one job. Takes the printer as the person set it.
    void print(std::unique_ptr<QPrinter> printer);
    /// Each as a PDF of its own in `folder`; no member's name stands in a file's name.
    void writePdfs(const QString &folder);
    void cancel(); ///< after the letters that are under way

    bool isBusy() const { return m_stage != Stage::Resting; }
    bool wasCancelled() const { return m_cancelled; }
    const QList<RunEntry> &entries() const { return m_entries; }
    int count(RunEntry::State state) const;
    int open() const { return count(RunEntry::ToIssue) + count(RunEntry::Issued); } ///< would go out

Q_SIGNALS:
    void progressed(int done, int of); ///< cases while gathering, then letters
    void entryChanged(int entry);
    void gathered();
    void finished(); ///< printing or writing ended, in whatever way

private:
    enum class Stage { Resting, Gathering, Printing, Writing };
    struct Sheet;

    void gatherNext();
    void begin(Stage stage);
    void pump(); ///< keeps enough letters under way
    void fetch(int entry); ///< issues it where that is to be done, then sends it out
    void sendOut(int entry, const IssuedLetter &letter);
    void paint(int entry, const ComposedLetter &letter, const IssuedLetter &issued);
    void write(int entry, const ComposedLetter &letter, const IssuedLetter &issued);
    void landed(int entry, const Sheet &sheet);
    void countPrints(const QList<int> &entries);
    void countAgain(); ///< what could not be noted: the disk was full, the window was locked
    void fail(int entry, const QString &reason);
    void done(int entry);
    void endOfLetters();
    void closeJob();
    void rest();

    Workshop &m_workshop;
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
    Person m_actor;
    const Clock &m_clock;
    QStringList m_caseIds;
    QList<RunEntry> m_entries;
    Stage m_stage = Stage::Resting;
    bool m_copies = false;
    bool m_cancelled = false;
    int m_nextCase = 0;
    int m_next = 0; ///< entry to be looked at
    int m_underWay = 0;
    int m_finished = 0; ///< letters of this start that are done or failed
    int m_total = 0; ///< letters of this start
    QString m_folder;
    QList<int> m_painted; ///< entries in the print job
    std::shared_ptr<QPrinter> m_printer;
    std::shared_ptr<PaperJob> m_job;
    QTimer m_countAgain;
    QThreadPool m_pool;
};

} // namespace reviewdesk
