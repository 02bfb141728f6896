#include "ui/widgets/DateField.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace reviewdesk;

namespace {

/// A date field that has the focus, and another one to go to.
struct Form {
    Form()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&date);
        column->addWidget(&other);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not come up");
        date.setFocus();
    }

    void type(const QString &text)
    {
        date.lineEdit()->selectAll();
        QTest::keyClicks(date.lineEdit(), text);
    }

    /// The day in words under the field; empty: none is said.
    QString understood() const
    {
        const auto *label = date.findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString();
    }

    QWidget window;
    DateField date{QStringLiteral("Valid from")};
    QLineEdit other;
};

} // namespace

/// Dates as people type them: what is understood is said, what could be two days is asked again, nothing half typed counts.
class tst_date_field : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void halfTypedIsNoDate_data();
    void halfTypedIsNoDate();
    void theDayIsSaidInWords();
    void itIsShownAsTheLocaleWritesIt_data();
    void itIsShownAsTheLocaleWritesIt();
    void whatIsShownIsReadBack();
    void whatIsKeptIsOneDayEverywhere();
    void aSlipStaysAsTyped();
};

void tst_date_field::isRead_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date");
    const auto row = [](const char *locale, const char *typed, const QDate &date) {
        QTest::addRow("%s %s", locale, typed) << QString::fromLatin1(locale) << QString::fromUtf8(typed) << date;
    };
    const QDate november(2026, 11, 9);
    for (const char *typed : {"2026-11-09", "2026-11-9", "20261109", " 2026-11-09 ", "9 Nov 2026", "9 november 2026",
             "Nov 9, 2026", "nov. 9 2026", "November 9, 2026", "9. Nov. 2026"}) {
        for (const char *locale : {"C", "en_US", "en_GB", "es_MX"})
            row(locale, typed, november);
    }
    row("en_US", "11/9/2026", november);
    row("en_US", "11/09/2026", november);
    row("en_US", "11-9-2026", november);
    row("en_GB", "9/11/2026", november);
    row("es_MX", "9/11/2026", november);
    row("de_DE", "9.11.2026", november);
    row("es_MX", "9 de noviembre de 2026", november);
    row("es_ES", "9 nov 2026", november);
    // only one order makes a day of it
    row("en_US", "25/11/2026", QDate(2026, 11, 25));
    row("en_GB", "11/25/2026", QDate(2026, 11, 25));
    row("C", "11/25/2026", QDate(2026, 11, 25));
    row("C", "11/11/2026", QDate(2026, 11, 11));
    row("en_US", "2/29/2024", QDate(2024, 2, 29));
}

void tst_date_field::isRead()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QString problem;
    QTEST(dateFromTyped(typed, &problem, QLocale(locale)), "date");
    QCOMPARE(problem, QString());
}

void tst_date_field::isRefused_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("because");
    const auto row = [](const char *locale, const char *typed, const char *because) {
        QTest::addRow("%s %s", locale, typed)
            << QString::fromLatin1(locale) << QString::fromUtf8(typed) << QString::fromUtf8(because);
    };
    row("C", "11/9/2026", "“11/9/2026” may be two days: write it as yyyy-mm-dd, like 2026-11-27.");
    row("en_US", "11/9/26", "“11/9/26”: write the year with four digits, like 11/27/2026.");
    row("en_US", "9 Nov 26", "“9 Nov 26”: write the year with four digits, like 11/27/2026.");
    row("en_US", "2026-02-30", "2026-02-30 is not a day of the calendar.");
    row("en_US", "20260230", "20260230 is not a day of the calendar.");
    row("en_US", "30 Feb 2026", "30 Feb 2026 is not a day of the calendar.");
    row("en_US", "2/29/2026", "“2/29/2026” is not a date: write it as mm/dd/yyyy, like 11/27/2026.");
    row("en_US", "13/13/2026", "“13/13/2026” is not a date: write it as mm/dd/yyyy, like 11/27/2026.");
    row("en_US", "11/9-2026", "“11/9-2026” is not a date: write it as mm/dd/yyyy, like 11/27/2026.");
    row("en_US", "11/20", "“11/20” is not a date: write it as mm/dd/yyyy, like 11/27/2026.");
    row("en_US", "9 Zzz 2026", "“9 Zzz 2026” is not a date: write it as mm/dd/yyyy, like 11/27/2026.");
    row("en_US", "next week", "“next week” is not a date: write it as mm/dd/yyyy, like 11/27/2026.");
}

