#include "reports/ReviewAgreement.h"

#include <QTest>
#include <QTimeZone>

using namespace reviewdesk;

namespace {

using Table = QList<QList<int>>; ///< rows: the first said; columns: the second

QList<QPair<QString, QString>> saidIn(const Table &table)
{
    QList<QPair<QString, QString>> said;
    for (qsizetype row = 0; row < table.size(); ++row) {
        for (qsizetype column = 0; column < table.at(row).size(); ++column) {
            for (int times = 0; times < table.at(row).at(column); ++times)
                said.append({QString::number(row), QString::number(column)});
        }
    }
    return said;
}

bool near(double one, double other, double within)
{
    return qAbs(one - other) <= within;
}

const Rulebook &rulebook()
{
    static const auto loaded = loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return **loaded;
}

ReviewCase answered(std::initializer_list<std::pair<const char *, const char *>> facts)
{
    ReviewCase made;
    for (const auto &[fact, value] : facts)
        made.facts.insert(QString::fromLatin1(fact), {value ? QString::fromLatin1(value) : QString()});
    return made;
}

SampledCase pairOf(int position, const ReviewCase &first, const ReviewCase &second)
{
    SampledCase sampled;
    sampled.position = position;
    sampled.number = QStringLiteral("RD-2026-%1").arg(position, 6, 10, QLatin1Char('0'));
    sampled.finishedAt = QDateTime::fromMSecsSinceEpoch(0);
    sampled.first = first;
    sampled.second = second;
    return sampled;
}

} // namespace

Q_DECLARE_METATYPE(Table)

