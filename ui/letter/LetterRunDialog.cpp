#include "ui/letter/LetterRunDialog.h"

#include "ui/letter/MailList.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/SavedFile.h"
#include "ui/widgets/StatusGlyph.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

enum Column { CaseColumn, LetterColumn, RecipientColumn, StateColumn, Columns };

Glyph glyphFor(const RunEntry &entry)
{
    switch (entry.state) {
    case RunEntry::Done:
        return Glyph::Met;
    case RunEntry::Held:
    case RunEntry::Failed:
    case RunEntry::Uncounted:
        return Glyph::Alert;
    case RunEntry::ToIssue:
    case RunEntry::Issued:
        break;
    }
    return Glyph::Later;
}

/// "1 letter", "12 letters".
QString lettersIn(int count)
{
    return count == 1 ? LetterRunDialog::tr("1 letter") : LetterRunDialog::tr("%1 letters").arg(count);
}

QIcon glyphIcon(Glyph glyph, qreal ratio)
{
    const int side = glyphSide();
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGlyph(painter, QRectF(0, 0, side, side), glyph);
    return picture;
}

} // namespace

LetterRunDialog::LetterRunDialog(Workshop &workshop, std::shared_ptr<const LetterComposer> composer,
    Letterhead letterhead, const Clock &clock, const QStringList &caseIds, QWidget *parent)
    : QDialog(parent),
      m_run(new LetterRun(workshop, std::move(composer), std::move(letterhead), clock, caseIds, this)), m_clock(clock),
      m_zone(workshop.rulebook().zone), m_summary(makeLabel(tr("Looking at the cases…"))),
      m_table(new QTableWidget(0, Columns)),
      m_copies(new QCheckBox(tr("Also those that went &out before, marked COPY"))), m_bar(new QProgressBar),
      m_notice(new Notice), m_cancel(makeButton(tr("&Stop"), ButtonKind::Secondary)),
      m_list(makeButton(tr("Save mail &list…"), ButtonKind::Secondary)),
      m_pdf(makeButton(tr("Save PD&Fs…"), ButtonKind::Secondary)),
      m_print(makeButton(tr("&Print…"), ButtonKind::Primary))
{
    setProperty("stopsAtLock", true); // what is under way is finished and counted
    setProperty("helpTopic", QStringLiteral("release"));
    setWindowTitle(tr("Release letters"));
    giveSize(*this, {880, 600});
    m_table->setHorizontalHeaderLabels({tr("Case"), tr("Letter"), tr("To"), tr("State")});
    m_table->setAccessibleName(tr("Letters of this run"));
    setPanel(m_table, "cases");
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {RecipientColumn, StateColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionResized, m_table, &QTableWidget::resizeRowsToContents, Qt::QueuedConnection);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_cancel->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Release letters"), TextRole::Title));
    column->addWidget(m_summary);
    column->addWidget(m_notice);
    column->addWidget(m_table, 1);
    column->addWidget(m_copies);
    auto *progress = new QHBoxLayout;
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_cancel);
    column->addLayout(progress);
    column->addWidget(buildButtons());
    connect(m_run, &LetterRun::progressed, this, &LetterRunDialog::showProgress);
    connect(m_run, &LetterRun::gathered, this, &LetterRunDialog::fill);
    connect(m_run, &LetterRun::entryChanged, this, &LetterRunDialog::showEntry);
    connect(m_run, &LetterRun::finished, this, &LetterRunDialog::showEnd);
    connect(m_cancel, &QPushButton::clicked, m_run, &LetterRun::cancel);
    connect(m_copies, &QCheckBox::toggled, this, [this](bool copies) {
        m_doing = tr("Looking at the cases…");
        m_run->gather(copies);
        showSummary();
    });
    m_doing = tr("Looking at the cases…");
    m_run->gather();
    showSummary();
}

QWidget *LetterRunDialog::buildButtons()
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(12);
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    setLeadingIcon(m_print, QStringLiteral("print"), ColorRole::OnAccent);
    setLeadingIcon(m_pdf, QStringLiteral("pdf"));
    m_list->setToolTip(tr("Who was written to at which address, as CSV or PDF"));
    row->addWidget(close);
    row->addStretch();
    row->addWidget(m_list);
    row->addWidget(m_pdf);
    row->addWidget(m_print);
    for (QPushButton *button : {close, m_list, m_pdf, m_print, m_cancel})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &LetterRunDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &LetterRunDialog::choosePrinter);
    connect(m_pdf, &QPushButton::clicked, this, &LetterRunDialog::chooseFolder);
    connect(m_list, &QPushButton::clicked, this, &LetterRunDialog::chooseListFile);
    return buttons;
}

void LetterRunDialog::fill()
{
    const QList<RunEntry> &entries = m_run->entries();
    m_table->setRowCount(static_cast<int>(entries.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < Columns; ++column)
            m_table->setItem(row, column, new QTableWidgetItem);
        showEntry(row);
    }
    m_table->resizeRowsToContents();
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, 0);
    showSummary();
    (m_run->open() > 0 ? static_cast<QWidget *>(m_print) : m_table)->setFocus();
}

