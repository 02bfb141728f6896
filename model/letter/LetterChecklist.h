#pragma once

#include "cases/ReviewCase.h"
#include "letter/LetterComposer.h"
#include "support/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace reviewdesk {

/// One row of resources/rules/letter-checklist.json: something that letters of these kinds must contain.
struct ChecklistRule {
    QString id; ///< templates ask for it as `show_<id>`
    QString requirement;
    QList<LineOfBusiness> linesOfBusiness; ///< empty: all
    QList<LetterKind> kinds;
    QList<Recipient> recipients;
    QString anchor; ///< id of the element in the letter
    QString citation;
    bool verified = false;
    QString whenSetting; ///< a true/false setting of the letterhead that makes the row apply; empty: always
    int pointSize = 0; ///< least type size of the letter; 0: none
    std::optional<bool> ofAppeal; ///< of the letters of an appeal, or of the others; else of both
    QList<Timing> timings; ///< empty: all
    int line = 0; ///< in the file, from 1

    /// `whenSetting` and the round are the caller's to ask.
    bool appliesTo(LetterKind kind, Recipient recipient, std::optional<LineOfBusiness> line) const;
    bool fitsRound(bool isAppeal, std::optional<Timing> timing) const;
};

/// The checklist, held to its schema. `place` of an error is "letter-checklist.json" with line or pointer.
Result<QList<ChecklistRule>> readChecklist(const QByteArray &json, const QByteArray &schema);

} // namespace reviewdesk
