#include "ui/decision/DecisionDraft.h"

#include <utility>

namespace reviewdesk {

DecisionDraft::DecisionDraft(Workshop &workshop, QString caseId, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_caseId(std::move(caseId))
{
    for (QTimer *timer : {&m_pause, &m_longestWait}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, &DecisionDraft::save);
    }
    connect(&workshop, &Workshop::connectionChanged, this, [this](bool there) {
        if (there && m_loading == Loading::Failed)
            load();
        else if (there)
            save();
    });
}

DecisionDraft::~DecisionDraft()
{
    if (m_waiting)
        send();
}

void DecisionDraft::load()
{
    if (m_loading == Loading::UnderWay || m_loading == Loading::Done)
        return;
    m_loading = Loading::UnderWay;
    m_workshop.run(
        this, [caseId = m_caseId](Workspace &workspace) { return workspace.decisionDraft(caseId); },
        [this](const Result<QByteArray> &answer) {
            if (!answer) {
                m_loading = Loading::Failed;
                Q_EMIT notLoaded(answer.error());
                return;
            }
            m_loading = Loading::Done;
            m_json = answer.value(); // written again, it is nothing new
            Q_EMIT loaded(m_json);
        });
}

void DecisionDraft::keep(const QByteArray &json)
{
    Q_ASSERT(isLoaded());
    if (json == m_json)
        return;
    m_json = json;
    m_waiting = true;
    m_aside = false;
    m_pause.start(pause);
    if (!m_longestWait.isActive())
        m_longestWait.start(longestWait);
    Q_EMIT saving();
}

void DecisionDraft::drop()
{
    m_waiting = false;
    m_pause.stop();
    m_longestWait.stop();
}

QFuture<Result<void>> DecisionDraft::send()
{
    return m_workshop.run(
        [caseId = m_caseId, json = m_json](Workspace &workspace) { return workspace.saveDecisionDraft(caseId, json); });
}

void DecisionDraft::save()
{
    m_pause.stop();
    m_longestWait.stop();
    if (m_underWay || !m_waiting)
        return;
    m_waiting = false;
    m_underWay = true;
    const quint64 number = ++m_number;
    m_save = send();
    // A call after it, which a draft that has died meanwhile does not get.
    m_workshop.run(
        this, [](Workspace &) { return Result<void>(); },
        [this, number](const Result<void> &) { finish(number, m_save.result()); });
}

void DecisionDraft::finish(quint64 number, const Result<void> &answer)
{
    if (!m_underWay || number != m_number)
        return; // flush() was faster than the event loop
    m_underWay = false;
    m_aside = !answer && !m_waiting && answer.error().code == QLatin1String("set_aside");
    if (!answer) {
        m_waiting = true; // the next change, or flush(), tries again
        Q_EMIT failed(answer.error());
    } else if (m_waiting) {
        save();
    } else {
        Q_EMIT saved();
    }
}

void DecisionDraft::flush()
{
    for (int attempt = 0; hasUnsaved() && attempt < 3; ++attempt) { // one under way, one waiting, one failed
        save();
        m_save.waitForFinished();
        finish(m_number, m_save.result());
    }
}

} // namespace reviewdesk
