#pragma once

#include "ui/review/CriterionLinks.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

namespace reviewdesk {

/// What the policy asks: the criteria with their words and the facts given, what would have met them, and whether the
/// outcome is certain.
class PolicyColumn : public Card {
    Q_OBJECT
public:
    explicit PolicyColumn(const ReviewSession &session, QWidget *parent = nullptr);

private:
    void addCriteria();
    void addWouldMeet();
    void addDecided();
    void addProof();
    void addNotes();

    const ReviewSession &m_session;
    CriterionLinks m_links;
};

/// One way to meet the criteria, told in two parts that are never mixed; either may be empty.
struct WouldMeet {
    QString notShown; ///< "the disease is progressive": the record does not show it
    QString otherwise; ///< "the disease were progressive": the record shows otherwise

    friend bool operator==(const WouldMeet &, const WouldMeet &) = default;
};
QList<WouldMeet> wouldMeetInWords(const Policy &policy, const CaseView &view);

} // namespace reviewdesk
