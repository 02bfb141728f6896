#include "store/UserRepository.h"

#include "cases/Finding.h"
#include "store/Keyring.h"
#include "store/Stored.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(UserRepository)
};

UserAccount accountOf(const Database::Row &row)
{
    UserAccount account;
    account.id = row.at(0).toString();
    account.loginName = row.at(1).toString();
    account.name = row.at(2).toString();
    account.role = roleFromWord(row.at(3).toString()).value_or(Role::Nurse);
    account.credential = row.at(4).toString();
    account.specialty = row.at(5).toString();
    account.npi = row.at(6).toString();
    account.licenceState = row.at(7).toString();
    account.disabled = row.at(8).toBool();
    return account;
}

Error invalid(const QString &place, const QString &why)
{
    return {QStringLiteral("invalid"), why, place};
}

Result<void> checkWho(const QString &name, const QString &npi)
{
    if (name.trimmed().isEmpty())
        return invalid(
            QStringLiteral("/name"), Say::tr("The person's name is needed: it stands in letters and in the history."));
    QString why;
    if (!npi.isEmpty() && !isValidNpi(npi, &why))
        return invalid(QStringLiteral("/npi"), why);
    return {};
}

Result<void> check(const NewUser &user)
{
    if (Keyring::folded(user.loginName).isEmpty())
        return invalid(QStringLiteral("/login"), Say::tr("A login name is needed."));
    return checkWho(user.name, user.npi);
}

} // namespace

UserRepository::UserRepository(Database &database) : m_database(database) { }

Result<QList<UserAccount>> UserRepository::all()
{
    const Result<Database::Rows> rows =
        m_database.rows(QStringLiteral("SELECT id, login, name, role, credential, specialty, npi, licence_state, "
                                       "disabled FROM users ORDER BY created_at, id"));
    if (!rows)
        return rows.error();
    QList<UserAccount> accounts;
    for (const Database::Row &row : *rows)
        accounts.append(accountOf(row));
    return accounts;
}

QString UserRepository::whoInWords(const UserAccount &account)
{
    return QStringList{account.name, account.credential, account.specialty, account.npi, account.licenceState}.join(
        QLatin1Char('\n'));
}

Result<UserAccount> UserRepository::byId(const QString &id)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT id, login, name, role, credential, specialty, npi, licence_state, "
                                      "disabled FROM users WHERE id = ?"),
            {id});
    if (!row)
        return row.error();
    if (row->isEmpty() || row->at(8).toBool())
        return Error{QStringLiteral("no_account"), Say::tr("This account may not sign in. Ask a supervisor."), {}};
    return accountOf(*row);
}

Result<UserAccount> UserRepository::firstSupervisor()
{
    const Result<QList<UserAccount>> accounts = all();
    if (!accounts)
        return accounts.error();
    for (const UserAccount &account : *accounts) {
        if (account.role == Role::Supervisor && !account.disabled)
            return account;
    }
    return Error{QStringLiteral("no_account"), Say::tr("No supervisor may sign in."), {}};
}

Result<void> UserRepository::setDisabled(const QString &id, bool disabled)
{
    const Result<QList<UserAccount>> accounts = all();
    if (!accounts)
        return accounts.error();
    bool found = false;
    bool supervisorLeft = false;
    for (const UserAccount &account : *accounts) {
        found = found || account.id == id;
        supervisorLeft = supervisorLeft || (account.role == Role::Supervisor && !account.disabled && account.id != id);
    }
    if (!found)
        return Error{QStringLiteral("no_account"), Say::tr("There is no such account."), {}};
    if (disabled && !supervisorLeft)
        return invalid(QStringLiteral("/disabled"), Say::tr("This is the last supervisor; name another one first."));
    return m_database.run(QStringLiteral("UPDATE users SET disabled = ? WHERE id = ?"), {disabled ? 1 : 0, id});
}

Result<UserRepository::Correction> UserRepository::correction(const UserAccount &corrected)
{
    if (Result<void> checked = checkWho(corrected.name, corrected.npi); !checked)
        return checked.error();
    const Result<QList<UserAccount>> accounts = all(); // also those that may not sign in: their names stand in histories
    if (!accounts)
        return accounts.error();
    for (const UserAccount &before : *accounts) {
        if (before.id != corrected.id)
            continue;
        UserAccount after = before;
        after.name = corrected.name.trimmed();
        after.credential = corrected.credential;
        after.specialty = corrected.specialty;
        after.npi = corrected.npi;
        after.licenceState = corrected.licenceState;
        return Correction{before, after};
    }
    return Error{QStringLiteral("no_account"), Say::tr("There is no such account."), {}};
}

Result<void> UserRepository::correct(const UserAccount &after)
{
    return m_database.run(
        QStringLiteral("UPDATE users SET name = ?, credential = ?, specialty = ?, npi = ?, licence_state = ? WHERE id = ?"),
        {stored(after.name), stored(after.credential), stored(after.specialty), stored(after.npi), stored(after.licenceState),
            stored(after.id)});
}

Result<UserAccount> UserRepository::add(const QString &id, const NewUser &user, const QDateTime &at)
{
    if (Result<void> checked = check(user); !checked)
        return checked.error();
    const QString folded = Keyring::folded(user.loginName);
    const Result<Database::Row> taken =
        m_database.row(QStringLiteral("SELECT 1 FROM users WHERE login_folded = ?"), {folded});
    if (!taken)
        return taken.error();
    if (!taken->isEmpty())
        return invalid(
            QStringLiteral("/login"), Say::tr("There is an account \"%1\" already.").arg(user.loginName.trimmed()));
    const UserAccount account{id, user.loginName.trimmed(), user.name.trimmed(), user.role, user.credential,
        user.specialty, user.npi, user.licenceState, false};
    const Result<void> added = m_database.run(QStringLiteral("INSERT INTO users (id, login, login_folded, name, role, "
                                                             "credential, specialty, npi, licence_state, created_at)"
                                                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {id, stored(account.loginName), folded, stored(account.name), toWord(account.role), stored(account.credential),
            stored(account.specialty), stored(account.npi), stored(account.licenceState), stored(at)});
    if (!added)
        return added.error();
    return account;
}

} // namespace reviewdesk
