#include "cases/SampleCases.h"

#include "cases/ApprovalDates.h"
#include "cases/Finding.h"
#include "cases/ReplyTime.h"
#include "cases/SampleMaterial.h"
#include "cases/Workflow.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr qint64 minute = 60;

/// One way a case can go; every row appears among the first cases, then rows come by weight.
struct Course {
    std::optional<OutcomeEffect> effect;
    Status status;
    bool byPhysician;
    const char *texts; ///< which words of the scenario it needs; null: none
    bool partial; ///< only some answers so far
    int weight;
};

constexpr OutcomeEffect approvable = OutcomeEffect::Approvable;
constexpr OutcomeEffect adverse = OutcomeEffect::Adverse;
constexpr std::nullopt_t open = std::nullopt;

constexpr Course courses[] = {
    {approvable, Status::Draft, false, nullptr, false, 5},
    {adverse, Status::Referred, false, nullptr, false, 9},
    {open, Status::Pended, false, "pended", false, 12},
    {approvable, Status::Approved, false, "approved", false, 24},
    {adverse, Status::Denied, true, "denied", false, 13},
    {approvable, Status::Draft, false, nullptr, true, 8},
    {open, Status::Draft, false, nullptr, false, 6},
    {approvable, Status::Submitted, false, nullptr, false, 5},
    {adverse, Status::Approved, true, "exception", false, 3},
    {adverse, Status::Draft, false, nullptr, false, 3},
    {open, Status::Referred, false, nullptr, false, 3},
    {adverse, Status::Pended, true, "pended", false, 2},
    {approvable, Status::Referred, false, nullptr, false, 2},
    {approvable, Status::Approved, true, "approved", false, 4},
    {open, Status::Submitted, false, nullptr, false, 2},
    {adverse, Status::Submitted, false, nullptr, false, 1},
    {adverse, Status::Draft, false, nullptr, true, 3},
    {open, Status::Draft, false, nullptr, true, 3},
    {approvable, Status::Withdrawn, false, nullptr, false, 2},
    {approvable, Status::Pended, false, "pended", false, 2},
    {adverse, Status::Withdrawn, false, nullptr, false, 1},
    {open, Status::Withdrawn, false, nullptr, false, 1},
    {open, Status::Pended, true, "pended", false, 2},
    {open, Status::Approved, true, "exception", false, 1},
};

const Course &courseOf(int index, SampleDice &dice)
{
    if (index < static_cast<int>(std::size(courses)))
        return courses[index];
    int total = 0;
    for (const Course &course : courses)
        total += course.weight;
    int left = dice.between(1, total);
    const Course *chosen = std::begin(courses);
    while ((left -= chosen->weight) > 0)
        ++chosen;
    return *chosen;
}

QString digits(SampleDice &dice, int count)
{
    QString text;
    for (int index = 0; index < count; ++index)
        text.append(QChar(u'0' + dice.between(0, 9)));
    return text;
}

QString validNpi(SampleDice &dice)
{
    const QString start = QLatin1Char('1') + digits(dice, 8);
    for (char16_t check = u'0'; check <= u'9'; ++check) {
        if (const QString npi = start + QChar(check); isValidNpi(npi))
            return npi;
    }
    Q_UNREACHABLE();
    return {};
}

QString personName(const SampleMaterial &material, SampleDice &dice)
{
    if (dice.chance(5))
        return dice.pick(material.wholeNames);
    const QString given = dice.pick(material.given);
    return given + QLatin1Char(' ') + dice.pick(material.family);
}

QString phoneNumber(const SamplePlace &place, SampleDice &dice)
{
    return place.areaCode + QLatin1String("-555-01") + digits(dice, 2); // numbers kept for fiction
}

/// Builds one case; members are drawn in a fixed order, so that a seed always gives the same.
class Draft {
public:
    Draft(const SampleMaterial &material, const Rulebook &rulebook, const QDateTime &now, const Course &course,
        quint32 seed)
        : m_material(material), m_rulebook(rulebook), m_now(now.toUTC()), m_course(course), m_dice(seed),
          m_scenario(scenarioFor(course)), m_place(m_dice.pick(material.places))
    {
    }

