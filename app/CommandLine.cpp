#include "app/CommandLine.h"

#include "app/Verb.h"
#include "store/ProcessGuard.h"
#ifdef REVIEWDESK_WINDOWS
#include "app/DeskLibrary.h"
#include "app/Program.h"
#endif

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QLocale>

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace reviewdesk {

namespace {

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

int version()
{
    print(QStringLiteral("ReviewDesk %1\nQt %2\n%3\n")
              .arg(QStringLiteral(REVIEWDESK_VERSION), QString::fromLatin1(qVersion()),
                  QString::fromLatin1(sqlite3mc_version())));
    return ExitDone;
}

int help(const std::vector<std::unique_ptr<Verb>> &verbs)
{
    QString text = QStringLiteral(
        "Usage: reviewdesk [--workspace DIR]\n"
        "  or:  reviewdesk --demo [--cases N]\n"
        "  or:  reviewdesk VERB [options]\n"
        "Utilization review of liver-directed therapy against medical policy MED140. Without a verb the program opens "
        "its\nwindow; the verbs need neither a window nor a display.\n\nVerbs:\n");
    for (const std::unique_ptr<Verb> &verb : verbs)
        text += QStringLiteral("  %1 %2\n").arg(verb->name(), -18).arg(verb->summary());
    text += QStringLiteral("\nOptions:\n"
                           "  --workspace DIR    the workspace in DIR, or at postgresql://…, not this\n"
                           "                     account's own\n"
                           "  --demo             a throw-away workspace of invented cases, signed in\n"
                           "  --cases N          how many of them\n"
                           "  -h, --help         this; after a verb, what the verb takes\n"
                           "  --version          versions of the program, Qt and the SQLite cipher\n\n"
                           "Exit status: 0 done, 1 some input was refused, 2 wrong call.\n");
    print(text);
    return ExitDone;
}

/// Standard error is for complaints about the input; Qt's remarks on a missing desktop session are none.
void keepToCritical(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        complain(QString(), message);
}

/// A verb's application object: none with a window, fonts only where the verb paints.
int runVerb(Verb &verb, int &argc, char **argv)
{
    std::unique_ptr<QCoreApplication> application;
    if (verb.needsFonts()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(keepToCritical);
        QHashSeed::setDeterministicGlobalSeed(); // Qt writes a PDF's fonts in a hash's order; the same letter gives the same bytes
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    return verb.run(QCoreApplication::arguments().mid(2));
}

/// Those of the desk's library, where there are windows.
std::vector<std::unique_ptr<Verb>> verbsOrEnd()
{
#ifdef REVIEWDESK_WINDOWS
    const Result<const DeskLibrary *> library = deskLibrary();
    if (library)
        return (*library)->verbs();
    complain(QString(), library.error().message);
    std::exit(ExitWrongCall);
#else
    return allVerbs();
#endif
}

/// A standard descriptor that came closed would be taken by the next file opened; the wrong way round it stays one that
/// fails.
void keepStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) < 0)
            ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

} // namespace

int runCommandLine(int &argc, char **argv)
{
    keepStandardDescriptors();
    guardProcess();
    QLocale::setDefault(QLocale::c()); // the verbs read and write the same everywhere; the window takes the person's
    QCoreApplication::setApplicationName(QStringLiteral("reviewdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(REVIEWDESK_VERSION));
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == QLatin1String("--version"))
        return version();
    if (first == QLatin1String("--help") || first == QLatin1String("-h"))
        return help(verbsOrEnd());
    if (!first.isEmpty() && !first.startsWith(QLatin1Char('-'))) {
        for (const std::unique_ptr<Verb> &verb : verbsOrEnd()) {
            if (verb->name() == first)
                return runVerb(*verb, argc, argv);
        }
        complain(first, QStringLiteral("there is no such verb; reviewdesk --help lists them"));
        return ExitWrongCall;
    }
#ifdef REVIEWDESK_WINDOWS
    return runProgram(argc, argv);
#else
    complain(QString(), QStringLiteral("this build has no windows; reviewdesk --help lists the verbs"));
    return ExitWrongCall;
#endif
}

} // namespace reviewdesk
