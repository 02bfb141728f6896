#include "tests/letter/LetterFixture.h"

#include "letter/LetterPaper.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QTextDocument>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace reviewdesk;

namespace {

/// The median of `times` runs, in milliseconds of this process's work: other programs on the machine do not count.
double median(int times, const std::function<void()> &work)
{
    std::vector<double> spent;
    for (int i = 0; i < times; ++i) {
        const std::clock_t from = std::clock();
        work();
        spent.push_back(1000.0 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC);
    }
    std::sort(spent.begin(), spent.end());
    return spent[spent.size() / 2];
}

/// The same HTML by Qt alone: no foot, no address in its window, headings parted from their text, other bytes each
/// time.
QByteArray bare(const QString &html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    QTextDocument document;
    document.setHtml(html);
    document.print(&writer);
    return bytes;
}

} // namespace

/// A letter of four pages or five, composed and written as tagged PDF, beside QTextDocument and QPdfWriter with the same HTML. The aim
/// is at most 1.3 times their time.
int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    LetterFixture fixture;
    if (!fixture.load())
        return 1;
    ReviewCase reviewCase = fixture.denial();
    reviewCase.request.lineOfBusiness = LineOfBusiness::MedicaidManagedCare;
    const auto composed = [&] { return fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider).letter; };
    const ComposedLetter letter = composed();
    qsizetype bytes = 0;
    constexpr int times = 15;
    const double ours = median(times, [&] { bytes = letterPdf(composed(), PageMark::None)->size(); });
    const double composing = median(times, [&] { composed(); });
    const double theirs = median(times, [&] { bare(letter.html); });
    std::printf("letter of %lld pages, %lld KB: %.1f ms (composing %.1f ms); bare Qt %.1f ms; ratio %.2f\n",
        static_cast<long long>(letterPages(letter, PageMark::None, 0.2).size()), static_cast<long long>(bytes / 1024),
        ours, composing, theirs, ours / theirs);
    return 0;
}
