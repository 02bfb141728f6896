#include "store/EffectiveDates.h"

#include "store/Changes.h"
#include "store/Database.h"
#include "store/Stored.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(EffectiveDates)
};

const QString effective = QStringLiteral("policy_effective ");
constexpr int firstYear = 1900;
constexpr int lastYear = 2199;

} // namespace

QString effectiveSetting(const QString &versionKey)
{
    return effective + versionKey;
}

QString effectiveVersion(const QString &name)
{
    return name.startsWith(effective) ? name.mid(effective.size()) : QString();
}

QString effectiveValue(const EffectiveEntry &entry)
{
    if (!entry.from.isValid())
        return {};
    return QString::fromUtf8(
        canonicalJson(JsonValue::Object{{QStringLiteral("at"), entry.at.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("by"), entry.by}, {QStringLiteral("from"), entry.from.toString(Qt::ISODate)}}));
}

std::optional<EffectiveEntry> effectiveFrom(const QString &value)
{
    const Result<JsonValue> read = readJson(value.toUtf8());
    if (!read)
        return {};
    EffectiveEntry entry;
    entry.from = QDate::fromString(read->text(u"from"), Qt::ISODate);
    entry.by = read->text(u"by");
    entry.at = QDateTime::fromString(read->text(u"at"), Qt::ISODateWithMs);
    return entry.from.isValid() ? std::optional(entry) : std::nullopt;
}

Result<void> Workspace::setEffectiveDate(const QString &policyId, const QString &version, const QDate &from)
{
    if (user().role != Role::Supervisor)
        return Error{
            QStringLiteral("role"), Say::tr("From when a policy is effective is a supervisor's to enter."), {}};
    if (from.isValid() && (from.year() < firstYear || from.year() > lastYear))
        return Error{QStringLiteral("invalid"),
            Say::tr("A policy becomes effective in a year from %1 to %2.").arg(firstYear).arg(lastYear),
            QStringLiteral("/policy_effective")};
    const Result<WorkspaceSettings> before = m_parts->settings();
    if (!before)
        return before.error();
    const QString key = versionKey(policyId, version);
    const Occasion occasion = m_parts->occasion();
    WorkspaceSettings after = *before;
    after.terms.effective.remove(key);
    EffectiveEntry entry;
    if (from.isValid()) {
        entry = {from, user().name, occasion.at};
        after.terms.effective.insert(key, entry);
    }
    const EffectiveEntry earlier = before->terms.effective.value(key);
    if (earlier.from == from || (!earlier.from.isValid() && !from.isValid()))
        return {};
    const Result<void> kept = m_parts->database->transaction([&]() -> Result<void> {
        const Result<void> written =
            m_parts->database->run(QStringLiteral("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) "
                                                  "DO UPDATE SET value = excluded.value"),
                {effectiveSetting(key), stored(effectiveValue(entry))});
        if (!written)
            return written;
        const JsonValue::Array changes{change(QStringLiteral("/settings/") + effectiveSetting(key),
            earlier.from.toString(Qt::ISODate), from.toString(Qt::ISODate))};
        if (Result<void> noted = m_parts->note(occasion, QStringLiteral("settings"), canonicalJson(changes)); !noted)
            return noted;
        return m_parts->useSettings(after);
    });
    if (!kept) // what could not be kept is not what this window goes on with
        (void)m_parts->useSettings(*before);
    return kept;
}

} // namespace reviewdesk
