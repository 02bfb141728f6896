#include "StoreDesk.h"

#include "cases/Workflow.h"
#include "policy/Interview.h"
#include "policy/PolicyShelf.h"
#include "reports/PolicyReplay.h"
#include "store/CaseWalk.h"

#include <QTest>

#include <random>
#include <thread>

using namespace reviewdesk;

namespace {

Policy loosenedPack()
{
    const PolicyReading reading =
        readPolicyFile(QStringLiteral(TEST_DATA "/policy/med140-loosened.json"), QStringLiteral(RESOURCES));
    if (!reading.ok())
        qFatal("%s", qPrintable(reading.problems.constFirst().message));
    return reading.policy;
}

/// The cases of a list, as a workspace would show them.
Workspace::CaseWalk walkOf(const QList<WalkedCase> &cases)
{
    return [cases](const Workspace::CaseVisitor &visit, const Workspace::Progress &progress) -> Result<void> {
        for (const WalkedCase &one : cases)
            visit(one);
        if (progress && !progress(static_cast<int>(cases.size()), static_cast<int>(cases.size())))
            return Error{QStringLiteral("stopped"), QStringLiteral("stopped"), {}};
        return {};
    };
}

WalkedCase caseOf(const QString &number, const ReviewCase &content, Status status = Status::Draft)
{
    return {
        QStringLiteral("id ") + number, number, status, content.member.name, content.member.memberId, content.facts};
}

ReviewCase with(ReviewCase content, const char *fact, const char *value)
{
    content.facts.insert(QString::fromLatin1(fact), GivenAnswer{value ? QString::fromLatin1(value) : QString()});
    return content;
}

QString told(const ReplayedCase &one)
{
    return QStringLiteral("%1: %2 [%3] -> %4 [%5] by %6")
        .arg(one.number, one.now.outcome, one.now.unmet.join(u' '), one.then.outcome, one.then.unmet.join(u' '),
            one.criteria.join(u' '));
}

} // namespace

/// Cases under another policy, beside the present one.
class tst_policy_replay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSamePolicyChangesNothing();
    void aLoosenedCriterionTurnsTheCasesItDecided();
    void unmetCriteriaCountWithoutAnotherOutcome();
    void answersItDoesNotKnowAreSaid();
    void whatItNeedsBesidesIsSaid();
    void onlySomeAreListedAndAllAreCounted();
    void everyCaseIsLookedAtAsItStands();
    void itAgreesWithEachCaseByItself();
    void onlySupervisorsReplay();
    void itCanBeStopped();
    void itIsOneStateOnAnyThread();
    void aSpreadsheetHasThem();

private:
    PolicyReplay replayed(const QList<WalkedCase> &cases, const Policy &candidate, int most = 100);

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    const Policy m_present = StoreDesk::rulebook()->policy;
    const Policy m_loosened = loosenedPack();
};

void tst_policy_replay::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
}

PolicyReplay tst_policy_replay::replayed(const QList<WalkedCase> &cases, const Policy &candidate, int most)
{
    const Result<PolicyReplay> replay = replayPolicy(walkOf(cases), m_present, candidate, {}, most);
    if (!replay)
        qFatal("%s", why(replay).constData());
    return *replay;
}

void tst_policy_replay::theSamePolicyChangesNothing()
{
    const PolicyReplay replay = replayed({caseOf(QStringLiteral("1"), StoreDesk::approvable(), Status::Approved),
                                             caseOf(QStringLiteral("2"), StoreDesk::adverse()),
                                             caseOf(QStringLiteral("3"), StoreDesk::request(), Status::Pended)},
        m_present);
    QCOMPARE(replay.cases, 3);
    QCOMPARE(replay.open, 2);
    QCOMPARE(replay.different(), 0);
    QVERIFY(replay.listed.isEmpty() && replay.moves.isEmpty() && replay.unread.isEmpty() && replay.asked.isEmpty());
}

