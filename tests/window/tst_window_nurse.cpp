#include "tests/window/Seat.h"

#include <QTest>

using namespace reviewdesk;

/// The nurse's whole job in the real window, with nothing but keys: from sign-in to the letter's PDF.
class tst_window_nurse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { seat.leave(); }
    void fromTheRequestToTheLetter();

private:
    Seat seat;
};

void tst_window_nurse::fromTheRequestToTheLetter()
{
    QVERIFY(seat.beginReview());
    QVERIFY(seat.answerColorectal());
    for (const char *fact : {"unresectable", "liver_dominant", "diffuse", "progressive"})
        QVERIFY(seat.answer(fact, "true"));
    QVERIFY2(Seat::criterion(QStringLiteral("I.B.3.b.i")).startsWith(QLatin1String("I.B.3.b.i, met: ")),
        qPrintable(Seat::criterion(QStringLiteral("I.B.3.b.i"))));
    QVERIFY(seat.goToStep(6, QStringLiteral("Prior therapy")));
    QVERIFY2(Seat::criterion(QStringLiteral("I.B.3.b")).startsWith(QLatin1String("I.B.3.b, open: ")),
        qPrintable(Seat::criterion(QStringLiteral("I.B.3.b"))));
    QVERIFY(Typist::reads(QStringLiteral("Not decided")));
    QVERIFY(seat.answer("chemotherapy_refractory", "true"));
    QVERIFY2(Seat::criterion(QStringLiteral("I.B.3.b")).startsWith(QLatin1String("I.B.3.b, met: ")),
        qPrintable(Seat::criterion(QStringLiteral("I.B.3.b"))));
    QVERIFY(Typist::reads(QStringLiteral("Criteria met: I.B.3, I.B.3.b.i, I.B.3.b.ii")));

    QVERIFY(seat.approve(QStringLiteral("AUTH-55120")));
    const QString file = seat.saveLetter(QStringLiteral("approval.pdf"));
    QVERIFY(!file.isEmpty());

    const QString text = textOfPdf(file);
    const Policy &policy = seat.policy();
    for (const QString &words : {QStringLiteral("Quintessa Marlowe"), QStringLiteral("AUTH-55120"),
             QStringLiteral("I.B.3.b.i"), policy.criteria.at(policy.criterionIndex(u"I.B.3.b.i")).words})
        QVERIFY2(text.contains(words), qPrintable(words + QLatin1String(" is not in: ") + text));
    bool anyFont = false;
    QCOMPARE(fontsNotEmbedded(file, &anyFont), QStringList());
    QVERIFY(anyFont);
}

REVIEWDESK_WINDOW_MAIN(tst_window_nurse)
#include "tst_window_nurse.moc"
