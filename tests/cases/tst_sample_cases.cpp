#include "cases/SampleCases.h"

#include "Fixture.h"
#include "cases/Finding.h"
#include "cases/SampleMaterial.h"
#include "cases/Workflow.h"

#include <QSet>

using namespace reviewdesk;

namespace {

const QDateTime now = instantFromWords(QStringLiteral("2026-11-23T10:00:00-08:00"));

QList<SampleCase> samples(int count, quint32 seed = 7)
{
    return sampleCases(count, seed, now, 3, 2, fixture::rulebook());
}

/// The steps that bring a draft to its state, each by whom.
QList<std::pair<Action, Person>> stepsOf(const SampleCase &sample)
{
    const QList<Person> people = samplePeople();
    const Person nurse = people.at(sample.preparedBy);
    const bool referred = sample.decidedBy >= 0;
    const Person decider = referred ? people.at(3 + sample.decidedBy) : nurse;
    QList<std::pair<Action, Person>> steps;
    if (referred)
        steps.append({Action::Refer, nurse});
    switch (sample.status) {
    case Status::Draft:
        break;
    case Status::Submitted:
        steps.append({Action::Submit, nurse});
        break;
    case Status::Referred:
        steps.append({Action::Refer, nurse});
        break;
    case Status::Approved:
        steps.append({sample.reviewCase.determination.exception ? Action::ApproveException : Action::Approve, decider});
        break;
    case Status::Denied:
        steps.append({Action::Deny, decider});
        break;
    case Status::Pended:
        steps.append({Action::Pend, decider});
        break;
    case Status::Withdrawn:
        steps.append({Action::Withdraw, nurse});
        break;
    }
    if (sample.letterIssued)
        steps.append({Action::IssueLetter, decider});
    return steps;
}

} // namespace

class TestSampleCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void materialIsSound()
    {
        const Result<SampleMaterial> material = readSampleMaterial(fixture::rulebook());
        QVERIFY2(material.ok(),
            material.ok() ? "" : qPrintable(material.error().place + QLatin1Char(' ') + material.error().message));
        const Policy &policy = fixture::rulebook().policy;
        QSet<QString> ids;
        for (const SampleScenario &scenario : material->scenarios) {
            QVERIFY2(!ids.contains(scenario.id), qPrintable(scenario.id));
            ids.insert(scenario.id);
            const CaseView view = viewOf(scenario.content, fixture::rulebook());
            for (const int fact : view.interview.shown) {
                const Fact &asked = policy.facts.at(fact);
                QVERIFY2(
                    scenario.content.facts.contains(asked.id), qPrintable(scenario.id + QLatin1Char(' ') + asked.id));
                const GivenAnswer answer = scenario.content.facts.value(asked.id);
                const bool quoted =
                    scenario.quotes.contains(asked.id) || material->quotes.value(asked.id).contains(answer.value);
                QVERIFY2(!answer.documented() || quoted, qPrintable(scenario.id + QLatin1Char(' ') + asked.id));
            }
            for (const QString &type : scenario.withoutDocuments)
                QVERIFY2(policy.documentationItem(type), qPrintable(scenario.id));
            if (scenario.effect == OutcomeEffect::Adverse)
                QVERIFY2(view.interview.openChoices(policy).empty(), qPrintable(scenario.id));
        }
    }

    void sameSeedSameCases()
    {
        QCOMPARE(samples(60), samples(60));
        QVERIFY(samples(60, 7) != samples(60, 8));
        QCOMPARE(samples(60), samples(200).mid(0, 60));
    }

    void everyStepIsAllowed()
    {
        const Rulebook &book = fixture::rulebook();
        for (const SampleCase &sample : samples(400)) {
            const CaseView view = viewOf(sample.reviewCase, book);
            CaseState state{Status::Draft, &sample.reviewCase, &book.policy, &view.interview, &view.evaluation,
                samplePeople().at(sample.preparedBy), sample.reviewCase.determination.rationale};
            for (const auto &[action, person] : stepsOf(sample)) {
                const Result<Status> after = afterAction(state, action, person);
                QVERIFY2(after.ok(),
                    after.ok() ? "" : qPrintable(toWord(action) + QLatin1Char(' ') + after.error().message));
                state.status = *after;
            }
            QCOMPARE(state.status, sample.status);
        }
    }

    void coversOutcomesStatusesAndRoles()
    {
        QSet<QString> seen;
        QSet<QString> types;
        int overdue = 0;
        int today = 0;
        int later = 0;
        for (const SampleCase &sample : samples(200)) {
            const CaseView view = viewOf(sample.reviewCase, fixture::rulebook());
            const CaseSummary summary = summaryOf(sample.reviewCase, view, fixture::rulebook());
            seen.insert(toWord(sample.status) + QString::number(summary.outcomeTone));
            seen.insert(QStringLiteral("by") + QString::number(sample.decidedBy >= 0) + toWord(sample.status));
            seen.insert(toWord(*sample.reviewCase.request.lineOfBusiness));
            seen.insert(toWord(*sample.reviewCase.request.channel));
            seen.insert(toWord(*sample.reviewCase.request.urgency));
            types.insert(sample.reviewCase.facts.value(QStringLiteral("metastatic_type")).value);
            if (isOpen(sample.status) && summary.dueAt.isValid()) {
                const DueChip chip = dueChip(summary.dueAt, now, fixture::rulebook().zone);
                chip.overdue ? ++overdue : chip.soon ? ++today : ++later;
            }
        }
        for (const char *wanted : {"draft1", "draft0", "draft-1", "submitted1", "submitted0", "submitted-1",
                 "approved1", "approved0", "approved-1", "pended1", "pended0", "pended-1", "referred1", "referred0",
                 "referred-1", "denied-1", "withdrawn1", "withdrawn0", "withdrawn-1", "by0approved", "by1approved",
                 "by1denied", "by0pended", "by1pended", "commercial_insured", "self_funded_erisa", "medicare_advantage",
                 "medicaid_managed_care", "qhp", "fax", "portal", "phone", "fhir", "mail", "standard", "expedited"})
            QVERIFY2(seen.contains(QString::fromLatin1(wanted)), wanted);
        QVERIFY(!seen.contains(QStringLiteral("denied1")) && !seen.contains(QStringLiteral("denied0")));
        QVERIFY(!seen.contains(QStringLiteral("by0denied")));
        QVERIFY(types.size() >= 7);
        QVERIFY2(overdue >= 2 && today >= 4 && later > 3 * today / 2,
            qPrintable(QStringLiteral("%1 %2 %3").arg(overdue).arg(today).arg(later)));
    }

    void determinationsAreWhole()
    {
        for (const SampleCase &sample : samples(400)) {
            const Determination &made = sample.reviewCase.determination;
            const bool ended = sample.status == Status::Approved || sample.status == Status::Denied ||
                sample.status == Status::Pended || sample.status == Status::Withdrawn;
            QCOMPARE(made.decision.has_value(), ended);
            if (!ended)
                continue;
            QVERIFY(!made.plainReason.isEmpty() && !made.rationale.isEmpty());
            QVERIFY(made.at >= sample.reviewCase.request.receivedAt && made.at <= now);
            QVERIFY(!made.preparedBy.name.isEmpty() && !made.by.name.isEmpty());
            QCOMPARE(made.by.role, sample.decidedBy >= 0 ? Role::Physician : Role::Nurse);
            QCOMPARE(made.exception,
                sample.status == Status::Approved &&
                    summaryOf(sample.reviewCase, viewOf(sample.reviewCase, fixture::rulebook()), fixture::rulebook())
                            .outcomeTone != 1);
        }
    }

    void readBackWithoutWrongEntries()
    {
        const Rulebook &book = fixture::rulebook();
        const QDate today = now.toTimeZone(book.zone).date();
        int clashes = 0;
        for (const SampleCase &sample : samples(400)) {
            const CaseReading reading = fixture::read(canonicalJson(toJson(sample.reviewCase, book.policy)));
            QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problems.first().place));
            QCOMPARE(reading.reviewCase, sample.reviewCase);
            const CaseView view = viewOf(sample.reviewCase, book);
            for (const Finding &finding : findings(sample.reviewCase, book.policy, view.interview, today)) {
                QVERIFY2(finding.severity != Severity::Wrong, qPrintable(finding.field + finding.message));
                clashes += finding.field.startsWith(QLatin1String("/service/procedure_codes/1"));
            }
        }
        QVERIFY(clashes > 0);
    }

    void accountsAreFit()
    {
        for (const Person &person : samplePeople()) {
            QVERIFY(!person.name.isEmpty());
            if (person.role == Role::Physician)
                QVERIFY2(isValidNpi(person.npi), qPrintable(person.name));
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleCases)
#include "tst_sample_cases.moc"
