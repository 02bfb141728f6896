#pragma once

#include "Wizard.h"

#include "ui/letter/LetterRun.h"

#include <QProcess>

namespace reviewdesk {

inline constexpr int patience = 60'000; // milliseconds; pages are set on a busy machine

/// Cases of one workspace that were approved, and a supervisor who releases their letters.
class LetterTray {
public:
    explicit LetterTray(int cases)
    {
        for (int i = 0; i < cases; ++i)
            ids.append(approved(QStringLiteral("Member %1").arg(i + 1)));
        wizard.signIn("sam");
    }

    QString approved(const QString &member)
    {
        ReviewCase content = StoreDesk::approvable();
        content.member.name = member;
        content.determination.plainReason = QStringLiteral("The records show what the policy asks for.");
        return keep(content, Action::Approve);
    }
    QString keep(const ReviewCase &content, Action action, const QString &comment = {})
    {
        const auto kept = wizard.workshop
                              ->run([content, action, comment](Workspace &workspace) -> Result<StoredCase> {
                                  const Result<StoredCase> made = workspace.createCase(content);
                                  return made ? workspace.act(*made, action, comment) : made;
                              })
                              .result();
        if (!kept)
            qFatal("%s", why(kept).constData());
        return kept->id;
    }
    std::unique_ptr<LetterRun> run(const QStringList &cases)
    {
        auto run = std::make_unique<LetterRun>(*wizard.workshop, composer(), letterhead(), wizard.clock(), cases);
        QSignalSpy gathered(run.get(), &LetterRun::gathered);
        run->gather();
        require(gathered.wait(patience));
        return run;
    }
    QList<IssuedLetter> letters(const QString &id)
    {
        return *wizard.workshop->run([id](Workspace &workspace) { return workspace.letters(id); }).result();
    }
    int printed()
    {
        int count = 0;
        for (const QString &id : ids) {
            for (const IssuedLetter &letter : letters(id))
                count += letter.printed;
        }
        return count;
    }
    static std::shared_ptr<const LetterComposer> composer()
    {
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
        require(composer.ok());
        return *composer;
    }
    static Letterhead letterhead()
    {
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
        require(letterhead.ok());
        return *letterhead;
    }

    Wizard wizard;
    QStringList ids;
};

inline QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

} // namespace reviewdesk
