#include "FhirDesk.h"
#include "Wizard.h"

#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/documents/AttachDialog.h"
#include "ui/intake/IncomingList.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"
#include "ui/intake/MessageView.h"
#include "ui/review/AnswerButtons.h"
#include "ui/review/Field.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SuggestionRow.h"
#include "ui/widgets/Notice.h"

#include <QBuffer>
#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>

using namespace reviewdesk;

namespace {

QString requestFile(const char *name)
{
    return QStringLiteral(TEST_DATA "/fhir/requests/%1.json").arg(QLatin1String(name));
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("%s", qPrintable(path));
}

/// All rows of the message as they are shown: "what | value | place".
QStringList rowsOf(const MessageView *view)
{
    QStringList rows;
    for (int group = 0; group < view->tree()->topLevelItemCount(); ++group) {
        const QTreeWidgetItem *item = view->tree()->topLevelItem(group);
        for (int row = 0; row < item->childCount(); ++row) {
            const QTreeWidgetItem *each = item->child(row);
            rows << each->text(0) + QStringLiteral(" | ") + each->text(1) + QStringLiteral(" | ") + each->text(2);
        }
    }
    return rows;
}

bool hasRow(const MessageView *view, const QString &part)
{
    return !rowsOf(view).filter(part).isEmpty();
}

QStringList factsOf(const ReviewCase &content)
{
    QStringList facts;
    for (auto fact = content.facts.cbegin(); fact != content.facts.cend(); ++fact)
        facts << fact.key() + u'=' + (fact->documented() ? fact->value : QStringLiteral("null"));
    facts.sort();
    return facts;
}

/// Clicks Confirm wherever the wizard offers it, until it offers none: what is suggested shows as its question does.
int confirmAllSuggestions(ReviewPage &page)
{
    int confirmed = 0;
    for (bool again = true; again;) {
        again = false;
        for (int fact = 0; fact < page.session().policy().facts.size(); ++fact) {
            if (!page.session().view().interview.shows(fact))
                continue;
            page.goToQuestion(fact);
            QuestionCard *card = static_cast<QuestionsPage *>(page.currentPage())->card(fact);
            if (!card->suggestion()->isVisible() || !card->suggestion()->button()->isVisible())
                continue;
            QTest::mouseClick(card->suggestion()->button(), Qt::LeftButton);
            ++confirmed;
            again = true;
        }
    }
    return confirmed;
}

} // namespace

