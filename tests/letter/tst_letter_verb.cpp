#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <functional>

namespace {

struct Run {
    int status = -1;
    QString complaints;
    QString answer;
};

Run letter(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PROGRAM), QStringList{QStringLiteral("letter")} + arguments);
    Run run;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        run.status = process.exitCode();
    run.complaints = QString::fromUtf8(process.readAllStandardError());
    run.answer = QString::fromUtf8(process.readAllStandardOutput());
    return run;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The program itself: exit status, complaints, and that nothing is written when it refuses.
class TestLetterVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void refusesWithEveryReason();
    void tellsTheRound_data();
    void tellsTheRound();
    void repeatsNothingOfTheFile_data();
    void repeatsNothingOfTheFile();
    void wrongCall_data();
    void wrongCall();
    void letterheads();
    void days_data();
    void days();
    void aLetterWithoutADayIsOfToday();
    void help();

private:
    QString out(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString changedCase(const std::function<void(QJsonObject &)> &change) const
    {
        QJsonObject object = QJsonDocument::fromJson(bytesOf(m_case)).object();
        change(object);
        QFile file(m_dir.filePath(QStringLiteral("changed.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0)
            return {};
        return file.fileName();
    }
    static QStringList call(const QString &caseFile, const QString &out)
    {
        return {QStringLiteral("--case"), caseFile, QStringLiteral("--kind"), QStringLiteral("denial"),
            QStringLiteral("--to"), QStringLiteral("provider"), QStringLiteral("--out"), out};
    }
    const QString m_case = QStringLiteral(TEST_DATA "/letters/denial.json");
    QTemporaryDir m_dir;
};

void TestLetterVerb::writes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("pdf") << QStringLiteral("a.pdf") << QByteArray("%PDF-1.");
    QTest::newRow("html") << QStringLiteral("a.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("text") << QStringLiteral("a.TXT") << QByteArray("SAMPLE");
}

void TestLetterVerb::writes()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, start);
    const Run run = letter(call(m_case, m_dir.filePath(file)));
    QVERIFY2(run.status == 0, qPrintable(run.complaints));
    const QByteArray bytes = bytesOf(m_dir.filePath(file));
    QVERIFY2(bytes.startsWith(start), bytes.left(40).constData());
    QCOMPARE(letter(call(m_case, m_dir.filePath(file))).status, 0);
    QVERIFY(bytes == bytesOf(m_dir.filePath(file)));
}

void TestLetterVerb::refusesWithEveryReason()
{
    const QString file = changedCase([](QJsonObject &object) {
        QJsonObject facts = object.value(QStringLiteral("facts")).toObject();
        facts.insert(QStringLiteral("progressive"), QJsonValue::Null);
        object.insert(QStringLiteral("facts"), facts);
        QJsonObject determination = object.value(QStringLiteral("determination")).toObject();
        determination.insert(QStringLiteral("by"), determination.value(QStringLiteral("prepared_by")));
        object.insert(QStringLiteral("determination"), determination);
    });
    const Run run = letter(call(file, out("refused.pdf")));
    QCOMPARE(run.status, 1);
    QVERIFY(!QFile::exists(out("refused.pdf")));
    for (const char *reason : {"by a physician", "prepared it", "undetermined", "specialty"})
        QVERIFY2(run.complaints.contains(QString::fromLatin1(reason)), qPrintable(run.complaints));

    const Run unknown = letter(
        call(changedCase([](QJsonObject &object) { object.insert(QStringLiteral("colour"), 1); }), out("refused.pdf")));
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.complaints.contains(QStringLiteral("/colour")), qPrintable(unknown.complaints));
    QVERIFY(!QFile::exists(out("refused.pdf")));
}

void TestLetterVerb::tellsTheRound_data()
{
    QTest::addColumn<QJsonObject>("round");
    QTest::addColumn<QString>("said"); // empty: a complaint
    const QString appeal = QStringLiteral("This is our decision on the appeal of our denial of October 5, 2026.");
    const QString first = QStringLiteral("The appeal must reach us within 180 days");
    QTest::newRow("appeal") << QJsonObject{{QStringLiteral("kind"), QStringLiteral("appeal")},
                                   {QStringLiteral("denied_at"), QStringLiteral("2026-10-05T12:00:00-07:00")}}
                            << appeal;
    QTest::newRow("first") << QJsonObject{{QStringLiteral("kind"), QStringLiteral("first")}} << first;
    QTest::newRow("reopened") << QJsonObject{{QStringLiteral("kind"), QStringLiteral("reopened")}} << first;
    QTest::newRow("no such round") << QJsonObject{{QStringLiteral("kind"), QStringLiteral("second")}} << QString();
    QTest::newRow("no kind") << QJsonObject() << QString();
}

