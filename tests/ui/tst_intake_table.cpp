#include "IntakeDesk.h"

#include "ui/review/ReviewPage.h"
#include "ui/widgets/Notice.h"

using namespace reviewdesk;

/// A table of requests, row by row.
class TestIntakeTable : public QObject, private IntakeDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { sitDown(); }
    void cleanup() { leave(); }

    void aTableIsLookedThroughRowByRow()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("fax log.csv"));
        QByteArray csv = "member_name,birth_date,provider_npi,received_at,Comment\r\n"
                         "Ana Example,1961-04-02,1234567893,2026-11-20 09:10,call\r\n"
                         "Eve Example,4/2/1961,1234567893,2026-11-20 09:11,\r\n"
                         "Ana Example,1961-04-02,1234567893,2026-11-20 09:10,again\r\n"
                         "Bo Example,,,,\r\n";
        write(path, csv);
        const int before = cases();
        m_page->open({path});
        QTRY_VERIFY(m_page->draftButton()->isVisible()); // it is known which rows are here
        QCOMPARE(m_page->draftButton()->text(), QStringLiteral("&Make 2 drafts"));
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Eve Example | “4/2/1961” is no date. Write it as 2026-11-20. | row 3, column birth_date")));
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Ana Example | The same as row 2")));
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Not taken over | No column of a request has this name. | column Comment")));
        QVERIFY(m_page->view()->findChild<Notice *>()->message().startsWith(QLatin1String("One row has cells")));
        QTreeWidgetItem *ana = m_page->view()->tree()->topLevelItem(1)->child(0); // of those that can be taken in
        QCOMPARE(ana->text(0), QStringLiteral("Ana Example"));
        QCOMPARE(ana->childCount(), 0); // thousands of cells would hold the window up
        QCOMPARE(ana->childIndicatorPolicy(), QTreeWidgetItem::ShowIndicator);
        for (int i = 0; i < 2; ++i) {
            ana->setExpanded(true);
            QCOMPARE(ana->childCount(), 5);
            ana->setExpanded(false);
        }
        QCOMPARE(ana->child(4)->text(2), QStringLiteral("column Comment"));
        QCOMPARE(cases(), before); // a preview
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        m_page->draftButton()->setFocus();
        QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
        QTRY_VERIFY(!m_page->draftButton()->isVisible());
        QCOMPARE(cases(), before + 2);
        QCOMPARE(opened.size(), 0);
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Bo Example | Case RD-2026-")));
        QVERIFY(m_page->list()->isEnabled());
        QVERIFY(m_page->list()->hasFocus());
        QVERIFY(!m_page->list()->item(0)->text().contains(QLatin1String("here already"))); // a row waits to be corrected
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Eve Example | “4/2/1961” is no date")));
        csv.replace("4/2/1961", "1961-04-02"); // corrected: that row alone is new
        write(path, csv);
        m_page->open({path});
        QTRY_VERIFY(m_page->draftButton()->isVisible());
        QCOMPARE(m_page->draftButton()->text(), QStringLiteral("&Make a draft"));
        QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
        QTRY_COMPARE(cases(), before + 3);
        QTRY_VERIFY(m_page->list()->item(0)->text().contains(QLatin1String("here already: 3 cases")));
    }

    void aRowIsReadBesideItsDraft()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("one.csv"));
        write(path, "member_name,provider_npi,Comment\nAna Example,1234567893,call back\n");
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        m_page->open({path});
        QTRY_VERIFY(m_page->draftButton()->isVisible()); // one row is one case
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Passed over | call back | column Comment")));
        QTest::mouseClick(m_page->draftButton(), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 1);
        ReviewPage page(*m_wizard->workshop, load(opened.first().first().toString()), m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        QCOMPARE(page.session().sent().placeOf(QStringLiteral("/provider/npi")), QStringLiteral("column provider_npi"));
        QCOMPARE(page.session().content().unconfirmed.size(), 2);
    }

    void aTableThatIsStoppedGoesOnLater()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("many.csv"));
        QByteArray csv = "member_name,member_id\n";
        for (int row = 0; row < 60; ++row)
            csv += "Ana Example,X" + QByteArray::number(row) + '\n';
        write(path, csv);
        const int before = cases();
        m_page->open({path});
        QTRY_VERIFY(m_page->draftButton()->isVisible()); // it is known which rows are here
        QCOMPARE(m_page->draftButton()->text(), QStringLiteral("&Make 60 drafts"));
        QTest::mouseClick(m_page->draftButton(), Qt::LeftButton);
        QTRY_COMPARE(m_page->draftButton()->text(), QStringLiteral("&Stop"));
        QVERIFY(!m_page->list()->isEnabled());
        QTest::mouseClick(m_page->draftButton(), Qt::LeftButton);
        QTRY_VERIFY(m_page->list()->isEnabled());
        const int made = cases() - before;
        QVERIFY(made > 0 && made < 60);
        QCOMPARE(m_page->draftButton()->text(), QStringLiteral("&Make %1 drafts").arg(60 - made));
        QTest::mouseClick(m_page->draftButton(), Qt::LeftButton);
        QTRY_VERIFY(!m_page->draftButton()->isVisible());
        QCOMPARE(cases() - before, 60);
    }

    void anotherFileEndsTheMakingOfDrafts()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("many.csv"));
        QByteArray csv = "member_name,member_id\n";
        for (int row = 0; row < 200; ++row)
            csv += "Ana Example,X" + QByteArray::number(row) + '\n';
        write(path, csv);
        m_page->open({path});
        QTRY_VERIFY(m_page->draftButton()->isVisible()); // it is known which rows are here
        QCOMPARE(m_page->draftButton()->text(), QStringLiteral("&Make 200 drafts"));
        QTest::mouseClick(m_page->draftButton(), Qt::LeftButton);
        QTRY_VERIFY(!m_page->list()->isEnabled());
        m_page->open({requestFile("tace")});
        QVERIFY(m_page->list()->isEnabled());
        QTRY_VERIFY(hasRow(m_page->view(), QStringLiteral("Member name")));
        QTRY_VERIFY(m_page->draftButton()->isVisible() && m_page->draftButton()->text() == QLatin1String("&Make a draft"));
        const int made = cases();
        QTest::qWait(300);
        QCOMPARE(cases(), made); // nothing more is made of the table
    }
};

QTEST_MAIN(TestIntakeTable)
#include "tst_intake_table.moc"
