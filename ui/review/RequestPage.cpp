#include "ui/review/RequestPage.h"

#include "ui/intake/MessageDialog.h"
#include "ui/review/CodesField.h"
#include "ui/review/SentRequest.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

/// USPS abbreviations of the states, the district and the territories.
constexpr char states[] =
    "AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ "
    "NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY";

template <typename Value> QList<QPair<QString, int>> entries(std::initializer_list<Value> values)
{
    QList<QPair<QString, int>> list;
    for (const Value value : values)
        list.append({label(value), static_cast<int>(value)});
    return list;
}

QList<QPair<QString, int>> stateEntries()
{
    QList<QPair<QString, int>> list;
    for (const QString &state : QString::fromLatin1(states).split(QLatin1Char(' ')))
        list.append({state, static_cast<int>(list.size())});
    return list;
}

template <typename Value> std::optional<Value> chosen(const QComboBox *box)
{
    if (box->currentIndex() <= 0)
        return std::nullopt;
    return static_cast<Value>(box->currentData().toInt());
}

template <typename Value> void choose(QComboBox *box, const std::optional<Value> &value)
{
    box->setCurrentIndex(value ? box->findData(static_cast<int>(*value)) : 0);
}

QStringList lines(const QPlainTextEdit *edit)
{
    QStringList list = edit->toPlainText().split(QLatin1Char('\n'));
    while (!list.isEmpty() && list.last().trimmed().isEmpty())
        list.removeLast();
    return list;
}

} // namespace

RequestPage::RequestPage(ReviewSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_sentNotice(new Notice),
      m_whatWasSent(makeButton(tr("What was sent…"), ButtonKind::Link))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Request"), TextRole::Title));
    layout->addWidget(
        makeLabel(tr("What arrived, when, from whom and for whom. Everything is kept as you type."), TextRole::Quiet));
    layout->addWidget(m_sentNotice);
    layout->addWidget(m_whatWasSent, 0, Qt::AlignLeft);
    for (QWidget *card : {receiptCard(), memberCard(), providerCard(), serviceCard()})
        layout->addWidget(card);
    layout->addStretch(1);
    load();
    restoreTyped();
    connect(&m_session, &ReviewSession::reloaded, this, &RequestPage::load);
    connect(&m_session, &ReviewSession::typedRestored, this, &RequestPage::restoreTyped);
    connect(&m_session, &ReviewSession::viewChanged, this, &RequestPage::showFindings);
    connect(&m_form, &RequestForm::confirmed, &m_session, &ReviewSession::confirmEntry);
    connect(m_sentNotice, &Notice::actionTriggered, this, [this] {
        m_session.confirmAllEntries();
        focusFirst(); // the button is gone
    });
    connect(m_whatWasSent, &QPushButton::clicked, this, &RequestPage::showMessage);
    connect(&m_session.sent(), &SentRequest::read, this, [this] {
        m_whatWasSent->show();
        showSent();
    });
    m_whatWasSent->setVisible(m_session.sent().arrival());
}

RequestPage::~RequestPage()
{
    if (focusWidget())
        focusWidget()->clearFocus(); // an entry that is left says so: while there is somebody to hear it
}