/// From a file that came to a case whose answers a nurse has confirmed one by one.
class TestIntakePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void init()
    {
        QSettings().clear();
        m_wizard = std::make_unique<Wizard>();
        m_incoming = std::make_unique<IncomingRequests>(*m_wizard->workshop, m_wizard->clock());
        m_incoming->folder().setPace(20, 300);
        m_page = std::make_unique<IntakePage>(*m_wizard->workshop, *m_incoming);
        showFor(*m_page);
    }

    void cleanup()
    {
        m_page.reset();
        m_incoming.reset();
        m_wizard.reset();
    }

    void confirmedSuggestionsAreAnswers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("outcome"); ///< empty: not decided by what was sent
        const auto row = [](const char *name, const char *facts, const char *outcome = "") {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(facts) << QString::fromLatin1(outcome);
        };
        row("hcc",
            "bridge_to_transplant=false location=liver primary_type=hcc procedure=radioembolization "
            "tumor_origin=primary unresectable=true",
            "medically_necessary");
        row("icc", "location=liver primary_type=icc procedure=radioembolization tumor_origin=primary");
        row("net",
            "diffuse=null liver_dominant=true location=liver metastatic_type=neuroendocrine "
            "procedure=radioembolization symptomatic=true tumor_origin=metastatic");
        row("crc",
            "chemotherapy_refractory=true location=liver metastatic_type=colorectal procedure=radioembolization "
            "progressive=null tumor_origin=metastatic unresectable=true");
        row("melanoma",
            "location=liver melanoma_type=ocular_uveal metastatic_type=melanoma procedure=radioembolization "
            "tumor_origin=metastatic");
        row("tace", "location=liver primary_type=hcc procedure=tace tumor_origin=primary", "medically_necessary");
        row("outside-liver", "location=other procedure=radioembolization", "medically_necessary");
        row("contradictory-codes", "location=liver procedure=tae", "medically_necessary");
    }
    void confirmedSuggestionsAreAnswers()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, facts);
        QFETCH(const QString, outcome);
        const QString caseId = draftOf(QStringLiteral("%1").arg(name));
        const StoredCase stored = load(caseId);
        QVERIFY(stored.reviewCase.facts.isEmpty());
        QVERIFY(stored.reviewCase.request.receivedAt.toUTC() == m_wizard->clock().now().toUTC()); // no date of the message
        ReviewPage page(*m_wizard->workshop, stored, m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        QVERIFY(!page.session().view().evaluation.decided()); // nothing suggested has moved it
        const int confirmed = confirmAllSuggestions(page);
        const ReviewCase &content = page.session().content();
        QCOMPARE(factsOf(content).join(u' '), facts);
        QCOMPARE(confirmed, content.facts.size());
        for (auto fact = content.facts.cbegin(); fact != content.facts.cend(); ++fact) {
            const Evidence source = content.evidence.value(fact.key());
            QVERIFY2(source.document.startsWith(QLatin1String("Request by FHIR, message MSG-0000")), qPrintable(fact.key()));
            QCOMPARE(source.date, QDate(2026, 11, 20));
            QVERIFY(!source.quote.isEmpty());
            QVERIFY(source.origin != AnswerOrigin::Entered);
        }
        const Evaluation &evaluation = page.session().view().evaluation;
        QCOMPARE(evaluation.decided() ? page.session().policy().outcomes.at(evaluation.outcome).id : QString(), outcome);
        page.flush();
        QCOMPARE(factsOf(load(caseId).reviewCase).join(u' '), facts);
    }

    void theKeyConfirmsAndAnotherAnswerLeavesWhatWasSaid()
    {
        ReviewPage page(*m_wizard->workshop, load(draftOf(QStringLiteral("crc"))), m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        const int procedure = m_wizard->fact("procedure");
        page.goToQuestion(procedure);
        QuestionCard *card = static_cast<QuestionsPage *>(page.currentPage())->card(procedure);
        QVERIFY2(card->suggestion()->words().contains(QLatin1String("suggested: Radioembolization Code C2616")),
            qPrintable(card->suggestion()->words()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_S);
        QCOMPARE(page.session().content().facts.value(QStringLiteral("procedure")).value, QStringLiteral("radioembolization"));
        QVERIFY(!card->suggestion()->isVisible());
        page.session().undo();
        QVERIFY(page.session().content().facts.isEmpty());
        QVERIFY(page.session().content().evidence.isEmpty());
        QTRY_VERIFY(card->suggestion()->isVisible());
        page.session().setAnswer(procedure, 1); // another than was said
        QTRY_VERIFY(card->suggestion()->isVisible() && !card->suggestion()->button()->isVisible());
        QVERIFY(!page.session().content().evidence.contains(QStringLiteral("procedure")));
    }

    void refusalsSayWhere_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("words");
        const QByteArray right = message(QStringLiteral("requests/hcc"));
        const auto row = [](const char *name, const QByteArray &json, const char *place, const char *words) {
            QTest::newRow(name) << json << QString::fromLatin1(place) << QString::fromLatin1(words);
        };
        row("not JSON", "<Bundle/>", "line 1, column 1", "");
        row("not a Bundle", R"({"resourceType":"Patient"})", "/resourceType", "Patient");
        row("no Claim", altered(right, QStringLiteral("/entry/0/resource/resourceType"), QStringLiteral("Basic")),
            "/entry", "Claim");
        row("another use", altered(right, QStringLiteral("/entry/0/resource/use"), QStringLiteral("claim")),
            "/entry/0/resource/use", "prior authorization");
        row("dangling patient",
            altered(right, QStringLiteral("/entry/0/resource/patient/reference"), QStringLiteral("Patient/none")),
            "/entry/0/resource/patient/reference", "not in the Bundle");
        row("too deep", QByteArray(70, '[') + QByteArray(70, ']'), "", "deep");
        row("a case file with an unknown fact", R"({"facts":{"colour":"red"}})", "/facts/colour", "colour");
    }
    void refusalsSayWhere()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, place);
        QFETCH(const QString, words);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.json"));
        write(path, json);
        const int before = cases();
        m_page->open({path});
        QTRY_VERIFY(hasRow(m_page->view(), QStringLiteral("Refused")));
        QVERIFY2(rowsOf(m_page->view()).first().contains(words), qPrintable(rowsOf(m_page->view()).first()));
        QVERIFY2(place.isEmpty() || rowsOf(m_page->view()).first().endsWith(QStringLiteral("| ") + place),
            qPrintable(rowsOf(m_page->view()).first()));
        QVERIFY(!m_page->draftButton()->isVisible());
        QVERIFY(m_page->list()->item(0)->text().contains(QLatin1String("cannot be taken in")));
        QCOMPARE(cases(), before);
    }

    void whatClashesAndWhatIsPassedOverIsShown()
    {
        m_page->open({requestFile("contradictory-codes")});
        QTRY_VERIFY(m_page->draftButton()->isVisible());
        QVERIFY(m_page->view()->findChild<Notice *>()->message().contains(QLatin1String("3 places")));
        QVERIFY(hasRow(m_page->view(), QStringLiteral("C78.7")));
        QVERIFY(hasRow(m_page->view(), QStringLiteral("Member name | Gus Specimen | /entry/1/resource/name")));
        m_page->open({requestFile("crc")});
        QTRY_VERIFY(hasRow(m_page->view(), QStringLiteral("never fetched")));
        QVERIFY(hasRow(m_page->view(), QStringLiteral("IR consult | application/pdf, 25 bytes")));
    }

    void documentsThatCameAlongAreKeptWithTheCase()
    {
        QByteArray pdf; // a page that says nothing
        {
            QBuffer buffer(&pdf);
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            QPainter painter(&writer);
            painter.drawLine(0, 0, 100, 100);
        }
        QJsonObject bundle = QJsonDocument::fromJson(message(QStringLiteral("requests/crc"))).object();
        QJsonArray entries = bundle.value(QStringLiteral("entry")).toArray();
        const QJsonObject attachment{{QStringLiteral("contentType"), QStringLiteral("application/pdf")},
            {QStringLiteral("title"), QStringLiteral("Imaging")},
            {QStringLiteral("data"), QString::fromLatin1(pdf.toBase64())}};
        entries.append(QJsonObject{{QStringLiteral("resource"),
            QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("DocumentReference")},
                {QStringLiteral("content"),
                    QJsonArray{QJsonObject{{QStringLiteral("attachment"), attachment}},
                        QJsonObject{{QStringLiteral("attachment"), attachment}}}}}}}); // twice: kept once
        bundle.insert(QStringLiteral("entry"), entries);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("with-document.json"));
        write(path, QJsonDocument(bundle).toJson());
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        m_page->open({path});
        QTRY_VERIFY(m_page->draftButton()->isVisible());
        QVERIFY(hasRow(m_page->view(), QStringLiteral("“IR consult” cannot be attached"))); // no PDF in truth
        QTest::mouseClick(m_page->draftButton(), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 1);
        const QString caseId = opened.first().first().toString();
        const ReceivedDocument listed = load(caseId).reviewCase.documents.value(0);
        QCOMPARE(load(caseId).reviewCase.documents.size(), 1);
        QCOMPARE(listed.title, QStringLiteral("Imaging"));
        QVERIFY(listed.type.isEmpty()); // the sender did not say it in our words: nothing required is taken for here
        QCOMPARE(listed.pages, 1);
        auto future =
            m_wizard->workshop->run([caseId](Workspace &workspace) { return workspace.documents(caseId); });
        future.waitForFinished();
        const QList<CaseDocument> kept = future.result().value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().digest, listed.digest);
    }

    void theSameMessageOpensItsCase()
    {
        const QString caseId = draftOf(QStringLiteral("net"));
        const int before = cases();
        QTemporaryDir folder; // under another name
        const QString path = folder.filePath(QStringLiteral("again.json"));
        write(path, message(QStringLiteral("requests/net")));
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        m_page->open({path});
        QTRY_COMPARE(m_page->draftButton()->text(), QStringLiteral("Open the &case"));
        QVERIFY(m_page->list()->item(0)->text().contains(QLatin1String("here already: RD-2026-")));
        QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), caseId);
        QCOMPARE(cases(), before);
    }

    void theSameRequestSaidAnewIsAddedToItsCase()
    {
        const QString caseId = draftOf(QStringLiteral("net"));
        const int before = cases();
        QByteArray changed = message(QStringLiteral("requests/net"));
        QVERIFY(changed.count("\"code\": \"normal\"") + changed.count("\"code\":\"normal\"") > 0);
        changed.replace("\"code\": \"normal\"", "\"code\": \"stat\"").replace("\"code\":\"normal\"", "\"code\":\"stat\"");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("urgent.json"));
        write(path, changed);
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        m_page->open({path});
        QTRY_COMPARE(m_page->draftButton()->text(), QStringLiteral("Add to the &case"));
        QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), caseId);
        QCOMPARE(cases(), before);
        auto future = m_wizard->workshop->run([caseId](Workspace &workspace) { return workspace.loadCase(caseId); });
        future.waitForFinished();
        QCOMPARE(future.result().value().reviewCase.request.urgency, std::optional(Urgency::Expedited));
        QCOMPARE(m_page->draftButton()->text(), QStringLiteral("Open the &case"));
    }

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

    void aRequestDroppedOnACaseIsOfferedToTheIntake()
    {
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(RESOURCES));
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(RESOURCES));
        Appearance appearance;
        Desk desk(*m_wizard->workshop, *composer, *letterhead, {}, appearance, m_wizard->clock());
        showFor<QWidget>(desk);
        desk.openCase(m_wizard->stored.id);
        QTRY_VERIFY(qobject_cast<ReviewPage *>(desk.casePage()));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(requestFile("tace"))});
        const auto drop = [&] {
            QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(desk.casePage(), &enter);
            QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(desk.casePage(), &event);
            return desk.findChild<QMessageBox *>();
        };
        QMessageBox *box = drop();
        QVERIFY(box);
        QVERIFY2(box->text().startsWith(QStringLiteral("“tace.json” is a request or a case file")), qPrintable(box->text()));
        QVERIFY(!desk.casePage()->findChild<AttachDialog *>()); // nothing is offered as a document
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!desk.findChild<QMessageBox *>());
        QVERIFY(desk.casePage());
        box = drop();
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(desk.intake() && desk.intake()->isVisible());
        QTRY_VERIFY(desk.intake()->draftButton()->isVisible());
        QVERIFY(hasRow(desk.intake()->view(), QStringLiteral("Member name")));
    }

    void aWatchedFolderListsWhatArrived()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("slow.json"));
        const QByteArray whole = message(QStringLiteral("requests/icc"));
        write(path, whole.left(1000));
        m_incoming->setFolder(folder.path());
        QTRY_COMPARE(m_page->list()->count(), 1);
        m_page->list()->setCurrentRow(0);
        QVERIFY(m_page->list()->item(0)->text().contains(QLatin1String("still being written")));
        QCOMPARE(m_incoming->waiting(), 0);
        QVERIFY(!m_page->draftButton()->isVisible());
        write(path, whole);
        QTRY_COMPARE(m_incoming->waiting(), 1);
        QTRY_VERIFY(m_page->draftButton()->isVisible()); // the chosen one opens as soon as it is whole
        QVERIFY(m_page->list()->item(0)->text().contains(QLatin1String("arrived")));
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_incoming->waiting(), 0);
        // Another start, another person: it is known to be here without being opened.
        IncomingRequests others(*m_wizard->workshop, m_wizard->clock());
        others.folder().setPace(20, 100);
        QTRY_COMPARE(others.items().size(), 1);
        QTRY_COMPARE(others.items().first().state, IncomingItem::State::Here);
    }

    void entriesAreConfirmedOneByOneOrAllAtOnce()
    {
        ReviewPage page(*m_wizard->workshop, load(draftOf(QStringLiteral("crc"))), m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        auto *request = static_cast<RequestPage *>(page.currentPage());
        const QString name = QStringLiteral("/member/name");
        const qsizetype sent = page.session().content().unconfirmed.size();
        QVERIFY(sent > 10);
        QPushButton *confirm = request->field(name)->confirmButton();
        QVERIFY(confirm && confirm->isVisible());
        QVERIFY(confirm->toolTip().contains(QLatin1String("/entry/1/resource/name")));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QVERIFY(!confirm->isVisible());
        QCOMPARE(page.session().content().unconfirmed.size(), sent - 1);
        request->showField(QStringLiteral("/member/member_id")); // what is corrected is confirmed
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("9"));
        QCOMPARE(page.session().content().unconfirmed.size(), sent - 2);
        auto *notice = request->findChild<Notice *>();
        QVERIFY(notice->message().contains(QString::number(sent - 2)));
        QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(page.session().content().unconfirmed.isEmpty());
        QVERIFY(!notice->isVisible());
        page.session().undo();
        QCOMPARE(page.session().content().unconfirmed.size(), sent - 2);
        page.session().redo();
        page.flush();
        QVERIFY(load(page.session().stored().id).reviewCase.unconfirmed.isEmpty());
    }

    void aFileDroppedOnTheWindowIsOpened()
    {
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(RESOURCES));
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(RESOURCES));
        Appearance appearance;
        Desk desk(*m_wizard->workshop, *composer, *letterhead, {}, appearance, m_wizard->clock());
        showFor<QWidget>(desk);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(requestFile("tace"))});
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk, &drop);
        QVERIFY(desk.intake() && desk.intake()->isVisible());
        QTRY_VERIFY(desk.intake()->draftButton()->isVisible());
        QTest::mouseClick(desk.intake()->draftButton(), Qt::LeftButton);
        QTRY_VERIFY(qobject_cast<ReviewPage *>(desk.casePage()));
        QTest::keyClick(desk.casePage(), Qt::Key_Escape); // leads back to what came
        QTRY_VERIFY(desk.intake()->isVisible());
        QTest::keyClick(desk.intake()->list(), Qt::Key_Escape);
        QTRY_VERIFY(!desk.intake()->isVisible());
        QMimeData picture;
        picture.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.png"))});
        QDragEnterEvent other(QPoint(300, 300), Qt::CopyAction, &picture, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk, &other);
        QVERIFY(!other.isAccepted());
    }

    void physiciansTakeNothingIn()
    {
        m_page.reset();
        m_incoming.reset();
        m_wizard->signIn("phil");
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(RESOURCES));
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(RESOURCES));
        Appearance appearance;
        Desk desk(*m_wizard->workshop, *composer, *letterhead, {}, appearance, m_wizard->clock());
        showFor<QWidget>(desk);
        QVERIFY(!desk.acceptDrops());
        QVERIFY(!desk.showIncoming());
    }

