#include "Fixture.h"

#include "cases/RequestTable.h"

using namespace reviewdesk;
using namespace reviewdesk::fixture;

namespace {

const QByteArray heading = "case_number,received_at,channel,urgency,timing,line_of_business,state,member_name,birth_date,"
                           "member_id,group,plan,member_address,language,provider_name,provider_npi,provider_address,"
                           "provider_phone,provider_fax,facility_name,facility_npi,procedure_codes,diagnosis_codes,"
                           "planned_on\r\n";

const QDateTime &came()
{
    static const QDateTime at(QDate(2026, 11, 23), QTime(18, 0), QTimeZone::utc());
    return at;
}

Result<RequestTable> readTable(const QByteArray &csv)
{
    return readRequestTable(csv, rulebook().zone, came());
}

RequestRow readRow(const QByteArray &csv)
{
    const Result<RequestTable> table = readTable(csv);
    if (!table || table->rows.size() != 1)
        qFatal("no single row");
    return table->rows.first();
}

ReviewCase whole()
{
    ReviewCase full = caseWith(colorectalMet);
    full.number = QStringLiteral("RD-2026-000123");
    full.member.name = QStringLiteral("=cmd|' /C calc'!A0 <b>Núria</b> \u202Eoclaf &lt; & &amp;");
    full.member.group = QStringLiteral("10020");
    full.member.plan = QStringLiteral("Silver, \"2500\"");
    full.member.address = {QStringLiteral("12 Elm St; Apt 4"), QStringLiteral("Tacoma, WA 98402")};
    full.member.language = QStringLiteral("es");
    full.provider.address = {QStringLiteral("1 Main St"), QStringLiteral("Tacoma, WA 98402")};
    full.provider.phone = QStringLiteral("+1 253 555 0100");
    full.provider.fax = QStringLiteral("'253");
    full.facility.name = QStringLiteral("General Hospital");
    full.facility.npi = QStringLiteral("1234567893");
    full.service.procedureCodes = {QStringLiteral("37243"), QStringLiteral("C2616")};
    full.service.diagnosisCodes = {QStringLiteral("C18.9"), QStringLiteral("C78.7")};
    return full;
}

} // namespace

