#pragma once

#include "TestCluster.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

namespace reviewdesk {

/// The network between a program and its server: passes everything on, and is cut where a test wants it.
class CutWire {
public:
    /// Where the next COMMIT ends: on its way to the server, on its way back, or at the server a second after the program
    /// was cut off.
    enum class Cut { Never, OnTheWay, OnTheWayBack, Late };

    explicit CutWire(const TestCluster &cluster);
    ~CutWire();
    CutWire(const CutWire &) = delete;
    CutWire &operator=(const CutWire &) = delete;

    ServerAddress address(const QString &database) const; ///< of the server, by this wire
    void cutNextCommit(Cut cut) { m_cut = cut; }
    bool wasCut() const { return m_cut == Cut::Never; }
    /// While unplugged, what there is is cut off, and nothing comes through.
    void setPlugged(bool plugged) { m_plugged = plugged; }

private:
    void accept();
    void carry(int program);

    QTemporaryDir m_folder;
    QByteArray m_server;
    int m_door = -1;
    std::atomic<Cut> m_cut = Cut::Never;
    std::atomic<bool> m_plugged = true;
    std::atomic<bool> m_ending = false;
    std::thread m_doorkeeper;
    std::vector<std::thread> m_carriers; ///< of the doorkeeper's thread
};

} // namespace reviewdesk
