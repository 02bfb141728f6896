#include "policy/PolicyDraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyReader)
};

/// What a condition may read where it stands.
struct Scope {
    int facts = 0; ///< facts before this position
    bool criteria = false;
};

class ConditionReader {
public:
    ConditionReader(PolicyDraft &draft, Scope scope) : m_draft(draft), m_scope(scope) { }

    Condition read(const JsonValue &value, const QString &pointer)
    {
        if (const bool *truth = value.asBool())
            return plain(*truth ? Condition::Kind::Always : Condition::Kind::Never);
        if (!value.asObject())
            return {};
        const QString form = formOf(value, pointer);
        if (form == QLatin1String("all") || form == QLatin1String("any")) {
            Condition condition = plain(form == QLatin1String("all") ? Condition::Kind::All : Condition::Kind::Any);
            condition.parts = readParts(value, form, pointer);
            return condition;
        }
        if (form == QLatin1String("not")) {
            Condition condition = plain(Condition::Kind::Not);
            condition.parts.push_back(read(*value.member(u"not"), jsonPointer(pointer, u"not")));
            return condition;
        }
        if (form == QLatin1String("at_least"))
            return readAtLeast(*value.member(u"at_least"), jsonPointer(pointer, u"at_least"));
        if (form == QLatin1String("fact"))
            return readFact(value, pointer);
        if (form == QLatin1String("criterion"))
            return readCriterion(value, pointer);
        return {};
    }

private:
    static Condition plain(Condition::Kind kind)
    {
        Condition condition;
        condition.kind = kind;
        return condition;
    }

    /// The one form that the condition has; empty, and reported, when it has none or several.
    QString formOf(const JsonValue &value, const QString &pointer)
    {
        QStringList forms;
        for (const char *form : {"all", "any", "not", "at_least", "fact", "criterion"}) {
            if (value.member(QString::fromLatin1(form)))
                forms.append(QString::fromLatin1(form));
        }
        const int tests = (value.member(u"is") ? 1 : 0) + (value.member(u"in") ? 1 : 0);
        const bool isFact = forms.size() == 1 && forms.front() == QLatin1String("fact");
        if (forms.size() == 1 && tests == (isFact ? 1 : 0))
            return forms.front();
        m_draft.report("condition_form",
            Say::tr("A condition is true, false, or exactly one of: all, any, not, at_least, fact with is or in, "
                    "criterion."),
            pointer);
        return {};
    }

    std::vector<Condition> readParts(const JsonValue &value, QStringView member, const QString &pointer)
    {
        std::vector<Condition> parts;
        const QString list = jsonPointer(pointer, member);
        for (const JsonValue &part : listOf(value, member))
            parts.push_back(read(part, jsonPointer(list, static_cast<qsizetype>(parts.size()))));
        return parts;
    }

    Condition readAtLeast(const JsonValue &value, const QString &pointer)
    {
        Condition condition = plain(Condition::Kind::AtLeast);
        condition.parts = readParts(value, u"of", pointer);
        const JsonValue *count = value.member(u"count");
        if (!count || !count->asInteger())
            return condition;
        const auto parts = static_cast<qint64>(condition.parts.size());
        if (*count->asInteger() > parts) {
            m_draft.report("count_too_large", Say::tr("More parts must hold than there are (%1).").arg(parts),
                jsonPointer(pointer, u"count"));
        }
        condition.count = static_cast<int>(std::clamp<qint64>(*count->asInteger(), 0, parts));
        return condition;
    }

    Condition readFact(const JsonValue &value, const QString &pointer)
    {
        Condition condition = plain(Condition::Kind::FactIs);
        const QString *id = value.member(u"fact")->asString();
        if (!id)
            return condition;
        condition.fact = m_draft.policy.factIndex(*id);
        const QString place = jsonPointer(pointer, u"fact");
        if (condition.fact < 0) {
            m_draft.report("unknown_fact", Say::tr("There is no fact \"%1\".").arg(*id), place);
            return condition;
        }
        if (condition.fact >= m_scope.facts)
            m_draft.report("later_fact", Say::tr("\"%1\" is not asked before this question.").arg(*id), place);
        if (const JsonValue *one = value.member(u"is"))
            readOption(*one, condition, jsonPointer(pointer, u"is"));
        const QString list = jsonPointer(pointer, u"in");
        const JsonValue::Array &several = listOf(value, u"in");
        for (std::size_t i = 0; i < several.size(); ++i)
            readOption(several[i], condition, jsonPointer(list, static_cast<qsizetype>(i)));
        std::sort(condition.options.begin(), condition.options.end());
        return condition;
    }