    SampleCase make(int nurses, int physicians)
    {
        m_made.status = m_course.status;
        m_made.preparedBy = m_dice.between(0, nurses - 1);
        m_made.decidedBy = m_course.byPhysician ? m_dice.between(0, physicians - 1) : -1;
        ReviewCase &made = m_made.reviewCase;
        made = m_scenario.content;
        made.policyId = m_rulebook.policy.id;
        made.policyVersion = m_rulebook.policy.version;
        made.service.procedureCodes = m_dice.pick(m_scenario.procedureCodes);
        fillRequest();
        fillMember();
        fillProvider();
        made.service.plannedOn = plannedDate();
        if (m_course.partial)
            dropLaterAnswers();
        fillEvidence();
        fillDocuments();
        if (m_course.status != Status::Referred && !m_course.byPhysician)
            made.nurseNote.clear();
        m_made.createdAt = std::min(received().addSecs(m_dice.between(5, 90) * minute), m_now);
        fillDetermination();
        return std::move(m_made);
    }

private:
    const SampleScenario &scenarioFor(const Course &course)
    {
        QList<const SampleScenario *> fitting;
        const bool decided = course.status == Status::Approved || course.status == Status::Denied;
        for (const SampleScenario &scenario : m_material.scenarios) {
            // nothing is approved or denied while a choice is open, not even as an exception
            const bool ready = !decided ||
                interview(m_rulebook.policy, answersOf(scenario.content, m_rulebook.policy))
                    .openChoices(m_rulebook.policy)
                    .empty();
            if (ready && scenario.effect == course.effect &&
                (!course.texts || scenario.texts.contains(QLatin1String(course.texts))))
                fitting.append(&scenario);
        }
        return *m_dice.pick(fitting);
    }

    QDateTime received() const { return m_made.reviewCase.request.receivedAt.toUTC(); }

    void fillRequest()
    {
        Request &request = m_made.reviewCase.request;
        request.lineOfBusiness = static_cast<LineOfBusiness>(m_dice.between(0, 4));
        request.channel = static_cast<Channel>(m_dice.between(0, 4));
        request.urgency = m_dice.chance(20) ? Urgency::Expedited : Urgency::Standard;
        request.timing = m_dice.chance(92) ? Timing::PreService : Timing::Concurrent;
        request.state = m_place.state;
        isOpen(m_course.status) ? receiveForOpenCase(request) : receiveDaysAgo(request, m_dice.between(4, 45));
    }

    /// In office hours, except for the channels that never close.
    void receiveDaysAgo(Request &request, int days)
    {
        const bool always = request.channel == Channel::Portal || request.channel == Channel::Fhir;
        const int minuteOfDay = always ? m_dice.between(0, 24 * 60 - 1) : m_dice.between(8 * 60, 17 * 60);
        const QDate day = m_now.toTimeZone(m_rulebook.zone).date().addDays(-days);
        const QDateTime local(day, QTime(0, 0).addSecs(static_cast<int>(minuteOfDay * minute)), m_rulebook.zone);
        const QDateTime latest = m_now.addSecs(-10 * minute);
        const QDateTime received = std::min(local.toUTC(), latest);
        const int offset = m_rulebook.zone.offsetFromUtc(received);
        request.receivedAt = received.addMSecs(-received.time().msec()).toOffsetFromUtc(offset);
    }

    enum class DueWhen { Overdue, Today, Later };

    std::optional<DueWhen> dueWhen(const Request &request) const
    {
        const QList<DueEntry> due = dueDates(request, {}, m_rulebook.dueRules, m_rulebook.zone);
        if (due.isEmpty())
            return std::nullopt;
        if (due.first().due < m_now)
            return due.first().due > m_now.addDays(-3) ? std::optional(DueWhen::Overdue) : std::nullopt;
        const QDate day = due.first().due.toTimeZone(m_rulebook.zone).date();
        return day == m_now.toTimeZone(m_rulebook.zone).date() ? DueWhen::Today : DueWhen::Later;
    }

    /// Some are overdue, some due today, most later: tries days until one fits the rules of the request.
    void receiveForOpenCase(Request &request)
    {
        const int draw = m_dice.between(1, 100);
        const DueWhen wanted = draw <= 8 ? DueWhen::Overdue : draw <= 22 ? DueWhen::Today : DueWhen::Later;
        for (int attempt = 0; attempt < 60; ++attempt) {
            receiveDaysAgo(request, m_dice.between(0, 16));
            if (dueWhen(request) == wanted)
                return;
        }
        receiveDaysAgo(request, 0);
    }

