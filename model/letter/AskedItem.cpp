#include "letter/LetterContent.h"

#include "cases/Finding.h"
#include "letter/CitedCriteria.h"

#include <algorithm>

namespace reviewdesk {

QList<AskedItem> askedOf(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy)
{
    const CitedCriteria cited(policy, view);
    const auto ids = [&policy](const QList<int> &criteria) {
        QStringList list;
        for (const int criterion : criteria)
            list.append(policy.criteria.at(criterion).id);
        return list;
    };
    QList<AskedItem> asked;
    for (const int fact : factsToAsk(view.interview, view.evaluation))
        asked.append({fact, nullptr, ids(cited.criteriaThatAsk(fact))});
    const QList<const DocumentationItem *> missing = missingDocuments(reviewCase, policy, view.interview);
    for (const DocumentationItem *item : missing) {
        QList<int> criteria;
        for (int fact = 0; fact < policy.facts.size(); ++fact) {
            if (policy.facts.at(fact).documentation.contains(item->id) && view.interview.shows(fact))
                criteria += cited.criteriaThatAsk(fact);
        }
        std::sort(criteria.begin(), criteria.end());
        criteria.erase(std::unique(criteria.begin(), criteria.end()), criteria.end());
        asked.append({-1, item, ids(criteria)});
    }
    return asked;
}

} // namespace reviewdesk
