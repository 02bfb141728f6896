#include "RandomCaseload.h"

#include "KeptLetters.h"

#include "store/LetterRepository.h"

#include <QTimeZone>

namespace reviewdesk {

namespace {

const char *const askable[] = {"unresectable", "liver_dominant", "diffuse", "progressive"};

} // namespace

/// One case from its receipt on, as far as it comes by now.
class RandomCaseload::Story {
public:
    Story(CaseRepository &cases, LetterRepository &letters, const QMap<QString, UserAccount> &people, std::mt19937 &engine,
        const QDateTime &now)
        : m_cases(cases), m_letters(letters), m_people(people), m_engine(engine), m_now(now)
    {
    }

    void tell()
    {
        begin();
        review();
        for (int turn = 0; turn < 3 && !m_ended; ++turn)
            followUp();
    }

private:
    int between(int least, int most)
    {
        return least + static_cast<int>(m_engine() % static_cast<quint32>(most - least + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    void pass(int mostHours)
    {
        m_at = m_at.addMSecs(qint64{between(0, mostHours * 60)} * 60'000 + between(0, 59'999));
        m_ended = m_ended || m_at > m_now;
    }
    Occasion by(const char *login) const { return {m_people.value(QString::fromLatin1(login)), m_at}; }

    void act(Action action, const char *login)
    {
        if (m_ended)
            return;
        m_case.reviewCase.determination.rationale = QStringLiteral("As the record shows.");
        Result<StoredCase> next = m_cases.act(m_case, action, QStringLiteral("why"), by(login));
        if (!next && next.error().code == QLatin1String("no_extension"))
            return;
        if (!next)
            qFatal("%s: %s", qPrintable(toWord(action)), why(next).constData());
        m_case = *next;
    }

    /// Most of them, sooner or later.
    void tellBy(const char *kind)
    {
        if (!chance(75))
            return;
        pass(24 * 8);
        if (m_ended)
            return;
        const Result<IssuedLetter> issued = m_letters.issue(letterFor(m_case, kind, chance(50) ? "member" : "provider"), m_case, by("nora"));
        if (!issued)
            qFatal("%s: %s", kind, why(issued).constData());
    }

    void save()
    {
        if (m_ended)
            return;
        Result<StoredCase> next = m_cases.saveDraft(m_case, by("nora"));
        if (!next)
            qFatal("%s", why(next).constData());
        m_case = *next;
    }

    void begin()
    {
        const QDateTime first(QDate(2025, 1, 20), QTime(8, 0), QTimeZone::utc());
        m_at = first.addMSecs(static_cast<qint64>(m_engine() % 1000) * first.msecsTo(m_now) / 1000);
        ReviewCase content = StoreDesk::approvable();
        Request &request = content.request;
        request.receivedAt = m_at.toOffsetFromUtc(between(-8, 0) * 3600);
        request.lineOfBusiness = static_cast<LineOfBusiness>(between(0, 4));
        content.service.plannedOn = m_at.date().addDays(14);
        request.urgency = chance(25) ? Urgency::Expedited : Urgency::Standard;
        request.timing = chance(80) ? Timing::PreService : chance(50) ? Timing::Concurrent : Timing::PostService;
        request.channel = static_cast<Channel>(between(0, 4));
        request.state = chance(30) ? QStringLiteral("WA") : chance(30) ? QStringLiteral("OR") : QStringLiteral("ID");
        pass(6);
        if (m_ended)
            m_at = m_now;
        const Result<StoredCase> made = m_cases.create(content, by("nora"));
        if (!made)
            qFatal("%s", why(made).constData());
        m_case = *made;
        answer();
    }

    /// Some facts of the complete case are false or not documented.
    void answer()
    {
        m_case.reviewCase.facts = StoreDesk::approvable().facts;
        for (const char *fact : askable) {
            if (chance(18))
                m_case.reviewCase.facts.insert(
                    QString::fromLatin1(fact), {chance(50) ? QStringLiteral("false") : QString()});
        }
        if (chance(8))
            m_case.reviewCase.facts.insert(QStringLiteral("procedure"), {QStringLiteral("tace")});
        pass(30);
        save();
    }

    bool isDecided() const { return viewOf(m_case.reviewCase, *StoreDesk::rulebook()).evaluation.decided(); }
    bool isApprovable() const
    {
        const CaseView view = viewOf(m_case.reviewCase, *StoreDesk::rulebook());
        return view.evaluation.decided() &&
            StoreDesk::rulebook()->policy.outcomes.at(view.evaluation.outcome).effect == OutcomeEffect::Approvable;
    }

    void review()
    {
        while (!m_ended && (!isDecided() || chance(8)) && !chance(5)) {
            pass(40);
            m_case.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
            act(Action::Pend, "nora");
            tellBy("information_request");
            pass(24 * 30);
            if (chance(8))
                return act(Action::Withdraw, "nora");
            act(Action::Resume, "nora");
            answer();
        }
        if (chance(12)) {
            pass(30);
            act(Action::Extend, "nora");
            if (m_case.clock.extendedAt.isValid() && !m_ended)
                tellBy("extension_notice");
        }
        if (chance(5) || !isDecided()) {
            pass(24);
            return act(Action::Withdraw, "nora");
        }
        if (chance(5)) {
            m_ended = true; // stays open
            return;
        }
        decide();
    }

    void decide()
    {
        pass(24 * 12);
        if (isApprovable() && chance(85))
            return act(Action::Approve, "nora");
        act(Action::Refer, "nora");
        pass(24 * 5);
        physicianDecides();
    }

    void physicianDecides()
    {
        const char *physician =
            m_case.deniedBy.isEmpty() || m_case.deniedBy.first().name.startsWith(QLatin1String("Pia")) ? "phil" : "pia";
        if (m_case.deniedBy.size() > 1) {
            m_ended = true; // both have denied it: nobody is left to hear it
            return;
        }
        if (isApprovable())
            act(Action::Approve, physician);
        else
            act(chance(25) ? Action::ApproveException : Action::Deny, physician);
    }

    void followUp()
    {
        pass(24 * 60);
        if (m_case.status == Status::Denied && chance(45)) {
            act(Action::Appeal, "nora");
            m_case = m_cases.load(m_case.id).value(); // with who may not hear it
            pass(24 * 20);
            if (chance(15)) // and often by mistake
                return act(Action::Withdraw, "nora");
            return physicianDecides();
        }
        const bool isMistake = m_case.status == Status::Withdrawn && m_case.roundKind == RoundKind::Appeal;
        if (isOpen(m_case.status) || !chance(isMistake ? 60 : 15)) {
            m_ended = true;
            return;
        }
        act(Action::Reopen, "sam");
        answer();
        review();
    }

    CaseRepository &m_cases;
    LetterRepository &m_letters;
    const QMap<QString, UserAccount> &m_people;
    std::mt19937 &m_engine;
    const QDateTime m_now;
    QDateTime m_at;
    StoredCase m_case;
    bool m_ended = false;
};

RandomCaseload::RandomCaseload(StoreDesk &desk, Workspace &workspace, quint32 seed) : m_desk(desk), m_engine(seed)
{
    const Result<QList<UserAccount>> users = workspace.users();
    require(users.ok());
    for (const UserAccount &user : *users)
        m_people.insert(user.loginName, user);
}

void RandomCaseload::bringIn(int cases)
{
    const std::unique_ptr<Database> database = m_desk.database();
    const Signers signers = m_desk.signersOf(*database, m_people.keys());
    AuditLog audit(*database, signers);
    Uuid7 uuids;
    CaseRepository repository(*database, audit, uuids, *StoreDesk::rulebook());
    LetterRepository letters(*database, audit, uuids, *StoreDesk::rulebook());
    const Result<void> done = database->transaction([&]() -> Result<void> {
        for (int i = 0; i < cases; ++i)
            Story(repository, letters, m_people, m_engine, m_desk.clock.now()).tell();
        return {};
    });
    if (!done)
        qFatal("%s", why(done).constData());
}

Result<CaseloadReport> reportOf(Workspace &workspace, const ReportOrder &order, const QDateTime &now)
{
    const Rulebook &rulebook = workspace.rulebook();
    const Result<Workspace::RoundReading> reading =
        workspace.roundRecords(order.period.begin(rulebook.zone), order.period.end(rulebook.zone));
    if (!reading)
        return reading.error();
    return makeReport(*reading, order, rulebook, now, {});
}

} // namespace reviewdesk
