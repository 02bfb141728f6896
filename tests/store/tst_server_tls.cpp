// To another computer only by TLS, and only to the server that the address means: a PostgreSQL on an address of this machine's network,
// with certificates of the test's own authorities.
#include "StoreDesk.h"
#include "TestCluster.h"

#include "store/ReadingRoom.h"
#include "store/ServerDatabase.h"
#include "store/Workshop.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <clocale>
#include <cstring>

using namespace reviewdesk;

namespace {

/// An IPv4 address of this machine that is not the loopback's; empty where it has none.
QString networkAddress()
{
    QString found;
    ifaddrs *all = nullptr;
    require(getifaddrs(&all) == 0);
    for (const ifaddrs *one = all; one && found.isEmpty(); one = one->ifa_next) {
        if (!one->ifa_addr || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_LOOPBACK) != 0)
            continue;
        std::array<char, INET_ADDRSTRLEN> text{};
        sockaddr_in address{};
        std::memcpy(&address, one->ifa_addr, sizeof address);
        if (inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size()))
            found = QString::fromLatin1(text.data());
    }
    freeifaddrs(all);
    return found;
}

/// Nobody listens there yet.
bool isFree(const QString &address, int port)
{
    const int number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<quint16>(port));
    require(inet_pton(AF_INET, address.toLatin1().constData(), &place.sin_addr) == 1);
    const bool free = bind(number, reinterpret_cast<sockaddr *>(&place), sizeof place) == 0;
    close(number);
    return free;
}

} // namespace

class tst_server_tls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theRightServerIsTalkedTo();
    void othersAreRefused_data();
    void othersAreRefused();
    void withoutTlsNothingIsSent();
    void whatIsEndedIsEndedByTls();

private:
    void openssl(const QStringList &arguments);
    void makeAuthority(const QString &name);
    void makeCertificate(const QString &name, const QString &authority, const QString &subject);
    void show(const QString &certificate);
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString address(const QString &authority) const;

    QTemporaryDir m_folder{QStringLiteral("/tmp/reviewdesk-tls-XXXXXX")};
    QTemporaryDir m_home;
    QString m_address;
    int m_port = 5432;
    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<StoreDesk> m_desk;
};

void tst_server_tls::openssl(const QStringList &arguments)
{
    QProcess program;
    program.setWorkingDirectory(m_folder.path());
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral("openssl"), arguments);
    QVERIFY2(program.waitForFinished() && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
        program.readAll() + qPrintable(program.errorString()));
}

void tst_server_tls::makeAuthority(const QString &name)
{
    openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
        QStringLiteral("/CN=") + name, QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".crt")});
}

/// For the one key of the server.
void tst_server_tls::makeCertificate(const QString &name, const QString &authority, const QString &subject)
{
    openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), QStringLiteral("server.key"), QStringLiteral("-subj"),
        QStringLiteral("/CN=database"), QStringLiteral("-out"), QStringLiteral("asked.csr")});
    QFile names(file(QStringLiteral("names")));
    QVERIFY(names.open(QIODevice::WriteOnly) && names.write("subjectAltName=" + subject.toUtf8()) > 0);
    names.close();
    openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), QStringLiteral("asked.csr"), QStringLiteral("-CA"),
        authority + QStringLiteral(".crt"), QStringLiteral("-CAkey"), authority + QStringLiteral(".key"), QStringLiteral("-CAcreateserial"),
        QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-extfile"), QStringLiteral("names"), QStringLiteral("-out"), name});
}

