#include "letter/LetterComposer.h"

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

} // namespace reviewdesk
