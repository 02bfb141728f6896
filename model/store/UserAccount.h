#pragma once

#include "cases/ReviewCase.h"
#include "cases/Workflow.h"

#include <QByteArray>
#include <QString>

namespace reviewdesk {

/// Who may sign in. The id is a UUIDv7.
struct UserAccount {
    QString id;
    QString loginName; ///< unique, case folded: what is typed at sign-in
    QString name;
    Role role = Role::Nurse;
    QString credential;
    QString specialty;
    QString npi;
    QString licenceState;
    bool disabled = false;

    Person person() const;
    friend bool operator==(const UserAccount &, const UserAccount &) = default;
};

/// What a new account is made of; `passphrase` is wiped by who made it.
struct NewUser {
    QString loginName;
    QString name;
    Role role = Role::Nurse;
    QString credential;
    QString specialty;
    QString npi;
    QString licenceState;
    QByteArray passphrase; ///< UTF-8
};

} // namespace reviewdesk
