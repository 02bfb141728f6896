#pragma once

#include "cases/SampleMaterial.h"
#include "store/CaseNotes.h"
#include "store/Samples.h"

#include <functional>

namespace reviewdesk {

/// The accounts of the practice caseload.
struct SampleStaff {
    QList<UserAccount> nurses;
    QList<UserAccount> physicians;
    UserAccount supervisor; ///< who issues and prints letters
};

/// What happens to invented cases after they were brought in, by the same calls a person's work takes: appeals heard
/// and waiting, reopened cases, remarks, assignments, talks with providers, second opinions, an extension, and quality
/// samples, one of them half reviewed. Nothing is drawn by chance: the same cases give the same life.
class SampleLife {
public:
    /// Issues and prints what a case's step asks for, at an instant.
    using Send = std::function<Result<void>(const StoredCase &, const QDateTime &)>;
    struct Tools {
        Database &database;
        AuditLog &audit;
        Uuid7 &uuids;
        const Rulebook &rulebook;
        CaseRepository &cases;
        Send send;
    };
    SampleLife(Tools tools, const SampleStaff &staff, SampleMaterial material, const QDateTime &now);

    /// `brought`: the cases in the order in which they came.
    Result<void> live(const QStringList &brought);

private:
    QDateTime after(const StoredCase &stored, int percent) const; ///< between its last change and now
    QString say(const char *what) const;
    Occasion occasion(const UserAccount &by, const QDateTime &at) const { return {by, qMin(at, m_now)}; }
    const UserAccount &nurseOf(const StoredCase &stored) const;
    Result<void> note(const StoredCase &stored, CaseNote note, const UserAccount &by, int percent);
    Result<void> remark(const StoredCase &stored);
    Result<void> appeal(const StoredCase &stored, int count);
    Result<void> discuss(const StoredCase &stored, int count);
    Result<void> step(const StoredCase &stored, Action action, const QString &words, int percent);
    Result<void> extend(const StoredCase &stored, int count);
    Result<void> sampleQuality();
    Result<void> reviewAgain(const QualitySample &sample, int position, const UserAccount &by);

    Tools m_tools;
    CaseNotes m_notes;
    const SampleStaff &m_staff;
    SampleMaterial m_material;
    QDateTime m_now; ///< UTC
    mutable int m_said = 0;
};

} // namespace reviewdesk
