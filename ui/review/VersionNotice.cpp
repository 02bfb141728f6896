#include "ui/review/VersionNotice.h"

#include "cases/DateWords.h"
#include "cases/PackVersions.h"
#include "ui/review/ReviewSession.h"

namespace reviewdesk {

VersionNotice::VersionNotice(const ReviewSession &session, QWidget *parent) : Notice(parent), m_session(session)
{
    connect(&session, &ReviewSession::viewChanged, this, &VersionNotice::sayOnlyRead);
    if (session.stored().onlyRead && isOpen(session.stored().status))
        sayOnlyRead();
    else
        sayOther();
}

void VersionNotice::sayOnlyRead()
{
    const StoredCase &stored = m_session.stored();
    if (m_isOnlyRead || !stored.onlyRead || !isOpen(stored.status))
        return;
    m_isOnlyRead = true;
    const QString version = stored.reviewCase.policyVersion;
    const QString now = m_session.policy().version;
    showMessage(Tone::Warn,
        version == now ? stored.onlyRead->message
                       : tr("Worked on under version %1, which this program does not have: update the program. Until then the "
                            "case can only be read here, and what you see is what version %2 says.")
                             .arg(version, now));
}

void VersionNotice::sayOther()
{
    const ReviewSession &session = m_session;
    const StoredCase &stored = session.stored();
    const QString earlier = session.content().policyVersion;
    const QString now = session.policy().version;
    if (earlier.isEmpty() || earlier == now || stored.id.isEmpty())
        return;
    if (!isOpen(stored.status)) { // its own version would be shown, were it there
        showMessage(Tone::Warn,
            tr("Decided under version %1, which is not installed: what stands here is what version %2 says, and no letter "
               "can be written. Letters that were issued can be opened.")
                .arg(earlier, now));
        return;
    }
    const Result<std::shared_ptr<const Rulebook>> before = rulebookOfVersion(session.rulebook(), earlier);
    const qsizetype again =
        answersToLookAt(session.content(), before ? &(*before)->policy : nullptr, session.policy()).size();
    const QString until = dayWords(stored.savedAt.toTimeZone(session.rulebook().zone).date());
    const QString count = again == 0 ? tr("no answer to look at again")
        : again == 1                 ? tr("1 answer to look at again")
                                     : tr("%1 answers to look at again").arg(again);
    showMessage(Tone::Accent,
        tr("Reviewed under version %1 until %2; version %3 is in force now: %4.").arg(earlier, until, now, count));
}

} // namespace reviewdesk
