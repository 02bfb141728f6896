#include "documents/Suggestions.h"

#include "policy/PolicyReader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <vector>

using namespace reviewdesk;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(path));
    return file.readAll();
}

} // namespace

/// MED140's term lists over words as they stand in records.
class tst_suggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passagesSpeakOfFacts_data();
    void passagesSpeakOfFacts();
    void aPackWithoutTermsSuggestsNothing();
    void aPassageSaysWhereItIs();
    void oneForEachSentence();
    void hostileTextTakesNoTime();

private:
    QStringList found(const QString &text, const QString &fact) const;

    Policy m_policy;
    std::unique_ptr<Suggestions> m_suggestions;
};

void tst_suggestions::initTestCase()
{
    const PolicyReading reading = readPolicy(contentOf(QStringLiteral(RESOURCES "/policies/med140/origin-2010-12.json")),
        contentOf(QStringLiteral(RESOURCES "/policies/policy.schema.json")));
    for (const Error &problem : reading.problems)
        qWarning("%s %s", qPrintable(problem.message), qPrintable(problem.place));
    QVERIFY(reading.ok());
    m_policy = reading.policy;
    m_suggestions = std::make_unique<Suggestions>(m_policy);
    QSet<int> spokenOf;
    for (const TermList &list : m_policy.terms.lists)
        spokenOf.insert(list.fact);
    QCOMPARE(spokenOf.size(), m_policy.facts.size()); // every question can be helped
}

/// "true", "false", "colorectal", or "?" for a passage that leaves it open.
QStringList tst_suggestions::found(const QString &text, const QString &fact) const
{
    QStringList values;
    const QList<FactPassage> passages = m_suggestions->passages(text);
    for (const FactPassage &passage : passages) {
        if (m_policy.facts.at(passage.fact).id == fact)
            values << (passage.option < 0 ? QStringLiteral("?")
                                          : m_policy.facts.at(passage.fact).options.at(passage.option).value);
    }
    return values;
}

void tst_suggestions::passagesSpeakOfFacts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QStringList>("values");
    using Words = std::vector<const char *>;
    const auto row = [](const char *text, const char *fact, const Words &values) {
        QStringList expected;
        for (const char *value : values)
            expected << QString::fromLatin1(value);
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(fact) << expected;
    };
    const Words yes{"true"};
    const Words no{"false"};
    const Words open{"?"};
    const Words none;
    const char *fact = "unresectable";
    row("She is not a surgical candidate.", fact, yes);
    row("He is not a candidate for resection due to bilobar disease.", fact, yes);
    row("Not amenable to surgical resection.", fact, yes);
    row("The metastases are unresectable.", fact, yes);
    row("UNRESECTABLE HCC", fact, yes);
    row("Non-resectable disease.", fact, yes);
    row("non-\nresectable disease", fact, yes);
    row("The tumor cannot be resected.", fact, yes);
    row("Surgery is contraindicated because of portal hypertension.", fact, yes);
    row("The lesion is no longer resectable.", fact, yes);
    row("Tumor board: resectable, surgery planned.", fact, no);
    row("She is an excellent surgical candidate.", fact, no);
    row("This is not unresectable disease.", fact, no);
    row("The tumor is not clearly unresectable but may be a candidate for resection.", fact, {"false", "?"});
    row("Evaluate for resectability; possibly a surgical candidate.", fact, open);
    row("If resectable, refer to surgery.", fact, open);
    row("The patient was seen by surgery.", fact, none);
    fact = "progressive";
    row("CT shows progression of hepatic metastases.", fact, yes);
    row("There is no evidence of progression.", fact, no);
    row("No progression is seen in the liver.", fact, no);
    row("Without interval growth since July.", fact, no);
    row("Negative for new lesions.", fact, no);
    row("Progression was ruled out.", fact, no);
    row("Progressive disease is not seen.", fact, no);
    row("Stable disease by RECIST.", fact, no);
    row("Lesions have increased in size.", fact, yes);
    row("The left lobe is unchanged; however, new hepatic lesions are seen on the right.", fact, {"false", "true"});
    row("No new lesions, but progression of the known ones.", fact, {"false", "true"});
    row("Although there is no ascites, there is progression.", fact, yes);
    row("Possible progression; repeat imaging.", fact, open);
    row("Return if disease progresses.", fact, open);
    row("Concern for progression.", fact, open);
    row("Progression cannot be excluded.", fact, open);
    row("No fever.\n\nProgression on CT.", fact, yes);
    row("Denies pain. Progression on CT.", fact, yes);
    row("In remission.", fact, no);
    fact = "diffuse";
    row("Bilobar, diffuse disease.", fact, yes);
    row("Innumerable metastases throughout both lobes.", fact, yes);
    row("The disease is not diffuse.", fact, no);
    row("A solitary metastasis in segment 6.", fact, no);
    row("Disease confined to the right lobe.", fact, no);
    fact = "liver_dominant";
    row("Liver-dominant disease.", fact, yes);
    row("Liver-\ndominant disease", fact, yes);
    row("Disease limited to the liver.", fact, yes);
    row("There is no extrahepatic disease.", fact, yes);
    row("No evidence of extrahepatic metastases.", fact, yes);
    row("The disease is not liver dominant.", fact, no);
    row("Widespread extrahepatic metastases.", fact, no);
    row("Small extrahepatic nodes.", fact, none); // some disease elsewhere does not rule it out
    fact = "symptomatic";
    row("Flushing and diarrhea several times a day.", fact, yes);
    row("She denies flushing.", fact, no);
    row("He remains asymptomatic.", fact, no);
    row("Carcinoid syndrome since 2024.", fact, yes);
    row("Symptoms are well-controlled on octreotide.", fact, none);
    fact = "chemotherapy_refractory";
    row("Progression on FOLFOX.", fact, yes);
    row("progressed through FOLFIRI and bevacizumab", fact, yes);
    row("The disease is chemorefractory.", fact, yes);
    row("Chemotherapy-naive.", fact, no);
    row("No progression on FOLFOX.", fact, no);
    row("Failed FOLFOX in March.", fact, yes);
    row("Partial response to FOLFOX.", fact, no);
    fact = "chemotherapy_candidate";
    row("She is not a candidate for further chemotherapy.", fact, no);
    row("Candidate for chemotherapy.", fact, yes);
    row("Chemotherapy is contraindicated by her heart failure.", fact, no);
    row("Cannot tolerate FOLFOX.", fact, no);
    fact = "systemic_therapy_failed";
    row("Symptoms persist despite octreotide.", fact, yes);
    row("Refractory to octreotide LAR.", fact, yes);
    row("Flushing is controlled on lanreotide.", fact, no);
    fact = "systemic_therapy_candidate";
    row("Not a candidate for systemic therapy.", fact, no);
    row("Intolerant of octreotide.", fact, no);
    fact = "bridge_to_transplant";
    row("Y-90 as a bridge to transplantation.", fact, yes);
    row("Listed for liver transplant in May.", fact, yes);
    row("Not a transplant candidate.", fact, no);
    row("He is being evaluated whether he is a transplant candidate.", fact, open);
    fact = "procedure";
    row("Plan: yttrium-90 radioembolization.", fact, {"radioembolization"});
    row("Y-90 microspheres", fact, {"radioembolization"});
    row("Plan: DEB-TACE.", fact, {"tace"});
    row("bland embolization with particles", fact, {"tae"});
    row("No TACE.", fact, none);
    row("Treated with TheraSphere®.", fact, {"radioembolization"});
    fact = "metastatic_type";
    row("Stage IV colon adenocarcinoma.", fact, {"colorectal"});
    row("Metastatic neuroendocrine tumor of the ileum.", fact, {"neuroendocrine"});
    row("uveal melanoma", fact, {"melanoma"});
    row("No history of melanoma.", fact, open);
    row("Goblet cell adenocarcinoma of the appendix.", fact, {"appendiceal_adenocarcinoid"});
    fact = "melanoma_type";
    row("Metastatic uveal melanoma.", fact, {"ocular_uveal"});
    row("Cutaneous melanoma of the back.", fact, {"cutaneous"});
    fact = "primary_type";
    row("Hepatocellular carcinoma, 4 cm.", fact, {"hcc"});
    row("Intrahepatic cholangiocarcinoma", fact, {"icc"});
    row("Mixed HCC-cholangiocarcinoma", fact, {"other"});
    fact = "tumor_origin";
    row("Liver metastases from the colon.", fact, {"metastatic"});
    row("Consensus: primary liver malignancy.", fact, {"primary"});
    fact = "location";
    row("Hepatic lesions in both lobes.", fact, {"liver"});
}

