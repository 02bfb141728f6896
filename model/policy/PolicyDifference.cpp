#include "policy/PolicyDifference.h"

#include "policy/PolicyThings.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <array>

namespace reviewdesk {

namespace {

using Part = PolicyDifference::Part;
using Kind = PolicyDifference::Kind;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyDifference)
};

constexpr std::array parts{Part::Pack, Part::Outcome, Part::Criterion, Part::Fact, Part::Documentation, Part::Code,
    Part::CodeCheck, Part::Recorded, Part::Note, Part::Section, Part::Passages};

QList<PolicyThing> ofPart(const QList<PolicyThing> &things, Part part)
{
    QList<PolicyThing> all;
    for (const PolicyThing &thing : things) {
        if (thing.part == part)
            all.append(thing);
    }
    return all;
}

QHash<QString, const PolicyThing *> byId(const QList<PolicyThing> &things)
{
    QHash<QString, const PolicyThing *> known;
    for (const PolicyThing &thing : things)
        known.insert(thing.id, &thing);
    return known;
}

/// A thing that only one pack has: all that it says.
void addWhole(QList<PolicyDifference> &differences, const PolicyThing &thing, Kind kind)
{
    bool first = true; // a thing without a word is still there, or gone
    for (const PolicyAspect &aspect : thing.aspects) {
        if (aspect.words.isEmpty() && !first)
            continue;
        first = false;
        const bool added = kind == Kind::Added;
        differences.append({thing.part, kind, thing.id, thing.label, aspect.name, added ? QString() : aspect.words,
            added ? aspect.words : QString(), aspect.decides});
    }
}

void addChanges(QList<PolicyDifference> &differences, const PolicyThing &before, const PolicyThing &after)
{
    for (qsizetype i = 0; i < after.aspects.size(); ++i) {
        const PolicyAspect &was = before.aspects.at(i);
        const PolicyAspect &is = after.aspects.at(i);
        if (was.compared() == is.compared())
            continue;
        const bool tellsApart = was.words != is.words; // two facts may have one label: then their ids tell
        differences.append({after.part, Kind::Changed, after.id, after.label, is.name,
            tellsApart ? was.words : was.compared(), tellsApart ? is.words : is.compared(), is.decides});
    }
}

/// In which order those stand that both have.
QStringList shared(const QList<PolicyThing> &things, const QHash<QString, const PolicyThing *> &others)
{
    QStringList ids;
    for (const PolicyThing &thing : things) {
        if (others.contains(thing.id))
            ids << thing.id;
    }
    return ids;
}

} // namespace

QList<PolicyDifference> differencesBetween(const Policy &before, const Policy &after)
{
    QList<PolicyDifference> differences;
    const QList<PolicyThing> allEarlier = thingsOf(before);
    const QList<PolicyThing> allLater = thingsOf(after);
    for (const Part part : parts) {
        const QList<PolicyThing> earlier = ofPart(allEarlier, part);
        const QList<PolicyThing> later = ofPart(allLater, part);
        const QHash<QString, const PolicyThing *> earlierById = byId(earlier);
        const QHash<QString, const PolicyThing *> laterById = byId(later);
        for (const PolicyThing &thing : later) {
            const PolicyThing *known = earlierById.value(thing.id);
            if (known)
                addChanges(differences, *known, thing);
            else
                addWhole(differences, thing, Kind::Added);
        }
        for (const PolicyThing &thing : earlier) {
            if (!laterById.contains(thing.id))
                addWhole(differences, thing, Kind::Removed);
        }
        const QStringList was = shared(earlier, laterById);
        const QStringList is = shared(later, earlierById);
        if (was != is)
            differences.append({part, Kind::Changed, {}, {}, QStringLiteral("order"), was.join(QStringLiteral(", ")),
                is.join(QStringLiteral(", ")), part == Part::Outcome || part == Part::Fact});
    }
    return differences;
}

QString partWords(Part part)
{
    switch (part) {
    case Part::Pack:
        return Say::tr("The policy");
    case Part::Outcome:
        return Say::tr("Outcome");
    case Part::Criterion:
        return Say::tr("Criterion");
    case Part::Fact:
        return Say::tr("Question");
    case Part::Documentation:
        return Say::tr("Required document");
    case Part::Code:
        return Say::tr("Code");
    case Part::CodeCheck:
        return Say::tr("Check of codes");
    case Part::Recorded:
        return Say::tr("Recorded item");
    case Part::Note:
        return Say::tr("Note");
    case Part::Section:
        return Say::tr("Page of the review");
    case Part::Passages:
        return Say::tr("Passages that are found");
    }
    Q_UNREACHABLE();
}

