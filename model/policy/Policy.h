#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace reviewdesk {

/// Where the policy's document says a thing. `quote` is exact (spaces folded); a test holds it against the document.
struct SourcePlace {
    QString section; ///< the document's heading, e.g. "MEDICAL POLICY CRITERIA, I.B.3.b.i"
    QString quote; ///< the words there; may be empty

    friend bool operator==(const SourcePlace &, const SourcePlace &) = default;
};

/// A test over facts and criteria. Facts and criteria are positions in Policy::facts and Policy::criteria.
struct Condition {
    enum class Kind { Always, Never, All, Any, Not, AtLeast, FactIs, CriterionHolds };

    Kind kind = Kind::Always;
    int count = 0; ///< AtLeast: how many of `parts` must hold
    int fact = -1; ///< FactIs
    std::vector<int> options; ///< FactIs: positions in the fact's options, ascending; holds when the fact is one of them
    int criterion = -1; ///< CriterionHolds: its gates (ancestors' too) and its content together
    std::vector<Condition> parts; ///< All, Any, AtLeast: any number; Not: one

    friend bool operator==(const Condition &, const Condition &) = default;
};

enum class FactKind { Choice, YesNo };

/// One value that a fact can take.
struct FactOption {
    QString value; ///< as in case files; for YesNo "true" and "false", in this order
    QString label; ///< on a button: "Yes", "Colorectal"
    QString help; ///< one line under or beside the label; may be empty
    QString statement; ///< a clause for letters, lower case start, no full stop: "the disease is progressive"
    QString counterfactual; ///< after "only if": "the disease were progressive"; YesNo facts only

    friend bool operator==(const FactOption &, const FactOption &) = default;
};

/// A fact that criteria read, and the question that asks for it.
struct Fact {
    QString id;
    FactKind kind = FactKind::YesNo;
    QString label; ///< a short noun for tables: "Progressive disease"
    QString question; ///< as a nurse would ask it: "Is it progressive?"
    QString help; ///< one or two sentences in our own words; may be empty
    QString whether; ///< after "the records do not show": "whether the disease is progressive"
    QList<FactOption> options; ///< in the policy's order; the order everywhere
    Condition askedWhen; ///< over facts only; the question shows while it holds in the answers of the questions shown
    QString section; ///< id of the wizard section it stands in
    SourcePlace source;
    QStringList documentation; ///< ids of the required-documentation entries that show it

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// One criterion in the policy's own words.
struct Criterion {
    QString id; ///< "I.B.3.b.i"
    int parent = -1; ///< the criterion whose id is this id without its last part; -1: none
    QList<int> children; ///< direct children in policy order
    QString words; ///< exactly the policy's, hyphenation and line ends folded
    QString summary; ///< our own short heading for narrow places, e.g. "Colorectal metastases"
    SourcePlace source;
    Condition gate; ///< besides the parent's: when it applies at all
    Condition content; ///< what must hold; never includes an ancestor's content
    std::optional<Condition> own; ///< in a criterion with children: the parts of `content` that name no criterion

    friend bool operator==(const Criterion &, const Criterion &) = default;
};

enum class OutcomeEffect { Approvable, Adverse };

/// A result the policy knows. Decided when in every completion at least one of `criteria` holds.
struct OutcomeRule {
    QString id; ///< "medically_necessary"
    OutcomeEffect effect = OutcomeEffect::Approvable;
    QString label; ///< "Medically necessary"
    QString sentence; ///< the outcome panel's sentence in our own words
    QList<int> criteria;

    friend bool operator==(const OutcomeRule &, const OutcomeRule &) = default;
};

/// An item of the policy's required-documentation list.
struct DocumentationItem {
    QString id; ///< the document type in case files: "planned_therapy"
    QString label; ///< short, our own words
    QString words; ///< exactly the policy's
    SourcePlace source;
    Condition requiredWhen; ///< over facts

    friend bool operator==(const DocumentationItem &, const DocumentationItem &) = default;
};

/// A code of the policy's list (or an ICD-10-CM code or prefix it bears on).
struct CodeEntry {
    QString system; ///< "CPT", "HCPCS", "ICD-10-CM"
    QString code; ///< upper case; ICD-10-CM may be a prefix without its subdivisions ("C22.0")
    QString descriptor; ///< short, our own words

