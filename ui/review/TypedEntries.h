#pragma once

#include "cases/Finding.h"
#include "support/Result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace reviewdesk {

/// What stands in entries of a draft and cannot be taken over ("12/4" for a date), by the entry's pointer in the case
/// file. Saved beside the draft, for the person who typed it alone.
class TypedEntries {
public:
    using Texts = QMap<QString, QString>;

    /// `problem` empty: still being typed, or told elsewhere. Both empty: the entry can be read again. False: nothing
    /// new.
    bool set(const QString &pointer, const QString &text, const QString &problem);
    /// Other words, the problems of which are not known yet.
    void setTexts(const Texts &texts);

    Texts texts() const; ///< those that are words
    /// The first of the problems, its pointer as `place`; while there is one, no decision is taken.
    std::optional<Error> problem() const;
    void addTo(QList<Finding> &findings) const;

    static QByteArray toJson(const Texts &texts); ///< empty when there are none
    static Texts fromJson(const QByteArray &json);

private:
    struct Entry {
        QString text;
        QString problem;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QMap<QString, Entry> m_entries;
};

} // namespace reviewdesk
