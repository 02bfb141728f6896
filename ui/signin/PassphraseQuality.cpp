#include "ui/signin/PassphraseQuality.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace reviewdesk {

namespace {

constexpr int leastCharacters = 12;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PassphraseQuality)
};

/// Characters that tell a guesser something new: not a repetition of, or the neighbour of, the one before.
int freshCharacters(const QString &text)
{
    int fresh = text.isEmpty() ? 0 : 1;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const int step = text.at(i).unicode() - text.at(i - 1).unicode();
        if (step < -1 || step > 1)
            ++fresh;
    }
    return fresh;
}

int poolSize(const QString &text)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar c : text) {
        lower = lower || c.isLower();
        upper = upper || c.isUpper();
        digit = digit || c.isDigit();
        other = other || !c.isLetterOrNumber();
    }
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 12 : 0);
}

} // namespace

PassphraseQuality passphraseQuality(const QString &passphrase, const QStringList &personal)
{
    if (passphrase.size() < leastCharacters) {
        return {false, 0,
            QCoreApplication::translate("PassphraseQuality",
                "At least 12 characters: %n more. A short sentence is easy to remember.", nullptr,
                leastCharacters - static_cast<int>(passphrase.size()))};
    }
    for (const QString &word : personal) {
        if (word.size() >= 4 && passphrase.contains(word, Qt::CaseInsensitive) &&
            passphrase.size() - word.size() < leastCharacters)
            return {false, 0, Say::tr("It contains a name that others know. Add words that are only yours.")};
    }
    const QSet<QChar> distinct(passphrase.cbegin(), passphrase.cend());
    if (distinct.size() < 5 || freshCharacters(passphrase) < leastCharacters / 2)
        return {false, 0, Say::tr("Too easy to guess: it repeats itself or counts up. Use a few words.")};
    // Words are easier than random characters: half the bits of the pool for each fresh character.
    const double bits = freshCharacters(passphrase) * std::log2(poolSize(passphrase)) * 0.5;
    if (bits < 34)
        return {true, 1, Say::tr("Fair. One more word would make it good.")};
    if (bits < 52)
        return {true, 2, Say::tr("Good.")};
    return {true, 3, Say::tr("Strong.")};
}

} // namespace reviewdesk
