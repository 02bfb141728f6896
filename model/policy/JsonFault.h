#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace reviewdesk {

/// Where and why a text is not JSON, for a person. Slow and careful: only asked when the fast parser has refused.
struct JsonFault {
    qsizetype offset = 0; ///< in bytes
    QString message;
    bool tooDeep = false;
};

/// The first fault of `utf8` (valid UTF-8) as RFC 8259 sees it, lone surrogates and nesting over `depth` included;
/// nothing when there is none.
std::optional<JsonFault> findJsonFault(const QByteArray &utf8, int depth);

/// The first byte that begins no valid UTF-8 sequence; -1 when all is valid.
qsizetype findInvalidUtf8(const QByteArray &bytes);

/// "line 3, column 14": counted from 1, columns in characters.
QString textPlace(const QByteArray &utf8, qsizetype offset);

} // namespace reviewdesk
