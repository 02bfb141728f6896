#include "ui/review/RequestPage.h"

#include "ui/review/CodesField.h"
#include "ui/review/DateField.h"
#include "ui/review/Field.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
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

/// "9:10", "09:10" or "0910"; invalid and `problem` set when it is none, unless the text is empty.
QTime timeFromTyped(const QString &text, QString *problem)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2}):?(\\d{2})$"));
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    const QRegularExpressionMatch match = shape.match(typed);
    const QTime time = match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
    if (!time.isValid())
        *problem = RequestPage::tr("“%1” is not a time of day: write it like 09:10 or 16:45.").arg(typed);
    return time;
}

/// A card with a grid of two columns; its grid is the card's second layout.
Card *formCard(const QString &heading)
{
    auto *card = new Card(heading);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setObjectName(QStringLiteral("form"));
    card->body()->addLayout(grid);
    return card;
}

} // namespace

RequestPage::RequestPage(ReviewSession &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Request"), TextRole::Title));
    layout->addWidget(
        makeLabel(tr("What arrived, when, from whom and for whom. Everything is kept as you type."), TextRole::Quiet));
    for (QWidget *card : {receiptCard(), memberCard(), providerCard(), serviceCard()})
        layout->addWidget(card);
    layout->addStretch(1);
    load();
    restoreTyped();
    connect(&m_session, &ReviewSession::reloaded, this, &RequestPage::load);
    connect(&m_session, &ReviewSession::typedRestored, this, &RequestPage::restoreTyped);
    connect(&m_session, &ReviewSession::viewChanged, this, &RequestPage::showFindings);
}

RequestPage::~RequestPage()
{
    if (focusWidget())
        focusWidget()->clearFocus(); // an entry that is left says so: while there is somebody to hear it
}

Field *RequestPage::addField(QWidget *form, Field *field, int row, int column, int columns)
{
    form->findChild<QGridLayout *>(QStringLiteral("form"))->addWidget(field, row, column, 1, columns, Qt::AlignTop);
    m_fields << field;
    return field;
}

QLineEdit *RequestPage::addText(
    QWidget *form, const QString &label, const QStringList &pointers, int row, int column, void (RequestPage::*store)())
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(label);
    edit->setMaxLength(200);
    connect(edit, &QLineEdit::textEdited, this, store);
    addField(form, new Field(label, edit, pointers), row, column);
    return edit;
}

DateField *RequestPage::addDate(
    QWidget *form, const QString &label, const QStringList &pointers, int row, int column, void (RequestPage::*store)())
{
    auto *date = new DateField(label);
    connect(date, &DateField::edited, this, store);
    addField(form, new Field(label, date, pointers), row, column);
    return date;
}

QComboBox *RequestPage::addChoice(QWidget *form, const QString &label, const QString &pointer, int row, int column,
    const QList<QPair<QString, int>> &entries, void (RequestPage::*store)())
{
    auto *box = new QComboBox;
    box->addItem(tr("Choose…"));
    for (const auto &[text, value] : entries)
        box->addItem(text, value);
    box->setMinimumContentsLength(12);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::activated, this, store);
    addField(form, new Field(label, box, {pointer}), row, column);
    return box;
}

QWidget *RequestPage::receiptCard()
{
    Card *card = formCard(tr("Receipt and plan"));
    const auto store = &RequestPage::storeRequest;
    m_receivedOn = addDate(card, tr("Received on"), {QStringLiteral("/received_at")}, 0, 0, store);
    m_receivedTime = addText(card, tr("Received at"), {QStringLiteral("/received_time")}, 0, 1, store);
    m_receivedTime->setPlaceholderText(tr("hh:mm"));
    connect(m_receivedTime, &QLineEdit::editingFinished, this, store);
    field(QStringLiteral("/received_time"))
        ->setHint(tr("time zone %1").arg(QString::fromUtf8(m_session.rulebook().zone.id())));
    field(QStringLiteral("/received_time"))->setNeededFor(QStringLiteral("/received_at"));
    m_channel = addChoice(card, tr("Channel"), QStringLiteral("/channel"), 1, 0,
        entries({Channel::Fax, Channel::Portal, Channel::Phone, Channel::Fhir, Channel::Mail}), store);
    m_urgency = addChoice(
        card, tr("Urgency"), QStringLiteral("/urgency"), 1, 1, entries({Urgency::Standard, Urgency::Expedited}), store);
    field(QStringLiteral("/urgency"))->setHint(tr("a physician's request to expedite binds"));
    m_timing = addChoice(card, tr("Timing"), QStringLiteral("/timing"), 2, 0,
        entries({Timing::PreService, Timing::Concurrent, Timing::PostService}), store);
    m_lineOfBusiness = addChoice(card, tr("Line of business"), QStringLiteral("/line_of_business"), 2, 1,
        entries({LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa, LineOfBusiness::MedicareAdvantage,
            LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp}),
        store);
    m_state = addChoice(card, tr("Plan state"), QStringLiteral("/state"), 3, 0, stateEntries(), store);
    return card;
}

