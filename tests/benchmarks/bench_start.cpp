// From the start of the program to its painted sign-in window, beside a window of Qt Widgets with a line and a button, in
// turns. The aim is at most 1.5 times.
//   bench_start PLUGINS REVIEWDESK DIR [ROUNDS]      DIR: a workspace
//   bench_start --window                             that window
#include <QApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Start {
    double wall = 0; ///< ms until it is painted
    double work = 0; ///< of the processors, ms
    double memory = 0; ///< MiB at most
};

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

Start startOf(const std::vector<std::string> &command)
{
    int ends[2];
    if (::pipe(ends) != 0)
        std::exit(1);
    const auto from = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("REVIEWDESK_PAINTED_FD", std::to_string(ends[1]).c_str(), 1);
        std::vector<char *> arguments;
        for (const std::string &argument : command)
            arguments.push_back(const_cast<char *>(argument.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    char painted = 0;
    const ssize_t read = ::read(ends[0], &painted, 1);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - from;
    ::close(ends[0]);
    int status = 0;
    rusage usage = {};
    ::wait4(child, &status, 0, &usage);
    if (read != 1) {
        std::fprintf(stderr, "%s painted nothing\n", command.front().c_str());
        std::exit(1);
    }
    return {wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
        static_cast<double>(usage.ru_maxrss) / 1024};
}

Start median(const std::vector<Start> &all)
{
    const auto middle = [&all](double Start::*part) {
        std::vector<double> values;
        for (const Start &one : all)
            values.push_back(one.*part);
        std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
        return values[values.size() / 2];
    };
    return {middle(&Start::wall), middle(&Start::work), middle(&Start::memory)};
}

int showWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    auto *form = new QFormLayout(&window);
    form->addRow(QStringLiteral("&Passphrase"), new QLineEdit);
    form->addRow(new QPushButton(QStringLiteral("&Sign in")));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::string(argv[1]) == "--window")
        return showWindow(argc, argv);
    if (argc < 4) {
        std::fputs("bench_start PLUGINS REVIEWDESK DIR [ROUNDS]\n", stderr);
        return 2;
    }
    ::setenv("QT_PLUGIN_PATH", argv[1], 1);
    ::setenv("QT_QPA_GENERIC_PLUGINS", "painted", 1);
    const int rounds = argc > 4 ? std::atoi(argv[4]) : 21;
    std::vector<Start> ours;
    std::vector<Start> bare;
    for (int round = 0; round <= rounds; ++round) {
        const Start window = startOf({argv[0], "--window"});
        const Start program = startOf({argv[2], "--workspace", argv[3]});
        if (round == 0)
            continue; // files come into memory
        bare.push_back(window);
        ours.push_back(program);
    }
    const Start program = median(ours);
    const Start window = median(bare);
    std::printf("start to the painted sign-in window: median %.0f ms, %.0f ms of the processor, %.0f MiB; a window of Qt "
                "Widgets %.0f ms, %.0f ms, %.0f MiB; ratio %.2f, of the processor %.2f\n",
        program.wall, program.work, program.memory, window.wall, window.work, window.memory, program.wall / window.wall,
        program.work / window.work);
    return 0;
}
