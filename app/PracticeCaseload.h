#pragma once

#include "letter/LetterComposer.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// Invented people with their cases and, where a case's letters are out, the member's and the provider's letter: what
/// `--demo`, practice and `generate` bring into a workspace.
class PracticeCaseload {
public:
    /// `letterhead` should be the sample plan's: no letter of an invented case may look like a real one.
    PracticeCaseload(std::shared_ptr<const LetterComposer> composer, Letterhead letterhead);
    static Result<PracticeCaseload> load(const QString &resources);
    const std::shared_ptr<const LetterComposer> &composer() const { return m_composer; }
    const Letterhead &letterhead() const { return m_letterhead; } ///< the sample plan's

    /// All of it or nothing, save for very many: see Workspace::addSamples. The invented accounts have `passphrase`. The
    /// same seed gives the same cases.
    Result<void> bringInto(Workspace &workspace, int cases, quint32 seed, const QByteArray &passphrase,
        const KeyCost &cost, const Workspace::Progress &progress = {}) const;

private:
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
};

} // namespace reviewdesk