private:
    /// Opens the request and makes a draft of it by keyboard; the case.
    QString draftOf(const QString &name)
    {
        QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
        m_page->open({requestFile(name.toLatin1().constData())});
        if (!QTest::qWaitFor([this] { return m_page->draftButton()->isVisible(); }))
            qFatal("%s was not read", qPrintable(name));
        m_page->draftButton()->setFocus();
        QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
        if (!QTest::qWaitFor([&opened] { return !opened.isEmpty(); }))
            qFatal("no draft of %s", qPrintable(name));
        return opened.first().first().toString();
    }

    StoredCase load(const QString &caseId)
    {
        auto future = m_wizard->workshop->run([caseId](Workspace &workspace) { return workspace.loadCase(caseId); });
        future.waitForFinished();
        const Result<StoredCase> answer = future.result();
        require(answer.ok());
        return *answer;
    }

    int cases()
    {
        auto future = m_wizard->workshop->run([](Workspace &workspace) { return workspace.worklist({}); });
        future.waitForFinished();
        return static_cast<int>(future.result().value().size());
    }

    QTemporaryDir m_settings;
    std::unique_ptr<Wizard> m_wizard;
    std::unique_ptr<IncomingRequests> m_incoming;
    std::unique_ptr<IntakePage> m_page;
};

QTEST_MAIN(TestIntakePage)
#include "tst_intake_page.moc"
