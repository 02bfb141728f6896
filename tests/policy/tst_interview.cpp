#include "tests/policy/PolicyFiles.h"

#include "policy/Evaluator.h"
#include "policy/Interview.h"

#include <QTest>

using namespace reviewdesk;
using namespace reviewdesk::test;

/// Which questions show, what is evaluated, and what to ask next.
class InterviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shown_data();
    void shown();
    void hiddenAnswersAreKeptButNotEvaluated();
    void openChoices_data();
    void openChoices();
    void next_data();
    void next();
    void nextIsNeverEmptyWhileUndecided();
    void conditions_data();
    void conditions();

private:
    /// "location=liver unresectable=true diffuse=?" where ? is not documented.
    Answers answersOf(const Policy &policy, const QString &text) const;
    QString names(const Policy &policy, const std::vector<int> &facts) const;
    const Policy &policyOf(const QString &text) const
    {
        return text.contains(QLatin1String("device")) ? m_second : m_med140;
    }

    Policy m_med140;
    Policy m_second;
};

void InterviewTest::initTestCase()
{
    m_med140 = readPolicy(med140Bytes(), packSchema()).policy;
    m_second = readPolicy(secondPackBytes(), packSchema()).policy;
    QCOMPARE(m_med140.facts.size(), 16);
    QCOMPARE(m_second.facts.size(), 8);
}

Answers InterviewTest::answersOf(const Policy &policy, const QString &text) const
{
    Answers answers(static_cast<int>(policy.facts.size()));
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const int fact = policy.factIndex(part.section(u'=', 0, 0));
        const QString value = part.section(u'=', 1);
        int option = value == QLatin1String("?") ? Answers::NotDocumented : -100;
        for (int i = 0; i < policy.facts.at(fact).options.size(); ++i)
            option = policy.facts.at(fact).options.at(i).value == value ? i : option;
        Q_ASSERT(option != -100);
        answers.set(fact, option);
    }
    return answers;
}

QString InterviewTest::names(const Policy &policy, const std::vector<int> &facts) const
{
    QStringList ids;
    for (const int fact : facts)
        ids.append(policy.facts.at(fact).id);
    return ids.join(u' ');
}

void InterviewTest::shown_data()
{
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *answers, const char *shown) {
        QTest::newRow(answers) << QString::fromLatin1(answers) << QString::fromLatin1(shown);
    };
    row("", "procedure location");
    row("location=other", "procedure location");
    row("location=?", "procedure location");
    row("location=liver", "procedure location tumor_origin unresectable");
    row("location=liver tumor_origin=primary", "procedure location tumor_origin primary_type unresectable");
    row("location=liver tumor_origin=primary primary_type=hcc",
        "procedure location tumor_origin primary_type unresectable bridge_to_transplant");
    row("location=liver tumor_origin=primary primary_type=icc",
        "procedure location tumor_origin primary_type unresectable");
    row("location=liver tumor_origin=metastatic",
        "procedure location tumor_origin metastatic_type unresectable liver_dominant diffuse progressive symptomatic");
    row("location=liver tumor_origin=metastatic metastatic_type=melanoma",
        "procedure location tumor_origin metastatic_type melanoma_type unresectable liver_dominant diffuse progressive "
        "symptomatic");
    row("location=liver tumor_origin=metastatic metastatic_type=neuroendocrine",
        "procedure location tumor_origin metastatic_type unresectable liver_dominant diffuse progressive symptomatic "
        "systemic_therapy_failed systemic_therapy_candidate");
    row("location=liver tumor_origin=metastatic metastatic_type=appendiceal_adenocarcinoid",
        "procedure location tumor_origin metastatic_type unresectable liver_dominant diffuse progressive symptomatic "
        "chemotherapy_refractory chemotherapy_candidate");
    row("location=other tumor_origin=metastatic metastatic_type=melanoma", "procedure location");
    row("tumor_origin=primary primary_type=hcc", "procedure location");
    row("location=liver tumor_origin=metastatic primary_type=hcc metastatic_type=breast",
        "procedure location tumor_origin metastatic_type unresectable liver_dominant diffuse progressive symptomatic");
    row("device=sensor", "device replacement allergy");
    row("device=sensor replacement=true", "device replacement");
    row("device=monitor severity=severe", "device replacement severity fever allergy");
    row("device=pump severity=moderate swelling=true",
        "device replacement severity pain swelling fever allergy trial_done");
    row("device=pump severity=moderate swelling=false", "device replacement severity pain swelling fever allergy");
    row("device=monitor severity=moderate swelling=true", "device replacement severity allergy");
}

void InterviewTest::shown()
{
    QFETCH(QString, answers);
    const Policy &policy = policyOf(answers);
    const Answers given = answersOf(policy, answers);
    const Interview result = interview(policy, given);
    QTEST(names(policy, result.shown), "shown");
    for (int fact = 0; fact < policy.facts.size(); ++fact) {
        const bool shows = std::find(result.shown.begin(), result.shown.end(), fact) != result.shown.end();
        QCOMPARE(result.shows(fact), shows);
        QCOMPARE(result.effective.at(fact), shows ? given.at(fact) : Answers::Absent);
    }
}

