#include "app/LetterVerb.h"

#include "cases/CaseFile.h"
#include "cases/Rulebook.h"
#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"
#include "policy/FileContent.h"
#include "support/Clock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTimeZone>

#include <cstdio>

namespace reviewdesk {

namespace {

const QString resources = QStringLiteral(":");

QString say(const char *text)
{
    return QCoreApplication::translate("letter", text);
}

/// What the command line asked for.
struct Call {
    QString caseFile;
    QString letterheadFile;
    QString out;
    QString form; ///< pdf, html, txt
    LetterKind kind = LetterKind::Approval;
    Recipient recipient = Recipient::Member;
    bool largePrint = false;
    QTimeZone zone; ///< the plan's, where it was named
};

void complainOf(const QString &file, const Error &error)
{
    complain(QStringLiteral("letter"), file, error);
}

int refuse(const QString &file, const QList<Error> &errors)
{
    for (const Error &error : errors)
        complainOf(file, error);
    return ExitRefused;
}

/// A case file is a member's: the place says what is wrong there, a member of the wrong name too (its writer is to find it);
/// what stands there is not said. Why a letter is not written quotes the policy and the letterhead alone: that is said whole.
int refuseFile(const QString &file, const QList<Error> &problems)
{
    for (const Error &problem : problems)
        complainOf(file, {problem.code, withoutValues(problem.message), problem.place});
    return ExitRefused;
}

int wrongCall(const QString &message)
{
    complain(QStringLiteral("letter"), message + say("; see reviewdesk letter --help"));
    return ExitWrongCall;
}

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        say("Writes the letter of one case. Nothing is written when the letter may not be issued: every reason is "
            "on standard error.\nExit status: 0 written, 1 refused, 2 wrong call or a file that cannot be read "
            "or written."));
    addHelp(parser);
    parser.addOption({QStringLiteral("case"), say("The case file (JSON)."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("kind"),
        say("approval, denial, information_request, extension_notice or withdrawal."), QStringLiteral("KIND")});
    parser.addOption({QStringLiteral("to"), say("member or provider."), QStringLiteral("WHOM")});
    parser.addOption(
        {QStringLiteral("out"), say("The letter: .pdf, .html or .txt by its ending."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("letterhead"),
        say("The plan's texts and addresses (JSON); goes before the case file's own. Without either the invented "
            "sample plan's is used, "
            "and each page is marked SAMPLE."),
        QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("large-print"), say("In type of 18 points.")});
    parser.addOption({QStringLiteral("time-zone"),
        say("The plan's time zone, as America/Los_Angeles: days are counted and told in it. Without it, in the offset of "
            "received_at, else of determination/at."),
        QStringLiteral("ID")});
}

/// What the parsed options ask for; `wrong` says why they ask for nothing.
Call callFrom(const QCommandLineParser &parser, QString &wrong)
{
    Call call;
    for (const QString &option :
        {QStringLiteral("case"), QStringLiteral("kind"), QStringLiteral("to"), QStringLiteral("out")}) {
        if (parser.value(option).isEmpty()) {
            wrong = say("--%1 is missing").arg(option);
            return call;
        }
    }
    if (!parser.positionalArguments().isEmpty()) {
        wrong = say("“%1” is not expected").arg(parser.positionalArguments().constFirst());
        return call;
    }
    call.caseFile = parser.value(QStringLiteral("case"));
    call.letterheadFile = parser.value(QStringLiteral("letterhead"));
    call.out = parser.value(QStringLiteral("out"));
    call.form = QFileInfo(call.out).suffix().toLower();
    const std::optional<LetterKind> kind = letterKindFromWord(parser.value(QStringLiteral("kind")));
    const std::optional<Recipient> recipient = recipientFromWord(parser.value(QStringLiteral("to")));
    if (!kind)
        wrong = say("there is no letter of the kind “%1”").arg(parser.value(QStringLiteral("kind")));
    else if (!recipient)
        wrong = say("--to is member or provider, not “%1”").arg(parser.value(QStringLiteral("to")));
    else if (call.form != u"pdf" && call.form != u"html" && call.form != u"txt")
        wrong = say("--out must end with .pdf, .html or .txt");
    else if (QFileInfo(call.out) == QFileInfo(call.caseFile))
        wrong = say("--out may not be the case file");
    if (parser.isSet(QStringLiteral("time-zone"))) {
        const QString id = parser.value(QStringLiteral("time-zone"));
        call.zone = QTimeZone(id.toUtf8());
        if (wrong.isEmpty() && !call.zone.isValid())
            wrong = say("there is no time zone “%1”; give its IANA name, as America/Los_Angeles").arg(id);
    }
    call.kind = kind.value_or(call.kind);
    call.recipient = recipient.value_or(call.recipient);
    call.largePrint = parser.isSet(QStringLiteral("large-print"));
    return call;
}

/// The letterhead: the file's, else the case's, else the sample plan's.
Result<Letterhead> letterheadOf(const QByteArray &file, const JsonValue &ofCase)
{
    if (!file.isEmpty()) {
        const Result<JsonValue> values = readJson(file);
        return values ? letterheadFrom(*values, resources) : Result<Letterhead>(values.error());
    }
    return ofCase.isNull() ? sampleLetterhead(resources) : letterheadFrom(ofCase, resources);
}

/// Where the plan is: as it was named, else as the case file's own times say. What is wrong with the file its reader says.
QTimeZone zoneOf(const QByteArray &caseFile, const QTimeZone &named)
{
    if (named.isValid())
        return named;
    const Result<JsonValue> values = readJson(caseFile);
    const JsonValue *determination = values ? values->member(u"determination") : nullptr;
    for (const JsonValue *time : {values ? values->member(u"received_at") : nullptr, determination ? determination->member(u"at") : nullptr}) {
        const QString *text = time ? time->asString() : nullptr;
        const QDateTime instant = text ? QDateTime::fromString(*text, Qt::ISODateWithMs) : QDateTime();
        if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
            continue;
        const QTimeZone zone = instant.offsetFromUtc() == 0 ? QTimeZone::utc() : QTimeZone(instant.offsetFromUtc());
        return zone.isValid() ? zone : QTimeZone::utc();
    }
    return QTimeZone::utc();
}

/// As the case says it was decided, else now: what runs from the date of a letter may not have run before it is written.
QDateTime writtenAt(const ReviewCase &reviewCase, const QTimeZone &zone, const Clock &clock)
{
    const QDateTime &decided = reviewCase.determination.at;
    return decided.isValid() ? decided : clock.now().toTimeZone(zone);
}

Result<QByteArray> bytesOf(const ComposedLetter &letter, const QString &form)
{
    if (form == u"html")
        return letterHtml(letter).toUtf8();
    if (form == u"txt")
        return letterText(letter).toUtf8();
    return letterPdf(letter, letter.sample ? PageMark::Sample : PageMark::None);
}

int write(const QString &path, const QByteArray &bytes)
{
    const Result<void> written = writeWhole(path, bytes);
    if (written)
        return ExitDone;
    complain(QStringLiteral("letter"), written.error().message);
    return ExitWrongCall;
}

int composeAndWrite(
    const Call &call, const CaseReading &reading, const Letterhead &letterhead, const Rulebook &rulebook)
{
    const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(resources);
    if (!composer)
        return refuse(QString(), {composer.error()});
    // where a zone was named, the case's instants are told in it, not as they came
    const ReviewCase reviewCase = call.zone.isValid() ? toldIn(reading.reviewCase, call.zone) : reading.reviewCase;
    const CaseView view = viewOf(reviewCase, rulebook);
    const LetterRequest request{reviewCase, view, call.kind, call.recipient, letterhead,
        writtenAt(reviewCase, rulebook.zone, SystemClock()), call.largePrint, {}, reading.appeal};
    const LetterComposer::Composition composition = (*composer)->compose(request, rulebook);
    if (!composition.ok())
        return refuse(call.caseFile, composition.reasons);
    const Result<QByteArray> bytes = bytesOf(composition.letter, call.form);
    return bytes ? write(call.out, *bytes) : refuse(call.out, {bytes.error()});
}

int writeLetter(const Call &call)
{
    const Result<QByteArray> json = fileContent(call.caseFile);
    if (!json) {
        complainOf(QString(), json.error());
        return ExitWrongCall;
    }
    QByteArray letterheadJson;
    if (!call.letterheadFile.isEmpty()) {
        const Result<QByteArray> bytes = fileContent(call.letterheadFile);
        if (!bytes) {
            complainOf(QString(), bytes.error());
            return ExitWrongCall;
        }
        letterheadJson = bytes->isEmpty() ? QByteArrayLiteral(" ") : *bytes;
    }
    const Result<std::shared_ptr<const Rulebook>> rulebook = loadRulebook(resources, zoneOf(*json, call.zone));
    if (!rulebook)
        return refuse(QString(), {rulebook.error()});
    const CaseReading reading = readCase(*json, (*rulebook)->policy, (*rulebook)->caseSchema);
    if (!reading.ok())
        return refuseFile(call.caseFile, reading.problems);
    const Result<Letterhead> letterhead = letterheadOf(letterheadJson, reading.letterhead);
    if (!letterhead)
        return refuse(
            call.letterheadFile.isEmpty() ? call.caseFile + QStringLiteral(": letterhead") : call.letterheadFile,
            {letterhead.error()});
    return composeAndWrite(call, reading, *letterhead, **rulebook);
}

} // namespace

QString LetterVerb::summary() const
{
    return say("a letter from a case file: PDF, HTML or text");
}

int LetterVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(QStringList{QStringLiteral("reviewdesk letter")} + arguments))
        return wrongCall(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        printHelp(*this, parser);
        return ExitDone;
    }
    QString wrong;
    const Call call = callFrom(parser, wrong);
    return wrong.isEmpty() ? writeLetter(call) : wrongCall(wrong);
}

} // namespace reviewdesk
