#pragma once

#include "policy/JsonValue.h"
#include "support/Result.h"

#include <QHash>

#include <optional>

namespace reviewdesk::fhir {

/// A value in a message with its place. Absent members give an absent node, so that reading never stumbles.
class Node {
public:
    Node() = default;
    Node(const JsonValue *value, QString place) : m_value(value), m_place(std::move(place)) { }

    bool exists() const { return m_value != nullptr; }
    const QString &place() const { return m_place; } ///< JSON pointer
    const JsonValue *value() const { return m_value; }
    Node operator[](QStringView member) const;
    QList<Node> items() const; ///< of an array; a single object counts as a list of one, as older senders write it
    Node first() const;
    QString text() const; ///< of a string, trimmed of nothing; empty when it is none
    QString text(QStringView member) const { return (*this)[member].text(); }
    std::optional<bool> flag() const;
    QString resourceType() const { return text(u"resourceType"); }

private:
    const JsonValue *m_value = nullptr;
    QString m_place;
};

/// A Bundle that was read, with its resources by their addresses. References are followed one at a time, so that a
/// cycle of them leads nowhere.
class FhirBundle {
public:
    static constexpr qsizetype mostBytes = 50 * 1024 * 1024;

    /// Errors: those of readJson, `not_a_bundle`, `no_claim` (with what there is instead).
    static Result<FhirBundle> read(const QByteArray &json);

    const JsonValue &document() const { return m_document; }
    Node root() const { return {&m_document, QString()}; }
    /// The first resource of a type; the Claim of a request.
    Node firstOf(QStringView resourceType) const;
    QList<Node> allOf(QStringView resourceType) const;
    QList<Node> resources() const;
    /// What `reference` (a Reference) means: contained in `from`, by fullUrl, or relative. Absent where it dangles.
    Node resolve(const Node &reference, const Node &from) const;
    QString fullUrl(const Node &resource) const;

private:
    JsonValue m_document;
    QHash<QString, int> m_byUrl; ///< entry by fullUrl, by its last two parts, and by "Type/id"
};

} // namespace reviewdesk::fhir
