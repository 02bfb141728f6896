#include "FhirDesk.h"
#include "tests/window/Seat.h"

#include "documents/Attachment.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace reviewdesk;

namespace {

const QString consult = QStringLiteral("Surgical consult");

/// The same bytes whenever it is asked for: a PDF says when it was made.
QByteArray consultPdf()
{
    static QByteArray bytes;
    if (!bytes.isEmpty())
        return bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (const char *words : {"Surgical consult of an invented person.", "She is not a candidate for resection."}) {
        if (words[1] == 'h')
            writer.newPage();
        painter.drawText(QPointF(1000, 1000), QString::fromLatin1(words));
    }
    painter.end();
    return bytes;
}

/// The request for HCC with the consult as an attachment.
QByteArray requestWithConsult()
{
    QJsonObject bundle = QJsonDocument::fromJson(message(QStringLiteral("requests/hcc"))).object();
    QJsonArray entries = bundle.value(QStringLiteral("entry")).toArray();
    const QJsonObject attachment{{QStringLiteral("contentType"), QStringLiteral("application/pdf")},
        {QStringLiteral("title"), consult}, {QStringLiteral("data"), QString::fromLatin1(consultPdf().toBase64())}};
    const QJsonObject type{{QStringLiteral("coding"),
        QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:reviewdesk:MED140")},
            {QStringLiteral("code"), QStringLiteral("unresectability")}}}}};
    const QJsonObject reference{{QStringLiteral("resourceType"), QStringLiteral("DocumentReference")},
        {QStringLiteral("type"), type},
        {QStringLiteral("content"), QJsonArray{QJsonObject{{QStringLiteral("attachment"), attachment}}}}};
    entries.append(QJsonObject{{QStringLiteral("fullUrl"), QStringLiteral("https://clinic.example/fhir/DocumentReference/c")},
        {QStringLiteral("resource"), reference}});
    bundle.insert(QStringLiteral("entry"), entries);
    return QJsonDocument(bundle).toJson();
}

} // namespace

/// A request by FHIR in the real window: dropped on it by the mouse, or opened; from there on with nothing but keys its values
/// are confirmed, a passage of the document that came along is marked as an answer's source, and the provider's letter cites it.
class tst_window_intake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { seat.leave(); }
    void openedByKeys();
    void fromTheMessageToTheLetter();

private:
    /// Signed in, with the message as a file; its path, empty when the window did not come.
    QString begin();
    /// Goes to the question and takes what the message suggests.
    bool confirm(const char *fact);

    QTemporaryDir folder;
    Seat seat;
};

bool tst_window_intake::confirm(const char *fact)
{
    const Fact &asked = seat.policy().facts.at(seat.policy().factIndex(QString::fromLatin1(fact)));
    const QString offered = QStringLiteral("Confirm the suggestion: ") + asked.label;
    if (!Typist::waitFor([&] { return !Typist::read(offered).isEmpty(); }) || !Typist::tabTo(offered))
        return false;
    Typist::press(QStringLiteral("space"));
    return Typist::waitFor([&] { return Typist::read(offered).isEmpty(); });
}

QString tst_window_intake::begin()
{
    const QString path = folder.filePath(QStringLiteral("request.json"));
    QFile file(path);
    const bool isThere = file.open(QIODevice::WriteOnly) && file.write(requestWithConsult()) > 0 && file.flush();
    return isThere && seat.open() && seat.signIn(QStringLiteral("nora")) ? path : QString();
}

