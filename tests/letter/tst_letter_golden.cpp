#include "tests/letter/LetterFixture.h"

#include <QDir>

using namespace reviewdesk;

/// Twelve clinical stories (tests/data/letters/stories/*.json) and every word of the letters they end in
/// (<story>.member.txt, <story>.provider.txt). A change of words is meant or is a fault: GOLDEN=write writes them anew,
/// for a person to read in the diff.
class TestLetterGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        QVERIFY(stories().size() >= 12);
    }
    void letters_data();
    void letters();

private:
    static QDir folder() { return QDir(QStringLiteral(TEST_DATA "/letters/stories")); }
    static QStringList stories() { return folder().entryList({QStringLiteral("*.json")}, QDir::Files); }
    LetterFixture m_fixture;
};

void TestLetterGolden::letters_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<Recipient>("recipient");
    const QStringList all = stories();
    for (const QString &story : all) {
        for (const Recipient recipient : {Recipient::Member, Recipient::Provider})
            QTest::newRow(qPrintable(story + u' ' + toWord(recipient))) << story << recipient;
    }
}

void TestLetterGolden::letters()
{
    QFETCH(QString, story);
    QFETCH(Recipient, recipient);
    QFile file(folder().filePath(story));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const CaseReading reading = readCase(file.readAll(), m_fixture.policy(), m_fixture.rulebook().caseSchema);
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problems.first().place));
    const Decision decision = reading.reviewCase.determination.decision.value_or(Decision::Pended);
    const LetterKind kind = decision == Decision::Approved ? LetterKind::Approval
        : decision == Decision::Denied                     ? LetterKind::Denial
                                                           : LetterKind::InformationRequest;
    const auto composition = m_fixture.compose(reading.reviewCase, kind, recipient);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    QString name = story;
    name.replace(QStringLiteral(".json"), QStringLiteral(".%1.txt").arg(toWord(recipient)));
    QFile golden(folder().filePath(name));
    if (qEnvironmentVariable("GOLDEN") == u"write") {
        QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(composition.letter.text.toUtf8()) > 0);
        return;
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(name));
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList written = composition.letter.text.split(u'\n');
    for (qsizetype line = 0; line < qMin(expected.size(), written.size()); ++line)
        QCOMPARE(written.at(line), expected.at(line));
    QCOMPARE(written.size(), expected.size());
}

QTEST_GUILESS_MAIN(TestLetterGolden)
#include "tst_letter_golden.moc"
