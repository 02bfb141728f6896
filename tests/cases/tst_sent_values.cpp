#include "Fixture.h"

#include "cases/CaseDiff.h"
#include "cases/CaseFile.h"
#include "cases/CaseMerge.h"
#include "cases/Finding.h"
#include "cases/SentValues.h"
#include "cases/Workflow.h"

using namespace reviewdesk;
using namespace reviewdesk::fixture;

namespace {

const QString memberName = QStringLiteral("/member/name");
const QString providerNpi = QStringLiteral("/provider/npi");
const QString diagnoses = QStringLiteral("/service/diagnosis_codes");

/// A complete request of which three entries stand as they were sent.
ReviewCase sent()
{
    ReviewCase content = caseWith(colorectalMet);
    content.unconfirmed = {memberName, providerNpi, diagnoses};
    return content;
}

} // namespace

/// What a message filled in: it counts at once, and nothing is decided on it before somebody has looked.
class TestSentValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesOfPointers_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("entry");
        QTest::newRow("text") << memberName << memberName;
        QTest::newRow("one of a list") << diagnoses + QStringLiteral("/1") << diagnoses;
        QTest::newRow("urgency") << QStringLiteral("/urgency") << QStringLiteral("/urgency");
        QTest::newRow("ours") << QStringLiteral("/received_at") << QString();
        QTest::newRow("an answer") << QStringLiteral("/facts/progressive") << QString();
        QTest::newRow("only begins so") << QStringLiteral("/member/name_of") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void entriesOfPointers()
    {
        QFETCH(const QString, pointer);
        QTEST(sentEntry(pointer), "entry");
    }

    void whatAPersonChangesIsTheirs()
    {
        const ReviewCase before = sent();
        ReviewCase after = before;
        after.member.name = QStringLiteral("Anna Example");
        after.service.diagnosisCodes.append(QStringLiteral("C18.9"));
        confirmChanged(before, after);
        QCOMPARE(after.unconfirmed, QStringList{providerNpi});
        confirmEntry(after, providerNpi);
        QVERIFY(after.unconfirmed.isEmpty());
    }

    void nothingIsDecidedOnWhatNobodyConfirmed()
    {
        const Rulebook &rules = rulebook();
        ReviewCase content = sent();
        const auto submitted = [&] {
            const CaseView view = viewOf(content, rules);
            CaseState state;
            state.status = Status::Draft;
            state.reviewCase = &content;
            state.policy = &rules.policy;
            state.interview = &view.interview;
            state.evaluation = &view.evaluation;
            Person nurse;
            nurse.name = QStringLiteral("Kim Example");
            return afterAction(state, Action::Submit, nurse);
        };
        const Result<Status> refused = submitted();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("unconfirmed"));
        QCOMPARE(refused.error().place, memberName);
        QVERIFY2(refused.error().message.startsWith(QLatin1String("3 entries")), qPrintable(refused.error().message));
        content.unconfirmed.clear();
        QVERIFY(submitted().ok());
    }

    void eachIsAFinding()
    {
        const ReviewCase content = sent();
        const CaseView view = viewOf(content, rulebook());
        QStringList places;
        for (const Finding &each : findings(content, rulebook().policy, view.interview, QDate(2026, 11, 24))) {
            if (each.message.startsWith(QLatin1String("As sent")))
                places.append(each.field);
        }
        QCOMPARE(places, content.unconfirmed);
    }

    void theCaseFileKeepsIt()
    {
        const ReviewCase content = sent();
        const QByteArray file = canonicalJson(toJson(content, rulebook().policy));
        const CaseReading back = readCase(file, rulebook().policy, rulebook().caseSchema);
        QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.problems.first().message));
        QCOMPARE(back.reviewCase, content);
        QByteArray wrong = file;
        wrong.replace("\"/member/name\"", "\"/facts/progressive\"");
        const CaseReading refused = readCase(wrong, rulebook().policy, rulebook().caseSchema);
        QCOMPARE(refused.problems.size(), 1);
        QCOMPARE(refused.problems.first().place, QStringLiteral("/unconfirmed/0"));
    }

    /// Two people confirm different entries of one draft: neither is asked about it.
    void whatEitherConfirmedIsConfirmed()
    {
        const ReviewCase base = sent();
        ReviewCase mine = base;
        ReviewCase theirs = base;
        confirmEntry(mine, memberName);
        confirmEntry(theirs, diagnoses);
        CaseMerge merge = mergeCases(base, mine, theirs, rulebook().policy);
        QVERIFY(merge.conflicts.isEmpty());
        QCOMPARE(mergedCase(merge, {}, rulebook().policy, rulebook().caseSchema)->unconfirmed, QStringList{providerNpi});
        mine.unconfirmed.clear();
        merge = mergeCases(base, mine, theirs, rulebook().policy);
        QVERIFY(mergedCase(merge, {}, rulebook().policy, rulebook().caseSchema)->unconfirmed.isEmpty());
    }

    void theDifferenceIsInWords()
    {
        ReviewCase after = sent();
        after.unconfirmed.removeFirst();
        const QList<FieldDifference> found = differences(sent(), after, rulebook().policy);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().before, QStringLiteral("Member: Name, Provider: NPI, Service: Diagnosis codes"));
        QCOMPARE(found.first().after, QStringLiteral("Provider: NPI, Service: Diagnosis codes"));
    }
};

QTEST_GUILESS_MAIN(TestSentValues)
#include "tst_sent_values.moc"
