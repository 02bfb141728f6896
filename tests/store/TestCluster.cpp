#include "TestCluster.h"

#include "store/ServerDatabase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>
#include <QUuid>

#include <fcntl.h>
#include <sys/wait.h>
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

/// $1 folder, $2 programs, $3 a command to become another user by, $4 the folder of the primary that it is a standby of, $5 settings.
/// Standard input stays open as long as the test lives, and says what to do.
constexpr char watch[] = R"(
folder=$1 programs=$2 by=$3 primary=$4 settings=$5
fail() { echo "the test's PostgreSQL does not start:"; cat "$folder/log"; rm -rf "$folder"; exit 1; }
begin() {
    $by "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c full_page_writes=off \
        -c shared_buffers=32MB $settings >>"$folder/log" 2>&1 </dev/null &
    server=$!
    until "$programs/pg_isready" -q -h "$folder"; do kill -0 $server 2>/dev/null || return 1; sleep 0.05; done
}
start() { # where one was killed, what it shared may be taken a moment longer
    for again in 1 2 3 4 5 6 7 8 9 10; do begin && return; sleep 0.2; done
    fail
}
cd "$folder"
if [ -z "$primary" ]; then
    $by "$programs/initdb" -D "$folder/data" -U postgres --auth=scram-sha-256 --pwfile="$folder/password" -E UTF8 \
        --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || fail
else
    $by "$programs/pg_basebackup" -D "$folder/data" -R --no-sync -c fast \
        -d "host=$primary user=postgres password=$(cat "$folder/password") application_name=standby" >"$folder/log" 2>&1 || fail
fi
start
echo ready
while read -r word; do
    case $word in
    stop) kill -INT $server; wait $server ;;
    kill) kill -KILL $server $(cat /proc/$server/task/$server/children); wait $server 2>/dev/null ;;
    start) start ;;
    promote) $by "$programs/pg_ctl" -D "$folder/data" -w promote >>"$folder/log" 2>&1 || fail ;;
    esac
    echo ready
done
kill -QUIT $server 2>/dev/null; wait $server
rm -rf "$folder"
)";

} // namespace

const TestCluster &TestCluster::running()
{
    static const TestCluster cluster;
    return cluster;
}

TestCluster::TestCluster(const TestCluster *primary, const QByteArray &settings) : m_programs(programsFolder())
{
    QTemporaryDir folder(QStringLiteral("/tmp/reviewdesk-pg-XXXXXX")); // a socket's path is short
    folder.setAutoRemove(false);
    m_folder = folder.path();
    m_password = primary ? primary->m_password : QUuid::createUuid().toByteArray(QUuid::Id128);
    QFile password(m_folder + QStringLiteral("/password"));
    if (!folder.isValid() || !password.open(QIODevice::WriteOnly) || password.write(m_password) != m_password.size())
        qFatal("no folder for the test's PostgreSQL: %s", qPrintable(folder.errorString()));
    password.close();
    begin(primary, settings);
    if (!primary)
        return;
    (void)primary->asked(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'standby'"));
    (void)primary->asked(QStringLiteral("SELECT pg_reload_conf()"));
    for (int waited = 0; primary->asked(QStringLiteral("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")).isEmpty();) {
        if (++waited > 200)
            qFatal("the standby does not follow");
        QThread::msleep(50);
    }
}

TestCluster::~TestCluster()
{
    ::close(m_life);
    ::close(m_words);
    waitpid(m_watch, nullptr, 0);
}

void TestCluster::begin(const TestCluster *primary, const QByteArray &settings)
{
    std::array<int, 2> life{};
    std::array<int, 2> words{};
    if (pipe2(life.data(), O_CLOEXEC) != 0 || pipe2(words.data(), O_CLOEXEC) != 0)
        qFatal("no pipe for the test's PostgreSQL");
    QByteArray by;
    if (geteuid() == 0) { // PostgreSQL refuses to be root
        if (std::system(("chown -R nobody:nogroup " + m_folder.toUtf8()).constData()) != 0)
            qFatal("the test's folder cannot be given to nobody");
        by = "setpriv --reuid=nobody --regid=nogroup --clear-groups --";
    }
    QList<QByteArray> call{"sh", "-c", watch, "watch", m_folder.toUtf8(), m_programs.toUtf8(), by,
        primary ? primary->m_folder.toUtf8() : QByteArray(), settings};
    std::vector<char *> arguments;
    for (QByteArray &word : call)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    m_watch = fork();
    if (m_watch == 0) {
        setpgid(0, 0); // what ends the test by a signal to its group leaves the watch its work
        dup2(life[0], STDIN_FILENO);
        dup2(words[1], STDOUT_FILENO);
        execvp("sh", arguments.data());
        _exit(1);
    }
    ::close(life[0]);
    ::close(words[1]);
    m_life = life[1]; // open until this process is no more
    m_words = words[0];
    waitUntilReady();
}

void TestCluster::waitUntilReady() const
{
    QByteArray answer;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; !answer.startsWith("ready") && (got = read(m_words, buffer.data(), buffer.size())) > 0;)
        answer.append(buffer.data(), static_cast<qsizetype>(got));
    if (!answer.startsWith("ready"))
        qFatal("%s", answer.constData());
}

void TestCluster::tell(const char *word) const
{
    const QByteArray line = QByteArray(word) + '\n';
    if (write(m_life, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
        qFatal("the test's PostgreSQL is gone");
    waitUntilReady();
}

Database::Rows TestCluster::asked(const QString &sql, const QString &database) const
{
    const auto server = ServerDatabase::open(address(database), administrator().login, administrator().password);
    if (!server)
        qFatal("%s", qPrintable(server.error().message));
    const Result<Database::Rows> rows = (*server)->fetched(sql);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().message));
    return *rows;
}

ServerAddress TestCluster::address(const QString &database) const
{
    ServerAddress address;
    address.hosts = {{m_folder}};
    address.database = database;
    return address;
}

} // namespace reviewdesk