    void fillMember()
    {
        Member &member = m_made.reviewCase.member;
        member.name = personName(m_material, m_dice);
        const QDate today = m_now.toTimeZone(m_rulebook.zone).date();
        member.birthDate = today.addYears(-m_dice.between(34, 91)).addDays(-m_dice.between(0, 364));
        member.memberId = QChar(u'A' + m_dice.between(0, 25)) + digits(m_dice, 8);
        member.group = digits(m_dice, 5);
        member.plan = m_dice.pick(m_material.plans.value(toWord(*m_made.reviewCase.request.lineOfBusiness)));
        const QString street =
            QString::number(m_dice.between(12, 9800)) + QLatin1Char(' ') + m_dice.pick(m_material.streets);
        member.address = {street, m_place.city + QLatin1String(", ") + m_place.state + QLatin1Char(' ') + m_place.zip};
        member.language = m_dice.pick(m_material.languages);
    }

    void fillProvider()
    {
        Provider &provider = m_made.reviewCase.provider;
        provider.name =
            personName(m_material, m_dice) + (m_dice.chance(85) ? QLatin1String(", MD") : QLatin1String(", DO"));
        provider.npi = validNpi(m_dice);
        Provider &facility = m_made.reviewCase.facility;
        facility.name = m_dice.pick(m_material.hospitals);
        facility.npi = validNpi(m_dice);
        const QString street =
            QString::number(m_dice.between(100, 4000)) + QLatin1Char(' ') + m_dice.pick(m_material.streets);
        provider.address = {
            facility.name, street, m_place.city + QLatin1String(", ") + m_place.state + QLatin1Char(' ') + m_place.zip};
        provider.phone = phoneNumber(m_place, m_dice);
        provider.fax = phoneNumber(m_place, m_dice);
    }

    QDate plannedDate() { return received().toTimeZone(m_rulebook.zone).date().addDays(m_dice.between(7, 40)); }

    /// A draft that somebody stopped in: the first answers of the questions in their order.
    void dropLaterAnswers()
    {
        const Interview shown = interview(m_rulebook.policy, answersOf(m_made.reviewCase, m_rulebook.policy));
        const int kept = m_dice.between(0, std::max(0, static_cast<int>(shown.shown.size()) - 2));
        for (std::size_t position = static_cast<std::size_t>(kept); position < shown.shown.size(); ++position)
            setAnswer(m_made.reviewCase, m_rulebook.policy, shown.shown[position], Answers::Absent);
        m_made.reviewCase.recorded = {};
        if (m_dice.chance(30))
            m_made.reviewCase.service.diagnosisCodes.clear();
        if (m_dice.chance(30))
            m_made.reviewCase.provider.npi.clear();
    }

    void fillEvidence()
    {
        const ReviewCase &made = m_made.reviewCase;
        for (auto answer = made.facts.cbegin(); answer != made.facts.cend(); ++answer) {
            if (!answer->documented())
                continue;
            const QList<SampleQuote> common = m_material.quotes.value(answer.key()).value(answer->value);
            if (common.isEmpty() && !m_scenario.quotes.contains(answer.key()))
                continue;
            const SampleQuote quote =
                m_scenario.quotes.contains(answer.key()) ? m_scenario.quotes.value(answer.key()) : m_dice.pick(common);
            m_made.reviewCase.evidence.insert(answer.key(),
                Evidence{quote.document, m_dice.between(1, 6), received().date().addDays(-m_dice.between(3, 40)),
                    quote.quote, origin()});
        }
    }

    AnswerOrigin origin()
    {
        if (m_made.reviewCase.request.channel == Channel::Fhir && m_dice.chance(60))
            return AnswerOrigin::Imported;
        return m_dice.chance(10) ? AnswerOrigin::Suggested : AnswerOrigin::Entered;
    }

    void fillDocuments()
    {
        ReviewCase &made = m_made.reviewCase;
        const Interview shown = interview(m_rulebook.policy, answersOf(made, m_rulebook.policy));
        QList<const DocumentationItem *> wanted = missingDocuments(made, m_rulebook.policy, shown);
        wanted.removeIf(
            [this](const DocumentationItem *item) { return m_scenario.withoutDocuments.contains(item->id); });
        const bool asksForOne = m_course.status == Status::Pended && m_scenario.withoutDocuments.isEmpty();
        if (asksForOne && !wanted.isEmpty())
            wanted.removeAt(m_dice.between(0, static_cast<int>(wanted.size()) - 1));
        for (const DocumentationItem *item : wanted) {
            const QStringList titles = m_material.documentTitles.value(item->id, {item->label});
            made.documents.append(
                {item->id, m_dice.pick(titles), m_dice.between(1, 12), received().toTimeZone(m_rulebook.zone).date()});
        }
    }

