#include "tests/letter/LetterFixture.h"

#include "letter/Abbreviations.h"
#include "letter/CitedCriteria.h"
#include "letter/ReadingGrade.h"
#include "letter/ReasonDraft.h"
#include "letter/TextDiff.h"

using namespace reviewdesk;

/// What a letter says for itself: the drafted reason, its abbreviations, and what a person changed in it.
class TestLetterReasons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        const auto bytes = [](const char *name) {
            QFile file(QStringLiteral(RESOURCES "/rules/") + QString::fromLatin1(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto read = Abbreviations::read(bytes("abbreviations.json"), bytes("abbreviations.schema.json"));
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().place));
        m_abbreviations = *read;
        QVERIFY(!Abbreviations::read("{\"version\": \"1\"}", bytes("abbreviations.schema.json")).ok());
    }
    void draftedReasons_data();
    void draftedReasons();
    void everyFailingPartIsBlamed_data();
    void everyFailingPartIsBlamed();
    void explainsAtFirstUse_data();
    void explainsAtFirstUse();
    void explainsOnceALetter();
    void unexplained();
    void diffs_data();
    void diffs();

private:
    LetterFixture m_fixture;
    Abbreviations m_abbreviations;
};

void TestLetterReasons::draftedReasons_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("approval") << LetterKind::Approval
                              << QStringLiteral(
                                     "Your provider asked for radioembolization. Our policy covers it for you. The "
                                     "records show what the policy asks for.");
    QTest::newRow("denial")
        << LetterKind::Denial
        << QStringLiteral("Your provider asked for radioembolization. Our policy covers this care only in some "
                          "cases. Your records do not fit them.\n"
                          "The records show that the disease is not progressive (not growing or spreading) (CT "
                          "report, page 2, November 2, 2026).\n"
                          "The records do not show whether the disease is refractory to chemotherapy (does not "
                          "respond to it).\n"
                          "The records do not show whether the patient is a candidate for chemotherapy.");
    QTest::newRow("information request") << LetterKind::InformationRequest
                                         << QStringLiteral(
                                                "Your provider asked for radioembolization. We cannot decide yet.\n"
                                                "The records do not show whether the disease is progressive "
                                                "(growing or spreading).");
    QTest::newRow("withdrawal") << LetterKind::Withdrawal << QString();
}

void TestLetterReasons::draftedReasons()
{
    QFETCH(LetterKind, kind);
    QFETCH(QString, text);
    const ReviewCase reviewCase = m_fixture.caseFor(kind);
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    const QString drafted = m_fixture.composer().draftedReason(reviewCase, view, m_fixture.policy(), kind);
    QVERIFY2(drafted.startsWith(text), qPrintable(drafted));
    const QStringList paragraphs = drafted.split(u'\n');
    for (const QString &paragraph : paragraphs) // never mixed
        QVERIFY(!(paragraph.contains(QStringLiteral("records show that")) &&
            paragraph.contains(QStringLiteral("do not show"))));
    QVERIFY(!drafted.contains(QStringLiteral("I.B")));
}

/// Where the tumor can be resected, the reason that no finding can change was dropped: the type is not covered at all.
void TestLetterReasons::everyFailingPartIsBlamed_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("unresectable");
    QTest::addColumn<bool>("blamesType");
    QTest::addColumn<bool>("blamesResectable");
    QTest::newRow("breast, resectable") << "breast" << "false" << true << true;
    QTest::newRow("breast, not resectable") << "breast" << "true" << true << false;
    QTest::newRow("breast, not documented") << "breast" << QString() << true << false;
    QTest::newRow("colorectal, resectable") << "colorectal" << "false" << false << true;
    QTest::newRow("colorectal, not resectable") << "colorectal" << "true" << false << false;
}

void TestLetterReasons::everyFailingPartIsBlamed()
{
    QFETCH(QString, type);
    QFETCH(QString, unresectable);
    QFETCH(bool, blamesType);
    QFETCH(bool, blamesResectable);
    ReviewCase reviewCase = m_fixture.denial();
    LetterFixture::answer(reviewCase, "metastatic_type", qPrintable(type));
    LetterFixture::answer(reviewCase, "unresectable", unresectable.isEmpty() ? nullptr : qPrintable(unresectable));
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    const Policy &policy = m_fixture.policy();
    const QList<int> blamed = CitedCriteria(policy, view).reasons();
    QCOMPARE(blamed.contains(policy.factIndex(u"metastatic_type")), blamesType);
    QCOMPARE(blamed.contains(policy.factIndex(u"unresectable")), blamesResectable);
}

