// From an answer to the painted criteria panel, and from one page of the wizard to the next, painted, on the real page
// over a real workspace: median and worst of 200 answers and of 20 rounds through the steps.
#include "StoreDesk.h"

#include "store/Workshop.h"
#include "ui/review/AnswerButtons.h"
#include "ui/review/CriteriaPanel.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

using namespace reviewdesk;

namespace {

constexpr int answers = 200;
constexpr int rounds = 20;
constexpr double frame = 16.0; ///< ms

ReviewCase colorectal()
{
    ReviewCase content = StoreDesk::adverse();
    for (const char *fact : {"unresectable", "liver_dominant", "diffuse", "progressive"})
        content.facts.remove(QLatin1String(fact));
    return content;
}

/// What has changed is laid out and painted; by itself it comes with the next frame.
void paint(QWidget &page)
{
    QApplication::sendPostedEvents();
    QEvent update(QEvent::UpdateRequest);
    QApplication::sendEvent(&page, &update);
}

/// Says median and worst; the median in milliseconds.
double say(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const double median = times.at(times.size() / 2);
    QTextStream(stdout) << what << ", 1280x800, " << times.size() << " times: median " << QString::number(median, 'f', 2)
                        << " ms, worst " << QString::number(times.back(), 'f', 2) << " ms\n";
    return median;
}

/// Pages that were shown before; a page is made when it is first shown.
std::vector<double> changePages(ReviewPage &page)
{
    QStringList steps{QStringLiteral("request"), QStringLiteral("documents"), QStringLiteral("recommendation")};
    for (const WizardSection &section : page.session().policy().sections)
        steps.append(section.id);
    std::vector<double> times;
    for (int round = 0; round <= rounds; ++round) {
        for (const QString &step : std::as_const(steps)) {
            QElapsedTimer timer;
            timer.start();
            page.goTo(step);
            paint(page);
            if (round > 0)
                times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QApplication::processEvents();
        }
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme::apply(application, Theme::Scheme::Light);
    StoreDesk desk;
    desk.made().reset();
    std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const Result<StoredCase> made = workspace->createCase(colorectal());
    if (!made)
        qFatal("%s", why(made).constData());
    workspace.reset();
    Workshop workshop;
    const Result<void> opened =
        workshop.open([&desk] { return desk.tryOpen(QStringLiteral("nora"), QByteArrayLiteral("nora")); });
    if (!opened)
        qFatal("%s", why(opened).constData());
    QElapsedTimer opening;
    opening.start();
    ReviewPage page(workshop, made.value(), desk.clock);
    page.resize(1280, 800);
    page.show();
    page.repaint();
    const qint64 openingTook = opening.elapsed();
    page.goTo(QStringLiteral("liver_disease"));
    QApplication::processEvents();
    auto *questions = static_cast<QuestionsPage *>(page.currentPage());
    const QList<QuestionCard *> cards = questions->shownCards();
    std::vector<double> times;
    for (int number = 0; number < answers; ++number) {
        QuestionCard *card = cards.at(number % cards.size());
        const int option = (number / static_cast<int>(cards.size())) % 2;
        QElapsedTimer timer;
        timer.start();
        card->answers()->button(option)->click(); // evaluation, steps, cards and panel
        paint(page);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QApplication::processEvents();
    }
    QTextStream(stdout) << "case opened to painted page: " << openingTook << " ms\n";
    const double median = say("answer to painted page", times);
    say("page change to painted page", changePages(page));
    return median < frame ? 0 : 1;
}
