#include "store/Workspace.h"

#include "cases/PackVersions.h"
#include "store/CaseNotes.h"
#include "store/Changes.h"
#include "store/Presences.h"
#include "store/RulesChanged.h"
#include "store/Samples.h"
#include "store/Verification.h"
#include "store/Workloads.h"
#include "store/WorkspaceParts.h"

namespace reviewdesk {

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
    const std::shared_ptr<const Rulebook> seen = m_parts->rulebook;
    Result<StoredCase> done = m_parts->database->transaction([&]() -> Result<StoredCase> {
        if (const Result<void> fresh = m_parts->refresh(); !fresh)
            return fresh.error();
        if (const auto changed = policyChanged(action, seen->policy, m_parts->rulebook->policy))
            return *changed;
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
        return Parts::supervisorsOnly();
    return Workloads(*m_parts->database, m_parts->clock.now(), rulebook().zone).all();
}

Result<QList<WorklistRow>> Workspace::workloadCases(const QString &userId, WorkloadNumber number, int limit)
{
    if (user().role != Role::Supervisor)
        return Parts::supervisorsOnly();
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
    const std::shared_ptr<const Rulebook> composedBy = m_parts->rulebook;
    return m_parts->database->transaction([&]() -> Result<IssuedLetter> {
        if (const Result<void> held = m_parts->database->hold(letter.caseId); !held)
            return held.error();
        if (const Result<void> fresh = m_parts->refresh(); !fresh)
            return fresh.error();
        if (composedBy != m_parts->rulebook)
            return rulesChanged();
        AuditLog audit(*m_parts->database, m_parts->signers);
        const Result<StoredCase> stored = m_parts->cases(audit).loadHeld(letter.caseId);
        if (!stored)
            return stored.error();
        const Result<std::shared_ptr<const Rulebook>> rules =
            rulebookOfRound(stored->reviewCase, stored->status, m_parts->rulebook);
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
