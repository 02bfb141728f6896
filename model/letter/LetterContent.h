#pragma once

#include "letter/LetterChecklist.h"
#include "letter/LetterComposer.h"
#include "letter/LetterLanguage.h"
#include "letter/LetterTemplates.h"
#include "policy/JsonValue.h"

#include <QStringList>

namespace reviewdesk {

class Abbreviations;

/// A fact or document that an information request asks for.
struct AskedItem {
    int fact = -1; ///< position, or
    const DocumentationItem *document = nullptr;
    QStringList criteria; ///< ids of the criteria it bears on
};

/// What the provider is asked: facts that were asked, are not documented and can still change the outcome; required
/// documents that are missing.
QList<AskedItem> askedOf(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy);

/// What templates may name, whatever the case is: made with letterContent.
TemplateFields letterFields(const QList<ChecklistRule> &checklist, const LetterLanguage &language);

/// The case, the evaluation and the letterhead as the members that templates name, in a language. All text is fit for a
/// page (PageText).
JsonValue::Object letterContent(const LetterRequest &request, const Rulebook &rulebook,
    const QList<ChecklistRule> &checklist, const Abbreviations &abbreviations, const LetterLanguage &language,
    const QString &templateVersion);

/// The procedure in words, as it stands within a sentence: the label of the first fact's answer.
QString procedureWords(const Policy &policy, const CaseView &view, const LetterLanguage &language);
/// Where the record shows it: "CT report, page 2, November 2, 2026"; empty when nobody entered it.
QString sourceWords(const Evidence &evidence, const LetterLanguage &language);

/// The checklist rows that this letter must satisfy.
QList<ChecklistRule> rulesFor(const LetterRequest &request, const QList<ChecklistRule> &checklist);

/// The title of a letter: "Denial, RD-2026-000123".
QString letterTitle(const LetterRequest &request, const LetterLanguage &language);

} // namespace reviewdesk
