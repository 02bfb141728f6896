#include "tests/window/Seat.h"

#include "letter/LetterComposer.h"
#include "ui/Desk.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QTimer>

namespace reviewdesk {

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void recordFailure()
{
    const QString file =
        QDir::current().filePath(QStringLiteral("%1-%2.png")
                                     .arg(QCoreApplication::applicationFilePath().section(QLatin1Char('/'), -1),
                                         QString::fromLatin1(QTest::currentTestFunction())));
    Typist::picture(file);
    qWarning("the focus was on “%s” in “%s”; the screen: %s", qPrintable(Typist::focusedName()),
        qPrintable(Typist::focusedGroup()), qPrintable(file));
}

} // namespace

Seat::Seat()
{
    m_desk.made();
}

bool Seat::open()
{
    Start start;
    start.entrance.directory = m_desk.directory();
    start.entrance.rulebook = StoreDesk::rulebook();
    start.entrance.clock = &m_desk.clock;
    start.entrance.keyCost = KeyCost::cheap();
    Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QLatin1String(":"));
    Result<Letterhead> letterhead = sampleLetterhead(QLatin1String(":"));
    require(composer.ok() && letterhead.ok());
    start.makeDesk = deskMaker(*composer, *letterhead);
    m_window = std::make_unique<MainWindow>(std::move(start), m_desk.clock);
    m_window->show();
    return QTest::qWaitForWindowActive(m_window.get(), 30'000) && Typist::waitFor([] {
        return QStringList({QStringLiteral("Account"), QStringLiteral("Passphrase")}).contains(Typist::focusedName());
    });
}

bool Seat::signIn(const QString &account)
{
    if (!Typist::tabTo(QStringLiteral("Account")))
        return false;
    Typist::press(QStringLiteral("ctrl+a"));
    Typist::type(account);
    if (!Typist::tabTo(QStringLiteral("Passphrase")))
        return false;
    Typist::type(account); // StoreDesk's passphrases are the login names
    Typist::press(QStringLiteral("Return"));
    return Typist::waitFor([] { return !Typist::read(QStringLiteral("Account: ")).isEmpty(); });
}

bool Seat::handOver(const QString &account)
{
    Typist::press(QStringLiteral("ctrl+l"));
    if (!Typist::waitFor([] { return Typist::reads(QStringLiteral("Unlock")); }))
        return false;
    if (!Typist::tabTo(QStringLiteral("Other account…")))
        return false;
    Typist::press(QStringLiteral("space"));
    return Typist::waitFor([] { return Typist::reads(QStringLiteral("Sign in")); }) && signIn(account);
}

bool Seat::startReview()
{
    Typist::press(QStringLiteral("ctrl+n"));
    return Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Received on"); });
}

bool Seat::fillRequest(const QString &memberName, const QString &memberId)
{
    const auto fill = [](const char *name, const QString &text) {
        return Typist::fill(QString::fromLatin1(name), text);
    };
    const auto choose = [](const char *name, const QString &entry) {
        return Typist::choose(QString::fromLatin1(name), entry);
    };
    const auto check = [](const QString &code) {
        const QString name = Typist::read(code);
        if (name.isEmpty() || !Typist::tabTo(name))
            return false;
        Typist::press(QStringLiteral("space"));
        return true;
    };
    return fill("Received on", QStringLiteral("2026-11-20")) && fill("Received at", QStringLiteral("09:10")) &&
        choose("Channel", label(Channel::Fax)) && choose("Urgency", label(Urgency::Standard)) &&
        choose("Timing", label(Timing::PreService)) &&
        choose("Line of business", label(LineOfBusiness::CommercialInsured)) &&
        choose("Plan state", QStringLiteral("WA")) && fill("Member name", memberName) &&
        fill("Date of birth", QStringLiteral("1961-04-02")) && fill("Member ID", memberId) &&
        fill("Plan", QStringLiteral("Silver 2500")) && fill("Preferred language", QStringLiteral("en")) &&
        fill("Member address", QStringLiteral("12 Elm St\nTacoma, WA 98402")) &&
        fill("Provider name", QStringLiteral("Lee Muller, MD")) && fill("Provider NPI", QStringLiteral("1234567893")) &&
        fill("Fax number", QStringLiteral("253-555-0101")) &&
        fill("Provider address", QStringLiteral("1 Oak St\nTacoma, WA 98402")) && check(QStringLiteral("37243")) &&
        check(QStringLiteral("C2616")) && fill("Diagnosis codes", QStringLiteral("C18.9, C78.7")) &&
        fill("Planned on", QStringLiteral("2026-12-04"));
}

bool Seat::beginReview()
{
    return open() && signIn(QStringLiteral("nora")) && startReview() &&
        fillRequest(QStringLiteral("Quintessa Marlowe"), QStringLiteral("ZQ7781234"));
}

