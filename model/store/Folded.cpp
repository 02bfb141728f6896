#include "store/Folded.h"

namespace reviewdesk {

QString foldedForSearch(const QString &text)
{
    QString folded;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        const QChar::Category category = character.category();
        if (category != QChar::Mark_NonSpacing && category != QChar::Other_Format)
            folded += character;
    }
    return folded.toCaseFolded().simplified();
}

QStringList searchWords(const QString &search)
{
    return foldedForSearch(search).split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, 8);
}

} // namespace reviewdesk
