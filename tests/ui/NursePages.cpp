#include "NursePages.h"

#include "EveryPage.h"
#include "PageWords.h"

#include "ui/Desk.h"
#include "ui/accounts/PassphraseDialog.h"
#include "ui/documents/RecordDesk.h"
#include "ui/documents/RecordSheet.h"
#include "ui/history/HistorySheet.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"
#include "ui/intake/MessageDialog.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/PolicyText.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/Steps.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DueSheet.h"
#include "ui/worklist/ColumnsDialog.h"
#include "ui/worklist/WorklistPage.h"

#include <QBuffer>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace reviewdesk {

QStringList NursePages::namesOfMerge()
{
    return {QStringLiteral("Ana Example-Nora"), QStringLiteral("Ana Example-Ned")};
}

void NursePages::walk()
{
    m_stage.wizard.signIn("nora");
    m_stage.afterAnUpgrade(QStringLiteral("nurse"));
    const std::unique_ptr<Desk> desk = m_stage.sit();
    m_stage.look(QStringLiteral("worklist"), *desk);
    emptyWorklist(*desk);
    reviewOf(*desk);
    incoming(*desk);
    incomingTable(*desk);
    merging(*desk);
    m_stage.openLetter(*desk, QStringLiteral("letter of a draft"));
    m_stage.show(QStringLiteral("columns"), std::make_unique<ColumnsDialog>(QList<WorklistColumn>{WorklistColumn::Due}));
    IncomingRequests requests(*m_stage.wizard.workshop, m_stage.wizard.clock());
    m_stage.show(QStringLiteral("settings"),
        std::make_unique<SettingsDialog>(*m_stage.wizard.workshop, m_stage.appearance, false, &requests));
    m_stage.show(QStringLiteral("passphrase"),
        std::unique_ptr<QWidget>(PassphraseDialog::forOneself(*m_stage.wizard.workshop, nullptr)));
    m_stage.tourOf(*desk, QStringLiteral("nurse"));
    require(m_stage.wizard.act(Action::Refer).ok());
}

/// With its way out, which is another for each reason.
void NursePages::emptyWorklist(Desk &desk)
{
    WorklistPage *worklist = desk.worklist();
    auto *search = worklist->findChild<QLineEdit *>();
    WorklistFilter filter;
    filter.due = WorklistFilter::Due::Overdue;
    const auto shown = [&](const char *name) { m_stage.look(QString::fromLatin1(name), desk); };
    worklist->showFiltered(WorklistView::All, filter);
    shown("worklist, filtered and empty");
    worklist->showFiltered(WorklistView::All, {});
    search->setText(QStringLiteral("RD-9999"));
    shown("worklist, nothing found");
    worklist->setView(WorklistView::LettersIssued);
    shown("worklist, nothing found in a view");
    search->clear();
    shown("worklist, an empty view");
    worklist->setView(WorklistView::All);
    Stage::settle();
}

void NursePages::reviewOf(Desk &desk)
{
    ReviewPage *review = m_stage.openReview(desk, m_stage.wizard.stored.id);
    QStringList steps{requestStep, documentsStep, recommendationStep};
    for (const WizardSection &section : m_stage.wizard.policy().sections)
        steps.append(section.id);
    for (const QString &step : std::as_const(steps)) {
        review->goTo(step);
        m_stage.look(QStringLiteral("review, ") + step, desk);
    }
    review->showRecord(true);
    m_stage.look(QStringLiteral("record"), desk);
    review->showRecord(false);
    otherwise(*review);
    overTheReview(*review);
}

/// Words that were written for another outcome.
void NursePages::otherwise(ReviewPage &review)
{
    ReviewSession &session = review.session();
    review.goTo(recommendationStep);
    QPlainTextEdit *reason = textOf(review, RecommendationPage::tr("Reason in plain words").toUtf8());
    require(reason);
    reason->setPlainText(namesOfMerge().first());
    int decisive = 0;
    while (session.policy().facts.at(decisive).id != QLatin1String("progressive"))
        ++decisive;
    const int answer = session.answer(decisive);
    session.setAnswer(decisive, Answers::Absent);
    Stage::settle();
    for (QWidget *around = reason; around; around = around->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(around))
            scroll->ensureWidgetVisible(reason, 0, 80);
    }
    m_stage.look(QStringLiteral("review, words for another outcome"), *review.window());
    session.setAnswer(decisive, answer);
    reason->clear();
}