    friend bool operator==(const CodeEntry &, const CodeEntry &) = default;
};

/// What codes say about answers. A clash is a warning with its reason, never a change.
struct CodeCheck {
    QString id;
    QString system; ///< "procedure" (CPT and HCPCS) or "ICD-10-CM"
    QStringList codes; ///< a code of the case matches when it starts with one of these
    QStringList unlessCodes; ///< silent when the case has one of these too (compared as `codes` are)
    std::optional<Condition> clash; ///< warn when this holds in the answers; none: always say it
    QString message; ///< "C2616 is a yttrium-90 source: it speaks of radioembolization, the answer says TACE."; {code} is replaced

    friend bool operator==(const CodeCheck &, const CodeCheck &) = default;
};

enum class RecordedKind { Text, Choice, YesNo, PriorTreatments };

/// Recorded, shown and printed, but read by no criterion.
struct RecordedItem {
    QString id; ///< member of `recorded` in a case file
    RecordedKind kind = RecordedKind::Text;
    QString label;
    QString section; ///< wizard section
    QList<FactOption> options; ///< Choice: value and label
    Condition shownWhen; ///< over facts
    QString note; ///< why the policy names it, in our own words
    SourcePlace source;

    friend bool operator==(const RecordedItem &, const RecordedItem &) = default;
};

enum class NoteKind { Reading, Advisory };

/// A reading of the text that a physician confirms, or an advisory that is never a gate.
struct PolicyNote {
    QString id;
    NoteKind kind = NoteKind::Advisory;
    QString text; ///< our own words
    SourcePlace source;
    QStringList about; ///< ids of facts or recorded items it is shown beside; empty: beside the outcome
    Condition shownWhen; ///< over facts
    bool inLetter = false; ///< printed in letters while shown

    friend bool operator==(const PolicyNote &, const PolicyNote &) = default;
};

/// Phrases by which a passage of the record speaks for one value of a fact (see policy.schema.json for their form).
struct TermList {
    int fact = -1;
    int option = -1;
    QStringList phrases;

    friend bool operator==(const TermList &, const TermList &) = default;
};

/// How passages that speak of a fact are found; see documents/Suggestions.
struct PassageTerms {
    QStringList negationsBefore;
    QStringList negationsAfter;
    QStringList uncertain;
    QStringList breaks;
    QList<TermList> lists;

    friend bool operator==(const PassageTerms &, const PassageTerms &) = default;
};

/// A page of the wizard that is drawn from the pack.
struct WizardSection {
    QString id;
    QString title; ///< "Liver disease"
    QString intro; ///< one sentence under the title

    friend bool operator==(const WizardSection &, const WizardSection &) = default;
};

/// A policy pack: a plain value. Facts, criteria, all lists are in the policy's order.
struct Policy {
    QString id; ///< "MED140"
    QString title;
    QString version; ///< "origin-2010-12"
    QString origin; ///< "December 2010"
    QString effective; ///< ISO date, or empty: not stated
    QString sourceDocument; ///< file name of the text
    QString sourceSha256; ///< lower-case hex of the text's bytes
    QString contractPrecedence; ///< the policy's words that contract language takes precedence
    SourcePlace contractPrecedenceSource;
    QString digest; ///< SHA-256 of the pack's canonical JSON, lower-case hex

    QList<Fact> facts;
    QList<Criterion> criteria; ///< each parent before its children
    QList<OutcomeRule> outcomes;
    QList<WizardSection> sections;
    QList<DocumentationItem> documentation;
    QList<CodeEntry> codes;
    QList<CodeCheck> codeChecks;
    QList<RecordedItem> recorded;
    QList<PolicyNote> notes;
    PassageTerms terms; ///< empty: the pack suggests nothing

    int factIndex(QStringView factId) const; ///< -1 when there is none
    int criterionIndex(QStringView criterionId) const; ///< -1 when there is none
    const DocumentationItem *documentationItem(QStringView itemId) const; ///< nullptr when there is none

    friend bool operator==(const Policy &, const Policy &) = default;
};

/// At most this many facts, options of one fact, and criteria; the reader refuses more.
inline constexpr int maxFacts = 64;
inline constexpr int maxOptions = 32;
inline constexpr int maxCriteria = 256;

} // namespace reviewdesk
