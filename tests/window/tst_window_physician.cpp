#include "tests/window/Seat.h"

#include <QRegularExpression>
#include <QTest>

using namespace reviewdesk;

/// A nurse refers what she may not decide; a physician denies it. By keys alone, in the real window.
class tst_window_physician : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { seat.leave(); }
    void referredAndDenied();

private:
    void referAsNurse();
    void denyAsPhysician();

    Seat seat;
};

namespace {

/// Controls that deny, by their words.
QStringList denying()
{
    static const QRegularExpression words(
        QStringLiteral("\\b(deny|denial|denied)\\b"), QRegularExpression::CaseInsensitiveOption);
    return Typist::controls().filter(words);
}

} // namespace

void tst_window_physician::referAsNurse()
{
    QVERIFY(seat.beginReview());
    QVERIFY(seat.answerColorectal());
    for (const char *fact : {"unresectable", "liver_dominant", "diffuse"})
        QVERIFY(seat.answer(fact, "true"));
    QVERIFY(seat.answer("progressive", "false"));
    const QString row = Seat::criterion(QStringLiteral("I.B.3.b.i"));
    QVERIFY2(row.startsWith(QLatin1String("I.B.3.b.i, not met: ")), qPrintable(row));

    QVERIFY(seat.goToStep(8, QStringLiteral("Recommendation")));
    QCOMPARE(denying(), QStringList());
    QVERIFY(Typist::fill(QStringLiteral("Note to the physician"), QStringLiteral("CT of March shows no growth.")));
    QVERIFY(Typist::tabTo(QStringLiteral("Refer to a physician")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Search cases")); }));
    QCOMPARE(denying(), QStringList());
}

void tst_window_physician::denyAsPhysician()
{
    QVERIFY(seat.handOver(QStringLiteral("phil")));
    QVERIFY(Typist::tabTo(QStringLiteral("Cases")));
    Typist::press(QStringLiteral("Return"));
    QVERIFY(Typist::waitFor([] { return !denying().isEmpty(); }));
    QVERIFY(Typist::reads(QStringLiteral("CT of March shows no growth.")));
    // the radio buttons are one stop; the arrow keys go from one to the next
    for (int i = 0; i < 40 && Typist::focusedGroup() != QLatin1String("Your decision"); ++i)
        Typist::press(QStringLiteral("Tab"));
    for (int i = 0; i < 8 && !Typist::focusedName().startsWith(QLatin1String("Deny")); ++i)
        Typist::press(QStringLiteral("Down"));
    QVERIFY(Typist::focusedName().startsWith(QLatin1String("Deny")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::fill(QStringLiteral("Reason in plain words"), QStringLiteral("Your scans show no growth.")));
    QVERIFY(Typist::fill(
        QStringLiteral("Clinical rationale"), QStringLiteral("CT of 3 March shows stable hepatic disease.")));
    QVERIFY(Typist::tabTo(QStringLiteral("Sign decision")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return !Typist::read(QStringLiteral("Letter: ")).isEmpty(); }));
}

void tst_window_physician::referredAndDenied()
{
    referAsNurse();
    if (QTest::currentTestFailed())
        return;
    denyAsPhysician();
    if (QTest::currentTestFailed())
        return;
    const QString file = seat.saveLetter(QStringLiteral("denial.pdf"));
    QVERIFY(!file.isEmpty());

    const QString text = textOfPdf(file);
    const Policy &policy = seat.policy();
    const QString wouldMeet = policy.facts.at(policy.factIndex(u"progressive")).options.at(0).counterfactual;
    QVERIFY(!wouldMeet.isEmpty());
    for (const QString &words : {QStringLiteral("Quintessa Marlowe"), QStringLiteral("I.B.3.b.i"),
             policy.criteria.at(policy.criterionIndex(u"I.B.3.b.i")).words, wouldMeet,
             QStringLiteral("of 3 March shows stable hepatic disease."),
             QStringLiteral("Your scans show no growth.")})
        QVERIFY2(text.contains(words), qPrintable(words + QLatin1String(" is not in: ") + text));
    bool anyFont = false;
    QCOMPARE(fontsNotEmbedded(file, &anyFont), QStringList());
    QVERIFY(anyFont);
}

REVIEWDESK_WINDOW_MAIN(tst_window_physician)
#include "tst_window_physician.moc"
