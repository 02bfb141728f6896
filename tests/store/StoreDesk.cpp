#include "StoreDesk.h"

#include "store/Keyring.h"

#include <QTimeZone>

namespace reviewdesk {

namespace {

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

StoreDesk::StoreDesk() : clock(QDateTime::fromString(QStringLiteral("2026-11-23T18:00:00Z"), Qt::ISODate)) { }

std::shared_ptr<const Rulebook> StoreDesk::rulebook()
{
    static const Result<std::shared_ptr<const Rulebook>> loaded =
        loadRulebook(QStringLiteral(RESOURCES), QTimeZone(QByteArray("America/Los_Angeles")));
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
    Result<Workspace::Created> created = Workspace::create(
        directory(), newUser(QStringLiteral("sam"), Role::Supervisor), settings(), rulebook(), clock, KeyCost::cheap());
    if (!created)
        qFatal("%s", why(created).constData());
    recoveryKey = created->recoveryKey;
    std::unique_ptr<Workspace> workspace = std::move(created->workspace);
    for (const auto &[name, role] : {std::pair("nora", Role::Nurse), std::pair("ned", Role::Nurse),
             std::pair("phil", Role::Physician), std::pair("pia", Role::Physician)}) {
        const Result<UserAccount> added =
            workspace->addUser(newUser(QString::fromLatin1(name), role), KeyCost::cheap());
        if (!added)
            qFatal("%s", why(added).constData());
    }
    return workspace;
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

} // namespace reviewdesk
