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
    void contractDenialHasItsOwnCode();
    void noDayOfDecisionIsMadeUp();
    void answersAreWantedBeforeARunningClockEnds_data();
    void answersAreWantedBeforeARunningClockEnds();
    void appealTimeRunsFromWhereThePlanSays_data();
    void appealTimeRunsFromWhereThePlanSays();

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
            list("not_on_file checklist_row_empty")},
        {"denial without credential", LetterKind::Denial, [](ReviewCase &c) { c.determination.by.credential.clear(); },
            list("not_on_file checklist_row_empty")},
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
        {"approval from no day on", LetterKind::Approval, [](ReviewCase &c) { c.determination.validFrom = QDate(); },
            list("checklist_row_empty")},
        {"denial by the preparer, a space behind the NPI", LetterKind::Denial,
            [](ReviewCase &c) {
                c.determination.preparedBy = c.determination.by;
                c.determination.preparedBy.name = QStringLiteral("S. Example");
                c.determination.preparedBy.npi += u' ';
            },
            list("same_person")},
        {"a member who is not born", LetterKind::Denial, [](ReviewCase &c) { c.member.birthDate = QDate(2999, 1, 1); },
            list("born_after_receipt")},
        {"decided before it came", LetterKind::Approval,
            [](ReviewCase &c) { c.determination.at = c.request.receivedAt.addSecs(-1); },
            list("decided_before_receipt")},
        {"an answer wanted in the past", LetterKind::InformationRequest,
            [](ReviewCase &c) { c.determination.replyBy = QDate(2020, 1, 1); }, list("reply_before_receipt")},
        {"asked for after the denial", LetterKind::InformationRequest,
            [](ReviewCase &c) { c.determination.decision = Decision::Denied; }, list("already_decided")},
        {"extended after the approval", LetterKind::ExtensionNotice,
            [](ReviewCase &c) { c.determination.decision = Decision::Approved; }, list("already_decided")},
        {"extended into the past", LetterKind::ExtensionNotice,
            [](ReviewCase &c) { c.determination.extendedTo = QDate(2020, 12, 20); },
            list("extended_before_receipt")},
        {"extended to the day before the letter", LetterKind::ExtensionNotice,
            [](ReviewCase &c) { c.determination.extendedTo = QDate(2026, 11, 22); }, list("extended_over")},
        {"an answer wanted the day before the letter", LetterKind::InformationRequest,
            [](ReviewCase &c) { c.determination.replyBy = QDate(2026, 11, 22); }, list("reply_over")},
        {"an answer wanted after a decision that does not wait", LetterKind::InformationRequest,
            [](ReviewCase &c) { c.determination.replyBy = QDate(2026, 11, 26); }, list("reply_by")},
        {"approval over before it was decided", LetterKind::Approval,
            [](ReviewCase &c) {
                c.service.plannedOn = {};
                c.determination.validFrom = QDate(2025, 1, 1);
                c.determination.validTo = QDate(2025, 2, 1);
            },
            list("validity_over")},
        {"approval with half a contract provision", LetterKind::Approval,
            [](ReviewCase &c) {
                c.determination.contractProvision = ContractProvision{QStringLiteral("Booklet, p. 41"), QString()};
            },
            list("provision")},
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

void TestLetterRules::contractDenialHasItsOwnCode()
{
    ReviewCase reviewCase = m_fixture.denial();
    const QString byPolicy = QStringLiteral("Denial code INV-1: the service is considered investigational");
    const QString byContract = QStringLiteral("Denial code CON-1: the plan’s contract does not cover the service.");
    QString text = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider).letter.text;
    QVERIFY(text.contains(byPolicy) && !text.contains(byContract));
    LetterFixture::answer(reviewCase, "progressive", "true");
    LetterFixture::answer(reviewCase, "chemotherapy_refractory", "true");
    reviewCase.determination.contractProvision =
        ContractProvision{QStringLiteral("Member booklet, p. 41"), QStringLiteral("Not covered abroad.")};
    text = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider).letter.text;
    QVERIFY(!text.contains(byPolicy) && text.contains(byContract)); // it said that what meets the policy is investigational
}

/// The letter named the day of receipt as the day of the decision.
void TestLetterRules::noDayOfDecisionIsMadeUp()
{
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.determination.at = {};
    const QString text = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter.text;
    QVERIFY(!text.contains(QStringLiteral("The decision was made")));
    QVERIFY(m_fixture.compose(m_fixture.denial(), LetterKind::Denial, Recipient::Member)
                .letter.text.contains(QStringLiteral("The decision was made on November 23, 2026.")));
}

void TestLetterRules::answersAreWantedBeforeARunningClockEnds_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words"); // the letter is of November 23, 2026
    QTest::newRow("the clock stops while we wait")
        << LineOfBusiness::SelfFundedErisa << "ID" << "January 7, 2027";
    QTest::newRow("Medicare: it runs on, 7 days") << LineOfBusiness::MedicareAdvantage << "ID" << "November 27, 2026";
    QTest::newRow("Medicaid: it runs on, 7 days") << LineOfBusiness::MedicaidManagedCare << "ID" << "November 27, 2026";
    QTest::newRow("Washington: it runs on, 5 days") << LineOfBusiness::CommercialInsured << "WA" << "November 25, 2026";
}

void TestLetterRules::answersAreWantedBeforeARunningClockEnds()
{
    QFETCH(LineOfBusiness, line);
    QFETCH(QString, state);
    QFETCH(QString, words);
    ReviewCase reviewCase = m_fixture.informationRequest();
    reviewCase.request.receivedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 10), QTimeZone::utc());
    reviewCase.request.channel = Channel::Fax;
    reviewCase.request.urgency = Urgency::Standard;
    reviewCase.request.timing = Timing::PreService;
    reviewCase.request.lineOfBusiness = line;
    reviewCase.request.state = state;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::InformationRequest, Recipient::Provider);
    QVERIFY(composition.ok());
    QVERIFY2(composition.letter.text.contains(words), qPrintable(composition.letter.text));
}

void TestLetterRules::appealTimeRunsFromWhereThePlanSays_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("from the letter's receipt")
        << LineOfBusiness::SelfFundedErisa << "within 180 days of the day this letter was received.";
    QTest::newRow("from its date") << LineOfBusiness::MedicareAdvantage << "within 65 days of the date of this letter.";
}

void TestLetterRules::appealTimeRunsFromWhereThePlanSays()
{
    QFETCH(LineOfBusiness, line);
    QFETCH(QString, words);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = line;
    const QString text = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter.text;
    QVERIFY2(text.contains(words), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestLetterRules)
#include "tst_letter_rules.moc"
