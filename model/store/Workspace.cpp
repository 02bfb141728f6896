#include "store/Workspace.h"

#include "store/CaseNotes.h"
#include "store/Changes.h"
#include "store/Presences.h"
#include "store/RulesChanged.h"
#include "store/Samples.h"
#include "store/Sha256.h"
#include "store/Verification.h"
#include "store/Workloads.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>
#include <QDir>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

Error supervisorsOnly()
{
    return {QStringLiteral("role"), Say::tr("Only a supervisor may do this."), {}};
}

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

} // namespace

Person UserAccount::person() const
{
    Person person;
    person.name = name;
    person.role = role;
    person.credential = credential;
    person.specialty = specialty;
    person.npi = npi;
    person.licenceState = licenceState;
    person.userId = id;
    return person;
}

Workspace::Workspace(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Workspace::~Workspace() = default;

const UserAccount &Workspace::user() const
{
    return m_parts->user;
}

const Rulebook &Workspace::rulebook() const
{
    return *m_parts->rulebook;
}

std::shared_ptr<const Rulebook> Workspace::sharedRulebook() const
{
    return m_parts->rulebook;
}

QString Workspace::directory() const
{
    return m_parts->directory;
}

QStringList Workspace::remarks() const
{
    return m_parts->remarks;
}

Result<WorkspaceSettings> Workspace::settings()
{
    return m_parts->settings();
}

namespace {

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

Result<void> Workspace::changeSettings(const std::function<void(WorkspaceSettings &)> &change)
{
    if (user().role != Role::Supervisor)
        return supervisorsOnly();
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

Result<StoredCase> Workspace::createCase(const ReviewCase &content)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->cases(audit).create(content, m_parts->occasion());
}

Result<StoredCase> Workspace::loadCase(const QString &caseId)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->cases(audit).load(caseId);
}

Result<StoredCase> Workspace::saveDraft(const StoredCase &draft)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->cases(audit).saveDraft(draft, m_parts->occasion());
}

Result<StoredCase> Workspace::act(const StoredCase &current, Action action, const QString &comment)
{
    Result<StoredCase> done = m_parts->database->transaction([&]() -> Result<StoredCase> {
        if (const Result<void> fresh = m_parts->refresh(); !fresh)
            return fresh.error();
        AuditLog audit(*m_parts->database, m_parts->signers);
        return m_parts->cases(audit).act(current, action, comment, m_parts->occasion());
    });
    if (done)
        m_parts->dropAside(current.id);
    return done;
}

Result<void> Workspace::assign(const QStringList &caseIds, const QString &userId)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return CaseNotes(*m_parts->database, audit, rulebook()).assign(caseIds, userId, m_parts->occasion());
}

Result<void> Workspace::Parts::addNote(const QString &caseId, const CaseNote &note)
{
    AuditLog audit(*database, signers);
    Result<void> done = CaseNotes(*database, audit, *rulebook).add(caseId, note, occasion());
    if (done && (note.action == Action::AskOpinion || note.action == Action::GiveOpinion)) // its words are signed with it
        dropAside(caseId);
    return done;
}

Result<void> Workspace::comment(const QString &caseId, const QString &words)
{
    CaseNote note;
    note.words = words;
    return m_parts->addNote(caseId, note);
}

Result<void> Workspace::recordTalk(const QString &caseId, const PeerToPeerTalk &talk)
{
    CaseNote note;
    note.action = Action::PeerToPeer;
    note.words = talk.words;
    note.talk = talk;
    return m_parts->addNote(caseId, note);
}

Result<void> Workspace::askOpinion(const QString &caseId, const QString &physicianId, const QString &question)
{
    CaseNote note;
    note.action = Action::AskOpinion;
    note.toUserId = physicianId;
    note.words = question;
    return m_parts->addNote(caseId, note);
}

Result<void> Workspace::giveOpinion(const QString &caseId, const QString &words)
{
    CaseNote note;
    note.action = Action::GiveOpinion;
    note.words = words;
    return m_parts->addNote(caseId, note);
}

Result<QList<CaseNote>> Workspace::notes(const QString &caseId)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return CaseNotes(*m_parts->database, audit, rulebook()).of(caseId);
}

Result<QList<KeptRound>> Workspace::rounds(const QString &caseId)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->cases(audit).rounds(caseId);
}

Result<QList<Workload>> Workspace::workloads()
{
    if (user().role != Role::Supervisor)
        return supervisorsOnly();
    return Workloads(*m_parts->database, m_parts->clock.now(), rulebook().zone).all();
}