void tst_server_tls::initTestCase()
{
    m_address = networkAddress();
    if (m_address.isEmpty())
        QSKIP("this machine has no address but the loopback's");
    qputenv("HOME", m_home.path().toUtf8()); // no authority of this machine's is known
    if (!isFree(m_address, m_port))
        QSKIP("another server listens at this machine's address");
    makeAuthority(QStringLiteral("right"));
    makeAuthority(QStringLiteral("wrong"));
    openssl({QStringLiteral("ecparam"), QStringLiteral("-genkey"), QStringLiteral("-name"), QStringLiteral("prime256v1"), QStringLiteral("-noout"),
        QStringLiteral("-out"), QStringLiteral("server.key")});
    makeCertificate(QStringLiteral("right-name"), QStringLiteral("right"), QStringLiteral("IP:") + m_address);
    makeCertificate(QStringLiteral("other-name"), QStringLiteral("right"), QStringLiteral("DNS:db.example.org"));
    QFile entry(file(QStringLiteral("hba")));
    QVERIFY(entry.open(QIODevice::WriteOnly) && entry.write("local all all scram-sha-256\nhost all all 0.0.0.0/0 scram-sha-256\n") > 0);
    entry.close();
    QVERIFY(QFile::copy(file(QStringLiteral("right-name")), file(QStringLiteral("server.crt"))));
    QVERIFY(QFile::setPermissions(file(QStringLiteral("server.key")), QFile::ReadOwner | QFile::WriteOwner));
    if (geteuid() == 0) // the server is nobody
        QCOMPARE(QProcess::execute(QStringLiteral("chown"), {QStringLiteral("-R"), QStringLiteral("nobody:nogroup"), m_folder.path()}), 0);
    m_cluster = std::make_unique<TestCluster>(nullptr,
        QStringLiteral("-c listen_addresses=%1 -c hba_file=%2/hba").arg(m_address, m_folder.path()).toUtf8());
    (void)m_cluster->asked(QStringLiteral("ALTER SYSTEM SET ssl_cert_file = '%1'").arg(file(QStringLiteral("server.crt"))));
    (void)m_cluster->asked(QStringLiteral("ALTER SYSTEM SET ssl_key_file = '%1'").arg(file(QStringLiteral("server.key"))));
    m_desk = std::make_unique<StoreDesk>(*m_cluster);
    (void)m_desk->made();
}

void tst_server_tls::init()
{
    show(QStringLiteral("right-name"));
}

