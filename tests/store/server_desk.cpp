// Starts a PostgreSQL with a workspace and people in it, says its address, and ends with its standard input.
#include "StoreDesk.h"
#include "TestCluster.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>

using namespace reviewdesk;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TestCluster cluster;
    StoreDesk desk(cluster);
    desk.clock.advance(QDateTime::currentMSecsSinceEpoch() - desk.clock.now().toMSecsSinceEpoch());
    (void)desk.made();
    std::printf("%s\n", qPrintable(desk.directory()));
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
