#include "Fixture.h"

#include "cases/CaseMerge.h"

#include <QRandomGenerator>

using namespace reviewdesk;
using namespace reviewdesk::fixture;

/// Two drafts of one case, brought together by field.
class tst_case_merge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void merging_data();
    void merging();
    void anAnswerAndItsSourceAreOneThing();
    void nobodyConfirmsWhatTheyHaveNotSeen();
    void whatIsChosenIsTaken();
    void randomChangesAreNeverLost();
};

namespace {

using Change = void (*)(ReviewCase &);

ReviewCase base()
{
    ReviewCase start = caseWith(colorectalMet);
    start.nurseNote = QStringLiteral("first");
    start.documents = {{QStringLiteral("planned_therapy"), QStringLiteral("IR consult"), 4, QDate(2026, 11, 20)}};
    return start;
}

ReviewCase changed(Change change)
{
    ReviewCase result = base();
    change(result);
    return result;
}

void answer(ReviewCase &draft, const char *fact, const char *value)
{
    draft.facts.insert(QString::fromLatin1(fact), {QString::fromLatin1(value)});
}

CaseMerge merge(Change mine, Change theirs)
{
    return mergeCases(base(), changed(mine), changed(theirs), rulebook().policy);
}

ReviewCase chosen(const CaseMerge &merge, const QSet<QString> &mine = {})
{
    const Result<ReviewCase> result = mergedCase(merge, mine, rulebook().policy, rulebook().caseSchema);
    if (!result.ok())
        qFatal("%s: %s", qPrintable(result.error().place), qPrintable(result.error().message));
    return *result;
}

} // namespace

Q_DECLARE_METATYPE(Change)

void tst_case_merge::merging_data()
{
    QTest::addColumn<Change>("mine");
    QTest::addColumn<Change>("theirs");
    QTest::addColumn<Change>("expected"); // from the base on
    QTest::addColumn<QStringList>("conflicts");
    const auto row = [](const char *name, Change mine, Change theirs, Change expected,
                         const QStringList &conflicts = {}) {
        QTest::newRow(name) << mine << theirs << expected << conflicts;
    };
    const Change nothing = [](ReviewCase &) {};
    row("nothing", nothing, nothing, nothing);
    row(
        "mine alone", [](ReviewCase &c) { c.member.name = QStringLiteral("Ana M. Example"); }, nothing,
        [](ReviewCase &c) { c.member.name = QStringLiteral("Ana M. Example"); });
    row(
        "theirs alone", nothing, [](ReviewCase &c) { c.nurseNote = QStringLiteral("theirs"); },
        [](ReviewCase &c) { c.nurseNote = QStringLiteral("theirs"); });
    row(
        "different fields of one member", [](ReviewCase &c) { c.member.group = QStringLiteral("10020"); },
        [](ReviewCase &c) { c.member.plan = QStringLiteral("Silver"); },
        [](ReviewCase &c) {
            c.member.group = QStringLiteral("10020");
            c.member.plan = QStringLiteral("Silver");
        });
    row(
        "the same in both", [](ReviewCase &c) { c.nurseNote = QStringLiteral("same"); },
        [](ReviewCase &c) { c.nurseNote = QStringLiteral("same"); },
        [](ReviewCase &c) { c.nurseNote = QStringLiteral("same"); });
    row(
        "different answers", [](ReviewCase &c) { answer(c, "progressive", "false"); },
        [](ReviewCase &c) { answer(c, "liver_dominant", "false"); },
        [](ReviewCase &c) {
            answer(c, "progressive", "false");
            answer(c, "liver_dominant", "false");
        });
    row(
        "one field, two values", [](ReviewCase &c) { c.nurseNote = QStringLiteral("mine"); },
        [](ReviewCase &c) { c.nurseNote = QStringLiteral("theirs"); },
        [](ReviewCase &c) { c.nurseNote = QStringLiteral("theirs"); }, {QStringLiteral("/nurse_note")});
    row(
        "changed and taken away", [](ReviewCase &c) { c.nurseNote = QStringLiteral("mine"); },
        [](ReviewCase &c) { c.nurseNote.clear(); }, [](ReviewCase &c) { c.nurseNote.clear(); },
        {QStringLiteral("/nurse_note")});
    row(
        "taken away by both", [](ReviewCase &c) { c.nurseNote.clear(); }, [](ReviewCase &c) { c.nurseNote.clear(); },
        [](ReviewCase &c) { c.nurseNote.clear(); });
    row(
        "taken away by one", [](ReviewCase &c) { c.nurseNote.clear(); }, nothing,
        [](ReviewCase &c) { c.nurseNote.clear(); });
    row(
        "an answer taken away", [](ReviewCase &c) { c.facts.remove(QStringLiteral("progressive")); }, nothing,
        [](ReviewCase &c) { c.facts.remove(QStringLiteral("progressive")); });
    row(
        "both add a code", [](ReviewCase &c) { c.service.diagnosisCodes.append(QStringLiteral("C18.9")); },
        [](ReviewCase &c) { c.service.diagnosisCodes.append(QStringLiteral("C20")); },
        [](ReviewCase &c) {
            c.service.diagnosisCodes += {QStringLiteral("C20"), QStringLiteral("C18.9")};
        });
    row(
        "both add the same code", [](ReviewCase &c) { c.service.diagnosisCodes.append(QStringLiteral("C20")); },
        [](ReviewCase &c) { c.service.diagnosisCodes.append(QStringLiteral("C20")); },
        [](ReviewCase &c) { c.service.diagnosisCodes.append(QStringLiteral("C20")); });
    row(
        "one adds a code, one takes one away",
        [](ReviewCase &c) { c.service.diagnosisCodes.append(QStringLiteral("C20")); },
        [](ReviewCase &c) { c.service.diagnosisCodes = {QStringLiteral("C22.0")}; },
        [](ReviewCase &c) { c.service.diagnosisCodes = {QStringLiteral("C22.0")}; },
        {QStringLiteral("/service/diagnosis_codes")});
    row(
        "both add a document",
        [](ReviewCase &c) {
            c.documents.append({QStringLiteral("planned_therapy"), QStringLiteral("mine"), 1, QDate(2026, 11, 21)});
        },
        [](ReviewCase &c) {
            c.documents.append({QStringLiteral("planned_therapy"), QStringLiteral("theirs"), 2, QDate(2026, 11, 22)});
        },
        [](ReviewCase &c) {
            c.documents.append({QStringLiteral("planned_therapy"), QStringLiteral("theirs"), 2, QDate(2026, 11, 22)});
            c.documents.append({QStringLiteral("planned_therapy"), QStringLiteral("mine"), 1, QDate(2026, 11, 21)});
        });
    row(
        "two addresses", [](ReviewCase &c) { c.member.address = {QStringLiteral("1 A St")}; },
        [](ReviewCase &c) { c.member.address = {QStringLiteral("2 B St")}; },
        [](ReviewCase &c) { c.member.address = {QStringLiteral("2 B St")}; }, {QStringLiteral("/member/address")});
    row(
        "two conflicts",
        [](ReviewCase &c) {
            answer(c, "progressive", "false");
            c.request.state = QStringLiteral("OR");
        },
        [](ReviewCase &c) {
            c.facts.remove(QStringLiteral("progressive"));
            c.request.state = QStringLiteral("ID");
        },
        [](ReviewCase &c) {
            c.facts.remove(QStringLiteral("progressive"));
            c.request.state = QStringLiteral("ID");
        },
        {QStringLiteral("/facts/progressive"), QStringLiteral("/state")});
}

