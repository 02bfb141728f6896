#pragma once

#include "store/Workspace.h"

namespace reviewdesk {

/// What the workspace holds of a case that somebody else saved while it was open here, and who did what.
struct KeptMeanwhile {
    struct Change {
        QString by; ///< name
        QDateTime at; ///< UTC
        qint64 entry = 0; ///< in the case's history
    };
    StoredCase stored;
    Change last; ///< the newest save
    QString action; ///< of the newest save: "edit", "refer", ...
    QMap<QString, Change> changes; ///< by field: who last changed it, and when

    /// Of a field, or of the nearest thing around or in it; the newest save where the history does not name it.
    Change changeOf(const QString &place) const;
};

/// "Kim Example changed this case at 10:32 (Member name, Plan).", "Pia Example at 10:40: Deny."
QString changeInWords(const KeptMeanwhile &kept, const Rulebook &rulebook);

/// Reads the case and its history anew.
Result<KeptMeanwhile> keptNow(Workspace &workspace, const QString &caseId);
/// The same of a second review, which only its reviewer saves. `status`: it is finished.
Result<KeptMeanwhile> keptNow(Workspace &workspace, const QString &sampleId, int position);

} // namespace reviewdesk
