#include "app/Verb.h"

#include "app/BackupVerb.h"
#include "app/EvaluateVerb.h"
#include "app/ExportVerb.h"
#include "app/GenerateVerb.h"
#include "app/ImportVerb.h"
#include "app/LetterVerb.h"
#include "app/PolicyVerb.h"
#include "app/RestoreVerb.h"
#include "app/VerifyVerb.h"
#include "app/WorkspaceVerb.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace reviewdesk {

std::vector<std::unique_ptr<Verb>> allVerbs()
{
    std::vector<std::unique_ptr<Verb>> verbs;
    verbs.push_back(std::make_unique<BackupVerb>());
    verbs.push_back(std::make_unique<EvaluateVerb>());
    verbs.push_back(std::make_unique<ExportVerb>());
    verbs.push_back(std::make_unique<GenerateVerb>());
    verbs.push_back(std::make_unique<ImportVerb>());
    verbs.push_back(std::make_unique<LetterVerb>());
    verbs.push_back(std::make_unique<PolicyVerb>());
    verbs.push_back(std::make_unique<RestoreVerb>());
    verbs.push_back(std::make_unique<VerifyVerb>());
    verbs.push_back(std::make_unique<WorkspaceVerb>());
    return verbs;
}

QCommandLineOption addHelp(QCommandLineParser &parser)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
        QCoreApplication::translate("Verb", "Prints this and does nothing."));
    parser.addOption(help);
    return help;
}

void printHelp(const Verb &verb, const QCommandLineParser &parser)
{
    const QString text = parser.helpText(); // names the program by the path it was called by
    const QString usage = QStringLiteral("Usage: reviewdesk ") + verb.name();
    const QByteArray bytes = (usage + text.mid(text.indexOf(QLatin1String(" [options]")))).toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

QString forTerminal(QString words)
{
    for (QChar &character : words) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = QChar::ReplacementCharacter;
    }
    return words;
}

void complain(const QString &verb, const QString &message)
{
    const QString who = verb.isEmpty() ? QStringLiteral("reviewdesk") : QStringLiteral("reviewdesk ") + verb;
    const QByteArray line = (who + QLatin1String(": ") + forTerminal(message) + QLatin1Char('\n')).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace reviewdesk
