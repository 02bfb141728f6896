#include "store/LetterRepository.h"

#include "cases/LetterRights.h"
#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "store/ClockRecords.h"
#include "store/Stored.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMap>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LetterRepository)
};

/// A letter as its row has it, with what is not shown.
struct SealedLetter {
    IssuedLetter letter;
    QString issuedById;
    QString seal;
};

/// Every column of a letter but the last, in the order in which letterOf() reads them.
const QString columns = QStringLiteral("id, case_id, round, kind, recipient, title, html, text, template_version, "
                                       "digest, policy_id, policy_version, policy_digest, case_number, sample, "
                                       "issued_by, issued_by_name, issued_at, seal, language, english_html, "
                                       "english_text, checklist, supersedes, correction_reason");

SealedLetter letterOf(const Database::Row &row)
{
    SealedLetter sealed;
    IssuedLetter &letter = sealed.letter;
    letter.id = row.at(0).toString();
    letter.caseId = row.at(1).toString();
    letter.round = row.at(2).toInt();
    letter.kind = row.at(3).toString();
    letter.recipient = row.at(4).toString();
    letter.title = row.at(5).toString();
    letter.html = row.at(6).toString();
    letter.text = row.at(7).toString();
    letter.templateVersion = row.at(8).toString();
    letter.digest = row.at(9).toString();
    letter.policyId = row.at(10).toString();
    letter.policyVersion = row.at(11).toString();
    letter.policyDigest = row.at(12).toString();
    letter.caseNumber = row.at(13).toString();
    letter.sample = row.at(14).toBool();
    sealed.issuedById = row.at(15).toString();
    letter.issuedBy = row.at(16).toString();
    letter.issuedAt = storedInstant(row.at(17));
    sealed.seal = row.at(18).toString();
    letter.language = row.at(19).toString();
    letter.englishHtml = row.at(20).toString();
    letter.englishText = row.at(21).toString();
    letter.checklist = row.at(22).toString().toUtf8();
    letter.supersedes = row.at(23).toString();
    letter.correctionReason = row.at(24).toString();
    letter.printed = row.at(25).toInt();
    return sealed;
}

/// SHA-256 over the letter. Members that came later are in it where they say something, so that the seals of earlier
/// letters hold.
QString sealOf(const IssuedLetter &letter, const QString &issuedById)
{
    JsonValue::Object members{{QStringLiteral("case_id"), letter.caseId},
        {QStringLiteral("case_number"), letter.caseNumber}, {QStringLiteral("digest"), letter.digest},
        {QStringLiteral("html"), letter.html}, {QStringLiteral("id"), letter.id},
        {QStringLiteral("issued_at"), letter.issuedAt.toMSecsSinceEpoch()}, {QStringLiteral("issued_by"), issuedById},
        {QStringLiteral("issued_by_name"), letter.issuedBy}, {QStringLiteral("kind"), letter.kind},
        {QStringLiteral("policy_digest"), letter.policyDigest}, {QStringLiteral("policy_id"), letter.policyId},
        {QStringLiteral("policy_version"), letter.policyVersion}, {QStringLiteral("recipient"), letter.recipient},
        {QStringLiteral("round"), letter.round}, {QStringLiteral("sample"), letter.sample},
        {QStringLiteral("template_version"), letter.templateVersion}, {QStringLiteral("text"), letter.text},
        {QStringLiteral("title"), letter.title}};
    const auto add = [&members](const char *name, const QString &value) {
        if (!value.isEmpty())
            members.emplace_back(QString::fromLatin1(name), value);
    };
    add("language", letter.language);
    add("english_html", letter.englishHtml);
    add("english_text", letter.englishText);
    add("checklist", QString::fromUtf8(letter.checklist));
    add("supersedes", letter.supersedes);
    add("correction_reason", letter.correctionReason);
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(members), QCryptographicHash::Sha256).toHex());
}

