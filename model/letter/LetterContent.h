#pragma once

#include "letter/LetterChecklist.h"
#include "letter/LetterComposer.h"
#include "letter/LetterTemplates.h"
#include "policy/JsonValue.h"

#include <QStringList>

class QLocale;

namespace reviewdesk {

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
TemplateFields letterFields(const QList<ChecklistRule> &checklist);

/// The case, the evaluation and the letterhead as the members that templates name. All text is fit for a page
/// (PageText).
JsonValue::Object letterContent(const LetterRequest &request, const Rulebook &rulebook,
    const QList<ChecklistRule> &checklist, const QString &templateVersion);

/// The checklist rows that this letter must satisfy.
QList<ChecklistRule> rulesFor(const LetterRequest &request, const QList<ChecklistRule> &checklist);

/// The letters' language is American English (their templates are).
const QLocale &letterLocale();

/// The title of a letter: "Denial, RD-2026-000123".
QString letterTitle(const LetterRequest &request);

} // namespace reviewdesk
