#include "app/Program.h"

#include "app/DeskLibrary.h"
#include "app/Verb.h"
#include "cases/Rulebook.h"
#include "support/Clock.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QEvent>
#include <QIcon>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include <cstdlib>
#include <future>

namespace reviewdesk {

namespace {

const QLatin1String resources(":");
constexpr int fewestCases = 1;
constexpr int mostCases = 100'000;
constexpr int usualCases = 240;

struct Call {
    QString directory;
    bool demo = false;
    int cases = usualCases;
};

/// Those that are not for Qt, which takes its own when the QApplication is made: one or two dashes, the value in the next
/// argument or, where it bears that, after "=".
QStringList ownArguments(int argc, char **argv)
{
    static const QStringList alone{QStringLiteral("reverse"), QStringLiteral("nograb"), QStringLiteral("dograb"),
        QStringLiteral("widgetcount")};
    static const QStringList withValue{QStringLiteral("platform"), QStringLiteral("platformpluginpath"),
        QStringLiteral("platformtheme"), QStringLiteral("plugin"), QStringLiteral("style"), QStringLiteral("stylesheet"),
        QStringLiteral("session"), QStringLiteral("display"), QStringLiteral("name"), QStringLiteral("geometry"),
        QStringLiteral("title"), QStringLiteral("icon"), QStringLiteral("qwindowgeometry"), QStringLiteral("qwindowtitle"),
        QStringLiteral("qwindowicon"), QStringLiteral("qmljsdebugger")};
    QStringList own;
    for (int at = 0; at < argc; ++at) {
        const QString argument = QString::fromLocal8Bit(argv[at]);
        const QString name = argument.mid(argument.startsWith(QLatin1String("--")) ? 2 : 1);
        if (at == 0 || !argument.startsWith(QLatin1Char('-')))
            own.append(argument);
        else if (withValue.contains(name))
            ++at;
        else if (!alone.contains(name) && !(name.contains(QLatin1Char('=')) && withValue.contains(name.section(QLatin1Char('='), 0, 0))))
            own.append(argument);
    }
    return own;
}

Result<Call> readCall(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const QCommandLineOption workspace(QStringLiteral("workspace"), QString(), QStringLiteral("DIR"));
    const QCommandLineOption demo(QStringLiteral("demo"));
    const QCommandLineOption cases(
        QStringLiteral("cases"), QString(), QStringLiteral("N"), QString::number(usualCases));
    parser.addOptions({workspace, demo, cases});
    if (!parser.parse(arguments))
        return Error{QStringLiteral("wrong_call"), parser.errorText(), {}};
    if (!parser.positionalArguments().isEmpty())
        return Error{QStringLiteral("wrong_call"),
            QStringLiteral("“%1” is neither a verb nor an option").arg(parser.positionalArguments().first()), {}};
    Call call;
    call.demo = parser.isSet(demo);
    call.directory = parser.value(workspace);
    bool isNumber = false;
    call.cases = parser.value(cases).toInt(&isNumber);
    if (!isNumber || call.cases < fewestCases || call.cases > mostCases)
        return Error{QStringLiteral("wrong_call"),
            QStringLiteral("--cases takes a whole number from %1 to %2").arg(fewestCases).arg(mostCases), {}};
    if (parser.isSet(cases) && !call.demo)
        return Error{QStringLiteral("wrong_call"), QStringLiteral("--cases goes with --demo"), {}};
    if (call.demo && parser.isSet(workspace))
        return Error{QStringLiteral("wrong_call"), QStringLiteral("--demo makes a workspace of its own"), {}};
    return call;
}

QByteArray randomPassphrase()
{
    QByteArray bytes(24, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Practice begins with a nurse's work, which is the first that the program is for.
Result<void> signInNurse(Workspace &workspace, const QByteArray &passphrase)
{
    const Result<QList<UserAccount>> accounts = workspace.users();
    if (!accounts)
        return accounts.error();
    for (const UserAccount &account : *accounts)
        if (account.role == Role::Nurse)
            return workspace.signInAs(account.loginName, passphrase);
    return {};
}

/// What the program knows, read while the passphrase is typed or when the first workspace is opened, off the window's
/// thread: most of the work of a start, which the sign-in window does not wait for.
struct Knowledge {
    std::shared_ptr<const Rulebook> rulebook;
    DeskParts desk;
};

Result<Knowledge> readKnowledge()
{
    Result<std::shared_ptr<const Rulebook>> rulebook = loadRulebook(resources, QTimeZone::systemTimeZone());
    if (!rulebook)
        return rulebook.error();
    const Result<const DeskLibrary *> library = deskLibrary();
    if (!library)
        return library.error();
    Result<DeskParts> desk = (*library)->parts(resources);
    if (!desk)
        return desk.error();
    return Knowledge{*rulebook, std::move(desk).value()};
}

/// Calls once what is painted first has been shown.
class FirstPaint : public QObject {
public:
    FirstPaint(QWidget &window, std::function<void()> then) : QObject(&window), m_then(std::move(then))
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, m_then); // the widgets in the window are painted with it
        }
        return false;
    }

private:
    std::function<void()> m_then;
};

/// Nothing can be opened, and nothing is open yet, in a program that was built wrong: it ends.
Knowledge knowledgeOrEnd()
{
    Result<Knowledge> knowledge = readKnowledge();
    if (knowledge)
        return std::move(knowledge).value();
    complain(QString(), knowledge.error().message);
    std::_Exit(ExitWrongCall);
}

/// A workspace that lives as long as the program, with the accounts and cases of the practice caseload. Its passphrase
/// is random and known to this process alone, so its key slots need no cost.
Workshop::Opener practiceOpener(const std::shared_future<Knowledge> &knowledge, const QString &directory, int cases,
    const QByteArray &passphrase, const Clock &clock)
{
    return [=, &clock]() -> Result<std::unique_ptr<Workspace>> {
        const Knowledge &known = knowledge.get();
        if (Workspace::exists(directory))
            return Workspace::open(directory, QString(), passphrase, known.rulebook, clock);
        NewUser supervisor;
        supervisor.loginName = QStringLiteral("practice");
        supervisor.name = QStringLiteral("Practice Supervisor");
        supervisor.role = Role::Supervisor;
        supervisor.passphrase = passphrase;
        WorkspaceSettings settings;
        settings.organisation = QStringLiteral("Practice caseload");
        settings.timeZone = known.rulebook->zone.id();
        Result<Workspace::Created> created =
            Workspace::create(directory, supervisor, settings, known.rulebook, clock, KeyCost::cheap());
        if (!created)
            return created.error();
        constexpr quint32 seed = 140;
        const Result<void> added =
            known.desk.bringPractice(*created->workspace, cases, seed, passphrase, KeyCost::cheap());
        if (!added)
            return added.error();
        if (Result<void> nurse = signInNurse(*created->workspace, passphrase); !nurse)
            return nurse.error();
        return std::move(created->workspace);
    };
}

} // namespace