Result<void> checkWords(const IssuedLetter &letter)
{
    for (const QString &words : {letter.kind, letter.recipient, letter.title, letter.html, letter.text,
             letter.templateVersion, letter.digest}) {
        if (words.trimmed().isEmpty())
            return Error{QStringLiteral("invalid"),
                Say::tr("A letter needs its kind, recipient, title, words, template version and digest."), {}};
    }
    return {};
}

/// A letter that says something else than what was decided would harm.
Result<void> checkKind(const IssuedLetter &letter, const StoredCase &stored_)
{
    static const QMap<QString, Decision> says{{QStringLiteral("approval"), Decision::Approved},
        {QStringLiteral("denial"), Decision::Denied}, {QStringLiteral("information_request"), Decision::Pended},
        {QStringLiteral("withdrawal"), Decision::Withdrawn}};
    const auto said = says.constFind(letter.kind);
    if (letter.kind == QLatin1String("extension_notice")) {
        if (stored_.clock.isExtendedHere())
            return {};
        return Error{QStringLiteral("no_extension"),
            Say::tr("The time of %1 was not extended.").arg(stored_.reviewCase.number), {}};
    }
    if (said == says.cend() || stored_.reviewCase.determination.decision == *said)
        return {};
    return Error{QStringLiteral("invalid"),
        Say::tr("This letter does not say what was decided in %1.").arg(stored_.reviewCase.number), {}};
}

Result<void> checkReason(const IssuedLetter &letter)
{
    if (letter.supersedes.isEmpty() == letter.correctionReason.trimmed().isEmpty())
        return {};
    return Error{QStringLiteral("invalid"), Say::tr("A correction says why the earlier letter is corrected."),
        QStringLiteral("/correction_reason")};
}

} // namespace

LetterRepository::LetterRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook)
    : m_database(database), m_audit(audit), m_uuids(uuids), m_rulebook(rulebook)
{
}

Result<IssuedLetter> LetterRepository::issue(
    const IssuedLetter &given, const StoredCase &stored_, const Occasion &occasion)
{
    if (const Result<void> checked = checkWords(given); !checked)
        return checked.error();
    if (given.caseVersion != 0 && given.caseVersion != stored_.rowVersion)
        return Error{QStringLiteral("stale"),
            Say::tr("%1 was saved since this letter was composed. Nothing was issued; read the letter as it is now.")
                .arg(stored_.reviewCase.number),
            {}};
    if (const Result<void> fits = checkKind(given, stored_); !fits)
        return fits.error();
    if (const Result<void> said = checkReason(given); !said)
        return said.error();
    const CaseView view = viewOf(stored_.reviewCase, m_rulebook, stored_.clock);
    const CaseState state = stateOf(
        stored_.status, stored_.reviewCase, m_rulebook.policy, view, stored_.clock, stored_.preparedBy);
    if (const std::optional<Error> refused = letterRefusal(given.kind, state, occasion.by.person()))
        return *refused;
    IssuedLetter letter = given;
    letter.id = m_uuids.next(occasion.at);
    letter.round = stored_.round;
    letter.wait = letterWait(letter.kind, stored_.clock);
    letter.policyId = m_rulebook.policy.id;
    letter.policyVersion = m_rulebook.policy.version;
    letter.policyDigest = m_rulebook.policy.digest;
    letter.caseNumber = stored_.reviewCase.number;
    letter.issuedBy = occasion.by.name;
    letter.issuedAt = occasion.at;
    letter.printed = 0;
    return m_database.transaction([&]() -> Result<IssuedLetter> {
        if (const Result<void> free = checkPlace(letter); !free)
            return free.error();
        const QString seal = sealOf(letter, occasion.by.id);
        if (const Result<void> added = insert(letter, seal, occasion); !added)
            return added.error();
        if (const Result<void> counted = count(letter, stored_, occasion); !counted)
            return counted.error();
        if (Result<void> again = recount(m_database, letter.caseId); !again)
            return again.error();
        JsonValue::Array changes{
            change(QStringLiteral("/letters/") + letter.id, {}, letter.kind + QLatin1Char('/') + letter.recipient)};
        if (!letter.supersedes.isEmpty())
            changes.push_back(
                change(QStringLiteral("/letters/%1/supersedes").arg(letter.id), {}, letter.supersedes));
        const Result<void> noted = m_audit.append({letter.caseId, occasion.at, occasion.by.id, occasion.by.name,
            toWord(Action::IssueLetter), letter.correctionReason, canonicalJson(changes), seal});
        if (!noted)
            return noted.error();
        return letter;
    });
}

