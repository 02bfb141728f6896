#include "tests/letter/LetterFixture.h"

#include <functional>

using namespace reviewdesk;

/// A change to a case for which the letter may be written, and every reason that it must give.
struct Spoil {
    const char *name;
    LetterKind kind;
    std::function<void(ReviewCase &)> change;
    QStringList reasons;
};

class TestLetterRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void mayBeWritten_data();
    void mayBeWritten();
    void refused_data();
    void refused();
    void exceptionByPhysician_data();
    void exceptionByPhysician();
    void undeterminedNamesWhatIsNeeded();
    void contractProvisionOutranksCriteria();

private:
    QList<Spoil> spoils() const;
    LetterFixture m_fixture;
};

QList<Spoil> TestLetterRules::spoils() const
{
    const auto list = [](const char *codes) { return QString::fromLatin1(codes).split(u' '); };
    const auto fact = [](const char *id, const char *value) {
        return [=](ReviewCase &c) { LetterFixture::answer(c, id, value); };
    };
    return {
        {"denial by a nurse", LetterKind::Denial, [](ReviewCase &c) { c.determination.by.role = Role::Nurse; },
            list("not_by_physician")},
        {"denial by the preparer", LetterKind::Denial,
            [](ReviewCase &c) { c.determination.preparedBy = c.determination.by; }, list("same_person")},
        {"denial undetermined", LetterKind::Denial, fact("progressive", nullptr), list("undetermined")},
        {"denial with an open choice", LetterKind::Denial, fact("metastatic_type", nullptr),
            list("open_choice undetermined")},
        {"denial of what is met", LetterKind::Denial,
            [](ReviewCase &c) {
                LetterFixture::answer(c, "progressive", "true");
                LetterFixture::answer(c, "chemotherapy_refractory", "true");
            },
            list("criteria_met")},
        {"denial not decided so", LetterKind::Denial,
            [](ReviewCase &c) { c.determination.decision = Decision::Approved; }, list("not_denied")},
        {"denial without reason", LetterKind::Denial,
            [](ReviewCase &c) { c.determination.plainReason = QStringLiteral(" \n"); }, list("checklist_row_empty")},
        {"denial without rationale", LetterKind::Denial, [](ReviewCase &c) { c.determination.rationale.clear(); },
            list("checklist_row_empty")},
        {"denial without specialty", LetterKind::Denial, [](ReviewCase &c) { c.determination.by.specialty.clear(); },
            list("checklist_row_empty")},
        {"denial without credential", LetterKind::Denial, [](ReviewCase &c) { c.determination.by.credential.clear(); },
            list("checklist_row_empty")},
        {"denial without line of business", LetterKind::Denial, [](ReviewCase &c) { c.request.lineOfBusiness.reset(); },
            list("no_line_of_business")},
        {"denial by nobody", LetterKind::Denial, [](ReviewCase &c) { c.determination = Determination(); },
            list("not_denied no_decider checklist_row_empty checklist_row_empty checklist_row_empty")},
        {"denial with every reason", LetterKind::Denial,
            [](ReviewCase &c) {
                LetterFixture::answer(c, "progressive", nullptr);
                c.determination.by.role = Role::Supervisor;
                c.determination.preparedBy = c.determination.by;
                c.determination.rationale.clear();
            },
            list("not_by_physician same_person undetermined checklist_row_empty")},
        {"approval of what is not met", LetterKind::Approval, fact("progressive", "false"), list("criteria_not_met")},
        {"approval of what is not known", LetterKind::Approval, fact("progressive", nullptr), list("criteria_not_met")},
        {"approval with an open choice", LetterKind::Approval, fact("location", nullptr),
            list("open_choice criteria_not_met")},
        {"approval by a supervisor", LetterKind::Approval,
            [](ReviewCase &c) { c.determination.by.role = Role::Supervisor; }, list("not_by_reviewer")},
        {"exception by a nurse", LetterKind::Approval,
            [](ReviewCase &c) {
                LetterFixture::answer(c, "progressive", "false");
                c.determination.exception = true;
            },
            list("exception_not_by_physician")},
        {"approval without number", LetterKind::Approval,
            [](ReviewCase &c) { c.determination.authorizationNumber.clear(); }, list("checklist_row_empty")},
        {"approval without validity", LetterKind::Approval, [](ReviewCase &c) { c.determination.validTo = QDate(); },
            list("checklist_row_empty")},
        {"approval without decision", LetterKind::Approval, [](ReviewCase &c) { c.determination.decision.reset(); },
            list("not_approved")},
        {"nothing to ask", LetterKind::InformationRequest,
            [this](ReviewCase &c) {
                LetterFixture::answer(c, "progressive", "false");
                for (const DocumentationItem &item : m_fixture.policy().documentation)
                    c.documents.append({item.id, item.label, 1, QDate(2026, 11, 20)});
            },
            list("nothing_to_ask checklist_row_empty")},
        {"extension without date and reason", LetterKind::ExtensionNotice,
            [](ReviewCase &c) { c.determination = Determination(); },
            list("no_new_date checklist_row_empty checklist_row_empty")},
        {"withdrawal not recorded", LetterKind::Withdrawal, [](ReviewCase &c) { c.determination.decision.reset(); },
            list("not_withdrawn")},
        {"nobody to write to", LetterKind::Withdrawal,
            [](ReviewCase &c) {
                c.member = Member();
                c.provider = Provider();
            },
            list("no_addressee checklist_row_empty")},
        {"a letter to no name", LetterKind::Withdrawal,
            [](ReviewCase &c) {
                c.member.name.clear();
                c.provider.name = QString(QChar(0x200B));
            },
            list("no_addressee")},
        {"contract provision without its words", LetterKind::Denial,
            [](ReviewCase &c) {
                LetterFixture::answer(c, "progressive", "true");
                LetterFixture::answer(c, "chemotherapy_refractory", "true");
                c.determination.contractProvision = ContractProvision{QStringLiteral("Booklet, p. 41"), QStringLiteral(" ")};
            },
            list("provision criteria_met")},
        {"a reason that nobody sees", LetterKind::Denial,
            [](ReviewCase &c) { c.determination.plainReason = QString(QChar(0x200B)) + QChar(0x2060); },
            list("checklist_row_empty")},
        {"approval that ends before it begins", LetterKind::Approval,
            [](ReviewCase &c) { c.determination.validTo = c.determination.validFrom.addDays(-1); },
            list("valid_before_it_begins")},
    };
}