void tst_policy_replay::aLoosenedCriterionTurnsTheCasesItDecided()
{
    const PolicyReplay replay = replayed({caseOf(QStringLiteral("1"), StoreDesk::approvable(), Status::Approved),
                                             caseOf(QStringLiteral("2"), StoreDesk::adverse(), Status::Denied),
                                             caseOf(QStringLiteral("3"), StoreDesk::adverse(), Status::Referred)},
        m_loosened);
    QCOMPARE(replay.cases, 3);
    QCOMPARE(replay.differentClosed, 1);
    QCOMPARE(replay.differentOpen, 1);
    QCOMPARE(replay.listed.size(), 2);
    QCOMPARE(told(replay.listed.at(0)),
        QStringLiteral("2: investigational [I.B.3.b.i] -> medically_necessary [] by I.B.3.b.i"));
    QCOMPARE(replay.listed.at(0).status, Status::Denied);
    QCOMPARE(replay.moves.value({QStringLiteral("Investigational"), QStringLiteral("Medically necessary")}), 2);
}

/// The case stays investigational; why, is another criterion.
void tst_policy_replay::unmetCriteriaCountWithoutAnotherOutcome()
{
    const ReviewCase both =
        with(with(StoreDesk::adverse(), "chemotherapy_refractory", "false"), "chemotherapy_candidate", "true");
    const PolicyReplay replay = replayed({caseOf(QStringLiteral("1"), both)}, m_loosened);
    QCOMPARE(replay.listed.size(), 1);
    const ReplayedCase &one = replay.listed.constFirst();
    QCOMPARE(one.now.outcome, one.then.outcome);
    QVERIFY(one.now.unmet.contains(QStringLiteral("I.B.3.b.i")));
    QVERIFY(!one.then.unmet.contains(QStringLiteral("I.B.3.b.i")));
    QCOMPARE(one.criteria, QStringList{QStringLiteral("I.B.3.b.i")});
}

/// In the candidate the answer "colorectal" is called otherwise.
void tst_policy_replay::answersItDoesNotKnowAreSaid()
{
    Policy renamed = m_present;
    Fact &type = renamed.facts[renamed.factIndex(u"metastatic_type")];
    for (FactOption &option : type.options) {
        if (option.value == QLatin1String("colorectal"))
            option.value = QStringLiteral("bowel");
    }
    const PolicyReplay replay = replayed({caseOf(QStringLiteral("1"), StoreDesk::adverse())}, renamed);
    QCOMPARE(replay.unread, (QMap<QString, int>{{type.label, 1}}));
    QCOMPARE(replay.listed.size(), 1);
    const ReplayedCase &one = replay.listed.constFirst();
    QCOMPARE(one.unread, QStringList{type.label});
    QCOMPARE(one.asked.value(0), type.label); // it would have to be answered again
    QCOMPARE(one.then, ReplayedOutcome());
}

void tst_policy_replay::whatItNeedsBesidesIsSaid()
{
    Policy wanting = m_present; // radioembolization besides asks whether the patient is well
    Fact well = wanting.facts.at(wanting.factIndex(u"diffuse"));
    well.id = QStringLiteral("well");
    well.label = QStringLiteral("Patient is well");
    well.askedWhen = {};
    wanting.facts.append(well);
    Condition isWell;
    isWell.kind = Condition::Kind::FactIs;
    isWell.fact = static_cast<int>(wanting.facts.size()) - 1;
    isWell.options = {0};
    Criterion &first = wanting.criteria[wanting.criterionIndex(u"I")];
    Condition both;
    both.kind = Condition::Kind::All;
    both.parts = {isWell, first.content};
    first.content = both;
    const PolicyReplay replay = replayed({caseOf(QStringLiteral("1"), StoreDesk::approvable())}, wanting);
    QCOMPARE(replay.asked, (QMap<QString, int>{{well.label, 1}}));
    QCOMPARE(replay.listed.size(), 1);
    QCOMPARE(replay.listed.constFirst().asked, QStringList{well.label});
    QVERIFY(replay.listed.constFirst().then.outcome.isEmpty());
}