/// The first letter that asks, and the first notice of more time, start what they are the notice of: when the case is due, and
/// when its wait ends, change with them.
Result<void> LetterRepository::count(const IssuedLetter &letter, const StoredCase &stored_, const Occasion &occasion)
{
    ClockEvents clock = stored_.clock;
    const QString notice = letter.supersedes.isEmpty() ? noticeOf(letter.kind, clock) : QString();
    if (notice.isEmpty())
        return m_database.run(QStringLiteral("UPDATE cases SET letters = letters + 1 WHERE id = ?"), {letter.caseId});
    if (Result<void> noted = noteClockEvent(m_database, letter.caseId, letter.round, notice, occasion); !noted)
        return noted;
    addTo(clock, notice, occasion.at);
    const CaseView view = viewOf(stored_.reviewCase, m_rulebook, clock);
    const QDateTime wait = waitEnd(stored_.reviewCase.determination, clock, view.due, m_rulebook.zone);
    return m_database.run(
        QStringLiteral("UPDATE cases SET letters = letters + 1, due_at = ?, wait_until = ? WHERE id = ?"),
        {storedDue(view.dueAt()), storedDue(wait), letter.caseId});
}

const QString LetterRepository::ofRound = QStringLiteral(
    " FROM letters WHERE letters.case_id = cases.id AND letters.round = cases.current_round AND (letters.kind <>"
    " 'information_request' OR letters.wait = (SELECT count(*) FROM clock_events WHERE clock_events.case_id = cases.id"
    " AND clock_events.round = cases.current_round AND clock_events.kind = 'asked'))");

const QString LetterRepository::unprinted = QStringLiteral(
    "(SELECT count(*)%1 AND letters.printed = 0"
    " AND NOT EXISTS (SELECT 1 FROM letters AS later WHERE later.supersedes = letters.id))").arg(ofRound);

// A withdrawn case is changed no more: where a name was never given, there is nobody to write to.
const QString LetterRepository::unissued = QStringLiteral(
    "(SELECT count(*) FROM (SELECT 'member' AS recipient UNION ALL SELECT 'provider') AS whom,"
    " (SELECT 'approval' AS kind, 'approved' AS status UNION ALL SELECT 'denial', 'denied'"
    " UNION ALL SELECT 'information_request', 'pended' UNION ALL SELECT 'withdrawal', 'withdrawn'"
    " UNION ALL SELECT 'extension_notice', 'extended') AS asked"
    " WHERE (asked.status = cases.status OR (asked.status = 'extended'"
    " AND cases.status IN ('draft', 'submitted', 'referred', 'pended') AND EXISTS (SELECT 1 FROM clock_events"
    " WHERE clock_events.case_id = cases.id AND clock_events.round = cases.current_round AND clock_events.kind = 'extended')))"
    " AND (cases.status <> 'withdrawn'"
    " OR trim(CASE whom.recipient WHEN 'member' THEN cases.member_name ELSE cases.provider_name END) <> '')"
    " AND NOT EXISTS (SELECT 1%1 AND letters.kind = asked.kind AND letters.recipient = whom.recipient))").arg(ofRound);

