#pragma once

#include <QtGlobal>

namespace reviewdesk {

/// While this lives, the kernel's table of mounts reads as if every folder of this computer lay on an NFS server: what
/// the program sees of a network share, without one.
class NetworkShare {
public:
    NetworkShare();
    ~NetworkShare();
    Q_DISABLE_COPY_MOVE(NetworkShare)
};

} // namespace reviewdesk
