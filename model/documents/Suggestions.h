#pragma once

#include "documents/DocumentText.h"
#include "documents/PassageWords.h"
#include "policy/Policy.h"

#include <QHash>
#include <QList>

namespace reviewdesk {

/// A passage of a page that speaks of a fact. Never an answer: a person reads it and confirms.
struct FactPassage {
    int fact = -1;
    int option = -1; ///< what it speaks for; -1: it speaks of the fact, for nothing certain
    bool negated = false; ///< a negation turned the phrase round
    TextRange phrase; ///< in the page's text
    TextRange sentence; ///< the words around it, for a quote

    friend bool operator==(const FactPassage &, const FactPassage &) = default;
};

/// Finds passages by the pack's term lists. A longer phrase hides shorter ones of its fact within it; a negation in the
/// clause of a phrase turns it round ("no evidence of progression"), a word of doubt leaves it open ("possible
/// progression"). Pure, and the same on every thread.
class Suggestions {
public:
    explicit Suggestions(const Policy &policy);

    /// In the order of the text; one for each fact, option and sentence.
    QList<FactPassage> passages(const QString &pageText) const;

private:
    struct Term {
        int fact = -1;
        int option = -1;
        Phrase phrase;
    };
    struct Hit {
        const Term *term = nullptr;
        qsizetype first = 0; ///< word
        qsizetype last = 0;
    };
    struct Clause {
        qsizetype first = 0;
        qsizetype last = 0;
    };

    QList<Hit> hits(const QList<PassageWord> &words) const;
    Clause clauseOf(const QList<PassageWord> &words, const Hit &hit) const;
    bool isNegated(const QList<PassageWord> &words, const Hit &hit, const Clause &clause) const;
    bool isDoubted(const QList<PassageWord> &words, const Hit &hit, const Clause &clause) const;
    int turnedRound(const Term &term) const;

    QList<FactKind> m_kinds; ///< by fact
    QList<Term> m_terms;
    QMultiHash<QString, qsizetype> m_byBeginning; ///< positions in m_terms
    QList<qsizetype> m_openBeginning; ///< terms whose first word is open-ended
    QList<Phrase> m_before;
    QList<Phrase> m_after;
    QList<Phrase> m_uncertain;
    QList<Phrase> m_breaks;
};

} // namespace reviewdesk
