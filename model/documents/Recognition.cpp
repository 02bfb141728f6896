#include "documents/Recognition.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int lookMilliseconds = 100; ///< between looks whether it was stopped
constexpr int longestMilliseconds = 120'000; ///< for a page

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Recognition)
};

/// Columns of the table.
enum Column { Level, PageNumber, Block, Paragraph, Line, WordNumber, Left, Top, Width, Height, Confidence, Text, Columns };
constexpr int wordLevel = 5;

int scaled(const QByteArray &pixels, int of)
{
    return of > 0 ? std::clamp(static_cast<int>(qint64{pixels.toInt()} * PagePlace::whole / of), 0, PagePlace::whole) : 0;
}

} // namespace

Recognition::Recognition(const QString &program)
    : m_program(program.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("tesseract")) : program)
{
}

Result<DocumentText> Recognition::read(const QImage &page, const std::atomic<bool> *stop) const
{
    if (!isInstalled())
        return Error{
            QStringLiteral("not_installed"), Say::tr("Tesseract, which reads scanned pages, is not installed."), {}};
    QByteArray picture;
    QBuffer buffer(&picture);
    buffer.open(QIODevice::WriteOnly);
    page.convertToFormat(QImage::Format_Grayscale8).save(&buffer, "PGM");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_THREAD_LIMIT"), QStringLiteral("1")); // the person works meanwhile
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(m_program, {QStringLiteral("stdin"), QStringLiteral("stdout"), QStringLiteral("--dpi"),
                                 QString::number(resolution), QStringLiteral("tsv")});
    process.write(picture);
    process.closeWriteChannel();
    const Error failed{QStringLiteral("failed"), Say::tr("Tesseract could not read the page."), {}};
    for (int waited = 0; !process.waitForFinished(lookMilliseconds); waited += lookMilliseconds) {
        const bool stopped = stop && stop->load();
        if (!stopped && process.state() != QProcess::NotRunning && waited < longestMilliseconds)
            continue;
        const bool never = process.error() == QProcess::FailedToStart;
        process.kill();
        process.waitForFinished();
        if (stopped && !never)
            return Error{QStringLiteral("stopped"), Say::tr("Reading the page was stopped."), {}};
        return failed;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failed;
    return fromTable(process.readAllStandardOutput(), page.size());
}

DocumentText Recognition::fromTable(const QByteArray &table, const QSize &pixels)
{
    DocumentText page;
    page.recognised = true;
    QByteArrayList lineBefore; // block, paragraph, line
    const QByteArrayList rows = table.split('\n');
    for (const QByteArray &row : rows) {
        const QByteArrayList cells = row.split('\t');
        if (cells.size() < Columns || cells.at(Level).toInt() != wordLevel)
            continue;
        const QString word = QString::fromUtf8(cells.at(Text)).trimmed();
        if (word.isEmpty())
            continue;
        const QByteArrayList line = cells.mid(Block, 3);
        if (!lineBefore.isEmpty())
            page.text += lineBefore == line ? QStringLiteral(" ")
                : lineBefore.mid(0, 2) == line.mid(0, 2) ? QStringLiteral("\n") : QStringLiteral("\n\n");
        lineBefore = line;
        page.words.append({static_cast<int>(page.text.size()), static_cast<int>(word.size()),
            {scaled(cells.at(Left), pixels.width()), scaled(cells.at(Top), pixels.height()),
                scaled(cells.at(Width), pixels.width()), scaled(cells.at(Height), pixels.height())},
            std::clamp(static_cast<int>(cells.at(Confidence).toDouble() + 0.5), 0, 100)});
        page.text += word;
    }
    return page;
}

} // namespace reviewdesk
