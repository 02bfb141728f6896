#pragma once

#include <QString>

namespace reviewdesk {

class Workshop;

/// The worklist's questions by the program's code, and as statements to the bare SQLite3 Multiple Ciphers library: a line each.
void compareWithBare(Workshop &workshop, const QString &directory, const QByteArray &passphrase);

} // namespace reviewdesk
