#include "tests/letter/LetterFixture.h"
#include "tests/letter/LetterPaperFixture.h"

#include "letter/LetterChecklist.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>

using namespace reviewdesk;

namespace {

constexpr std::array bothRecipients{Recipient::Member, Recipient::Provider};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Templates and checklist in a folder of their own, where a test may spoil them.
class SpoiledResources {
public:
    SpoiledResources()
    {
        const QDir from(QStringLiteral(RESOURCES));
        for (const QString &folder :
            {QStringLiteral("letters"), QStringLiteral("rules"), QStringLiteral("translations")}) {
            QDirIterator files(from.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString name = from.relativeFilePath(files.next());
                QDir(m_dir.path()).mkpath(QFileInfo(name).path());
                QFile::copy(from.filePath(name), m_dir.filePath(name));
            }
        }
    }

    QString path() const { return m_dir.path(); }

    /// Takes out what stands in the element `anchor` of the kind's template, wherever its part is. False: not found.
    bool emptyAnchor(const QString &kind, const QString &anchor)
    {
        bool emptied = false;
        const QStringList files = filesOf(kind);
        for (const QString &name : files) {
            QString text = QString::fromUtf8(bytesOf(m_dir.filePath(name)));
            // the last first: what is taken out does not move what stands before it
            for (qsizetype at = text.lastIndexOf(idOf(anchor)); at >= 0; at = text.lastIndexOf(idOf(anchor), at - 1)) {
                const qsizetype open = text.lastIndexOf(u'<', at);
                const QString tag = text.mid(open + 1, text.indexOf(u' ', open) - open - 1);
                const qsizetype from = text.indexOf(u'>', at) + 1;
                text.remove(from, endOf(text, tag, from) - from);
                emptied = true;
            }
            write(name, text);
        }
        return emptied;
    }

    /// Sets the type of the whole letter to 11 points, whatever is asked for.
    void setSmallType()
    {
        const QString name = QStringLiteral("letters/parts/style.html");
        QString text = QString::fromUtf8(bytesOf(m_dir.filePath(name)));
        text.replace(QStringLiteral("{{point_size}}"), QStringLiteral("11"));
        write(name, text);
    }

private:
    static QString idOf(const QString &anchor) { return QStringLiteral(" id=\"%1\"").arg(anchor); }

    /// The kind's own files and all parts, in every language.
    QStringList filesOf(const QString &kind) const
    {
        QStringList names;
        for (const QString &folder : {QStringLiteral("letters/"), QStringLiteral("letters/es/")}) {
            names.append(folder + kind + QStringLiteral(".html"));
            const QStringList parts = QDir(m_dir.filePath(folder + QStringLiteral("parts"))).entryList(QDir::Files);
            for (const QString &part : parts)
                names.append(folder + QStringLiteral("parts/") + part);
        }
        return names;
    }

    static qsizetype endOf(const QString &text, const QString &tag, qsizetype from)
    {
        const QRegularExpression tags(QStringLiteral("<(/?)%1[ >]").arg(tag));
        int depth = 1;
        QRegularExpressionMatchIterator found = tags.globalMatch(text, from);
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            depth += match.captured(1).isEmpty() ? 1 : -1;
            if (depth == 0)
                return match.capturedStart();
        }
        return text.size();
    }

    void write(const QString &name, const QString &text)
    {
        QFile file(m_dir.filePath(name));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("the test cannot write %s", qPrintable(file.fileName()));
    }

    QTemporaryDir m_dir;
};

} // namespace

/// Every kind for everyone under every line of business: the checklist holds on paper, and no row of it can go missing
/// unseen.
class TestLetterMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        const Result<QList<ChecklistRule>> rules =
            readChecklist(bytesOf(QStringLiteral(RESOURCES "/rules/letter-checklist.json")),
                bytesOf(QStringLiteral(RESOURCES "/rules/letter-checklist.schema.json")));
        QVERIFY(rules.ok());
        m_rules = *rules;
    }
    void paperHasEveryRow_data() { addLetters(); }
    void paperHasEveryRow();
    void aRowTakenOutIsMissed_data();
    void aRowTakenOutIsMissed();

