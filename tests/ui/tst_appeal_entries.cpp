#include "Wizard.h"

#include "ui/decision/AppealEntries.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/decision/OpinionEntries.h"
#include "ui/review/NotesSheet.h"
#include "ui/widgets/DateField.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace reviewdesk;

namespace {

constexpr qint64 day = 24 * 3'600'000; // ms

template <typename Entry> Entry *named(QWidget *form, const char *name)
{
    const QList<Entry *> entries = form->findChildren<Entry *>();
    for (Entry *entry : entries) {
        if (entry->accessibleName() == QLatin1String(name))
            return entry;
    }
    return nullptr;
}

QStringList itemsOf(const QComboBox *box)
{
    QStringList items;
    for (int i = 0; i < box->count(); ++i)
        items << box->itemText(i);
    return items;
}

/// phil denied it; three days went by.
class Denied : public Wizard {
public:
    Denied() : Wizard("nora", content())
    {
        require(act(Action::Refer).ok());
        signIn("phil");
        StoredCase current = kept();
        current.reviewCase.determination.rationale = QStringLiteral("CT shows stable disease.");
        auto done = workshop->run([current](Workspace &workspace) { return workspace.act(current, Action::Deny); });
        done.waitForFinished();
        require(done.result().ok());
        decided = clock().now();
        clock().advance(3 * day);
        signIn("nora");
    }

    QDateTime decided;

private:
    static ReviewCase content()
    {
        ReviewCase made = StoreDesk::adverse();
        made.request.urgency = Urgency::Standard;
        return made;
    }
};

} // namespace

/// What is said with an appeal, and who may hear it.
class TestAppealEntries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAppealByMailIsReceivedWhenItCame();
    void itIsNowUntilAnotherIsTyped();
    void whatCannotBeIsRefused();
    void aDraftKeepsThem();
    void theDenierIsNotOffered();

private:
    void begin(DecisionPage &page);
    void type(QLineEdit *edit, const QString &text);
};

void TestAppealEntries::begin(DecisionPage &page)
{
    showFor(page);
    QTRY_VERIFY(page.form()->isEnabled());
    auto *entries = page.form()->findChild<AppealEntries *>();
    QVERIFY(!entries->isVisible());
    QTest::keyClick(page.form()->choice(Action::Appeal), Qt::Key_Space);
    QVERIFY(entries->isVisible());
    QTest::keyClicks(named<QPlainTextEdit>(page.form(), "On what ground"), QStringLiteral("By mail."));
}

void TestAppealEntries::type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

/// Received two days before it was entered, and urgent: the limit counts from there, by the rule of urgent appeals.
void TestAppealEntries::anAppealByMailIsReceivedWhenItCame()
{
    Denied wizard;
    const QTimeZone zone = wizard.workshop->rulebook().zone;
    const QDateTime came(wizard.decided.toTimeZone(zone).date().addDays(1), QTime(9, 15), zone);
    DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
    begin(page);
    auto *entries = page.form()->findChild<AppealEntries *>();
    QCOMPARE(entries->receipt().day->lineEdit()->accessibleName(), QStringLiteral("Appeal received on"));
    type(entries->receipt().day->lineEdit(), came.date().toString(Qt::ISODate));
    QTest::keyClick(entries->receipt().day->lineEdit(), Qt::Key_Tab); // to the calendar's button
    type(named<QLineEdit>(page.form(), "Time of receipt of the appeal"), QStringLiteral("09:15"));
    auto *urgency = named<QComboBox>(page.form(), "Urgency of the appeal");
    QCOMPARE(urgency->currentText(), label(Urgency::Standard)); // as the request was
    urgency->setFocus();
    QTest::keyClick(urgency, Qt::Key_Down);
    QCOMPARE(page.form()->refusal(), QString());
    QSignalSpy closed(&page, &DecisionPage::closed);
    page.signButton()->setFocus();
    QTest::keyClick(page.signButton(), Qt::Key_Space);
    QVERIFY(closed.wait(5000));
    const StoredCase kept = wizard.kept();
    QCOMPARE(kept.round, 2);
    QCOMPARE(kept.reviewCase.request.receivedAt, came);
    QCOMPARE(kept.reviewCase.request.urgency, std::optional(Urgency::Expedited));
    QCOMPARE(viewOf(kept.reviewCase, wizard.workshop->rulebook(), kept.clock).dueAt(), came.addSecs(72 * 3600));
}

