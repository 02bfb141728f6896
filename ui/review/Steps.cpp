#include "ui/review/Steps.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

int countOf(const ReviewSession &session, const QString &section, Severity severity)
{
    return static_cast<int>(std::count_if(session.findings().begin(), session.findings().end(),
        [&](const Finding &finding) { return finding.section == section && finding.severity == severity; }));
}

Step requestStepOf(const ReviewSession &session)
{
    Step step{requestStep, Say::tr("Request"), {}, StepState::Quiet, 0};
    const int wrong = countOf(session, requestStep, Severity::Wrong);
    const int missing = countOf(session, requestStep, Severity::Missing);
    const int sent = static_cast<int>(session.content().unconfirmed.size()); // of the missing ones
    if (wrong > 0) {
        step.state = StepState::Missing;
        step.count = wrong;
        step.words = wrong == 1 ? Say::tr("1 entry to correct") : Say::tr("%1 entries to correct").arg(wrong);
        return step;
    }
    if (missing > 0) {
        step.words = sent == 0 ? Say::tr("%1 missing").arg(missing)
            : sent == missing  ? Say::tr("%1 to confirm").arg(sent)
                               : Say::tr("%1 missing, %2 to confirm").arg(missing - sent).arg(sent);
        if (!session.wasLeft(requestStep))
            return step; // nobody has tried to be done with it: no reproach
        step.state = StepState::Missing;
        step.count = missing;
        return step;
    }
    step.state = StepState::Done;
    const Request &request = session.content().request;
    QStringList words;
    if (!request.state.isEmpty())
        words << request.state;
    if (request.lineOfBusiness)
        words << label(*request.lineOfBusiness);
    step.words = words.join(Say::tr(", "));
    return step;
}

/// The choices answered in a section, in words; else how many of its questions are answered.
QString answersInWords(const ReviewSession &session, const std::vector<int> &facts)
{
    QStringList words;
    int answered = 0;
    for (const int index : facts) {
        const Fact &fact = session.policy().facts.at(index);
        const int option = session.answer(index);
        answered += option != Answers::Absent ? 1 : 0;
        if (fact.kind == FactKind::Choice && option >= 0)
            words << fact.options.at(option).label.section(QLatin1Char(':'), 0, 0); // "Metastatic: spread to …"
    }
    if (!words.isEmpty())
        return words.join(Say::tr(", "));
    if (answered == static_cast<int>(facts.size()))
        return facts.size() == 1 ? Say::tr("answered") : Say::tr("all answered");
    return Say::tr("%1 of %2 answered").arg(answered).arg(facts.size());
}

Step sectionStepOf(const ReviewSession &session, const WizardSection &section)
{
    const CaseView &view = session.view();
    const std::vector<int> facts = shownFacts(session, section.id);
    const std::vector<int> openChoices = view.interview.openChoices(session.policy());
    Step step{section.id, section.title, {}, StepState::Done, 0};
    int decide = 0;
    int forLetter = 0;
    int unanswered = 0;
    for (const int fact : facts) {
        const bool needed = contains(view.evaluation.needed, fact);
        decide += needed ? 1 : 0;
        forLetter += !needed && contains(openChoices, fact) ? 1 : 0;
        unanswered += session.answer(fact) == Answers::Absent ? 1 : 0;
    }
    if (facts.empty()) {
        step.state = StepState::Quiet;
        step.words = view.evaluation.decided() ? Say::tr("makes no difference") : Say::tr("nothing to ask yet");
    } else if (decide > 0) {
        step.state = StepState::Open;
        step.count = decide;
        step.words = decide == 1 ? Say::tr("1 answer decides") : Say::tr("%1 answers decide").arg(decide);
    } else if (forLetter > 0) {
        step.state = StepState::Open;
        step.count = forLetter;
        step.words =
            forLetter == 1 ? Say::tr("1 answer for the letter") : Say::tr("%1 answers for the letter").arg(forLetter);
    } else if (unanswered == static_cast<int>(facts.size())) {
        step.state = StepState::Quiet;
        step.words = Say::tr("makes no difference");
    } else {
        step.words = answersInWords(session, facts);
    }
    return step;
}

Step documentsStepOf(const ReviewSession &session)
{
    Step step{documentsStep, Say::tr("Documents"), {}, StepState::Done, 0};
    int required = 0;
    for (const DocumentationItem &item : session.policy().documentation)
        required += holdsIn(item.requiredWhen, session.view().interview.effective) ? 1 : 0;
    const int missing =
        static_cast<int>(missingDocuments(session.content(), session.policy(), session.view().interview).size());
    if (required == 0) {
        step.state = StepState::Quiet;
        step.words = Say::tr("none required so far");
    } else if (missing > 0) {
        step.state = StepState::Missing;
        step.count = missing;
        step.words = Say::tr("%1 of %2 missing").arg(missing).arg(required);
    } else {
        step.words = Say::tr("all %1 received").arg(required);
    }
    return step;
}

Step recommendationStepOf(const ReviewSession &session)
{
    Step step{recommendationStep, Say::tr("Recommendation"), {}, StepState::Quiet, 0};
    const Evaluation &evaluation = session.view().evaluation;
    if (session.stored().status != Status::Draft && session.stored().status != Status::Submitted) {
        step.state = StepState::Done;
        step.words = label(session.stored().status);
    } else if (!evaluation.decided()) {
        const int left = static_cast<int>(evaluation.needed.size());
        step.words = left == 1 ? Say::tr("after 1 answer") : Say::tr("after %1 answers").arg(left);
    } else if (session.policy().outcomes.at(evaluation.outcome).effect == OutcomeEffect::Adverse) {
        step.words = Say::tr("refer to a physician");
    } else {
        step.words = session.allowed(Action::Approve).ok() ? Say::tr("ready to approve") : Say::tr("criteria met");
    }
    return step;
}

} // namespace

std::vector<Step> stepsOf(const ReviewSession &session)
{
    std::vector<Step> steps{requestStepOf(session)};
    for (const WizardSection &section : session.policy().sections)
        steps.push_back(sectionStepOf(session, section));
    steps.push_back(documentsStepOf(session));
    steps.push_back(recommendationStepOf(session));
    return steps;
}

std::vector<int> shownFacts(const ReviewSession &session, const QString &sectionId)
{
    std::vector<int> facts;
    for (const int fact : session.view().interview.shown) {
        if (session.policy().facts.at(fact).section == sectionId)
            facts.push_back(fact);
    }
    return facts;
}

bool contains(const std::vector<int> &values, int value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace reviewdesk