    void readOption(const JsonValue &value, Condition &condition, const QString &pointer)
    {
        const Fact &fact = m_draft.policy.facts.at(condition.fact);
        const bool *truth = value.asBool();
        const QString *text = value.asString();
        if (!truth && !text)
            return;
        const QString word = text ? *text : *truth ? QStringLiteral("true") : QStringLiteral("false");
        int option = -1;
        // Yes and No are true and false, never the texts "true" and "false".
        if ((fact.kind == FactKind::YesNo) == (truth != nullptr)) {
            for (int i = 0; i < fact.options.size() && option < 0; ++i)
                option = fact.options.at(i).value == word ? i : -1;
        }
        if (option < 0) {
            m_draft.report("unknown_value", Say::tr("\"%1\" is no value of \"%2\".").arg(word, fact.id), pointer);
        } else if (std::find(condition.options.begin(), condition.options.end(), option) != condition.options.end()) {
            m_draft.report("repeated_value", Say::tr("\"%1\" stands here twice.").arg(word), pointer);
        } else {
            condition.options.push_back(option);
        }
    }

    Condition readCriterion(const JsonValue &value, const QString &pointer)
    {
        Condition condition = plain(Condition::Kind::CriterionHolds);
        const QString *id = value.member(u"criterion")->asString();
        if (!id)
            return condition;
        const QString place = jsonPointer(pointer, u"criterion");
        condition.criterion = m_draft.policy.criterionIndex(*id);
        if (!m_scope.criteria)
            m_draft.report(
                "criterion_not_allowed", Say::tr("Only criteria may name criteria; here facts decide."), place);
        else if (condition.criterion < 0)
            m_draft.report("unknown_criterion", Say::tr("There is no criterion \"%1\".").arg(*id), place);
        return condition;
    }

    PolicyDraft &m_draft;
    Scope m_scope;
};

Condition readMember(PolicyDraft &draft, const JsonValue &item, QStringView member, const QString &pointer, Scope scope)
{
    const JsonValue *value = item.member(member);
    return value ? ConditionReader(draft, scope).read(*value, jsonPointer(pointer, member)) : Condition{};
}

} // namespace

void readConditions(PolicyDraft &draft)
{
    Policy &policy = draft.policy;
    const JsonValue &pack = draft.document;
    const Scope overFacts{static_cast<int>(policy.facts.size()), false};
    const Scope overAll{overFacts.facts, true};
    const auto each = [&](const char *list, const auto &read) {
        const JsonValue::Array &items = listOf(pack, QString::fromLatin1(list));
        for (std::size_t i = 0; i < items.size(); ++i)
            read(static_cast<int>(i), items[i], itemPointer(list, static_cast<qsizetype>(i)));
    };
    each("facts", [&](int i, const JsonValue &item, const QString &pointer) {
        policy.facts[i].askedWhen = readMember(draft, item, u"asked_when", pointer, {i, false});
    });
    each("criteria", [&](int i, const JsonValue &item, const QString &pointer) {
        policy.criteria[i].gate = readMember(draft, item, u"gate", pointer, overAll);
        policy.criteria[i].content = readMember(draft, item, u"content", pointer, overAll);
    });
    each("documentation", [&](int i, const JsonValue &item, const QString &pointer) {
        policy.documentation[i].requiredWhen = readMember(draft, item, u"required_when", pointer, overFacts);
    });
    each("code_checks", [&](int i, const JsonValue &item, const QString &pointer) {
        if (item.member(u"clash"))
            policy.codeChecks[i].clash = readMember(draft, item, u"clash", pointer, overFacts);
    });
    each("recorded", [&](int i, const JsonValue &item, const QString &pointer) {
        policy.recorded[i].shownWhen = readMember(draft, item, u"shown_when", pointer, overFacts);
    });
    each("notes", [&](int i, const JsonValue &item, const QString &pointer) {
        policy.notes[i].shownWhen = readMember(draft, item, u"shown_when", pointer, overFacts);
    });
}

} // namespace reviewdesk
