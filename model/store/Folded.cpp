#include "store/Folded.h"

#include <QHash>

namespace reviewdesk {

namespace {

/// What has no decomposition and is typed otherwise all the same; schema 0015 folds what was kept before.
QString typedAs(QChar character)
{
    static const QHash<QChar, QString> others{{QChar(0x142), QStringLiteral("l")}, {QChar(0xF8), QStringLiteral("o")},
        {QChar(0x111), QStringLiteral("d")}, {QChar(0x127), QStringLiteral("h")}, {QChar(0x131), QStringLiteral("i")},
        {QChar(0xE6), QStringLiteral("ae")}, {QChar(0x153), QStringLiteral("oe")}, {QChar(0xFE), QStringLiteral("th")},
        {QChar(0xF0), QStringLiteral("d")}, {QChar(0x2018), QStringLiteral("'")}, {QChar(0x2019), QStringLiteral("'")},
        {QChar(0x2BC), QStringLiteral("'")}, {QChar(0x2B9), QStringLiteral("'")}, {QChar(0x60), QStringLiteral("'")},
        {QChar(0x2010), QStringLiteral("-")}, {QChar(0x2012), QStringLiteral("-")}, {QChar(0x2013), QStringLiteral("-")},
        {QChar(0x2014), QStringLiteral("-")}, {QChar(0x2015), QStringLiteral("-")}};
    return others.value(character, QString(character));
}

} // namespace

QString foldedForSearch(const QString &text)
{
    QString folded;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        const QChar::Category category = character.category();
        if (category != QChar::Mark_NonSpacing && category != QChar::Other_Format)
            folded += character;
    }
    QString typed;
    for (const QChar character : folded.toCaseFolded()) {
        if (character.isLower() && character.unicode() < 0x80)
            typed += character; // nearly all of them
        else
            typed += typedAs(character);
    }
    return typed.simplified();
}

QStringList searchWords(const QString &search)
{
    return foldedForSearch(search).split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, 8);
}

} // namespace reviewdesk
