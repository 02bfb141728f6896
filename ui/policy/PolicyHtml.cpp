#include "ui/policy/PolicyHtml.h"

#include "cases/DateWords.h"
#include "policy/ConditionWords.h"
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

QString heading(int level, const QString &text)
{
    return QStringLiteral("<h%1>%2</h%1>").arg(QString::number(level), text.toHtmlEscaped());
}

QString paragraph(const QString &text, int depth = 0)
{
    return QStringLiteral("<p style='margin-top:2px; margin-bottom:2px; margin-left:%1px'>%2</p>")
        .arg(Theme::scaled(24) * depth)
        .arg(text.toHtmlEscaped());
}

QString quiet(const QString &text, int depth = 0)
{
    return QStringLiteral("<p style='margin-top:0; margin-bottom:2px; margin-left:%1px; color:%2'>%3</p>")
        .arg(Theme::scaled(24) * depth)
        .arg(colorName(ColorRole::Quiet), text.toHtmlEscaped());
}

/// `said`: words that stand there already, and are not quoted again.
QString placeOf(const SourcePlace &source, const QString &said = {}, int depth = 0)
{
    if (source.section.isEmpty())
        return {};
    return quiet(source.quote.isEmpty() || source.quote == said
            ? Say::tr("Place: %1").arg(source.section)
            : Say::tr("Place: %1: “%2”", "a place and the words there").arg(source.section, source.quote),
        depth);
}

QString listItem(const QString &text)
{
    return QStringLiteral("<li>%1</li>").arg(text.toHtmlEscaped());
}

QString named(const QString &name, const QString &text)
{
    return QStringLiteral("<tr><td style='color:%1; padding-right:16px'>%2</td><td>%3</td></tr>")
        .arg(colorName(ColorRole::Quiet), name.toHtmlEscaped(), text.toHtmlEscaped());
}

bool isAlways(const Condition &condition)
{
    return condition.kind == Condition::Kind::Always;
}

QString aboutIt(const Policy &policy, const QString &effective)
{
    QString html = heading(3, policy.title) + QStringLiteral("<table cellspacing='2'>") +
        named(Say::tr("Policy"), policy.id) + named(Say::tr("Version"), policy.version) +
        named(Say::tr("Date of origin"), policy.origin) + named(Say::tr("Effective date"), effective) +
        named(Say::tr("Its text"), policy.sourceDocument) +
        named(Say::tr("SHA-256 of the pack"), policy.digest.left(16) + QStringLiteral("…")) +
        QStringLiteral("</table>");
    if (!policy.contractPrecedence.isEmpty())
        html += paragraph(QStringLiteral("“%1”").arg(policy.contractPrecedence)) +
            placeOf(policy.contractPrecedenceSource, policy.contractPrecedence);
    return html;
}

QString outcomes(const Policy &policy)
{
    QString html = heading(3, Say::tr("Outcomes")) + QStringLiteral("<ul>");
    for (const OutcomeRule &outcome : policy.outcomes) {
        QStringList criteria;
        for (const int criterion : outcome.criteria)
            criteria << policy.criteria.at(criterion).id;
        html += listItem(Say::tr("%1, by criterion %2: %3", "an outcome, ids, its sentence")
                             .arg(outcome.label, criteria.join(QStringLiteral(", ")), outcome.sentence));
    }
    return html + QStringLiteral("</ul>");
}

QString criteria(const Policy &policy)
{
    QString html = heading(3, Say::tr("Criteria, in the policy's words"));
    for (const Criterion &criterion : policy.criteria) {
        const int depth = static_cast<int>(criterion.id.count(QLatin1Char('.')));
        html +=
            QStringLiteral("<p style='margin-top:8px; margin-bottom:2px; margin-left:%1px'><b>%2</b>&nbsp;&nbsp;%3</p>")
                .arg(Theme::scaled(24) * depth)
                .arg(criterion.id.toHtmlEscaped(), criterion.words.toHtmlEscaped());
        if (!isAlways(criterion.gate))
            html += quiet(Say::tr("Applies when %1.").arg(conditionWords(criterion.gate, policy)), depth);
        html += quiet(isAlways(criterion.content)
                        ? Say::tr("Is met whenever it applies.")
                        : Say::tr("Is met when %1.").arg(conditionWords(criterion.content, policy)),
                    depth) +
            placeOf(criterion.source, criterion.words, depth);
    }
    return html;
}