void TestLetterRules::mayBeWritten_data()
{
    QTest::addColumn<LetterKind>("kind");
    for (const LetterKind kind : {LetterKind::Approval, LetterKind::Denial, LetterKind::InformationRequest,
             LetterKind::ExtensionNotice, LetterKind::Withdrawal})
        QTest::newRow(qPrintable(toWord(kind))) << kind;
}

void TestLetterRules::mayBeWritten()
{
    QFETCH(LetterKind, kind);
    for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
        const auto composition = m_fixture.compose(m_fixture.caseFor(kind), kind, recipient);
        for (const Error &reason : composition.reasons)
            qWarning() << reason.code << reason.place << reason.message;
        QVERIFY(composition.ok());
    }
}

void TestLetterRules::refused_data()
{
    QTest::addColumn<int>("spoil");
    const QList<Spoil> all = spoils();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void TestLetterRules::refused()
{
    QFETCH(int, spoil);
    const Spoil what = spoils().at(spoil);
    ReviewCase reviewCase = m_fixture.caseFor(what.kind);
    what.change(reviewCase);
    for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
        const auto composition = m_fixture.compose(reviewCase, what.kind, recipient);
        QCOMPARE(LetterFixture::codes(composition.reasons), what.reasons);
        for (const Error &reason : composition.reasons)
            QVERIFY2(reason.message.endsWith(u'.'), qPrintable(reason.message));
    }
}

void TestLetterRules::exceptionByPhysician_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("criteria not met") << true;
    QTest::newRow("not known to be met") << false; // the letter said that the policy covers it
}

void TestLetterRules::exceptionByPhysician()
{
    QFETCH(bool, isKnown);
    ReviewCase reviewCase = m_fixture.approval();
    LetterFixture::answer(reviewCase, "progressive", isKnown ? "false" : nullptr);
    reviewCase.determination.by = m_fixture.denial().determination.by;
    reviewCase.determination.exception = true;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Approval, Recipient::Member);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    QVERIFY(composition.letter.text.contains(QStringLiteral("A physician approved this request as an exception.")));
}

void TestLetterRules::undeterminedNamesWhatIsNeeded()
{
    ReviewCase reviewCase = m_fixture.denial();
    LetterFixture::answer(reviewCase, "progressive", nullptr);
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member);
    QVERIFY(!composition.reasons.isEmpty());
    const Policy &policy = m_fixture.policy();
    const QString &label = policy.facts.at(policy.factIndex(u"progressive")).label;
    QVERIFY2(composition.reasons.first().message.contains(label), qPrintable(composition.reasons.first().message));
}

void TestLetterRules::contractProvisionOutranksCriteria()
{
    ReviewCase reviewCase = m_fixture.denial();
    LetterFixture::answer(reviewCase, "progressive", "true");
    LetterFixture::answer(reviewCase, "chemotherapy_refractory", "true");
    reviewCase.determination.contractProvision =
        ContractProvision{QStringLiteral("Member booklet, p. 41"), QStringLiteral("Not covered abroad.")};
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString &text = composition.letter.text;
    QVERIFY(
        text.indexOf(QStringLiteral("“Not covered abroad.”")) < text.indexOf(QStringLiteral("We do not approve it.")));
    QVERIFY(text.contains(QStringLiteral("The decision rests on the contract provision, not on missing records.")));
}

QTEST_GUILESS_MAIN(TestLetterRules)
#include "tst_letter_rules.moc"
