#include "StoreDesk.h"
#include "store/EffectiveDates.h"

#include <QTest>

using namespace reviewdesk;

namespace {

const QString med140 = QStringLiteral("MED140");
const QString version = QStringLiteral("origin-2010-12");
const QDate january(2011, 1, 1);

IssuedLetter letterOf(const StoredCase &stored)
{
    IssuedLetter letter;
    letter.caseId = stored.id;
    letter.kind = QStringLiteral("approval");
    letter.recipient = QStringLiteral("member");
    letter.title = QStringLiteral("Approval");
    letter.html = QStringLiteral("<p>Effective date: not stated.</p>");
    letter.text = QStringLiteral("Effective date: not stated.");
    letter.templateVersion = QStringLiteral("1");
    letter.digest = QStringLiteral("0123");
    letter.sample = true;
    return letter;
}

} // namespace

/// From when the policy is effective: entered beside the pack, by supervisors alone.
class tst_effective_date : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itHoldsAtOnceAndForEveryoneAfter();
    void takenBackItIsNotStatedAgain();
    void itIsOfOneVersion();
    void whoEnteredItIsKeptInTheHistory();
    void otherSettingsLeaveItAlone();
    void othersMayNot_data();
    void othersMayNot();
    void aDayThatCannotBeIsRefused();
    void whatThePackStatesStands();
    void lettersThatAreOutStayAsTheyAre();
    void theRowReadsBack();

private:
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace; ///< sam's
};

void tst_effective_date::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
}

void tst_effective_date::itHoldsAtOnceAndForEveryoneAfter()
{
    QCOMPARE(m_workspace->rulebook().policy.effective, QString());
    const QString digest = m_workspace->rulebook().policy.digest;
    const Result<void> entered = m_workspace->setEffectiveDate(med140, version, january);
    QVERIFY2(entered.ok(), why(entered));
    QCOMPARE(m_workspace->rulebook().policy.effective, QStringLiteral("2011-01-01"));
    QCOMPARE(m_workspace->rulebook().policy.digest, digest); // the pack is what it was
    const std::unique_ptr<Workspace> another = m_desk->opened(QStringLiteral("nora"));
    QCOMPARE(another->rulebook().policy.effective, QStringLiteral("2011-01-01"));
    const EffectiveEntry entry = another->rulebook().terms.effective.value(versionKey(med140, version));
    QCOMPARE(entry.from, january);
    QCOMPARE(entry.by, m_workspace->user().name);
    QCOMPARE(entry.at, m_desk->clock.now().toUTC());
}

void tst_effective_date::takenBackItIsNotStatedAgain()
{
    QVERIFY(m_workspace->setEffectiveDate(med140, version, january).ok());
    QVERIFY(m_workspace->setEffectiveDate(med140, version, {}).ok());
    QCOMPARE(m_workspace->rulebook().policy.effective, QString());
    QCOMPARE(m_desk->opened(QStringLiteral("sam"))->rulebook().policy.effective, QString());
    QVERIFY(m_desk->opened(QStringLiteral("sam"))->settings()->terms.effective.isEmpty());
}

void tst_effective_date::itIsOfOneVersion()
{
    QVERIFY(m_workspace->setEffectiveDate(med140, QStringLiteral("another"), january).ok());
    QCOMPARE(m_workspace->rulebook().policy.effective, QString());
    QCOMPARE(m_workspace->settings()->terms.effective.keys(), QStringList{QStringLiteral("MED140/another")});
}

void tst_effective_date::whoEnteredItIsKeptInTheHistory()
{
    const auto entries = [this] {
        const auto rows = m_desk->database()->rows(
            QStringLiteral("SELECT user_id, changes FROM audit WHERE action = 'settings' ORDER BY sequence"));
        return rows ? *rows : Database::Rows();
    };
    const qsizetype before = entries().size();
    QVERIFY(m_workspace->setEffectiveDate(med140, version, january).ok());
    QVERIFY(m_workspace->setEffectiveDate(med140, version, january).ok()); // nothing new
    QVERIFY(m_workspace->setEffectiveDate(med140, version, {}).ok());
    const Database::Rows now = entries();
    QCOMPARE(now.size(), before + 2);
    QCOMPARE(now.at(before).at(0).toString(), m_workspace->user().id);
    QVERIFY(now.at(before).at(1).toString().contains(QStringLiteral("\"after\":\"2011-01-01\"")));
    QVERIFY(now.at(before).at(1).toString().contains(QStringLiteral("policy_effective MED140/origin-2010-12")));
    QVERIFY(now.at(before + 1).at(1).toString().contains(QStringLiteral("\"before\":\"2011-01-01\"")));
    const Result<void> whole = m_workspace->verify();
    QVERIFY2(whole.ok(), why(whole));
}