QString aspectWords(const PolicyDifference &difference)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("id"), QT_TRANSLATE_NOOP("PolicyDifference", "number")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("PolicyDifference", "title")},
        {QStringLiteral("version"), QT_TRANSLATE_NOOP("PolicyDifference", "version")},
        {QStringLiteral("origin"), QT_TRANSLATE_NOOP("PolicyDifference", "date of origin")},
        {QStringLiteral("effective"), QT_TRANSLATE_NOOP("PolicyDifference", "effective date")},
        {QStringLiteral("source_document"), QT_TRANSLATE_NOOP("PolicyDifference", "file of its text")},
        {QStringLiteral("sha256"), QT_TRANSLATE_NOOP("PolicyDifference", "SHA-256 of its text")},
        {QStringLiteral("contract_precedence"), QT_TRANSLATE_NOOP("PolicyDifference", "that the contract comes first")},
        {QStringLiteral("section"), QT_TRANSLATE_NOOP("PolicyDifference", "place in the policy")},
        {QStringLiteral("label"), QT_TRANSLATE_NOOP("PolicyDifference", "short name")},
        {QStringLiteral("sentence"), QT_TRANSLATE_NOOP("PolicyDifference", "sentence")},
        {QStringLiteral("effect"), QT_TRANSLATE_NOOP("PolicyDifference", "what it leads to")},
        {QStringLiteral("criteria"), QT_TRANSLATE_NOOP("PolicyDifference", "criteria that give it")},
        {QStringLiteral("words"), QT_TRANSLATE_NOOP("PolicyDifference", "the policy's words")},
        {QStringLiteral("gate"), QT_TRANSLATE_NOOP("PolicyDifference", "applies when")},
        {QStringLiteral("content"), QT_TRANSLATE_NOOP("PolicyDifference", "is met when")},
        {QStringLiteral("summary"), QT_TRANSLATE_NOOP("PolicyDifference", "short heading")},
        {QStringLiteral("question"), QT_TRANSLATE_NOOP("PolicyDifference", "question")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("PolicyDifference", "kind")},
        {QStringLiteral("options"), QT_TRANSLATE_NOOP("PolicyDifference", "answers")},
        {QStringLiteral("option_words"), QT_TRANSLATE_NOOP("PolicyDifference", "words of the answers")},
        {QStringLiteral("asked_when"), QT_TRANSLATE_NOOP("PolicyDifference", "asked when")},
        {QStringLiteral("help"), QT_TRANSLATE_NOOP("PolicyDifference", "explanation")},
        {QStringLiteral("whether"), QT_TRANSLATE_NOOP("PolicyDifference", "words for letters")},
        {QStringLiteral("quote"), QT_TRANSLATE_NOOP("PolicyDifference", "quotation")},
        {QStringLiteral("page"), QT_TRANSLATE_NOOP("PolicyDifference", "page of the review")},
        {QStringLiteral("documentation"), QT_TRANSLATE_NOOP("PolicyDifference", "documents that show it")},
        {QStringLiteral("required_when"), QT_TRANSLATE_NOOP("PolicyDifference", "required when")},
        {QStringLiteral("descriptor"), QT_TRANSLATE_NOOP("PolicyDifference", "descriptor")},
        {QStringLiteral("message"), QT_TRANSLATE_NOOP("PolicyDifference", "warning")},
        {QStringLiteral("system"), QT_TRANSLATE_NOOP("PolicyDifference", "kind of codes")},
        {QStringLiteral("codes"), QT_TRANSLATE_NOOP("PolicyDifference", "codes")},
        {QStringLiteral("unless_codes"), QT_TRANSLATE_NOOP("PolicyDifference", "unless with codes")},
        {QStringLiteral("clash"), QT_TRANSLATE_NOOP("PolicyDifference", "warns when")},
        {QStringLiteral("shown_when"), QT_TRANSLATE_NOOP("PolicyDifference", "shown when")},
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("PolicyDifference", "why it is recorded")},
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("PolicyDifference", "text")},
        {QStringLiteral("about"), QT_TRANSLATE_NOOP("PolicyDifference", "shown beside")},
        {QStringLiteral("in_letter"), QT_TRANSLATE_NOOP("PolicyDifference", "printed in letters")},
        {QStringLiteral("intro"), QT_TRANSLATE_NOOP("PolicyDifference", "introduction")},
        {QStringLiteral("negations_before"), QT_TRANSLATE_NOOP("PolicyDifference", "negations before")},
        {QStringLiteral("negations_after"), QT_TRANSLATE_NOOP("PolicyDifference", "negations after")},
        {QStringLiteral("uncertain"), QT_TRANSLATE_NOOP("PolicyDifference", "words of doubt")},
        {QStringLiteral("breaks"), QT_TRANSLATE_NOOP("PolicyDifference", "words that end a negation")},
        {QStringLiteral("phrases"), QT_TRANSLATE_NOOP("PolicyDifference", "phrases")},
        {QStringLiteral("order"), QT_TRANSLATE_NOOP("PolicyDifference", "order")},
    };
    const char *known = words.value(difference.aspect);
    return known ? Say::tr(known) : difference.aspect;
}

} // namespace reviewdesk