void TestLetterVerb::tellsTheRound()
{
    QFETCH(const QJsonObject, round);
    QFETCH(const QString, said);
    const QString file =
        changedCase([&round](QJsonObject &object) { object.insert(QStringLiteral("round"), round); });
    const Run run = letter(call(file, out("round.txt")));
    QCOMPARE(run.status, said.isEmpty() ? 1 : 0);
    if (said.isEmpty())
        QVERIFY2(run.complaints.contains(QStringLiteral("/round")), qPrintable(run.complaints));
    else
        QVERIFY(QString::fromUtf8(bytesOf(out("round.txt"))).simplified().contains(said));
}

void TestLetterVerb::repeatsNothingOfTheFile_data()
{
    QTest::addColumn<QString>("in"); // the member of the case file
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("place");
    const QJsonValue ana(QStringLiteral("Ana Example"));
    QTest::newRow("a fact's value") << QStringLiteral("facts") << QStringLiteral("procedure") << ana << QStringLiteral("/facts/procedure");
    QTest::newRow("a recorded item") << QStringLiteral("recorded") << QStringLiteral("child_pugh") << ana << QStringLiteral("/recorded/child_pugh");
}

/// A case file is a member's, and complaints go into logs: where it is wrong is said, not what stands there.
void TestLetterVerb::repeatsNothingOfTheFile()
{
    QFETCH(QString, in);
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, place);
    const Run run = letter(call(changedCase([&](QJsonObject &object) {
        QJsonObject part = object.value(in).toObject();
        part.insert(name, value);
        object.insert(in, part);
    }),
        out("refused.pdf")));
    QCOMPARE(run.status, 1);
    QVERIFY2(run.complaints.contains(place), qPrintable(run.complaints));
    QVERIFY2(!run.complaints.contains(QStringLiteral("Ana")), qPrintable(run.complaints));
    QVERIFY(!QFile::exists(out("refused.pdf")));
}

void TestLetterVerb::wrongCall_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no such file") << call(QStringLiteral("no-such-file.json"), out("w.pdf"));
    QTest::newRow("a folder that is not there") << call(m_case, out("no/such/folder/w.pdf"));
    QTest::newRow("an ending that is none") << call(m_case, out("w.docx"));
    QTest::newRow("an unknown option") << call(m_case, out("w.pdf")) + QStringList{QStringLiteral("--colour")};
    QTest::newRow("a word too many") << call(m_case, out("w.pdf")) + QStringList{QStringLiteral("more")};
    QStringList kind = call(m_case, out("w.pdf"));
    kind[3] = QStringLiteral("refusal");
    QTest::newRow("an unknown kind") << kind;
    QStringList to = call(m_case, out("w.pdf"));
    to[5] = QStringLiteral("everyone");
    QTest::newRow("an unknown recipient") << to;
    QTest::newRow("a time zone that is none")
        << call(m_case, out("w.pdf")) + QStringList{QStringLiteral("--time-zone"), QStringLiteral("Washington/Tacoma")};
    QTest::newRow("a letterhead that is not there")
        << call(m_case, out("w.pdf")) + QStringList{QStringLiteral("--letterhead"), QStringLiteral("none.json")};
}

void TestLetterVerb::wrongCall()
{
    QFETCH(QStringList, arguments);
    const Run run = letter(arguments);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.complaints.contains(QStringLiteral("reviewdesk letter: ")), qPrintable(run.complaints));
    QVERIFY(!QFile::exists(out("w.pdf")) && !QFile::exists(out("w.docx")));
}

