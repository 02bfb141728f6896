// Which of several packs the program applies: a new version must need no C++, whatever its file is called.
#include "cases/PackVersions.h"
#include "policy/FileContent.h"

#include "Fixture.h"

#include <QDir>
#include <QTemporaryDir>

using namespace reviewdesk;

class TestNewestPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOneThatBeginsLast_data()
    {
        QTest::addColumn<QStringList>("packs"); // file, version, origin, effective
        QTest::addColumn<QString>("version");
        const QString shipped = QStringLiteral("med140/origin-2010-12.json origin-2010-12 December_2010 -");
        QTest::newRow("one") << QStringList{shipped} << "origin-2010-12";
        QTest::newRow("a later effective date, a name that sorts before")
            << QStringList{shipped, QStringLiteral("med140/2026-01.json 2026-01 December_2010 2026-01-01")}
            << "2026-01";
        QTest::newRow("a later date of origin")
            << QStringList{shipped, QStringLiteral("med140/a.json second March_2011 -")} << "second";
        QTest::newRow("an earlier one, a name that sorts behind")
            << QStringList{shipped, QStringLiteral("med140/z.json first March_2009 -")} << "origin-2010-12";
        QTest::newRow("one whose day has not come")
            << QStringList{shipped, QStringLiteral("med140/next.json next December_2010 2199-01-01")} << "origin-2010-12";
        QTest::newRow("none has begun")
            << QStringList{QStringLiteral("med140/later.json later December_2010 2199-02-01"),
                   QStringLiteral("med140/next.json next December_2010 2199-01-01")}
            << "next";
    }

    void theOneThatBeginsLast()
    {
        QFETCH(QStringList, packs);
        QFETCH(QString, version);
        const QString policies = QStringLiteral(RESOURCES "/policies/");
        const QTemporaryDir folder;
        QDir().mkpath(folder.filePath(QStringLiteral("policies/med140")));
        write(folder.filePath(QStringLiteral("policies/policy.schema.json")),
            fixture::content(policies + QLatin1String("policy.schema.json")));
        const QByteArray whole = fixture::content(policies + QLatin1String("med140/origin-2010-12.json"));
        for (const QString &pack : packs) {
            const QStringList parts = pack.split(QLatin1Char(' '));
            QByteArray json = whole;
            json.replace("\"version\": \"origin-2010-12\"", "\"version\": \"" + parts.at(1).toUtf8() + '"');
            json.replace("\"origin\": \"December 2010\"",
                "\"origin\": \"" + QString(parts.at(2)).replace(u'_', u' ').toUtf8() + '"');
            if (parts.at(3) != QLatin1String("-"))
                json.replace("\"effective\": null", "\"effective\": \"" + parts.at(3).toUtf8() + '"');
            write(folder.filePath(QLatin1String("policies/") + parts.at(0)), json);
        }
        const Result<Policy> newest = newestPolicy(folder.path());
        QVERIFY2(newest.ok(), newest ? "" : qPrintable(newest.error().place + newest.error().message));
        QCOMPARE(newest->version, version);
    }

    /// Else no version would be known any more, and a program would take a later one for one that was taken away.
    void aFileThatCannotBeReadHidesNoOther()
    {
        const QTemporaryDir folder;
        const QDir from(QStringLiteral(RESOURCES));
        for (const QString &name : from.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            if (name != QLatin1String("policies"))
                QVERIFY(QFile::link(from.filePath(name), folder.filePath(name)));
        }
        QDir().mkpath(folder.filePath(QStringLiteral("policies/med140")));
        for (const char *name : {"policies/policy.schema.json", "policies/med140/origin-2010-12.json"})
            write(folder.filePath(QLatin1String(name)), fixture::content(from.filePath(QLatin1String(name))));
        const auto rulebook = loadRulebook(folder.path(), QTimeZone::utc());
        QVERIFY2(rulebook.ok(), rulebook ? "" : qPrintable(rulebook.error().place + rulebook.error().message));
        QFile large(folder.filePath(QStringLiteral("policies/med140/a-large.json")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestFile + 1));
        QCOMPARE(beginOfVersion(**rulebook, QStringLiteral("origin-2010-12")), QDate(2010, 12, 1));
        QVERIFY(isInForce(**rulebook, QDate(2026, 11, 23)));
        QVERIFY(newestPolicy(folder.path()).ok());
    }

    /// A corrected pack may lie beside the one it corrects: by one of them, the same one, a case is decided and later shown.
    void ofTwoFilesOfAVersionTheSameIsTaken_data()
    {
        QTest::addColumn<QStringList>("files"); // in the order in which they are written; the last one sorts last
        QTest::newRow("written in order") << QStringList{QStringLiteral("a.json"), QStringLiteral("b/c.json"), QStringLiteral("z.json")};
        QTest::newRow("written the other way") << QStringList{QStringLiteral("z.json"), QStringLiteral("b/c.json"), QStringLiteral("a.json")};
    }

    void ofTwoFilesOfAVersionTheSameIsTaken()
    {
        QFETCH(QStringList, files);
        const QTemporaryDir folder;
        const QDir from(QStringLiteral(RESOURCES));
        for (const QString &name : from.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            if (name != QLatin1String("policies"))
                QVERIFY(QFile::link(from.filePath(name), folder.filePath(name)));
        }
        QDir().mkpath(folder.filePath(QStringLiteral("policies/b")));
        write(folder.filePath(QStringLiteral("policies/policy.schema.json")),
            fixture::content(from.filePath(QStringLiteral("policies/policy.schema.json"))));
        const QByteArray whole = fixture::content(from.filePath(QStringLiteral("policies/med140/origin-2010-12.json")));
        for (const QString &name : std::as_const(files)) {
            QByteArray json = whole;
            json.replace("\"title\": \"", "\"title\": \"" + name.toUtf8() + ' ');
            write(folder.filePath(QLatin1String("policies/") + name), json);
        }
        const auto rulebook = loadRulebook(folder.path(), QTimeZone::utc());
        QVERIFY2(rulebook.ok(), rulebook ? "" : qPrintable(rulebook.error().place + rulebook.error().message));
        QVERIFY2((*rulebook)->policy.title.startsWith(QLatin1String("z.json ")), qPrintable((*rulebook)->policy.title));
        const auto again = rulebookOfVersion(**rulebook, (*rulebook)->policy.version);
        QVERIFY(again.ok());
        QCOMPARE((*again)->policy.title, (*rulebook)->policy.title);
    }

    void noneIsAnError()
    {
        const QTemporaryDir folder;
        QCOMPARE(newestPolicy(folder.path()).error().code, QStringLiteral("no_policy"));
    }

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(TestNewestPolicy)
#include "tst_newest_policy.moc"
