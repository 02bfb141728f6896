#include "StoreDesk.h"

#include "TestCluster.h"

#include "store/Keyring.h"
#include "store/ServerDatabase.h"
#include "store/ServerSetup.h"
#include "store/SigningKeys.h"

#include <QTimeZone>

namespace reviewdesk {

namespace {

/// Where the rules come from.
QString &resources()
{
    static QString folder = QStringLiteral(RESOURCES);
    return folder;
}

WorkspaceSettings settings()
{
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Health Plan");
    settings.timeZone = "America/Los_Angeles";
    return settings;
}

void answer(ReviewCase &reviewCase, std::initializer_list<std::pair<const char *, const char *>> answers)
{
    for (const auto &[fact, value] : answers)
        reviewCase.facts.insert(QString::fromLatin1(fact), {QString::fromLatin1(value)});
}

} // namespace

StoreDesk::StoreDesk() : clock(QDateTime::fromString(QStringLiteral("2026-11-23T18:00:00Z"), Qt::ISODate))
{
    if (isOnServer())
        sitAt(TestCluster::running());
}

StoreDesk::StoreDesk(const TestCluster &cluster)
    : clock(QDateTime::fromString(QStringLiteral("2026-11-23T18:00:00Z"), Qt::ISODate)), m_hasOwn(true)
{
    sitAt(cluster);
}

void StoreDesk::sitAt(const TestCluster &cluster)
{
    static int desks = 0;
    m_cluster = &cluster;
    m_server = QStringLiteral("desk%1").arg(++desks);
}

StoreDesk::~StoreDesk()
{
    if (m_cluster && !m_hasOwn) // which goes with what is in it
        (void)m_cluster->asked(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_server));
}

bool StoreDesk::isOnServer()
{
    return qEnvironmentVariable("REVIEWDESK_TEST_STORE") == QLatin1String("postgresql");
}

QString StoreDesk::directory() const
{
    return m_cluster ? m_cluster->address(m_server).toText() : m_folder.path() + QStringLiteral("/workspace");
}

std::unique_ptr<Workspace> StoreDesk::madeOnServer()
{
    Result<std::unique_ptr<Workspace>> made = ServerSetup::create(m_cluster->address(m_server), m_cluster->administrator(),
        newUser(QStringLiteral("sam"), Role::Supervisor), settings(), rulebook(), clock, KeyCost::cheap());
    if (!made)
        qFatal("%s", why(made).constData());
    return std::move(made).value();
}

Result<void> StoreDesk::upgraded()
{
    return ServerSetup::upgrade(m_cluster->address(m_server), m_cluster->administrator(), rulebook(), clock);
}

void StoreDesk::dropTrigger(Database &database, const QString &name)
{
    if (database.dialect() == Database::Dialect::Sqlite)
        require(database.run(QStringLiteral("DROP TRIGGER ") + name).ok());
    else
        require(database.script("DROP FUNCTION " + name.toUtf8() + "() CASCADE").ok());
}

QList<QByteArray> StoreDesk::rulesTakenAway(Database &database)
{
    const bool inFolder = database.dialect() == Database::Dialect::Sqlite;
    const Result<Database::Rows> rules = database.rows(inFolder
            ? QStringLiteral("SELECT 'DROP TRIGGER ' || name, sql FROM sqlite_schema WHERE type = 'trigger'")
            : QStringLiteral("SELECT format('ALTER TABLE %I DISABLE TRIGGER ALL', tablename),"
                             " format('ALTER TABLE %I ENABLE TRIGGER ALL', tablename) FROM pg_tables WHERE schemaname = 'public'"));
    require(rules.ok());
    QList<QByteArray> back;
    for (const Database::Row &rule : *rules) {
        require(database.script(rule.at(0).toByteArray()).ok());
        back << rule.at(1).toByteArray();
    }
    return back;
}

void StoreDesk::useCompiledIn()
{
    resources() = QStringLiteral(":");
}

std::shared_ptr<const Rulebook> StoreDesk::rulebook()
{
    static const Result<std::shared_ptr<const Rulebook>> loaded =
        loadRulebook(resources(), QTimeZone(QByteArray("America/Los_Angeles")));
    if (!loaded)
        qFatal("%s", why(loaded).constData());
    return *loaded;
}

NewUser StoreDesk::newUser(const QString &loginName, Role role)
{
    NewUser user;
    user.loginName = loginName;
    user.name = loginName.left(1).toUpper() + loginName.mid(1) + QStringLiteral(" Example");
    user.role = role;
    user.credential = role == Role::Physician ? QStringLiteral("MD") : QStringLiteral("RN");
    if (role == Role::Physician) {
        user.specialty = QStringLiteral("Radiation oncology");
        user.licenceState = QStringLiteral("WA");
        user.npi = loginName == QLatin1String("phil") ? QStringLiteral("1234567893") : QStringLiteral("1245319599");
    }
    user.passphrase = loginName.toUtf8();
    return user;
}

std::unique_ptr<Workspace> StoreDesk::made()
{
    std::unique_ptr<Workspace> workspace = m_cluster ? madeOnServer() : madeInFolder();
    for (const auto &[name, role] : {std::pair("nora", Role::Nurse), std::pair("ned", Role::Nurse),
             std::pair("phil", Role::Physician), std::pair("pia", Role::Physician)}) {
        const Result<UserAccount> added =
            workspace->addUser(newUser(QString::fromLatin1(name), role), KeyCost::cheap());
        if (!added)
            qFatal("%s", why(added).constData());
    }
    return workspace;
}

