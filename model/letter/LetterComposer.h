#pragma once

#include "cases/AppealedDenial.h"
#include "cases/FrozenLetter.h"
#include "cases/ReviewCase.h"
#include "cases/Rulebook.h"
#include "policy/JsonValue.h"
#include "support/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace reviewdesk {

struct ChecklistRule;

enum class LetterKind { Approval, Denial, InformationRequest, ExtensionNotice, Withdrawal };
enum class Recipient { Member, Provider };

QString toWord(LetterKind);
QString toWord(Recipient);
QString label(LetterKind);
QString label(Recipient);
std::optional<LetterKind> letterKindFromWord(QStringView);
std::optional<Recipient> recipientFromWord(QStringView);

/// The plan's own texts and addresses (resources/letters/letterhead.schema.json).
struct Letterhead {
    JsonValue values; ///< an object of named texts and lists of lines
    bool sample = false; ///< the invented plan's: every page is marked SAMPLE
};

/// A required row of resources/rules/letter-checklist.json and where the letter satisfies it.
struct ChecklistRow {
    QString id;
    QString requirement;
    QString citation;
    bool verified = false;
    QString anchor; ///< id of the element in the letter's HTML
    QString text; ///< what stands there; empty: the row is not satisfied
};

/// A letter with the case merged in and everything escaped.
struct ComposedLetter {
    LetterKind kind = LetterKind::Approval;
    Recipient recipient = Recipient::Member;
    QString title; ///< of the document
    QString html; ///< complete; the subset QTextDocument paints
    QString text; ///< the same words as plain text
    QList<ChecklistRow> checklist;
    QString templateVersion;
    QString caseNumber;
    bool sample = false;
    QString language = QStringLiteral("en"); ///< "en" or "es"
    QString englishHtml; ///< where `language` is another: the same letter in English, for the record
    QString englishText;

    /// What is kept when the letter is issued, and the letter from what was kept. One that was kept without its
    /// checklist has none.
    FrozenLetter frozen() const;
    static ComposedLetter thawed(const FrozenLetter &frozen, const QString &caseNumber);

    /// SHA-256 of title, HTML and template version, lower-case hex: what an issued letter keeps.
    QString digest() const;
    /// What stands at the foot of each page and finds the issued letter (VerificationCode).
    QString code() const;
};

/// The letter as a page for a browser or a screen reader, and as plain text, each closed with its code.
QString letterHtml(const ComposedLetter &letter);
QString letterText(const ComposedLetter &letter);

/// The letter that another one corrects, and why.
struct LetterCorrection {
    QDateTime issuedAt; ///< UTC
    QString code; ///< the earlier letter's verification code
    QString reason; ///< printed
};

struct LetterRequest {
    const ReviewCase &reviewCase;
    const CaseView &view;
    LetterKind kind;
    Recipient recipient;
    const Letterhead &letterhead;
    QDateTime writtenAt; ///< UTC
    bool largePrint = false; ///< type of 18 points, on the reader's wish
    std::optional<LetterCorrection> correction = {};
    std::optional<AppealedDenial> appeal = {}; ///< the round is one; else a first review, or one that was reopened
};

/// Why a letter may not be written: every reason, one sentence each; empty when it may. Refused are an
/// approval without the criteria met or a physician's exception; a denial that is not by a physician, that the same
/// person prepared, undecided, or with an open choice; an information request with nothing to ask.
QList<Error> reasonsAgainst(const LetterRequest &request, const Rulebook &rulebook);

/// Templates and checklist, read and checked once (unknown tag, missing partial, missing anchor: error with file and
/// line).
class LetterComposer {
public:
    static Result<std::shared_ptr<const LetterComposer>> load(const QString &resources);
    ~LetterComposer();

    /// The letter whether or not it may be issued: for a preview. Rows of the checklist that are empty say so.
    ComposedLetter preview(const LetterRequest &request, const Rulebook &rulebook) const;
    /// The letter, or every reason against it: those above and each required checklist row without text.
    struct Composition {
        ComposedLetter letter;
        QList<Error> reasons;
        bool ok() const { return reasons.isEmpty(); }
    };
    Composition compose(const LetterRequest &request, const Rulebook &rulebook) const;
    /// Words of a text for members that look like abbreviations and that the letter would not explain.
    QStringList unexplainedAbbreviations(const QString &text) const;
    /// What the member's letter puts beside the abbreviations of its free texts, in the order in which they are printed:
    /// "CT (computed tomography, an X-ray scan)".
    QStringList explanations(const QStringList &texts) const;

    /// The language of the letter to `recipient`: a member's own where letters about this policy can be written in it,
    /// else "en".
    QString languageFor(const ReviewCase &reviewCase, Recipient recipient, const Policy &policy) const;
    /// draftedReason() in a language of languageFor().
    QString draftedReason(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy, LetterKind kind,
        const QString &language = QStringLiteral("en")) const;

private:
    LetterComposer();
    struct Templates;
    struct Tongue;
    static Result<Tongue> readTongue(
        const QString &resources, const QString &code, const QList<ChecklistRule> &checklist);
    struct BothLanguages {
        ComposedLetter letter;
        QList<Error> missingInEnglish; ///< of the copy beside it; empty for a letter in English
    };
    BothLanguages inBothLanguages(const LetterRequest &request, const Rulebook &rulebook) const;
    ComposedLetter composed(const LetterRequest &request, const Rulebook &rulebook, const Tongue &tongue) const;
    std::unique_ptr<const Templates> m_templates;
};

/// The letterhead of the invented sample plan (resources/letters/sample-letterhead.json), and one that a case file
/// gives.
Result<Letterhead> sampleLetterhead(const QString &resources);
Result<Letterhead> letterheadFrom(const JsonValue &values, const QString &resources);

} // namespace reviewdesk
