// One of two nurses who edit the same case: `merge_writer DIR LOGIN CASE ROUNDS`. In each round she adds a line to a
// text of her own and to one that both write; where the other was quicker she merges and saves again. Says each
// conflict.
#include "StoreDesk.h"

#include "cases/CaseMerge.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace reviewdesk;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 5)
        return 2;
    const QString login = QString::fromLocal8Bit(argv[2]);
    const QString id = QString::fromLocal8Bit(argv[3]);
    const int rounds = QByteArray(argv[4]).toInt();
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> opened =
        Workspace::open(QString::fromLocal8Bit(argv[1]), login, login.toUtf8(), StoreDesk::rulebook(), clock);
    require(opened.ok());
    Workspace &workspace = **opened;
    const Rulebook &rules = workspace.rulebook();
    Result<StoredCase> base = workspace.loadCase(id);
    require(base.ok());
    std::printf("ready\n");
    std::fflush(stdout);
    std::getchar(); // both begin together
    for (int round = 1; round <= rounds; ++round) {
        const QString word = QStringLiteral("%1-%2").arg(login).arg(round);
        StoredCase mine = *base;
        (login == QLatin1String("nora") ? mine.reviewCase.member.group : mine.reviewCase.member.plan) = word;
        mine.reviewCase.nurseNote = word;
        Result<StoredCase> saved = workspace.saveDraft(mine);
        while (!saved && saved.error().code == QLatin1String("stale")) {
            const Result<StoredCase> theirs = workspace.loadCase(id);
            require(theirs.ok());
            const CaseMerge merge = mergeCases(base->reviewCase, mine.reviewCase, theirs->reviewCase, rules.policy);
            QSet<QString> chosen;
            for (const MergeConflict &conflict : merge.conflicts) {
                std::printf("conflict %s %s\n", qPrintable(conflict.thing), qPrintable(word));
                chosen.insert(conflict.thing); // mine
            }
            const Result<ReviewCase> both = mergedCase(merge, chosen, rules.policy, rules.caseSchema);
            require(both.ok());
            base = theirs;
            mine = *theirs;
            mine.reviewCase = *both;
            saved = workspace.saveDraft(mine);
        }
        if (!saved) {
            std::fprintf(stderr, "%s\n", why(saved).constData());
            return 1;
        }
        std::printf("saved %lld %s\n", static_cast<long long>(saved->rowVersion), qPrintable(word));
        std::fflush(stdout);
        base = saved;
        for (int wait = 0; wait < 25; ++wait) { // the other one's turn: SQLite's lock is not fair
            const Result<StoredCase> now = workspace.loadCase(id);
            if (now && now->rowVersion > saved->rowVersion)
                break;
            QThread::msleep(2);
        }
    }
}