bool Seat::answerColorectal()
{
    return goToStep(2, QStringLiteral("Procedure")) && answer("procedure", "radioembolization") &&
        goToStep(3, QStringLiteral("Location")) && answer("location", "liver") &&
        goToStep(4, QStringLiteral("Tumor")) && answer("tumor_origin", "metastatic") &&
        answer("metastatic_type", "colorectal") && goToStep(5, QStringLiteral("Liver disease"));
}

bool Seat::approve(const QString &authorization)
{
    if (!goToStep(8, QStringLiteral("Recommendation")) ||
        !Typist::fill(QStringLiteral("Authorization number"), authorization) ||
        !Typist::fill(QStringLiteral("Valid from"), QStringLiteral("2026-11-23")) ||
        !Typist::fill(QStringLiteral("Valid to"), QStringLiteral("2027-02-23")) ||
        !Typist::tabTo(QStringLiteral("Approve")))
        return false;
    Typist::press(QStringLiteral("space"));
    return Typist::waitFor([] { return !Typist::read(QStringLiteral("Letter: ")).isEmpty(); });
}

bool Seat::turnToProvider(const QString &words)
{
    if (!Typist::tabTo(QStringLiteral("To the member")))
        return false;
    Typist::press(QStringLiteral("Right"));
    return Typist::waitFor([] { return Typist::focusedName() == QLatin1String("To the provider"); }) &&
        Typist::waitFor([&] { return Typist::reads(words); }); // it is composed anew
}

bool Seat::goToStep(int number, const QString &title)
{
    Typist::press(QStringLiteral("alt+%1").arg(number));
    return Typist::waitFor([&] { return Typist::description(title).contains(QLatin1String("this step is shown")); });
}

bool Seat::answer(const char *fact, const char *value)
{
    const Fact &asked = policy().facts.at(policy().factIndex(QString::fromLatin1(fact)));
    for (const FactOption &option : asked.options) {
        if (option.value != QLatin1String(value))
            continue;
        return Typist::answer(asked.question, option.label);
    }
    qWarning("%s has no value %s", fact, value);
    return false;
}

QString Seat::criterion(const QString &id)
{
    return Typist::read(id + QLatin1String(", "));
}

void Seat::openFileDialog(const QString &file)
{
    // The dialog runs an event loop of its own inside the key press, so who answers it must be called from there.
    QTimer answer;
    QObject::connect(&answer, &QTimer::timeout, &answer, [&answer, &file] {
        const QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog || !dialog->isActiveWindow() || !Typist::focusedName().startsWith(QLatin1String("File name")))
            return;
        answer.stop();
        Typist::press(QStringLiteral("ctrl+a"));
        Typist::type(file);
        Typist::press(QStringLiteral("Return"));
    });
    answer.start(50);
    Typist::press(QStringLiteral("space"));
}

QString Seat::saveLetter(const QString &fileName)
{
    if (!Typist::tabTo(QStringLiteral("Issue letter")))
        return {};
    Typist::press(QStringLiteral("space"));
    if (!Typist::waitFor([] { return Typist::reads(QStringLiteral("Its words are frozen")); }))
        return {};
    if (!Typist::tabTo(QStringLiteral("Save PDF…")))
        return {};
    const QString file = m_folder.filePath(fileName);
    openFileDialog(file);
    if (!Typist::waitFor([] { return Typist::reads(QStringLiteral("The letter is written.")); }))
        return {};
    return QFile::exists(file) ? file : QString();
}

void Seat::leave()
{
    const QStringList blocks = GuiWatch::running()->takeBlocks();
    if (const QString longest = GuiWatch::running()->takeLongest(); !longest.isEmpty())
        qInfo("the longest moment: %s", qPrintable(longest));
    if (QTest::currentTestFailed())
        recordFailure();
    m_window.reset();
    QVERIFY2(blocks.isEmpty(),
        qPrintable(QLatin1String("the window stood still:\n  ") + blocks.join(QLatin1String("\n  "))));
}

QString textOfPdf(const QString &file)
{
    return QString::fromUtf8(outputOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")})).simplified();
}

QStringList fontsNotEmbedded(const QString &file, bool *any)
{
    // name, type, encoding, then "emb sub uni object ID": the yes or no are counted from the end
    QStringList lines = QString::fromUtf8(outputOf(QStringLiteral("pdffonts"), {file})).split(QLatin1Char('\n'));
    lines.removeAll(QString());
    *any = lines.size() > 2;
    QStringList loose;
    for (qsizetype line = 2; line < lines.size(); ++line) {
        const QStringList words = lines.at(line).simplified().split(QLatin1Char(' '));
        if (words.size() < 6 || words.at(words.size() - 5) != QLatin1String("yes"))
            loose << words.first();
    }
    return loose;
}

} // namespace reviewdesk
