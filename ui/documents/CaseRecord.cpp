#include "ui/documents/CaseRecord.h"

#include "ui/review/ReviewSession.h"

#include <algorithm>

namespace reviewdesk {

CaseRecord::CaseRecord(ReviewSession &session, QObject *parent) : QObject(parent), m_session(session) { }

const CaseDocument *CaseRecord::document(const QString &digest) const
{
    const auto found = std::find_if(m_documents.begin(), m_documents.end(),
        [&digest](const CaseDocument &document) { return document.digest == digest; });
    return found == m_documents.end() ? nullptr : &*found;
}

const CaseDocument *CaseRecord::documentOf(const Evidence &evidence) const
{
    if (!evidence.digest.isEmpty())
        return document(evidence.digest);
    const CaseDocument *only = nullptr;
    for (const CaseDocument &document : m_documents) {
        if (evidence.document.trimmed().isEmpty() ||
            titleOf(document).compare(evidence.document.trimmed(), Qt::CaseInsensitive) != 0)
            continue;
        if (only)
            return nullptr; // two of one title: neither is meant for certain
        only = &document;
    }
    return only;
}

QString CaseRecord::titleOf(const CaseDocument &document) const
{
    for (const ReceivedDocument &listed : m_session.content().documents) {
        if (listed.digest == document.digest && !listed.title.trimmed().isEmpty())
            return listed.title;
    }
    return document.title;
}

int CaseRecord::pages() const
{
    int pages = 0;
    for (const CaseDocument &document : m_documents)
        pages += document.pages;
    return pages;
}

bool CaseRecord::mayAttach(QString *why) const
{
    if (m_session.secondReview())
        return false;
    const Result<Status> may = m_session.allowed(Action::Attach);
    if (!may && why)
        *why = may.error().message;
    return may.ok();
}

void CaseRecord::load()
{
    if (m_session.stored().id.isEmpty())
        return; // it has nothing yet
    m_session.workshop().run(
        this, [id = m_session.stored().id](Workspace &workspace) { return workspace.documents(id); },
        [this](const Result<QList<CaseDocument>> &kept) { take(kept); });
}

void CaseRecord::take(const Result<QList<CaseDocument>> &kept)
{
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    m_documents.clear();
    for (const CaseDocument &document : *kept) {
        if (!document.isRemoved())
            m_documents.append(document);
    }
    bringInStep(*kept);
    Q_EMIT changed();
}

/// What came while nobody had the case open (by import, or after a crash) is listed too, and what was taken out is not.
void CaseRecord::bringInStep(const QList<CaseDocument> &kept)
{
    // Not in a physician's name: who only looked has not taken part in preparing the case, and may still deny it.
    if (!m_session.editable() || m_session.secondReview() || m_session.actor().role == Role::Physician)
        return;
    QList<ReceivedDocument> listed = m_session.content().documents;
    for (const CaseDocument &document : kept) {
        const auto isIt = [&document](const ReceivedDocument &each) { return each.digest == document.digest; };
        const bool isPart = this->document(document.digest) != nullptr;
        if (!isPart)
            listed.removeIf(isIt);
        else if (std::none_of(listed.begin(), listed.end(), isIt))
            listed.append({document.type, document.title, document.pages, document.receivedOn, document.digest});
    }
    m_session.setDocuments(listed);
}

void CaseRecord::attach(const NewDocument &document)
{
    m_session.flush(); // a new case is kept from then on
    if (m_session.stored().id.isEmpty()) {
        Q_EMIT failed({QStringLiteral("unsaved"), tr("The case could not be saved, so nothing can be attached to it."), {}});
        return;
    }
    using Answer = std::pair<CaseDocument, QList<CaseDocument>>;
    m_session.workshop().run(
        this,
        [id = m_session.stored().id, document](Workspace &workspace) -> Result<Answer> {
            const Result<CaseDocument> attached = workspace.attach(id, document);
            if (!attached)
                return attached.error();
            const Result<QList<CaseDocument>> all = workspace.documents(id);
            return all ? Result<Answer>(Answer{*attached, *all}) : all.error();
        },
        [this, title = document.title](const Result<Answer> &answer) {
            if (!answer) {
                Q_EMIT failed({answer.error().code, answer.error().message, title});
                return;
            }
            const bool wasThere = this->document(answer->first.digest) != nullptr;
            take(answer->second);
            Q_EMIT attached(answer->first, wasThere);
        });
}

void CaseRecord::remove(const QString &digest, const QString &why)
{
    const CaseDocument *there = document(digest);
    if (!there)
        return;
    m_session.workshop().run(
        this,
        [id = there->id, caseId = there->caseId, why](Workspace &workspace) -> Result<QList<CaseDocument>> {
            if (Result<void> removed = workspace.removeDocument(id, why); !removed)
                return removed.error();
            return workspace.documents(caseId);
        },
        [this](const Result<QList<CaseDocument>> &kept) { take(kept); });
}

} // namespace reviewdesk