private:
    static void addLetters()
    {
        QTest::addColumn<LetterKind>("kind");
        QTest::addColumn<Recipient>("recipient");
        QTest::addColumn<LineOfBusiness>("line");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isAppeal");
        for (const LetterKind kind : allKinds) {
            for (const Recipient recipient : bothRecipients) {
                for (const LineOfBusiness line : allLines) {
                    for (const char *language : {"en", "es", "vi"}) {
                        const QString words = QString::fromLatin1(language);
                        const QString name = QStringLiteral("%1 %2 %3 %4").arg(
                            toWord(kind), toWord(recipient), toWord(line), words);
                        QTest::newRow(qPrintable(name)) << kind << recipient << line << words << false;
                        if (kind == LetterKind::Denial && words != u"vi")
                            QTest::newRow(qPrintable(name + QLatin1String(" appeal"))) << kind << recipient << line << words << true;
                    }
                }
            }
        }
    }
    LetterFixture m_fixture;
    QList<ChecklistRule> m_rules;
    QTemporaryDir m_dir;
};

void TestLetterMatrix::paperHasEveryRow()
{
    QFETCH(LetterKind, kind);
    QFETCH(Recipient, recipient);
    QFETCH(LineOfBusiness, line);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    reviewCase.request.lineOfBusiness = line;
    QFETCH(QString, language);
    reviewCase.member.language = language;
    QFETCH(bool, isAppeal);
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    LetterRequest request{
        reviewCase, view, kind, recipient, m_fixture.letterhead(), m_fixture.denial().determination.at};
    if (isAppeal)
        request.appeal.emplace();
    const auto composition = m_fixture.composer().compose(request, m_fixture.rulebook());
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const bool spanish = language == u"es" && recipient == Recipient::Member;
    QCOMPARE(composition.letter.language, spanish ? QStringLiteral("es") : QStringLiteral("en"));
    QCOMPARE(composition.letter.englishText.isEmpty(), !spanish);
    QStringList required;
    for (const ChecklistRule &rule : std::as_const(m_rules)) {
        if (rule.appliesTo(kind, recipient, line) && rule.fitsRound(isAppeal, reviewCase.request.timing)) // the sample plan receives federal funds
            required.append(rule.id);
    }
    QStringList listed;
    const QString words = pdfWords(composition.letter, m_dir.path());
    for (const ChecklistRow &row : composition.letter.checklist) {
        listed.append(row.id);
        QVERIFY2(row.text.size() > 5, qPrintable(row.id));
        QVERIFY2(words.contains(withoutSpaces(row.text)),
            qPrintable(QStringLiteral("%1: %2\n\n%3").arg(row.id, row.text, words)));
    }
    QCOMPARE(listed, required);
}

void TestLetterMatrix::aRowTakenOutIsMissed_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<LetterKind>("kind");
    for (int i = 0; i < m_rules.size(); ++i) {
        for (const LetterKind kind : std::as_const(m_rules.at(i).kinds))
            QTest::newRow(qPrintable(m_rules.at(i).id + u' ' + toWord(kind))) << i << kind;
    }
}

void TestLetterMatrix::aRowTakenOutIsMissed()
{
    QFETCH(int, rule);
    QFETCH(LetterKind, kind);
    const ChecklistRule &row = m_rules.at(rule);
    SpoiledResources spoiled;
    if (row.pointSize > 0)
        spoiled.setSmallType();
    else
        QVERIFY(spoiled.emptyAnchor(toWord(kind), row.anchor));
    const auto composer = LetterComposer::load(spoiled.path());
    QVERIFY2(composer.ok(), composer.ok() ? "" : qPrintable(composer.error().place + composer.error().message));
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    int refused = 0;
    for (const Recipient recipient : bothRecipients) {
        for (const LineOfBusiness line : allLines) {
            reviewCase.request.lineOfBusiness = line;
            reviewCase.member.language = QStringLiteral("es"); // one to the provider is in English
            const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
            LetterRequest request{
                reviewCase, view, kind, recipient, m_fixture.letterhead(), reviewCase.request.receivedAt};
            if (row.ofAppeal.value_or(false))
                request.appeal.emplace();
            const auto composition = (*composer)->compose(request, m_fixture.rulebook());
            const bool named = std::any_of(composition.reasons.begin(), composition.reasons.end(), [&](const Error &e) {
                return e.place == QStringLiteral("checklist/") + row.id && e.message.contains(row.requirement);
            });
            QCOMPARE(named, row.appliesTo(kind, recipient, line));
            refused += named ? 1 : 0;
        }
    }
    QVERIFY(refused > 0);
}

QTEST_MAIN(TestLetterMatrix)
#include "tst_letter_matrix.moc"
