#include "cases/ReviewCase.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

namespace reviewdesk {

namespace {

/// One row for each value of an enumeration: its word in files, its words for a person (marked for translation).
template <typename Value> struct Term {
    Value value;
    const char16_t *word;
    const char *label;
};

constexpr char context[] = "ReviewCase";

constexpr std::array roles{
    Term<Role>{Role::Nurse, u"nurse", QT_TRANSLATE_NOOP("ReviewCase", "Nurse")},
    Term<Role>{Role::Physician, u"physician", QT_TRANSLATE_NOOP("ReviewCase", "Physician")},
    Term<Role>{Role::Supervisor, u"supervisor", QT_TRANSLATE_NOOP("ReviewCase", "Supervisor")},
};
constexpr std::array statuses{
    Term<Status>{Status::Draft, u"draft", QT_TRANSLATE_NOOP("ReviewCase", "Draft")},
    Term<Status>{Status::Submitted, u"submitted", QT_TRANSLATE_NOOP("ReviewCase", "Submitted")},
    Term<Status>{Status::Approved, u"approved", QT_TRANSLATE_NOOP("ReviewCase", "Approved")},
    Term<Status>{Status::Pended, u"pended", QT_TRANSLATE_NOOP("ReviewCase", "Pended")},
    Term<Status>{Status::Referred, u"referred", QT_TRANSLATE_NOOP("ReviewCase", "Referred")},
    Term<Status>{Status::Denied, u"denied", QT_TRANSLATE_NOOP("ReviewCase", "Denied")},
    Term<Status>{Status::Withdrawn, u"withdrawn", QT_TRANSLATE_NOOP("ReviewCase", "Withdrawn")},
};
constexpr std::array channels{
    Term<Channel>{Channel::Fax, u"fax", QT_TRANSLATE_NOOP("ReviewCase", "Fax")},
    Term<Channel>{Channel::Portal, u"portal", QT_TRANSLATE_NOOP("ReviewCase", "Portal")},
    Term<Channel>{Channel::Phone, u"phone", QT_TRANSLATE_NOOP("ReviewCase", "Phone")},
    Term<Channel>{Channel::Fhir, u"fhir", QT_TRANSLATE_NOOP("ReviewCase", "Electronic (FHIR)")},
    Term<Channel>{Channel::Mail, u"mail", QT_TRANSLATE_NOOP("ReviewCase", "Mail")},
};
constexpr std::array urgencies{
    Term<Urgency>{Urgency::Standard, u"standard", QT_TRANSLATE_NOOP("ReviewCase", "Standard")},
    Term<Urgency>{Urgency::Expedited, u"expedited", QT_TRANSLATE_NOOP("ReviewCase", "Expedited")},
};
constexpr std::array timings{
    Term<Timing>{Timing::PreService, u"pre_service", QT_TRANSLATE_NOOP("ReviewCase", "Before the service")},
    Term<Timing>{Timing::Concurrent, u"concurrent", QT_TRANSLATE_NOOP("ReviewCase", "During a course (concurrent)")},
    Term<Timing>{Timing::PostService, u"post_service", QT_TRANSLATE_NOOP("ReviewCase", "After the service")},
};
constexpr std::array linesOfBusiness{
    Term<LineOfBusiness>{LineOfBusiness::CommercialInsured, u"commercial_insured",
        QT_TRANSLATE_NOOP("ReviewCase", "Commercial, insured")},
    Term<LineOfBusiness>{
        LineOfBusiness::SelfFundedErisa, u"self_funded_erisa", QT_TRANSLATE_NOOP("ReviewCase", "Self-funded (ERISA)")},
    Term<LineOfBusiness>{LineOfBusiness::MedicareAdvantage, u"medicare_advantage",
        QT_TRANSLATE_NOOP("ReviewCase", "Medicare Advantage")},
    Term<LineOfBusiness>{LineOfBusiness::MedicaidManagedCare, u"medicaid_managed_care",
        QT_TRANSLATE_NOOP("ReviewCase", "Medicaid managed care")},
    Term<LineOfBusiness>{LineOfBusiness::Qhp, u"qhp", QT_TRANSLATE_NOOP("ReviewCase", "Qualified health plan (QHP)")},
};
constexpr std::array decisions{
    Term<Decision>{Decision::Approved, u"approved", QT_TRANSLATE_NOOP("ReviewCase", "Approved")},
    Term<Decision>{Decision::Denied, u"denied", QT_TRANSLATE_NOOP("ReviewCase", "Denied")},
    Term<Decision>{Decision::Pended, u"pended", QT_TRANSLATE_NOOP("ReviewCase", "Information requested")},
    Term<Decision>{Decision::Withdrawn, u"withdrawn", QT_TRANSLATE_NOOP("ReviewCase", "Withdrawn")},
};
constexpr std::array origins{
    Term<AnswerOrigin>{AnswerOrigin::Entered, u"entered", QT_TRANSLATE_NOOP("ReviewCase", "Entered")},
    Term<AnswerOrigin>{AnswerOrigin::Imported, u"imported", QT_TRANSLATE_NOOP("ReviewCase", "Imported")},
    Term<AnswerOrigin>{
        AnswerOrigin::Suggested, u"suggested", QT_TRANSLATE_NOOP("ReviewCase", "Suggested and confirmed")},
};

template <typename Terms, typename Value> auto &termOf(const Terms &terms, Value value)
{
    const auto found =
        std::find_if(terms.begin(), terms.end(), [value](const auto &term) { return term.value == value; });
    Q_ASSERT(found != terms.end());
    return *found;
}

template <typename Terms, typename Value> QString wordIn(const Terms &terms, Value value)
{
    return QString::fromUtf16(termOf(terms, value).word);
}

template <typename Terms, typename Value> QString labelIn(const Terms &terms, Value value)
{
    return QCoreApplication::translate(context, termOf(terms, value).label);
}

template <typename Value, std::size_t Count>
std::optional<Value> valueIn(const std::array<Term<Value>, Count> &terms, QStringView word)
{
    const auto found = std::find_if(
        terms.begin(), terms.end(), [word](const Term<Value> &term) { return word == QStringView(term.word); });
    if (found == terms.end())
        return std::nullopt;
    return found->value;
}

/// Names compare without regard to case, width, composition or repeated spaces.
QString comparableName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

int optionIndex(const Fact &fact, const QString &value)
{
    const auto found = std::find_if(
        fact.options.begin(), fact.options.end(), [&value](const FactOption &option) { return option.value == value; });
    return found == fact.options.end() ? -1 : static_cast<int>(std::distance(fact.options.begin(), found));
}

} // namespace

bool isVisibleText(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    });
}

