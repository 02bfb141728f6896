// The practice caseload: invented people and cases, brought in by the steps that people take.
#include "cases/CaseFile.h"
#include "cases/SampleCases.h"
#include "policy/JsonValue.h"
#include "store/BulkCases.h"
#include "store/ClockRecords.h"
#include "store/SampleLife.h"
#include "store/UserRepository.h"
#include "store/WorkspaceParts.h"

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

constexpr int mostByHand = 20'000; ///< beyond, cases are made of others
constexpr int patterns = 2'000;
constexpr int atOnce = 2'000; ///< cases in a transaction

/// "Kim Example, RN" signs in as kim.example.
QString loginNameOf(const Person &person)
{
    return person.name.section(QLatin1Char(','), 0, 0)
        .simplified()
        .toLower()
        .replace(QLatin1Char(' '), QLatin1Char('.'));
}

struct Deed {
    Action action;
    const UserAccount *by;
};

/// The way from a draft to where the sample stands; the last deed is the decision where there is one.
QList<Deed> deedsOf(const SampleCase &sample, const UserAccount &nurse, const UserAccount *physician)
{
    const auto decided = [&](Action action) -> QList<Deed> {
        if (!physician)
            return {{action, &nurse}};
        return {{Action::Refer, &nurse}, {action, physician}};
    };
    switch (sample.status) {
    case Status::Draft:
        return {};
    case Status::Submitted:
        return {{Action::Submit, &nurse}};
    case Status::Referred:
        return {{Action::Refer, &nurse}};
    case Status::Pended:
        return decided(Action::Pend);
    case Status::Withdrawn:
        return {{Action::Withdraw, &nurse}};
    case Status::Denied:
        return decided(Action::Deny);
    case Status::Approved:
        break;
    }
    return decided(sample.reviewCase.determination.exception ? Action::ApproveException : Action::Approve);
}

/// When the sample's deeds are done: from its making to its decision, or an hour later where there is none yet.
class Hours {
public:
    Hours(const SampleCase &sample, const QDateTime &now)
        : m_begin(sample.createdAt), m_length(qMax<qint64>(0, sample.createdAt.msecsTo(end(sample, now))))
    {
    }
    QDateTime at(int percent) const { return m_begin.addMSecs(m_length * percent / 100); }

private:
    static QDateTime end(const SampleCase &sample, const QDateTime &now)
    {
        const QDateTime decided = sample.reviewCase.determination.at;
        return decided.isValid() ? decided.toUTC() : qMin(sample.createdAt.addSecs(3600), now);
    }
    QDateTime m_begin;
    qint64 m_length; ///< milliseconds
};

/// What came with the request, before anything was answered.
ReviewCase requestOf(const SampleCase &sample)
{
    ReviewCase request = sample.reviewCase;
    request.facts.clear();
    request.evidence.clear();
    request.recorded = {};
    request.nurseNote.clear();
    return request;
}

bool isDecided(const SampleCase &sample)
{
    return sample.status == Status::Approved || sample.status == Status::Denied;
}

/// Issues and prints the letters that a case's step asks for; none is composed where nobody writes letters.
using Send = SampleLife::Send;

/// What happens to some on the way to their decision, so that clocks and reports have it too: the provider is asked for the
/// documents and sends them, more time is taken.
Result<StoredCase> delayed(
    CaseRepository &cases, StoredCase stored, const UserAccount &nurse, const Hours &hours, const Send &send)
{
    const int number = stored.reviewCase.number.right(2).toInt();
    if (number % 7 == 3) {
        const QList<ReceivedDocument> documents = std::exchange(stored.reviewCase.documents, {});
        stored.reviewCase.determination.plainReason = QStringLiteral("Please send the report of the latest imaging.");
        Result<StoredCase> next = cases.act(stored, Action::Pend, {}, {nurse, hours.at(44)});
        if (!next)
            return next;
        if (Result<void> sent = send(*next, hours.at(44)); !sent)
            return sent.error();
        next->reviewCase.documents = documents;
        next = cases.act(*next, Action::Resume, {}, {nurse, hours.at(50)});
        if (!next)
            return next;
        stored = *next;
    }
    if (number % 9 == 4) {
        Result<StoredCase> next = cases.act(
            stored, Action::Extend, QStringLiteral("The imaging is being read again."), {nurse, hours.at(55)});
        if (!next)
            return stored; // where no rule allows it
        if (Result<void> sent = send(*next, hours.at(55)); !sent)
            return sent.error();
        return next;
    }
    return stored;
}

