#include "letter/LetterContent.h"
#include "letter/PageText.h"

#include <QCoreApplication>

#include <array>

namespace reviewdesk {

namespace {

struct KindWord {
    LetterKind kind;
    const char *word;
    const char *label;
};

constexpr std::array kinds{
    KindWord{LetterKind::Approval, "approval", QT_TRANSLATE_NOOP("letter", "Approval")},
    KindWord{LetterKind::Denial, "denial", QT_TRANSLATE_NOOP("letter", "Denial")},
    KindWord{
        LetterKind::InformationRequest, "information_request", QT_TRANSLATE_NOOP("letter", "Request for information")},
    KindWord{LetterKind::ExtensionNotice, "extension_notice", QT_TRANSLATE_NOOP("letter", "Notice of extension")},
    KindWord{LetterKind::Withdrawal, "withdrawal", QT_TRANSLATE_NOOP("letter", "Notice of withdrawal")},
};

const KindWord &wordsOf(LetterKind kind)
{
    for (const KindWord &entry : kinds) {
        if (entry.kind == kind)
            return entry;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toWord(LetterKind kind)
{
    return QString::fromLatin1(wordsOf(kind).word);
}

QString label(LetterKind kind)
{
    return QCoreApplication::translate("letter", wordsOf(kind).label);
}

std::optional<LetterKind> letterKindFromWord(QStringView word)
{
    for (const KindWord &entry : kinds) {
        if (word == QLatin1String(entry.word))
            return entry.kind;
    }
    return std::nullopt;
}

QString toWord(Recipient recipient)
{
    return recipient == Recipient::Member ? QStringLiteral("member") : QStringLiteral("provider");
}

QString label(Recipient recipient)
{
    return recipient == Recipient::Member ? QCoreApplication::translate("letter", "Member")
                                          : QCoreApplication::translate("letter", "Provider");
}

std::optional<Recipient> recipientFromWord(QStringView word)
{
    if (word == u"member")
        return Recipient::Member;
    if (word == u"provider")
        return Recipient::Provider;
    return std::nullopt;
}

QString procedureWords(const Policy &policy, const CaseView &view, const LetterLanguage &language)
{
    const int option = policy.facts.isEmpty() ? Answers::Absent : view.interview.effective.at(0);
    if (option < 0)
        return language.say("requested_procedure");
    QString label = policy.facts.first().options.at(option).label;
    if (label.size() > 1 && label.at(1).isLower()) // abbreviations keep their capitals
        label[0] = label.at(0).toLower();
    return label;
}

QString sourceWords(const Evidence &evidence, const LetterLanguage &language)
{
    QStringList parts{pageText(evidence.document)};
    if (evidence.page > 0)
        parts.append(language.say("page_of_source").arg(evidence.page));
    parts.append(language.date(evidence.date));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace reviewdesk
