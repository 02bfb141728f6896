#include "Wizard.h"

#include "ui/accounts/WhoFields.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/TypedText.h"

#include <QFormLayout>
#include <QLineEdit>

using namespace reviewdesk;

namespace {

const QString longName = QStringLiteral("María de los Ángeles Fernández-Villavicencio y Rodríguez de la Concepción, "
                                        "formerly of the Cascade Interventional Oncology Associates of Snohomish");

/// The text's beginning is in sight: by where the cursor's rectangle is, which is 0 pixels from it.
bool showsItsBeginning(QLineEdit &edit)
{
    return edit.cursorPosition() == 0 && edit.cursorPositionAt(QPoint(edit.textMargins().left() + 8, edit.height() / 2)) <= 2;
}

} // namespace

/// A name that is longer than its field: its beginning says whose it is.
class TestLongNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFilledPageShowsTheBeginnings_data()
    {
        QTest::addColumn<QString>("pointer");
        for (const char *pointer : {"/member/name", "/provider/name", "/facility/name"})
            QTest::newRow(pointer) << QString::fromLatin1(pointer);
    }
    // "…nson-Villavicencio, MD" stood in the provider's field, and nobody could say which.
    void aFilledPageShowsTheBeginnings()
    {
        QFETCH(const QString, pointer);
        ReviewCase content = StoreDesk::request();
        content.member.name = content.provider.name = content.facility.name = longName;
        Wizard wizard("nora", content);
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page); // 1280×800
        auto *request = static_cast<RequestPage *>(page.currentPage());
        auto *edit = request->field(pointer)->findChild<QLineEdit *>();
        QVERIFY(edit->fontMetrics().horizontalAdvance(edit->text()) > edit->width());
        if (edit->hasFocus()) // the first one is stood in
            request->field(QStringLiteral("/member/member_id"))->findChild<QLineEdit *>()->setFocus();
        QVERIFY(showsItsBeginning(*edit));
        QVERIFY(!edit->isModified());
        QVERIFY(!page.session().canUndo());
    }

    void whoStandsInALineGoesOnWhereItWas()
    {
        QWidget window;
        QLineEdit line(&window);
        QLineEdit other(&window);
        line.resize(120, 30);
        other.setGeometry(0, 40, 120, 30);
        TypedText::show(&line, longName);
        other.setFocus();
        showFor(window, {200, 100});
        QVERIFY(showsItsBeginning(line));
        line.setFocus(Qt::OtherFocusReason);
        QTest::keyClicks(&line, QStringLiteral("x")); // as ever: behind what stands there
        QVERIFY(line.text().endsWith(QStringLiteral("Snohomishx")));
        TypedText::show(&line, longName); // a page that is filled anew takes nobody's place away
        QCOMPARE(line.cursorPosition(), longName.size());
        line.setCursorPosition(7);
        other.setFocus(Qt::OtherFocusReason);
        QVERIFY(showsItsBeginning(line));
        line.setFocus(Qt::OtherFocusReason); // the lock fell meanwhile
        QTest::keyClicks(&line, QStringLiteral("!"));
        QCOMPARE(line.text().left(9), longName.left(7) + QLatin1Char('!') + longName.at(7));
        other.setFocus(Qt::OtherFocusReason);
        QTest::mouseClick(&line, Qt::LeftButton, {}, {6, 15}); // where it is pointed at
        QVERIFY(line.hasFocus());
        QVERIFY(line.cursorPosition() <= 2);
        other.setFocus(Qt::OtherFocusReason);
        line.setFocus(Qt::TabFocusReason);
        QCOMPARE(line.selectedText(), line.text());
    }

    void thePagesFirstLineIsWrittenOnAtItsEnd()
    {
        QWidget window;
        QLineEdit line(&window);
        line.resize(120, 30);
        TypedText::show(&line, longName);
        line.setFocus(Qt::OtherFocusReason); // before the page is shown
        showFor(window, {200, 100});
        QTRY_VERIFY(line.hasFocus());
        QCOMPARE(line.cursorPosition(), longName.size());
    }

    void anAccountToBeCorrectedShowsTheBeginnings()
    {
        QWidget window;
        QFormLayout form(&window);
        const WhoFields fields;
        fields.addNameTo(form);
        fields.addRestTo(form);
        UserAccount account;
        account.name = longName;
        account.credential = longName;
        fields.show(account);
        showFor(window, {300, 200});
        int longOnes = 0;
        for (QLineEdit *edit : window.findChildren<QLineEdit *>()) {
            if (edit->text().isEmpty() || edit->hasFocus())
                continue;
            ++longOnes;
            QVERIFY(showsItsBeginning(*edit));
        }
        QVERIFY(longOnes > 0);
    }
};

QTEST_MAIN(TestLongNames)
#include "tst_long_names.moc"
