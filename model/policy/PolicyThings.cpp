#include "policy/PolicyThings.h"

#include "policy/ConditionWords.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

using Part = PolicyDifference::Part;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyDifference)
};

const QString lines = QStringLiteral("\n");

QString yesOrNo(bool is)
{
    return is ? Say::tr("yes") : Say::tr("no");
}

class Things {
public:
    explicit Things(const Policy &policy) : m_policy(policy) { }

    QList<PolicyThing> all()
    {
        addPack();
        addOutcomes();
        addCriteria();
        addFacts();
        addDocumentation();
        addCodes();
        addRecorded();
        addNotes();
        addSections();
        addPassages();
        return std::move(m_things);
    }

private:
    static PolicyAspect said(const char *name, const QString &words, bool decides = false)
    {
        return {QString::fromLatin1(name), words, {}, decides};
    }

    PolicyAspect when(const char *name, const Condition &condition, bool decides) const
    {
        return {QString::fromLatin1(name), conditionWords(condition, m_policy), conditionForm(condition, m_policy),
            decides};
    }

    /// What can be chosen, and besides how it is put.
    static QList<PolicyAspect> optionsOf(const QList<FactOption> &options, bool decides)
    {
        QStringList labels;
        QStringList values;
        QStringList wording;
        for (const FactOption &option : options) {
            labels << option.label;
            values << option.value;
            QStringList all{option.label, option.help, option.statement, option.counterfactual};
            all.removeAll(QString());
            wording << all.join(QStringLiteral("; "));
        }
        return {{QStringLiteral("options"), labels.join(QStringLiteral(", ")), values.join(QLatin1Char('|')), decides},
            said("option_words", wording.join(lines))};
    }

    void add(Part part, const QString &id, const QString &label, QList<PolicyAspect> aspects)
    {
        m_things.append({part, id, label, std::move(aspects)});
    }

    void addPack()
    {
        add(Part::Pack, {}, m_policy.title,
            {said("id", m_policy.id), said("title", m_policy.title), said("version", m_policy.version),
                said("origin", m_policy.origin), said("effective", m_policy.effective),
                said("source_document", m_policy.sourceDocument),
                {QStringLiteral("sha256"), m_policy.sourceSha256.left(16) + QStringLiteral("…"), m_policy.sourceSha256,
                    false},
                said("contract_precedence", m_policy.contractPrecedence),
                said("section", m_policy.contractPrecedenceSource.section)});
    }

    void addOutcomes()
    {
        for (const OutcomeRule &outcome : m_policy.outcomes) {
            QStringList criteria;
            for (const int criterion : outcome.criteria)
                criteria << m_policy.criteria.at(criterion).id;
            const bool adverse = outcome.effect == OutcomeEffect::Adverse;
            add(Part::Outcome, outcome.id, outcome.label,
                {said("label", outcome.label), said("sentence", outcome.sentence),
                    said("effect", adverse ? Say::tr("refer to a physician") : Say::tr("may be approved"), true),
                    said("criteria", criteria.join(QStringLiteral(", ")), true)});
        }
    }

    void addCriteria()
    {
        for (const Criterion &criterion : m_policy.criteria)
            add(Part::Criterion, criterion.id, criterion.summary,
                {said("words", criterion.words), when("gate", criterion.gate, true),
                    when("content", criterion.content, true), said("section", criterion.source.section),
                    said("summary", criterion.summary)});
    }

    void addFacts()
    {
        for (const Fact &fact : m_policy.facts) {
            const bool choice = fact.kind == FactKind::Choice;
            QList<PolicyAspect> aspects{said("question", fact.question),
                said("kind", choice ? Say::tr("one of several") : Say::tr("yes or no"), true)};
            aspects += optionsOf(fact.options, true);
            aspects += {when("asked_when", fact.askedWhen, true), said("label", fact.label), said("help", fact.help),
                said("whether", fact.whether), said("section", fact.source.section), said("quote", fact.source.quote),
                said("page", fact.section), said("documentation", fact.documentation.join(QStringLiteral(", ")))};
            add(Part::Fact, fact.id, fact.label, aspects);
        }
    }

