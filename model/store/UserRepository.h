#pragma once

#include "store/Database.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// The accounts. `users` and the key file's slots have the same ids.
class UserRepository {
public:
    explicit UserRepository(Database &database);

    Result<QList<UserAccount>> all();
    /// Name, credential, specialty, NPI and licence state, a line each: what the history keeps of who an account is.
    static QString whoInWords(const UserAccount &account);
    /// Errors: `no_account`.
    Result<UserAccount> byId(const QString &id);
    /// Lets an account sign in, or no more. Errors: `no_account`, `invalid` for the last supervisor.
    Result<void> setDisabled(const QString &id, bool disabled);
    /// The first supervisor who may sign in. Error: `no_account`.
    Result<UserAccount> firstSupervisor();
    /// Errors: `invalid` (a name is taken or missing, a physician's NPI is wrong).
    Result<UserAccount> add(const QString &id, const NewUser &user, const QDateTime &at);

    struct Correction {
        UserAccount before;
        UserAccount after;
    };
    /// What correcting name, credential, specialty, NPI and licence state of the account with that id would make of it.
    /// Errors: `no_account`, `invalid` with the field's place.
    Result<Correction> correction(const UserAccount &corrected);
    /// Writes it, once the history says so.
    Result<void> correct(const UserAccount &after);

private:
    Database &m_database;
};

} // namespace reviewdesk
