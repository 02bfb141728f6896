#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace reviewdesk {

/// resources/rules/abbreviations.json: what a member's letter explains where it first uses it.
class Abbreviations {
public:
    /// `language`: of the explanations, "en" or "es".
    static Result<Abbreviations> read(
        const QByteArray &json, const QByteArray &schema, const QString &language = QStringLiteral("en"));

    /// `paragraph` with an explanation in brackets after each abbreviation that `seen` does not hold yet; adds them to
    /// `seen`. What stands in brackets already, or is spelled out in the paragraph, is left as it is.
    /// `added`: what was put in, as "CT (computed tomography, an X-ray scan)".
    QString explained(const QString &paragraph, QSet<QString> &seen, QStringList *added = nullptr) const;
    /// Words in capitals that look like abbreviations and that nobody explains: neither this list nor the text.
    QStringList unexplained(const QString &text) const;

private:
    struct Entry {
        QString shortForm;
        QString longForm;
    };
    QList<Entry> m_entries; ///< the longest first, so that "LFTs" is not taken for "LFT"
};

} // namespace reviewdesk
