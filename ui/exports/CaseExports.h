#pragma once

#include "store/Workshop.h"
#include "ui/exports/PacketContents.h"

#include <QPointer>
#include <QToolButton>

#include <atomic>
#include <functional>
#include <memory>

class QProgressDialog;

namespace reviewdesk {

/// The button over a case by which it goes out as a file: answer to its request, answers, the policy's questions, case
/// file, and the packet for an appeal. What was typed is saved before; the file is written whole or not at all, off the
/// windows' thread. Stopped by its dialog and by the lock.
class CaseExports : public QToolButton {
    Q_OBJECT
public:
    /// `save`: keeps what is open on the page; false when it could not.
    CaseExports(Workshop &workshop, QString caseId, std::function<bool()> save, QWidget *parent = nullptr);
    ~CaseExports() override;

    /// Where the file goes; empty: the person thought better of it. Asks with a dialog unless set.
    using Target = std::function<QString(const QString &suggested)>;
    void setTarget(Target target) { m_target = std::move(target); }
    void exportCase(fhir::ExportFormat format);
    void exportPacket();

Q_SIGNALS:
    void written(const QString &file);
    void refused(const reviewdesk::Error &error);

private:
    using Work = std::function<Result<ExportedFile>(const CaseDossier &, const PacketProgress &)>;

    void begin(const QString &words, Work work);
    void carryOut(std::shared_ptr<const CaseDossier> dossier, Work work);
    void finish(const Result<ExportedFile> &file);
    void write(const QString &target, const QByteArray &bytes);
    void showProgress(const QString &words);
    std::function<bool(int done, int of)> progress();
    void stop();
    bool isWanted() const;
    void say(const QString &words);
    void sayError(const Error &error);

    Workshop &m_workshop;
    QString m_caseId;
    std::function<bool()> m_save;
    Target m_target;
    std::shared_ptr<std::atomic<bool>> m_stopped; ///< while one is under way
    QPointer<QProgressDialog> m_progress;
};

} // namespace reviewdesk