void tst_window_intake::openedByKeys()
{
    const QString path = begin();
    QVERIFY(!path.isEmpty());
    Typist::press(QStringLiteral("ctrl+o"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName().startsWith(QLatin1String("File name")); }));
    Typist::type(path);
    Typist::press(QStringLiteral("Return"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Make a draft")); }));
}

void tst_window_intake::fromTheMessageToTheLetter()
{
    const QString path = begin();
    QVERIFY(!path.isEmpty());
    QVERIFY(Typist::drop(QStringLiteral(DRAG_SOURCE), path));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Make a draft")); }));
    QVERIFY(Typist::reads(QStringLiteral("Suggested answers, for you to confirm one by one (6)")));
    QVERIFY(Typist::reads(QStringLiteral("/entry/1/resource/name")));
    Typist::press(QStringLiteral("alt+m"));

    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Received on"); }));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("entries stand as they were sent")); }));
    Typist::press(QStringLiteral("alt+a"));
    QVERIFY(Typist::waitFor([] { return !Typist::reads(QStringLiteral("entries stand as they were sent")); }));
    QVERIFY(Typist::choose(QStringLiteral("Timing"), label(Timing::PreService)));
    QVERIFY(Typist::choose(QStringLiteral("Line of business"), label(LineOfBusiness::CommercialInsured)));
    QVERIFY(Typist::choose(QStringLiteral("Plan state"), QStringLiteral("WA")));

    QVERIFY(seat.goToStep(2, QStringLiteral("Procedure")));
    QVERIFY(Typist::reads(QStringLiteral("Not decided"))); // nothing suggested counts
    QVERIFY(confirm("procedure"));
    QVERIFY(seat.goToStep(3, QStringLiteral("Location")));
    QVERIFY(confirm("location"));
    QVERIFY(seat.goToStep(4, QStringLiteral("Tumor")));
    QVERIFY(confirm("tumor_origin"));
    QVERIFY(confirm("primary_type"));
    QVERIFY(seat.goToStep(5, QStringLiteral("Liver disease")));
    QVERIFY(Typist::reads(QStringLiteral("Not decided")));
    QVERIFY(confirm("unresectable"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Criteria met")); }));

    // The passage is marked in the document that came along, beside the question.
    Typist::press(QStringLiteral("F8"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Page 1 of 2"); }));
    Typist::press(QStringLiteral("ctrl+Next"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Page 2 of 2"); }));
    Typist::press(QStringLiteral("shift+Down"));
    QVERIFY(Typist::waitFor(
        [] { return Typist::reads(QStringLiteral("Page 2: “She is not a candidate for resection.”")); }));
    QVERIFY(Typist::reads(QStringLiteral("Use as source of: Unresectable")));
    Typist::press(QStringLiteral("Return"));
    QVERIFY(Typist::waitFor([] {
        return Typist::reads(consult + QStringLiteral(", p. 2: “She is not a candidate for resection.”"));
    }));
    Typist::press(QStringLiteral("F8"));
    QVERIFY(seat.goToStep(7, QStringLiteral("Documents")));
    QVERIFY(Typist::waitFor([] { return Typist::reads(consult); }));

    QVERIFY(seat.approve(QStringLiteral("AUTH-55121")));
    QVERIFY(seat.turnToProvider(QStringLiteral("Dear Lee Example")));
    const QString letter = seat.saveLetter(QStringLiteral("provider.pdf"));
    QVERIFY(!letter.isEmpty());
    const QString text = textOfPdf(letter);
    for (const QString &words : {consult, QStringLiteral("not a candidate for resection"), QStringLiteral("AUTH-55121")})
        QVERIFY2(text.contains(words), qPrintable(words + QLatin1String(" is not in: ") + text));
    QVERIFY2(text.contains(consult + QStringLiteral(", page 2")), qPrintable(text));

    // The document itself is kept with the case.
    const std::unique_ptr<Workspace> sam = seat.desk().opened(QStringLiteral("sam"));
    const QList<WorklistRow> rows = sam->worklist({}).value();
    QCOMPARE(rows.size(), 1);
    const QList<CaseDocument> documents = sam->documents(rows.first().caseId).value();
    QCOMPARE(documents.size(), 1);
    QCOMPARE(documents.first().digest, documentDigest(consultPdf()));
    QCOMPARE(documents.first().pages, 2);
}

REVIEWDESK_WINDOW_MAIN(tst_window_intake)
#include "tst_window_intake.moc"
