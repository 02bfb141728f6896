#pragma once

#include <QByteArray>

namespace reviewdesk {

/// Adds a text as canonicalJson() writes it, in quotes. For documents that are put together member by member, sorted, when
/// they are too many or too large to be built as values first.
void appendCanonicalText(QByteArrayView utf8, QByteArray &to);

} // namespace reviewdesk