QString questions(const Policy &policy)
{
    QString html = heading(3, Say::tr("Questions and their answers"));
    for (const Fact &fact : policy.facts) {
        html += heading(4, fact.question);
        html += quiet(isAlways(fact.askedWhen)
                ? Say::tr("%1. Always asked.").arg(fact.label)
                : Say::tr("%1. Asked when %2.").arg(fact.label, conditionWords(fact.askedWhen, policy)));
        if (!fact.help.isEmpty())
            html += paragraph(fact.help);
        html += QStringLiteral("<ul>");
        for (const FactOption &option : fact.options)
            html += listItem(option.help.isEmpty()
                    ? option.label
                    : Say::tr("%1: %2", "an answer and its explanation").arg(option.label, option.help));
        html += QStringLiteral("</ul>") + placeOf(fact.source);
    }
    return html;
}

QString documentation(const Policy &policy)
{
    if (policy.documentation.isEmpty())
        return {};
    QString html = heading(3, Say::tr("Required documentation, in the policy's words"));
    for (const DocumentationItem &item : policy.documentation) {
        html += paragraph(item.words);
        if (!isAlways(item.requiredWhen))
            html += quiet(Say::tr("Required when %1.").arg(conditionWords(item.requiredWhen, policy)));
        html += placeOf(item.source, item.words);
    }
    return html;
}

QString codes(const Policy &policy)
{
    QString html;
    if (!policy.codes.isEmpty()) {
        html += heading(3, Say::tr("Codes")) + QStringLiteral("<table cellspacing='2'>");
        for (const CodeEntry &code : policy.codes)
            html += named(code.system + QLatin1Char(' ') + code.code, code.descriptor);
        html += QStringLiteral("</table>");
    }
    if (!policy.codeChecks.isEmpty()) {
        html += heading(3, Say::tr("What codes are checked for"));
        for (const CodeCheck &check : policy.codeChecks) {
            const QString list = check.codes.join(QStringLiteral(", "));
            QString message = check.message;
            html += paragraph(message.replace(QStringLiteral("{code}"), list));
            if (check.clash)
                html += quiet(Say::tr("Said of %1 when %2.").arg(list, conditionWords(*check.clash, policy)));
        }
    }
    return html;
}

QString recorded(const Policy &policy)
{
    if (policy.recorded.isEmpty())
        return {};
    QString html = heading(3, Say::tr("Recorded, and read by no criterion"));
    for (const RecordedItem &item : policy.recorded) {
        html += paragraph(
            item.note.isEmpty() ? item.label : Say::tr("%1: %2", "a name and a note").arg(item.label, item.note));
        if (!isAlways(item.shownWhen))
            html += quiet(Say::tr("Shown when %1.").arg(conditionWords(item.shownWhen, policy)));
        html += placeOf(item.source);
    }
    return html;
}

QString notes(const Policy &policy)
{
    if (policy.notes.isEmpty())
        return {};
    QString html = heading(3, Say::tr("Notes"));
    for (const PolicyNote &note : policy.notes) {
        html += paragraph(
            note.kind == NoteKind::Reading ? Say::tr("To be confirmed by a physician: %1").arg(note.text) : note.text);
        QString when = isAlways(note.shownWhen) ? Say::tr("Always shown.")
                                                : Say::tr("Shown when %1.").arg(conditionWords(note.shownWhen, policy));
        if (note.inLetter)
            when += QLatin1Char(' ') + Say::tr("Printed in letters.");
        html += quiet(when) + placeOf(note.source);
    }
    return html;
}

} // namespace

QString effectiveInWords(const Policy &pack, const PlanTerms &terms)
{
    const EffectiveEntry entry = terms.effective.value(versionKey(pack.id, pack.version));
    const QDate own = QDate::fromString(pack.effective, Qt::ISODate);
    if (entry.from.isValid() && (!own.isValid() || own == entry.from))
        return Say::tr("%1, entered by %2").arg(dayWords(entry.from), entry.by);
    return own.isValid() ? Say::tr("%1, as the policy states").arg(dayWords(own)) : Say::tr("not stated");
}

QString policyHtml(const Policy &policy, const QString &effective)
{
    return aboutIt(policy, effective) + outcomes(policy) + criteria(policy) + questions(policy) +
        documentation(policy) + codes(policy) + recorded(policy) + notes(policy);
}

} // namespace reviewdesk
