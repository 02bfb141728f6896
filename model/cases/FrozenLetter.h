#pragma once

#include <QByteArray>
#include <QString>

namespace reviewdesk {

/// A letter's words as they are kept when it is issued: made by `letter`, kept by `store`, and the same ever after.
struct FrozenLetter {
    QString kind; ///< toWord(LetterKind)
    QString recipient; ///< toWord(Recipient)
    QString title;
    QString html;
    QString text;
    QString templateVersion;
    QString digest; ///< SHA-256 of title, HTML and template version, lower-case hex
    QString language; ///< of the words, "en" or "es"; empty in letters from before languages were kept
    QString englishHtml; ///< the same letter in English beside one in another language; else empty
    QString englishText;
    QByteArray checklist; ///< canonical JSON, one object a row: what it had to say and what it says; empty in letters
                          ///< from before it was kept
    bool sample = false; ///< under the invented sample plan's letterhead
};

} // namespace reviewdesk
