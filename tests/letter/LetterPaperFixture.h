#pragma once

#include "letter/LetterHtml.h"
#include "letter/LetterPaper.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace reviewdesk {

inline QString outputOf(const QString &program, const QStringList &arguments, int *status = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60000);
    if (status)
        *status = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return QString::fromUtf8(process.readAll());
}

/// How pdftotext orders what stands on a page: as it lies there, by its guess at columns, or as it was written.
enum class PaperOrder { AsItLies, AsWritten };

/// What a reader copies out of the letter's PDF, page by page.
inline QStringList pdfPages(const ComposedLetter &letter, const QString &folder, PaperOrder order = PaperOrder::AsItLies)
{
    const Result<QByteArray> pdf = letterPdf(letter, PageMark::None);
    QFile file(QDir(folder).filePath(QStringLiteral("pages.pdf")));
    if (!pdf || !file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
        return {};
    file.close();
    QStringList arguments{file.fileName(), QStringLiteral("-")};
    if (order == PaperOrder::AsWritten)
        arguments.prepend(QStringLiteral("-raw"));
    return outputOf(QStringLiteral("pdftotext"), arguments).split(u'\f', Qt::SkipEmptyParts);
}

/// The letters alone: no white space, bullets, soft line ends or marks of direction, which extraction sets as it likes.
inline QString withoutSpaces(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        const bool mark = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069)) ||
            c == QChar(0x200E) || c == QChar(0x200F) || c == u'•';
        if (!c.isSpace() && !mark)
            kept += c;
    }
    return kept;
}

/// The words of all pages as one, without their feet and the table's head where it stands again.
inline QString pdfWords(const ComposedLetter &letter, const QString &folder, PaperOrder order = PaperOrder::AsItLies)
{
    QString words;
    const QStringList pages = pdfPages(letter, folder, order);
    for (int page = 0; page < pages.size(); ++page) {
        QString text = withoutSpaces(pages.at(page));
        const FootWords words_ = footWords(letter.html);
        text.remove(withoutSpaces(words_.page.arg(page + 1).arg(pages.size())));
        text.remove(withoutSpaces(words_.code.arg(letter.code())));
        const qsizetype foot = text.lastIndexOf(withoutSpaces(letter.caseNumber));
        if (foot >= 0)
            text.remove(foot, withoutSpaces(letter.caseNumber).size());
        words += text;
    }
    const QString head = withoutSpaces(letter.language == u"es"
            ? QStringLiteral("Criterio Las palabras de la política y el resultado")
            : QStringLiteral("Criterion The policy’s words, and the result"));
    while (words.count(head) > 1)
        words.remove(words.lastIndexOf(head), head.size());
    return words;
}

} // namespace reviewdesk
