#include "ui/exports/PacketContents.h"

#include "letter/LetterPaper.h"
#include "store/DocumentReader.h"
#include "ui/RecordWords.h"
#include "ui/history/HistoryWords.h"

#include <QLocale>

#include <algorithm>

namespace reviewdesk {

namespace {

/// In the record's language, whatever the screen's.
QString say(const char *text)
{
    return QString::fromUtf8(text);
}

QString instantWords(const QDateTime &at, const QTimeZone &zone)
{
    return QLocale(QLocale::English).toString(at.toTimeZone(zone), QStringLiteral("d MMM yyyy HH:mm"));
}

QList<PacketEvent> historyOf(const CaseDossier &dossier)
{
    QList<PacketEvent> events;
    for (const AuditEntry &entry : dossier.history)
        events.append({instantWords(entry.at, dossier.rulebook->zone), entry.userName,
            stepInWords(entry, dossier.rulebook->policy, StepForm::Record)});
    return events;
}

QString letterTitle(const CaseDossier &dossier, const IssuedLetter &letter)
{
    const bool isSuperseded = std::any_of(dossier.letters.cbegin(), dossier.letters.cend(),
        [&letter](const IssuedLetter &other) { return other.supersedes == letter.id; });
    const std::optional<LetterKind> kind = letterKindFromWord(letter.kind);
    const std::optional<Recipient> recipient = recipientFromWord(letter.recipient);
    const QString title = say("%1, %2, %3")
                              .arg(kind ? label(*kind) : letter.title, recipient ? label(*recipient) : letter.recipient,
                                  instantWords(letter.issuedAt, dossier.rulebook->zone));
    return isSuperseded ? say("%1 (corrected since)").arg(title) : title;
}

Result<QList<PacketLetter>> lettersOf(const CaseDossier &dossier)
{
    QList<PacketLetter> letters;
    for (const IssuedLetter &letter : dossier.letters) {
        const Result<QByteArray> pdf = frozenPdf(letter, letter.caseNumber);
        if (!pdf)
            return pdf.error();
        letters.append({letterTitle(dossier, letter), *pdf});
    }
    return letters;
}

QString typeWords(const QString &type, const Policy &policy)
{
    const DocumentationItem *item = policy.documentationItem(type);
    return item ? item->label : type;
}

/// The pages of an attached document as PDF.
Result<QByteArray> pagesOf(const CaseDocument &document, DocumentReader &reader)
{
    Result<QByteArray> whole = reader.whole(document.digest);
    if (!whole || document.kind == DocumentKind::Pdf)
        return whole;
    return picturePdf(*whole);
}

/// Those that the case lists, in its order, then others that are attached; pages where they are in the workspace.
Result<QList<PacketDocument>> documentsOf(const CaseDossier &dossier)
{
    const Policy &policy = dossier.rulebook->policy;
    QList<PacketDocument> documents;
    QList<ReceivedDocument> listed = dossier.stored.reviewCase.documents;
    for (const CaseDocument &each : dossier.documents) {
        if (std::none_of(listed.cbegin(), listed.cend(),
                [&each](const ReceivedDocument &other) { return other.digest == each.digest; }))
            listed.append({each.type, each.title, each.pages, each.receivedOn, each.digest});
    }
    const Result<std::unique_ptr<DocumentReader>> reader = dossier.documents.isEmpty()
        ? Result<std::unique_ptr<DocumentReader>>(std::unique_ptr<DocumentReader>())
        : dossier.documentOpener();
    if (!reader)
        return reader.error();
    for (const ReceivedDocument &each : std::as_const(listed)) {
        PacketDocument document;
        document.type = typeWords(each.type, policy);
        document.title = each.title.isEmpty() ? document.type : each.title;
        document.digest = each.digest;
        if (each.receivedOn.isValid())
            document.note = QLocale(QLocale::English).toString(each.receivedOn, QStringLiteral("d MMM yyyy"));
        for (const CaseDocument &kept : dossier.documents) {
            if (kept.digest != each.digest)
                continue;
            const Result<QByteArray> pages = pagesOf(kept, **reader);
            if (!pages && pages.error().code != QLatin1String("pdf")) // a picture that cannot be read: its page says so
                return pages.error();
            document.pdf = pages ? *pages : QByteArray("unreadable");
        }
        documents.append(document);
    }
    return documents;
}

/// Where the case's sources point in attached documents.
QList<PacketMark> marksOf(const ReviewCase &content)
{
    QList<PacketMark> marks;
    constexpr double whole = PagePlace::whole;
    for (const Evidence &source : content.evidence) {
        if (source.digest.isEmpty() || source.page == 0)
            continue;
        marks.append({source.digest, source.page, {}}); // cited, wherever on the page
        for (const PagePlace &place : source.places)
            marks.append({source.digest, source.page,
                QRectF(place.left / whole, place.top / whole, place.width / whole, place.height / whole)});
    }
    return marks;
}

QString statusOf(const CaseDossier &dossier)
{
    const QString status = say("%1, round %2").arg(label(dossier.stored.status)).arg(dossier.stored.round);
    if (!dossier.isOtherPack && !dossier.stored.onlyRead)
        return status;
    const QString under = dossier.isOtherPack ? say("decided") : say("worked on");
    return say("%1; %2 under version %3 of the policy, shown by version %4")
        .arg(status, under, dossier.stored.reviewCase.policyVersion, dossier.rulebook->policy.version);
}

} // namespace

Result<ExportedFile> packetOf(const CaseDossier &dossier, const PacketProgress &progress)
{
    const RecordWords english; // the record's, for whoever hears the appeal
    const CaseView view = dossier.view();
    const StoredCase &stored = dossier.stored;
    const Result<QList<PacketLetter>> letters = lettersOf(dossier);
    if (!letters)
        return letters.error();
    const Result<QList<PacketDocument>> documents = documentsOf(dossier);
    if (!documents)
        return documents.error();
    const PacketOrder order{stored.reviewCase, view, *dossier.rulebook, dossier.organisation,
        statusOf(dossier), historyOf(dossier), *letters,
        *documents};
    const Result<QByteArray> pdf = packetPdf(order, marksOf(stored.reviewCase), progress);
    if (!pdf)
        return pdf.error();
    return ExportedFile{QStringLiteral("%1 packet.pdf").arg(stored.reviewCase.number), *pdf};
}

Result<ExportedFile> exportOf(const CaseDossier &dossier, fhir::ExportFormat format)
{
    if (const Result<void> may = dossier.checkAnswer(); !may && fhir::isInPolicyWords(format))
        return may.error();
    const CaseView view = dossier.view();
    const fhir::CaseExport order{format, dossier.stored.reviewCase, view, dossier.rulebook->policy, dossier.message,
        dossier.organisation, [&dossier] { return dossier.sentTo<fhir::SentLetter>(toWord(Recipient::Provider), frozenPdf); },
        dossier.rulebook->zone, dossier.appeal};
    const Result<QByteArray> bytes = order.bytes();
    if (!bytes)
        return bytes.error();
    return ExportedFile{order.fileName(), *bytes};
}

} // namespace reviewdesk