    void addDocumentation()
    {
        for (const DocumentationItem &item : m_policy.documentation)
            add(Part::Documentation, item.id, item.label,
                {said("words", item.words), when("required_when", item.requiredWhen, false),
                    said("section", item.source.section), said("label", item.label)});
    }

    void addCodes()
    {
        for (const CodeEntry &code : m_policy.codes)
            add(Part::Code, code.system + QLatin1Char(' ') + code.code, code.descriptor,
                {said("descriptor", code.descriptor)});
        for (const CodeCheck &check : m_policy.codeChecks)
            add(Part::CodeCheck, check.id, check.codes.join(QStringLiteral(", ")),
                {said("message", check.message), said("system", check.system),
                    said("codes", check.codes.join(QStringLiteral(", "))),
                    said("unless_codes", check.unlessCodes.join(QStringLiteral(", "))),
                    check.clash ? when("clash", *check.clash, false) : said("clash", Say::tr("always"))});
    }

    void addRecorded()
    {
        for (const RecordedItem &item : m_policy.recorded) {
            QList<PolicyAspect> aspects{said("label", item.label), said("kind", kindWords(item.kind))};
            aspects += optionsOf(item.options, false);
            aspects += {when("shown_when", item.shownWhen, false), said("note", item.note),
                said("section", item.source.section), said("quote", item.source.quote), said("page", item.section)};
            add(Part::Recorded, item.id, item.label, aspects);
        }
    }

    void addNotes()
    {
        for (const PolicyNote &note : m_policy.notes)
            add(Part::Note, note.id, note.kind == NoteKind::Reading ? Say::tr("A reading") : Say::tr("A note"),
                {said("text", note.text),
                    said("kind", note.kind == NoteKind::Reading ? Say::tr("a reading to confirm") : Say::tr("a note")),
                    when("shown_when", note.shownWhen, false), said("about", note.about.join(QStringLiteral(", "))),
                    said("in_letter", yesOrNo(note.inLetter)), said("section", note.source.section),
                    said("quote", note.source.quote)});
    }

    void addSections()
    {
        for (const WizardSection &section : m_policy.sections)
            add(Part::Section, section.id, section.title, {said("title", section.title), said("intro", section.intro)});
    }

    void addPassages()
    {
        const PassageTerms &terms = m_policy.terms;
        const auto list = [](const QStringList &phrases) { return phrases.join(QStringLiteral("; ")); };
        add(Part::Passages, {}, Say::tr("Words around a passage"),
            {said("negations_before", list(terms.negationsBefore)), said("negations_after", list(terms.negationsAfter)),
                said("uncertain", list(terms.uncertain)), said("breaks", list(terms.breaks))});
        for (const TermList &phrases : terms.lists) {
            const Fact &fact = m_policy.facts.at(phrases.fact);
            const FactOption &option = fact.options.at(phrases.option);
            add(Part::Passages, fact.id + QLatin1Char('=') + option.value,
                Say::tr("%1: %2", "a question and an answer").arg(fact.label, option.label),
                {said("phrases", list(phrases.phrases))});
        }
    }

    static QString kindWords(RecordedKind kind)
    {
        switch (kind) {
        case RecordedKind::Text:
            return Say::tr("text");
        case RecordedKind::Choice:
            return Say::tr("one of several");
        case RecordedKind::YesNo:
            return Say::tr("yes or no");
        case RecordedKind::PriorTreatments:
            return Say::tr("earlier treatments");
        }
        Q_UNREACHABLE();
    }

    const Policy &m_policy;
    QList<PolicyThing> m_things;
};

} // namespace

QList<PolicyThing> thingsOf(const Policy &policy)
{
    return Things(policy).all();
}

} // namespace reviewdesk
