#include "LaterPages.h"

#include "PackFolder.h"

#include "ui/Desk.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DueSheet.h"

#include <QRadioButton>

namespace reviewdesk {

namespace {

DecisionPage *openDecision(Desk &desk, const QString &caseId)
{
    desk.goToWorklist(); // the case may stand open as it was before
    desk.openCase(caseId);
    const auto page = [&desk] { return qobject_cast<DecisionPage *>(desk.casePage()); };
    Stage::waitFor([&] { return desk.caseId() == caseId && page(); }, "the case");
    return page();
}

} // namespace

QStringList LaterPages::names()
{
    return {QStringLiteral("The board meets late."), PackFolder::firstVersion(), PackFolder::secondVersion()};
}

void LaterPages::walk()
{
    wait();
    appeal();
    anotherVersion();
}

/// By a rule whose clock stands still and is extended once its letters are issued; neither is.
void LaterPages::wait()
{
    Wizard &wizard = m_stage.wizard;
    wizard.signIn("nora");
    auto saved = wizard.workshop->run([draft = wizard.kept()](Workspace &workspace) mutable {
        draft.reviewCase.request.lineOfBusiness = LineOfBusiness::SelfFundedErisa;
        return workspace.saveDraft(draft);
    });
    saved.waitForFinished();
    require(saved.result().ok() && wizard.act(Action::Pend).ok());
    const std::unique_ptr<Desk> desk = m_stage.sit();
    openDecision(*desk, wizard.stored.id);
    m_stage.look(QStringLiteral("decision, a wait"), *desk);
    rulesOfTime(*desk, QStringLiteral("rules of time, a wait without its letter"));
    require(wizard.act(Action::Extend, names().first()).ok());
    openDecision(*desk, wizard.stored.id);
    m_stage.look(QStringLiteral("decision, more time in a wait"), *desk);
    rulesOfTime(*desk, QStringLiteral("rules of time, more time without its notice"));
    m_stage.openLetter(*desk, QStringLiteral("letter, more time in a wait"));
}

void LaterPages::rulesOfTime(const Desk &desk, const QString &name)
{
    DueSheet *sheet = desk.casePage()->findChild<CaseHeader *>()->openDueSheet();
    m_stage.look(name, *sheet);
    sheet->reject();
    Stage::settle();
}

void LaterPages::appeal()
{
    Wizard &wizard = m_stage.wizard;
    require(wizard.act(Action::Resume).ok() && wizard.act(Action::Refer).ok());
    wizard.signIn("phil");
    auto denied = wizard.workshop->run([current = wizard.kept()](Workspace &workspace) mutable {
        current.reviewCase.determination.rationale = names().first();
        return workspace.act(current, Action::Deny);
    });
    denied.waitForFinished();
    require(denied.result().ok());
    wizard.signIn("nora");
    const std::unique_ptr<Desk> desk = m_stage.sit();
    const DecisionPage *page = openDecision(*desk, wizard.stored.id);
    Stage::waitFor([page] { return page->form() && page->form()->isEnabled(); }, "what may be done with a denial");
    m_stage.look(QStringLiteral("decision, denied"), *desk);
    page->form()->choice(Action::Appeal)->click();
    m_stage.look(QStringLiteral("decision, an appeal"), *desk);
}

/// A draft goes on under the second version; what was decided by the first cannot be shown by it once that is gone.
void LaterPages::anotherVersion()
{
    const PackFolder packs;
    StoreDesk workspace;
    workspace.made().reset();
    std::shared_ptr<const Rulebook> rules = packs.rulebook();
    const Workshop::Opener signIn = [&] {
        return Workspace::open(workspace.directory(), QStringLiteral("nora"), QByteArrayLiteral("nora"), rules, workspace.clock);
    };
    Workshop workshop;
    require(workshop.open(signIn).ok());
    ReviewCase content = colorectal();
    answer(content, {{"progressive", "true"}, {"symptomatic", "true"}}); // which it asks otherwise
    auto draft = workshop.run([content](Workspace &open) { return open.createCase(content); });
    auto approved = workshop.run([](Workspace &open) {
        return open.act(open.createCase(StoreDesk::approvable()).value(), Action::Approve);
    });
    draft.waitForFinished();
    approved.waitForFinished();
    require(draft.result().ok() && approved.result().ok());
    workshop.close();
    packs.addSecond(PackFolder::secondBegins());
    workspace.clock.advance(Q_INT64_C(2) * 24 * 3600 * 1000);
    require(workshop.open(signIn).ok());
    const std::unique_ptr<Desk> desk = m_stage.sitAt(workshop, workspace.clock);
    m_stage.openReview(*desk, draft.result()->id);
    m_stage.look(QStringLiteral("review, another version"), *desk);
    auto later = workshop.run([content](Workspace &open) { return open.createCase(content); });
    later.waitForFinished();
    require(later.result().ok());
    packs.removeFirst();
    openDecision(*desk, approved.result()->id);
    m_stage.look(QStringLiteral("decision, its version not installed"), *desk);
    const PackFolder olderPacks;
    rules = olderPacks.rulebook();
    Workshop olderWorkshop;
    require(olderWorkshop.open(signIn).ok());
    const std::unique_ptr<Desk> older = m_stage.sitAt(olderWorkshop, workspace.clock);
    m_stage.openReview(*older, later.result()->id);
    m_stage.look(QStringLiteral("review, on an older program"), *older);
    older->openLetter(later.result()->id);
    Stage::waitFor([&older] { return qobject_cast<LetterPage *>(older->casePage()); }, "the letter");
    m_stage.look(QStringLiteral("letter, on an older program"), *older);
}

} // namespace reviewdesk
