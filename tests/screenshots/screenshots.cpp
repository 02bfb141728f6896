// Opens the screens of the program at a fixed instant and keeps a picture of each: those of the README and the guide on an
// invented caseload (Pictures), and with --every those that the tests open as well (tests/ui/EveryPage).
#include "Camera.h"
#include "Pictures.h"
#include "Scene.h"

#include "letter/LetterComposer.h"
#include "store/Workspace.h"
#include "tests/ui/EveryPage.h"
#include "ui/Appearance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCursor>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimeZone>

#include <cstdio>

using namespace reviewdesk;

namespace {

void takeCaseload(Camera &camera)
{
    const Appearance appearance; // its language, for what is kept in words
    const QString resources = QStringLiteral(":");
    const FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(18, 32, 5), QTimeZone::utc()));
    const auto rulebook = must(loadRulebook(resources, QTimeZone("America/Los_Angeles")));
    const QTemporaryDir room;
    const Scene scene = Scene::made(room.filePath(QStringLiteral("workspace")), rulebook, clock);
    Start start;
    start.entrance.directory = scene.directory;
    start.entrance.rulebook = rulebook;
    start.entrance.clock = &clock;
    start.entrance.keyCost = KeyCost::cheap();
    start.makeDesk = deskMaker(must(LetterComposer::load(resources)), must(sampleLetterhead(resources)));
    start.practice = [&] { // people are offered it
        return Workspace::open(scene.directory, QStringLiteral("alex.example"), Scene::passphrase, rulebook, clock);
    };
    Pictures(camera, scene, start, clock).take();
}

/// Every page and state that the tests hold, but for those that the caseload has shown.
void takeEvery(Camera &camera, int textPercent)
{
    const QStringList shown = camera.taken();
    EveryPage everywhere(
        [&](const QString &name, QWidget &page) {
            if (!shown.contains(fileNameOf(name)))
                camera.take(page, fileNameOf(name));
        },
        textPercent);
    everywhere.walk();
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk screenshots"));
    QCoreApplication::setApplicationName(QStringLiteral("reviewdesk"));
    QApplication application(argc, argv);
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight()); // nothing is lit because it lies there
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the pictures go"));
    parser.addPositionalArgument(QStringLiteral("size"), QStringLiteral("as it stands in their names: 1280x800"));
    const QCommandLineOption scheme(QStringLiteral("scheme"), QStringLiteral("light or dark"), QStringLiteral("scheme"), QStringLiteral("light"));
    const QCommandLineOption text(QStringLiteral("text"), QStringLiteral("size of text, 100 to 150"), QStringLiteral("percent"), QStringLiteral("100"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("these alone"), QStringLiteral("name,name"));
    const QCommandLineOption every(QStringLiteral("every"), QStringLiteral("also every page and state that the tests open"));
    parser.addOptions({scheme, text, only, every});
    parser.addHelpOption();
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 2)
        parser.showHelp(2);
    QSettings().setValue(QStringLiteral("appearance/scheme"), parser.value(scheme));
    QSettings().setValue(QStringLiteral("appearance/textPercent"), parser.value(text));
    Camera camera(arguments.at(0), arguments.at(1));
    camera.setWanted(parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts));
    takeCaseload(camera);
    if (parser.isSet(every))
        takeEvery(camera, parser.value(text).toInt());
    const QStringList left = camera.notTaken();
    for (const QString &name : left)
        std::fprintf(stderr, "no screen is called %s\n", qPrintable(name));
    return left.isEmpty() ? 0 : 1;
}
