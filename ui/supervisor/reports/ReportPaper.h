#pragma once

#include "reports/CaseloadReport.h"

#include <QHash>
#include <QObject>
#include <QPicture>

#include <atomic>
#include <memory>

class QThread;

namespace reviewdesk {

/// Writes a report as a PDF: each table with its definition, its chart and its numbers, told apart without colour. The
/// charts are drawn one at a time between other events, for only the GUI thread has charts; they are painted, and the
/// pages set and written, on a thread of their own.
class ReportPaper : public QObject {
    Q_OBJECT
public:
    using Charts = QHash<QString, QPicture>; ///< by the table's id

    explicit ReportPaper(QObject *parent = nullptr);
    ~ReportPaper() override; ///< stops, and waits

    void start(std::shared_ptr<const CaseloadReport> report, const QString &organisation, const QString &file);
    void stop(); ///< answers `stopped`; no file is made
    bool isRunning() const { return m_running; }
    QString file() const { return m_file; } ///< of the newest

Q_SIGNALS:
    void progressed(int drawn, int of); ///< charts; with the last, the pages are begun
    void finished(const reviewdesk::Result<void> &written);

private:
    void drawNext(int run);
    void write(int run);
    void settle(int run, const Result<void> &written);
    void halt();
    bool wasStopped(); ///< now, for the first time

    enum class Stage { Setting, Writing, Stopped }; ///< what was stopped writes nothing, what writes is not stopped

    std::shared_ptr<const CaseloadReport> m_report;
    QString m_organisation;
    QString m_file;
    Charts m_charts;
    QStringList m_toDraw; ///< ids of tables
    std::shared_ptr<std::atomic<Stage>> m_stage;
    std::unique_ptr<QThread> m_thread;
    int m_run = 0; ///< number of the newest
    bool m_running = false;
};

} // namespace reviewdesk
