#pragma once

#include "store/Workshop.h"
#include "support/Clock.h"
#include "ui/intake/ArrivalRun.h"
#include "ui/intake/IncomingList.h"
#include "ui/intake/WatchedFolder.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace reviewdesk {

/// Whether a file is for the intake by its name: a request, a case file, a table of requests.
bool isRequestFile(const QString &path);

/// What lies in the watched folder and what was opened by hand, and what is known of each file. Files are looked
/// through one after the other, so that those whose case is here are told from those that wait. Nothing is taken in.
class IncomingRequests : public QObject {
    Q_OBJECT
public:
    IncomingRequests(Workshop &workshop, const Clock &clock, QObject *parent = nullptr);

    const QList<IncomingItem> &items() const { return m_items; } ///< those opened by hand first
    int waiting() const; ///< files of the folder that arrived and whose case is not here
    WatchedFolder &folder() { return m_folder; }
    void setFolder(const QString &folder); ///< remembered on this computer; empty: none
    void chooseFolder(QWidget *over); ///< asks for one
    void open(const QStringList &paths); ///< by hand: lists them
    /// When its request was received: an opened file now, one of the folder when it came into it.
    QDateTime receivedAt(const QString &path) const;
    void note(const QString &path, IncomingItem::State state, const QString &words = {});
    void lookThrough(); ///< what was not looked through yet, or could not be

Q_SIGNALS:
    void changed();

private:
    /// What was found out about a file; of another size or time it is another file.
    struct Known {
        IncomingFile file;
        IncomingItem::State state = IncomingItem::State::Arrived;
        QString words;
    };

    void gather();
    IncomingItem itemOf(const IncomingFile &file) const;
    void lookedThrough(const std::shared_ptr<const fhir::ArrivalReading> &reading);

    Workshop &m_workshop;
    const Clock &m_clock;
    WatchedFolder m_folder;
    ArrivalRun m_run;
    IncomingFile m_looking; ///< at which file; no path: none
    QHash<QString, Known> m_known;
    QList<IncomingFile> m_opened;
    QList<IncomingItem> m_items;
};

} // namespace reviewdesk
