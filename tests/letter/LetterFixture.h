#pragma once

#include "cases/CaseFile.h"
#include "cases/Rulebook.h"
#include "letter/LetterComposer.h"

#include <QFile>
#include <QTest>

#include <array>

namespace reviewdesk {

inline constexpr std::array allKinds{LetterKind::Approval, LetterKind::Denial, LetterKind::InformationRequest,
    LetterKind::ExtensionNotice, LetterKind::Withdrawal};
inline constexpr std::array allLines{LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
    LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp};

/// The rules, the templates and the sample letterhead as the program ships them, and a case that may be denied.
class LetterFixture {
public:
    bool load()
    {
        const QString resources = QStringLiteral(RESOURCES);
        const auto rulebook = loadRulebook(resources, QTimeZone::utc());
        const auto composer = LetterComposer::load(resources);
        const auto letterhead = sampleLetterhead(resources);
        if (!rulebook || !composer || !letterhead) {
            qWarning() << (rulebook ? QString() : rulebook.error().message)
                       << (composer ? QString() : composer.error().place + composer.error().message)
                       << (letterhead ? QString() : letterhead.error().message);
            return false;
        }
        m_rulebook = *rulebook;
        m_composer = *composer;
        m_letterhead = *letterhead;
        QFile file(QStringLiteral(TEST_DATA) + QStringLiteral("/letters/denial.json"));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const CaseReading reading = readCase(file.readAll(), m_rulebook->policy, m_rulebook->caseSchema);
        for (const Error &error : reading.problems)
            qWarning() << error.place << error.message;
        m_denial = reading.reviewCase;
        return reading.ok();
    }

    const Rulebook &rulebook() const { return *m_rulebook; }
    const Policy &policy() const { return m_rulebook->policy; }
    const LetterComposer &composer() const { return *m_composer; }
    const Letterhead &letterhead() const { return m_letterhead; }

    /// Colorectal metastases that are not progressive; whether chemotherapy failed is not documented.
    ReviewCase denial() const { return m_denial; }
    /// The same with every criterion of I.B.3.b met, approved by a nurse.
    ReviewCase approval() const
    {
        ReviewCase reviewCase = m_denial;
        answer(reviewCase, "progressive", "true");
        answer(reviewCase, "chemotherapy_refractory", "true");
        Determination determination;
        determination.decision = Decision::Approved;
        determination.at = m_denial.determination.at;
        determination.by = m_denial.determination.preparedBy;
        determination.authorizationNumber = QStringLiteral("A-77120034");
        determination.validFrom = QDate(2026, 11, 23);
        determination.validTo = QDate(2027, 2, 21);
        reviewCase.determination = determination;
        return reviewCase;
    }
    /// The same while nobody documents whether the disease is progressive.
    ReviewCase informationRequest() const
    {
        ReviewCase reviewCase = m_denial;
        answer(reviewCase, "progressive", nullptr);
        reviewCase.determination = Determination();
        return reviewCase;
    }
    ReviewCase extensionNotice() const
    {
        ReviewCase reviewCase = informationRequest();
        reviewCase.determination.extensionReason = QStringLiteral("The tumor board meets next week.");
        reviewCase.determination.extendedTo = QDate(2026, 12, 20);
        return reviewCase;
    }
    ReviewCase withdrawal() const
    {
        ReviewCase reviewCase = informationRequest();
        reviewCase.determination.decision = Decision::Withdrawn;
        reviewCase.determination.at = m_denial.determination.at;
        return reviewCase;
    }
    /// A case for which a letter of the kind may be written.
    ReviewCase caseFor(LetterKind kind) const
    {
        switch (kind) {
        case LetterKind::Approval:
            return approval();
        case LetterKind::Denial:
            return denial();
        case LetterKind::InformationRequest:
            return informationRequest();
        case LetterKind::ExtensionNotice:
            return extensionNotice();
        case LetterKind::Withdrawal:
            return withdrawal();
        }
        return {};
    }

    /// A null `value` is "not documented".
    static void answer(ReviewCase &reviewCase, const char *fact, const char *value)
    {
        reviewCase.facts.insert(QString::fromLatin1(fact), GivenAnswer{value ? QString::fromLatin1(value) : QString()});
    }

    LetterComposer::Composition compose(const ReviewCase &reviewCase, LetterKind kind, Recipient recipient) const
    {
        return compose(reviewCase, kind, recipient, m_letterhead);
    }
    LetterComposer::Composition compose(
        const ReviewCase &reviewCase, LetterKind kind, Recipient recipient, const Letterhead &letterhead, const ClockEvents &clock = {}) const
    {
        const CaseView view = viewOf(reviewCase, *m_rulebook, clock);
        return m_composer->compose(
            {reviewCase, view, kind, recipient, letterhead, m_denial.determination.at}, *m_rulebook);
    }
    /// Codes of the reasons, in their order.
    static QStringList codes(const QList<Error> &reasons)
    {
        QStringList codes;
        for (const Error &reason : reasons)
            codes.append(reason.code);
        return codes;
    }

private:
    std::shared_ptr<const Rulebook> m_rulebook;
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
    ReviewCase m_denial;
};

} // namespace reviewdesk