void LetterRunDialog::showEntry(int entry)
{
    if (entry >= m_table->rowCount())
        return;
    const RunEntry &row = m_run->entries().at(entry);
    const bool lost = row.caseNumber.isEmpty();
    QString state;
    switch (row.state) {
    case RunEntry::ToIssue:
        state = tr("Will be issued and go out");
        break;
    case RunEntry::Issued:
        state = row.copy ? tr("Issued; goes out as a COPY") : tr("Issued; goes out");
        break;
    case RunEntry::Held:
        state = lost ? row.reason : tr("Held: %1").arg(row.reason);
        break;
    case RunEntry::Failed:
        state = tr("Did not go out: %1").arg(row.reason);
        break;
    case RunEntry::Uncounted:
        state = row.reason;
        break;
    case RunEntry::Done:
        state = row.pages == 1 ? tr("Gone out, 1 page") : tr("Gone out, %1 pages").arg(row.pages);
        break;
    }
    m_table->item(entry, CaseColumn)->setText(row.caseNumber);
    m_table->item(entry, LetterColumn)->setText(lost ? QString() : label(row.kind));
    m_table->item(entry, RecipientColumn)
        ->setText(lost ? QString() : tr("%1: %2").arg(label(row.recipient), row.addressee.value(0)));
    m_table->item(entry, StateColumn)->setText(state);
    m_table->item(entry, StateColumn)->setIcon(glyphIcon(glyphFor(row), devicePixelRatioF()));
    m_table->item(entry, StateColumn)->setToolTip(state);
}

void LetterRunDialog::showSummary()
{
    const bool busy = m_run->isBusy();
    const int open = m_run->open();
    const int held = m_run->count(RunEntry::Held);
    const int done = m_run->count(RunEntry::Done);
    QStringList words;
    if (busy) {
        words.append(m_doing);
    } else if (open > 0) {
        words.append(tr("%1 will go out.").arg(lettersIn(open)));
        if (const int toIssue = m_run->count(RunEntry::ToIssue); toIssue > 0)
            words.append(toIssue == open   ? tr("Each is issued first: its words are frozen then.")
                             : toIssue == 1 ? tr("1 of them is issued first: its words are frozen then.")
                                            : tr("%1 of them are issued first: their words are frozen then.").arg(toIssue));
    } else if (done == 0) {
        words.append(tr("No letter waits to go out."));
    }
    if (done > 0)
        words.append(tr("%1 went out.").arg(lettersIn(done)));
    if (!busy && held > 0)
        words.append(tr("Held: %1. The others do not wait for them.").arg(lettersIn(held)));
    if (const QString summary = words.join(u' '); m_summary->text() != summary)
        setTextAnnounced(m_summary, summary);
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    m_copies->setEnabled(!busy);
    m_print->setText(done > 0 && open > 0 ? tr("&Print the rest…") : tr("&Print…"));
    m_pdf->setText(done > 0 && open > 0 ? tr("Save the rest as PD&F…") : tr("Save PD&Fs…"));
    m_print->setEnabled(!busy && open + m_run->count(RunEntry::Failed) > 0);
    m_pdf->setEnabled(m_print->isEnabled());
    m_list->setEnabled(!busy && done > 0);
}

void LetterRunDialog::showProgress(int done, int of)
{
    m_bar->setRange(0, of);
    m_bar->setValue(done);
}

void LetterRunDialog::choosePrinter()
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(lettersIn(m_run->open())); // no case, no name
    QPrintDialog dialog(printer.get(), this);
    dialog.setWindowTitle(tr("Print letters"));
    if (dialog.exec() == QDialog::Accepted)
        printOn(std::move(printer));
}

void LetterRunDialog::printOn(std::unique_ptr<QPrinter> printer)
{
    m_notice->clear();
    m_doing = tr("Printing, as one job…");
    m_run->print(std::move(printer));
    showSummary();
    m_cancel->setFocus();
}

void LetterRunDialog::chooseFolder()
{
    QFileDialog dialog(this, tr("Folder for the PDFs"), documentsFolder());
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        writeTo(dialog.selectedFiles().constFirst());
}

void LetterRunDialog::writeTo(const QString &folder)
{
    m_notice->clear();
    m_doing = tr("Writing PDFs…");
    m_run->writePdfs(folder);
    showSummary();
    m_cancel->setFocus();
}

void LetterRunDialog::chooseListFile()
{
    const QString name = askFileName(this, tr("Save mail list"),
        tr("letters %1.csv").arg(m_clock.now().toTimeZone(m_zone).date().toString(Qt::ISODate)), tr("CSV (*.csv);;PDF (*.pdf)"));
    if (name.isEmpty())
        return;
    const Result<void> written =
        writeMailList(m_run->entries(), m_zone, m_clock.now(), name);
    if (written)
        m_notice->showMessage(Tone::Ok, tr("The mail list is written."));
    else
        m_notice->showError(written.error());
}

void LetterRunDialog::showEnd()
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        showEntry(row);
    m_table->resizeRowsToContents();
    const int failed = m_run->count(RunEntry::Failed);
    const int open = m_run->open();
    if (failed > 0)
        m_notice->showMessage(Tone::Warn,
            tr("%1 did not go out; the list says why. Print again to try only these.").arg(lettersIn(failed)));
    else if (open > 0)
        m_notice->showMessage(Tone::Warn, tr("Stopped with %1 left; go on whenever you like.").arg(lettersIn(open)));
    else
        m_notice->showMessage(Tone::Ok, tr("All letters that may go out have gone out."));
    showSummary();
    (open > 0 ? m_print : m_list)->setFocus();
    Q_EMIT released();
}

void LetterRunDialog::reject()
{
    if (m_run->isBusy()) // what is under way is finished and counted; a second time closes
        m_run->cancel();
    else
        QDialog::reject();
}

} // namespace reviewdesk