void tst_date_field::isRefused()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QString problem;
    QVERIFY(!dateFromTyped(typed, &problem, QLocale(locale)).isValid());
    QTEST(problem, "because");
}

void tst_date_field::halfTypedIsNoDate_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("becomesOne"); ///< once it is left
    for (const char *typed : {"2026-1", "2026112", "11/20", "11/9/20", "11/9/202", "9 No", "Nov 9,", "Nov 9, 202", "2026"})
        QTest::addRow("%s", typed) << QString::fromLatin1(typed) << false;
    QTest::addRow("a day of one figure") << QStringLiteral("2026-02-1") << true;
}

void tst_date_field::halfTypedIsNoDate()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, becomesOne);
    Form form;
    form.date.setDate(QDate(2026, 11, 20));
    form.type(typed);
    QVERIFY(!form.date.date().isValid());
    QVERIFY(!form.date.isReadable());
    QCOMPARE(form.date.dateOr(QDate(2026, 11, 20)), QDate(2026, 11, 20));
    QCOMPARE(form.date.problem(), QString()); // nobody is corrected in the middle of a word
    QCOMPARE(form.date.refusal(), // but nothing is done with it
        QStringLiteral("“Valid from” is not a whole date yet: write it as mm/dd/yyyy, like 11/27/2026."));
    form.other.setFocus();
    QCOMPARE(form.date.problem().isEmpty(), becomesOne);
    QCOMPARE(form.date.refusal(), form.date.problem());
    QCOMPARE(form.date.date(), becomesOne ? QDate(2026, 2, 1) : QDate());
}

void tst_date_field::theDayIsSaidInWords()
{
    Form form;
    form.type(QStringLiteral("2026-11-09"));
    QCOMPARE(form.understood(), QString()); // as it is kept: nothing to say
    form.type(QStringLiteral("11/9/2026"));
    QCOMPARE(form.date.date(), QDate(2026, 11, 9));
    QCOMPARE(form.understood(), QStringLiteral("Mon, Nov 9, 2026"));
    form.type(QStringLiteral("11/9"));
    QCOMPARE(form.understood(), QString());
    form.type(QStringLiteral("11/9/2026"));
    form.other.setFocus();
    QCOMPARE(form.understood(), QStringLiteral("Mon, Nov 9, 2026")); // how it was read
    form.date.setDate(QDate(2026, 11, 30)); // by the program
    QCOMPARE(form.understood(), QString());
}

void tst_date_field::itIsShownAsTheLocaleWritesIt_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("placeholder");
    QTest::addColumn<QString>("shown"); // 27 Nov 2026
    QTest::addColumn<QString>("early"); // 4 Mar 1961
    const auto row = [](const char *locale, const char *placeholder, const char *shown, const char *early) {
        QTest::newRow(locale) << QString::fromLatin1(locale) << QString::fromLatin1(placeholder)
                              << QString::fromLatin1(shown) << QString::fromLatin1(early);
    };
    row("C", "yyyy-mm-dd", "2026-11-27", "1961-03-04");
    row("en_US", "mm/dd/yyyy", "11/27/2026", "3/4/1961");
    row("en_GB", "dd/mm/yyyy", "27/11/2026", "04/03/1961");
    row("es_ES", "dd/mm/yyyy", "27/11/2026", "4/3/1961");
    row("es_US", "dd/mm/yyyy", "27/11/2026", "4/3/1961");
    row("de_DE", "dd.mm.yyyy", "27.11.2026", "04.03.1961");
    row("sv_SE", "yyyy-mm-dd", "2026-11-27", "1961-03-04");
    row("ja_JP", "yyyy-mm-dd", "2026-11-27", "1961-03-04"); // years first are written one way
}

