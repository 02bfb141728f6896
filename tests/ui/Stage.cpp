#include "Stage.h"

#include "ui/Desk.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/tour/Tour.h"

#include <QSettings>

namespace reviewdesk {

Stage::Stage(Look look, int textPercent)
    : m_look(std::move(look)), wizard("nora", StoreDesk::approvable()),
      composer(LetterComposer::load(QStringLiteral(RESOURCES)).value()),
      letterhead(sampleLetterhead(QStringLiteral(RESOURCES)).value())
{
    appearance.setTextPercent(textPercent);
}

void Stage::look(const QString &name, QWidget &page)
{
    settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // of what came last
    m_look(name, page);
}

void Stage::show(const QString &name, std::unique_ptr<QWidget> page)
{
    if (!qobject_cast<QDialog *>(page.get())) // a dialog knows its own size
        page->resize(usual);
    page->show();
    look(name, *page);
}

std::unique_ptr<Desk> Stage::sit()
{
    return sitAt(*wizard.workshop, wizard.clock());
}

std::unique_ptr<Desk> Stage::sitAt(Workshop &workshop, const Clock &clock)
{
    auto desk = std::make_unique<Desk>(workshop, composer, letterhead, QList<UserAccount>(), appearance, clock);
    desk->resize(usual);
    desk->setVisible(true);
    settle();
    return desk;
}

void Stage::afterAnUpgrade(const QString &whose)
{
    QSettings().setValue(QStringLiteral("learning/version"), QStringLiteral("0.0.1"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.0.2"));
    look(QStringLiteral("worklist of a %1 after an upgrade").arg(whose), *sit());
    QCoreApplication::setApplicationVersion({});
    QSettings().remove(QStringLiteral("learning/version"));
}

ReviewPage *Stage::openReview(Desk &desk, const QString &caseId)
{
    desk.openCase(caseId);
    waitFor([&] { return desk.caseId() == caseId && qobject_cast<ReviewPage *>(desk.casePage()); }, "the review");
    return qobject_cast<ReviewPage *>(desk.casePage());
}

LetterPage *Stage::openLetter(Desk &desk, const QString &name)
{
    desk.openLetter(wizard.stored.id);
    waitFor([&] { return qobject_cast<LetterPage *>(desk.casePage()); }, "the letter");
    look(name, desk);
    return qobject_cast<LetterPage *>(desk.casePage());
}

void Stage::tourOf(Desk &desk, const QString &whose)
{
    desk.activateWindow(); // its keys go to what has the focus
    require(QTest::qWaitForWindowActive(&desk));
    Tour tour(&desk);
    bool gathered = false;
    desk.gatherTour([&](const QList<TourStop> &stops) {
        tour.start(stops);
        gathered = true;
    });
    waitFor([&] { return gathered; }, "the tour");
    for (int seen = -1; tour.isRunning();) { // what has no such case here is passed over
        waitFor([&] { return !tour.isRunning() || (tour.current() > seen && !tour.lit().isEmpty()); }, "a stop of the tour");
        if (!tour.isRunning())
            break;
        seen = tour.current();
        look(QStringLiteral("tour of a %1, %2").arg(whose).arg(seen + 1), tour); // nothing under it can be operated
        QTest::keyClick(tour.focusWidget(), Qt::Key_Return);
    }
}

void Stage::settle()
{
    QTest::qWait(150);
}

} // namespace reviewdesk
