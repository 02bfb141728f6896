#pragma once

#include "tests/letter/LetterFixture.h"

#include <QTest>

namespace reviewdesk {

inline QStringList texts(std::initializer_list<const char *> words)
{
    QStringList all;
    for (const char *each : words)
        all.append(QString::fromUtf8(each));
    return all;
}

/// What a letter says, and what it does not.
inline void holdsTo(const QString &text, const QStringList &said, const QStringList &unsaid)
{
    for (const QString &words : said)
        QVERIFY2(text.contains(words), qPrintable(words + QLatin1String(" in ") + text));
    for (const QString &words : unsaid)
        QVERIFY2(!text.contains(words), qPrintable(words + QLatin1String(" in ") + text));
}

/// The fixture, and what a letter of it says in one line.
class LetterTexts {
protected:
    QString letterText(const ReviewCase &reviewCase, LetterKind kind, Recipient recipient) const
    {
        return m_fixture.compose(reviewCase, kind, recipient).letter.text.simplified();
    }
    const QString &words(const char *criterion) const
    {
        return m_fixture.policy().criteria.at(m_fixture.policy().criterionIndex(QString::fromLatin1(criterion))).words;
    }

    LetterFixture m_fixture;
};

} // namespace reviewdesk