/// Some denials are appealed and turned by the other physician.
Result<StoredCase> appealed(
    CaseRepository &cases, StoredCase denied, const SampleCase &sample, const SampleStaff &staff, const QDateTime &now)
{
    constexpr qint64 toAppeal = 20 * 3600; // seconds
    const QDateTime at = denied.savedAt.addSecs(toAppeal);
    const bool wanted = sample.status == Status::Denied && !sample.letterIssued && staff.physicians.size() > 1 &&
        denied.reviewCase.number.right(2).toInt() % 3 == 0;
    if (!wanted || at.addSecs(toAppeal) > now)
        return denied;
    Result<StoredCase> appeal = cases.act(denied, Action::Appeal,
        QStringLiteral("The provider appeals with a newer CT."), {staff.nurses.at(sample.preparedBy), at});
    if (!appeal)
        return appeal;
    appeal->reviewCase.determination.plainReason =
        QStringLiteral("The newer scan shows that the treatment is the best one for you.");
    appeal->reviewCase.determination.rationale =
        QStringLiteral("The CT sent with the appeal shows progression that the first record did not hold.");
    const qsizetype other = (sample.decidedBy + 1) % staff.physicians.size();
    return cases.act(*appeal, Action::ApproveException, {}, {staff.physicians.at(other), at.addSecs(toAppeal)});
}

/// `contents`, where wanted, gets the content after each entry of the history.
Result<StoredCase> bringIn(CaseRepository &cases, const SampleCase &sample, const SampleStaff &staff, const QDateTime &now,
    const Policy &policy, const Send &send, QList<QByteArray> *contents)
{
    const auto note = [&](const StoredCase &stored) {
        if (contents)
            contents->append(canonicalJson(toJson(stored.reviewCase, policy)));
    };
    const UserAccount &nurse = staff.nurses.at(sample.preparedBy);
    const UserAccount *physician = sample.decidedBy < 0 ? nullptr : &staff.physicians.at(sample.decidedBy);
    const Hours hours(sample, now);
    Result<StoredCase> stored = cases.create(requestOf(sample), {nurse, hours.at(0)});
    if (!stored)
        return stored.error();
    note(*stored);
    const QString number = stored->reviewCase.number;
    const qint64 begun = stored->rowVersion;
    stored->reviewCase = sample.reviewCase;
    stored->reviewCase.determination = {};
    stored = cases.saveDraft(*stored, {nurse, hours.at(40)});
    if (!stored)
        return stored.error();
    if (stored->rowVersion > begun) // nothing answered yet: nothing saved
        note(*stored);
    if (isDecided(sample)) {
        stored = delayed(cases, *stored, nurse, hours, send);
        if (!stored)
            return stored.error();
    }
    const QList<Deed> deeds = deedsOf(sample, nurse, physician);
    for (qsizetype i = 0; i < deeds.size(); ++i) {
        const Deed &deed = deeds.at(i);
        const bool last = i == deeds.size() - 1;
        if (last)
            stored->reviewCase.determination = sample.reviewCase.determination; // the words are the decider's
        const QString words = deed.action == Action::Withdraw ? sample.reviewCase.determination.rationale : QString();
        stored = cases.act(*stored, deed.action, words, {*deed.by, hours.at(last ? 100 : 60)});
        if (!stored)
            return Error{
                stored.error().code, number + QLatin1String(": ") + stored.error().message, stored.error().place};
        note(*stored);
    }
    return appealed(cases, *stored, sample, staff, now);
}

/// Printed where that is not to come yet.
Result<void> sendOut(const Workspace::SampleLetters &compose, LetterRepository &letters, StoredCase decided,
    const Occasion &issuing, const Occasion &printing, const QDateTime &now)
{
    const Result<QList<IssuedLetter>> composed = compose(decided, issuing.at);
    if (!composed)
        return composed.error();
    for (const IssuedLetter &letter : *composed) {
        const Result<IssuedLetter> issued = letters.issue(letter, decided, issuing);
        if (!issued)
            return issued.error();
        addTo(decided.clock, noticeOf(letter.kind, decided.clock), issuing.at); // the next letter is no first one
        if (printing.at > now)
            continue;
        if (Result<void> printed = letters.recordPrints({issued->id}, printing); !printed)
            return printed;
    }
    return {};
}

