#include "ui/letter/LetterRun.h"

#include "letter/LetterPaper.h"
#include "ui/letter/CaseLetters.h"
#include "ui/letter/LetterOutput.h"
#include "ui/letter/RunLetters.h"

#include <QPrinter>
#include <QThread>

#include <algorithm>

namespace reviewdesk {

/// What became of a letter on its way to paper or a file.
struct LetterRun::Sheet {
    QString problem;
    QString file;
    int pages = 0;
};

LetterRun::LetterRun(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
    const Clock &clock, QStringList caseIds, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_composer(std::move(composer)), m_letterhead(std::move(letterhead)),
      m_actor(workshop.user().person()), m_clock(clock), m_caseIds(std::move(caseIds))
{
    m_pool.setExpiryTimeout(-1); // a print job is painted on one thread
    constexpr int again = 5000; // ms
    m_countAgain.setSingleShot(true);
    m_countAgain.setInterval(again);
    connect(&m_countAgain, &QTimer::timeout, this, &LetterRun::countAgain);
}

LetterRun::~LetterRun()
{
    m_cancelled = true;
    m_pool.waitForDone();
}

int LetterRun::count(RunEntry::State state) const
{
    return static_cast<int>(std::count_if(
        m_entries.begin(), m_entries.end(), [state](const RunEntry &entry) { return entry.state == state; }));
}

void LetterRun::gather(bool copies)
{
    if (isBusy())
        return;
    m_copies = copies;
    m_cancelled = false;
    m_entries.clear();
    m_nextCase = 0;
    m_stage = Stage::Gathering;
    gatherNext();
}

void LetterRun::gatherNext()
{
    if (m_nextCase >= m_caseIds.size() || m_cancelled) {
        m_stage = Stage::Resting;
        Q_EMIT gathered();
        return;
    }
    const QString caseId = m_caseIds.at(m_nextCase);
    const RunPress press{m_composer, m_letterhead, m_actor, m_clock.now()};
    m_workshop.run(
        this,
        [caseId, press, copies = m_copies](Workspace &workspace) {
            return lettersToSend(workspace, caseId, press, copies);
        },
        [this, caseId](const Result<QList<RunEntry>> &entries) {
            if (entries) {
                m_entries += *entries;
            } else {
                RunEntry lost;
                lost.caseId = caseId;
                lost.reason = entries.error().message;
                m_entries.append(lost);
            }
            ++m_nextCase;
            Q_EMIT progressed(m_nextCase, static_cast<int>(m_caseIds.size()));
            gatherNext();
        });
}

void LetterRun::print(std::unique_ptr<QPrinter> printer)
{
    if (isBusy())
        return;
    m_pool.setMaxThreadCount(1);
    m_printer = std::move(printer);
    m_painted.clear();
    begin(Stage::Printing);
}

void LetterRun::writePdfs(const QString &folder)
{
    if (isBusy())
        return;
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    m_folder = folder;
    begin(Stage::Writing);
}

void LetterRun::begin(Stage stage)
{
    m_stage = stage;
    m_cancelled = false;
    m_next = 0;
    m_underWay = 0;
    m_finished = 0;
    for (RunEntry &entry : m_entries) { // what failed is tried again
        if (entry.state == RunEntry::Failed)
            entry.state = entry.letterId.isEmpty() ? RunEntry::ToIssue : RunEntry::Issued;
    }
    m_total = open();
    Q_EMIT progressed(0, m_total);
    pump();
}

void LetterRun::pump()
{
    const int most = 2 * m_pool.maxThreadCount() + 2; // while a thread works, others are fetched or counted
    while (!m_cancelled && m_underWay < most && m_next < m_entries.size()) {
        const int entry = m_next++;
        const RunEntry::State state = m_entries.at(entry).state;
        if (state != RunEntry::ToIssue && state != RunEntry::Issued)
            continue;
        ++m_underWay;
        fetch(entry);
    }
    if (m_underWay == 0 && (m_cancelled || m_next >= m_entries.size()))
        endOfLetters();
}

void LetterRun::fetch(int entry)
{
    const RunPress press{m_composer, m_letterhead, m_actor, m_clock.now()};
    m_workshop.run(
        this,
        [wanted = m_entries.at(entry), press](Workspace &workspace) { return letterToSend(workspace, wanted, press); },
        [this, entry](const Result<IssuedLetter> &letter) {
            if (letter)
                sendOut(entry, *letter);
            else
                fail(entry, letter.error().message);
        });
}

void LetterRun::sendOut(int entry, const IssuedLetter &letter)
{
    RunEntry &row = m_entries[entry];
    row.letterId = letter.id;
    row.state = RunEntry::Issued;
    const ComposedLetter paper = ComposedLetter::thawed(letter, letter.caseNumber);
    describeLetter(row, letter);
    Q_EMIT entryChanged(entry);
    if (m_stage == Stage::Printing)
        paint(entry, paper, letter);
    else
        write(entry, paper, letter);
}

void LetterRun::paint(int entry, const ComposedLetter &letter, const IssuedLetter &issued)
{
    m_pool.start([this, entry, letter, mark = markOf(issued)] {
        Sheet sheet;
        if (!m_job)
            m_job = std::make_shared<PaperJob>(*m_printer);
        const int before = m_job->pages();
        if (m_job->add(letter, mark, m_printer->duplex() != QPrinter::DuplexNone))
            sheet.pages = m_job->pages() - before;
        else
            sheet.problem = tr("The printer did not take it.");
        QMetaObject::invokeMethod(this, [this, entry, sheet] { landed(entry, sheet); }, Qt::QueuedConnection);
    });
}

void LetterRun::write(int entry, const ComposedLetter &letter, const IssuedLetter &issued)
{
    m_pool.start([this, entry, letter, mark = markOf(issued), folder = m_folder] {
        Sheet sheet;
        const Result<QByteArray> pdf = letterPdf(letter, mark, &sheet.pages);
        const Result<QString> written =
            pdf ? writeLetterFile(*pdf, folder, letterFileName(letter)) : Result<QString>(pdf.error());
        if (written)
            sheet.file = *written;
        else
            sheet.problem = written.error().message;
        QMetaObject::invokeMethod(this, [this, entry, sheet] { landed(entry, sheet); }, Qt::QueuedConnection);
    });
}

void LetterRun::landed(int entry, const Sheet &sheet)
{
    m_entries[entry].pages = sheet.pages;
    m_entries[entry].file = sheet.file;
    if (!sheet.problem.isEmpty()) {
        fail(entry, sheet.problem);
    } else if (m_stage == Stage::Printing) {
        m_painted.append(entry); // it has gone out when the job has
        --m_underWay;
        Q_EMIT progressed(++m_finished, m_total);
        pump();
    } else {
        countPrints({entry});
    }
}

void LetterRun::countPrints(const QList<int> &entries)
{
    QStringList ids;
    for (const int entry : entries)
        ids.append(m_entries.at(entry).letterId);
    m_workshop.run(
        this, [ids](Workspace &workspace) { return workspace.recordPrints(ids); },
        [this, entries](const Result<void> &counted) {
            for (const int entry : entries) {
                if (counted) {
                    done(entry);
                } else {
                    m_entries[entry].state = RunEntry::Uncounted;
                    m_entries[entry].reason =
                        tr("It went out, but that could not be noted yet: %1").arg(counted.error().message);
                    m_countAgain.start();
                }
                Q_EMIT entryChanged(entry);
            }
            if (m_stage == Stage::Printing) {
                rest();
                return;
            }
            --m_underWay;
            Q_EMIT progressed(++m_finished, m_total);
            pump();
        });
}

void LetterRun::countAgain()
{
    QStringList ids;
    for (const RunEntry &entry : std::as_const(m_entries)) {
        if (entry.state == RunEntry::Uncounted)
            ids.append(entry.letterId);
    }
    if (ids.isEmpty())
        return;
    m_workshop.run(
        this, [ids](Workspace &workspace) { return workspace.recordPrints(ids); },
        [this, ids](const Result<void> &counted) {
            if (!counted) {
                m_countAgain.start();
                return;
            }
            for (int entry = 0; entry < m_entries.size(); ++entry) {
                if (m_entries.at(entry).state != RunEntry::Uncounted || !ids.contains(m_entries.at(entry).letterId))
                    continue;
                done(entry);
                Q_EMIT entryChanged(entry);
            }
        });
}

void LetterRun::done(int entry)
{
    RunEntry &row = m_entries[entry];
    row.state = RunEntry::Done;
    row.reason.clear();
    row.at = m_clock.now();
}

void LetterRun::fail(int entry, const QString &reason)
{
    m_entries[entry].state = RunEntry::Failed;
    m_entries[entry].reason = reason;
    --m_underWay;
    Q_EMIT entryChanged(entry);
    Q_EMIT progressed(++m_finished, m_total);
    pump();
}

void LetterRun::cancel()
{
    m_cancelled = true;
}

void LetterRun::endOfLetters()
{
    if (m_stage == Stage::Printing)
        closeJob();
    else
        rest();
}

/// The job goes to the printer with the letters that are in it: all, or those before the cancel.
void LetterRun::closeJob()
{
    m_pool.start([this] {
        const bool ended = m_job && m_job->end();
        m_job.reset();
        QMetaObject::invokeMethod(
            this,
            [this, ended] {
                m_printer.reset();
                const QList<int> painted = std::exchange(m_painted, {});
                if (painted.isEmpty()) {
                    rest();
                } else if (ended) {
                    countPrints(painted);
                } else {
                    for (const int entry : painted) {
                        m_entries[entry].state = RunEntry::Failed;
                        m_entries[entry].reason =
                            tr("The printer did not take the job; nothing of it was counted as printed.");
                        Q_EMIT entryChanged(entry);
                    }
                    rest();
                }
            },
            Qt::QueuedConnection);
    });
}

void LetterRun::rest()
{
    m_stage = Stage::Resting;
    Q_EMIT finished();
}

} // namespace reviewdesk