void NursePages::overTheReview(ReviewPage &review)
{
    const auto opened = [this](const QString &name, QDialog &dialog) {
        m_stage.look(name, dialog);
        dialog.reject();
        Stage::settle();
    };
    opened(QStringLiteral("remarks"), *review.openNotes());
    opened(QStringLiteral("history"), *review.openHistory());
    opened(QStringLiteral("rules of time"), *review.findChild<CaseHeader *>()->openDueSheet());
    review.policyText()->showWhole();
    opened(QStringLiteral("policy text"), *review.policyText());
    QImage scan(200, 260, QImage::Format_Grayscale8);
    scan.fill(Qt::lightGray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    require(buffer.open(QIODevice::WriteOnly) && scan.save(&buffer, "PNG"));
    AttachDialog *attach = review.recordDesk().attach(
        {{QStringLiteral("CT report.png"), bytes}, {QStringLiteral("scan.png"), QByteArray("no picture")}});
    Stage::waitFor([attach] { return attach->isLookedThrough(); }, "what is to be attached");
    opened(QStringLiteral("attach"), *attach);
    m_stage.show(QStringLiteral("record in a window of its own"), std::make_unique<RecordSheet>(review.session()));
}

void NursePages::incoming(Desk &desk)
{
    IntakePage *intake = desk.showIncoming();
    m_stage.look(QStringLiteral("incoming requests, none"), desk);
    intake->open({EveryPage::message()});
    Stage::waitFor([intake] { return intake->draftButton()->isVisible() && intake->draftButton()->isEnabled(); }, "a request");
    m_stage.look(QStringLiteral("incoming requests"), desk);
    intake->draftButton()->click();
    Stage::waitFor([&desk] { return qobject_cast<ReviewPage *>(desk.casePage()); }, "a draft of a request");
    auto *review = qobject_cast<ReviewPage *>(desk.casePage());
    review->goTo(requestStep);
    Stage::waitFor([review] { return review->session().sent().arrival(); }, "what was sent");
    m_stage.look(QStringLiteral("review, as it was sent"), desk);
    auto *message = new MessageDialog(*review->session().sent().arrival(), m_stage.wizard.policy(), review);
    message->open();
    m_stage.look(QStringLiteral("what was sent"), *message);
    message->close();
}

void NursePages::incomingTable(Desk &desk)
{
    IntakePage *intake = desk.showIncoming();
    const QString before = intake->draftButton()->text();
    intake->open({EveryPage::table()});
    Stage::waitFor([&] { return intake->draftButton()->isVisible() && intake->draftButton()->text() != before; }, "its rows");
    m_stage.look(QStringLiteral("incoming requests, a table"), desk);
}

/// Somebody else changes what is being changed here.
void NursePages::merging(Desk &desk)
{
    ReviewPage *review = m_stage.openReview(desk, m_stage.wizard.stored.id);
    review->flush();
    const std::unique_ptr<Workshop> seat = m_stage.wizard.seatOf("ned");
    auto saved = seat->run([id = m_stage.wizard.stored.id](Workspace &workspace) -> Result<StoredCase> {
        Result<StoredCase> stored = workspace.loadCase(id);
        if (!stored)
            return stored;
        stored->reviewCase.member.name = namesOfMerge().last();
        return workspace.saveDraft(*stored);
    });
    saved.waitForFinished();
    require(saved.result().ok());
    Member member = review->session().content().member;
    member.name = namesOfMerge().first();
    review->session().setMember(member);
    Stage::waitFor([review] { return review->session().keptMeanwhile() != nullptr; }, "what is kept");
    m_stage.look(QStringLiteral("review, changed meanwhile"), desk);
    review->offerMerge();
    auto *dialog = review->window()->findChild<MergeDialog *>();
    m_stage.look(QStringLiteral("merge"), *dialog);
    dialog->saveButton()->click();
    Stage::waitFor([review] { return !review->hasUnsaved(); }, "the merged case");
}

} // namespace reviewdesk