void tst_case_merge::merging()
{
    QFETCH(Change, mine);
    QFETCH(Change, theirs);
    QFETCH(Change, expected);
    QFETCH(QStringList, conflicts);
    const CaseMerge merged = merge(mine, theirs);
    QStringList things;
    for (const MergeConflict &conflict : merged.conflicts)
        things.append(conflict.thing);
    QCOMPARE(things, conflicts);
    QCOMPARE(canonicalJson(toJson(chosen(merged), rulebook().policy)),
        canonicalJson(toJson(changed(expected), rulebook().policy)));
    // and the other way round nothing but the side of the conflicts differs
    const CaseMerge turned = merge(theirs, mine);
    QCOMPARE(turned.conflicts.size(), merged.conflicts.size());
    for (qsizetype i = 0; i < turned.conflicts.size(); ++i)
        QCOMPARE(turned.conflicts.at(i).fields.constFirst().mine, merged.conflicts.at(i).fields.constFirst().theirs);
}

void tst_case_merge::anAnswerAndItsSourceAreOneThing()
{
    // I answer otherwise; they say where the record shows the old answer. Put together that would be a false source.
    const CaseMerge merged = merge([](ReviewCase &c) { answer(c, "progressive", "false"); },
        [](ReviewCase &c) {
            Evidence source;
            source.document = QStringLiteral("IR consult");
            source.page = 2;
            c.evidence.insert(QStringLiteral("progressive"), source);
        });
    QCOMPARE(merged.conflicts.size(), 1);
    QCOMPARE(merged.conflicts.constFirst().thing, QStringLiteral("/facts/progressive"));
    QCOMPARE(merged.conflicts.constFirst().fields.size(), 2);
    const ReviewCase theirs = chosen(merged);
    QCOMPARE(theirs.evidence.size(), 1);
    const ReviewCase mine = chosen(merged, {QStringLiteral("/facts/progressive")});
    QVERIFY(mine.evidence.isEmpty());
    QVERIFY(mine.facts != theirs.facts);
}