QWidget *RequestPage::memberCard()
{
    Card *card = formCard(tr("Member"));
    const auto store = &RequestPage::storeMember;
    m_memberName = addText(card, tr("Member name"), {QStringLiteral("/member/name")}, 0, 0, store);
    m_birthDate = addDate(card, tr("Date of birth"), {QStringLiteral("/member/birth_date")}, 0, 1, store);
    m_memberId = addText(card, tr("Member ID"), {QStringLiteral("/member/member_id")}, 1, 0, store);
    m_group = addText(card, tr("Group"), {QStringLiteral("/member/group")}, 1, 1, store);
    m_plan = addText(card, tr("Plan"), {QStringLiteral("/member/plan")}, 2, 0, store);
    m_language = addText(card, tr("Preferred language"), {QStringLiteral("/member/language")}, 2, 1, store);
    field(QStringLiteral("/member/language"))->setHint(tr("as a code: en, es, zh-Hant"));
    m_memberAddress = new QPlainTextEdit;
    connect(m_memberAddress, &QPlainTextEdit::textChanged, this, store);
    addField(card, new Field(tr("Member address"), m_memberAddress, {QStringLiteral("/member/address")}), 3, 0, 2);
    return card;
}

QWidget *RequestPage::providerCard()
{
    Card *card = formCard(tr("Provider and facility"));
    const auto store = &RequestPage::storeProvider;
    m_providerName = addText(card, tr("Provider name"), {QStringLiteral("/provider/name")}, 0, 0, store);
    m_providerNpi = addText(card, tr("Provider NPI"), {QStringLiteral("/provider/npi")}, 0, 1, store);
    m_providerPhone = addText(card, tr("Phone"), {QStringLiteral("/provider/phone")}, 1, 0, store);
    m_providerFax = addText(card, tr("Fax number"), {QStringLiteral("/provider/fax")}, 1, 1, store);
    m_providerAddress = new QPlainTextEdit;
    connect(m_providerAddress, &QPlainTextEdit::textChanged, this, store);
    addField(
        card, new Field(tr("Provider address"), m_providerAddress, {QStringLiteral("/provider/address")}), 2, 0, 2);
    m_facilityName =
        addText(card, tr("Facility"), {QStringLiteral("/facility/name")}, 3, 0, &RequestPage::storeFacility);
    m_facilityNpi =
        addText(card, tr("Facility NPI"), {QStringLiteral("/facility/npi")}, 3, 1, &RequestPage::storeFacility);
    for (QPlainTextEdit *address : {m_memberAddress, m_providerAddress}) {
        address->setTabChangesFocus(true);
        address->setFixedHeight(Theme::scaled(60));
    }
    return card;
}

QWidget *RequestPage::serviceCard()
{
    Card *card = formCard(tr("Service"));
    QList<CodeEntry> procedures;
    QList<CodeEntry> diagnoses;
    for (const CodeEntry &entry : m_session.policy().codes)
        (entry.system == QLatin1String("ICD-10-CM") ? diagnoses : procedures) << entry;
    m_procedureCodes = new CodesField(tr("Procedure codes"), procedures, procedures);
    m_diagnosisCodes = new CodesField(tr("Diagnosis codes"), {}, diagnoses);
    addField(card, new Field(tr("Procedure codes"), m_procedureCodes, {QStringLiteral("/service/procedure_codes")}), 0,
        0, 2);
    addField(card,
        new Field(tr("Diagnosis codes (ICD-10-CM)"), m_diagnosisCodes, {QStringLiteral("/service/diagnosis_codes")}), 1,
        0);
    for (CodesField *codes : {m_procedureCodes, m_diagnosisCodes})
        connect(codes, &CodesField::edited, this, &RequestPage::storeService);
    m_plannedOn =
        addDate(card, tr("Planned on"), {QStringLiteral("/service/planned_on")}, 1, 1, &RequestPage::storeService);
    return card;
}

void RequestPage::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const ReviewCase &content = m_session.content();
    const QDateTime received = content.request.receivedAt.toTimeZone(m_session.rulebook().zone);
    m_receivedOn->setDate(received.date());
    m_receivedTime->setText(received.isValid() ? received.time().toString(QStringLiteral("HH:mm")) : QString());
    choose(m_channel, content.request.channel);
    choose(m_urgency, content.request.urgency);
    choose(m_timing, content.request.timing);
    choose(m_lineOfBusiness, content.request.lineOfBusiness);
    m_state->setCurrentIndex(qMax(0, m_state->findText(content.request.state, Qt::MatchFixedString)));
    m_memberName->setText(content.member.name);
    m_birthDate->setDate(content.member.birthDate);
    m_memberId->setText(content.member.memberId);
    m_group->setText(content.member.group);
    m_plan->setText(content.member.plan);
    m_language->setText(content.member.language);
    m_memberAddress->setPlainText(content.member.address.join(QLatin1Char('\n')));
    m_providerName->setText(content.provider.name);
    m_providerNpi->setText(content.provider.npi);
    m_providerPhone->setText(content.provider.phone);
    m_providerFax->setText(content.provider.fax);
    m_providerAddress->setPlainText(content.provider.address.join(QLatin1Char('\n')));
    m_facilityName->setText(content.facility.name);
    m_facilityNpi->setText(content.facility.npi);
    m_procedureCodes->setCodes(content.service.procedureCodes);
    m_diagnosisCodes->setCodes(content.service.diagnosisCodes);
    m_plannedOn->setDate(content.service.plannedOn);
    showFindings();
}

