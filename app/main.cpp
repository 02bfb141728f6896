#include "app/CommandLine.h"

int main(int argc, char **argv)
{
    return reviewdesk::runCommandLine(argc, argv);
}