/// A message makes the case expedited while a nurse confirms another entry: its urgency waits to be confirmed.
void tst_case_merge::nobodyConfirmsWhatTheyHaveNotSeen()
{
    ReviewCase start = base();
    start.unconfirmed = {QStringLiteral("/member/name"), QStringLiteral("/member/birth_date")};
    ReviewCase nurse = start;
    nurse.unconfirmed = {QStringLiteral("/member/birth_date")};
    ReviewCase sent = start;
    sent.request.urgency = Urgency::Expedited;
    sent.unconfirmed += QStringLiteral("/urgency");
    const QStringList left{QStringLiteral("/member/birth_date"), QStringLiteral("/urgency")};
    for (const auto &[mine, theirs] : {std::pair(nurse, sent), std::pair(sent, nurse)}) {
        const CaseMerge merged = mergeCases(start, mine, theirs, rulebook().policy);
        QVERIFY(merged.conflicts.isEmpty());
        QCOMPARE(chosen(merged).unconfirmed, left);
        QCOMPARE(chosen(merged).request.urgency, std::optional(Urgency::Expedited));
    }
    nurse.unconfirmed.clear(); // everything that there was: the list itself is gone
    QCOMPARE(chosen(mergeCases(start, nurse, sent, rulebook().policy)).unconfirmed, QStringList{QStringLiteral("/urgency")});
    start.unconfirmed.clear(); // both brought something
    nurse.unconfirmed = {QStringLiteral("/member/birth_date")};
    sent.unconfirmed = {QStringLiteral("/urgency")};
    QCOMPARE(chosen(mergeCases(start, nurse, sent, rulebook().policy)).unconfirmed.size(), 2);
}

void tst_case_merge::whatIsChosenIsTaken()
{
    const CaseMerge merged = merge(
        [](ReviewCase &c) {
            c.nurseNote = QStringLiteral("mine");
            c.request.state = QStringLiteral("OR");
            c.member.group = QStringLiteral("77");
        },
        [](ReviewCase &c) {
            c.nurseNote = QStringLiteral("theirs");
            c.request.state = QStringLiteral("ID");
        });
    QCOMPARE(merged.takenFromMine, QStringList({QStringLiteral("/member/group")}));
    const ReviewCase result = chosen(merged, {QStringLiteral("/nurse_note")});
    QCOMPARE(result.nurseNote, QStringLiteral("mine"));
    QCOMPARE(result.request.state, QStringLiteral("ID"));
    QCOMPARE(result.member.group, QStringLiteral("77"));
    const MergeConflict::Field field = merged.conflicts.constFirst().fields.constFirst();
    QCOMPARE(*field.base->asString(), QStringLiteral("first"));
    QCOMPARE(*field.mine->asString(), QStringLiteral("mine"));
    QCOMPARE(*field.theirs->asString(), QStringLiteral("theirs"));
}

void tst_case_merge::randomChangesAreNeverLost()
{
    // Each side sets texts at random. Whatever a side changed alone is in the merge; what both changed is a conflict.
    QRandomGenerator dice(5);
    for (int round = 0; round < 300; ++round) {
        const ReviewCase start = base();
        ReviewCase sides[2] = {start, start};
        bool set[2][6] = {};
        for (int side = 0; side < 2; ++side) {
            QString *texts[] = {&sides[side].nurseNote, &sides[side].member.name, &sides[side].member.group,
                &sides[side].provider.phone, &sides[side].facility.name, &sides[side].request.state};
            for (int i = 0; i < 6; ++i) {
                set[side][i] = dice.bounded(3) == 0;
                if (set[side][i])
                    *texts[i] = QString(QLatin1Char(side == 0 ? 'm' : 't')) + QLatin1Char('x');
            }
        }
        const CaseMerge merged = mergeCases(start, sides[0], sides[1], rulebook().policy);
        ReviewCase result = chosen(merged);
        QString *texts[] = {&result.nurseNote, &result.member.name, &result.member.group, &result.provider.phone,
            &result.facility.name, &result.request.state};
        int conflicts = 0;
        for (int i = 0; i < 6; ++i) {
            conflicts += set[0][i] && set[1][i] ? 1 : 0;
            if (set[1][i])
                QCOMPARE(*texts[i], QStringLiteral("tx"));
            else if (set[0][i])
                QCOMPARE(*texts[i], QStringLiteral("mx"));
        }
        QCOMPARE(merged.conflicts.size(), conflicts);
    }
}

QTEST_GUILESS_MAIN(tst_case_merge)
#include "tst_case_merge.moc"
