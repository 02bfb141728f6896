#include "policy/PolicyDraft.h"

#include <QCoreApplication>

#include <algorithm>
#include <bitset>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyReader)
};

using CriterionSet = std::bitset<maxCriteria>;

void collect(const Condition &condition, CriterionSet &criteria)
{
    if (condition.kind == Condition::Kind::CriterionHolds && condition.criterion >= 0)
        criteria.set(static_cast<std::size_t>(condition.criterion));
    for (const Condition &part : condition.parts)
        collect(part, criteria);
}

bool namesCriterion(const Condition &condition)
{
    return condition.kind == Condition::Kind::CriterionHolds ||
        std::any_of(condition.parts.begin(), condition.parts.end(), namesCriterion);
}

void linkParents(PolicyDraft &draft)
{
    QList<Criterion> &criteria = draft.policy.criteria;
    for (int i = 0; i < criteria.size(); ++i) {
        const QString id = criteria.at(i).id;
        const qsizetype point = id.lastIndexOf(u'.');
        if (point < 0)
            continue;
        const int parent = draft.policy.criterionIndex(QStringView(id).left(point));
        const QString pointer = jsonPointer(itemPointer("criteria", i), u"id");
        if (parent < 0) {
            draft.report("missing_parent", Say::tr("Its parent \"%1\" is missing.").arg(id.left(point)), pointer);
        } else if (parent >= i) {
            draft.report(
                "parent_after_child", Say::tr("Its parent \"%1\" must stand before it.").arg(id.left(point)), pointer);
        } else {
            criteria[i].parent = parent;
            criteria[parent].children.append(i);
        }
    }
}

/// What a criterion asks besides the criteria that it names, when it has children (I.B.3's `unresectable`).
std::optional<Condition> ownOf(const Criterion &criterion)
{
    const Condition &content = criterion.content;
    if (criterion.children.isEmpty() || content.kind == Condition::Kind::Always)
        return std::nullopt;
    if (!namesCriterion(content))
        return content;
    if (content.kind != Condition::Kind::All)
        return std::nullopt;
    Condition own;
    own.kind = Condition::Kind::All;
    std::copy_if(content.parts.begin(), content.parts.end(), std::back_inserter(own.parts),
        [](const Condition &part) { return !namesCriterion(part); });
    if (own.parts.empty())
        return std::nullopt;
    return own.parts.size() == 1 ? own.parts.front() : own;
}

/// Whether a criterion holds depends on those its content names and those its gates, ancestors' too, name.
void findCycles(PolicyDraft &draft)
{
    const QList<Criterion> &criteria = draft.policy.criteria;
    const auto count = static_cast<std::size_t>(criteria.size());
    std::vector<CriterionSet> reach(count);
    for (int i = 0; i < criteria.size(); ++i) {
        CriterionSet &set = reach[static_cast<std::size_t>(i)];
        collect(criteria.at(i).content, set);
        for (int gated = i; gated >= 0; gated = criteria.at(gated).parent)
            collect(criteria.at(gated).gate, set);
    }
    for (std::size_t through = 0; through < count; ++through) {
        for (CriterionSet &set : reach) {
            if (set.test(through))
                set |= reach[through];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!reach[i].test(i))
            continue;
        QStringList ring;
        std::size_t first = i;
        for (std::size_t other = count; other-- > 0;) {
            if (reach[i].test(other) && reach[other].test(i)) {
                ring.prepend(criteria.at(static_cast<qsizetype>(other)).id);
                first = std::min(first, other);
            }
        }
        if (first == i) { // one report a ring, at its first criterion
            draft.report("criterion_cycle",
                Say::tr("Whether it holds depends on itself (%1).").arg(ring.join(QLatin1String(", "))),
                itemPointer("criteria", static_cast<qsizetype>(i)));
        }
    }
}

void readOutcomeCriteria(PolicyDraft &draft)
{
    const JsonValue::Array &outcomes = listOf(draft.document, u"outcomes");
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        const QString pointer = jsonPointer(itemPointer("outcomes", at), u"criteria");
        const JsonValue::Array &ids = listOf(outcomes[i], u"criteria");
        for (std::size_t j = 0; j < ids.size(); ++j) {
            const QString *id = ids[j].asString();
            if (!id || id->trimmed().isEmpty())
                continue;
            const QString place = jsonPointer(pointer, static_cast<qsizetype>(j));
            const int criterion = draft.policy.criterionIndex(*id);
            QList<int> &listed = draft.policy.outcomes[at].criteria;
            if (criterion < 0)
                draft.report("unknown_criterion", Say::tr("There is no criterion \"%1\".").arg(*id), place);
            else if (listed.contains(criterion))
                draft.report("repeated_value", Say::tr("\"%1\" stands here twice.").arg(*id), place);
            else
                listed.append(criterion);
        }
    }
    // What would have met the policy is asked of the first outcome.
    if (!draft.policy.outcomes.isEmpty() && draft.policy.outcomes.front().effect != OutcomeEffect::Approvable)
        draft.report(
            "first_outcome", Say::tr("The first outcome must be approvable."), QStringLiteral("/outcomes/0/effect"));
}

} // namespace

void checkCriteria(PolicyDraft &draft)
{
    linkParents(draft);
    for (Criterion &criterion : draft.policy.criteria)
        criterion.own = ownOf(criterion);
    findCycles(draft);
    readOutcomeCriteria(draft);
}

} // namespace reviewdesk
