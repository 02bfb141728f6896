#include "cases/SummaryWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseSummary)
};

/// What stands before `end`, when that is the text's end; else nothing.
QStringView before(QLatin1String end, const QString &text)
{
    return text.size() > end.size() && text.endsWith(end) ? QStringView(text).chopped(end.size()) : QStringView();
}

bool isCount(QStringView text)
{
    return !text.isEmpty() &&
        std::all_of(text.begin(), text.end(), [](QChar one) { return one >= QLatin1Char('0') && one <= QLatin1Char('9'); });
}

} // namespace

// Asked for each cell that is painted: no pattern, no table to be made.
QString outcomeTold(const QString &kept)
{
    if (kept == QLatin1String("1 answer left"))
        return Say::tr("1 answer left");
    if (const QStringView left = before(QLatin1String(" answers left"), kept); isCount(left))
        return Say::tr("%1 answers left").arg(left);
    if (const QStringView unmet = before(QLatin1String(" not met"), kept); !unmet.isEmpty())
        return Say::tr("%1 not met").arg(unmet);
    if (const QStringView met = before(QLatin1String(" met"), kept); !met.isEmpty())
        return Say::tr("%1 met").arg(met);
    return kept;
}

QString planTold(const QString &kept)
{
    static constexpr std::array<const char *, 5> plans{QT_TRANSLATE_NOOP("CaseSummary", "Commercial"),
        QT_TRANSLATE_NOOP("CaseSummary", "Self-funded"), QT_TRANSLATE_NOOP("CaseSummary", "Medicare Adv."),
        QT_TRANSLATE_NOOP("CaseSummary", "Medicaid"), QT_TRANSLATE_NOOP("CaseSummary", "QHP")};
    for (const char *plan : plans) {
        const QLatin1String words(plan);
        if (kept.startsWith(words) && (kept.size() == words.size() || kept.at(words.size()) == QLatin1Char(' ')))
            return Say::tr(plan).append(QStringView(kept).mid(words.size()));
    }
    return kept;
}

} // namespace reviewdesk
