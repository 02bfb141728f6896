#pragma once

#include "store/Workshop.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

namespace reviewdesk {

/// Keeps what a person has half written about one case: saved after a pause of 150 ms, at the latest 250 ms after the
/// first change not yet saved, and read back when the case is opened again. Nobody else sees it, and deciding drops it.
/// Before what was written earlier has been read, there is nothing to keep: it would be written over.
class DecisionDraft : public QObject {
    Q_OBJECT
public:
    static constexpr int pause = 150; ///< ms without a change before a save
    static constexpr int longestWait = 250; ///< ms, while changes go on

    DecisionDraft(Workshop &workshop, QString caseId, QObject *parent = nullptr);
    ~DecisionDraft() override; ///< queues what is not saved yet; does not wait for it

    void load(); ///< loaded() follows, once; or notLoaded(): then it is tried again when the server is back
    bool isLoaded() const { return m_loading == Loading::Done; }
    void keep(const QByteArray &json); ///< only once it is loaded
    void saveNow() { save(); } ///< without waiting for the pause: after one that failed
    void drop(); ///< the case was acted upon: nothing is to be saved any more
    void flush(); ///< waits until everything is saved or a save fails
    bool hasUnsaved() const { return m_waiting || m_underWay; }
    bool isAside() const { return m_aside; } ///< what is not saved is kept on this computer: it would not be lost

Q_SIGNALS:
    void loaded(const QByteArray &json); ///< empty: there is none
    void notLoaded(const reviewdesk::Error &error);
    void saving();
    void saved();
    void failed(const reviewdesk::Error &error);

private:
    QFuture<Result<void>> send();
    void save();
    void finish(quint64 number, const Result<void> &answer);

    Workshop &m_workshop;
    QString m_caseId;
    enum class Loading { NotYet, UnderWay, Failed, Done } m_loading = Loading::NotYet;
    QByteArray m_json;
    bool m_waiting = false; ///< m_json is newer than what was sent
    bool m_underWay = false;
    bool m_aside = false;
    quint64 m_number = 0; ///< of the last save sent
    QFuture<Result<void>> m_save;
    QTimer m_pause;
    QTimer m_longestWait;
};

} // namespace reviewdesk
