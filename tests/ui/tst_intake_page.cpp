#include "IntakeDesk.h"

#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/documents/AttachDialog.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Notice.h"

#include <QBuffer>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>

using namespace reviewdesk;

/// From a file that came to a case.
class TestIntakePage : public QObject, private IntakeDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { sitDown(); }
    void cleanup() { leave(); }

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
};

QTEST_MAIN(TestIntakePage)
#include "tst_intake_page.moc"
