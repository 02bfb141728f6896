#pragma once

#include "tests/letter/LetterFixture.h"

namespace reviewdesk {

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
