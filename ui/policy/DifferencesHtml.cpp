#include "ui/policy/PolicyHtml.h"

#include "letter/TextDiff.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyHtml)
};

QString colorName(ColorRole role)
{
    return Theme::current().color(role).name();
}

QString gone(const QString &words)
{
    return QStringLiteral("<s style='color:%1'>[− %2 −]</s>").arg(colorName(ColorRole::NotMet), words);
}

QString come(const QString &words)
{
    return QStringLiteral("<u style='color:%1'>[+ %2 +]</u>").arg(colorName(ColorRole::Met), words);
}

QString escaped(const QString &words)
{
    return words.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br/>"));
}

QString kindWords(PolicyDifference::Kind kind)
{
    switch (kind) {
    case PolicyDifference::Kind::Added:
        return Say::tr("added");
    case PolicyDifference::Kind::Removed:
        return Say::tr("removed");
    case PolicyDifference::Kind::Changed:
        return Say::tr("changed");
    }
    Q_UNREACHABLE();
}

QString headingOf(const PolicyDifference &one)
{
    QString name = partWords(one.part);
    if (!one.id.isEmpty())
        name += QLatin1Char(' ') + one.id;
    if (!one.label.isEmpty() && one.part != PolicyDifference::Part::Pack)
        name = Say::tr("%1: %2", "a thing of the policy and its heading").arg(name, one.label);
    return QStringLiteral("<h3>%1</h3>")
        .arg(Say::tr("%1 (%2)", "a thing of the policy, and: added, removed, changed")
                 .arg(name, kindWords(one.kind))
                 .toHtmlEscaped());
}

} // namespace

QString changedWordsHtml(const QString &before, const QString &after)
{
    if (before.isEmpty())
        return after.isEmpty() ? QString() : come(escaped(after));
    if (after.isEmpty())
        return gone(escaped(before));
    QStringList runs;
    const QList<TextRun> all = textDiff(before, after);
    for (const TextRun &run : all) {
        const QString words = escaped(run.words);
        runs << (run.kind == TextRun::Same ? words : run.kind == TextRun::Removed ? gone(words) : come(words));
    }
    return runs.join(QLatin1Char(' '));
}

QString differencesHtml(const QList<PolicyDifference> &differences)
{
    QString html;
    const PolicyDifference *before = nullptr;
    for (const PolicyDifference &one : differences) {
        const bool another = !before || before->part != one.part || before->id != one.id || before->kind != one.kind;
        if (another)
            html += headingOf(one);
        before = &one;
        const QString mark = one.decides
            ? QStringLiteral("&nbsp;<b>▲ %1</b>").arg(Say::tr("can change an outcome").toHtmlEscaped())
            : QString();
        html += QStringLiteral("<p style='margin-top:2px; margin-bottom:0; color:%1'>%2%3</p>"
                               "<p style='margin-top:0; margin-bottom:6px; margin-left:%4px'>%5</p>")
                    .arg(colorName(ColorRole::Quiet), aspectWords(one).toHtmlEscaped(), mark)
                    .arg(Theme::scaled(16))
                    .arg(changedWordsHtml(one.before, one.after));
    }
    return html;
}

} // namespace reviewdesk
