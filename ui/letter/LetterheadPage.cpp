#include "ui/letter/LetterheadPage.h"

#include "letter/LetterheadRows.h"
#include "letter/LetterheadSettings.h"
#include "ui/letter/LetterheadField.h"
#include "ui/letter/LetterheadSample.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace reviewdesk {

namespace {

constexpr std::array allLines{LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
    LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp};

} // namespace

LetterheadPage::LetterheadPage(
    Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_rulebook(workshop.sharedRulebook()), m_composer(std::move(composer)),
      m_mayWrite(workshop.user().role == Role::Supervisor),
      m_notice(new Notice), m_line(new QComboBox),
      m_language(new QComboBox), m_once(new QWidget),
      m_federal(new QCheckBox(tr(onceTitles().federalFunds))),
      m_days(new QSpinBox), m_hours(new QSpinBox), m_noLogo(makeButton(tr("&Remove logo"), ButtonKind::Secondary)),
      m_missing(makeLabel({}, TextRole::Quiet)), m_sample(new LetterheadSample(m_rulebook, m_composer, clock)),
      m_fromSample(makeButton(tr("Fill in from the sa&mple plan"), ButtonKind::Secondary)),
      m_save(makeButton(tr("&Save letterhead"), ButtonKind::Primary))
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildForm(), 1);
    middle->addWidget(m_sample, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(buildFooter());
    m_typed.setSingleShot(true);
    m_typed.setInterval(300);
    connect(&m_typed, &QTimer::timeout, this, &LetterheadPage::preview);
    load();
}

QWidget *LetterheadPage::buildForm()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    m_form = content;
    setPanel(content, "page");
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Letterhead and the plan's own texts"), TextRole::Title));
    column->addWidget(m_notice);
    column->addWidget(buildScope());
    column->addWidget(m_missing);
    addOnce(column);
    for (int group = 0; group < static_cast<int>(settingGroups().size()); ++group)
        addGroup(column, group);
    column->addStretch(1);
    return scroll;
}

QWidget *LetterheadPage::buildScope()
{
    auto *scope = new QWidget;
    auto *form = new QFormLayout(scope);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_line->addItem(tr("All lines of business"));
    for (const LineOfBusiness line : allLines)
        m_line->addItem(label(line));
    m_language->addItem(tr("English"), QStringLiteral("en"));
    m_language->addItem(tr("Spanish, for members who read it"), QStringLiteral("es"));
    form->addRow(tr("Settings f&or"), m_line);
    form->addRow(tr("&Language of the sentences"), m_language);
    for (QComboBox *box : {m_line, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            fill();
            preview();
        });
    return scope;
}

/// What has one value for all letters: the logo, times in numbers, federal funds.
void LetterheadPage::addOnce(QVBoxLayout *column)
{
    auto *form = new QFormLayout(m_once);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows); // as the fields below
    auto *logo = new QWidget;
    auto *row = new QHBoxLayout(logo);
    row->setContentsMargins(0, 0, 0, 0);
    auto *choose = makeButton(tr("Choose lo&go…"), ButtonKind::Secondary);
    row->addWidget(choose);
    row->addWidget(m_noLogo);
    row->addStretch();
    form->addRow(tr(onceTitles().logo), logo);
    m_days->setRange(0, 365);
    m_days->setSpecialValueText(tr("not set"));
    m_hours->setRange(0, 720);
    m_hours->setSpecialValueText(tr("not set"));
    form->addRow(tr(onceTitles().days), m_days);
    form->addRow(tr(onceTitles().hours), m_hours);
    form->addRow(m_federal);
    column->addWidget(m_once);
    connect(choose, &QPushButton::clicked, this, &LetterheadPage::chooseLogo);
    connect(m_noLogo, &QPushButton::clicked, this, [this] {
        m_draft.setLogo({});
        changed();
    });
    connect(m_federal, &QCheckBox::toggled, this, [this](bool on) {
        m_draft.setTrue(QStringLiteral("federal_funds"), on);
        changed();
    });
    connect(m_days, &QSpinBox::valueChanged, this, [this](int days) {
        m_draft.setNumber(QStringLiteral("reply_days"), days);
        changed();
    });
    connect(m_hours, &QSpinBox::valueChanged, this, [this](int hours) {
        m_draft.setNumber(QStringLiteral("reply_hours_expedited"), hours);
        changed();
    });
}

void LetterheadPage::addGroup(QVBoxLayout *column, int group)
{
    const SettingGroup &settings = settingGroups().at(static_cast<std::size_t>(group));
    column->addSpacing(8);
    column->addWidget(makeLabel(tr(settings.title), TextRole::Heading));
    for (const SettingRow &row : settings.rows) {
        auto *field = new LetterheadField(QString::fromLatin1(row.name), tr(row.title), row.lines);
        column->addWidget(field);
        m_fields.append(field);
        connect(field, &LetterheadField::edited, this, [this, field] {
            m_draft.setText(field->name(), place(), field->text());
            changed();
        });
    }
}

QWidget *LetterheadPage::buildFooter()
{
    auto *footer = new QFrame;
    setPanel(footer, "footer");
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(12);
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    row->addWidget(close);
    row->addStretch();
    row->addWidget(m_fromSample);
    row->addWidget(m_save);
    connect(close, &QPushButton::clicked, this, &LetterheadPage::closed);
    connect(m_save, &QPushButton::clicked, this, &LetterheadPage::save);
    connect(m_fromSample, &QPushButton::clicked, this, [this] {
        const Result<Letterhead> sample = sampleLetterhead(QStringLiteral(":"));
        if (!sample)
            return m_notice->showError(sample.error());
        m_draft = LetterheadDraft(sample->values);
        fill();
        changed();
    });
    return footer;
}

