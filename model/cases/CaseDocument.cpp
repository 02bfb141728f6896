#include "cases/CaseDocument.h"

#include <QCoreApplication>

#include <array>

namespace reviewdesk {

namespace {

struct KindTerm {
    DocumentKind kind;
    const char16_t *word;
    const char *label;
};

constexpr std::array kindTerms{
    KindTerm{DocumentKind::Pdf, u"pdf", QT_TRANSLATE_NOOP("CaseDocument", "PDF")},
    KindTerm{DocumentKind::Png, u"png", QT_TRANSLATE_NOOP("CaseDocument", "PNG picture")},
    KindTerm{DocumentKind::Jpeg, u"jpeg", QT_TRANSLATE_NOOP("CaseDocument", "JPEG picture")},
    KindTerm{DocumentKind::Tiff, u"tiff", QT_TRANSLATE_NOOP("CaseDocument", "TIFF picture")},
};

const KindTerm &termOf(DocumentKind kind)
{
    return kindTerms[static_cast<std::size_t>(kind)];
}

} // namespace

QString toWord(DocumentKind kind)
{
    return QString::fromUtf16(termOf(kind).word);
}

std::optional<DocumentKind> documentKindFromWord(QStringView word)
{
    for (const KindTerm &term : kindTerms) {
        if (word == QStringView(term.word))
            return term.kind;
    }
    return std::nullopt;
}

QString label(DocumentKind kind)
{
    return QCoreApplication::translate("CaseDocument", termOf(kind).label);
}

} // namespace reviewdesk
