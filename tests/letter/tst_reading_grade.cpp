#include "letter/ReadingGrade.h"

#include <QTest>

using namespace reviewdesk;

class TestReadingGrade : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void syllables_data();
    void syllables();
    void sentences_data();
    void sentences();
    void limits();
};

void TestReadingGrade::published_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("ease"); // NaN: not published
    QTest::addColumn<double>("grade");
    QTest::addColumn<double>("tolerance");
    // the samples of Wikipedia's "Flesch-Kincaid readability tests"
    QTest::newRow("the cat") << QStringLiteral("The cat sat on the mat.") << 116.1 << qQNaN() << 0.1;
    QTest::newRow("a passage unto itself")
        << QStringLiteral("This sentence, taken as a reading passage unto itself, is being used to prove a point.")
        << 69.0 << qQNaN() << 0.1;
    QTest::newRow("the platypus")
        << QStringLiteral("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.") << 37.5
        << 11.3 << 0.1;
    // Lincoln at Gettysburg, 1863: grade 10.9 as Microsoft Word prints it; counts of syllables differ a little
    QTest::newRow("Gettysburg")
        << QStringLiteral(
               "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived "
               "in Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a "
               "great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long "
               "endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that "
               "field, as a final resting place for those who here gave their lives that that nation might live. It "
               "is altogether fitting and proper that we should do this. But, in a larger sense, we can not dedicate "
               "- we can not consecrate - we can not hallow - this ground. The brave men, living and dead, who "
               "struggled here, have consecrated it, far above our poor power to add or detract. The world will "
               "little note, nor long remember what we say here, but it can never forget what they did here. It is "
               "for us the living, rather, to be dedicated here to the unfinished work which they who fought here "
               "have thus far so nobly advanced. It is rather for us to be here dedicated to the great task "
               "remaining before us - that from these honored dead we take increased devotion to that cause for "
               "which they gave the last full measure of devotion - that we here highly resolve that these dead "
               "shall not have died in vain - that this nation, under God, shall have a new birth of freedom - and "
               "that government of the people, by the people, for the people, shall not perish from the earth.")
        << qQNaN() << 10.9 << 0.6;
}

void TestReadingGrade::published()
{
    QFETCH(QString, text);
    QFETCH(double, ease);
    QFETCH(double, grade);
    QFETCH(double, tolerance);
    const ReadingGrade reading = readingGrade(text);
    QVERIFY(reading.grade() && reading.ease());
    const QByteArray counts = QStringLiteral("%1 words, %2 sentences, %3 syllables: grade %4, ease %5")
                                  .arg(reading.words)
                                  .arg(reading.sentences)
                                  .arg(reading.syllables)
                                  .arg(*reading.grade())
                                  .arg(*reading.ease())
                                  .toUtf8();
    QVERIFY2(qIsNaN(ease) || qAbs(*reading.ease() - ease) <= tolerance, counts.constData());
    QVERIFY2(qIsNaN(grade) || qAbs(*reading.grade() - grade) <= tolerance, counts.constData());
}

void TestReadingGrade::syllables_data()
{
    QTest::addColumn<int>("count");
    const struct {
        const char *word;
        int count;
    } words[]{{"the", 1}, {"are", 1}, {"table", 2}, {"whole", 1}, {"people", 2}, {"used", 1}, {"needed", 2},
        {"approved", 2}, {"treated", 2}, {"uses", 2}, {"reaches", 2}, {"times", 1}, {"disease", 2}, {"being", 2},
        {"science", 2}, {"liver", 2}, {"radiation", 4}, {"surgery", 3}, {"policy", 3}, {"criteria", 4}, {"cancer", 2},
        {"chemotherapy", 5}, {"melanoma", 4}, {"doctor", 2}, {"records", 2}, {"CT", 2}, {"12", 2}, {"éclair", 2}};
    for (const auto &[word, count] : words)
        QTest::newRow(word) << count;
}

void TestReadingGrade::syllables()
{
    QFETCH(int, count);
    QCOMPARE(readingGrade(QString::fromUtf8(QTest::currentDataTag())).syllables, count);
}

void TestReadingGrade::sentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("sentences");
    QTest::addColumn<int>("words");
    QTest::newRow("nothing") << QString() << 0 << 0;
    QTest::newRow("marks only") << QStringLiteral("... ! - ?") << 0 << 0;
    QTest::newRow("no stop") << QStringLiteral("no stop at all") << 1 << 4;
    QTest::newRow("a title") << QStringLiteral("We wrote to Dr. Lee. He agrees.") << 2 << 7;
    QTest::newRow("a number") << QStringLiteral("It grew by 3.5 cm. It hurts.") << 2 << 7;
    QTest::newRow("a criterion") << QStringLiteral("Criterion I.B.3.b.i is not met.") << 1 << 5;
    QTest::newRow("quotes") << QStringLiteral("He said “it is stable.” We agree!") << 2 << 7;
    QTest::newRow("lines") << QStringLiteral("One line\nAnother line") << 2 << 4;
}

void TestReadingGrade::sentences()
{
    QFETCH(QString, text);
    const ReadingGrade reading = readingGrade(text);
    QTEST(reading.sentences, "sentences");
    QTEST(reading.words, "words");
    QCOMPARE(reading.grade().has_value(), reading.words > 0);
}

void TestReadingGrade::limits()
{
    QCOMPARE(gradeLimit(LineOfBusiness::MedicaidManagedCare), 6.0);
    QCOMPARE(gradeLimit(LineOfBusiness::Qhp), 8.0);
    QCOMPARE(gradeLimit(std::nullopt), 8.0);
}

QTEST_GUILESS_MAIN(TestReadingGrade)
#include "tst_reading_grade.moc"