void LetterheadPage::load()
{
    m_save->setEnabled(false);
    m_form->setEnabled(false); // what was typed before would be overwritten
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.settings(); },
        [this](const Result<WorkspaceSettings> &settings) {
            m_form->setEnabled(true);
            if (!settings)
                return m_notice->showError(settings.error());
            m_settings = *settings;
            take(m_settings.letterhead);
        });
}

void LetterheadPage::take(const QByteArray &letterhead)
{
    m_draft = LetterheadDraft();
    if (letterhead.isEmpty()) {
        m_notice->showMessage(Tone::Warn,
            tr("No letterhead is set. Letters go out under the invented sample plan's and are marked SAMPLE."));
    } else if (const Result<JsonValue> values = readJson(letterhead)) {
        m_draft = LetterheadDraft(*values);
    }
    m_dirty = false;
    fill();
    preview();
}

LetterheadDraft::Place LetterheadPage::place() const
{
    LetterheadDraft::Place place;
    if (m_line->currentIndex() > 0)
        place.line = allLines.at(static_cast<std::size_t>(m_line->currentIndex() - 1));
    place.language = m_language->currentData().toString();
    return place;
}

void LetterheadPage::fill()
{
    const LetterheadDraft::Place here = place();
    const QStringList worded = LetterheadSettings::wordedNames();
    for (LetterheadField *field : std::as_const(m_fields)) {
        field->setVisible(here.language == u"en" || worded.contains(field->name()));
        field->setText(m_draft.text(field->name(), here));
    }
    const QSignalBlocker quietFederal(m_federal);
    const QSignalBlocker quietDays(m_days);
    const QSignalBlocker quietHours(m_hours);
    m_federal->setChecked(m_draft.isTrue(QStringLiteral("federal_funds")));
    m_days->setValue(m_draft.number(QStringLiteral("reply_days")));
    m_hours->setValue(m_draft.number(QStringLiteral("reply_hours_expedited")));
    m_once->setVisible(!here.line && here.language == u"en");
    showStates();
}

void LetterheadPage::changed()
{
    m_dirty = true;
    showStates();
    m_typed.start();
}

void LetterheadPage::showStates()
{
    int missing = 0;
    for (LetterheadField *field : std::as_const(m_fields)) {
        showState(*field);
        const bool set = !m_draft.inForce(field->name(), place()).isEmpty();
        missing += !field->isHidden() && !set && !LetterheadSettings::isOptional(field->name()) ? 1 : 0;
    }
    m_missing->setText(missing == 0
            ? tr("Every setting that a letter may need is set here.")
            : tr("Not set here, of what letters may need: %1. A letter that needs one is not issued, and says which.")
                  .arg(missing));
    m_noLogo->setEnabled(m_draft.hasLogo());
    m_save->setEnabled(m_mayWrite && m_dirty);
    m_fromSample->setEnabled(m_mayWrite);
    m_save->setToolTip(m_mayWrite ? QString() : tr("Supervisors set the letterhead."));
}

void LetterheadPage::showState(LetterheadField &field)
{
    const LetterheadDraft::Place here = place();
    if (!m_draft.text(field.name(), here).isEmpty())
        return field.setState({}, false);
    const QString common = m_draft.inForce(field.name(), here);
    if (!common.isEmpty())
        return field.setState(tr("As for all lines of business: %1").arg(common), false);
    if (LetterheadSettings::isOptional(field.name()))
        return field.setState(tr("Not set: letters leave it out."), false);
    field.setState(tr("Not set: letters that need it are not issued."), true);
}

void LetterheadPage::preview()
{
    m_sample->showUnder(m_draft.values(), place());
}

void LetterheadPage::chooseLogo()
{
    QFileDialog dialog(this, tr("Choose a logo"), {}, tr("Pictures (*.png *.jpg *.jpeg)"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    QImageReader reader(dialog.selectedFiles().constFirst());
    const QImage picture = reader.read();
    if (picture.isNull())
        m_notice->showMessage(Tone::Danger, tr("This picture cannot be read: %1").arg(reader.errorString()));
    else if (!m_draft.setLogo(picture))
        m_notice->showMessage(
            Tone::Danger, tr("The logo has too much detail to be kept small. Use one with fewer colors."));
    else
        changed();
}

void LetterheadPage::save()
{
    if (const Result<Letterhead> checked = m_draft.checked(QStringLiteral(":")); !checked)
        return showProblem(checked.error());
    m_settings.letterhead = canonicalJson(m_draft.values());
    m_save->setEnabled(false);
    m_workshop.run(
        this,
        [letterhead = m_settings.letterhead](Workspace &workspace) {
            return workspace.changeSettings(
                [letterhead](WorkspaceSettings &settings) { settings.letterhead = letterhead; });
        },
        [this](const Result<void> &answer) {
            if (!answer) {
                m_notice->showError(answer.error());
                showStates();
                return;
            }
            m_dirty = false;
            showStates();
            m_notice->showMessage(
                Tone::Ok, tr("Saved. Letters issued from now on use it; those issued before stay as they are."));
            Q_EMIT saved();
        });
}

/// Goes to the setting that the problem is in.
void LetterheadPage::showProblem(const Error &problem)
{
    const QStringList path = problem.place.split(u'/');
    for (LetterheadField *field : std::as_const(m_fields)) {
        if (!path.contains(field->name()))
            continue;
        field->setState(problem.message, true);
        if (field->isVisible())
            field->focus();
    }
    m_notice->showError(problem);
}

} // namespace reviewdesk