const QString LetterRepository::waitInHistory = QStringLiteral(
    "CASE letters.kind WHEN 'information_request' THEN (SELECT count(*) FROM audit AS issue JOIN audit AS asked"
    " ON asked.chain = issue.chain AND asked.action = 'pend' AND asked.sequence < issue.sequence"
    " WHERE issue.chain = letters.case_id AND issue.action = 'issue_letter' AND issue.content = letters.seal AND NOT EXISTS"
    " (SELECT 1 FROM audit AS begun WHERE begun.chain = issue.chain AND begun.action IN ('reopen', 'appeal')"
    " AND begun.sequence BETWEEN asked.sequence AND issue.sequence)) ELSE 1 END");

Result<void> LetterRepository::recount(Database &database, const QString &caseId)
{
    return database.run(
        QStringLiteral("UPDATE cases SET unprinted = %1, unissued = %2 WHERE id = ?").arg(unprinted, unissued), {caseId});
}

/// Whether the letter may stand beside those that were issued: the first of its kind, or a correction of one that holds.
Result<void> LetterRepository::checkPlace(const IssuedLetter &letter)
{
    if (letter.supersedes.isEmpty()) {
        const Result<Database::Row> earlier = m_database.row(
            QStringLiteral("SELECT 1 FROM letters WHERE case_id = ? AND round = ? AND kind = ? AND recipient = ?"
                           " AND wait = ?"),
            {letter.caseId, letter.round, letter.kind, letter.recipient, letter.wait});
        if (!earlier)
            return earlier.error();
        if (!earlier->isEmpty())
            return Error{QStringLiteral("already_issued"),
                Say::tr("This letter was issued already. Print it again from the case; a reprint is marked COPY."), {}};
        return {};
    }
    const Result<Database::Row> corrected = m_database.row(
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM letters AS later WHERE later.supersedes = letters.id) FROM letters"
                       " WHERE id = ? AND case_id = ? AND round = ? AND kind = ? AND recipient = ? AND wait = ?"),
        {letter.supersedes, letter.caseId, letter.round, letter.kind, letter.recipient, letter.wait});
    if (!corrected)
        return corrected.error();
    if (corrected->isEmpty())
        return Error{QStringLiteral("not_found"), Say::tr("The letter to be corrected is of an earlier round or request."), {}};
    if (corrected->at(0).toBool())
        return Error{QStringLiteral("already_corrected"),
            Say::tr("That letter was corrected already. Open the case again to see the correction."), {}};
    return {};
}

Result<void> LetterRepository::insert(const IssuedLetter &letter, const QString &seal, const Occasion &occasion)
{
    return m_database.run(
        QStringLiteral("INSERT INTO letters (id, case_id, round, kind, recipient, title, html, text, template_version, "
                       "digest, policy_id, policy_version, policy_digest, case_number, sample, issued_by, "
                       "issued_by_name, issued_at, seal, language, english_html, english_text, checklist, supersedes, "
                       "correction_reason, wait) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?, ?, ?, nullif(?, ''), ?, ?)"),
        {letter.id, letter.caseId, letter.round, letter.kind, letter.recipient, letter.title, letter.html, letter.text,
            letter.templateVersion, letter.digest, stored(letter.policyId), stored(letter.policyVersion),
            stored(letter.policyDigest), letter.caseNumber, letter.sample ? 1 : 0, occasion.by.id,
            stored(letter.issuedBy), stored(letter.issuedAt), seal, stored(letter.language),
            stored(letter.englishHtml), stored(letter.englishText), stored(QString::fromUtf8(letter.checklist)),
            stored(letter.supersedes), stored(letter.correctionReason), letter.wait});
}

Result<QList<IssuedLetter>> LetterRepository::ofCase(const QString &caseId)
{
    const Result<Database::Rows> rows =
        m_database.rows(QStringLiteral("SELECT %1, printed, wait FROM letters WHERE case_id = ? ORDER BY id").arg(columns),
            {stored(caseId)});
    if (!rows)
        return rows.error();
    QList<IssuedLetter> letters;
    for (const Database::Row &row : *rows) {
        letters.append(letterOf(row).letter);
        letters.last().wait = row.at(26).toInt();
    }
    return letters;
}

