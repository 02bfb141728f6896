#include "ui/decision/HistoryWords.h"

#include "ui/decision/CaseHistory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace reviewdesk {

namespace {

/// The answer a history entry names, as the question offers it.
QString answerOf(const Fact &fact, const QJsonObject &change)
{
    if (!change.contains(QStringLiteral("after")))
        return CaseHistory::tr("taken back");
    const QString value = change.value(QStringLiteral("after")).toVariant().toString();
    for (const FactOption &option : fact.options) {
        if (option.value == value)
            return option.label;
    }
    return CaseHistory::tr("not documented");
}

/// The part of the case that a pointer leads into; empty: the step itself says it.
QString partOf(const QString &head)
{
    static const QMap<QString, const char *> parts{
        {QStringLiteral("member"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "member")},
        {QStringLiteral("provider"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "provider")},
        {QStringLiteral("facility"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "facility")},
        {QStringLiteral("service"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "service")},
        {QStringLiteral("documents"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "documents")},
        {QStringLiteral("recorded"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "recorded items")},
        {QStringLiteral("nurse_note"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "nurse's note")},
        {QStringLiteral("unconfirmed"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "entries confirmed as sent")},
        {QStringLiteral("determination"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "decision and its reasons")},
        {QStringLiteral("status"), nullptr}, {QStringLiteral("letters"), nullptr},
        {QStringLiteral("attached"), nullptr}};
    const auto part = parts.constFind(head);
    if (part == parts.cend())
        return CaseHistory::tr("request");
    return *part ? CaseHistory::tr(*part) : QString();
}

/// "Progressive disease: Yes", "source of Progressive disease", "member"
QString changeInWords(const QJsonObject &change, const Policy &policy)
{
    const QStringList path = change.value(QStringLiteral("field")).toString().mid(1).split(QLatin1Char('/'));
    const int fact = path.size() > 1 ? policy.factIndex(path.at(1)) : -1;
    if (fact >= 0 && path.first() == QLatin1String("facts"))
        return CaseHistory::tr("%1: %2").arg(
            policy.facts.at(fact).label, answerOf(policy.facts.at(fact), change));
    if (fact >= 0 && path.first() == QLatin1String("evidence"))
        return CaseHistory::tr("source of %1").arg(policy.facts.at(fact).label);
    if (path.first() == QLatin1String("assigned_to"))
        return CaseHistory::tr("to %1").arg(change.value(QStringLiteral("after")).toString());
    if (path.first() == QLatin1String("peer_to_peer"))
        return {}; // the note itself says it
    return partOf(path.first());
}

} // namespace

QString stepInWords(const AuditEntry &entry, const Policy &policy, qsizetype most)
{
    static const QMap<QString, const char *> otherSteps{
        {QStringLiteral("create"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Begin")},
        {QStringLiteral("assign"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Assign")},
        {QStringLiteral("comment"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Remark")},
        {QStringLiteral("print_letter"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Print the letter")},
        {QStringLiteral("remove_document"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Remove a document")}};
    const std::optional<Action> action = actionFromWord(entry.action);
    const QString did = action
        ? label(*action)
        : CaseHistory::tr(otherSteps.value(entry.action, QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Other step")));
    QStringList parts;
    const QJsonArray changes = QJsonDocument::fromJson(entry.changes).array();
    for (const QJsonValue &change : changes) {
        const QString words = changeInWords(change.toObject(), policy);
        if (!words.isEmpty() && !parts.contains(words))
            parts << words;
    }
    QString words = did;
    if (!entry.comment.isEmpty())
        words += CaseHistory::tr(", “%1”").arg(entry.comment);
    if (!parts.isEmpty())
        words += CaseHistory::tr(" (%1%2)").arg(
            parts.mid(0, most).join(QStringLiteral(", ")), parts.size() > most ? QStringLiteral(" …") : QString());
    return words;
}

} // namespace reviewdesk