void InterviewTest::hiddenAnswersAreKeptButNotEvaluated()
{
    Answers given =
        answersOf(m_med140, QStringLiteral("location=liver tumor_origin=primary primary_type=hcc unresectable=true"));
    const Interview before = interview(m_med140, given);
    given.set(m_med140.factIndex(u"location"), 1);
    const Interview hidden = interview(m_med140, given);
    QCOMPARE(hidden.effective, answersOf(m_med140, QStringLiteral("location=other")));
    given.set(m_med140.factIndex(u"location"), 0);
    QCOMPARE(interview(m_med140, given).effective, before.effective);
}

void InterviewTest::openChoices_data()
{
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("open");
    const auto row = [](const char *answers, const char *open) {
        QTest::newRow(answers) << QString::fromLatin1(answers) << QString::fromLatin1(open);
    };
    row("", "procedure location");
    row("procedure=tae location=?", "location");
    row("procedure=tae location=other", "");
    row("procedure=tae location=liver", "tumor_origin");
    row("procedure=? location=liver tumor_origin=metastatic metastatic_type=?", "procedure metastatic_type");
    row("procedure=tace location=liver tumor_origin=metastatic metastatic_type=melanoma", "melanoma_type");
    row("procedure=tace location=liver tumor_origin=metastatic metastatic_type=breast", "");
}

void InterviewTest::openChoices()
{
    QFETCH(QString, answers);
    const Interview result = interview(m_med140, answersOf(m_med140, answers));
    QTEST(names(m_med140, result.openChoices(m_med140)), "open");
}

void InterviewTest::next_data()
{
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *answers, const char *next) {
        QTest::newRow(answers) << QString::fromLatin1(answers) << QString::fromLatin1(next);
    };
    row("", "location procedure"); // location hides questions, procedure none
    row("procedure=tae", "");
    row("procedure=radioembolization", "location");
    row("procedure=radioembolization location=liver", "tumor_origin unresectable");
    row("procedure=radioembolization location=liver tumor_origin=?", "tumor_origin unresectable");
    row("procedure=radioembolization location=liver tumor_origin=metastatic unresectable=false", "");
    row("procedure=radioembolization location=liver tumor_origin=metastatic metastatic_type=colorectal "
        "unresectable=true "
        "liver_dominant=true",
        "diffuse progressive chemotherapy_refractory chemotherapy_candidate");
    row("procedure=radioembolization location=liver tumor_origin=metastatic metastatic_type=colorectal "
        "unresectable=true "
        "liver_dominant=true diffuse=? chemotherapy_refractory=true",
        "progressive diffuse");
    row("procedure=radioembolization location=liver tumor_origin=metastatic metastatic_type=melanoma",
        "melanoma_type unresectable liver_dominant diffuse progressive");
    row("procedure=radioembolization location=liver tumor_origin=primary primary_type=other", "");
}

void InterviewTest::next()
{
    QFETCH(QString, answers);
    const Interview result = interview(m_med140, answersOf(m_med140, answers));
    const Evaluation evaluation = Evaluator(m_med140).evaluate(result.effective);
    QTEST(names(m_med140, result.next(m_med140, evaluation)), "next");
}

void InterviewTest::nextIsNeverEmptyWhileUndecided()
{
    // Every state of the wizard that can be reached by answering what is shown, one random walk after another.
    const Evaluator evaluator(m_med140);
    std::uint32_t state = 1;
    const auto random = [&](int below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(below));
    };
    for (int walk = 0; walk < 2000; ++walk) {
        Answers given(static_cast<int>(m_med140.facts.size()));
        for (int step = 0; step < 12; ++step) {
            const Interview result = interview(m_med140, given);
            const Evaluation evaluation = evaluator.evaluate(result.effective);
            const std::vector<int> questions = result.next(m_med140, evaluation);
            QCOMPARE(questions.empty(), evaluation.decided());
            for (const int fact : questions)
                QVERIFY(result.shows(fact) && !result.effective.isKnown(fact));
            const int fact = result.shown[static_cast<std::size_t>(random(static_cast<int>(result.shown.size())))];
            const int options = static_cast<int>(m_med140.facts.at(fact).options.size());
            const int option = random(options + 1);
            given.set(fact, option == options ? int{Answers::NotDocumented} : option);
        }
    }
}

void InterviewTest::conditions_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("holding");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *name, Condition::Kind kind, int holding, bool holds) {
        QTest::newRow(name) << static_cast<int>(kind) << holding << holds;
    };
    row("all of three", Condition::Kind::All, 3, true);
    row("two of three are not all", Condition::Kind::All, 2, false);
    row("any", Condition::Kind::Any, 1, true);
    row("none", Condition::Kind::Any, 0, false);
    row("at least two", Condition::Kind::AtLeast, 2, true);
    row("fewer than two", Condition::Kind::AtLeast, 1, false);
    row("not", Condition::Kind::Not, 0, true);
    row("not, when it holds", Condition::Kind::Not, 1, false);
    row("never", Condition::Kind::Never, 0, false);
    row("always", Condition::Kind::Always, 0, true);
}

void InterviewTest::conditions()
{
    QFETCH(int, kind);
    QFETCH(int, holding);
    Condition condition;
    condition.kind = static_cast<Condition::Kind>(kind);
    condition.count = 2;
    for (int i = 0; i < (condition.kind == Condition::Kind::Not ? 1 : 3); ++i) {
        Condition part;
        part.kind = i < holding ? Condition::Kind::Always : Condition::Kind::Never;
        condition.parts.push_back(part);
    }
    QTEST(holdsIn(condition, Answers(0)), "holds");
}

QTEST_APPLESS_MAIN(InterviewTest)
#include "tst_interview.moc"