bool Person::isSamePerson(const Person &other) const
{
    // Someone may hold two accounts: an equal NPI outweighs different user ids. A space typed behind it is no difference.
    const QString ownNpi = npi.trimmed();
    const QString otherNpi = other.npi.trimmed();
    if (!ownNpi.isEmpty() && ownNpi == otherNpi)
        return true;
    if (!userId.isEmpty() && !other.userId.isEmpty())
        return userId == other.userId;
    if (!ownNpi.isEmpty() && !otherNpi.isEmpty())
        return false;
    const QString ownName = comparableName(name);
    return !ownName.isEmpty() && ownName == comparableName(other.name);
}

Answers answersOf(const ReviewCase &reviewCase, const Policy &policy)
{
    Answers answers(static_cast<int>(policy.facts.size()));
    for (int index = 0; index < answers.size(); ++index) {
        const Fact &fact = policy.facts.at(index);
        const auto given = reviewCase.facts.constFind(fact.id);
        if (given == reviewCase.facts.cend())
            continue;
        if (!given->documented()) {
            answers.set(index, Answers::NotDocumented);
            continue;
        }
        const int option = optionIndex(fact, given->value);
        answers.set(index, option < 0 ? int{Answers::Absent} : option);
    }
    return answers;
}

void setAnswer(ReviewCase &reviewCase, const Policy &policy, int fact, int option)
{
    const Fact &asked = policy.facts.at(fact);
    if (option == Answers::Absent)
        reviewCase.facts.remove(asked.id);
    else if (option == Answers::NotDocumented)
        reviewCase.facts.insert(asked.id, GivenAnswer{});
    else
        reviewCase.facts.insert(asked.id, GivenAnswer{asked.options.at(option).value});
}

QString toWord(Role role)
{
    return wordIn(roles, role);
}
QString toWord(Status status)
{
    return wordIn(statuses, status);
}
QString toWord(Channel channel)
{
    return wordIn(channels, channel);
}
QString toWord(Urgency urgency)
{
    return wordIn(urgencies, urgency);
}
QString toWord(Timing timing)
{
    return wordIn(timings, timing);
}
QString toWord(LineOfBusiness lineOfBusiness)
{
    return wordIn(linesOfBusiness, lineOfBusiness);
}
QString toWord(Decision decision)
{
    return wordIn(decisions, decision);
}
QString toWord(AnswerOrigin origin)
{
    return wordIn(origins, origin);
}

std::optional<Role> roleFromWord(QStringView word)
{
    return valueIn(roles, word);
}
std::optional<Status> statusFromWord(QStringView word)
{
    return valueIn(statuses, word);
}
std::optional<Channel> channelFromWord(QStringView word)
{
    return valueIn(channels, word);
}
std::optional<Urgency> urgencyFromWord(QStringView word)
{
    return valueIn(urgencies, word);
}
std::optional<Timing> timingFromWord(QStringView word)
{
    return valueIn(timings, word);
}
std::optional<LineOfBusiness> lineOfBusinessFromWord(QStringView word)
{
    return valueIn(linesOfBusiness, word);
}
std::optional<Decision> decisionFromWord(QStringView word)
{
    return valueIn(decisions, word);
}
std::optional<AnswerOrigin> originFromWord(QStringView word)
{
    return valueIn(origins, word);
}

QString label(Role role)
{
    return labelIn(roles, role);
}
QString label(Status status)
{
    return labelIn(statuses, status);
}
QString label(Channel channel)
{
    return labelIn(channels, channel);
}
QString label(Urgency urgency)
{
    return labelIn(urgencies, urgency);
}
QString label(Timing timing)
{
    return labelIn(timings, timing);
}
QString label(LineOfBusiness lineOfBusiness)
{
    return labelIn(linesOfBusiness, lineOfBusiness);
}
QString label(Decision decision)
{
    return labelIn(decisions, decision);
}
QString label(AnswerOrigin origin)
{
    return labelIn(origins, origin);
}

} // namespace reviewdesk