/// From now on the server shows this certificate; nothing: it has no TLS.
void tst_server_tls::show(const QString &certificate)
{
    if (!certificate.isEmpty()) {
        QFile shown(file(QStringLiteral("server.crt")));
        QFile wanted(file(certificate));
        QVERIFY(wanted.open(QIODevice::ReadOnly) && shown.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(shown.write(wanted.readAll()) > 0);
    }
    (void)m_cluster->asked(QStringLiteral("ALTER SYSTEM SET ssl = %1").arg(certificate.isEmpty() ? QStringLiteral("off") : QStringLiteral("on")));
    (void)m_cluster->asked(QStringLiteral("SELECT pg_reload_conf()"));
    QTRY_COMPARE(m_cluster->asked(QStringLiteral("SHOW ssl")).constFirst().constFirst().toString(),
        certificate.isEmpty() ? QStringLiteral("off") : QStringLiteral("on"));
    QTest::qWait(300); // each process reads it by itself
}

QString tst_server_tls::address(const QString &authority) const
{
    ServerAddress address;
    address.hosts = {{m_address, m_port}};
    address.database = m_desk->server();
    if (!authority.isEmpty())
        address.rootCertificate = file(authority);
    return address.toText();
}

void tst_server_tls::theRightServerIsTalkedTo()
{
    const Result<std::unique_ptr<Workspace>> nora =
        Workspace::open(address(QStringLiteral("right.crt")), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(nora.ok(), why(nora));
    std::atomic<int> told = 0;
    Workspace::Line line;
    line.changed = [&told](const QStringList &) { ++told; };
    line.entered = [](const QStringList &) { };
    (*nora)->listen(line);
    QTRY_VERIFY(told > 0);
    QVERIFY((*nora)->createCase(StoreDesk::request()).ok());
    const Database::Rows links = m_cluster->asked(
        QStringLiteral("SELECT ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE client_addr IS NOT NULL"));
    QVERIFY(links.size() >= 2); // who writes, and who listens
    for (const Database::Row &link : links)
        QVERIFY(link.at(0).toBool() && link.at(1).toString().startsWith(QLatin1String("TLSv1.")));
}

void tst_server_tls::othersAreRefused_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("says");
    QTest::newRow("another authority") << QStringLiteral("right-name") << QStringLiteral("wrong.crt")
                                       << QStringLiteral("does not come from an authority that this computer knows");
    QTest::newRow("another name") << QStringLiteral("other-name") << QStringLiteral("right.crt")
                                  << QStringLiteral("was issued for another name than the one in the address");
    QTest::newRow("no authority known") << QStringLiteral("right-name") << QString()
                                        << QStringLiteral("There is nothing on this computer to tell the server by");
    QTest::newRow("no TLS") << QString() << QStringLiteral("right.crt") << QStringLiteral("offers no encrypted connection (TLS)");
}

/// In any language of this computer.
void tst_server_tls::othersAreRefused()
{
    QFETCH(QString, certificate);
    QFETCH(QString, authority);
    QFETCH(QString, says);
    show(certificate);
    for (const char *language : {"C.UTF-8", "es_ES.UTF-8"}) {
        setlocale(LC_ALL, language); // nothing happens where it is not installed
        const Result<std::unique_ptr<Workspace>> nora =
            Workspace::open(address(authority), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
        QCOMPARE(codeOf(nora), QStringLiteral("untrusted"));
        QVERIFY2(nora.error().message.contains(says), why(nora));
    }
    setlocale(LC_ALL, "C.UTF-8");
}

/// libpq's own way to end a question is a connection more, in clear text, with what anybody could end it by.
void tst_server_tls::whatIsEndedIsEndedByTls()
{
    (void)m_cluster->asked(QStringLiteral("ALTER SYSTEM SET log_connections = on"));
    (void)m_cluster->asked(QStringLiteral("SELECT pg_reload_conf()"));
    QTest::qWait(300);
    Workshop workshop;
    QVERIFY(workshop.open([this] {
        return Workspace::open(address(QStringLiteral("right.crt")), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    }).ok());
    QVERIFY(workshop.run([](Workspace &workspace) { return workspace.createCase(StoreDesk::request()); }).result().ok());
    ReadingRoom room(workshop);
    const std::unique_ptr<Database> administrator = m_desk->database();
    QVERIFY(administrator->script("BEGIN; LOCK TABLE cases IN ACCESS EXCLUSIVE MODE").ok());
    const auto asks = [this](const char *which) { // of the server's processes
        return m_cluster->asked(QStringLiteral("SELECT 1 FROM pg_stat_activity WHERE client_addr IS NOT NULL AND ") + QLatin1String(which)).size();
    };
    const auto connections = [this] {
        QFile log(m_cluster->folder() + QStringLiteral("/log"));
        require(log.open(QIODevice::ReadOnly));
        return log.readAll().count("connection received: host=" + m_address.toLatin1());
    };
    QObject here;
    ReadingRoom::Question slow = room.ask(&here, [](WorklistReader &reader) { return reader.part({}); }, [](const auto &) { });
    QTRY_COMPARE(asks("wait_event_type = 'Lock'"), 1);
    QTRY_COMPARE(asks("query LIKE 'LISTEN %'"), 1);
    const qsizetype before = connections();
    slow.stop();
    QTRY_COMPARE(asks("wait_event_type = 'Lock'"), 0);
    QTest::qWait(300);
    QCOMPARE(connections(), before);
    QVERIFY(administrator->script("ROLLBACK").ok());
}

/// Not even where the server would let the person in without.
void tst_server_tls::withoutTlsNothingIsSent()
{
    show({});
    (void)m_cluster->asked(QStringLiteral("ALTER SYSTEM SET log_connections = on"));
    (void)m_cluster->asked(QStringLiteral("SELECT pg_reload_conf()"));
    QTest::qWait(300);
    (void)Workspace::open(address(QStringLiteral("right.crt")), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QFile log(m_cluster->folder() + QStringLiteral("/log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray words = log.readAll();
    QVERIFY(words.contains("connection received: host=" + m_address.toLatin1()));
    QVERIFY(!words.contains(m_desk->server().toLatin1() + ".nora database"));
}

QTEST_GUILESS_MAIN(tst_server_tls)
#include "tst_server_tls.moc"
