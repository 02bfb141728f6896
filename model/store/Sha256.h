#pragma once

#include <QByteArray>

#include <initializer_list>

namespace reviewdesk {

/// SHA-256 of the parts one after the other, 32 bytes.
QByteArray sha256(std::initializer_list<QByteArrayView> parts);

} // namespace reviewdesk
