#pragma once

#include "policy/JsonValue.h"
#include "support/Result.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace reviewdesk {

/// Names that templates may use: at the top, and inside the section of a list the names of its items.
struct TemplateFields {
    QSet<QString> names;
    QMap<QString, QSet<QString>> lists; ///< `has_<list>` is known by itself
};

/// The letters' templates: mustache over well-formed HTML, with one file for each kind and shared parts. Checked when
/// read, so that merging cannot fail: unknown tag, section not closed, missing part, unescaped tag, part inside itself.
class LetterTemplates {
public:
    /// Reads `folder`/*.html and `folder`/parts/*.html, and of `shared` (another such folder) what `folder` does not
    /// have. Errors have "file:line" as their place.
    static Result<LetterTemplates> read(
        const QString &folder, const TemplateFields &fields, const QString &shared = {});

    bool contains(const QString &name) const { return m_files.contains(name); }
    /// "denial-1+3fa9c1d2e4b7": the version that the template states, and a digest over all templates.
    QString version(const QString &name) const;
    /// The template merged with `values`. All text is escaped.
    QString merged(const QString &name, const JsonValue::Object &values) const;
    /// Whether an element with this id stands in the template or the parts it uses.
    bool hasAnchor(const QString &name, const QString &anchor) const;

private:
    QMap<QString, QByteArray> m_files; ///< by name: "denial", parts as "parts/open"
    QString m_digest;
};

} // namespace reviewdesk
