// The practice caseload: invented people and cases, brought in by the steps that people take.
#include "cases/SampleCases.h"
#include "store/UserRepository.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

constexpr qint64 minute = 60'000; // milliseconds

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
    qint64 after; ///< milliseconds since the case was made
};

/// The way from a draft to where the sample stands.
QList<Deed> deedsOf(const SampleCase &sample, const UserAccount &nurse, const UserAccount *physician)
{
    const auto decided = [&](Action action) -> QList<Deed> {
        if (!physician)
            return {{action, &nurse, 45 * minute}};
        return {{Action::Refer, &nurse, 45 * minute}, {action, physician, 200 * minute}};
    };
    switch (sample.status) {
    case Status::Draft:
        return {};
    case Status::Submitted:
        return {{Action::Submit, &nurse, 45 * minute}};
    case Status::Referred:
        return {{Action::Refer, &nurse, 45 * minute}};
    case Status::Pended:
        return decided(Action::Pend);
    case Status::Withdrawn:
        return {{Action::Withdraw, &nurse, 45 * minute}};
    case Status::Denied:
        return decided(Action::Deny);
    case Status::Approved:
        break;
    }
    return decided(sample.reviewCase.determination.exception ? Action::ApproveException : Action::Approve);
}

Result<void> bringIn(CaseRepository &cases, const SampleCase &sample, const Staff &staff)
{
    const UserAccount &nurse = staff.nurses.at(sample.preparedBy % staff.nurses.size());
    const UserAccount *physician =
        sample.decidedBy < 0 ? nullptr : &staff.physicians.at(sample.decidedBy % staff.physicians.size());
    ReviewCase request = sample.reviewCase; // first what came with the request, then the answers
    request.facts.clear();
    request.evidence.clear();
    request.recorded = {};
    request.nurseNote.clear();
    Result<StoredCase> stored = cases.create(request, {nurse, sample.createdAt});
    if (!stored)
        return stored.error();
    ReviewCase answered = sample.reviewCase;
    answered.determination = {};
    stored->reviewCase = answered;
    stored = cases.saveDraft(*stored, {nurse, sample.createdAt.addMSecs(20 * minute)});
    if (!stored)
        return stored.error();
    for (const Deed &deed : deedsOf(sample, nurse, physician)) {
        if (deed.action != Action::Submit && deed.action != Action::Refer) // the words are the decider's
            stored->reviewCase.determination = sample.reviewCase.determination;
        stored = cases.act(*stored, deed.action, {}, {*deed.by, sample.createdAt.addMSecs(deed.after)});
        if (!stored)
            return stored.error();
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
            if (Result<void> brought = bringIn(cases, sample, staff); !brought)
                return brought;
        }
        return {};
    });
}

} // namespace reviewdesk
