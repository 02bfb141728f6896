#pragma once

#include <QJsonObject>
#include <QStringList>

namespace reviewdesk {

/// Holds a Bundle's resources against the profiles of tests/data/fhir/profiles: cardinality, fixed values, addresses of
/// extensions, what references lead to. Written by hand: there is no validator and no network here.
class ProfileCheck {
public:
    explicit ProfileCheck(const QJsonObject &bundle);

    /// The bundle by `profile`, every resource by the profile of its kind, every profiled extension by its own.
    QStringList problems(const QString &bundleProfile);
    int rowsApplied() const { return m_applied; } ///< rows of profiles that had something to say

private:
    struct Row {
        QStringList path; ///< "item", "adjudication", "extension:reviewAction"
        int least = 0;
        int most = -1; ///< -1: any number
        QString type;
        QString fixed;
    };

    static QList<Row> rowsOf(const QString &profile);
    void check(const QString &profile, const QJsonValue &root, const QString &place);
    void apply(const Row &row, const QJsonValue &root, const QString &place);
    void checkFixed(const Row &row, const QJsonValue &value, const QString &place);
    void checkReference(const Row &row, const QJsonValue &value, const QString &place);
    void checkExtensions(const QJsonValue &within, const QString &place);
    QJsonObject resolved(const QString &address) const;
    void say(const QString &place, const QString &what);

    QJsonObject m_bundle;
    QStringList m_problems;
    int m_applied = 0;
};

} // namespace reviewdesk
