#pragma once

#include "cases/CaseDocument.h"
#include "cases/ReviewCase.h"
#include "support/Result.h"

#include <QObject>

namespace reviewdesk {

class ReviewSession;

/// The documents that are attached to the case of a session, and the session's own list of what was received kept in
/// step with them. No widgets.
class CaseRecord : public QObject {
    Q_OBJECT
public:
    explicit CaseRecord(ReviewSession &session, QObject *parent = nullptr);

    ReviewSession &session() const { return m_session; }
    /// Part of the record now, in the order of their coming.
    const QList<CaseDocument> &documents() const { return m_documents; }
    const CaseDocument *document(const QString &digest) const; ///< nullptr: not part of the record
    /// The one that a source names: by its digest, else by its title.
    const CaseDocument *documentOf(const Evidence &evidence) const;
    QString titleOf(const CaseDocument &document) const; ///< as the case's list calls it
    int pages() const; ///< of all documents
    bool mayAttach(QString *why = nullptr) const;

    void load(); ///< changed() follows
    /// attached() or failed() follows, one by one in their order. A new case is kept first.
    void attach(const NewDocument &document);
    void remove(const QString &digest, const QString &why); ///< changed() or failed() follows

Q_SIGNALS:
    void changed();
    void attached(const reviewdesk::CaseDocument &document, bool wasThere);
    void failed(const reviewdesk::Error &error);

private:
    void take(const Result<QList<CaseDocument>> &kept);
    void bringInStep(const QList<CaseDocument> &kept);

    ReviewSession &m_session;
    QList<CaseDocument> m_documents;
};

} // namespace reviewdesk
