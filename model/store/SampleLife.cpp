#include "store/SampleLife.h"

#include <QMap>

namespace reviewdesk {

namespace {

constexpr int livingCases = 400; ///< of a large caseload only the first have more of a life

/// Every so manieth case of a status, counted from 1.
bool isEvery(int count, int nth)
{
    return count % nth == 0;
}

} // namespace

SampleLife::SampleLife(Tools tools, const SampleStaff &staff, SampleMaterial material, const QDateTime &now)
    : m_tools(tools), m_notes(tools.database, tools.audit, tools.rulebook), m_staff(staff),
      m_material(std::move(material)), m_now(now)
{
}

QString SampleLife::say(const char *what) const
{
    const QStringList words = m_material.afterwards.value(QLatin1String(what));
    return words.at(m_said++ % words.size());
}

QDateTime SampleLife::after(const StoredCase &stored, int percent) const
{
    return stored.savedAt.addMSecs(qMax<qint64>(0, stored.savedAt.msecsTo(m_now)) * percent / 100);
}

const UserAccount &SampleLife::nurseOf(const StoredCase &stored) const
{
    for (const UserAccount &nurse : m_staff.nurses) {
        if (nurse.id == stored.preparedBy.userId)
            return nurse;
    }
    return m_staff.nurses.first();
}

Result<void> SampleLife::note(const StoredCase &stored, CaseNote note, const UserAccount &by, int percent)
{
    return m_notes.add(stored.id, note, occasion(by, after(stored, percent)));
}

Result<void> SampleLife::remark(const StoredCase &stored)
{
    CaseNote said;
    said.words = say("remarks");
    return note(stored, said, nurseOf(stored), 40);
}

/// Denied: the first waits for another physician, the second was heard and is upheld, and so on.
Result<void> SampleLife::appeal(const StoredCase &stored, int count)
{
    Result<StoredCase> next = m_tools.cases.act(
        stored, Action::Appeal, say("appeals"), occasion(nurseOf(stored), after(stored, 30)));
    if (!next || !isEvery(count, 2))
        return next ? Result<void>() : Result<void>(next.error());
    const QString denier = stored.reviewCase.determination.by.userId;
    for (const UserAccount &physician : m_staff.physicians) {
        if (physician.id == denier)
            continue;
        next->reviewCase.determination = stored.reviewCase.determination; // upheld, in the same words
        next->reviewCase.determination.decision.reset();
        next = m_tools.cases.act(*next, Action::Deny, {}, occasion(physician, after(stored, 70)));
        return next ? Result<void>() : Result<void>(next.error());
    }
    return {};
}

/// Referred: a talk is offered or held, another physician is asked, sometimes with an answer.
Result<void> SampleLife::discuss(const StoredCase &stored, int count)
{
    CaseNote talk;
    talk.action = Action::PeerToPeer;
    PeerToPeerTalk call;
    call.at = after(stored, 20);
    call.with = stored.reviewCase.provider.name;
    const bool held = isEvery(count, 3);
    call.outcome = held ? TalkOutcome::Held : isEvery(count, 2) ? TalkOutcome::NotTakenUp : TalkOutcome::Offered;
    talk.words = held ? say("held") : say("talks");
    talk.talk = call;
    if (call.with.isEmpty())
        return {};
    if (Result<void> said = note(stored, talk, m_staff.physicians.first(), 20); !said)
        return said;
    if (!isEvery(count, 4) || m_staff.physicians.size() < 2)
        return {};
    CaseNote question;
    question.action = Action::AskOpinion;
    question.toUserId = m_staff.physicians.at(1).id;
    question.words = say("questions");
    if (Result<void> asked = note(stored, question, m_staff.physicians.first(), 30); !asked)
        return asked;
    if (!isEvery(count, 8))
        return {};
    CaseNote answer;
    answer.action = Action::GiveOpinion;
    answer.words = say("opinions");
    return note(stored, answer, m_staff.physicians.at(1), 60);
}

/// By the supervisor.
Result<void> SampleLife::step(const StoredCase &stored, Action action, const QString &words, int percent)
{
    const Result<StoredCase> done =
        m_tools.cases.act(stored, action, words, occasion(m_staff.supervisor, after(stored, percent)));
    return done ? Result<void>() : Result<void>(done.error());
}

/// Where the rule that binds gives more time and it has not run out; elsewhere nothing. Of every second the notice is out, the
/// others wait for it.
Result<void> SampleLife::extend(const StoredCase &stored, int count)
{
    const QDateTime at = after(stored, 10);
    const Result<StoredCase> done = m_tools.cases.act(stored, Action::Extend, say("extensions"), occasion(nurseOf(stored), at));
    if (done)
        return isEvery(count, 2) ? m_tools.send(*done, at) : Result<void>();
    if (done.error().code == QLatin1String("no_extension"))
        return {};
    return done.error();
}

Result<void> SampleLife::live(const QStringList &brought)
{
    QMap<Status, int> counts;
    int open = 0;
    for (const QString &id : brought.mid(0, livingCases)) {
        const Result<StoredCase> stored = m_tools.cases.load(id);
        if (!stored)
            return stored.error();
        const int count = ++counts[stored->status];
        Result<void> done;
        if (stored->status == Status::Denied && isEvery(count, 3))
            done = appeal(*stored, count / 3);
        else if (stored->status == Status::Approved && isEvery(count, 20))
            done = step(*stored, Action::Reopen, say("reopened"), 50);
        else if (stored->status == Status::Referred)
            done = discuss(*stored, count);
        else if (stored->status == Status::Submitted && isEvery(count, 4))
            done = step(*stored, Action::ReturnToNurse, say("returned"), 60);
        else if (stored->status == Status::Draft && isEvery(count, 6))
            done = extend(*stored, count / 6);
        if (!done)
            return done;
        if (!isOpen(stored->status))
            continue;
        ++open;
        if (isEvery(open, 4))
            done = remark(*stored);
        if (done && isEvery(open, 5)) {
            CaseNote given;
            given.action = Action::Assign;
            given.toUserId = m_staff.nurses.at(open / 5 % m_staff.nurses.size()).id;
            done = note(*stored, given, m_staff.supervisor, 70);
        }
        if (!done)
            return done;
    }
    return sampleQuality();
}

/// One sample that Robin has half reviewed and one that nobody has begun.
Result<void> SampleLife::sampleQuality()
{
    if (m_staff.nurses.size() < 2)
        return {};
    const UserAccount &reviewer = m_staff.nurses.at(1);
    Samples samples(m_tools.database, m_tools.uuids, m_tools.rulebook);
    SampleWish wish;
    const QDate today = m_now.toTimeZone(m_tools.rulebook.zone).date();
    wish.from = today.addDays(-60);
    wish.until = today;
    wish.size = 12;
    wish.seed = 20260101;
    wish.reviewerId = reviewer.id;
    const Result<QualitySample> sample = samples.draw(wish, occasion(m_staff.supervisor, m_now.addDays(-2)));
    if (!sample)
        return sample.error().code == QLatin1String("empty") ? Result<void>() : Result<void>(sample.error());
    for (int position = 1; position <= qMin(9, sample->drawn); ++position) {
        if (Result<void> done = reviewAgain(*sample, position, reviewer); !done)
            return done;
    }
    wish.seed += 1;
    wish.size = 5;
    wish.reviewerId = m_staff.supervisor.id;
    wish.outcome = Decision::Denied;
    const Result<QualitySample> fresh = samples.draw(wish, occasion(m_staff.supervisor, m_now.addDays(-1)));
    return fresh || fresh.error().code == QLatin1String("empty") ? Result<void>() : Result<void>(fresh.error());
}

/// As the first reviewer answered, but for one true or false in every third case.
Result<void> SampleLife::reviewAgain(const QualitySample &sample, int position, const UserAccount &by)
{
    Samples samples(m_tools.database, m_tools.uuids, m_tools.rulebook);
    const QDateTime at = m_now.addSecs(-3600 * (20 - position));
    Result<StoredCase> draft = samples.review(sample.id, position, occasion(by, at));
    if (!draft)
        return draft.error();
    const Result<StoredCase> first = m_tools.cases.load(draft->id);
    if (!first)
        return first.error();
    draft->reviewCase.facts = first->reviewCase.facts;
    draft->reviewCase.evidence = first->reviewCase.evidence;
    if (isEvery(position, 3)) {
        for (auto fact = draft->reviewCase.facts.begin(); fact != draft->reviewCase.facts.end(); ++fact) {
            if (fact->value == QLatin1String("true") || fact->value == QLatin1String("false")) {
                fact->value = fact->value == QLatin1String("true") ? QStringLiteral("false") : QStringLiteral("true");
                break;
            }
        }
    }
    const Result<StoredCase> kept = samples.save(sample.id, position, *draft, occasion(by, at));
    return kept ? samples.finish(sample.id, position, kept->rowVersion, occasion(by, at.addSecs(600)))
                : Result<void>(kept.error());
}

} // namespace reviewdesk
