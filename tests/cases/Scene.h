#pragma once

#include "cases/Workflow.h"

#include "Fixture.h"

namespace reviewdesk {

inline Person person(Role role, const char *name)
{
    Person made;
    made.name = QString::fromLatin1(name);
    made.role = role;
    if (role == Role::Physician) {
        made.npi = QStringLiteral("1234567893");
        made.credential = QStringLiteral("MD");
        made.specialty = QStringLiteral("Radiation oncology");
    }
    return made;
}

/// A case in a state, with the words that the acts need; each test takes away one thing.
struct Scene {
    explicit Scene(const char *facts, Status at = Status::Referred) : reviewCase(fixture::caseWith(facts)), status(at)
    {
        reviewCase.determination.rationale = QStringLiteral("The scans of October and November are unchanged.");
    }

    Result<Status> after(Action action, const Person &actor)
    {
        const CaseView view = viewOf(reviewCase, fixture::rulebook());
        CaseState state{status, &reviewCase, &fixture::rulebook().policy, &view.interview, &view.evaluation,
            preparedBy, comment, view.due, isExtended, deniedBy, now, opinionOf, talkHeld};
        state.leastReplyBy = leastReplyBy;
        state.latestReplyBy = latestReplyBy;
        state.today = today;
        state.isExtendedHere = isExtended;
        return afterAction(state, action, actor);
    }
    QString codeOf(Action action, const Person &actor)
    {
        const Result<Status> result = after(action, actor);
        return result.ok() ? QStringLiteral("-> ") + toWord(*result) : result.error().code;
    }

    ReviewCase reviewCase;
    Status status;
    Person preparedBy = person(Role::Nurse, "Kim Example");
    QString comment = QStringLiteral("Please check page 3.");
    bool isExtended = false;
    QList<Person> deniedBy;
    QDateTime now;
    QList<Person> opinionOf;
    bool talkHeld = false;
    QDate leastReplyBy;
    QDate latestReplyBy;
    QDate today;
};

} // namespace reviewdesk
