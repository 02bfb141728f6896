#include "FhirDesk.h"
#include "tests/window/Seat.h"

#include "cases/Csv.h"
#include "documents/Attachment.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
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

/// A scanned page in which every point differs: nothing makes it small.
QByteArray largeScan()
{
    QImage page(2000, 2600, QImage::Format_Grayscale8);
    quint32 noise = 7;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            noise = noise * 1664525U + 1013904223U;
            page.scanLine(y)[x] = static_cast<uchar>(noise >> 24U);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "PNG");
    return bytes;
}

/// A request with the consult as an attachment.
QByteArray requestWith(const QByteArray &document, const char *type, const char *request = "requests/hcc")
{
    QJsonObject bundle = QJsonDocument::fromJson(message(QString::fromLatin1(request))).object();
    QJsonArray entries = bundle.value(QStringLiteral("entry")).toArray();
    const QJsonObject attachment{{QStringLiteral("contentType"), QLatin1String(type)},
        {QStringLiteral("title"), consult}, {QStringLiteral("data"), QString::fromLatin1(document.toBase64())}};
    const QJsonObject kind{{QStringLiteral("coding"),
        QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:reviewdesk:MED140")},
            {QStringLiteral("code"), QStringLiteral("unresectability")}}}}};
    const QJsonObject reference{{QStringLiteral("resourceType"), QStringLiteral("DocumentReference")},
        {QStringLiteral("type"), kind},
        {QStringLiteral("content"), QJsonArray{QJsonObject{{QStringLiteral("attachment"), attachment}}}}};
    entries.append(QJsonObject{{QStringLiteral("fullUrl"), QStringLiteral("https://clinic.example/fhir/DocumentReference/c")},
        {QStringLiteral("resource"), reference}});
    bundle.insert(QStringLiteral("entry"), entries);
    return QJsonDocument(bundle).toJson();
}

} // namespace

/// A request by FHIR in the real window: dropped on it by the mouse, or opened; from there on with nothing but keys its values
/// are confirmed, a passage of the document that came along is marked as an answer's source, and the provider's letter cites it.
/// The watch sees what a large document and a table of many requests take of the window's time.
class tst_window_intake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { seat.leave(); }
    void openedByKeys();
    void fromTheMessageToTheLetter();
    void aLargeDocumentComesAlong();
    void aTableOfAsManyRequestsAsOneMayHave();

private:
    /// Signed in, with what comes in as a file; its path, empty when the window did not come.
    QString begin(const QByteArray &content, const QString &fileName = QStringLiteral("request.json"));
    /// By Ctrl+O; whether the button then says this.
    bool openFile(const QString &path, const QString &button);
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

QString tst_window_intake::begin(const QByteArray &content, const QString &fileName)
{
    const QString path = folder.filePath(fileName);
    QFile file(path);
    const bool isThere = file.open(QIODevice::WriteOnly) && file.write(content) > 0 && file.flush();
    return isThere && seat.open() && seat.signIn(QStringLiteral("nora")) ? path : QString();
}

bool tst_window_intake::openFile(const QString &path, const QString &button)
{
    Typist::press(QStringLiteral("ctrl+o"));
    if (!Typist::waitFor([] { return Typist::focusedName().startsWith(QLatin1String("File name")); }))
        return false;
    Typist::type(path);
    Typist::press(QStringLiteral("Return"));
    return Typist::waitFor([&] { return Typist::reads(button); });
}

void tst_window_intake::openedByKeys()
{
    const QString path = begin(requestWith(consultPdf(), "application/pdf"));
    QVERIFY(!path.isEmpty());
    QVERIFY(openFile(path, QStringLiteral("Make a draft")));
}

void tst_window_intake::aLargeDocumentComesAlong()
{
    const QByteArray scan = largeScan();
    QVERIFY(scan.size() > 5'000'000);
    const QString path = begin(requestWith(scan, "image/png", "requests/crc"));
    QVERIFY(!path.isEmpty());
    QVERIFY(openFile(path, QStringLiteral("Make a draft")));
    Typist::press(QStringLiteral("alt+m"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Received on"); }));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("entries stand as they were sent")); }));
    const std::unique_ptr<Workspace> sam = seat.desk().opened(QStringLiteral("sam"));
    QStringList digests;
    for (const WorklistRow &row : sam->worklist({}).value()) {
        for (const CaseDocument &document : sam->documents(row.caseId).value())
            digests.append(document.digest);
    }
    QVERIFY(digests.contains(documentDigest(scan)));
}

void tst_window_intake::aTableOfAsManyRequestsAsOneMayHave()
{
    constexpr int rows = CsvTable::mostRows;
    QByteArray table = "member_name,birth_date,member_id,provider_npi,received_at\n";
    for (int row = 0; row < rows; ++row)
        table += "Member " + QByteArray::number(row) + ",1961-04-02,T" + QByteArray::number(row) + ",1234567893,2026-11-20 09:10\n";
    const QString path = begin(table, QStringLiteral("requests.csv"));
    QVERIFY(!path.isEmpty());
    QVERIFY(openFile(path, QStringLiteral("Make %1 drafts").arg(rows)));
    Typist::press(QStringLiteral("alt+m"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Making drafts: 100 done")); }, 60'000));
    Typist::press(QStringLiteral("alt+s"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("drafts were made")); }));
    QVERIFY(Typist::tabTo(QStringLiteral("What was understood")));
    Typist::press(QStringLiteral("Down"));
    Typist::press(QStringLiteral("Right"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("column birth_date")); })); // a cell of the row
    Typist::press(QStringLiteral("Escape"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Search cases")); }));
}

void tst_window_intake::fromTheMessageToTheLetter()
{
    const QString path = begin(requestWith(consultPdf(), "application/pdf"));
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