Result<QList<WorklistRow>> Workspace::workloadCases(const QString &userId, WorkloadNumber number, int limit)
{
    if (user().role != Role::Supervisor)
        return supervisorsOnly();
    return Workloads(*m_parts->database, m_parts->clock.now(), rulebook().zone).cases(userId, number, limit);
}

Result<QualitySample> Workspace::drawSample(const SampleWish &wish)
{
    return m_parts->database->transaction([&]() -> Result<QualitySample> {
        Result<QualitySample> drawn = Samples(*m_parts->database, m_parts->uuids, rulebook()).draw(wish, m_parts->occasion());
        if (!drawn)
            return drawn;
        const QByteArray what = canonicalJson(JsonValue::Array{
            change(QStringLiteral("/sample"), {}, drawn->id), change(QStringLiteral("/seed"), {}, QString::number(wish.seed))});
        if (const Result<void> noted = m_parts->note(m_parts->occasion(), QStringLiteral("draw_sample"), what); !noted)
            return noted.error();
        return drawn;
    });
}

Result<QList<QualitySample>> Workspace::samples()
{
    return Samples(*m_parts->database, m_parts->uuids, rulebook()).all(m_parts->occasion());
}

Result<QList<SampledCase>> Workspace::sampledCases(const QString &sampleId)
{
    return Samples(*m_parts->database, m_parts->uuids, rulebook()).cases(sampleId, m_parts->occasion());
}

Result<StoredCase> Workspace::secondReview(const QString &sampleId, int position)
{
    return Samples(*m_parts->database, m_parts->uuids, rulebook()).review(sampleId, position, m_parts->occasion());
}

Result<StoredCase> Workspace::saveSecondReview(const QString &sampleId, int position, const StoredCase &draft)
{
    return Samples(*m_parts->database, m_parts->uuids, rulebook()).save(sampleId, position, draft, m_parts->occasion());
}

Result<void> Workspace::finishSecondReview(const QString &sampleId, int position, qint64 rowVersion)
{
    return m_parts->database->transaction([&]() -> Result<void> {
        Samples samples(*m_parts->database, m_parts->uuids, rulebook());
        if (Result<void> done = samples.finish(sampleId, position, rowVersion, m_parts->occasion()); !done)
            return done;
        const QByteArray what = canonicalJson(JsonValue::Array{change(QStringLiteral("/sample"), {}, sampleId),
            change(QStringLiteral("/position"), {}, QString::number(position))});
        return m_parts->note(m_parts->occasion(), QStringLiteral("second_review"), what);
    });
}

Result<QList<Presence>> Workspace::enterCase(const QString &caseId)
{
    return Presences(*m_parts->database, m_parts->session).enter(caseId, m_parts->occasion());
}

Result<void> Workspace::leaveCase(const QString &caseId)
{
    return Presences(*m_parts->database, m_parts->session).leave(caseId);
}

Result<QList<AuditEntry>> Workspace::history(const QString &caseId)
{
    return AuditLog(*m_parts->database).history(caseId);
}

Result<IssuedLetter> Workspace::issueLetter(const IssuedLetter &letter)
{
    return m_parts->database->transaction([&]() -> Result<IssuedLetter> {
        const std::shared_ptr<const Rulebook> composedBy = m_parts->rulebook;
        if (const Result<void> fresh = m_parts->refresh(); !fresh)
            return fresh.error();
        if (composedBy != m_parts->rulebook)
            return rulesChanged();
        AuditLog audit(*m_parts->database, m_parts->signers);
        const Result<StoredCase> stored = m_parts->cases(audit).load(letter.caseId);
        if (!stored)
            return stored.error();
        const Result<std::shared_ptr<const Rulebook>> rules = m_parts->rulesOf(*stored);
        if (!rules)
            return rules.error();
        if (!letter.policyDigest.isEmpty() && letter.policyDigest != (*rules)->policy.digest)
            return rulesChanged();
        return LetterRepository(*m_parts->database, audit, m_parts->uuids, **rules).issue(letter, *stored, m_parts->occasion());
    });
}

Result<QList<IssuedLetter>> Workspace::letters(const QString &caseId)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->letters(audit).ofCase(caseId);
}

Result<void> Workspace::recordPrint(const QString &letterId)
{
    return recordPrints({letterId});
}

Result<void> Workspace::recordPrints(const QStringList &letterIds)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->letters(audit).recordPrints(letterIds, m_parts->occasion());
}

Result<void> Workspace::verify(const Progress &progress)
{
    // Through a connection of its own: what this one has in memory says nothing about the disk.
    const Result<std::unique_ptr<Database>> fresh = m_parts->opener(Database::Mode::Inspect)();
    if (!fresh)
        return fresh.error();
    return verifyDatabase(**fresh, rulebook(), AuditLog::Check::Signatures, progress);
}

} // namespace reviewdesk
