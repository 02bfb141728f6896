#include "ui/exports/CaseExports.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/SavedFile.h"

#include <QMenu>
#include <QMessageBox>
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
    m_pool.setMaxThreadCount(1);
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
    if (m_stopped)
        m_stopped->store(true);
    m_pool.clear();
    m_pool.waitForDone(); // its answer is posted to this object, and goes with it
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
    auto *progress = new QProgressDialog(words, tr("&Stop"), 0, 0, window());
    m_progress = progress;
    progress->setWindowTitle(tr("Export"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setAutoClose(false);
    progress->setAutoReset(false);
    progress->setMinimumDuration(slowAfter);
    connect(progress, &QProgressDialog::canceled, this, [stopped = m_stopped] { stopped->store(true); });
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

void CaseExports::carryOut(std::shared_ptr<const CaseDossier> dossier, Work work)
{
    m_pool.start([this, dossier = std::move(dossier), work = std::move(work), stopped = m_stopped] {
        const PacketProgress progress = [this, stopped](int done, int of) {
            QMetaObject::invokeMethod(
                this,
                [this, done, of] {
                    if (m_progress) {
                        m_progress->setMaximum(of);
                        m_progress->setValue(done);
                    }
                },
                Qt::QueuedConnection);
            return !stopped->load();
        };
        Result<ExportedFile> file = work(*dossier, progress);
        QMetaObject::invokeMethod(
            this, [this, file = std::move(file)] { finish(file); }, Qt::QueuedConnection);
    });
}

void CaseExports::finish(const Result<ExportedFile> &file)
{
    const bool wasStopped = std::exchange(m_stopped, nullptr)->load();
    delete m_progress;
    if (wasStopped || !m_workshop.isOpen()) // locked meanwhile: nothing goes out
        return;
    if (!file) {
        sayError(file.error());
        return;
    }
    const QString target = m_target(file->name);
    if (target.isEmpty())
        return;
    if (const Result<void> done = writeWhole(target, file->bytes); !done) {
        sayError(done.error());
        return;
    }
    Q_EMIT written(target);
    say(tr("Written to %1.\n\nThe file is not encrypted: keep it as you keep records.").arg(target));
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
