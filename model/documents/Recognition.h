#pragma once

#include "documents/DocumentText.h"
#include "support/Result.h"

#include <QImage>

#include <atomic>

namespace reviewdesk {

/// Text of scanned pages by Tesseract, where it is installed. The picture goes in by a pipe and the words come out by
/// one: no file is written.
class Recognition {
public:
    /// `program` empty: the one that is found in the search path.
    explicit Recognition(const QString &program = {});

    bool isInstalled() const { return !m_program.isEmpty(); }
    /// Dots an inch that a page is drawn in for it.
    static constexpr int resolution = 300;

    /// Blocks; for a thread that may wait. Errors: `not_installed`, `failed`, `stopped` (once `stop` is true).
    Result<DocumentText> read(const QImage &page, const std::atomic<bool> *stop = nullptr) const;

    /// Tesseract's table of words (TSV) for a page of this many pixels.
    static DocumentText fromTable(const QByteArray &table, const QSize &pixels);

private:
    QString m_program;
};

} // namespace reviewdesk
