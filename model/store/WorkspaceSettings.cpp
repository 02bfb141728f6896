// The settings of a workspace: read, judged, changed in one transaction, told in the history.
#include "store/Changes.h"
#include "store/Sha256.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>
#include <QDir>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

Result<void> checkPlan(const BackupPlan &plan)
{
    if (plan.everyHours < 0 || plan.everyHours > BackupPlan::mostHours)
        return Error{QStringLiteral("invalid"),
            Say::tr("Backups are made every 1 to %1 hours; 0: none by themselves.").arg(BackupPlan::mostHours),
            QStringLiteral("/backups/every_hours")};
    if (plan.keep < 1 || plan.keep > BackupPlan::mostKept)
        return Error{QStringLiteral("invalid"), Say::tr("From 1 to %1 backups are kept.").arg(BackupPlan::mostKept),
            QStringLiteral("/backups/keep")};
    if (!plan.folder.isEmpty() && !QDir::isAbsolutePath(plan.folder))
        return Error{QStringLiteral("invalid"), Say::tr("The folder for backups is given whole, from the root on."),
            QStringLiteral("/backups/folder")};
    return {};
}

Result<void> checkTerms(const PlanTerms &terms)
{
    constexpr int mostDays = 3650;
    constexpr int mostGrades = 20;
    if (terms.approvalDays < 1 || terms.approvalDays > mostDays)
        return Error{QStringLiteral("invalid"), Say::tr("An approval is valid from 1 to %1 days.").arg(mostDays),
            QStringLiteral("/terms/approval_days")};
    for (const int limit : terms.readingLimits) {
        if (limit < 1 || limit > mostGrades)
            return Error{QStringLiteral("invalid"), Say::tr("Reading grades go from 1 to %1.").arg(mostGrades),
                QStringLiteral("/terms/reading_limits")};
    }
    return {};
}

Result<void> checkIdle(int minutes)
{
    if (minutes >= IdleLock::fewestMinutes && minutes <= IdleLock::mostMinutes)
        return {};
    return Error{QStringLiteral("invalid"),
        Say::tr("The window locks itself after %1 to %2 minutes.").arg(IdleLock::fewestMinutes).arg(IdleLock::mostMinutes),
        QStringLiteral("/idle_minutes")};
}

Result<void> checkSettings(const WorkspaceSettings &settings)
{
    if (Result<void> plan = checkPlan(settings.backups); !plan)
        return plan;
    if (Result<void> terms = checkTerms(settings.terms); !terms)
        return terms;
    return checkIdle(settings.idleMinutes);
}

Result<QMap<QString, QString>> settingsIn(Database &database)
{
    QMap<QString, QString> settings;
    const Result<void> read = database.each(
        QStringLiteral("SELECT name, value FROM settings"), {}, [&settings](const Database::Row &row) -> Result<void> {
            settings.insert(row.at(0).toString(), row.at(1).toString());
            return {};
        });
    return read ? Result<QMap<QString, QString>>(settings) : read.error();
}

/// For the history: before and after of each that changed; of a long one (a letterhead with its logo) the SHA-256.
QByteArray changedSettings(const QMap<QString, QString> &before, const QMap<QString, QString> &after)
{
    constexpr qsizetype longest = 2000;
    const auto told = [](const QString &value) {
        return value.size() <= longest ? value
                                       : QLatin1String("sha256 ") + QString::fromLatin1(sha256({value.toUtf8()}).toHex());
    };
    JsonValue::Array changes;
    for (auto each = after.cbegin(); each != after.cend(); ++each) {
        if (before.value(each.key()) != each.value())
            changes.push_back(
                change(QStringLiteral("/settings/") + each.key(), told(before.value(each.key())), told(each.value())));
    }
    return canonicalJson(changes);
}

} // namespace

Result<WorkspaceSettings> Workspace::settings()
{
    return m_parts->settings();
}

Result<void> Workspace::changeSettings(const std::function<void(WorkspaceSettings &)> &change)
{
    if (user().role != Role::Supervisor)
        return Parts::supervisorsOnly();
    std::optional<WorkspaceSettings> before;
    const Result<void> kept = m_parts->database->transaction([&]() -> Result<void> {
        if (Result<void> alone = m_parts->database->hold(QStringLiteral("settings")); !alone)
            return alone;
        const Result<WorkspaceSettings> now = m_parts->settings();
        if (!now)
            return now.error();
        WorkspaceSettings next = *now;
        change(next);
        next.terms.effective = now->terms.effective; // entered by setEffectiveDate() alone
        if (Result<void> valid = checkSettings(next); !valid)
            return valid;
        const Result<QMap<QString, QString>> earlier = settingsIn(*m_parts->database);
        if (!earlier)
            return earlier.error();
        if (Result<void> written = m_parts->keepSettings(next); !written)
            return written;
        const Result<QMap<QString, QString>> later = settingsIn(*m_parts->database);
        if (!later)
            return later.error();
        if (Result<void> noted = m_parts->note(m_parts->occasion(), QStringLiteral("settings"), changedSettings(*earlier, *later));
            !noted)
            return noted;
        before = *now;
        return m_parts->useSettings(next);
    });
    if (!kept && before) // what could not be kept is not what this window goes on with
        (void)m_parts->useSettings(*before);
    return kept;
}

Result<void> Workspace::saveSettings(const WorkspaceSettings &settings)
{
    return changeSettings([&settings](WorkspaceSettings &now) { now = settings; });
}

} // namespace reviewdesk
