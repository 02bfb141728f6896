#pragma once

#include "Wizard.h"

#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Field.h"

#include <QLineEdit>

#include <functional>

namespace reviewdesk {

inline QLineEdit *entryOf(ReviewPage &page, const char *pointer)
{
    page.goTo(QStringLiteral("request"));
    auto *request = static_cast<RequestPage *>(page.currentPage());
    request->showField(QString::fromLatin1(pointer));
    return qobject_cast<QLineEdit *>(request->field(QString::fromLatin1(pointer))->entry());
}

inline void retype(QLineEdit *edit, const QString &text)
{
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

/// What somebody else saves in the case, from another computer.
inline StoredCase saves(Workshop &seat, const QString &id, const std::function<void(ReviewCase &)> &change)
{
    auto future = seat.run([id, change](Workspace &workspace) -> Result<StoredCase> {
        Result<StoredCase> stored = workspace.loadCase(id);
        if (!stored)
            return stored;
        change(stored->reviewCase);
        return workspace.saveDraft(*stored);
    });
    future.waitForFinished();
    const Result<StoredCase> saved = future.result();
    if (!saved)
        qFatal("%s", why(saved).constData());
    return *saved;
}

/// The same of an action.
inline StoredCase acts(Workshop &seat, const QString &id, Action action)
{
    auto future = seat.run([id, action](Workspace &workspace) -> Result<StoredCase> {
        Result<StoredCase> stored = workspace.loadCase(id);
        if (!stored)
            return stored;
        stored->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
        stored->reviewCase.determination.plainReason = QStringLiteral("It does not grow.");
        return workspace.act(*stored, action);
    });
    future.waitForFinished();
    const Result<StoredCase> done = future.result();
    if (!done)
        qFatal("%s", why(done).constData());
    return *done;
}

/// nora at a case on her screen, saved, and ned at another computer.
class TwoSeats : public Wizard {
public:
    explicit TwoSeats(const ReviewCase &content = StoreDesk::request())
        : Wizard("nora", content), seat(seatOf("ned")), nora(*workshop, stored, clock())
    {
        showFor(nora);
        nora.flush();
    }

    const std::unique_ptr<Workshop> seat;
    ReviewPage nora;
};

} // namespace reviewdesk
