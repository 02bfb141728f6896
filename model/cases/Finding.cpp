#include "cases/Finding.h"

#include "policy/JsonValue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int oldestMemberYears = 130;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Finding)
};

QString requestSection()
{
    return QStringLiteral("request");
}

/// The checks of one case; each appends what it finds.
class Checks {
public:
    Checks(const ReviewCase &reviewCase, const Policy &policy, const Interview &interview, const QDate &today)
        : m_case(reviewCase), m_policy(policy), m_interview(interview), m_today(today)
    {
    }

    QList<Finding> run()
    {
        checkMissing();
        checkReceipt();
        checkMember();
        checkNpi(m_case.provider.npi, QStringLiteral("/provider/npi"));
        checkNpi(m_case.facility.npi, QStringLiteral("/facility/npi"));
        checkPlannedDate();
        checkProcedureCodes();
        checkDiagnosisCodes();
        checkCodesAgainstAnswers();
        checkEvidence();
        checkDocuments();
        checkDetermination();
        return std::move(m_found);
    }

private:
    void add(Severity severity, const QString &section, const QString &field, const QString &message)
    {
        m_found.append({severity, section, field, message});
    }
    void addToRequest(Severity severity, const QString &field, const QString &message)
    {
        add(severity, requestSection(), field, message);
    }
    void wantText(const QString &text, const char *field, const QString &message)
    {
        if (text.trimmed().isEmpty())
            addToRequest(Severity::Warning, QString::fromLatin1(field), message);
    }

    void checkMissing()
    {
        for (const MissingField &field : missingForDecision(m_case))
            addToRequest(Severity::Missing, field.field, Say::tr("Missing: %1.").arg(field.name));
        for (const QString &field : m_case.unconfirmed)
            addToRequest(Severity::Missing, field, Say::tr("As sent, confirmed by nobody yet."));
        if (!m_case.request.channel)
            addToRequest(Severity::Warning, QStringLiteral("/channel"),
                Say::tr("How the request came is not entered; some time limits depend on it."));
        if (m_case.request.lineOfBusiness && m_case.request.state.isEmpty() &&
            needsState(*m_case.request.lineOfBusiness))
            addToRequest(Severity::Warning, QStringLiteral("/state"),
                Say::tr("The plan's state is not entered; its time limits may be stricter."));
        if (!m_case.member.birthDate.isValid())
            addToRequest(Severity::Warning, QStringLiteral("/member/birth_date"),
                Say::tr("The member's date of birth is not entered."));
        wantText(m_case.provider.npi, "/provider/npi", Say::tr("The provider's NPI is not entered."));
        if (m_case.service.procedureCodes.isEmpty())
            addToRequest(Severity::Warning, QStringLiteral("/service/procedure_codes"),
                Say::tr("No procedure code is entered; the letter names what is decided by its codes."));
        if (m_case.service.diagnosisCodes.isEmpty())
            addToRequest(Severity::Warning, QStringLiteral("/service/diagnosis_codes"),
                Say::tr("No diagnosis code is entered."));
    }

    static bool needsState(LineOfBusiness line)
    {
        return line != LineOfBusiness::SelfFundedErisa && line != LineOfBusiness::MedicareAdvantage;
    }

    void checkReceipt()
    {
        const QDateTime &received = m_case.request.receivedAt;
        if (received.isValid() && receiptDate() > m_today)
            addToRequest(Severity::Wrong, QStringLiteral("/received_at"),
                Say::tr("The request cannot have been received in the future."));
        static const QRegularExpression twoCapitals(QStringLiteral("\\A[A-Z]{2}\\z"));
        const QString &state = m_case.request.state;
        if (!state.isEmpty() && !twoCapitals.match(state).hasMatch())
            addToRequest(Severity::Wrong, QStringLiteral("/state"),
                Say::tr("The state is written with two capital letters, such as WA."));
    }

    /// The receipt's date as entered. An instant kept without its place's offset is read half a day early, lest an
    /// evening in the west counts as tomorrow.
    QDate receiptDate() const
    {
        const QDateTime &received = m_case.request.receivedAt;
        return received.offsetFromUtc() == 0 ? received.addSecs(-12 * 3600).date() : received.date();
    }