void TestLetterReasons::explainsAtFirstUse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const char *typed, const char *read) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(read);
    };
    row("explained", "The MRI shows growth.", "The MRI (magnetic resonance imaging) shows growth.");
    row("first use only", "The MRI and the MRI.", "The MRI (magnetic resonance imaging) and the MRI.");
    row("in brackets already", "magnetic imaging (MRI) shows", "magnetic imaging (MRI) shows");
    row("brackets follow", "MRI (a scan) shows", "MRI (a scan) shows");
    row("spelled out", "Hepatocellular carcinoma, or HCC.", "Hepatocellular carcinoma, or HCC.");
    row("part of a word", "CTX and ACT and PET-CT", "CTX and ACT and PET-CT");
    row("the longer one", "LFTs rose", "LFTs (liver function tests) rose");
    row("a hyphen", "Y-90 beads", "Y-90 (yttrium-90, a radioactive metal) beads");
    row("within brackets", "The scans (CT and MRI of 2 November) show growth.",
        "The scans (CT [computed tomography, an X-ray scan] and MRI [magnetic resonance imaging] of 2 November) show "
        "growth.");
    row("after brackets", "The scan (of 2 November) was an MRI.",
        "The scan (of 2 November) was an MRI (magnetic resonance imaging).");
    row("square brackets follow", "The scans (MRI [a scan])", "The scans (MRI [a scan])");
    row("a list's bracket", "1) MRI 2) CT",
        "1) MRI (magnetic resonance imaging) 2) CT (computed tomography, an X-ray scan)");
    row("none", "Stable disease.", "Stable disease.");
}

void TestLetterReasons::explainsAtFirstUse()
{
    QFETCH(QString, typed);
    QSet<QString> seen;
    QTEST(m_abbreviations.explained(typed, seen), "read");
}

void TestLetterReasons::explainsOnceALetter()
{
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.determination.plainReason = QStringLiteral("The MRI shows no growth.");
    reviewCase.determination.rationale = QStringLiteral("MRI and CT show stable disease.");
    const QString member = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter.text;
    QVERIFY(member.contains(QStringLiteral("The MRI (magnetic resonance imaging) shows no growth.")));
    QVERIFY(member.contains(QStringLiteral("MRI and CT (computed tomography, an X-ray scan) show stable disease.")));
    const QString provider = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider).letter.text;
    QVERIFY(provider.contains(QStringLiteral("MRI and CT show stable disease.")));
}

void TestLetterReasons::unexplained()
{
    QCOMPARE(m_abbreviations.unexplained(QStringLiteral("The CT by XYZ shows QRS (a wave). Criterion I.B.3, part II, "
                                                        "MED140, U.S. law, an ABC (ABC) test, XYZ again.")),
        QStringList{QStringLiteral("XYZ")});
}

void TestLetterReasons::diffs_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("runs"); // "=same -removed +added"
    const auto row = [](const char *name, const char *before, const char *after, const char *runs) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(runs);
    };
    row("the same", "one two", "one two", "=one two");
    row("nothing", "", "", "");
    row("all new", "", "one two", "+one two");
    row("all gone", "one two", " ", "-one two");
    row("a word changed", "it is stable now", "it is growing now", "=it is|-stable|+growing|=now");
    row("words added", "it grows", "we see that it grows", "+we see that|=it grows");
    row("a line more", "one", "one\ntwo", "=one|+\n two");
}

void TestLetterReasons::diffs()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, runs);
    QStringList told;
    const QList<TextRun> changes = textDiff(before, after);
    for (const TextRun &run : changes)
        told.append(QStringLiteral("=-+").at(run.kind) + run.words);
    QCOMPARE(told.join(u'|'), runs);
}

QTEST_GUILESS_MAIN(TestLetterReasons)
#include "tst_letter_reasons.moc"