class tst_request_table : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const ReviewCase full = whole();
        const QByteArray first = toRequestTable({full});
        QVERIFY(first.startsWith("\xEF\xBB\xBF" + heading));
        QVERIFY(!first.contains('<')); // markup stands as signs
        QVERIFY(!first.contains("\"=cmd") && !first.contains(",=cmd")); // no cell is a formula
        const RequestRow row = readRow(first);
        QVERIFY2(row.ok(), row.ok() ? "" : qPrintable(row.problems.first().message));
        QCOMPARE(row.draft.request, full.request);
        QCOMPARE(row.draft.member, full.member);
        QCOMPARE(row.draft.provider, full.provider);
        QCOMPARE(row.draft.facility, full.facility);
        QCOMPARE(row.draft.service, full.service);
        QCOMPARE(row.draft.number, full.number);
        QVERIFY(row.draft.facts.isEmpty()); // a request, no answers
        QVERIFY(isRequestOf(row.draft, full));
        QCOMPARE(toRequestTable({row.draft}), first);
    }

    void anEmptyDraftToo()
    {
        ReviewCase bare;
        bare.member.name = QStringLiteral("Ana Example");
        const RequestRow row = readRow(toRequestTable({bare}));
        QVERIFY(row.ok());
        QCOMPARE(row.draft.request.receivedAt, came()); // a row that does not say it was received when the file came
        QVERIFY(!row.draft.request.channel);
        QCOMPARE(row.draft.unconfirmed, QStringList{QStringLiteral("/member/name")});
    }

    void whatARowSaysWaitsToBeConfirmed()
    {
        const RequestRow row = readRow("Member name,Urgency,received_at,NPI of provider,provider_npi,Comment\n"
                                       "Ana,Expedited,2026-11-20 09:10,x,1234567893,call back\n");
        QVERIFY(row.ok());
        QCOMPARE(row.draft.unconfirmed,
            (QStringList{QStringLiteral("/member/name"), QStringLiteral("/urgency"), QStringLiteral("/provider/npi")}));
        QCOMPARE(row.draft.request.urgency, std::optional(Urgency::Expedited));
        QCOMPARE(row.draft.request.receivedAt.toUTC(), QDateTime(QDate(2026, 11, 20), QTime(17, 10), QTimeZone::utc()));
        QCOMPARE(row.cells.size(), 6); // nothing is lost
        QCOMPARE(row.cells.last(), (RequestCell{{}, QStringLiteral("Comment"), QStringLiteral("call back")}));
        const Result<RequestTable> table = readTable("member_name,Comment\nAna,call back\n");
        QCOMPARE(table->passedOver, QStringList{QStringLiteral("Comment")});
    }

    void badCellsSayRowAndColumn_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("words"); ///< empty: the cell is good
        const auto row = [](const char *column, const char *cell, const char *words) {
            QTest::newRow(qPrintable(QString::fromUtf8("%1: %2").arg(QLatin1String(column), QString::fromUtf8(cell))))
                << QByteArray(column) << QByteArray(cell) << QString::fromUtf8(words);
        };
        row("birth_date", "1961-04-02", "");
        row("birth_date", "4/2/1961", "“4/2/1961” is no date. Write it as 2026-11-20.");
        row("birth_date", "1961-02-30", "“1961-02-30” is no date. Write it as 2026-11-20.");
        row("planned_on", "soon", "“soon” is no date. Write it as 2026-11-20.");
        row("channel", "Fax", "");
        row("channel", "pigeon", "“pigeon” is none of: fax, portal, phone, fhir, mail.");
        row("urgency", "urgent", "“urgent” is none of: standard, expedited.");
        row("timing", "Pre-service", "");
        row("timing", "before", "“before” is none of: pre_service, concurrent, post_service.");
        row("line_of_business", "Medicare Advantage", "");
        row("line_of_business", "HMO", "“HMO” is none of: commercial_insured, self_funded_erisa, medicare_advantage, "
                                       "medicaid_managed_care, qhp.");
        row("received_at", "2026-11-20T09:10:00-08:00", "");
        row("received_at", "2026-11-20 09:10:30", "");
        row("received_at", "2026-11-20",
            "“2026-11-20” is no day and time. Write them as 2026-11-20 09:10 or 2026-11-20T09:10:00-08:00.");
        row("received_at", "2026-11-23 10:00", "");
        row("received_at", "2026-11-23 10:01", "“2026-11-23 10:01” lies after the time when this file came.");
        row("provider_npi", "12", ""); // kept as typed; the review says that it is wrong
    }
    void badCellsSayRowAndColumn()
    {
        QFETCH(const QByteArray, column);
        QFETCH(const QByteArray, cell);
        QFETCH(const QString, words);
        const RequestRow row = readRow("member_name," + column + "\n\nAna Example," + cell + "\n");
        QCOMPARE(row.ok(), words.isEmpty());
        if (row.ok())
            return;
        QCOMPARE(row.problems.size(), 1);
        QCOMPARE(row.problems.first().place, QStringLiteral("row 3, column ") + QString::fromLatin1(column));
        QCOMPARE(row.problems.first().message, words);
        QCOMPARE(row.draft.member.name, QStringLiteral("Ana Example")); // the rest of the row is there
        QVERIFY(words.contains(u'“' + QString::fromUtf8(cell) + u'”')); // in quotes, by which a log leaves it out (app/ImportVerb.cpp)
    }

    void everyBadCellIsSaid()
    {
        const RequestRow row = readRow("member_name,birth_date,channel\nAna,x,y,z\n");
        QCOMPARE(row.problems.size(), 3);
        QCOMPARE(row.problems.last().place, QStringLiteral("row 2, column 4"));
        QCOMPARE(row.problems.last().message, QStringLiteral("“z” stands in no column that the first row names."));
    }

    void theSameRowIsKnownAgain()
    {
        const Result<RequestTable> table = readTable("member_name,member_id,Comment\nAna,X1,one\nEve,X2,\nAna , X1,two\n");
        QCOMPARE(table->rows.at(0).sameAs, 0);
        QCOMPARE(table->rows.at(1).sameAs, 0);
        QCOMPARE(table->rows.at(2).sameAs, 2);
        const Result<RequestTable> other = readTable("member_id;member_name\nX2;Eve\nX1;Ana\n"); // in another order
        QCOMPARE(other->rows.at(0).key, table->rows.at(1).key);
        QCOMPARE(other->rows.at(1).key, table->rows.at(0).key);
        QVERIFY(readRow("member_name,member_id,received_at\nAna,X1,2026-11-20 09:10\n").key != table->rows.at(0).key);
    }

    void theRowIsKeptAsItCame()
    {
        const Result<RequestTable> table = readTable("Member Name;Comment\r\n\"Ana\";'=1\r\nEve;\r\n");
        QCOMPARE(table->rows.at(0).content, QByteArray("Member Name;Comment\r\n\"Ana\";'=1\r\n"));
        const RequestRow again = readRow(table->rows.at(0).content);
        QCOMPARE(again.cells, table->rows.at(0).cells);
        QCOMPARE(again.key, table->rows.at(0).key);
    }

    void noTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        QTest::newRow("other columns") << QByteArray("name,date\nAna,x\n") << QStringLiteral("no_columns") << QStringLiteral("row 1");
        QTest::newRow("twice") << QByteArray("state,member name,Member_Name\nWA,a,b\n") << QStringLiteral("repeated_column")
                               << QStringLiteral("row 1, column Member_Name");
        QTest::newRow("only names") << QByteArray("member_name\n") << QStringLiteral("no_rows") << QString();
        QTest::newRow("nothing") << QByteArray("\n\n") << QStringLiteral("no_rows") << QString();
    }
    void noTable()
    {
        QFETCH(const QByteArray, bytes);
        const Result<RequestTable> table = readTable(bytes);
        QVERIFY(!table.ok());
        QTEST(table.error().code, "code");
        QTEST(table.error().place, "place");
    }

    void tablesAreToldFromJson()
    {
        QVERIFY(isRequestTable("\xEF\xBB\xBF" "member_name\n"));
        QVERIFY(isRequestTable("\n \"member_name\",state\n"));
        QVERIFY(!isRequestTable("{\"facts\":{}}"));
        QVERIFY(!isRequestTable("  [1]"));
        QVERIFY(!isRequestTable("<Bundle/>"));
        QVERIFY(!isRequestTable(""));
    }
};

QTEST_GUILESS_MAIN(tst_request_table)
#include "tst_request_table.moc"