Result<void> LetterRepository::recordPrints(const QStringList &letterIds, const Occasion &occasion)
{
    return m_database.transaction([&]() -> Result<void> {
        QMap<QString, QStringList> letters; // by case: held in this order by whoever holds several, so that nobody waits in a ring
        for (const QString &id : letterIds) {
            const Result<Database::Row> row =
                m_database.row(QStringLiteral("SELECT case_id FROM letters WHERE id = ?"), {stored(id)});
            if (!row)
                return row.error();
            if (row->isEmpty())
                return Error{QStringLiteral("not_found"), Say::tr("This letter is not in the workspace."), {}};
            letters[row->at(0).toString()].append(id);
        }
        for (auto job = letters.cbegin(); job != letters.cend(); ++job) {
            if (Result<void> held = m_database.hold(job.key()); !held)
                return held;
            for (const QString &id : job.value()) {
                if (Result<void> counted = countPrint(job.key(), id, occasion); !counted)
                    return counted;
            }
        }
        return {};
    });
}

/// Of a case that is held: what is unprinted of it is counted after whoever held it before.
Result<void> LetterRepository::countPrint(const QString &caseId, const QString &letterId, const Occasion &occasion)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT printed, seal FROM letters WHERE id = ?"), {letterId});
    if (!row)
        return row.error();
    const int printed = row->value(0).toInt();
    if (Result<void> done =
            m_database.run(QStringLiteral("UPDATE letters SET printed = printed + 1 WHERE id = ?"), {letterId});
        !done)
        return done;
    if (printed == 0) {
        if (Result<void> again = recount(m_database, caseId); !again)
            return again;
    }
    const QByteArray changes = canonicalJson(JsonValue::Array{change(QStringLiteral("/letters/%1/printed").arg(letterId),
        QString::number(printed), QString::number(printed + 1))});
    return m_audit.append({caseId, occasion.at, occasion.by.id, occasion.by.name, QStringLiteral("print_letter"), {},
        changes, row->value(1).toString()});
}

Result<void> LetterRepository::verify()
{
    const auto broken = [](const IssuedLetter &letter) {
        const QString place = QStringLiteral("letter %1 of %2").arg(letter.id, letter.caseNumber);
        return Error{
            QStringLiteral("damaged"), Say::tr("An issued letter is not what was issued (%1).").arg(place), place};
    };
    const Result<void> walked =
        m_database.each(QStringLiteral("SELECT %1, printed FROM letters ORDER BY id").arg(columns),
            {}, [&](const Database::Row &row) -> Result<void> {
                const SealedLetter sealed = letterOf(row);
                if (sealOf(sealed.letter, sealed.issuedById) != sealed.seal)
                    return broken(sealed.letter);
                const Result<Database::Row> counts =
                    m_database.row(QStringLiteral("SELECT count(*) FILTER (WHERE action = 'issue_letter'), count(*) "
                                                  "FILTER (WHERE action = 'print_letter')"
                                                  " FROM audit WHERE chain = ? AND content = ?"),
                        {sealed.letter.caseId, sealed.seal});
                if (!counts)
                    return counts.error();
                if (counts->at(0).toInt() != 1 || counts->at(1).toInt() != sealed.letter.printed)
                    return broken(sealed.letter);
                return {};
            });
    if (!walked)
        return walked;
    const Result<Database::Row> lost =
        m_database.row(QStringLiteral("SELECT chain, sequence FROM audit WHERE action = 'issue_letter' AND NOT EXISTS "
                                      "(SELECT 1 FROM letters WHERE letters.seal = audit.content) LIMIT 1"));
    if (!lost)
        return lost.error();
    if (!lost->isEmpty()) {
        const QString place =
            QStringLiteral("history of case %1, entry %2").arg(lost->at(0).toString()).arg(lost->at(1).toLongLong());
        return Error{QStringLiteral("damaged"), Say::tr("A letter that was issued is missing (%1).").arg(place), place};
    }
    return {};
}

} // namespace reviewdesk