    void checkMember()
    {
        const QDate &birth = m_case.member.birthDate;
        const QString field = QStringLiteral("/member/birth_date");
        if (!birth.isValid())
            return;
        if (birth > m_today)
            addToRequest(Severity::Wrong, field, Say::tr("The date of birth is in the future."));
        else if (birth < m_today.addYears(-oldestMemberYears))
            addToRequest(
                Severity::Wrong, field, Say::tr("The date of birth is more than %1 years ago.").arg(oldestMemberYears));
    }

    void checkNpi(const QString &npi, const QString &field)
    {
        QString why;
        if (!npi.isEmpty() && !isValidNpi(npi, &why))
            addToRequest(Severity::Wrong, field, why);
    }

    void checkPlannedDate()
    {
        const QDate &planned = m_case.service.plannedOn;
        const std::optional<Timing> timing = m_case.request.timing;
        const QString field = QStringLiteral("/service/planned_on");
        if (!planned.isValid())
            return;
        if (timing == Timing::PreService && m_case.request.receivedAt.isValid() && planned < receiptDate())
            addToRequest(Severity::Warning, field,
                Say::tr("The planned date is before the request was received, which speaks of a request after the "
                        "service."));
        if (timing == Timing::PostService && planned > m_today)
            addToRequest(Severity::Warning, field,
                Say::tr("The date of service is in the future, but the request is entered as after the service."));
    }

    void checkProcedureCodes()
    {
        const QStringList &codes = m_case.service.procedureCodes;
        for (qsizetype index = 0; index < codes.size(); ++index) {
            const QString code = codes.at(index).trimmed().toUpper();
            const bool listed =
                std::any_of(m_policy.codes.begin(), m_policy.codes.end(), [&code](const CodeEntry &entry) {
                    return entry.system != QLatin1String("ICD-10-CM") && entry.code == code;
                });
            if (!listed)
                addToRequest(Severity::Warning, jsonPointer(QStringLiteral("/service/procedure_codes"), index),
                    Say::tr("%1 is not on the policy's code list.").arg(codes.at(index)));
        }
    }

    void checkDiagnosisCodes()
    {
        const QStringList &codes = m_case.service.diagnosisCodes;
        for (qsizetype index = 0; index < codes.size(); ++index) {
            if (!isIcd10Shape(codes.at(index)))
                addToRequest(Severity::Wrong, jsonPointer(QStringLiteral("/service/diagnosis_codes"), index),
                    Say::tr("“%1” does not have the form of an ICD-10-CM code, such as C78.7.").arg(codes.at(index)));
        }
    }

    void checkCodesAgainstAnswers()
    {
        for (const CodeCheck &check : m_policy.codeChecks) {
            if (check.clash && !holdsIn(*check.clash, m_interview.effective))
                continue;
            if (check.system == QLatin1String("ICD-10-CM"))
                matchCodes(check, m_case.service.diagnosisCodes, QStringLiteral("/service/diagnosis_codes"));
            else
                matchCodes(check, m_case.service.procedureCodes, QStringLiteral("/service/procedure_codes"));
        }
    }

    static bool isOneOf(const QString &code, const QStringList &beginnings)
    {
        return std::any_of(beginnings.begin(), beginnings.end(),
            [&code](const QString &beginning) { return code.startsWith(comparable(beginning)); });
    }

    void matchCodes(const CodeCheck &check, const QStringList &codes, const QString &field)
    {
        const bool answered = std::any_of(codes.begin(), codes.end(),
            [&check](const QString &code) { return isOneOf(comparable(code), check.unlessCodes); });
        if (answered)
            return;
        for (qsizetype index = 0; index < codes.size(); ++index) {
            const QString code = comparable(codes.at(index));
            if (isOneOf(code, check.codes))
                addToRequest(Severity::Warning, jsonPointer(field, index),
                    QString(check.message).replace(QLatin1String("{code}"), codes.at(index)));
        }
    }

    /// C22.0, c22.0 and C220 are the same code.
    static QString comparable(const QString &code) { return code.trimmed().toUpper().remove(QLatin1Char('.')); }

    void checkEvidence()
    {
        for (const int fact : m_interview.shown) {
            const Fact &asked = m_policy.facts.at(fact);
            const auto shown = m_case.evidence.constFind(asked.id);
            if (shown != m_case.evidence.cend() && shown->date.isValid() && shown->date > m_today)
                add(Severity::Wrong, asked.section,
                    jsonPointer(QStringLiteral("/evidence"), asked.id) + QLatin1String("/date"),
                    Say::tr("The source for “%1” is dated in the future.").arg(asked.label));
        }
    }

