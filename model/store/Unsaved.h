#pragma once

#include "store/Secret.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// What somebody typed in a case on a server that was away, with what it was typed over.
struct UnsavedDraft {
    QString caseId;
    QString number; ///< of the case
    qint64 rowVersion = 0; ///< that it began from
    QString page;
    ReviewCase base; ///< the content then
    ReviewCase content; ///< as it was left
    QByteArray typed; ///< what could not be read in it, as JSON of the screen's own making
    QDateTime at; ///< UTC

    friend bool operator==(const UnsavedDraft &, const UnsavedDraft &) = default;
};

/// Unsaved drafts of one person on this computer, a file each, until they are saved or given up: libsodium's secretbox
/// (XSalsa20-Poly1305) of JSON, under a key that is made of the person's own signing key. Neither the files' names nor the folder's say
/// whose or what they are. Errors: those of DurableFiles, `no_memory`.
class Unsaved {
public:
    /// `place`: where this person works; `owner`: the seed of their signing key.
    Unsaved(const QString &place, const QString &userId, const Secret &owner, const Rulebook &rulebook);

    Result<void> keep(const UnsavedDraft &draft);
    void drop(const QString &caseId);
    /// Oldest first. Those that cannot be read with this key are left where they are.
    QList<UnsavedDraft> all() const;
    /// The words of a decision, JSON of the screen's own making, beside the drafts.
    Result<void> keepDecision(const QString &caseId, const QByteArray &json, const QDateTime &at);
    void dropDecision(const QString &caseId);
    struct Decision {
        QByteArray json; ///< empty: there is none
        QDateTime at; ///< UTC
    };
    Decision decision(const QString &caseId) const;
    QString folder() const { return m_folder; }

private:
    QString fileOf(const QString &caseId, const char *what = "case ") const;
    QByteArray sealed(const QByteArray &words) const;
    QByteArray opened(const QByteArray &file) const; ///< empty: not with this key

    QString m_folder;
    Secret m_key;
    const Rulebook &m_rulebook;
};

} // namespace reviewdesk
