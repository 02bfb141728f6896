#pragma once

#include "ui/widgets/Notice.h"

namespace reviewdesk {

class ReviewSession;

/// That the case was reviewed under another version of the policy than holds now, in a line under its header: said once,
/// of the case as it was opened. Hidden otherwise.
class VersionNotice : public Notice {
    Q_OBJECT
public:
    explicit VersionNotice(const ReviewSession &session, QWidget *parent = nullptr);
};

} // namespace reviewdesk
