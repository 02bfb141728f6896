#pragma once

#include "KeptLetters.h"
#include "PackFolder.h"

namespace reviewdesk {

/// A workspace under the first version of the policy, which the second follows when a test says so, with a draft and an
/// approved case of nora's.
class PackDesk {
protected:
    /// `draft`: answers of which the second version asks some otherwise.
    void sitDown(const ReviewCase &draft)
    {
        m_packs = std::make_unique<PackFolder>();
        m_desk = std::make_unique<StoreDesk>();
        m_desk->made().reset();
        m_rules = m_packs->rulebook();
        const std::unique_ptr<Workspace> nora = opened("nora");
        m_draft = nora->createCase(draft).value();
        m_approved = nora->act(nora->createCase(StoreDesk::approvable()).value(), Action::Approve).value();
    }
    Result<std::unique_ptr<Workspace>> tryOpen(const char *login) const
    {
        return Workspace::open(m_desk->directory(), QString::fromLatin1(login), login, m_rules, m_desk->clock);
    }
    std::unique_ptr<Workspace> opened(const char *login) const
    {
        Result<std::unique_ptr<Workspace>> workspace = tryOpen(login);
        if (!workspace)
            qFatal("%s", why(workspace).constData());
        return std::move(workspace).value();
    }
    /// The second version is installed, and its day comes.
    void follow() const
    {
        m_packs->addSecond(PackFolder::secondBegins());
        m_desk->clock.advance(Q_INT64_C(2) * 24 * 3600 * 1000);
    }

    std::unique_ptr<PackFolder> m_packs;
    std::unique_ptr<StoreDesk> m_desk;
    std::shared_ptr<const Rulebook> m_rules; ///< as the program loaded them once, and goes on with
    StoredCase m_draft;
    StoredCase m_approved;
};

} // namespace reviewdesk
