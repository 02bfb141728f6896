#pragma once

#include "letter/CasePacket.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace reviewdesk {

/// Text pages of a packet, as PDF, with the place where each heading of the first rank stands.
struct PacketText {
    struct Heading {
        QString title;
        int page = 0; ///< from 0
    };
    QByteArray pdf;
    QList<Heading> headings;
};

/// Cover, facts with sources, criteria and history; on US Letter, with room at the foot for what every page has.
QString packetHtml(const PacketOrder &order);
/// Error `pdf`.
Result<PacketText> paintedText(const QString &html);
/// A page that says in one line what stands there.
QString noticeHtml(const QString &title, const QString &words);

} // namespace reviewdesk