int runProgram(int &argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
    const Result<Call> call = readCall(ownArguments(argc, argv)); // before a display is asked for: there may be none
    if (!call) {
        complain(QString(), call.error().message);
        return ExitWrongCall;
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("reviewdesk"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/style/reviewdesk.svg")));

    const std::shared_future<Knowledge> knowledge = std::async(std::launch::deferred, knowledgeOrEnd).share();
    const SystemClock clock;
    const QTemporaryDir practiceRoom(QDir::tempPath() + QStringLiteral("/reviewdesk-practice-XXXXXX"));

    Start start;
    start.entrance.directory = call->directory.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/workspace")
        : call->directory;
    start.entrance.rulebook = {knowledge, [](const Knowledge &known) { return known.rulebook; }};
    start.entrance.clock = &clock;
    start.makeDesk = {knowledge, [](const Knowledge &known) { return known.desk.make; }};
    start.practicePassphrase = randomPassphrase();
    start.practice = practiceOpener(
        knowledge, practiceRoom.filePath(QStringLiteral("workspace")), call->cases, start.practicePassphrase, clock);
    start.startInPractice = call->demo;

    MainWindow window(std::move(start), clock);
    new FirstPaint(window, [knowledge] { QThreadPool::globalInstance()->start([knowledge] { knowledge.wait(); }); });
    window.show();
    return QApplication::exec();
}

} // namespace reviewdesk