class tst_review_agreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Worked examples that others published, to the digits that they give.
    void published_data()
    {
        QTest::addColumn<Table>("table");
        QTest::addColumn<double>("observed");
        QTest::addColumn<double>("kappa");
        QTest::addColumn<double>("error"); // negative: not given there
        QTest::addColumn<double>("within");
        // Fleiss, Statistical Methods for Rates and Proportions, 2nd edition 1981, table 13.1: 100 patients.
        QTest::newRow("Fleiss 1981, table 13.1")
            << Table{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}} << 0.89 << 0.68 << 0.087 << 0.005;
        // Landis and Koch 1977, in Agresti, Categorical Data Analysis, 2nd edition, section 10.5: 118 slides, two
        // pathologists.
        QTest::newRow("Agresti, pathologists")
            << Table{{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}} << 0.636 << 0.493 << 0.057 << 0.0006;
        // Hout, Duncan and Sobel 1987, as the R package vcd works it (SexualFun): 0.129, 0.0686.
        QTest::newRow("Agresti, 91 couples")
            << Table{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}} << 0.363 << 0.129 << 0.069 << 0.0015;
        // "Cohen's kappa" as encyclopedias show it.
        QTest::newRow("fifty proposals") << Table{{20, 5}, {10, 15}} << 0.70 << 0.40 << -1.0 << 0.00005;
        QTest::newRow("same agreement, other margins 1")
            << Table{{45, 15}, {25, 15}} << 0.60 << 0.1304 << -1.0 << 0.00005;
        QTest::newRow("same agreement, other margins 2")
            << Table{{25, 35}, {5, 35}} << 0.60 << 0.2593 << -1.0 << 0.00005;
    }

    void published()
    {
        QFETCH(Table, table);
        QFETCH(double, observed);
        QFETCH(double, kappa);
        QFETCH(double, error);
        QFETCH(double, within);
        const Agreement agreement = agreementOf(saidIn(table));
        QVERIFY2(near(agreement.observed, observed, 0.0005), qPrintable(QString::number(agreement.observed)));
        QVERIFY(agreement.kappa);
        QVERIFY2(near(*agreement.kappa, kappa, within), qPrintable(QString::number(*agreement.kappa, 'g', 6)));
        if (error >= 0)
            QVERIFY2(near(agreement.kappaError, error, 0.0012), qPrintable(QString::number(agreement.kappaError)));
        QVERIFY(agreement.kappaInterval.low < *agreement.kappa && *agreement.kappa < agreement.kappaInterval.high);
    }

    /// Agresti gives (0.38, 0.60) for the pathologists.
    void theIntervalIsAgrestis()
    {
        const Agreement agreement = agreementOf(saidIn({{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}}));
        QVERIFY(near(agreement.kappaInterval.low, 0.38, 0.005));
        QVERIFY(near(agreement.kappaInterval.high, 0.60, 0.006));
    }

    /// Wilson's interval as Newcombe 1998, table I, has it: 81 of 263 and 0 of 20.
    void sharesHaveWilsonsInterval()
    {
        const Agreement some = agreementOf(saidIn({{81, 182}, {0, 0}}));
        QVERIFY(near(some.observedInterval.low, 0.2553, 0.00005));
        QVERIFY(near(some.observedInterval.high, 0.3662, 0.00005));
        const Agreement none = agreementOf(saidIn({{0, 20}, {0, 0}}));
        QVERIFY(near(none.observedInterval.low, 0, 1e-12));
        QVERIFY(near(none.observedInterval.high, 0.1611, 0.00005));
    }

    void theEdges()
    {
        QCOMPARE(agreementOf({}).pairs, 0);
        QVERIFY(!agreementOf({}).kappa);
        const Agreement always = agreementOf(saidIn({{10}})); // one category: nothing to tell from chance
        QCOMPARE(always.observed, 1.0);
        QVERIFY(!always.kappa);
        const Agreement perfect = agreementOf(saidIn({{5, 0}, {0, 5}}));
        QVERIFY(near(*perfect.kappa, 1, 1e-12));
        QVERIFY(near(perfect.kappaError, 0, 1e-9));
        const Agreement opposite = agreementOf(saidIn({{0, 5}, {5, 0}}));
        QVERIFY(near(*opposite.kappa, -1, 1e-12));
        const Agreement chance = agreementOf(saidIn({{25, 25}, {25, 25}}));
        QVERIFY(near(*chance.kappa, 0, 1e-12));
    }

    void factsCriteriaAndOutcome()
    {
        const ReviewCase met =
            answered({{"procedure", "radioembolization"}, {"location", "liver"}, {"tumor_origin", "metastatic"},
                {"metastatic_type", "colorectal"}, {"unresectable", "true"}, {"liver_dominant", "true"},
                {"diffuse", "true"}, {"progressive", "true"}, {"chemotherapy_refractory", "true"}});
        ReviewCase stable = met;
        stable.facts.insert(QStringLiteral("progressive"), {QStringLiteral("false")});
        stable.evidence.insert(QStringLiteral("progressive"),
            Evidence{QStringLiteral("CT abdomen"), 2, {}, QStringLiteral("stable disease"), {}});
        ReviewCase elsewhere = answered({{"procedure", "radioembolization"}, {"location", "other"}});
        SampledCase open = pairOf(4, met, ReviewCase());
        open.finishedAt = {};
        const AgreementReport report =
            agreementReport({pairOf(1, met, met), pairOf(2, met, stable), pairOf(3, met, elsewhere), open}, rulebook());
        QCOMPARE(report.reviewed, 3);
        QCOMPARE(report.rows.first().about, AgreementRow::About::Outcome);
        QCOMPARE(report.rows.first().agreement.agreed, 2); // outside the liver it is covered too
        const auto row = [&report](AgreementRow::About about, const char *id) {
            for (const AgreementRow &one : report.rows) {
                if (one.about == about && one.id == QLatin1String(id))
                    return one.agreement;
            }
            return Agreement();
        };
        const Agreement progressive = row(AgreementRow::About::Fact, "progressive");
        QCOMPARE(progressive.pairs, 3);
        QCOMPARE(progressive.agreed, 1); // once other, once not asked
        QCOMPARE(row(AgreementRow::About::Fact, "procedure").agreed, 3);
        QVERIFY(!row(AgreementRow::About::Fact, "procedure").kappa);
        QCOMPARE(row(AgreementRow::About::Fact, "child_nowhere").pairs, 0);
        QVERIFY(row(AgreementRow::About::Criterion, "I.B.3.b.i").pairs >= 2);
        int ofTheSecond = 0;
        for (const Disagreement &one : report.disagreements) {
            if (one.position != 2)
                continue;
            ++ofTheSecond;
            QVERIFY(one.first != one.second);
            if (one.about == AgreementRow::About::Fact) {
                QCOMPARE(one.first, QStringLiteral("Yes"));
                QCOMPARE(one.second, QStringLiteral("No"));
                QCOMPARE(one.secondSource, QStringLiteral("CT abdomen, p. 2: “stable disease”"));
                QVERIFY(one.firstSource.isEmpty());
            }
        }
        QVERIFY(ofTheSecond >= 3); // outcome, a criterion, the fact
        for (const Disagreement &one : report.disagreements)
            QVERIFY(one.position == 2 || one.position == 3);
    }
};

QTEST_GUILESS_MAIN(tst_review_agreement)
#include "tst_review_agreement.moc"
