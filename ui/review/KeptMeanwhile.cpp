#include "ui/review/KeptMeanwhile.h"

#include "cases/DateWords.h"
#include "cases/Workflow.h"
#include "ui/FieldWords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reviewdesk {

KeptMeanwhile::Change KeptMeanwhile::changeOf(const QString &place) const
{
    Change best;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const bool related = change.key() == place || change.key().startsWith(place + QLatin1Char('/')) ||
            place.startsWith(change.key() + QLatin1Char('/'));
        if (related && change->entry > best.entry)
            best = *change;
    }
    return best.entry > 0 ? best : last;
}

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(KeptMeanwhile)
};

} // namespace

QString changeInWords(const KeptMeanwhile &kept, const Rulebook &rulebook)
{
    const QString when = clockWords(kept.last.at.toTimeZone(rulebook.zone).time());
    const std::optional<Action> action = actionFromWord(kept.action);
    if (action && action != Action::Edit)
        return Say::tr("%1 at %2: %3.").arg(kept.last.by, when, label(*action));
    constexpr qsizetype most = 4;
    QStringList fields;
    for (auto change = kept.changes.begin(); change != kept.changes.end(); ++change) {
        const QString name = fieldInWords(change.key(), rulebook.policy);
        if (change->entry == kept.last.entry && !fields.contains(name))
            fields << name;
    }
    if (fields.size() > most)
        fields = fields.mid(0, most) << QStringLiteral("…");
    return fields.isEmpty()
        ? Say::tr("%1 changed this case at %2.").arg(kept.last.by, when)
        : Say::tr("%1 changed this case at %2 (%3).").arg(kept.last.by, when, fields.join(QStringLiteral(", ")));
}

Result<KeptMeanwhile> keptNow(Workspace &workspace, const QString &caseId)
{
    Result<StoredCase> stored = workspace.loadCase(caseId);
    if (!stored)
        return stored.error();
    const Result<QList<AuditEntry>> history = workspace.history(caseId);
    if (!history)
        return history.error();
    KeptMeanwhile kept;
    kept.stored = std::move(stored).value();
    for (const AuditEntry &entry : *history) { // later ones last
        const std::optional<Action> action = actionFromWord(entry.action);
        if ((!action && entry.action != QLatin1String("create")) || action == Action::IssueLetter)
            continue; // no save of the content
        kept.last = {entry.userName, entry.at, entry.sequence};
        kept.action = entry.action;
        const QJsonArray changes = QJsonDocument::fromJson(entry.changes).array();
        for (const QJsonValue &change : changes)
            kept.changes.insert(change.toObject().value(QLatin1String("field")).toString(), kept.last);
    }
    return kept;
}

Result<KeptMeanwhile> keptNow(Workspace &workspace, const QString &sampleId, int position)
{
    Result<StoredCase> stored = workspace.secondReview(sampleId, position);
    if (!stored)
        return stored.error();
    KeptMeanwhile kept;
    kept.stored = std::move(stored).value();
    kept.last = {kept.stored.preparedBy.name, kept.stored.savedAt, 1};
    kept.action = QStringLiteral("edit");
    return kept;
}

} // namespace reviewdesk
