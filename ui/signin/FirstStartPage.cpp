#include "ui/signin/FirstStartPage.h"

#include "ui/signin/NewPassphrase.h"
#include "ui/signin/RecoveryKeyPage.h"
#include "ui/widgets/Hint.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QComboBox>
#include <QDateTime>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimeZone>
#include <QVBoxLayout>

namespace reviewdesk {

FirstStartPage::FirstStartPage(Workshop &workshop, Entrance entrance, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_entrance(std::move(entrance)), m_steps(new QStackedLayout(this)),
      m_form(new QWidget), m_name(new QLineEdit), m_login(new QLineEdit), m_credential(new QLineEdit),
      m_passphrase(new NewPassphrase(this)), m_organisation(new QLineEdit), m_zone(new QComboBox), m_notice(new Notice),
      m_progress(new QProgressBar), m_make(makeButton(tr("&Make the workspace"), ButtonKind::Primary)),
      m_practice(makeButton(tr("Look around first: &open a practice caseload of invented people"), ButtonKind::Link))
{
    buildForm(makeEntranceColumn(m_form, tr("Welcome"),
        tr("This makes an encrypted workspace on this computer, and you its first supervisor."), 480));
    m_steps->addWidget(m_form);
    m_practice->hide();
    connect(TypedText::of(m_name), &TypedText::typed, this, &FirstStartPage::suggestLogin);
    TypedText::of(m_login); // what is put in by any way is the person's own
    connect(m_make, &QPushButton::clicked, this, &FirstStartPage::make);
    connect(m_practice, &QPushButton::clicked, this, &FirstStartPage::practiceWanted);
    m_name->setFocus();
}

void FirstStartPage::buildForm(QVBoxLayout *column)
{
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow); // the time zone too, or its name is cut
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    const auto add = [form](const QString &label, QWidget *entry, const QString &hint) {
        auto *caption = new QLabel(label);
        caption->setBuddy(entry);
        form->addRow(caption, withHint(entry, hint));
    };
    add(tr("Your &name"), m_name, tr("As it stands under letters."));
    add(tr("&Login name"), m_login, tr("What you type to sign in."));
    add(tr("C&redential"), m_credential, tr("RN, LPN, …; may be left out."));
    m_passphrase->addTo(*form);
    form->addRow(makeLine());
    add(tr("Pl&an's name"), m_organisation, tr("The health plan whose cases are reviewed."));
    fillZones();
    add(tr("Its time &zone"), m_zone, tr("Due dates are counted in it."));
    column->addLayout(form);
    column->addWidget(m_notice);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Making the workspace"));
    m_progress->hide();
    column->addWidget(m_progress);
    column->addSpacing(8);
    column->addWidget(m_make);
    m_make->setDefault(true);
    column->addWidget(m_practice, 0, Qt::AlignLeft);
}

void FirstStartPage::fillZones()
{
    const QList<QByteArray> plans{"America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
        "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto add = [&](const QByteArray &id) {
        const QTimeZone zone(id);
        const QString offset = zone.displayName(now, QTimeZone::OffsetName);
        const QString place = QString::fromLatin1(id).replace(QLatin1Char('_'), QLatin1Char(' '));
        m_zone->addItem(tr("%1  (%2)").arg(place, offset), id);
    };
    for (const QByteArray &id : plans) {
        if (QTimeZone::isTimeZoneIdAvailable(id))
            add(id);
    }
    m_zone->insertSeparator(m_zone->count());
    const QList<QByteArray> others = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : others) {
        if (id.contains('/') && !plans.contains(id) && !id.startsWith("Etc/"))
            add(id);
    }
    const int own = m_zone->findData(QTimeZone::systemTimeZoneId());
    m_zone->setCurrentIndex(qMax(0, own));
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(12);
    m_zone->setMaxVisibleItems(12);
}

void FirstStartPage::setPracticeOffered(bool offered)
{
    m_practice->setVisible(offered);
}

void FirstStartPage::suggestLogin()
{
    if (!m_login->isModified()) {
        // what is shown is not modified, so the suggestion follows until somebody types here
        TypedText::show(
            m_login, m_name->text().simplified().toCaseFolded().replace(QLatin1Char(' '), QLatin1Char('.')));
    }
}

QString FirstStartPage::problem()
{
    const QStringList personal = (m_name->text().simplified().split(QLatin1Char(' ')) +
        QStringList{m_login->text().trimmed(), m_organisation->text().trimmed()});
    m_passphrase->setPersonalWords(personal);
    const struct {
        QLineEdit *field;
        QString words;
    } required[]{{m_name, tr("Your name is missing: letters and the history are signed with it.")},
        {m_login, tr("The login name is missing: it is what you type to sign in.")}};
    for (const auto &[field, words] : required) {
        setWrong(field, field->text().trimmed().isEmpty());
        if (field->text().trimmed().isEmpty()) {
            field->setFocus();
            return words;
        }
    }
    if (m_login->text().trimmed().contains(QLatin1Char(' '))) {
        setWrong(m_login, true);
        m_login->setFocus();
        return tr("The login name has a space in it; use a point instead.");
    }
    if (const QString words = m_passphrase->problem(); !words.isEmpty()) {
        m_passphrase->focusProblem();
        return words;
    }
    const bool noPlan = m_organisation->text().trimmed().isEmpty();
    setWrong(m_organisation, noPlan);
    if (noPlan) {
        m_organisation->setFocus();
        return tr("The plan's name is missing.");
    }
    return {};
}

void FirstStartPage::make()
{
    if (const QString words = problem(); !words.isEmpty()) {
        m_notice->showMessage(Tone::Danger, words);
        return;
    }
    m_notice->clear();
    setWorking(true);
    NewUser first;
    first.name = m_name->text().simplified();
    first.loginName = m_login->text().trimmed();
    first.credential = m_credential->text().trimmed();
    first.role = Role::Supervisor;
    first.passphrase = m_passphrase->take();
    WorkspaceSettings settings;
    settings.organisation = m_organisation->text().simplified();
    settings.timeZone = m_zone->currentData().toByteArray();
    auto recoveryKey = std::make_shared<QString>();
    m_workshop.open(
        [entrance = m_entrance, first, settings, recoveryKey]() -> Result<std::unique_ptr<Workspace>> {
            Result<Workspace::Created> created = Workspace::create(
                entrance.directory, first, settings, entrance.rulebook, *entrance.clock, entrance.keyCost);
            if (!created)
                return created.error();
            *recoveryKey = created->recoveryKey;
            return std::move(created->workspace);
        },
        this, [this, recoveryKey](const Result<void> &answer) { made(answer, *recoveryKey); });
}

void FirstStartPage::made(const Result<void> &answer, const QString &recoveryKey)
{
    setWorking(false);
    if (!answer) {
        m_notice->showError(answer.error());
        m_make->setFocus();
        return;
    }
    auto *page = new RecoveryKeyPage(recoveryKey, m_organisation->text().simplified(), m_login->text().trimmed());
    connect(page, &RecoveryKeyPage::confirmed, this, &FirstStartPage::finished);
    m_steps->addWidget(page);
    m_steps->setCurrentWidget(page);
    page->setFocus();
}

void FirstStartPage::setWorking(bool working)
{
    m_progress->setVisible(working);
    m_make->setText(working ? tr("Making the workspace…") : tr("&Make the workspace"));
    for (QWidget *widget : m_form->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus)
            widget->setEnabled(!working);
    }
}

} // namespace reviewdesk
