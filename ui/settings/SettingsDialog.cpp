#include "ui/settings/SettingsDialog.h"

#include "cases/NumberWords.h"
#include "ui/Appearance.h"
#include "ui/IdleWatch.h"
#include "ui/Paper.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/settings/DepartmentSettings.h"
#include "ui/settings/SettingsCard.h"
#include "ui/widgets/StayOrLose.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

/// Which folder is watched, and how that is changed.
struct FolderField {
    explicit FolderField(const QString &choosing)
        : widget(new QWidget), choose(makeButton(SettingsDialog::tr("Choose a folder…"), ButtonKind::Secondary)),
          stop(makeButton(SettingsDialog::tr("Stop watching"), ButtonKind::Link)), folder(makeLabel({}, TextRole::Small))
    {
        auto *column = new QVBoxLayout(widget);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        for (QPushButton *button : {choose, stop}) {
            button->setAutoDefault(false);
            row->addWidget(button);
        }
        row->addStretch(1);
        column->addWidget(folder);
        column->addLayout(row);
        choose->setAccessibleName(choosing);
    }
    void show(const QString &path) const
    {
        const QString words = path.isEmpty() ? SettingsDialog::tr("None is watched.") : path;
        if (folder->text() != words)
            setTextAnnounced(folder, words);
        stop->setVisible(!path.isEmpty());
    }

    QWidget *widget;
    QPushButton *choose;
    QPushButton *stop;
    QLabel *folder;
};

} // namespace