QWidget *RequestPage::receiptCard()
{
    Card *card = RequestForm::makeCard(tr("Receipt and plan"), this);
    const auto store = [this] { storeRequest(); };
    m_received.day = m_form.addDate(card, tr("Received on"), QStringLiteral("/received_at"), {0, 0}, store);
    m_received.time = m_form.addText(card, tr("Received at"), QStringLiteral("/received_time"), {0, 1}, store);
    m_received.time->setPlaceholderText(timePlaceholder());
    connect(m_received.time, &QLineEdit::editingFinished, this, store);
    field(QStringLiteral("/received_time"))
        ->setHint(tr("time zone %1").arg(QString::fromUtf8(m_session.rulebook().zone.id())));
    field(QStringLiteral("/received_time"))->setNeededFor(QStringLiteral("/received_at"));
    m_channel = m_form.addChoice(card, tr("Channel"), QStringLiteral("/channel"), {1, 0},
        entries({Channel::Fax, Channel::Portal, Channel::Phone, Channel::Fhir, Channel::Mail}), store);
    m_urgency = m_form.addChoice(card, tr("Urgency"), QStringLiteral("/urgency"), {1, 1}, entries({Urgency::Standard, Urgency::Expedited}), store);
    field(QStringLiteral("/urgency"))->setHint(tr("a physician's request to expedite binds"));
    m_timing = m_form.addChoice(card, tr("Timing"), QStringLiteral("/timing"), {2, 0},
        entries({Timing::PreService, Timing::Concurrent, Timing::PostService}), store);
    m_lineOfBusiness = m_form.addChoice(card, tr("Line of business"), QStringLiteral("/line_of_business"), {2, 1},
        entries({LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa, LineOfBusiness::MedicareAdvantage,
            LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp}),
        store);
    m_state = m_form.addChoice(card, tr("Plan state"), QStringLiteral("/state"), {3, 0}, stateEntries(), store);
    return card;
}

QWidget *RequestPage::memberCard()
{
    Card *card = RequestForm::makeCard(tr("Member"), this);
    const auto store = [this] { storeMember(); };
    m_memberName = m_form.addText(card, tr("Member name"), QStringLiteral("/member/name"), {0, 0}, store);
    m_birthDate = m_form.addDate(card, tr("Date of birth"), QStringLiteral("/member/birth_date"), {0, 1}, store);
    m_memberId = m_form.addText(card, tr("Member ID"), QStringLiteral("/member/member_id"), {1, 0}, store);
    m_group = m_form.addText(card, tr("Group"), QStringLiteral("/member/group"), {1, 1}, store);
    m_plan = m_form.addText(card, tr("Plan"), QStringLiteral("/member/plan"), {2, 0}, store);
    m_language = m_form.addText(card, tr("Preferred language"), QStringLiteral("/member/language"), {2, 1}, store);
    field(QStringLiteral("/member/language"))->setHint(tr("as a code: en, es, zh-Hant"));
    m_memberAddress =
        m_form.addLines(card, tr("Member address"), QStringLiteral("/member/address"), {3, 0, 2}, store);
    return card;
}

QWidget *RequestPage::providerCard()
{
    Card *card = RequestForm::makeCard(tr("Provider and facility"), this);
    const auto store = [this] { storeProvider(); };
    m_providerName = m_form.addText(card, tr("Provider name"), QStringLiteral("/provider/name"), {0, 0}, store);
    m_providerNpi = m_form.addText(card, tr("Provider NPI"), QStringLiteral("/provider/npi"), {0, 1}, store);
    m_providerPhone = m_form.addText(card, tr("Phone"), QStringLiteral("/provider/phone"), {1, 0}, store);
    m_providerFax = m_form.addText(card, tr("Fax number"), QStringLiteral("/provider/fax"), {1, 1}, store);
    m_providerAddress =
        m_form.addLines(card, tr("Provider address"), QStringLiteral("/provider/address"), {2, 0, 2}, store);
    m_facilityName =
        m_form.addText(card, tr("Facility"), QStringLiteral("/facility/name"), {3, 0}, [this] { storeFacility(); });
    m_facilityNpi =
        m_form.addText(card, tr("Facility NPI"), QStringLiteral("/facility/npi"), {3, 1}, [this] { storeFacility(); });
    return card;
}

QWidget *RequestPage::serviceCard()
{
    Card *card = RequestForm::makeCard(tr("Service"), this);
    QList<CodeEntry> procedures;
    QList<CodeEntry> diagnoses;
    for (const CodeEntry &entry : m_session.policy().codes)
        (entry.system == QLatin1String("ICD-10-CM") ? diagnoses : procedures) << entry;
    m_procedureCodes = new CodesField(tr("Procedure codes"), procedures, procedures);
    m_diagnosisCodes = new CodesField(tr("Diagnosis codes"), {}, diagnoses);
    m_form.add(card, new Field(tr("Procedure codes"), m_procedureCodes, {QStringLiteral("/service/procedure_codes")}),
        {0, 0, 2});
    m_form.add(card,
        new Field(tr("Diagnosis codes (ICD-10-CM)"), m_diagnosisCodes, {QStringLiteral("/service/diagnosis_codes")}),
        {1, 0});
    for (CodesField *codes : {m_procedureCodes, m_diagnosisCodes})
        connect(codes, &CodesField::edited, this, &RequestPage::storeService);
    m_plannedOn =
        m_form.addDate(card, tr("Planned on"), QStringLiteral("/service/planned_on"), {1, 1}, [this] { storeService(); });
    return card;
}