void tst_suggestions::passagesSpeakOfFacts()
{
    QFETCH(QString, text);
    QFETCH(QString, fact);
    QTEST(found(text, fact), "values");
}

void tst_suggestions::aPackWithoutTermsSuggestsNothing()
{
    Policy bare = m_policy;
    bare.terms = {};
    QVERIFY(Suggestions(bare).passages(QStringLiteral("She is not a surgical candidate.")).isEmpty());
}

void tst_suggestions::aPassageSaysWhereItIs()
{
    const QString text = QStringLiteral("Seen today.\nShe is not a surgical\ncandidate. Plan: Y-90.");
    const QList<FactPassage> passages = m_suggestions->passages(text);
    QCOMPARE(passages.size(), 2);
    QCOMPARE(text.mid(passages.at(0).phrase.start, passages.at(0).phrase.length), QStringLiteral("surgical\ncandidate"));
    QCOMPARE(quoteOf(text, passages.at(0).sentence), QStringLiteral("She is not a surgical candidate."));
    QVERIFY(passages.at(0).negated);
    QCOMPARE(quoteOf(text, passages.at(1).phrase), QStringLiteral("Y-90"));
    QVERIFY(!passages.at(1).negated);
}

void tst_suggestions::oneForEachSentence()
{
    QCOMPARE(found(QStringLiteral("Progression: progressive disease, progressing."), QStringLiteral("progressive")),
        QStringList{QStringLiteral("true")});
    QCOMPARE(found(QStringLiteral("Progression. Progressive disease."), QStringLiteral("progressive")),
        (QStringList{QStringLiteral("true"), QStringLiteral("true")}));
}

void tst_suggestions::hostileTextTakesNoTime()
{
    QElapsedTimer clock;
    clock.start();
    (void)m_suggestions->passages(QStringLiteral("no progression of progression on FOLFOX ").repeated(3000));
    (void)m_suggestions->passages(QString(300'000, u'-'));
    (void)m_suggestions->passages(QString(300'000, u'a'));
    (void)m_suggestions->passages(QStringLiteral("\u202e\u0000\ufffe").repeated(50'000));
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(tst_suggestions)
#include "tst_suggestions.moc"