    void fillDetermination()
    {
        if (m_course.status == Status::Withdrawn)
            determine(Decision::Withdrawn, m_material.withdrawal);
        if (!m_course.texts)
            return;
        const SampleTexts texts = m_scenario.texts.value(QLatin1String(m_course.texts));
        Determination &made = m_made.reviewCase.determination;
        if (m_course.status == Status::Denied)
            return determine(Decision::Denied, texts);
        if (m_course.status == Status::Pended) {
            determine(Decision::Pended, texts);
            made.replyBy = made.at.date().addDays(45);
            const QDate latest = latestReplyBy(m_made.reviewCase.request, {}, made.at, m_rulebook.dueRules, m_rulebook.zone);
            if (latest.isValid())
                made.replyBy = std::min(made.replyBy, latest);
            return;
        }
        determine(Decision::Approved, texts);
        made.exception = m_course.effect != approvable;
        made.authorizationNumber = QLatin1Char('A') + digits(m_dice, 9);
        fillApprovalDates(m_made.reviewCase, made.at.date(), usualApprovalDays);
    }

    void determine(Decision decision, const SampleTexts &texts)
    {
        Determination &made = m_made.reviewCase.determination;
        made.decision = decision;
        made.plainReason = texts.plainReason;
        made.rationale = texts.rationale;
        made.at = decidedAt();
        const QList<Person> people = samplePeople();
        made.preparedBy = nurse(people, m_made.preparedBy);
        made.by = m_made.decidedBy < 0 ? made.preparedBy : physician(people, m_made.decidedBy);
        m_made.letterIssued = m_dice.chance(65) || decision == Decision::Pended; // the clock runs until then
    }

    /// After the case was begun, mostly within its limit, never after now.
    QDateTime decidedAt()
    {
        const QDateTime begun = m_made.createdAt;
        const QList<DueEntry> due = dueDates(m_made.reviewCase.request, {}, m_rulebook.dueRules, m_rulebook.zone);
        const QDateTime latest = due.isEmpty() ? m_now : std::min(due.first().due, m_now);
        const qint64 span = std::max<qint64>(begun.secsTo(latest), 0);
        const QDateTime at = begun.addSecs(span * m_dice.between(10, 95) / 100);
        return at.toOffsetFromUtc(m_rulebook.zone.offsetFromUtc(at));
    }

    static Person nurse(const QList<Person> &people, int index) { return people.at(index % 3); }
    static Person physician(const QList<Person> &people, int index) { return people.at(3 + index % 2); }

    const SampleMaterial &m_material;
    const Rulebook &m_rulebook;
    const QDateTime m_now;
    const Course &m_course;
    SampleDice m_dice;
    const SampleScenario &m_scenario;
    const SamplePlace m_place;
    SampleCase m_made;
};

} // namespace

QList<SampleCase> sampleCases(
    int count, quint32 seed, const QDateTime &now, int nurses, int physicians, const Rulebook &rulebook)
{
    Q_ASSERT(nurses > 0 && physicians > 0);
    QList<SampleCase> cases;
    const Result<SampleMaterial> material = readSampleMaterial(rulebook);
    Q_ASSERT(material.ok()); // held by a test
    if (!material.ok())
        return cases;
    SampleDice dice(seed);
    cases.reserve(count);
    for (int index = 0; index < count; ++index) {
        const Course &course = courseOf(index, dice);
        const auto caseSeed = static_cast<quint32>(dice.between(0, 0x7ffffffe));
        cases.append(Draft(*material, rulebook, now, course, caseSeed).make(nurses, physicians));
    }
    return cases;
}

QList<Person> samplePeople()
{
    const auto person = [](const char *name, Role role, const char *credential, const char *specialty, const char *npi,
                            const char *state) {
        return Person{QString::fromUtf8(name), role, QString::fromLatin1(credential), QString::fromLatin1(specialty),
            QString::fromLatin1(npi), QString::fromLatin1(state), {}};
    };
    return {
        person("Kim Example", Role::Nurse, "RN", "", "", "WA"),
        person("Robin Sample", Role::Nurse, "RN, CCM", "", "", "OR"),
        person("Dana Núñez", Role::Nurse, "RN", "", "", "WA"),
        person("Sam Example", Role::Physician, "MD", "Radiation oncology", "1234567893", "WA"),
        person("Lee Specimen", Role::Physician, "DO", "Medical oncology", "1245319599", "OR"),
        person("Alex Model", Role::Supervisor, "RN, MBA", "", "", "WA"),
    };
}

} // namespace reviewdesk