/// Typed in either form it stays as typed until the field is left; then it stands as the locale writes it.
void tst_date_field::itIsShownAsTheLocaleWritesIt()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, shown);
    QFETCH(const QString, early);
    QLocale::setDefault(locale == u"C" ? QLocale::c() : QLocale(locale));
    Form form;
    QTEST(form.date.lineEdit()->placeholderText(), "placeholder");
    for (const QString &typed : {QStringLiteral("2026-11-27"), shown, QStringLiteral("27 Nov 2026")}) {
        form.date.setFocus();
        QSignalSpy edited(&form.date, &DateField::edited);
        for (int letter = 0; letter < typed.size(); ++letter) {
            if (letter == 0)
                form.date.lineEdit()->selectAll();
            QTest::keyClicks(form.date.lineEdit(), typed.at(letter));
            QCOMPARE(form.date.lineEdit()->text(), typed.left(letter + 1)); // not under one's fingers
        }
        QVERIFY(edited.count() > 0);
        QCOMPARE(form.date.date(), QDate(2026, 11, 27));
        form.other.setFocus();
        QCOMPARE(form.date.lineEdit()->text(), shown);
        QCOMPARE(form.date.date(), QDate(2026, 11, 27));
        QCOMPARE(form.date.problem(), QString());
        QCOMPARE(form.date.kept(), QStringLiteral("2026-11-27"));
    }
    form.date.setDate(QDate(1961, 3, 4));
    QCOMPARE(form.date.lineEdit()->text(), early);
    QCOMPARE(form.date.date(), QDate(1961, 3, 4));
    QCOMPARE(form.understood(), QString());
    form.date.setDate({});
    QCOMPARE(form.date.lineEdit()->text(), QString());
    QCOMPARE(form.date.kept(), QString());
}

/// Whatever the locale: a day that is shown is read as the same day.
void tst_date_field::whatIsShownIsReadBack()
{
    const QList<QLocale> all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    QVERIFY(all.size() > 300);
    for (const QLocale &locale : all) {
        for (const QDate &day : {QDate(2026, 11, 9), QDate(1961, 3, 4), QDate(2026, 12, 31)}) {
            QString problem;
            QVERIFY2(dateFromTyped(shownDate(day, locale), &problem, locale) == day, qPrintable(locale.name() + u' ' + shownDate(day, locale)));
            QCOMPARE(dateFromTyped(day.toString(Qt::ISODate), &problem, locale), day);
        }
    }
}

/// What a draft keeps of a field means the same to who opens it in another language; a slip is kept as it is.
void tst_date_field::whatIsKeptIsOneDayEverywhere()
{
    QString kept;
    {
        Form form;
        form.type(QStringLiteral("11/9/2026"));
        kept = form.date.kept();
        QCOMPARE(kept, QStringLiteral("2026-11-09"));
    }
    QLocale::setDefault(QLocale(QStringLiteral("es_ES")));
    Form form;
    form.date.showKept(kept);
    QCOMPARE(form.date.lineEdit()->text(), QStringLiteral("9/11/2026"));
    QCOMPARE(form.date.date(), QDate(2026, 11, 9));
    form.date.showKept(QStringLiteral("31/11/2026"));
    QCOMPARE(form.date.lineEdit()->text(), QStringLiteral("31/11/2026"));
    QCOMPARE(form.date.kept(), QStringLiteral("31/11/2026"));
}

void tst_date_field::aSlipStaysAsTyped()
{
    Form form;
    form.type(QStringLiteral("11/31/2026"));
    form.other.setFocus();
    QCOMPARE(form.date.lineEdit()->text(), QStringLiteral("11/31/2026"));
    QVERIFY(form.date.problem().contains(QStringLiteral("11/31/2026")));
    QVERIFY(!form.date.isReadable());
}

QTEST_MAIN(tst_date_field)
#include "tst_date_field.moc"
