#pragma once

#include "documents/DocumentText.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace reviewdesk {

/// A text in words: letters and digits in small letters, hyphens between words as white space, with what ends a
/// sentence or stands between clauses.
struct PassageWord {
    QString word;
    int start = 0; ///< in the text
    int length = 0;
    bool beginsSentence = false;
    bool afterComma = false; ///< or another sign that parts clauses
};
QList<PassageWord> passageWords(const QString &text);

/// A phrase of a term list (policy.schema.json): a|b is one word or the other, a* any word that begins so.
class Phrase {
public:
    explicit Phrase(const QString &words);

    qsizetype length() const { return m_words.size(); } ///< in words
    /// Stands at this word, within one sentence?
    bool isAt(const QList<PassageWord> &words, qsizetype at) const;
    /// Words that its first one may be, exact; empty when one of them is open-ended.
    QStringList beginnings() const;

private:
    struct Alternative {
        QString word;
        bool openEnded = false;
    };
    static bool fits(const QList<Alternative> &alternatives, const QString &word);

    QList<QList<Alternative>> m_words;
};

} // namespace reviewdesk