void RequestPage::showFindings()
{
    const Receipt received = receipt();
    const QMap<QString, QString> own{
        {QStringLiteral("/received_at"), received.dayProblem},
        {QStringLiteral("/received_time"), received.timeProblem},
        {QStringLiteral("/member/birth_date"), m_birthDate->problem()},
        {QStringLiteral("/service/planned_on"), m_plannedOn->problem()},
    };
    for (Field *field : std::as_const(m_fields)) {
        QString problem;
        for (auto entry = own.cbegin(); entry != own.cend(); ++entry) {
            if (field->isAbout(entry.key()))
                problem = entry.value();
        }
        field->showFindings(m_session.findings(), problem);
    }
}

bool RequestPage::showField(const QString &pointer)
{
    Field *found = field(pointer);
    if (!found)
        return false;
    QWidget *target = found->entry();
    while (target->focusProxy())
        target = target->focusProxy();
    target->setFocus(Qt::OtherFocusReason);
    return true;
}

Field *RequestPage::field(const QString &pointer) const
{
    for (Field *field : m_fields) {
        if (field->isAbout(pointer))
            return field;
    }
    return nullptr;
}

void RequestPage::focusFirst()
{
    m_receivedOn->setFocus(Qt::OtherFocusReason);
}

RequestPage::Receipt RequestPage::receipt() const
{
    const QTimeZone zone = m_session.rulebook().zone;
    Receipt receipt;
    const QTime time = timeFromTyped(m_receivedTime->text(), &receipt.timeProblem);
    const QDate day = m_receivedOn->date();
    receipt.dayProblem = m_receivedOn->problem();
    receipt.isReadable = m_receivedOn->isReadable() && receipt.timeProblem.isEmpty() && day.isValid() == time.isValid();
    if (m_receivedTime->hasFocus() && m_receivedTime->text().size() < 5)
        receipt.timeProblem.clear(); // still being typed
    else if (m_receivedOn->isReadable() && receipt.timeProblem.isEmpty() && day.isValid() != time.isValid() &&
        !m_receivedOn->lineEdit()->hasFocus() && !m_receivedTime->hasFocus())
        receipt.timeProblem = day.isValid() ? tr("Enter the time of receipt too: the clock runs from it.")
                                            : tr("Enter the day of receipt too.");
    if (!receipt.isReadable || !day.isValid())
        return receipt;
    const QDateTime kept = m_session.content().request.receivedAt.toTimeZone(zone);
    const bool same = kept.date() == day && kept.time().hour() == time.hour() && kept.time().minute() == time.minute();
    receipt.at = same ? kept : QDateTime(day, time, zone); // an imported receipt has seconds too
    const QTime shown = receipt.at.toUTC().toTimeZone(zone).time();
    if (!receipt.at.isValid() || shown.hour() != time.hour() || shown.minute() != time.minute()) {
        receipt.isReadable = false;
        receipt.timeProblem = tr("That time does not exist on this day: the clocks were put forward.");
    }
    return receipt;
}

/// What could not be read when the case was left; an entry changed since then stays.
void RequestPage::restoreTyped()
{
    const QList<QPair<QString, QLineEdit *>> entries{
        {QStringLiteral("/received_at"), m_receivedOn->lineEdit()},
        {QStringLiteral("/received_time"), m_receivedTime},
        {QStringLiteral("/member/birth_date"), m_birthDate->lineEdit()},
        {QStringLiteral("/service/planned_on"), m_plannedOn->lineEdit()},
    };
    bool any = false;
    for (const auto &[pointer, edit] : entries) {
        const QString typed = m_session.typedEarlier(pointer);
        if (typed.isNull() || edit->isModified())
            continue;
        edit->setText(typed);
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
        m_session.setTyped(pointer, date->lineEdit()->text(), date->problem());
}

void RequestPage::storeRequest()
{
    if (m_loading)
        return;
    Request request = m_session.content().request;
    const Receipt received = receipt();
    if (received.isReadable)
        request.receivedAt = received.at;
    request.channel = chosen<Channel>(m_channel);
    request.urgency = chosen<Urgency>(m_urgency);
    request.timing = chosen<Timing>(m_timing);
    request.lineOfBusiness = chosen<LineOfBusiness>(m_lineOfBusiness);
    if (m_state->currentIndex() > 0 || m_state->findText(request.state, Qt::MatchFixedString) >= 0)
        request.state = m_state->currentIndex() > 0 ? m_state->currentText() : QString(); // else: one not listed
    m_session.setRequest(request);
    const QString day = received.isReadable ? QString() : m_receivedOn->lineEdit()->text();
    const QString time = received.isReadable ? QString() : m_receivedTime->text();
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