void tst_policy_replay::onlySomeAreListedAndAllAreCounted()
{
    QList<WalkedCase> cases;
    for (int i = 0; i < 50; ++i)
        cases.append(caseOf(QString::number(i), StoreDesk::adverse()));
    const PolicyReplay replay = replayed(cases, m_loosened, 7);
    QCOMPARE(replay.listed.size(), 7);
    QCOMPARE(replay.listed.constLast().number, QStringLiteral("6"));
    QCOMPARE(replay.differentOpen, 50);
    QCOMPARE(replay.cases, 50);
}

void tst_policy_replay::everyCaseIsLookedAtAsItStands()
{
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    const Result<StoredCase> open = m_workspace->createCase(StoreDesk::adverse());
    QVERIFY2(open.ok(), why(open));
    Result<StoredCase> changed = m_workspace->createCase(StoreDesk::request());
    QVERIFY2(changed.ok(), why(changed));
    changed->reviewCase.facts = StoreDesk::approvable().facts;
    changed->reviewCase.facts.insert(QStringLiteral("symptomatic"), GivenAnswer{}); // not documented
    changed = m_workspace->saveDraft(*changed);
    QVERIFY2(changed.ok(), why(changed));
    const Result<StoredCase> approved = m_workspace->act(*changed, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    require(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    const Result<Workspace::CaseWalk> walk = m_workspace->caseWalk();
    QVERIFY2(walk.ok(), why(walk));
    QList<WalkedCase> seen;
    const Result<void> walked = (*walk)([&seen](const WalkedCase &one) { seen.append(one); }, {});
    QVERIFY2(walked.ok(), why(walked));
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.at(0).number, open->reviewCase.number);
    QCOMPARE(seen.at(0).caseId, open->id);
    QCOMPARE(seen.at(0).memberName, QStringLiteral("Ana Example"));
    QCOMPARE(seen.at(0).memberId, open->reviewCase.member.memberId);
    QCOMPARE(seen.at(0).facts, open->reviewCase.facts);
    QCOMPARE(seen.at(1).status, Status::Approved);
    QCOMPARE(seen.at(1).facts, approved->reviewCase.facts);
    QVERIFY(!seen.at(1).facts.value(QStringLiteral("symptomatic")).documented());
    const Result<PolicyReplay> replay = replayPolicy(*walk, m_present, m_loosened, {});
    QVERIFY2(replay.ok(), why(replay));
    QCOMPARE(replay->cases, 2);
    QCOMPARE(replay->listed.size(), 1);
    QCOMPARE(replay->listed.constFirst().caseId, open->id);
}

/// Against a slow way: each case loaded and evaluated by itself, over answers drawn at random around the criterion.
void tst_policy_replay::itAgreesWithEachCaseByItself()
{
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    std::mt19937 engine(5);
    const auto oneOf = [&engine](int of) { return static_cast<int>(engine() % static_cast<unsigned>(of)); };
    for (int i = 0; i < 40; ++i) {
        ReviewCase content = StoreDesk::adverse();
        for (int changes = 0; changes < 2; ++changes) {
            const int fact = oneOf(static_cast<int>(m_present.facts.size()));
            const int options = static_cast<int>(m_present.facts.at(fact).options.size());
            setAnswer(content, m_present, fact, oneOf(options + 2) - 2); // unknown, in either way, among them
        }
        const Result<StoredCase> made = m_workspace->createCase(content);
        QVERIFY2(made.ok(), why(made));
    }
    require(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    const Workspace::CaseWalk walk = m_workspace->caseWalk().value();
    const PolicyReplay replay = replayPolicy(walk, m_present, m_loosened, {}).value();
    int different = 0;
    const Evaluator now(m_present);
    const Evaluator then(m_loosened);
    QList<QString> ids;
    QVERIFY(walk([&ids](const WalkedCase &one) { ids.append(one.caseId); }, {}).ok());
    QCOMPARE(ids.size(), replay.cases);
    for (const QString &id : std::as_const(ids)) {
        const StoredCase stored = m_workspace->loadCase(id).value();
        const auto judged = [&stored](const Evaluator &evaluator, const Policy &policy) {
            const Evaluation found =
                evaluator.evaluate(interview(policy, answersOf(stored.reviewCase, policy)).effective);
            return QPair(found.outcome, found.unmet);
        };
        const bool differs = judged(now, m_present) != judged(then, m_loosened); // the packs list them alike
        different += differs ? 1 : 0;
        const bool listed = std::any_of(
            replay.listed.cbegin(), replay.listed.cend(), [&id](const ReplayedCase &one) { return one.caseId == id; });
        QVERIFY2(differs == listed, qPrintable(stored.reviewCase.number));
    }
    QVERIFY(different > 0 && different < replay.cases);
    QCOMPARE(replay.different(), different);
}

void tst_policy_replay::onlySupervisorsReplay()
{
    for (const char *login : {"nora", "phil"}) {
        require(m_workspace->signInAs(QString::fromLatin1(login), login).ok());
        QCOMPARE(codeOf(m_workspace->caseWalk()), QStringLiteral("role"));
    }
}

void tst_policy_replay::itCanBeStopped()
{
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    require(m_workspace->createCase(StoreDesk::adverse()).ok());
    require(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    int asked = 0;
    const Workspace::CaseWalk walk = m_workspace->caseWalk().value();
    const Result<PolicyReplay> stopped = replayPolicy(walk, m_present, m_loosened, [&asked](int done, int of) {
        ++asked;
        return done < 0 || of < 0;
    });
    QCOMPARE(codeOf(stopped), QStringLiteral("stopped"));
    QCOMPARE(asked, 1);
    QPair<int, int> last;
    QVERIFY(replayPolicy(walk, m_present, m_loosened, [&last](int done, int of) {
        last = {done, of};
        return true;
    }).ok());
    QCOMPARE(last, qMakePair(1, 1));
}

void tst_policy_replay::itIsOneStateOnAnyThread()
{
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    for (int i = 0; i < 3; ++i)
        require(m_workspace->createCase(StoreDesk::adverse()).ok());
    require(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    const Workspace::CaseWalk walk = m_workspace->caseWalk().value();
    int seen = 0;
    bool added = false;
    std::thread other([&] {
        (void)walk([&seen](const WalkedCase &) { ++seen; },
            [&](int, int) {
                if (!std::exchange(added, true))
                    require(m_desk->opened(QStringLiteral("nora"))->createCase(StoreDesk::adverse()).ok());
                return true;
            });
    });
    other.join();
    QCOMPARE(seen, 3); // the state of its beginning
}

void tst_policy_replay::aSpreadsheetHasThem()
{
    ReviewCase content = StoreDesk::adverse();
    content.member.name = QStringLiteral("=Ana, \"A\"");
    const PolicyReplay replay = replayed({caseOf(QStringLiteral("RD-1"), content, Status::Denied)}, m_loosened);
    const QString csv = QString::fromUtf8(toCsv(replay, m_present, m_loosened));
    const QStringList lines = csv.split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).contains(QStringLiteral("Outcome under invented-for-tests")));
    QVERIFY2(lines.at(1).startsWith(QStringLiteral("RD-1,\"'=Ana, \"\"A\"\"\"")), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(1).contains(QStringLiteral("Denied,Investigational,I.B.3.b.i,Medically necessary,,")),
        qPrintable(lines.at(1)));
}

QTEST_GUILESS_MAIN(tst_policy_replay)
#include "tst_policy_replay.moc"
