#include "cases/Rulebook.h"

#include "Fixture.h"

#include <QTemporaryDir>

using namespace reviewdesk;

class TestSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcome_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("tone");
        const auto row = [](const char *words, int tone, const char *facts) {
            QTest::newRow(
                qPrintable(QString::fromLatin1(words) + QLatin1Char(' ') + QString::number(qHash(QByteArray(facts)))))
                << QByteArray(facts) << QString::fromLatin1(words) << tone;
        };
        row("I.B.3.b met", 1, fixture::colorectalMet);
        row("I.B.3.b.i not met", -1, fixture::colorectalNotProgressive);
        row("1 answer left", 0, fixture::colorectalOpen);
        row("16 answers left", 0, "{}");
        row("II met", 1, R"({"procedure":"tae"})");
        row("III met", 1, R"({"procedure":"tace","location":"liver"})");
        row("I.A met", 1, R"({"procedure":"radioembolization","location":"other"})");
        row("Medically necessary", 1, R"({"location":"other"})"); // by I.A, II or III, whichever procedure
        row("I.B.1 met", 1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"primary","primary_type":"hcc","unresectable":true,"bridge_to_transplant":false})");
        row("I.B.2 met", 1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"primary","primary_type":"hcc","unresectable":false,"bridge_to_transplant":true})");
        row("I.B.1, I.B.2 met", 1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"primary","primary_type":"hcc","unresectable":true,"bridge_to_transplant":true})");
        row("I.B.1, I.B.2 not met", -1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"primary","primary_type":"hcc","unresectable":false,"bridge_to_transplant":false})");
        row("I.B.4 not met", -1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"primary","primary_type":"icc","unresectable":false})");
        row("I.B.3 not met", -1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"metastatic","metastatic_type":"breast"})");
        row("I.B.3.a met", 1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"metastatic","metastatic_type":"neuroendocrine","unresectable":true,
                "liver_dominant":true,"diffuse":true,"symptomatic":true,"systemic_therapy_candidate":false})");
        row("I.B.3.c met", 1,
            R"({"procedure":"radioembolization","location":"liver","tumor_origin":"metastatic","metastatic_type":"melanoma","unresectable":true,
                "liver_dominant":true,"diffuse":true,"progressive":true,"melanoma_type":"cutaneous"})");
    }

    void outcome()
    {
        QFETCH(QByteArray, facts);
        QFETCH(QString, words);
        QFETCH(int, tone);
        const ReviewCase given = fixture::caseWith(facts);
        const CaseSummary summary = summaryOf(given, viewOf(given, fixture::rulebook()), fixture::rulebook());
        QCOMPARE(summary.outcome, words);
        QCOMPARE(summary.outcomeTone, tone);
    }

    void columns()
    {
        const ReviewCase given = fixture::caseWith(fixture::colorectalMet);
        const CaseSummary summary = summaryOf(given, viewOf(given, fixture::rulebook()), fixture::rulebook());
        QCOMPARE(summary.memberName, QStringLiteral("Ana Example"));
        QCOMPARE(summary.memberId, QStringLiteral("X1234567"));
        QCOMPARE(summary.providerName, QStringLiteral("Lee Example, MD"));
        QCOMPARE(summary.procedure, QStringLiteral("Radioembolization"));
        QCOMPARE(summary.planWords, QStringLiteral("Commercial WA"));
        QCOMPARE(toWords(summary.dueAt), QStringLiteral("2026-11-26T07:59:59.999Z")); // Washington, by fax: 5 days
        QVERIFY(!summary.expedited);
    }

    void emptyCase()
    {
        const CaseSummary summary = summaryOf({}, viewOf({}, fixture::rulebook()), fixture::rulebook());
        QVERIFY(summary.procedure.isEmpty());
        QVERIFY(!summary.dueAt.isValid());
        QVERIFY(summary.planWords.isEmpty());
        QCOMPARE(summary.outcomeTone, 0);
    }

    void hiddenAnswersDoNotCount()
    {
        ReviewCase given = fixture::caseWith(fixture::colorectalNotProgressive);
        given.facts[QStringLiteral("location")] = {QStringLiteral("other")};
        const CaseSummary summary = summaryOf(given, viewOf(given, fixture::rulebook()), fixture::rulebook());
        QCOMPARE(summary.outcome, QStringLiteral("I.A met"));
        QVERIFY(given.facts.contains(QStringLiteral("progressive")));
    }

    void planWords_data()
    {
        QTest::addColumn<LineOfBusiness>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("commercial") << LineOfBusiness::CommercialInsured << "Commercial WA";
        QTest::newRow("self-funded") << LineOfBusiness::SelfFundedErisa << "Self-funded";
        QTest::newRow("medicare") << LineOfBusiness::MedicareAdvantage << "Medicare Adv.";
        QTest::newRow("medicaid") << LineOfBusiness::MedicaidManagedCare << "Medicaid WA";
        QTest::newRow("qhp") << LineOfBusiness::Qhp << "QHP WA";
    }

    void planWords()
    {
        QFETCH(LineOfBusiness, line);
        QFETCH(QString, words);
        ReviewCase given = fixture::caseWith("{}");
        given.request.lineOfBusiness = line;
        QCOMPARE(summaryOf(given, viewOf(given, fixture::rulebook()), fixture::rulebook()).planWords, words);
    }

    void rulebookSaysWhatIsWrong()
    {
        const QTimeZone zone("America/Los_Angeles");
        QCOMPARE(
            loadRulebook(QStringLiteral(RESOURCES), QTimeZone()).error().code, QStringLiteral("unknown_time_zone"));
        QTemporaryDir empty;
        QCOMPARE(loadRulebook(empty.path(), zone).error().code, QStringLiteral("no_policy"));
        QVERIFY(QDir(empty.path()).mkpath(QStringLiteral("policies/x")));
        QVERIFY(QFile::copy(QStringLiteral(RESOURCES "/policies/policy.schema.json"),
            empty.filePath(QStringLiteral("policies/policy.schema.json"))));
        QFile pack(empty.filePath(QStringLiteral("policies/x/1.json")));
        QVERIFY(pack.open(QIODevice::WriteOnly));
        pack.write("{\"id\": 7}");
        pack.close();
        const auto broken = loadRulebook(empty.path(), zone);
        QVERIFY(!broken.ok());
        QVERIFY2(broken.error().place.contains(QLatin1String("policies/x/1.json#")), qPrintable(broken.error().place));
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
