#include "cases/CaseDiff.h"

#include "Fixture.h"

#include <QTimeZone>

using namespace reviewdesk;

class TestCaseDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameIsNoDifference()
    {
        const ReviewCase one = fixture::caseWith(fixture::colorectalMet);
        QVERIFY(differences(one, one, fixture::rulebook().policy).isEmpty());
    }

    void eachFieldInWords()
    {
        const ReviewCase before = fixture::caseWith(fixture::colorectalOpen);
        ReviewCase after = fixture::caseWith(fixture::colorectalNotProgressive);
        after.number = QStringLiteral("RD-2026-000009"); // the workspace's own: no difference
        after.request.urgency = Urgency::Expedited;
        after.member.address = {QStringLiteral("12 Elm St"), QStringLiteral("Tacoma, WA")};
        after.provider.npi.clear();
        after.evidence.insert(QStringLiteral("progressive"),
            Evidence{QStringLiteral("CT abdomen"), 2, QDate(2026, 11, 2), QStringLiteral("stable"), {}});
        after.determination.decision = Decision::Denied;
        after.determination.by.name = QStringLiteral("Sam Example");
        after.determination.contractProvision =
            ContractProvision{QStringLiteral("p. 41"), QStringLiteral("Not covered.")};
        QMap<QString, FieldDifference> found;
        for (const FieldDifference &one : differences(before, after, fixture::rulebook().policy))
            found.insert(one.place, one);
        const auto check = [&found](const char *place, const char *part, const QString &field, const QString &was,
                               const QString &is) {
            const FieldDifference one = found.take(QString::fromLatin1(place));
            QCOMPARE(one.part, QString::fromUtf8(part));
            QCOMPARE(one.field, field);
            QCOMPARE(one.before, was);
            QCOMPARE(one.after, is);
        };
        const Policy &policy = fixture::rulebook().policy;
        const QString progressive = policy.facts.at(policy.factIndex(QStringLiteral("progressive"))).label;
        check("/urgency", "Request", QStringLiteral("Urgency"), label(Urgency::Standard), label(Urgency::Expedited));
        check("/member/address", "Member", QStringLiteral("Address"), {}, QStringLiteral("12 Elm St, Tacoma, WA"));
        check("/provider/npi", "Provider", QStringLiteral("NPI"), QStringLiteral("1234567893"), {});
        check("/facts/progressive", "Answers", progressive, QStringLiteral("not documented"), QStringLiteral("No"));
        QVERIFY(found.value(QStringLiteral("/evidence/progressive")).after.contains(QLatin1String("CT abdomen")));
        QCOMPARE(found.take(QStringLiteral("/evidence/progressive")).part, QStringLiteral("Sources"));
        check("/determination/decision", "Decision", QStringLiteral("Decision"), {}, label(Decision::Denied));
        check("/determination/by", "Decision", QStringLiteral("Decided by"), {}, QStringLiteral("Sam Example"));
        check("/determination/contract_provision", "Decision", QStringLiteral("Contract provision"), {},
            QStringLiteral("p. 41 · Not covered."));
        QVERIFY2(found.isEmpty(), qPrintable(found.keys().join(QLatin1Char(' '))));
    }

    /// Two rounds were compared by "2026-11-20T09:10:00-08:00".
    void daysAndInstantsAsPeopleReadThem()
    {
        const ReviewCase before = fixture::caseWith(fixture::colorectalMet);
        ReviewCase after = before;
        after.request.receivedAt = QDateTime(QDate(2026, 11, 21), QTime(10, 15), QTimeZone(-8 * 3600));
        after.member.birthDate = QDate(1951, 3, 4);
        after.member.plan = QStringLiteral("2026-11-20 or so");
        QMap<QString, QString> found;
        for (const FieldDifference &one : differences(before, after, fixture::rulebook().policy))
            found.insert(one.place, one.after);
        QCOMPARE(found.value(QStringLiteral("/received_at")), QStringLiteral("21 Nov 2026 10:15"));
        QCOMPARE(found.value(QStringLiteral("/member/birth_date")), QStringLiteral("4 Mar 1951"));
        QCOMPARE(found.value(QStringLiteral("/member/plan")), QStringLiteral("2026-11-20 or so"));
    }

    void nothingIsLost()
    {
        const ReviewCase whole = fixture::caseWith(fixture::colorectalMet);
        const QList<FieldDifference> gone = differences(whole, ReviewCase(), fixture::rulebook().policy);
        QVERIFY(gone.size() > 15);
        for (const FieldDifference &one : gone) {
            QVERIFY2(!one.before.isEmpty() && one.after.isEmpty(), qPrintable(one.place));
            QVERIFY2(!one.field.isEmpty() && !one.field.contains(QLatin1Char('_')), qPrintable(one.place));
        }
    }
};

QTEST_GUILESS_MAIN(TestCaseDiff)
#include "tst_case_diff.moc"
