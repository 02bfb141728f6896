#include "PackDesk.h"
#include "PageWords.h"
#include "Wizard.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"

#include <QRadioButton>

using namespace reviewdesk;

/// The decision page of a physician whose program lacks the version of the policy that a case was worked on under.
class tst_older_program : public QObject, private PackDesk {
    Q_OBJECT

private Q_SLOTS:
    /// The same sentence stood under every choice, and the footer asked for one.
    void whyNothingIsDecidedStandsOnce()
    {
        Theme::apply(*qApp, Theme::Scheme::Light);
        ReviewCase content = colorectal();
        answer(content, {{"progressive", "true"}, {"symptomatic", "true"}});
        sitDown(content);
        follow();
        QString id;
        {
            const std::unique_ptr<Workspace> nora = opened("nora");
            const auto draft = nora->createCase(content);
            QVERIFY2(draft.ok(), why(draft));
            const auto referred = nora->act(*draft, Action::Refer);
            QVERIFY2(referred.ok(), why(referred));
            id = referred->id;
        }
        const PackFolder older;
        m_rules = older.rulebook();
        Workshop workshop;
        QVERIFY(workshop.open([this] { return tryOpen("phil"); }).ok());
        const auto kept = workshop.run([&id](Workspace &workspace) { return workspace.loadCase(id); }).takeResult();
        QVERIFY2(kept.ok(), why(kept));
        QVERIFY(kept->onlyRead);
        DecisionPage page(workshop, *kept, m_desk->clock);
        showFor(page);
        const auto *form = page.findChild<DecisionForm *>();
        QVERIFY(form);
        QCOMPARE(form->refusal(), kept->onlyRead->message);
        for (const Action action : {Action::Approve, Action::Deny, Action::Pend, Action::ReturnToNurse}) {
            QVERIFY(form->choice(action) && !form->choice(action)->isEnabled());
            QCOMPARE(form->reasonUnder(action), QString());
        }
    }
};

QTEST_MAIN(tst_older_program)
#include "tst_older_program.moc"
