#include "SampleDocuments.h"

#include "tests/window/Seat.h"

#include <QApplication>
#include <QFile>
#include <QTest>
#include <QTimer>

using namespace reviewdesk;

/// The record beside the questions in the real window, with nothing but keys: a PDF is attached, a passage of it becomes
/// the source of an answer, and the provider's letter cites its document and page.
class tst_window_record : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { seat.leave(); }
    void aPassageIsCitedInTheLetter();

private:
    bool attach(const QString &file, const QString &type);

    Seat seat;
    QTemporaryDir folder;
};

bool tst_window_record::attach(const QString &file, const QString &type)
{
    if (!Typist::tabTo(QStringLiteral("Attach documents…")))
        return false;
    Seat::openFileDialog(file);
    if (!Typist::waitFor([] { return Typist::reads(QStringLiteral("2 pages")); }))
        return false;
    if (!Typist::choose(QStringLiteral("Type of surgical_consult.pdf"), type) ||
        !Typist::tabTo(QStringLiteral("Attach")))
        return false;
    Typist::press(QStringLiteral("space"));
    return Typist::waitFor([] { return Typist::reads(QStringLiteral("surgical consult · Why surgery is not possible")); });
}

void tst_window_record::aPassageIsCitedInTheLetter()
{
    const QString file = folder.filePath(QStringLiteral("surgical_consult.pdf"));
    QFile consult(file);
    QVERIFY(consult.open(QIODevice::WriteOnly));
    consult.write(samplePdf({QStringLiteral("Surgical consult."),
        QStringLiteral("Assessment of 2 November. Both lobes are involved. She is not a surgical candidate.")}));
    consult.close();

    QVERIFY(seat.beginReview());
    QVERIFY(seat.goToStep(7, QStringLiteral("Documents")));
    QVERIFY(attach(file, QStringLiteral("Why surgery is not possible")));

    QVERIFY(seat.answerColorectal());
    for (const char *fact : {"liver_dominant", "diffuse", "progressive", "unresectable"})
        QVERIFY(seat.answer(fact, "true"));

    Typist::press(QStringLiteral("F8"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Page 1 of 2"); }));
    Typist::press(QStringLiteral("ctrl+Next"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Page 2 of 2"); }));
    const auto selected = [](const char *words) {
        return Typist::waitFor([words] { return Typist::reads(QString::fromUtf8(words)); });
    };
    Typist::press(QStringLiteral("shift+Down"));
    QVERIFY(selected("Page 2: “Assessment of 2 November.”"));
    Typist::press(QStringLiteral("shift+Down"));
    QVERIFY(selected("Page 2: “Both lobes are involved.”"));
    Typist::press(QStringLiteral("shift+Down"));
    QVERIFY(selected("Page 2: “She is not a surgical candidate.”"));
    QVERIFY(Typist::reads(QStringLiteral("Use as source of: Unresectable")));
    Typist::press(QStringLiteral("Return"));
    QVERIFY(selected("Kept as the source of: Unresectable"));
    QVERIFY(Typist::reads(QStringLiteral("surgical consult, p. 2: “She is not a surgical candidate.”")));
    Typist::press(QStringLiteral("F8"));

    QVERIFY(seat.goToStep(6, QStringLiteral("Prior therapy")));
    QVERIFY(seat.answer("chemotherapy_refractory", "true"));
    QVERIFY(seat.approve(QStringLiteral("AUTH-55120")));
    QVERIFY(seat.turnToProvider(QStringLiteral("Dear Lee Muller")));
    const QString letter = seat.saveLetter(QStringLiteral("approval.pdf"));
    QVERIFY(!letter.isEmpty());
    const QString text = textOfPdf(letter);
    for (const QString &words : {QStringLiteral("surgical consult, page 2"), QStringLiteral("She is not a surgical candidate.")})
        QVERIFY2(text.contains(words), qPrintable(words + QLatin1String(" is not in: ") + text));
}

REVIEWDESK_WINDOW_MAIN(tst_window_record)
#include "tst_window_record.moc"
