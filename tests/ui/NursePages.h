#pragma once

#include "Stage.h"

namespace reviewdesk {

/// A nurse's work, from the worklist to the case that she refers.
class NursePages {
public:
    explicit NursePages(Stage &stage) : m_stage(stage) { }

    void walk();
    static QStringList namesOfMerge(); ///< of the member, as two people enter it

private:
    void emptyWorklist(Desk &desk);
    void reviewOf(Desk &desk);
    void otherwise(ReviewPage &review);
    void overTheReview(ReviewPage &review);
    void incoming(Desk &desk);
    void incomingTable(Desk &desk);
    void merging(Desk &desk);

    Stage &m_stage;
};

} // namespace reviewdesk
