#include "policy/ConditionWords.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ConditionWords)
};

bool isJoined(const Condition &condition)
{
    return (condition.kind == Condition::Kind::All || condition.kind == Condition::Kind::Any) &&
        condition.parts.size() > 1;
}

QString factWords(const Condition &condition, const Policy &policy)
{
    const Fact &fact = policy.facts.at(condition.fact);
    QString values;
    for (const int option : condition.options) {
        const QString &label = fact.options.at(option).label;
        values = values.isEmpty() ? label : Say::tr("%1 or %2", "values of one fact").arg(values, label);
    }
    return values.isEmpty() ? Say::tr("never") : Say::tr("%1 is %2", "a fact and its values").arg(fact.label, values);
}

/// The parts, each in brackets where it is joined itself.
QStringList partsInWords(const Condition &condition, const Policy &policy)
{
    QStringList parts;
    for (const Condition &part : condition.parts) {
        const QString words = conditionWords(part, policy);
        parts << (isJoined(part) ? QStringLiteral("(%1)").arg(words) : words);
    }
    return parts;
}

} // namespace

QString conditionWords(const Condition &condition, const Policy &policy)
{
    switch (condition.kind) {
    case Condition::Kind::Always:
        return Say::tr("always");
    case Condition::Kind::Never:
        return Say::tr("never");
    case Condition::Kind::All:
        return condition.parts.empty() ? Say::tr("always")
                                       : partsInWords(condition, policy).join(Say::tr(" and ", "between conditions"));
    case Condition::Kind::Any:
        return condition.parts.empty() ? Say::tr("never")
                                       : partsInWords(condition, policy).join(Say::tr(" or ", "between conditions"));
    case Condition::Kind::Not:
        return Say::tr("not: %1", "a condition that must not hold").arg(partsInWords(condition, policy).value(0));
    case Condition::Kind::AtLeast:
        return Say::tr("at least %1 of (%2)")
            .arg(QString::number(condition.count), partsInWords(condition, policy).join(QStringLiteral("; ")));
    case Condition::Kind::FactIs:
        return factWords(condition, policy);
    case Condition::Kind::CriterionHolds:
        return Say::tr("%1 is met", "a criterion").arg(policy.criteria.at(condition.criterion).id);
    }
    Q_UNREACHABLE();
}

QString conditionForm(const Condition &condition, const Policy &policy)
{
    QStringList parts;
    for (const Condition &part : condition.parts)
        parts << conditionForm(part, policy);
    const auto form = [&parts](QLatin1String name) {
        return QStringLiteral("%1(%2)").arg(name, parts.join(QLatin1Char(',')));
    };
    switch (condition.kind) {
    case Condition::Kind::Always:
        return QStringLiteral("true");
    case Condition::Kind::Never:
        return QStringLiteral("false");
    case Condition::Kind::All:
        return form(QLatin1String("all"));
    case Condition::Kind::Any:
        return form(QLatin1String("any"));
    case Condition::Kind::Not:
        return form(QLatin1String("not"));
    case Condition::Kind::AtLeast:
        return QString::number(condition.count) + form(QLatin1String("of"));
    case Condition::Kind::FactIs: {
        const Fact &fact = policy.facts.at(condition.fact);
        QStringList values;
        for (const int option : condition.options)
            values << fact.options.at(option).value;
        values.sort(); // the order in which a pack lists them says nothing here
        return QStringLiteral("%1=%2").arg(fact.id, values.join(QLatin1Char('|')));
    }
    case Condition::Kind::CriterionHolds:
        return policy.criteria.at(condition.criterion).id;
    }
    Q_UNREACHABLE();
}

} // namespace reviewdesk
