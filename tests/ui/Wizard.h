#pragma once

#include "StoreDesk.h"

#include "store/Workshop.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace reviewdesk {

/// A real workspace with a case in it, opened by one person: what the pages of a case are tried on.
class Wizard {
public:
    explicit Wizard(const char *loginName = "nora", const ReviewCase &content = StoreDesk::request())
    {
        Theme::apply(*qApp, Theme::Scheme::Light);
        m_desk.made().reset();
        std::unique_ptr<Workspace> workspace = m_desk.opened(QStringLiteral("nora"));
        Result<StoredCase> made = workspace->createCase(content);
        if (!made)
            qFatal("%s", why(made).constData());
        stored = made.value();
        workspace.reset();
        signIn(loginName);
    }

    ~Wizard() { workshop.reset(); } // its last saves still ask the desk's clock

    /// Another person takes the seat.
    void signIn(const char *loginName)
    {
        workshop.reset();
        workshop = seatOf(loginName);
    }

    /// Another person at another computer: a workspace of their own on the same folder.
    std::unique_ptr<Workshop> seatOf(const char *loginName)
    {
        auto seat = std::make_unique<Workshop>();
        const Result<void> opened =
            seat->open([this, name = QString::fromLatin1(loginName)] { return m_desk.tryOpen(name, name.toUtf8()); });
        if (!opened)
            qFatal("%s", why(opened).constData());
        return seat;
    }

    /// What the workspace holds of the case now.
    StoredCase kept()
    {
        auto future = workshop->run([id = stored.id](Workspace &workspace) { return workspace.loadCase(id); });
        future.waitForFinished();
        const Result<StoredCase> answer = future.result();
        if (!answer)
            qFatal("%s", why(answer).constData());
        return answer.value();
    }

    Result<StoredCase> act(Action action, const QString &comment = {})
    {
        auto future = workshop->run([current = kept(), action, comment](
                                        Workspace &workspace) { return workspace.act(current, action, comment); });
        future.waitForFinished();
        return future.result();
    }

    const Policy &policy() const { return workshop->rulebook().policy; }
    int fact(const char *id) const { return policy().factIndex(QString::fromLatin1(id)); }
    FixedClock &clock() { return m_desk.clock; }
    QString directory() const { return m_desk.directory(); }
    std::unique_ptr<Database> database() { return m_desk.database(); } ///< beside the workshop's

    StoredCase stored;
    std::unique_ptr<Workshop> workshop;

private:
    StoreDesk m_desk;
};

inline void answer(ReviewCase &content, std::initializer_list<std::pair<const char *, const char *>> answers)
{
    for (const auto &[fact, value] : answers)
        content.facts.insert(QString::fromLatin1(fact), {value ? QString::fromLatin1(value) : QString()});
}

/// Colorectal metastases under radioembolization, nothing of the liver disease answered.
inline ReviewCase colorectal()
{
    ReviewCase content = StoreDesk::request();
    answer(content,
        {{"procedure", "radioembolization"}, {"location", "liver"}, {"tumor_origin", "metastatic"},
            {"metastatic_type", "colorectal"}});
    return content;
}

template <typename Page> void showFor(Page &page, QSize size = {1280, 800})
{
    page.resize(size);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
}

/// What a screen reader does to something that can be checked; it does not click.
inline void toggleByScreenReader(QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    QVERIFY(spoken && spoken->actionInterface());
    QVERIFY(spoken->actionInterface()->actionNames().contains(QAccessibleActionInterface::toggleAction()));
    spoken->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
}

} // namespace reviewdesk