    void checkDocuments()
    {
        const QString section = QStringLiteral("documents");
        for (const DocumentationItem *item : missingDocuments(m_case, m_policy, m_interview))
            add(Severity::Missing, section, QStringLiteral("/documents"),
                Say::tr("Not received yet: %1.").arg(item->label));
        for (qsizetype index = 0; index < m_case.documents.size(); ++index) {
            const QDate &received = m_case.documents.at(index).receivedOn;
            if (received.isValid() && received > m_today)
                add(Severity::Wrong, section,
                    jsonPointer(QStringLiteral("/documents"), index) + QLatin1String("/received_on"),
                    Say::tr("A document cannot have been received in the future."));
        }
    }

    void checkDetermination()
    {
        const Determination &made = m_case.determination;
        if (made.validFrom.isValid() && made.validTo.isValid() && made.validTo < made.validFrom)
            add(Severity::Wrong, QStringLiteral("recommendation"), QStringLiteral("/determination/valid_to"),
                Say::tr("The authorization would end before it begins."));
    }

    const ReviewCase &m_case;
    const Policy &m_policy;
    const Interview &m_interview;
    const QDate m_today;
    QList<Finding> m_found;
};

bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

} // namespace

bool isValidNpi(const QString &npi, QString *why)
{
    const auto refuse = [why](const QString &reason) {
        if (why)
            *why = reason;
        return false;
    };
    if (npi.size() != 10 || !std::all_of(npi.begin(), npi.end(), isDigit))
        return refuse(Say::tr("An NPI has ten digits."));
    // Luhn from the right, the check digit itself undoubled; the prefix 80840 always adds 24.
    int sum = 24;
    for (int position = 0; position < 10; ++position) {
        const int digit = npi.at(9 - position).digitValue();
        const int doubled = position % 2 == 1 ? 2 * digit : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    if (sum % 10 != 0)
        return refuse(Say::tr("The NPI's check digit is wrong: one of its digits is mistyped."));
    return true;
}

bool isIcd10Shape(const QString &code)
{
    static const QRegularExpression shape(QStringLiteral("\\A[A-Z][0-9][0-9AB](?:\\.?[0-9A-Z]{1,4})?\\z"));
    return code.size() <= 8 && shape.match(code.toUpper()).hasMatch();
}

QList<MissingField> missingForDecision(const ReviewCase &reviewCase)
{
    QList<MissingField> missing;
    const auto want = [&missing](bool present, const char *field, const QString &name) {
        if (!present)
            missing.append({QString::fromLatin1(field), name});
    };
    const Request &request = reviewCase.request;
    want(request.receivedAt.isValid(), "/received_at", Say::tr("when the request was received"));
    want(request.urgency.has_value(), "/urgency", Say::tr("standard or expedited"));
    want(request.timing.has_value(), "/timing", Say::tr("before, during or after the service"));
    want(request.lineOfBusiness.has_value(), "/line_of_business", Say::tr("line of business"));
    want(isVisibleText(reviewCase.member.name), "/member/name", Say::tr("member name"));
    want(isVisibleText(reviewCase.member.memberId), "/member/member_id", Say::tr("member ID"));
    want(isVisibleText(reviewCase.provider.name), "/provider/name", Say::tr("provider name"));
    return missing;
}

QList<Finding> findings(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview, const QDate &today)
{
    return Checks(reviewCase, policy, interview, today).run();
}

QList<const DocumentationItem *> missingDocuments(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview)
{
    QList<const DocumentationItem *> missing;
    for (const DocumentationItem &item : policy.documentation) {
        const bool received = std::any_of(reviewCase.documents.begin(), reviewCase.documents.end(),
            [&item](const ReceivedDocument &document) { return document.type == item.id; });
        if (!received && holdsIn(item.requiredWhen, interview.effective))
            missing.append(&item);
    }
    return missing;
}

std::vector<int> factsToAsk(const Interview &interview, const Evaluation &evaluation)
{
    std::vector<int> asked;
    for (const int fact : evaluation.needed) {
        if (interview.shows(fact) && interview.effective.at(fact) == Answers::NotDocumented)
            asked.push_back(fact);
    }
    return asked;
}

} // namespace reviewdesk
