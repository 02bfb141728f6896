#include "ui/exports/CaseExports.h"

#include "policy/FileContent.h"
#include "ui/Aside.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/SavedFile.h"

#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QProgressDialog>

#include <utility>

namespace reviewdesk {

namespace {

constexpr int slowAfter = 300; // milliseconds

} // namespace

CaseExports::CaseExports(Workshop &workshop, QString caseId, std::function<bool()> save, QWidget *parent)
    : QToolButton(parent), m_workshop(workshop), m_caseId(std::move(caseId)), m_save(std::move(save)),
      m_target([this](const QString &suggested) { return askFileName(window(), tr("Export"), suggested); })
{
    connect(&workshop, &Workshop::closing, this, &CaseExports::stop); // what is put together holds the key
    setText(tr("Export"));
    setAccessibleName(text());
    setToolTip(tr("Write this case to a file"));
    setIcon(themedIcon(QStringLiteral("document")));
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const QString &words, fhir::ExportFormat format) {
        menu->addAction(words, this, [this, format] { exportCase(format); });
    };
    add(tr("&Answer to the request (FHIR)…"), fhir::ExportFormat::ClaimResponse);
    add(tr("Answers to the &questions (FHIR)…"), fhir::ExportFormat::QuestionnaireResponse);
    add(tr("The &policy's questions (FHIR)…"), fhir::ExportFormat::Questionnaire);
    add(tr("&Case file…"), fhir::ExportFormat::CaseFile);
    add(tr("&Request as a table (CSV)…"), fhir::ExportFormat::Table);
    menu->addSeparator();
    menu->addAction(tr("Case packet for an appeal (P&DF)…"), this, &CaseExports::exportPacket);
    setMenu(menu);
}

CaseExports::~CaseExports()
{
    stop();
}

void CaseExports::stop()
{
    if (m_stopped)
        m_stopped->store(true);
}

void CaseExports::exportCase(fhir::ExportFormat format)
{
    begin(tr("Writing the case…"),
        [format](const CaseDossier &dossier, const PacketProgress &) { return exportOf(dossier, format); });
}

void CaseExports::exportPacket()
{
    begin(tr("Putting the case packet together…"),
        [](const CaseDossier &dossier, const PacketProgress &progress) { return packetOf(dossier, progress); });
}

void CaseExports::begin(const QString &words, Work work)
{
    if (m_stopped)
        return; // one at a time
    if (!m_save()) {
        sayError({QStringLiteral("unsaved"), tr("The last changes are not saved yet, so nothing was written."), {}});
        return;
    }
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    showProgress(words);
    m_workshop.run(
        this,
        [caseId = m_caseId](Workspace &workspace) -> Result<std::shared_ptr<const CaseDossier>> {
            Result<CaseDossier> dossier = readDossier(workspace, caseId);
            if (!dossier)
                return dossier.error();
            return std::make_shared<const CaseDossier>(std::move(dossier).value());
        },
        [this, work = std::move(work)](const Result<std::shared_ptr<const CaseDossier>> &dossier) {
            if (dossier)
                carryOut(*dossier, work);
            else
                finish(dossier.error());
        });
}

void CaseExports::showProgress(const QString &words)
{
    auto *progress = new QProgressDialog(words, tr("&Stop"), 0, 0, window());
    m_progress = progress;
    progress->setWindowTitle(tr("Export"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setAutoClose(false);
    progress->setAutoReset(false);
    progress->setMinimumDuration(slowAfter);
    connect(progress, &QProgressDialog::canceled, this, &CaseExports::stop);
}

/// For the thread aside: says how far it is, and answers whether to go on.
std::function<bool(int done, int of)> CaseExports::progress()
{
    return [guard = QPointer<const QObject>(m_progress.data()), bar = m_progress.data(), stopped = m_stopped](int done, int of) {
        tellWindows(guard, [bar, done, of] {
            bar->setMaximum(of);
            bar->setValue(done);
        });
        return !stopped->load();
    };
}

void CaseExports::carryOut(std::shared_ptr<const CaseDossier> dossier, Work work)
{
    runAside(
        this,
        [dossier = std::move(dossier), work = std::move(work), progress = progress()] { return work(*dossier, progress); },
        [this](const Result<ExportedFile> &file) { finish(file); });
}

/// Locked meanwhile, or stopped: nothing goes out, and nothing is said.
bool CaseExports::isWanted() const
{
    return !m_stopped->load() && m_workshop.isOpen();
}

void CaseExports::finish(const Result<ExportedFile> &file)
{
    delete m_progress;
    if (!isWanted() || !file) {
        const bool isSaid = isWanted();
        m_stopped.reset();
        if (isSaid)
            sayError(file.error());
        return;
    }
    const QPointer<CaseExports> self(this);
    const QString target = m_target(file->name);
    if (!self)
        return; // its page went while the question stood there
    m_stopped = std::make_shared<std::atomic<bool>>(false); // where it was locked meanwhile, the question came back
    if (target.isEmpty() || !isWanted())
        m_stopped.reset();
    else
        write(target, file->bytes);
}

/// Aside: a packet may be large, and its place a share.
void CaseExports::write(const QString &target, const QByteArray &bytes)
{
    showProgress(tr("Writing the file…"));
    runAside(
        this,
        [target, bytes, progress = progress()] {
            constexpr qint64 unit = 1024; // the bar counts in int
            return writeWhole(target, bytes, [&progress](qint64 done, qint64 of) {
                return progress(static_cast<int>(done / unit), static_cast<int>(of / unit));
            });
        },
        [this, target](const Result<void> &done) {
            delete m_progress;
            const bool isSaid = isWanted();
            m_stopped.reset();
            if (!isSaid)
                return;
            if (!done) {
                sayError(done.error());
                return;
            }
            Q_EMIT written(target);
            say(tr("Written to %1.\n\nThe file is not encrypted: keep it as you keep records.").arg(target));
        });
}

void CaseExports::say(const QString &words)
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Export"), words, QMessageBox::Ok, window());
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void CaseExports::sayError(const Error &error)
{
    Q_EMIT refused(error);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Export"), error.message, QMessageBox::Ok, window());
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace reviewdesk
