#include "PhysicianPages.h"

#include "ui/Desk.h"
#include "ui/history/RoundsSheet.h"
#include "ui/letter/CorrectionDialog.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/Steps.h"

#include <QPushButton>

namespace reviewdesk {

void PhysicianPages::walk()
{
    decision();
    secondReview();
}

void PhysicianPages::decision()
{
    m_stage.wizard.signIn("phil");
    const std::unique_ptr<Desk> desk = m_stage.sit();
    desk->openCase(m_stage.wizard.stored.id);
    Stage::waitFor([&] { return desk->casePage(); }, "the decision");
    m_stage.look(QStringLiteral("decision"), *desk);
    m_stage.show(QStringLiteral("rounds, only one"), std::make_unique<RoundsSheet>(*m_stage.wizard.workshop, m_stage.wizard.stored.id));
    m_stage.openLetter(*desk, QStringLiteral("letter of a referred case"));
    require(m_stage.wizard.act(Action::Approve).ok());
    issuing(*desk);
    m_stage.show(QStringLiteral("correction"), std::make_unique<CorrectionDialog>());
    m_stage.tourOf(*desk, QStringLiteral("physician"));
}

void PhysicianPages::issuing(Desk &desk)
{
    desk.goToWorklist();
    LetterPage *letter = m_stage.openLetter(desk, QStringLiteral("letter"));
    const QList<QPushButton *> buttons = letter->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == LetterPage::tr("&Issue letter"))
            button->click();
    }
    Stage::waitFor([letter] { return letter->isIssued(); }, "the issued letter");
    m_stage.look(QStringLiteral("letter, issued"), desk);
    letter->beginCorrection(QStringLiteral("Wrong phone number."));
    m_stage.look(QStringLiteral("letter, a correction"), desk);
}

void PhysicianPages::secondReview()
{
    m_stage.wizard.signIn("sam");
    const auto done = [this](auto job) {
        auto answer = m_stage.wizard.workshop->run(std::move(job));
        answer.waitForFinished();
        return answer.result();
    };
    const QDate today = m_stage.wizard.clock().now().date();
    const Result<QString> sample = done([today](Workspace &workspace) -> Result<QString> {
        SampleWish wish;
        wish.from = today.addDays(-7);
        wish.until = today.addDays(1);
        const QList<UserAccount> users = workspace.users().value();
        for (const UserAccount &user : users) {
            if (user.loginName == QLatin1String("ned"))
                wish.reviewerId = user.id;
        }
        const Result<QualitySample> drawn = workspace.drawSample(wish);
        return drawn ? Result<QString>(drawn->id) : drawn.error();
    });
    require(sample.ok());
    m_stage.wizard.signIn("ned");
    const std::unique_ptr<Desk> desk = m_stage.sit();
    desk->openSecondReview(*sample, 1);
    Stage::waitFor([&] { return desk->casePage() && desk->casePage()->isVisible(); }, "the second review");
    qobject_cast<ReviewPage *>(desk->casePage())->goTo(recommendationStep);
    m_stage.look(QStringLiteral("second review"), *desk);
    desk->goToWorklist();
    Stage::waitFor([&] { return !desk->secondReview(); }, "the worklist");
    const Result<void> finished = done([id = *sample](Workspace &workspace) -> Result<void> {
        Result<StoredCase> draft = workspace.secondReview(id, 1);
        if (!draft)
            return draft.error();
        draft->reviewCase.facts = StoreDesk::adverse().facts; // which the first reviewer saw otherwise
        draft = workspace.saveSecondReview(id, 1, *draft);
        return draft ? workspace.finishSecondReview(id, 1, draft->rowVersion) : draft.error();
    });
    if (!finished)
        qFatal("%s", why(finished).constData());
}

} // namespace reviewdesk
