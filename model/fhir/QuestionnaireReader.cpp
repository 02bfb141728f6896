#include "fhir/QuestionnaireReader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(QuestionnaireReader)
};

class Answering {
public:
    Answering(BundleReading &reading, const Policy &policy) : m_reading(reading), m_policy(policy) { }

    /// Items stand in items; the reader of the JSON has bounded how deep.
    Result<void> read(const Node &within)
    {
        for (const Node &item : within[u"item"].items()) {
            if (Result<void> done = readItem(item); !done)
                return done;
            if (Result<void> done = read(item); !done)
                return done;
            for (const Node &answer : item[u"answer"].items()) {
                if (Result<void> done = read(answer); !done)
                    return done;
            }
        }
        return {};
    }

private:
    Result<void> readItem(const Node &item)
    {
        const QString id = item.text(u"linkId");
        if (const int fact = m_policy.factIndex(id); fact >= 0) {
            readAnswer(m_policy.facts.at(fact), item);
            return {};
        }
        const bool isDocument = std::any_of(m_policy.documentation.cbegin(), m_policy.documentation.cend(),
            [&id](const DocumentationItem &document) { return document.id == id; });
        if (isDocument)
            return readAttachments(id, item);
        if (item[u"answer"].exists())
            m_reading.ignored.append({item.place(), Say::tr("“%1” is no question of this policy.").arg(id.left(64)), QStringLiteral("question")});
        return {};
    }

    /// The option that an answer means; nothing where it means none. No answer, or an empty one: not documented.
    std::optional<QString> optionOf(const Fact &fact, const Node &answer) const
    {
        QString said;
        if (const std::optional<bool> flag = answer[u"valueBoolean"].flag())
            said = *flag ? QStringLiteral("true") : QStringLiteral("false");
        else if (answer[u"valueCoding"].exists())
            said = answer[u"valueCoding"].text(u"code");
        else
            said = answer.text(u"valueString");
        const bool known = std::any_of(fact.options.cbegin(), fact.options.cend(),
            [&said](const FactOption &option) { return option.value == said; });
        return known ? std::optional(said) : std::nullopt;
    }

    void readAnswer(const Fact &fact, const Node &item)
    {
        const QList<Node> answers = item[u"answer"].items();
        if (answers.isEmpty() || (answers.size() == 1 && answers.first()[u"valueCoding"].text(u"code") == u"unknown")) {
            add({fact.id, QString(), QStringLiteral("The sender left “%1” unanswered: not documented.").arg(fact.label),
                item.place(), false});
            return;
        }
        const std::optional<QString> value = optionOf(fact, answers.first());
        if (!value) {
            m_reading.ignored.append({answers.first().place(), Say::tr("This is no answer to “%1”.").arg(fact.label), fact.id});
            return;
        }
        const auto option = std::find_if(fact.options.cbegin(), fact.options.cend(),
            [&value](const FactOption &each) { return each.value == *value; });
        add({fact.id, *value, QStringLiteral("The sender answered “%1”: %2.").arg(fact.label, option->label),
            answers.first().place(), false});
        if (answers.size() > 1)
            m_reading.ignored.append(
                {answers.at(1).place(), Say::tr("“%1” takes one answer; the first was read.").arg(fact.label), fact.id});
    }

    void add(const Suggestion &suggestion)
    {
        if (m_contradicted.contains(suggestion.fact))
            return;
        const auto other = std::find_if(m_reading.suggestions.begin(), m_reading.suggestions.end(),
            [&suggestion](const Suggestion &each) { return each.fact == suggestion.fact; });
        if (other == m_reading.suggestions.end()) {
            m_reading.suggestions.append(suggestion);
            return;
        }
        if (other->value == suggestion.value && other->value.isNull() == suggestion.value.isNull())
            return;
        m_reading.clashes.append(
            {suggestion.place, Say::tr("%1 %2 Nothing is suggested.").arg(other->reason, suggestion.reason), suggestion.fact});
        m_contradicted.insert(suggestion.fact);
        m_reading.suggestions.erase(other);
    }

    Result<void> readAttachments(const QString &type, const Node &item)
    {
        for (const Node &answer : item[u"answer"].items()) {
            const Node attachment = answer[u"valueAttachment"];
            if (!attachment.exists())
                continue;
            if (Result<void> added = addDocument(m_reading, attachment, type, item.text(u"text")); !added)
                return added;
        }
        return {};
    }

    BundleReading &m_reading;
    const Policy &m_policy;
    QSet<QString> m_contradicted;
};

} // namespace

Result<void> readQuestionnaires(BundleReading &reading, const Policy &policy)
{
    Answering answering(reading, policy);
    for (const Node &response : reading.bundle.allOf(u"QuestionnaireResponse")) {
        if (Result<void> done = answering.read(response); !done)
            return done;
    }
    return {};
}

} // namespace reviewdesk::fhir
