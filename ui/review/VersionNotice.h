#pragma once

#include "ui/widgets/Notice.h"

namespace reviewdesk {

class ReviewSession;

/// That the case was reviewed under another version of the policy than holds now, in a line under its header: said once,
/// of the case as it was opened; or, once it is so, that this program does not have the version and may only read the case.
/// Hidden otherwise.
class VersionNotice : public Notice {
    Q_OBJECT
public:
    explicit VersionNotice(const ReviewSession &session, QWidget *parent = nullptr);

private:
    void sayOther();
    void sayOnlyRead();

    const ReviewSession &m_session;
    bool m_isOnlyRead = false; ///< is said
};

} // namespace reviewdesk
