#pragma once

#include "cases/Finding.h"
#include "support/Result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace reviewdesk {

/// What stands in entries of a draft and cannot be taken over ("12/4" for a date), by the entry's pointer in the case
/// file; and under pointers of their own (step()) the words that a step of the draft takes with it, until it is taken. Saved
/// beside the draft, for the person who typed it alone.
class TypedEntries {
public:
    using Texts = QMap<QString, QString>;

    /// The pointer of a step's words: no part of the draft, so that neither its undo nor what somebody else kept touches them.
    static QString step(const char *entry) { return stepPrefix() + QLatin1String(entry); }

    /// `problem` empty: still being typed, or told elsewhere. Both empty: the entry can be read again. False: nothing
    /// new.
    bool set(const QString &pointer, const QString &text, const QString &problem);
    /// Other words, the problems of which are not known yet. A step's stay, where `texts` has no others.
    void setTexts(const Texts &texts);
    void clear() { m_entries.clear(); }

    Texts texts() const; ///< those that are words
    Texts ofDraft() const; ///< of them, those that are no step's
    /// The first of the problems, its pointer as `place`; while there is one, no decision is taken.
    std::optional<Error> problem() const;
    void addTo(QList<Finding> &findings) const;

    static QByteArray toJson(const Texts &texts); ///< empty when there are none
    static Texts fromJson(const QByteArray &json);

private:
    static QString stepPrefix() { return QStringLiteral("/step/"); }
    struct Entry {
        QString text;
        QString problem;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QMap<QString, Entry> m_entries;
};

} // namespace reviewdesk
