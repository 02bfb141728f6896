// From an answer to the painted criteria panel, on the real page over a real workspace: median and worst of 200
// answers.
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
constexpr double frame = 16.0; ///< ms

ReviewCase colorectal()
{
    ReviewCase content = StoreDesk::adverse();
    for (const char *fact : {"unresectable", "liver_dominant", "diffuse", "progressive"})
        content.facts.remove(QLatin1String(fact));
    return content;
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
        QApplication::sendPostedEvents(); // the layout
        QEvent update(QEvent::UpdateRequest); // paints what has changed; by itself it comes with the next frame
        QApplication::sendEvent(&page, &update);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QApplication::processEvents();
    }
    std::sort(times.begin(), times.end());
    const double median = times.at(times.size() / 2);
    QTextStream(stdout) << "case opened to painted page: " << openingTook << " ms\n"
                        << "answer to painted page, 1280x800, " << answers << " answers: median "
                        << QString::number(median, 'f', 2) << " ms, worst " << QString::number(times.back(), 'f', 2)
                        << " ms\n";
    return median < frame ? 0 : 1;
}