/// Makes the accounts of samplePeople() that are not there yet; `lend` makes the key of each be at hand.
Result<SampleStaff> staffOf(Workspace &workspace, const QByteArray &passphrase, const KeyCost &cost,
    const std::function<Result<void>(const UserAccount &)> &lend)
{
    const Result<QList<UserAccount>> present = workspace.users();
    if (!present)
        return present.error();
    SampleStaff staff;
    KeyCost slotCost = cost;
    for (const Person &person : samplePeople()) {
        const QString login = loginNameOf(person);
        const auto known = std::find_if(present->cbegin(), present->cend(),
            [&](const UserAccount &account) { return Keyring::folded(account.loginName) == Keyring::folded(login); });
        UserAccount account;
        if (known != present->cend()) {
            account = *known;
        } else {
            slotCost = slotCost.orCalibrated(); // measured once for all of them
            const Result<UserAccount> added =
                workspace.addUser({login, person.name, person.role, person.credential, person.specialty, person.npi,
                                      person.licenceState, passphrase},
                    slotCost);
            if (!added)
                return added.error();
            account = *added;
        }
        // What is written in their names is signed with their keys, like everything.
        if (const Result<void> lent = lend(account); !lent)
            return lent.error();
        if (account.role == Role::Nurse)
            staff.nurses.append(account);
        else if (account.role == Role::Physician)
            staff.physicians.append(account);
        else
            staff.supervisor = account;
    }
    return staff;
}

} // namespace

Result<void> Workspace::addSamples(int count, quint32 seed, const QByteArray &passphrase, const KeyCost &cost,
    const SampleLetters &letters, const Progress &progress)
{
    if (Result<void> here = m_parts->inFolder(); !here)
        return here;
    const Result<SampleStaff> staff = staffOf(*this, passphrase, cost,
        [&](const UserAccount &account) { return m_parts->borrowKey(account, passphrase); });
    if (!staff)
        return staff.error();
    const bool bulk = count > mostByHand;
    const QList<SampleCase> samples = sampleCases(bulk ? patterns : count, seed, m_parts->clock.now(),
        static_cast<int>(staff->nurses.size()), static_cast<int>(staff->physicians.size()), rulebook());
    QList<RecordedCase> recorded;
    Result<void> brought = m_parts->database->transaction([&]() -> Result<void> {
        AuditLog audit(*m_parts->database, m_parts->signers);
        CaseRepository cases = m_parts->cases(audit);
        LetterRepository repository = m_parts->letters(audit);
        const QDateTime now = m_parts->clock.now().toUTC();
        const Send send = [&](const StoredCase &stored, const QDateTime &at) {
            const Occasion at_{staff->supervisor, qMin(at, now)};
            return letters ? sendOut(letters, repository, stored, at_, at_, now) : Result<void>();
        };
        QStringList ids;
        for (const SampleCase &sample : samples) {
            QList<QByteArray> contents;
            const Result<StoredCase> stored =
                bringIn(cases, sample, *staff, now, rulebook().policy, send, bulk ? &contents : nullptr);
            if (!stored)
                return stored.error();
            if (bulk)
                recorded.append({*stored, contents});
            ids.append(stored->id);
            if (!letters || !sample.letterIssued)
                continue;
            // issued soon after the decision; printed the day after, so that today's wait for the printer
            constexpr qint64 toIssue = 20 * 60; // seconds
            constexpr qint64 toPrint = 24 * 60 * 60;
            const Occasion issuing{staff->supervisor, qMin(stored->savedAt.addSecs(toIssue), now)};
            const Occasion printing{staff->supervisor, stored->savedAt.addSecs(toPrint)};
            if (Result<void> sent = sendOut(letters, repository, *stored, issuing, printing, now); !sent)
                return sent;
        }
        if (bulk)
            return {}; // what is learned from these cases is their making alone
        Result<SampleMaterial> material = readSampleMaterial(rulebook());
        if (!material)
            return material.error();
        return SampleLife({*m_parts->database, audit, m_parts->uuids, rulebook(), cases, send}, *staff,
            std::move(material).value(), now)
            .live(ids);
    });
    if (!brought)
        return brought;
    if (bulk)
        brought = addBulk(count - patterns, seed, recorded, progress);
    return brought ? tidyWorklist(mostUntidy) : brought;
}

Result<void> Workspace::addBulk(
    int count, quint32 seed, const QList<RecordedCase> &recorded, const Progress &progress)
{
    // 256 MiB while it lasts: the indexes are filled in the order of nothing
    if (Result<void> larger = m_parts->database->script("PRAGMA cache_size = -262144"); !larger)
        return larger;
    BulkCases bulk(*m_parts->database, m_parts->signers, m_parts->uuids, rulebook(), seed);
    Result<void> done = bulk.learn(recorded);
    for (int added = 0; done && added < count; added += atOnce) {
        done = bulk.bringIn(qMin(atOnce, count - added), added, count);
        if (done && progress && !progress(qMin(added + atOnce, count), count))
            done = Error{QStringLiteral("stopped"), QStringLiteral("Stopped; what was brought in stays."), {}};
    }
    const Result<void> smaller = m_parts->database->script("PRAGMA cache_size = -2000");
    return done ? smaller : done;
}

} // namespace reviewdesk
