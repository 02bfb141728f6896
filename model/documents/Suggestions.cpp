#include "documents/Suggestions.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace reviewdesk {

namespace {

constexpr qsizetype reachBefore = 8; ///< words over which a negation or a doubt reaches a phrase behind it
constexpr qsizetype reachAfter = 5; ///< and before it
constexpr qsizetype longestPhrase = 16; ///< words

QList<Phrase> phrasesOf(const QStringList &texts)
{
    QList<Phrase> phrases;
    for (const QString &text : texts)
        phrases.append(Phrase(text));
    return phrases;
}

/// Whether one of the phrases stands whole between two words, the last included.
bool standsIn(const QList<Phrase> &phrases, const QList<PassageWord> &words, qsizetype first, qsizetype last)
{
    for (qsizetype at = first; at <= last; ++at) {
        for (const Phrase &phrase : phrases) {
            if (at + phrase.length() - 1 <= last && phrase.isAt(words, at))
                return true;
        }
    }
    return false;
}

} // namespace

Suggestions::Suggestions(const Policy &policy)
    : m_before(phrasesOf(policy.terms.negationsBefore)), m_after(phrasesOf(policy.terms.negationsAfter)),
      m_uncertain(phrasesOf(policy.terms.uncertain)), m_breaks(phrasesOf(policy.terms.breaks))
{
    for (const Fact &fact : policy.facts)
        m_kinds.append(fact.kind);
    for (const TermList &list : policy.terms.lists) {
        for (const QString &text : list.phrases) {
            const Phrase phrase(text);
            const QStringList beginnings = phrase.beginnings();
            for (const QString &word : beginnings)
                m_byBeginning.insert(word, m_terms.size());
            if (beginnings.isEmpty())
                m_openBeginning.append(m_terms.size());
            m_terms.append({list.fact, list.option, phrase});
        }
    }
}

/// All phrases, those within a longer one of the same fact left out.
QList<Suggestions::Hit> Suggestions::hits(const QList<PassageWord> &words) const
{
    QList<Hit> all;
    for (qsizetype at = 0; at < words.size(); ++at) {
        QList<qsizetype> candidates = m_byBeginning.values(words.at(at).word);
        candidates += m_openBeginning;
        for (const qsizetype term : std::as_const(candidates)) {
            const Phrase &phrase = m_terms.at(term).phrase;
            if (phrase.isAt(words, at))
                all.append({&m_terms.at(term), at, at + phrase.length() - 1});
        }
    }
    QList<Hit> kept;
    for (qsizetype index = 0; index < all.size(); ++index) {
        const Hit &hit = all.at(index);
        const auto hides = [&hit](const Hit &other) {
            return other.term->fact == hit.term->fact && other.first <= hit.first && other.last >= hit.last &&
                other.last - other.first > hit.last - hit.first;
        };
        bool hidden = false; // they lie in the order of their first words
        for (qsizetype other = index; !hidden && other >= 0 && hit.first - all.at(other).first < longestPhrase; --other)
            hidden = hides(all.at(other));
        for (qsizetype other = index; !hidden && other < all.size() && all.at(other).first == hit.first; ++other)
            hidden = hides(all.at(other));
        if (!hidden)
            kept.append(hit);
    }
    std::sort(kept.begin(), kept.end(), [](const Hit &one, const Hit &other) {
        return std::tie(one.first, one.term->fact, one.term->option) <
            std::tie(other.first, other.term->fact, other.term->option);
    });
    return kept;
}

/// The part of the sentence that the phrase stands in, between words such as "but", as far as they reach.
Suggestions::Clause Suggestions::clauseOf(const QList<PassageWord> &words, const Hit &hit) const
{
    const auto breaksAt = [&](qsizetype at) {
        return std::any_of(m_breaks.begin(), m_breaks.end(), [&](const Phrase &phrase) { return phrase.isAt(words, at); });
    };
    Clause clause{hit.first, hit.last};
    while (hit.first - clause.first < reachBefore && !words.at(clause.first).beginsSentence && !breaksAt(clause.first - 1))
        --clause.first;
    while (clause.last - hit.last < reachAfter && clause.last + 1 < words.size() && !words.at(clause.last + 1).beginsSentence && !breaksAt(clause.last + 1))
        ++clause.last;
    return clause;
}

bool Suggestions::isNegated(const QList<PassageWord> &words, const Hit &hit, const Clause &clause) const
{
    return standsIn(m_before, words, clause.first, hit.first - 1) ||
        standsIn(m_after, words, hit.last + 1, clause.last);
}

bool Suggestions::isDoubted(const QList<PassageWord> &words, const Hit &hit, const Clause &clause) const
{
    return standsIn(m_uncertain, words, clause.first, hit.first - 1) ||
        standsIn(m_uncertain, words, hit.last + 1, clause.last);
}

/// What a negated phrase speaks for: the other value of a yes_no fact; of a choice nothing.
int Suggestions::turnedRound(const Term &term) const
{
    return m_kinds.at(term.fact) == FactKind::YesNo ? 1 - term.option : -1;
}

QList<FactPassage> Suggestions::passages(const QString &pageText) const
{
    const QList<PassageWord> words = passageWords(pageText);
    QList<FactPassage> found;
    std::set<std::tuple<int, int, int>> seen; // fact, option, sentence
    const QList<Hit> all = hits(words);
    for (const Hit &hit : all) {
        const Clause clause = clauseOf(words, hit);
        FactPassage passage;
        passage.fact = hit.term->fact;
        passage.negated = isNegated(words, hit, clause);
        passage.option = passage.negated ? turnedRound(*hit.term) : hit.term->option;
        if (isDoubted(words, hit, clause))
            passage.option = -1;
        else if (passage.negated && passage.option < 0)
            continue; // "no melanoma" says nothing of what it is
        const PassageWord &last = words.at(hit.last);
        passage.phrase = {words.at(hit.first).start, last.start + last.length - words.at(hit.first).start};
        passage.sentence = sentenceAround(pageText, passage.phrase);
        const std::tuple<int, int, int> key{passage.fact, passage.option, passage.sentence.start};
        if (seen.contains(key))
            continue;
        seen.insert(key);
        found.append(passage);
    }
    return found;
}

} // namespace reviewdesk
