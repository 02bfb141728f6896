#include "TestCluster.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <vector>

namespace reviewdesk {

namespace {

constexpr int oldest = 15;

/// Where Debian has the server's programs; else those of the path.
QString programsFolder()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString newest;
    int found = 0;
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString folder = versions.filePath(name) + QStringLiteral("/bin");
        if (name.toInt() >= oldest && name.toInt() > found && QFile::exists(folder + QStringLiteral("/initdb"))) {
            found = name.toInt();
            newest = folder;
        }
    }
    if (newest.isEmpty())
        qFatal("PostgreSQL %d or newer is missing, which this test needs: installer/ensure_packages test", oldest);
    return newest;
}

/// $1 folder, $2 programs, then a command to become another user by. Standard input stays open as long as the test lives.
constexpr char watch[] = R"(
folder=$1 programs=$2; shift 2
fail() { echo "the test's PostgreSQL does not start:"; cat "$folder/log"; rm -rf "$folder"; exit 1; }
cd "$folder"
"$@" "$programs/initdb" -D "$folder/data" -U postgres --auth=scram-sha-256 --pwfile="$folder/password" -E UTF8 \
    --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || fail
"$@" "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c full_page_writes=off \
    -c shared_buffers=32MB >>"$folder/log" 2>&1 </dev/null &
server=$!
until "$programs/pg_isready" -q -h "$folder"; do kill -0 $server 2>/dev/null || fail; sleep 0.05; done
echo ready
cat >/dev/null
kill -QUIT $server; wait $server
rm -rf "$folder"
)";

} // namespace

const TestCluster &TestCluster::running()
{
    static const TestCluster cluster;
    return cluster;
}

TestCluster::TestCluster() : m_programs(programsFolder())
{
    QTemporaryDir folder(QStringLiteral("/tmp/reviewdesk-pg-XXXXXX")); // a socket's path is short
    folder.setAutoRemove(false);
    m_folder = folder.path();
    m_password = QUuid::createUuid().toByteArray(QUuid::Id128);
    QFile password(m_folder + QStringLiteral("/password"));
    if (!folder.isValid() || !password.open(QIODevice::WriteOnly) || password.write(m_password) != m_password.size())
        qFatal("no folder for the test's PostgreSQL: %s", qPrintable(folder.errorString()));
    password.close();
    start();
}

void TestCluster::start()
{
    std::array<int, 2> life{};
    std::array<int, 2> words{};
    if (pipe2(life.data(), O_CLOEXEC) != 0 || pipe2(words.data(), O_CLOEXEC) != 0)
        qFatal("no pipe for the test's PostgreSQL");
    QList<QByteArray> call{"sh", "-c", watch, "watch", m_folder.toUtf8(), m_programs.toUtf8()};
    if (geteuid() == 0) { // PostgreSQL refuses to be root
        if (std::system(("chown -R nobody:nogroup " + m_folder.toUtf8()).constData()) != 0)
            qFatal("the test's folder cannot be given to nobody");
        call << "setpriv" << "--reuid=nobody" << "--regid=nogroup" << "--clear-groups" << "--";
    }
    std::vector<char *> arguments;
    for (QByteArray &word : call)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (fork() == 0) {
        setpgid(0, 0); // what ends the test by a signal to its group leaves the watch its work
        dup2(life[0], STDIN_FILENO);
        dup2(words[1], STDOUT_FILENO);
        execvp("sh", arguments.data());
        _exit(1);
    }
    ::close(life[0]);
    ::close(words[1]);
    QByteArray answer;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; !answer.startsWith("ready") && (got = read(words[0], buffer.data(), buffer.size())) > 0;)
        answer.append(buffer.data(), static_cast<qsizetype>(got));
    if (!answer.startsWith("ready"))
        qFatal("%s", answer.constData());
    // life[1] stays open until this process is no more
}

ServerAddress TestCluster::address(const QString &database) const
{
    ServerAddress address;
    address.hosts = {{m_folder}};
    address.database = database;
    return address;
}

} // namespace reviewdesk
