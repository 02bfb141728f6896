#include "SeldomPages.h"

#include "ui/Desk.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/Steps.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/worklist/WorklistPage.h"

#include <QFile>

namespace reviewdesk {

QStringList SeldomPages::longNames()
{
    return {QStringLiteral("Maximiliana Evangelina Wolfeschlegelsteinhausen-Featherstonehaugh de la Santísima Trinidad"),
        QStringLiteral("Bartholomew Venkataramanathan-Krishnamoorthy, MD, PhD, FACS, FSIR, Interventional Radiology Associates"),
        QStringLiteral("Pacific Northwest Carpenters and Joiners Retirees Preferred Provider Organization 7500")};
}

void SeldomPages::walk()
{
    StoreDesk workspace;
    workspace.made().reset();
    Workshop workshop;
    require(workshop.open([&workspace] { return workspace.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    const std::unique_ptr<Desk> desk = m_stage.sitAt(workshop, workspace.clock);
    nothingYet(*desk);
    ReviewCase content = StoreDesk::request(longNames().at(0));
    content.provider.name = longNames().at(1);
    content.member.plan = longNames().at(2);
    auto made = workshop.run([content](Workspace &open) { return open.createCase(content); });
    made.waitForFinished();
    require(made.result().ok());
    caseOn(*desk, made.result()->id, QStringLiteral("long names"));
    desk->resize(desk->minimumSizeHint());
    caseOn(*desk, made.result()->id, QStringLiteral("smallest window"));
}

void SeldomPages::nothingYet(Desk &desk)
{
    WorklistPage *worklist = desk.worklist();
    m_stage.look(QStringLiteral("worklist, no case yet"), desk);
    auto *busy = worklist->findChild<BusyOverlay *>();
    busy->start(WorklistPage::tr("Looking for cases…"));
    QTest::qWait(400); // a shorter wait is not shown
    m_stage.look(QStringLiteral("worklist, a wait"), desk);
    busy->stop();
    worklist->showError(whyNotOpened());
    m_stage.look(QStringLiteral("worklist, an error"), desk);
}

/// Of a workspace whose database is gone.
Error SeldomPages::whyNotOpened()
{
    StoreDesk desk;
    desk.made().reset();
    require(QFile::remove(desk.databaseFile()));
    return desk.tryOpen(QStringLiteral("nora"), "nora").error();
}

void SeldomPages::caseOn(Desk &desk, const QString &caseId, const QString &where)
{
    desk.goToWorklist();
    desk.worklist()->refresh();
    m_stage.look(QStringLiteral("worklist, ") + where, desk);
    ReviewPage *review = m_stage.openReview(desk, caseId);
    review->goTo(requestStep);
    m_stage.look(QStringLiteral("review, ") + where, desk);
}

} // namespace reviewdesk
