#pragma once

#include "policy/Answers.h"
#include "policy/Policy.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace reviewdesk {

enum class Role { Nurse, Physician, Supervisor };
enum class Status { Draft, Submitted, Approved, Pended, Referred, Denied, Withdrawn };
enum class Channel { Fax, Portal, Phone, Fhir, Mail };
enum class Urgency { Standard, Expedited };
enum class Timing { PreService, Concurrent, PostService };
enum class LineOfBusiness { CommercialInsured, SelfFundedErisa, MedicareAdvantage, MedicaidManagedCare, Qhp };

/// Receipt and kind of the request. The clock runs on our receipt instant.
struct Request {
    QDateTime receivedAt; ///< an instant with its offset as entered; invalid: not entered
    std::optional<Channel> channel;
    std::optional<Urgency> urgency;
    std::optional<Timing> timing;
    std::optional<LineOfBusiness> lineOfBusiness;
    QString state; ///< two letters, upper case

    friend bool operator==(const Request &, const Request &) = default;
};

struct Member {
    QString name;
    QDate birthDate;
    QString memberId;
    QString group;
    QString plan;
    QStringList address; ///< lines
    QString language; ///< BCP 47, "en"

    friend bool operator==(const Member &, const Member &) = default;
};

struct Provider {
    QString name;
    QString npi; ///< ten digits with a check digit (see Finding)
    QStringList address;
    QString phone;
    QString fax;

    friend bool operator==(const Provider &, const Provider &) = default;
};

struct Service {
    QStringList procedureCodes; ///< CPT and HCPCS
    QStringList diagnosisCodes; ///< ICD-10-CM
    QDate plannedOn;

    friend bool operator==(const Service &, const Service &) = default;
};

enum class AnswerOrigin { Entered, Imported, Suggested };

/// An answer to one fact as a person gave it. A fact that is absent from ReviewCase::facts was not asked.
struct GivenAnswer {
    QString value; ///< an option's value ("true", "false", "colorectal"); null QString: not documented

    bool documented() const { return !value.isNull(); }
    friend bool operator==(const GivenAnswer &, const GivenAnswer &) = default;
};

/// A rectangle on a page, in ten-thousandths of the page's width and height from its upper left corner.
struct PagePlace {
    static constexpr int whole = 10000;
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

/// Where the record shows an answer.
struct Evidence {
    QString document;
    int page = 0; ///< 0: not given
    QDate date;
    QString quote;
    AnswerOrigin origin = AnswerOrigin::Entered;
    QString digest = {}; ///< of the attached document: SHA-256, lower-case hex; empty: none is attached
    QList<PagePlace> places = {}; ///< of the quote on the page, line by line

    bool isEmpty() const { return document.isEmpty() && page == 0 && !date.isValid() && quote.isEmpty(); }
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

struct PriorTreatment {
    QString treatment;
    QString response;

    friend bool operator==(const PriorTreatment &, const PriorTreatment &) = default;
};

/// Values of the pack's recorded items: text, an option's value, "true"/"false" or a whole number as text.
struct Recorded {
    QMap<QString, QString> items; ///< by the item's id
    QList<PriorTreatment> priorTreatments;

    friend bool operator==(const Recorded &, const Recorded &) = default;
};

struct ReceivedDocument {
    QString type; ///< id of a DocumentationItem
    QString title;
    int pages = 0;
    QDate receivedOn;
    QString digest = {}; ///< of the attached document: SHA-256, lower-case hex; empty: it is known on paper alone

    friend bool operator==(const ReceivedDocument &, const ReceivedDocument &) = default;
};

/// A person as a case keeps them.
struct Person {
    QString name;
    Role role = Role::Nurse;
    QString credential; ///< "RN", "MD"
    QString specialty;
    QString npi;
    QString licenceState; ///< of a physician, two letters
    QString userId; ///< in a workspace; empty in a case file

    /// The same person is the same user id or the same NPI; where one side has neither, the same name.
    bool isSamePerson(const Person &other) const;
    friend bool operator==(const Person &, const Person &) = default;
};

/// Whether a reader would see anything of it: it is not of spaces, controls and format characters alone.
bool isVisibleText(const QString &text);

struct ContractProvision {
    QString citation; ///< "Member booklet, p. 41"
    QString text;

    /// Contract language counts with its citation and its words, not with one of them.
    bool isWhole() const { return isVisibleText(citation) && isVisibleText(text); }
    friend bool operator==(const ContractProvision &, const ContractProvision &) = default;
};

enum class Decision { Approved, Denied, Pended, Withdrawn };

/// What was decided, by whom, and the words that were written for it.
struct Determination {
    std::optional<Decision> decision;
    QDateTime at;
    Person by;
    Person preparedBy;
    bool exception = false; ///< a physician's approval although the criteria are not met
    QString plainReason; ///< for the member, plain words
    QString plainReasonTranslated; ///< the same in the language of the member's letter, where that is not English
    QString rationale; ///< clinical
    QString authorizationNumber;
    QDate validFrom;
    QDate validTo;
    QDate replyBy; ///< information request: by when
    QString extensionReason;
    QDate extendedTo;
    std::optional<ContractProvision> contractProvision;

    friend bool operator==(const Determination &, const Determination &) = default;
};

/// One case with one round's content: a plain value. In a case file all of it but `status`, which follows from where it
/// lies.
struct ReviewCase {
    QString number; ///< "RD-2026-000123"
    QString policyId;
    QString policyVersion;
    Request request;
    Member member;
    Provider provider;
    Provider facility; ///< name and NPI
    Service service;
    QMap<QString, GivenAnswer> facts; ///< by fact id; kept even while the question is hidden
    QMap<QString, Evidence> evidence; ///< by fact id
    Recorded recorded;
    QList<ReceivedDocument> documents;
    QString nurseNote; ///< to the physician
    QStringList unconfirmed; ///< entries as a message gave them, confirmed by nobody yet: pointers (SentValues.h)
    Determination determination;

    friend bool operator==(const ReviewCase &, const ReviewCase &) = default;
};

/// The case's facts as answers of `policy`; facts the policy does not know are left out (CaseFile refuses them
/// earlier).
Answers answersOf(const ReviewCase &reviewCase, const Policy &policy);
/// Sets or clears one fact by position: an option, Answers::NotDocumented or Answers::Absent.
void setAnswer(ReviewCase &reviewCase, const Policy &policy, int fact, int option);

/// Words of the file form: `self_funded_erisa`, `pre_service`, ... and back (nothing when the word is unknown).
QString toWord(Role);
QString toWord(Status);
QString toWord(Channel);
QString toWord(Urgency);
QString toWord(Timing);
QString toWord(LineOfBusiness);
QString toWord(Decision);
QString toWord(AnswerOrigin);
std::optional<Role> roleFromWord(QStringView);
std::optional<Status> statusFromWord(QStringView);
std::optional<Channel> channelFromWord(QStringView);
std::optional<Urgency> urgencyFromWord(QStringView);
std::optional<Timing> timingFromWord(QStringView);
std::optional<LineOfBusiness> lineOfBusinessFromWord(QStringView);
std::optional<Decision> decisionFromWord(QStringView);
std::optional<AnswerOrigin> originFromWord(QStringView);

/// Words for a person, translated: "Self-funded (ERISA)", "Before the service".
QString label(Role);
QString label(Status);
QString label(Channel);
QString label(Urgency);
QString label(Timing);
QString label(LineOfBusiness);
QString label(Decision);
QString label(AnswerOrigin);

} // namespace reviewdesk
