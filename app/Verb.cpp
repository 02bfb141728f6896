#include "app/Verb.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

namespace reviewdesk {

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

void tell(const QString &line)
{
    const QByteArray bytes = forTerminal(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

void complain(const QString &verb, const QString &message)
{
    const QString who = verb.isEmpty() ? QStringLiteral("reviewdesk") : QStringLiteral("reviewdesk ") + verb;
    const QByteArray line = (who + QLatin1String(": ") + forTerminal(message) + QLatin1Char('\n')).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void complain(const QString &verb, const QString &file, const Error &error)
{
    QStringList parts{file, error.place, error.message};
    parts.removeAll(QString());
    complain(verb, parts.join(QStringLiteral(": ")));
}

QString withoutValues(QString reason)
{
    static const QRegularExpression quoted(QStringLiteral("“.*”|\".*\""), QRegularExpression::DotMatchesEverythingOption); // quotes may be quoted
    return reason.replace(quoted, QStringLiteral("“…”"));
}

} // namespace reviewdesk
