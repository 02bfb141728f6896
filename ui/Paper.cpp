#include "ui/Paper.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace reviewdesk {

namespace {

const QString paperKey = QStringLiteral("appearance/paper");
const QStringList paperWords{QStringLiteral("country"), QStringLiteral("letter"), QStringLiteral("a4")};

/// CLDR's supplemental data, paperSize US-Letter.
constexpr QLocale::Territory onLetter[] = {QLocale::Belize, QLocale::Canada, QLocale::Chile, QLocale::Colombia,
    QLocale::CostaRica, QLocale::ElSalvador, QLocale::Guatemala, QLocale::Mexico, QLocale::Nicaragua, QLocale::Panama,
    QLocale::Philippines, QLocale::PuertoRico, QLocale::UnitedStates, QLocale::Venezuela, QLocale::AnyTerritory};

} // namespace

Paper chosenPaper()
{
    return static_cast<Paper>(qMax(qsizetype(0), paperWords.indexOf(QSettings().value(paperKey).toString())));
}

void choosePaper(Paper paper)
{
    QSettings().setValue(paperKey, paperWords.at(static_cast<int>(paper)));
}

QPageSize::PageSizeId paperOf(const QLocale &locale)
{
    const bool letter = locale.language() == QLocale::C ||
        std::find(std::begin(onLetter), std::end(onLetter), locale.territory()) != std::end(onLetter);
    return letter ? QPageSize::Letter : QPageSize::A4;
}

QPageSize paperSize()
{
    switch (chosenPaper()) {
    case Paper::Letter:
        return QPageSize(QPageSize::Letter);
    case Paper::A4:
        return QPageSize(QPageSize::A4);
    case Paper::Country:
        break;
    }
    return QPageSize(paperOf(QLocale()));
}

} // namespace reviewdesk
