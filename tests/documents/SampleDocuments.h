#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>

namespace reviewdesk {

/// A PDF of letter pages with one text each, in 12 points; an empty text gives a blank page.
QByteArray samplePdf(const QStringList &pageTexts);
/// A page of text as a scanner gives it: a picture of letter paper at `dotsPerInch`.
QImage sampleScan(const QString &text, int dotsPerInch = 200);
QByteArray encoded(const QImage &image, const char *format);
/// The scan as a PDF without any text in it.
QByteArray scannedPdf(const QStringList &pageTexts, int dotsPerInch = 200);

} // namespace reviewdesk
