// The practice caseload: invented people and cases, brought in by the steps that people take.
#include "cases/SampleCases.h"
#include "store/UserRepository.h"
#include "store/WorkspaceParts.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// "Kim Example, RN" signs in as kim.example.
QString loginNameOf(const Person &person)
{
    return person.name.section(QLatin1Char(','), 0, 0)
        .simplified()
        .toLower()
        .replace(QLatin1Char(' '), QLatin1Char('.'));
}

struct Staff {
    QList<UserAccount> nurses;
    QList<UserAccount> physicians;
};

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

Result<void> bringIn(CaseRepository &cases, const SampleCase &sample, const Staff &staff, const QDateTime &now)
{
    const UserAccount &nurse = staff.nurses.at(sample.preparedBy);
    const UserAccount *physician = sample.decidedBy < 0 ? nullptr : &staff.physicians.at(sample.decidedBy);
    const Hours hours(sample, now);
    Result<StoredCase> stored = cases.create(requestOf(sample), {nurse, hours.at(0)});
    if (!stored)
        return stored.error();
    const QString number = stored->reviewCase.number;
    stored->reviewCase = sample.reviewCase;
    stored->reviewCase.determination = {};
    stored = cases.saveDraft(*stored, {nurse, hours.at(40)});
    if (!stored)
        return stored.error();
    const QList<Deed> deeds = deedsOf(sample, nurse, physician);
    for (qsizetype i = 0; i < deeds.size(); ++i) {
        const Deed &deed = deeds.at(i);
        const bool last = i == deeds.size() - 1;
        if (last)
            stored->reviewCase.determination = sample.reviewCase.determination; // the words are the decider's
        stored = cases.act(*stored, deed.action, {}, {*deed.by, hours.at(last ? 100 : 60)});
        if (!stored)
            return Error{
                stored.error().code, number + QLatin1String(": ") + stored.error().message, stored.error().place};
    }
    return {};
}

} // namespace

Result<void> Workspace::addSamples(int count, quint32 seed, const QByteArray &passphrase, const KeyCost &cost)
{
    Result<QList<UserAccount>> present = users();
    if (!present)
        return present.error();
    Staff staff;
    for (const Person &person : samplePeople()) {
        const QString login = loginNameOf(person);
        const auto known = std::find_if(present->cbegin(), present->cend(),
            [&](const UserAccount &account) { return Keyring::folded(account.loginName) == Keyring::folded(login); });
        UserAccount account;
        if (known != present->cend()) {
            account = *known;
        } else {
            const Result<UserAccount> added =
                addUser({login, person.name, person.role, person.credential, person.specialty, person.npi,
                            person.licenceState, passphrase},
                    cost);
            if (!added)
                return added.error();
            account = *added;
        }
        if (account.role == Role::Nurse)
            staff.nurses.append(account);
        else if (account.role == Role::Physician)
            staff.physicians.append(account);
    }
    const QList<SampleCase> samples = sampleCases(count, seed, m_parts->clock.now(),
        static_cast<int>(staff.nurses.size()), static_cast<int>(staff.physicians.size()), rulebook());
    return m_parts->database->transaction([&]() -> Result<void> {
        AuditLog audit(*m_parts->database);
        CaseRepository cases = m_parts->cases(audit);
        for (const SampleCase &sample : samples) {
            if (Result<void> brought = bringIn(cases, sample, staff, m_parts->clock.now().toUTC()); !brought)
                return brought;
        }
        return {};
    });
}

} // namespace reviewdesk