/// A window whose settings were read before the day was entered, and are saved after it.
void tst_effective_date::otherSettingsLeaveItAlone()
{
    WorkspaceSettings earlier = m_workspace->settings().value();
    QVERIFY(m_workspace->setEffectiveDate(med140, version, january).ok());
    earlier.idleMinutes = 7;
    QVERIFY(earlier.terms.effective.isEmpty());
    const Result<void> saved = m_workspace->saveSettings(earlier);
    QVERIFY2(saved.ok(), why(saved));
    QCOMPARE(m_workspace->rulebook().policy.effective, QStringLiteral("2011-01-01"));
    QCOMPARE(m_desk->opened(QStringLiteral("sam"))->rulebook().policy.effective, QStringLiteral("2011-01-01"));
}

void tst_effective_date::othersMayNot_data()
{
    QTest::addColumn<QString>("login");
    QTest::newRow("nurse") << QStringLiteral("nora");
    QTest::newRow("physician") << QStringLiteral("phil");
}

void tst_effective_date::othersMayNot()
{
    QFETCH(QString, login);
    const std::unique_ptr<Workspace> theirs = m_desk->opened(login);
    QCOMPARE(codeOf(theirs->setEffectiveDate(med140, version, january)), QStringLiteral("role"));
    QCOMPARE(theirs->rulebook().policy.effective, QString());
    QVERIFY(theirs->settings()->terms.effective.isEmpty());
}

void tst_effective_date::aDayThatCannotBeIsRefused()
{
    QCOMPARE(codeOf(m_workspace->setEffectiveDate(med140, version, QDate(1066, 10, 14))), QStringLiteral("invalid"));
    QCOMPARE(codeOf(m_workspace->setEffectiveDate(med140, version, QDate(9999, 1, 1))), QStringLiteral("invalid"));
    QVERIFY(m_workspace->settings()->terms.effective.isEmpty());
}

void tst_effective_date::whatThePackStatesStands()
{
    QTemporaryDir folder; // resources with the second pack alone, which states a day
    const QDir resources(QStringLiteral(RESOURCES));
    QVERIFY(QFile::link(resources.filePath(QStringLiteral("rules")), folder.filePath(QStringLiteral("rules"))));
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("policies")));
    QVERIFY(QFile::copy(resources.filePath(QStringLiteral("policies/policy.schema.json")),
        folder.filePath(QStringLiteral("policies/policy.schema.json"))));
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA "/policy/second-pack.json"),
        folder.filePath(QStringLiteral("policies/second-pack.json"))));
    PlanTerms terms;
    terms.effective.insert(QStringLiteral("SAMPLE2/1"), {january, QStringLiteral("Sam"), m_desk->clock.now()});
    const auto rulebook = loadRulebook(folder.path(), QTimeZone::utc(), terms);
    QVERIFY2(rulebook.ok(), why(rulebook));
    QCOMPARE((*rulebook)->policy.effective, QStringLiteral("2020-02-01"));
}

void tst_effective_date::lettersThatAreOutStayAsTheyAre()
{
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY2(made.ok(), why(made));
    const Result<StoredCase> approved = m_workspace->act(*made, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letterOf(*approved));
    QVERIFY2(issued.ok(), why(issued));
    const IssuedLetter before = m_workspace->letters(made->id).value().constFirst();
    QVERIFY(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    QVERIFY(m_workspace->setEffectiveDate(med140, version, january).ok());
    const IssuedLetter after = m_workspace->letters(made->id).value().constFirst();
    QCOMPARE(after.text, QStringLiteral("Effective date: not stated."));
    QCOMPARE(after.html, before.html);
    QCOMPARE(after.digest, before.digest);
    QCOMPARE(after.policyDigest, before.policyDigest);
}

void tst_effective_date::theRowReadsBack()
{
    const EffectiveEntry entry{january, QStringLiteral("Sam \"S\" Example"), m_desk->clock.now().toUTC()};
    QCOMPARE(effectiveFrom(effectiveValue(entry)), std::optional(entry));
    QCOMPARE(effectiveValue({}), QString());
    for (const char *bad : {"", "null", "[]", "{}", "{\"from\":\"2011-13-01\"}"})
        QVERIFY2(!effectiveFrom(QString::fromLatin1(bad)), bad);
    QCOMPARE(effectiveVersion(effectiveSetting(QStringLiteral("A/1"))), QStringLiteral("A/1"));
    QCOMPARE(effectiveVersion(QStringLiteral("organisation")), QString());
}

QTEST_GUILESS_MAIN(tst_effective_date)
#include "tst_effective_date.moc"