void RequestPage::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const ReviewCase &content = m_session.content();
    const QDateTime received = content.request.receivedAt.toTimeZone(m_session.rulebook().zone);
    m_received.show(received);
    choose(m_channel, content.request.channel);
    choose(m_urgency, content.request.urgency);
    choose(m_timing, content.request.timing);
    choose(m_lineOfBusiness, content.request.lineOfBusiness);
    m_state->setCurrentIndex(qMax(0, m_state->findText(content.request.state, Qt::MatchFixedString)));
    TypedText::show(m_memberName, content.member.name);
    m_birthDate->setDate(content.member.birthDate);
    TypedText::show(m_memberId, content.member.memberId);
    TypedText::show(m_group, content.member.group);
    TypedText::show(m_plan, content.member.plan);
    TypedText::show(m_language, content.member.language);
    m_memberAddress->setPlainText(content.member.address.join(QLatin1Char('\n')));
    TypedText::show(m_providerName, content.provider.name);
    TypedText::show(m_providerNpi, content.provider.npi);
    TypedText::show(m_providerPhone, content.provider.phone);
    TypedText::show(m_providerFax, content.provider.fax);
    m_providerAddress->setPlainText(content.provider.address.join(QLatin1Char('\n')));
    TypedText::show(m_facilityName, content.facility.name);
    TypedText::show(m_facilityNpi, content.facility.npi);
    m_procedureCodes->setCodes(content.service.procedureCodes);
    m_diagnosisCodes->setCodes(content.service.diagnosisCodes);
    m_plannedOn->setDate(content.service.plannedOn);
    showFindings();
}

void RequestPage::showFindings()
{
    const ReceiptEntries::Receipt received = receipt();
    const QMap<QString, QString> own{
        {QStringLiteral("/received_at"), received.dayProblem},
        {QStringLiteral("/received_time"), received.timeProblem},
        {QStringLiteral("/member/birth_date"), m_birthDate->problem()},
        {QStringLiteral("/service/planned_on"), m_plannedOn->problem()},
    };
    showSent();
    m_form.showFindings(m_session.findings(), own);
}

/// What stands as it was sent. Each entry is confirmed by itself, or all of the page at once: they are read beside the
/// message in one glance, and none of them is clinical.
void RequestPage::showSent()
{
    const QStringList &unconfirmed = m_session.content().unconfirmed;
    const bool mayConfirm = m_session.editable();
    const SentRequest &sent = m_session.sent();
    m_form.showSent(mayConfirm ? unconfirmed : QStringList(),
        [&sent](const QString &pointer) { return sent.placeOf(pointer); });
    const QString words = unconfirmed.isEmpty() ? QString()
        : unconfirmed.size() == 1
        ? tr("1 entry stands as it was sent. Confirm or correct it before anything is decided.")
        : tr("%1 entries stand as they were sent. Confirm or correct each before anything is decided.")
              .arg(unconfirmed.size());
    if (words == m_sentNotice->message())
        return;
    if (words.isEmpty())
        m_sentNotice->clear();
    else
        m_sentNotice->showMessage(Tone::Accent, words, mayConfirm ? tr("Confirm &all") : QString());
}

bool RequestPage::showField(const QString &pointer)
{
    return m_form.focus(pointer);
}

Field *RequestPage::field(const QString &pointer) const
{
    return m_form.field(pointer);
}

/// The message as it was understood, beside which the entries are confirmed.
void RequestPage::showMessage()
{
    if (const fhir::Arrival *arrival = m_session.sent().arrival())
        (new MessageDialog(*arrival, m_session.policy(), this))->open();
}