SettingsDialog::SettingsDialog(
    Workshop &workshop, Appearance &appearance, bool practice, IncomingRequests *incoming, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_scanner(workshop), m_incoming(incoming), m_search(new QLineEdit), m_language(new QComboBox),
      m_colours(new QComboBox), m_textSize(new QComboBox), m_paper(new QComboBox), m_idle(new QComboBox),
      m_none(makeLabel({}, TextRole::Quiet)), m_scroll(new QScrollArea)
{
    setProperty("helpTopic", QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    constexpr int tall = 620; // a supervisor's; the others have one card
    constexpr int low = 460;
    giveSize(*this, {760, workshop.user().role == Role::Supervisor ? tall : low});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Settings"), TextRole::Title));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    addClearButton(m_search);
    column->addWidget(m_search);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    m_scroll->setWidget(makeCards(workshop, practice)); // in the dialog, that its cards are styled once
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    close->setAutoDefault(false);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &SettingsDialog::leave);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    m_search->setFocus();
}

QWidget *SettingsDialog::makeCards(Workshop &workshop, bool practice)
{
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    column->addWidget(m_none);
    m_none->hide();
    m_own = makeOwn(practice);
    column->addWidget(m_own);
    if (workshop.user().role == Role::Supervisor) {
        m_department = new DepartmentSettings(workshop);
        connect(m_department, &DepartmentSettings::accountsWanted, this, &SettingsDialog::accountsWanted);
        connect(m_department, &DepartmentSettings::letterheadWanted, this, &SettingsDialog::letterheadWanted);
        column->addWidget(m_department);
    }
    column->addStretch(1);
    return cards;
}

SettingsCard *SettingsDialog::makeOwn(bool practice)
{
    auto *card = new SettingsCard(tr("For you, on this computer"));
    m_language->addItems({tr("As the computer"), QStringLiteral("English"), QStringLiteral("Español")});
    m_language->setCurrentIndex(static_cast<int>(m_appearance.language()));
    card->addRow(tr("&Language"), m_language,
        tr("Of the screens, with its dates and numbers. The policy's words stay as they are; a letter has its member's "
           "language."),
        QStringLiteral("language idioma English inglés Spanish español"));
    connect(m_language, &QComboBox::activated, this, [this](int chosen) {
        if (mayLoseTyped())
            m_appearance.setLanguage(static_cast<Language::Choice>(chosen));
        else
            m_language->setCurrentIndex(static_cast<int>(m_appearance.language()));
    });
    m_colours->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_colours->setCurrentIndex(static_cast<int>(m_appearance.choice()));
    card->addRow(tr("C&olors"), m_colours, {}, tr("theme dark mode light contrast colour appearance display accessibility"));
    connect(m_colours, &QComboBox::activated, this,
        [this](int chosen) { m_appearance.setChoice(static_cast<Appearance::Choice>(chosen)); });
    for (const int percent : {100, 125, 150})
        m_textSize->addItem(percentWords(percent), percent);
    m_textSize->setCurrentIndex(m_textSize->findData(m_appearance.textPercent()));
    card->addRow(tr("&Text size"), m_textSize, {}, tr("font letters bigger larger zoom appearance accessibility"));
    connect(m_textSize, &QComboBox::activated, this, [this](int chosen) {
        if (mayLoseTyped())
            m_appearance.setTextPercent(m_textSize->itemData(chosen).toInt());
        else
            m_textSize->setCurrentIndex(m_textSize->findData(m_appearance.textPercent()));
    });
    m_paper->addItems({tr("As usual in the country"), tr("US Letter"), tr("A4")});
    m_paper->setCurrentIndex(static_cast<int>(chosenPaper()));
    card->addRow(tr("&Paper of reports and lists"), m_paper, tr("Determination letters are always on US Letter."),
        tr("printer page size PDF"));
    connect(m_paper, &QComboBox::activated, this, [](int chosen) { choosePaper(static_cast<Paper>(chosen)); });
    m_idle->addItem(tr("As the department says"), 0);
    for (const int minutes : {1, 2, 3, 5, 10, 15, 30})
        m_idle->addItem(tr("After %1 min at most").arg(minutes), minutes);
    m_idle->setCurrentIndex(std::max(0, m_idle->findData(ownIdleMinutes())));
    card->addRow(tr("Lock the &window when nobody is at it"), m_idle, tr("Sooner than the department says, never later."),
        tr("idle automatic screen timeout privacy session security log out"));
    connect(m_idle, &QComboBox::activated, this,
        [this](int chosen) { chooseIdleMinutes(m_idle->itemData(chosen).toInt()); });
    card->addRow(tr("Scanner folder"), makeScanner(),
        tr("Scans and faxes that come into it are offered to the case that is open."),
        tr("scan fax documents watched folder pages record"));
    if (m_incoming)
        card->addRow(tr("Incoming requests folder"), makeIncoming(),
            tr("Requests that come into it, FHIR or CSV, are listed under Incoming requests."),
            tr("watched folder fax import FHIR CSV intake"));
    if (!practice) {
        QPushButton *passphrase = makeButton(tr("Chan&ge passphrase…"), ButtonKind::Secondary);
        card->addRow(tr("What opens the workspace for you"), passphrase, {}, tr("password sign in log in security"));
        connect(passphrase, &QPushButton::clicked, this, &SettingsDialog::passphraseWanted);
    }
    return card;
}

/// The same as on a case's Documents page.
QWidget *SettingsDialog::makeScanner()
{
    const FolderField field(tr("Choose the scanner folder"));
    const auto show = [this, field] { field.show(m_scanner.folder()); };
    show();
    connect(&m_scanner, &ScannerSetting::changed, this, show);
    connect(field.choose, &QPushButton::clicked, this, [this] { m_scanner.choose(this); });
    connect(field.stop, &QPushButton::clicked, this, [this] { m_scanner.set({}); });
    m_scanner.load();
    return field.widget;
}

/// The same as beside the incoming requests.
QWidget *SettingsDialog::makeIncoming()
{
    const FolderField field(tr("Choose the incoming requests folder"));
    const auto show = [this, field] { field.show(m_incoming->folder().folder()); };
    show();
    connect(&m_incoming->folder(), &WatchedFolder::changed, this, show);
    connect(field.choose, &QPushButton::clicked, this, [this] { m_incoming->chooseFolder(this); });
    connect(field.stop, &QPushButton::clicked, this, [this] { m_incoming->setFolder({}); });
    return field.widget;
}

void SettingsDialog::filter(const QString &typed)
{
    int shown = m_own->filter(typed);
    if (m_department)
        shown += m_department->filter(typed);
    m_none->setVisible(shown == 0);
    setTextAnnounced(m_none, shown == 0 ? tr("No setting has “%1”. Try another word.").arg(typed) : QString());
}

/// What is typed and not saved goes when the pages are made anew or the dialog closes.
bool SettingsDialog::mayLoseTyped()
{
    return !m_department || !m_department->hasUnsaved() ||
        mayLose(this, tr("Not saved"),
            tr("The department's settings were changed and are not saved. Stay, or go on and lose the changes?"),
            tr("Go on and &lose them"));
}

void SettingsDialog::leave()
{
    if (mayLoseTyped())
        reject();
}

void SettingsDialog::closeEvent(QCloseEvent *event)
{
    if (mayLoseTyped())
        QDialog::closeEvent(event);
    else
        event->ignore();
}

/// Escape empties the search first; Enter in it takes the first field that is left.
void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (m_search->hasFocus() && event->key() == Qt::Key_Escape && !m_search->text().isEmpty())
        m_search->clear();
    else if (m_search->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        focusNextChild();
    else if (event->key() == Qt::Key_Escape)
        leave();
    else
        QDialog::keyPressEvent(event);
}

} // namespace reviewdesk
