#pragma once

#include "store/Database.h"
#include "store/Signers.h"
#include "store/Workspace.h"

#include <QTemporaryDir>

#include <memory>

namespace reviewdesk {

class TestCluster;

/// A workspace in a folder of its own, or on a server (with REVIEWDESK_TEST_STORE=postgresql), on an invented day, with an
/// account of each role; passphrases are the login names.
class StoreDesk {
public:
    StoreDesk();
    explicit StoreDesk(const TestCluster &cluster); ///< there in any case
    ~StoreDesk();
    StoreDesk(const StoreDesk &) = delete;
    StoreDesk &operator=(const StoreDesk &) = delete;

    static bool isOnServer();
    QString directory() const;
    const QString &server() const { return m_server; }
    QString databaseFile() const { return directory() + QStringLiteral("/workspace.db"); }
    QString keyFile() const { return directory() + QStringLiteral("/workspace.keys"); }

    /// Makes the workspace with sam (supervisor), nora (nurse), ned (nurse), phil and pia (physicians); sam is signed
    /// in.
    std::unique_ptr<Workspace> made();
    /// Opens it again.
    std::unique_ptr<Workspace> opened(const QString &loginName);
    Result<std::unique_ptr<Workspace>> tryOpen(const QString &loginName, const QByteArray &passphrase);

    /// `workspace upgrade`, on a server.
    Result<void> upgraded();
    /// A connection of its own with the workspace's key, or as the server's administrator: for what the program never
    /// does.
    std::unique_ptr<Database> database();
    /// Takes a trigger away, as somebody might who means no good.
    static void dropTrigger(Database &database, const QString &name);
    /// Takes every rule of the database away, as somebody might who owns it; what puts them back.
    static QList<QByteArray> rulesTakenAway(Database &database);

    /// The keys of these people, for entries written without the program; passphrases are the login names.
    static Signers signersOf(const QString &keyFile, Database &database, const QStringList &loginNames);
    /// The same of this desk's people, wherever their keys are kept.
    Signers signersOf(Database &database, const QStringList &loginNames) const;
    /// Takes the schema's step back that keeps the worklist's tables.
    static QByteArray beforeWorklistIndex();
    /// Takes the schema's step back that signs entries, and what came after: the database as an earlier program left it.
    static QByteArray beforeSignatures();
    /// Drops what migrations after `schema` made, dependents first; what they altered stays, but for the columns
    /// of 0015, 0017 and 0019 that their running again would add once more.
    static void dropNewer(int schema, Database &database);
    /// And the key file with it, as it was then.
    void goBackBeforeSignatures();

    static std::shared_ptr<const Rulebook> rulebook(); ///< Pacific time
    /// Before the first of them: the data that is compiled in, as in the program, which reads it once, and not the sources' folder.
    static void useCompiledIn();
    static NewUser newUser(const QString &loginName, Role role);
    /// A request with everything that a decision needs but answers; `member` names it.
    static ReviewCase request(const QString &member = QStringLiteral("Ana Example"));
    /// Answers under which MED140's outcome is medically_necessary, investigational.
    static ReviewCase approvable();
    static ReviewCase adverse();

    FixedClock clock;
    QString recoveryKey;

private:
    void sitAt(const TestCluster &cluster);
    std::unique_ptr<Workspace> madeInFolder();
    std::unique_ptr<Workspace> madeOnServer();

    QTemporaryDir m_folder;
    const TestCluster *m_cluster = nullptr; ///< none: in the folder
    bool m_hasOwn = false; ///< a cluster of this desk's test
    QString m_server; ///< name of the database there
};

/// The code of a result's error; empty when it is none.
template <typename T> QString codeOf(const Result<T> &result)
{
    return result.ok() ? QString() : result.error().code;
}
/// What to print of it.
template <typename T> QByteArray why(const Result<T> &result)
{
    return result.ok() ? QByteArray()
                       : (result.error().code + QLatin1String(": ") + result.error().message + QLatin1String(" @ ") +
                             result.error().place)
                             .toUtf8();
}

/// What a test cannot go on without; in every build.
inline void require(bool holds)
{
    if (!holds)
        qFatal("the test's ground does not hold");
}

} // namespace reviewdesk