void RequestPage::focusFirst()
{
    m_received.day->setFocus(Qt::OtherFocusReason);
}

ReceiptEntries::Receipt RequestPage::receipt() const
{
    return m_received.read(m_session.content().request.receivedAt, m_session.rulebook().zone);
}

/// What could not be read when the case was left; an entry changed since then stays.
void RequestPage::restoreTyped()
{
    const QList<QPair<QString, DateField *>> dates{
        {QStringLiteral("/received_at"), m_received.day},
        {QStringLiteral("/member/birth_date"), m_birthDate},
        {QStringLiteral("/service/planned_on"), m_plannedOn},
    };
    bool any = false;
    for (const auto &[pointer, date] : dates) {
        const QString typed = m_session.typedEarlier(pointer);
        if (typed.isNull() || date->lineEdit()->isModified())
            continue;
        date->showKept(typed);
        any = true;
    }
    const QString time = m_session.typedEarlier(QStringLiteral("/received_time"));
    if (!time.isNull() && !m_received.time->isModified()) {
        TypedText::show(m_received.time, time);
        any = true;
    }
    if (!any)
        return;
    storeRequest();
    storeMember();
    storeService();
}

void RequestPage::storeDate(const QString &pointer, const DateField *date)
{
    if (date->isReadable())
        m_session.clearTyped(pointer);
    else
        m_session.setTyped(pointer, date->kept(), date->problem());
}

void RequestPage::storeRequest()
{
    if (m_loading)
        return;
    Request request = m_session.content().request;
    const ReceiptEntries::Receipt received = receipt();
    if (received.isReadable)
        request.receivedAt = received.at;
    request.channel = chosen<Channel>(m_channel);
    request.urgency = chosen<Urgency>(m_urgency);
    request.timing = chosen<Timing>(m_timing);
    request.lineOfBusiness = chosen<LineOfBusiness>(m_lineOfBusiness);
    if (m_state->currentIndex() > 0 || m_state->findText(request.state, Qt::MatchFixedString) >= 0)
        request.state = m_state->currentIndex() > 0 ? m_state->currentText() : QString(); // else: one not listed
    m_session.setRequest(request);
    const QString day = received.isReadable ? QString() : m_received.day->kept();
    const QString time = received.isReadable ? QString() : m_received.time->text();
    m_session.setTyped(QStringLiteral("/received_at"), day, received.dayProblem);
    m_session.setTyped(QStringLiteral("/received_time"), time, received.timeProblem);
    showFindings(); // what cannot be read may change nothing in the session
}

void RequestPage::storeMember()
{
    if (m_loading)
        return;
    Member member = m_session.content().member;
    member.name = m_memberName->text();
    member.birthDate = m_birthDate->dateOr(member.birthDate);
    member.memberId = m_memberId->text();
    member.group = m_group->text();
    member.plan = m_plan->text();
    member.language = m_language->text();
    member.address = lines(m_memberAddress);
    m_session.setMember(member);
    storeDate(QStringLiteral("/member/birth_date"), m_birthDate);
    showFindings();
}

void RequestPage::storeProvider()
{
    if (m_loading)
        return;
    Provider provider = m_session.content().provider;
    provider.name = m_providerName->text();
    provider.npi = m_providerNpi->text();
    provider.phone = m_providerPhone->text();
    provider.fax = m_providerFax->text();
    provider.address = lines(m_providerAddress);
    m_session.setProvider(provider);
}

void RequestPage::storeFacility()
{
    if (m_loading)
        return;
    Provider facility = m_session.content().facility;
    facility.name = m_facilityName->text();
    facility.npi = m_facilityNpi->text();
    m_session.setFacility(facility);
}

void RequestPage::storeService()
{
    if (m_loading)
        return;
    Service service;
    service.procedureCodes = m_procedureCodes->codes();
    service.diagnosisCodes = m_diagnosisCodes->codes();
    service.plannedOn = m_plannedOn->dateOr(m_session.content().service.plannedOn);
    m_session.setService(service);
    storeDate(QStringLiteral("/service/planned_on"), m_plannedOn);
    showFindings();
}

} // namespace reviewdesk
