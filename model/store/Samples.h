#pragma once

#include "store/CaseRepository.h"
#include "store/Quality.h"

namespace reviewdesk {

/// Quality samples and their second reviews; no case is ever changed by them.
class Samples {
public:
    Samples(Database &database, Uuid7 &uuids, const Rulebook &rulebook);

    Result<QualitySample> draw(const SampleWish &wish, const Occasion &occasion);
    /// All for a supervisor, for others those that they are the reviewer of; newest first.
    Result<QList<QualitySample>> all(const Occasion &occasion);
    Result<QList<SampledCase>> cases(const QString &sampleId, const Occasion &occasion);
    /// The second review as it stands: a draft with the request of the first one and none of its answers. Its `rowVersion`,
    /// 0 while it is not begun, rises with each save; whoever saves or finishes another than the last gets `stale`. Of a
    /// case that was decided under a version that this program does not have it is only read: `older_program`.
    Result<StoredCase> review(const QString &sampleId, int position, const Occasion &occasion);
    Result<StoredCase> save(
        const QString &sampleId, int position, const StoredCase &draft, const Occasion &occasion);
    Result<void> finish(const QString &sampleId, int position, qint64 version, const Occasion &occasion);

private:
    struct Row {
        QString caseId;
        QString number;
        int round = 1;
        QByteArray first;
        QByteArray second; ///< empty: not begun
        QString page;
        QDateTime startedAt;
        QDateTime savedAt;
        QDateTime finishedAt;
        QString reviewer;
        qint64 version = 0;
        QString policyVersion; ///< that the first review was kept by
        QDate policyBegins; ///< from when that holds; invalid: not known
    };
    Result<Row> row(const QString &sampleId, int position);
    Result<Row> mine(const QString &sampleId, int position, const Occasion &occasion);
    Result<Row> seen(const QString &sampleId, int position, qint64 version, const Occasion &occasion);
    Result<ReviewCase> contentOf(const QByteArray &json, const QString &number) const;
    Result<ReviewCase> secondOf(const Row &row) const;
    Result<void> checkPack(const Row &row) const;
    Result<QStringList> population(const SampleWish &wish);

    Database &m_database;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
};

/// `size` of `among`, the same for the same seed on every computer.
QStringList drawn(QStringList among, int size, quint32 seed);

} // namespace reviewdesk