void TestAppealEntries::itIsNowUntilAnotherIsTyped()
{
    Denied wizard;
    DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
    begin(page);
    const QDateTime now = wizard.clock().now();
    QSignalSpy closed(&page, &DecisionPage::closed);
    QTest::mouseClick(page.signButton(), Qt::LeftButton);
    QVERIFY(closed.wait(5000));
    QCOMPARE(wizard.kept().reviewCase.request.receivedAt, now);
    QCOMPARE(wizard.kept().reviewCase.request.urgency, std::optional(Urgency::Standard));
}

void TestAppealEntries::whatCannotBeIsRefused()
{
    Denied wizard;
    DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
    begin(page);
    QLineEdit *on = page.form()->findChild<AppealEntries *>()->receipt().day->lineEdit();
    auto *at = named<QLineEdit>(page.form(), "Time of receipt of the appeal");
    const QDate decided = wizard.decided.toTimeZone(wizard.workshop->rulebook().zone).date();
    type(on, decided.addDays(4).toString(Qt::ISODate));
    QVERIFY2(page.form()->refusal().contains(QStringLiteral("still to come")), qPrintable(page.form()->refusal()));
    QVERIFY(!page.signButton()->isEnabled());
    type(on, decided.addDays(-1).toString(Qt::ISODate));
    QVERIFY2(page.form()->refusal().contains(QStringLiteral("before the decision")), qPrintable(page.form()->refusal()));
    type(on, decided.addDays(1).toString(Qt::ISODate));
    type(at, QStringLiteral("25:70"));
    QVERIFY2(page.form()->refusal().contains(QStringLiteral("not a time of day")), qPrintable(page.form()->refusal()));
    at->selectAll();
    QTest::keyClick(at, Qt::Key_Delete);
    QVERIFY2(page.form()->refusal().contains(QStringLiteral("both the day and the time")), qPrintable(page.form()->refusal()));
    QTest::keyClicks(at, QStringLiteral("10:00"));
    QCOMPARE(page.form()->refusal(), QString());
}

void TestAppealEntries::aDraftKeepsThem()
{
    Denied wizard;
    const QDate came = wizard.decided.toTimeZone(wizard.workshop->rulebook().zone).date().addDays(1);
    {
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        begin(page);
        QVERIFY(!page.form()->written().contains("appeal_")); // nobody entered them
        type(page.form()->findChild<AppealEntries *>()->receipt().day->lineEdit(), came.toString(Qt::ISODate));
        auto *urgency = named<QComboBox>(page.form(), "Urgency of the appeal");
        urgency->setFocus();
        QTest::keyClick(urgency, Qt::Key_Down);
        page.flush();
    }
    DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
    showFor(page);
    QTRY_VERIFY(page.form()->isEnabled());
    QTRY_VERIFY(page.form()->choice(Action::Appeal)->isChecked());
    auto *entries = page.form()->findChild<AppealEntries *>();
    QCOMPARE(entries->receipt().day->date(), came);
    QCOMPARE(entries->urgency()->currentText(), label(Urgency::Expedited));
}

void TestAppealEntries::theDenierIsNotOffered()
{
    Denied wizard;
    QVERIFY(wizard.act(Action::Appeal, QStringLiteral("By mail.")).ok());
    wizard.signIn("pia");
    {
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::AskOpinion)->click();
        QTest::keyClicks(named<QPlainTextEdit>(page.form(), "What you want to know"), QStringLiteral("Stable?"));
        QCOMPARE(page.form()->refusal(),
            QStringLiteral("There is no other physician to ask: who denied may not hear the appeal."));
        QVERIFY(itemsOf(page.form()->opinion()->findChild<QComboBox *>()).isEmpty());
    }
    wizard.signIn("phil");
    {
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        QVERIFY(!page.form()->choice(Action::AskOpinion)->isEnabled());
    }
    wizard.signIn("sam");
    NotesSheet sheet(*wizard.workshop, wizard.kept(), wizard.clock(), nullptr);
    sheet.show();
    QComboBox *people = sheet.people();
    QVERIFY(people);
    QTRY_VERIFY(people->count() > 1);
    QVERIFY(itemsOf(people).join(u'|').contains(QStringLiteral("Pia Example")));
    QVERIFY(!itemsOf(people).join(u'|').contains(QStringLiteral("Phil Example")));
}

QTEST_MAIN(TestAppealEntries)
#include "tst_appeal_entries.moc"
