#pragma once

#include "StoreDesk.h"

#include "cases/Rulebook.h"

#include <QDir>
#include <QFile>

namespace reviewdesk {

/// The program's resources in a folder of the test's own, to whose policies a second version can be added: one that
/// asks two things by other names and one in other words.
class PackFolder {
public:
    PackFolder()
    {
        const QDir from(QStringLiteral(RESOURCES));
        for (const QString &name : from.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            if (name != QLatin1String("policies"))
                require(QFile::link(from.filePath(name), m_folder.filePath(name)));
        }
        require(QDir(m_folder.path()).mkpath(QStringLiteral("policies/med140")));
        for (const QString &name : {QStringLiteral("policies/policy.schema.json"), first()})
            require(QFile::copy(from.filePath(name), m_folder.filePath(name)));
    }

    QString path() const { return m_folder.path(); }
    static QString firstVersion() { return QStringLiteral("origin-2010-12"); }
    static QString secondVersion() { return QStringLiteral("second-2026-11"); }
    static QDate secondBegins() { return {2026, 11, 24}; } ///< the day after a StoreDesk's

    void addSecond(const QDate &effective) const
    {
        QFile file(m_folder.filePath(first()));
        require(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        json.replace("\"version\": \"origin-2010-12\"", "\"version\": \"" + secondVersion().toUtf8() + '"');
        json.replace("\"effective\": null", "\"effective\": \"" + effective.toString(Qt::ISODate).toUtf8() + '"');
        json.replace("\"symptomatic\"", "\"symptoms_present\"");
        json.replace("\"extrahepatic_disease\"", "\"outside_the_liver\"");
        json.replace("Is the disease progressive?", "Has the disease progressed within six months?");
        QFile second(m_folder.filePath(QStringLiteral("policies/med140/a-second.json")));
        require(second.open(QIODevice::WriteOnly) && second.write(json) == json.size());
    }
    /// In its words, under the same version's name.
    void correctFirst() const
    {
        QFile file(m_folder.filePath(first()));
        require(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        file.close();
        json.replace("Is the disease progressive?", "Is the disease progressive now?");
        require(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::WriteOnly) &&
            file.write(json) == json.size());
    }
    void removeFirst() const { require(QFile::remove(m_folder.filePath(first()))); }

    /// What the program loads at its start, when the folder has the first version alone or, later, both.
    std::shared_ptr<const Rulebook> rulebook() const
    {
        const auto loaded = loadRulebook(path(), QTimeZone(QByteArray("America/Los_Angeles")));
        if (!loaded)
            qFatal("%s", why(loaded).constData());
        return *loaded;
    }

private:
    static QString first() { return QStringLiteral("policies/med140/origin-2010-12.json"); }
    QTemporaryDir m_folder;
};

} // namespace reviewdesk