std::unique_ptr<Workspace> StoreDesk::madeInFolder()
{
    Result<Workspace::Created> created = Workspace::create(
        directory(), newUser(QStringLiteral("sam"), Role::Supervisor), settings(), rulebook(), clock, KeyCost::cheap());
    if (!created)
        qFatal("%s", why(created).constData());
    recoveryKey = created->recoveryKey;
    return std::move(created->workspace);
}

Result<std::unique_ptr<Workspace>> StoreDesk::tryOpen(const QString &loginName, const QByteArray &passphrase)
{
    return Workspace::open(directory(), loginName, passphrase, rulebook(), clock);
}

std::unique_ptr<Workspace> StoreDesk::opened(const QString &loginName)
{
    Result<std::unique_ptr<Workspace>> workspace = tryOpen(loginName, loginName.toUtf8());
    if (!workspace)
        qFatal("%s", why(workspace).constData());
    return std::move(workspace).value();
}

std::unique_ptr<Database> StoreDesk::database()
{
    if (m_cluster) {
        Result<std::unique_ptr<Database>> administrators = ServerDatabase::open(
            m_cluster->address(m_server), m_cluster->administrator().login, m_cluster->administrator().password);
        if (!administrators)
            qFatal("%s", why(administrators).constData());
        return std::move(administrators).value();
    }
    const Result<Keyring> keyring = Keyring::read(keyFile());
    if (!keyring)
        qFatal("%s", why(keyring).constData());
    const Result<Secret> key = keyring->unlock(QStringLiteral("sam"), "sam");
    if (!key)
        qFatal("%s", why(key).constData());
    Result<std::unique_ptr<Database>> database = Database::open(databaseFile(), *key, Database::Mode::Existing);
    if (!database)
        qFatal("%s", why(database).constData());
    return std::move(database).value();
}

ReviewCase StoreDesk::request(const QString &member)
{
    ReviewCase reviewCase;
    reviewCase.request.receivedAt = QDateTime::fromString(QStringLiteral("2026-11-20T09:10:00-08:00"), Qt::ISODate);
    reviewCase.request.channel = Channel::Fax;
    reviewCase.request.urgency = Urgency::Standard;
    reviewCase.request.timing = Timing::PreService;
    reviewCase.request.lineOfBusiness = LineOfBusiness::CommercialInsured;
    reviewCase.request.state = QStringLiteral("WA");
    reviewCase.member.name = member;
    reviewCase.member.birthDate = QDate(1961, 4, 2);
    reviewCase.member.memberId = QStringLiteral("X1234567");
    reviewCase.member.plan = QStringLiteral("Silver 2500");
    reviewCase.member.address = {QStringLiteral("12 Elm St"), QStringLiteral("Tacoma, WA 98402")};
    reviewCase.member.language = QStringLiteral("en");
    reviewCase.provider.name = QStringLiteral("Lee Müller, MD");
    reviewCase.provider.npi = QStringLiteral("1234567893");
    reviewCase.provider.address = {QStringLiteral("1 Oak St"), QStringLiteral("Tacoma, WA 98402")};
    reviewCase.provider.fax = QStringLiteral("253-555-0101");
    reviewCase.service.procedureCodes = {QStringLiteral("37243")};
    reviewCase.service.diagnosisCodes = {QStringLiteral("C18.9"), QStringLiteral("C78.7")};
    reviewCase.service.plannedOn = QDate(2026, 12, 4);
    return reviewCase;
}

ReviewCase StoreDesk::approvable()
{
    ReviewCase reviewCase = request();
    answer(reviewCase,
        {{"procedure", "radioembolization"}, {"location", "liver"}, {"tumor_origin", "metastatic"},
            {"metastatic_type", "colorectal"}, {"unresectable", "true"}, {"liver_dominant", "true"},
            {"diffuse", "true"}, {"progressive", "true"}, {"chemotherapy_refractory", "true"},
            {"chemotherapy_candidate", "false"}});
    return reviewCase;
}

ReviewCase StoreDesk::adverse()
{
    ReviewCase reviewCase = approvable();
    reviewCase.facts.insert(QStringLiteral("progressive"), {QStringLiteral("false")});
    return reviewCase;
}

namespace {

void addSigner(Signers &signers, const Keyring &keyring, const QString &login, Database &database)
{
    Result<Keyring::Opened> opened = keyring.open(login, login.toUtf8());
    require(opened.ok());
    const QString userId = keyring.slot(login)->userId;
    const Result<std::optional<qint64>> row = SigningKeys(database).rowOf(userId, opened->signing.publicKey);
    require(row.ok() && row->has_value());
    signers.add(userId, **row, std::move(opened).value().signing);
}

} // namespace

Signers StoreDesk::signersOf(const QString &keyFile, Database &database, const QStringList &loginNames)
{
    Signers signers;
    const Result<Keyring> keyring = Keyring::read(keyFile);
    require(keyring.ok());
    for (const QString &login : loginNames)
        addSigner(signers, *keyring, login, database);
    return signers;
}

Signers StoreDesk::signersOf(Database &database, const QStringList &loginNames) const
{
    if (!m_cluster)
        return signersOf(keyFile(), database, loginNames);
    Signers signers;
    for (const QString &login : loginNames) { // a server keeps each person's part of the key file in a row of its own
        const Result<Database::Row> own = database.row(
            QStringLiteral("SELECT content FROM key_files JOIN users ON users.id = user_id WHERE login = ?"), {login});
        require(own.ok() && !own->isEmpty());
        const Result<Keyring> keyring = Keyring::fromJson(own->at(0).toString().toUtf8());
        require(keyring.ok());
        addSigner(signers, *keyring, login, database);
    }
    return signers;
}

} // namespace reviewdesk
