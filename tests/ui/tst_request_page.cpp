#include "Wizard.h"

#include "ui/review/RequestPage.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLayoutItem>
#include <QLineEdit>

using namespace reviewdesk;

namespace {

/// The entry of a member of the case file, with the cursor in it.
QLineEdit *entryOf(RequestPage &page, const QString &pointer)
{
    if (!page.showField(pointer))
        return nullptr;
    return qobject_cast<QLineEdit *>(QApplication::focusWidget());
}

void type(QLineEdit *edit, const QString &text)
{
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        QTest::keyClicks(edit, text);
}

QString contentOf(const ReviewCase &content, const QString &pointer)
{
    if (pointer == QLatin1String("/member/birth_date"))
        return content.member.birthDate.toString(Qt::ISODate);
    if (pointer == QLatin1String("/service/planned_on"))
        return content.service.plannedOn.toString(Qt::ISODate);
    return content.request.receivedAt.toUTC().toString(Qt::ISODate);
}

} // namespace

/// The first page of the wizard: what is typed, what of it is taken over, and what is said of it.
class TestRequestPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // It left the mark on the screen and the code out of the case.
    void aScreenReadersToggleTakesTheCode()
    {
        ReviewCase content = StoreDesk::request();
        content.service.procedureCodes.clear();
        Wizard wizard("nora", content);
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        RequestPage page(session);
        showFor(page);
        QCheckBox *code = nullptr;
        for (QCheckBox *box : page.findChildren<QCheckBox *>()) {
            if (box->text() == QLatin1String("37243"))
                code = box;
        }
        QVERIFY(code);
        toggleByScreenReader(code);
        QCOMPARE(session.content().service.procedureCodes, QStringList(QStringLiteral("37243")));
    }

    // A date half typed or impossible cleared the valid one that was saved, and was itself gone when the case was
    // closed.
    void aDateThatCannotBeReadClearsNothing_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reason");
        const QString born = QStringLiteral("/member/birth_date");
        QTest::newRow("half typed") << born << QStringLiteral("12/4") << QStringLiteral("write it as yyyy-mm-dd");
        QTest::newRow("impossible") << born << QStringLiteral("13/40/2026") << QStringLiteral("write it as yyyy-mm-dd");
        QTest::newRow("no such day") << born << QStringLiteral("1961-02-30")
                                     << QStringLiteral("is not a day of the calendar");
        QTest::newRow("planned") << QStringLiteral("/service/planned_on") << QStringLiteral("2026-13")
                                 << QStringLiteral("write it as yyyy-mm-dd");
        QTest::newRow("day of receipt") << QStringLiteral("/received_at") << QStringLiteral("soon")
                                        << QStringLiteral("write it as yyyy-mm-dd");
        QTest::newRow("time of receipt") << QStringLiteral("/received_time") << QStringLiteral("25:00")
                                         << QStringLiteral("is not a time of day");
    }
    void aDateThatCannotBeReadClearsNothing()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, typed);
        QFETCH(QString, reason);
        ReviewCase content = StoreDesk::request();
        content.service.plannedOn = QDate(2026, 11, 30);
        Wizard wizard("nora", content);
        const QString before = contentOf(wizard.stored.reviewCase, pointer);
        QVERIFY(!before.isEmpty());
        {
            ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
            RequestPage page(session);
            showFor(page);
            QLineEdit *edit = entryOf(page, pointer);
            QVERIFY(edit);
            type(edit, typed);
            QTest::keyClick(edit, Qt::Key_Tab);
            QCOMPARE(edit->text(), typed);
            QVERIFY2(page.field(pointer)->message().contains(reason), qPrintable(page.field(pointer)->message()));
            QCOMPARE(page.field(pointer)->message().count(reason), 1); // said once
            QCOMPARE(codeOf(session.allowed(Action::Refer)), QStringLiteral("unreadable"));
            session.flush();
        }
        QCOMPARE(contentOf(wizard.kept().reviewCase, pointer), before);
        ReviewSession session(*wizard.workshop, wizard.kept(), wizard.clock());
        RequestPage page(session);
        showFor(page);
        QLineEdit *edit = entryOf(page, pointer);
        QTRY_COMPARE(edit->text(), typed); // back as it was left
        page.setFocus();
        page.showField(QStringLiteral("/member/name"));
        QVERIFY(page.field(pointer)->message().contains(reason));
        QCOMPARE(codeOf(session.allowed(Action::Refer)), QStringLiteral("unreadable"));
        // Put right, it is taken over and nothing is left of the slip.
        const bool isTime = pointer == QLatin1String("/received_time");
        type(entryOf(page, pointer), isTime ? QStringLiteral("14:05") : QStringLiteral("2026-01-02"));
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY(session.allowed(Action::Refer).ok());
        session.flush();
        QVERIFY(contentOf(wizard.kept().reviewCase, pointer) != before);
    }

    void anEmptiedDateIsCleared()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        RequestPage page(session);
        showFor(page);
        type(entryOf(page, QStringLiteral("/member/birth_date")), {});
        QVERIFY(!session.content().member.birthDate.isValid());
    }

    void aDayWithoutItsTimeComesBack()
    {
        ReviewCase content = StoreDesk::request();
        content.request.receivedAt = {};
        Wizard wizard("nora", content);
        {
            ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
            RequestPage page(session);
            showFor(page);
            for (const char *pointer : {"/received_at", "/received_time"})
                QVERIFY(page.field(QString::fromLatin1(pointer))->isNeeded());
            type(entryOf(page, QStringLiteral("/received_at")), QStringLiteral("2026-11-09"));
            session.flush();
        }
        ReviewSession session(*wizard.workshop, wizard.kept(), wizard.clock());
        RequestPage page(session);
        showFor(page);
        QLineEdit *day = entryOf(page, QStringLiteral("/received_at"));
        QTRY_COMPARE(day->text(), QStringLiteral("2026-11-09"));
        type(entryOf(page, QStringLiteral("/received_time")), QStringLiteral("0910"));
        const QDateTime at = session.content().request.receivedAt.toTimeZone(session.rulebook().zone);
        QCOMPARE(at.toString(QStringLiteral("yyyy-MM-dd HH:mm")), QStringLiteral("2026-11-09 09:10"));
        for (const char *pointer : {"/received_at", "/received_time"})
            QVERIFY(!page.field(QString::fromLatin1(pointer))->isNeeded());
    }

    void aTimeThatTheClocksSkipIsRefused()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        RequestPage page(session);
        showFor(page);
        const QDateTime before = session.content().request.receivedAt;
        type(entryOf(page, QStringLiteral("/received_at")), QStringLiteral("2026-03-08"));
        const QDateTime moved = session.content().request.receivedAt;
        type(entryOf(page, QStringLiteral("/received_time")), QStringLiteral("02:30"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(moved != before);
        QCOMPARE(session.content().request.receivedAt.toTimeZone(session.rulebook().zone).date(), QDate(2026, 3, 8));
        QVERIFY(session.content().request.receivedAt.toTimeZone(session.rulebook().zone).time() != QTime(3, 30));
        QVERIFY(page.field(QStringLiteral("/received_time"))->message().contains(QStringLiteral("put forward")));
    }

    void anUntouchedFormIsNotReproached()
    {
        Wizard wizard("nora", ReviewCase());
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        RequestPage page(session);
        showFor(page);
        for (QLineEdit *edit : page.findChildren<QLineEdit *>())
            QVERIFY2(!edit->property("wrong").toBool(), qPrintable(edit->accessibleName()));
        QVERIFY(page.field(QStringLiteral("/member/name"))->isNeeded());
        QVERIFY(!page.field(QStringLiteral("/member/group"))->isNeeded());
    }

    // Some versions of Qt ask for the longest of the choices, whatever the box was told: the page scrolled sideways.
    void choicesDoNotWidenTheForm()
    {
        auto *alone = new QComboBox;
        alone->addItem(QStringLiteral("A line of business with a name as long as this one"));
        const Field field(QStringLiteral("Line"), alone, {QStringLiteral("/line_of_business")});
        QVERIFY2(field.minimumSizeHint().width() < 120, qPrintable(QString::number(field.minimumSizeHint().width())));
        QVERIFY(field.sizeHint().width() > 200); // where there is room, it is whole
        Wizard wizard("nora", StoreDesk::request());
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        RequestPage page(session);
        const QList<QComboBox *> boxes = page.findChildren<QComboBox *>();
        QVERIFY(boxes.size() >= 5);
        for (QComboBox *box : boxes) {
            const int least = QWidgetItem(box).minimumSize().width();
            QVERIFY2(least < 120, qPrintable(QStringLiteral("%1: %2").arg(box->accessibleName()).arg(least)));
        }
    }

    void storesWhatIsTypedAndChosen()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        RequestPage page(session);
        showFor(page);
        type(entryOf(page, QStringLiteral("/member/name")), QStringLiteral("Bea <b>Example</b>"));
        QCOMPARE(session.content().member.name, QStringLiteral("Bea <b>Example</b>"));
        type(entryOf(page, QStringLiteral("/provider/npi")), QStringLiteral("1234567890"));
        QVERIFY(page.field(QStringLiteral("/provider/npi"))->message().contains(QStringLiteral("check digit")));
        type(entryOf(page, QStringLiteral("/provider/npi")), QStringLiteral("1234567893"));
        QCOMPARE(page.field(QStringLiteral("/provider/npi"))->message(), QString());
        QVERIFY(page.showField(QStringLiteral("/urgency")));
        auto *urgency = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(urgency);
        QTest::keyClick(urgency, Qt::Key_End);
        QCOMPARE(session.content().request.urgency, std::optional(Urgency::Expedited));
    }
};

QTEST_MAIN(TestRequestPage)
#include "tst_request_page.moc"