void TestLetterVerb::letterheads()
{
    QJsonObject own =
        QJsonDocument::fromJson(bytesOf(QStringLiteral(RESOURCES "/letters/sample-letterhead.json"))).object();
    own.insert(QStringLiteral("plan_name"), QStringLiteral("Own Plan"));
    const QString withOwn =
        changedCase([&own](QJsonObject &object) { object.insert(QStringLiteral("letterhead"), own); });
    QCOMPARE(letter(call(withOwn, out("own.txt"))).status, 0);
    const QString text = QString::fromUtf8(bytesOf(out("own.txt")));
    QVERIFY(text.startsWith(QStringLiteral("Own Plan")) && !text.contains(QStringLiteral("SAMPLE: the plan")));

    own.remove(QStringLiteral("appeal_limit"));
    QFile file(out("letterhead.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(own).toJson()) > 0);
    file.close();
    const Run run =
        letter(call(withOwn, out("none.txt")) + QStringList{QStringLiteral("--letterhead"), file.fileName()});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.complaints.contains(QStringLiteral("appeal_limit")), qPrintable(run.complaints));
    QVERIFY(!QFile::exists(out("none.txt")));
}

void TestLetterVerb::days_data()
{
    QTest::addColumn<QString>("received");
    QTest::addColumn<QString>("replyBy");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("words"); ///< of the letter, or of its refusal
    QTest::addColumn<bool>("written");
    const QString evening = QStringLiteral("2026-11-20T20:00:00-08:00"); // the 21st in UTC
    const QStringList pacific{QStringLiteral("--time-zone"), QStringLiteral("America/Los_Angeles")};
    QTest::newRow("days of the file's offset") << evening << QString() << QStringList() << QStringLiteral("November 25, 2026") << true;
    QTest::newRow("days of a zone") << QStringLiteral("2026-11-21T04:00:00Z") << QString() << pacific << QStringLiteral("November 25, 2026") << true;
    QTest::newRow("days of UTC, where the file is") << QStringLiteral("2026-11-21T04:00:00Z") << QString() << QStringList() << QStringLiteral("November 26, 2026") << true;
    QTest::newRow("told in the zone") << QStringLiteral("2026-11-21T04:00:00Z") << QString() << pacific << QStringLiteral("November 20, 2026") << true;
    QTest::newRow("the last day that can be named") << evening << QStringLiteral("2026-11-25") << QStringList() << QStringLiteral("November 25, 2026") << true;
    QTest::newRow("after the decision is due") << evening << QStringLiteral("2026-11-26") << QStringList()
                                               << QStringLiteral("/determination/reply_by: Reply by") << false;
    QTest::newRow("over on the letter's day") << evening << QStringLiteral("2026-11-22") << QStringList()
                                              << QStringLiteral("/determination/reply_by: The day to answer by") << false;
}

void TestLetterVerb::days()
{
    QFETCH(QString, received);
    QFETCH(QString, replyBy);
    QFETCH(QStringList, options);
    QFETCH(QString, words);
    QFETCH(bool, written);
    const QString file = changedCase([&](QJsonObject &object) {
        QJsonObject facts = object.value(QStringLiteral("facts")).toObject();
        facts.insert(QStringLiteral("progressive"), QJsonValue::Null);
        object.insert(QStringLiteral("facts"), facts);
        object.insert(QStringLiteral("received_at"), received);
        QJsonObject determination{{QStringLiteral("decision"), QStringLiteral("pended")},
            {QStringLiteral("at"), QStringLiteral("2026-11-23T15:00:00-08:00")}};
        if (!replyBy.isEmpty())
            determination.insert(QStringLiteral("reply_by"), replyBy);
        object.insert(QStringLiteral("determination"), determination);
    });
    QStringList arguments = call(file, out("days.txt"));
    arguments[3] = QStringLiteral("information_request");
    QFile::remove(out("days.txt"));
    const Run run = letter(arguments + options);
    QVERIFY2(run.status == (written ? 0 : 1), qPrintable(run.complaints));
    const QString text = written ? QString::fromUtf8(bytesOf(out("days.txt"))) : run.complaints;
    QVERIFY2(text.contains(words), qPrintable(text));
}

/// It was dated with the day of receipt, and what runs from the date of the letter ran before it was written.
void TestLetterVerb::aLetterWithoutADayIsOfToday()
{
    const QString file = changedCase([](QJsonObject &object) {
        QJsonObject determination = object.value(QStringLiteral("determination")).toObject();
        determination.remove(QStringLiteral("at"));
        object.insert(QStringLiteral("determination"), determination);
        object.insert(QStringLiteral("received_at"), QStringLiteral("2025-11-20T09:10:00-08:00"));
    });
    const QTimeZone zone(-8 * 3600);
    const auto today = [&zone] {
        return QLocale(QLocale::English, QLocale::UnitedStates)
            .toString(QDateTime::currentDateTimeUtc().toTimeZone(zone).date(), QStringLiteral("MMMM d, yyyy"));
    };
    const QString before = today();
    const Run run = letter(call(file, out("today.txt")));
    QVERIFY2(run.status == 0, qPrintable(run.complaints));
    const QString text = QString::fromUtf8(bytesOf(out("today.txt")));
    QVERIFY2(text.contains(before) || text.contains(today()), qPrintable(text));
}

void TestLetterVerb::help()
{
    const Run run = letter({QStringLiteral("--help")});
    QCOMPARE(run.status, 0);
    for (const char *option : {"--case", "--kind", "--to", "--out", "--letterhead", "--time-zone"})
        QVERIFY2(run.answer.contains(QString::fromLatin1(option)), option);
}

QTEST_GUILESS_MAIN(TestLetterVerb)
#include "tst_letter_verb.moc"
