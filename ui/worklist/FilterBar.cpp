#include "ui/worklist/FilterBar.h"

#include "cases/DateWords.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/StayingMenu.h"

#include <QActionGroup>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>

namespace reviewdesk {

namespace {

using Due = WorklistFilter::Due;
using Letters = WorklistFilter::Letters;

template <typename Enum> QList<std::pair<QString, Enum>> labelled(std::initializer_list<Enum> values)
{
    QList<std::pair<QString, Enum>> all;
    for (const Enum value : values)
        all.append({label(value), value});
    return all;
}

template <typename Value> QString joined(const QList<std::pair<QString, Value>> &choices, const QList<Value> &values)
{
    QStringList words;
    for (const auto &[title, value] : choices) {
        if (values.contains(value))
            words.append(title);
    }
    return words.join(QLatin1String(", "));
}

const QList<std::pair<QString, Status>> &statuses()
{
    static const auto all = labelled({Status::Draft, Status::Submitted, Status::Pended, Status::Referred,
        Status::Approved, Status::Denied, Status::Withdrawn});
    return all;
}

const QList<std::pair<QString, LineOfBusiness>> &lines()
{
    static const auto all = labelled({LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
        LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp});
    return all;
}

QList<std::pair<QString, QString>> sameWords(const QStringList &words)
{
    QList<std::pair<QString, QString>> all;
    for (const QString &word : words)
        all.append({word, word});
    return all;
}

QString titleOf(Due due)
{
    switch (due) {
    case Due::Any:
        return FilterBar::tr("Any time");
    case Due::Overdue:
        return FilterBar::tr("Overdue");
    case Due::Today:
        return FilterBar::tr("Today");
    case Due::Soon:
        return FilterBar::tr("Within 3 days");
    case Due::Week:
        return FilterBar::tr("Within 7 days");
    case Due::None:
        return FilterBar::tr("No due date yet");
    case Due::Between:
        return FilterBar::tr("Between two dates…");
    }
    Q_UNREACHABLE();
}

} // namespace

FilterBar::FilterBar(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(8, this);
    setAccessibleName(tr("Filters"));
    hide();
}

void FilterBar::setFilter(const WorklistFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    showChips();
}

void FilterBar::setChoices(const Worklist::Choices &choices, const QList<UserAccount> &people, const QDate &today)
{
    m_today = today;
    m_choices = choices;
    m_people = people;
    showChips();
}

void FilterBar::change(WorklistFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    showChips();
    Q_EMIT changed();
}

QString FilterBar::nameOf(const QString &userId) const
{
    if (userId.isEmpty())
        return tr("nobody");
    if (userId == WorklistFilter::me)
        return tr("me");
    for (const UserAccount &person : m_people) {
        if (person.id == userId)
            return person.name;
    }
    return tr("somebody");
}

QString FilterBar::dueWords() const
{
    if (m_filter.due != Due::Between)
        return titleOf(m_filter.due).toLower();
    const auto day = [](const QDate &date) { return dayWords(date); };
    return tr("%1 to %2").arg(day(m_filter.dueFrom), day(m_filter.dueTo));
}

void FilterBar::showChips()
{
    const bool focused = focusWidget() && isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    for (QWidget *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    const auto list = [this](const QString &title, const QString &words, auto member) {
        if (!(m_filter.*member).isEmpty())
            addChip(tr("%1: %2").arg(title, words), [member](WorklistFilter &filter) { (filter.*member).clear(); });
    };
    const auto names = [this](const QStringList &ids) {
        QStringList words;
        for (const QString &id : ids)
            words.append(nameOf(id));
        return words.join(QLatin1String(", "));
    };
    list(tr("Status"), joined(statuses(), m_filter.statuses), &WorklistFilter::statuses);
    if (m_filter.due != Due::Any)
        addChip(tr("Due: %1").arg(dueWords()), [](WorklistFilter &filter) {
            filter.due = Due::Any;
            filter.dueFrom = filter.dueTo = {};
        });
    if (m_filter.expedited)
        addChip(tr("Urgency: %1").arg(*m_filter.expedited ? tr("expedited") : tr("standard")),
            [](WorklistFilter &filter) { filter.expedited.reset(); });
    list(tr("Line of business"), joined(lines(), m_filter.lines), &WorklistFilter::lines);
    list(tr("State"), m_filter.states.join(QLatin1String(", ")), &WorklistFilter::states);
    list(tr("Procedure"), m_filter.procedures.join(QLatin1String(", ")), &WorklistFilter::procedures);
    list(tr("Outcome"),
        joined<int>({{tr("met"), 1}, {tr("open"), 0}, {tr("not met"), -1}}, m_filter.tones), &WorklistFilter::tones);
    list(tr("Assigned to"), names(m_filter.assignedTo), &WorklistFilter::assignedTo);
    list(tr("Prepared by"), names(m_filter.preparedBy), &WorklistFilter::preparedBy);
    if (m_filter.waitOver)
        addChip(tr("Wait is over"), [](WorklistFilter &filter) { filter.waitOver = false; });
    if (m_filter.letters != Letters::Any)
        addChip(m_filter.letters == Letters::ToPrint ? tr("Letters: to print") : tr("Letters: issued"),
            [](WorklistFilter &filter) { filter.letters = Letters::Any; });
    if (!m_chips.isEmpty()) {
        const auto link = [this](const QString &text, auto pressed) {
            QPushButton *button = makeButton(text, ButtonKind::Link, this);
            connect(button, &QPushButton::clicked, this, pressed);
            layout()->addWidget(button);
            button->show();
            m_chips.append(button);
        };
        link(tr("Clear &filters"), [this] { change({}); });
        link(tr("Save as &view…"), &FilterBar::saveWanted);
    }
    setVisible(!m_chips.isEmpty());
    layout()->invalidate();
    updateGeometry();
    if (focused && !m_chips.isEmpty())
        m_chips.constFirst()->setFocus();
}

void FilterBar::addChip(const QString &words, const std::function<void(WorklistFilter &)> &remove)
{
    auto *chip = new QPushButton(words + QStringLiteral("  ×"), this);
    chip->setProperty("kind", QStringLiteral("chip"));
    chip->setAccessibleName(tr("Remove the filter %1").arg(words));
    chip->setToolTip(tr("Remove this filter"));
    chip->installEventFilter(this);
    connect(chip, &QPushButton::clicked, this, [this, remove] {
        WorklistFilter filter = m_filter;
        remove(filter);
        change(filter);
    });
    layout()->addWidget(chip);
    chip->show();
    m_chips.append(chip);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        auto *chip = qobject_cast<QPushButton *>(watched);
        if (chip && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
            chip->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QMenu *FilterBar::makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    fillMenu(menu);
    return menu;
}

void FilterBar::fillMenu(QMenu *menu)
{
    const QList<QMenu *> earlier = menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    menu->clear();
    for (QMenu *submenu : earlier)
        submenu->deleteLater();
    addChoices(menu, tr("&Status"), &WorklistFilter::statuses, statuses());
    addDue(menu);
    addUrgency(menu);
    addChoices(menu, tr("&Line of business"), &WorklistFilter::lines, lines());
    addChoices(menu, tr("Plan s&tate"), &WorklistFilter::states, sameWords(m_choices.states));
    addChoices(menu, tr("&Procedure"), &WorklistFilter::procedures, sameWords(m_choices.procedures));
    addChoices<int>(menu, tr("&Outcome so far"), &WorklistFilter::tones,
        {{tr("Criteria &met"), 1}, {tr("&Open"), 0}, {tr("Criteria &not met"), -1}});
    addPeople(menu, tr("&Assigned to"), &WorklistFilter::assignedTo, true);
    addPeople(menu, tr("P&repared by"), &WorklistFilter::preparedBy, false);
    addWaitOver(menu);
    addLetters(menu);
    menu->addSeparator();
    QAction *clear = menu->addAction(tr("&Clear all filters"), this, [this] { change({}); });
    clear->setEnabled(!m_filter.isEmpty());
}

template <typename Value> void FilterBar::addChoices(QMenu *menu, const QString &title,
    QList<Value> WorklistFilter::*list, const QList<std::pair<QString, Value>> &choices)
{
    auto *submenu = new StayingMenu(title, menu);
    for (const auto &[words, value] : choices) {
        QAction *action = submenu->addAction(words);
        action->setCheckable(true);
        action->setChecked((m_filter.*list).contains(value));
        connect(action, &QAction::toggled, this, [this, list, value = value](bool wanted) {
            WorklistFilter filter = m_filter;
            (filter.*list).removeAll(value);
            if (wanted)
                (filter.*list).append(value);
            change(filter);
        });
    }
    submenu->setEnabled(!choices.isEmpty());
    menu->addMenu(submenu);
}

void FilterBar::addPeople(QMenu *menu, const QString &title, QStringList WorklistFilter::*list, bool nobody)
{
    QList<std::pair<QString, QString>> choices{{tr("Me"), WorklistFilter::me}};
    if (nobody)
        choices.append({tr("Nobody yet"), QStringLiteral("")});
    for (const UserAccount &person : m_people) {
        if (person.role != Role::Supervisor)
            choices.append({person.name, person.id});
    }
    addChoices<QString>(menu, title, list, choices);
}

void FilterBar::addDue(QMenu *menu)
{
    QMenu *submenu = menu->addMenu(tr("&Due"));
    auto *group = new QActionGroup(submenu);
    for (const Due due : {Due::Any, Due::Overdue, Due::Today, Due::Soon, Due::Week, Due::None, Due::Between}) {
        QAction *action = submenu->addAction(titleOf(due));
        group->addAction(action);
        action->setCheckable(true);
        action->setChecked(m_filter.due == due);
        connect(action, &QAction::triggered, this, [this, due] {
            if (due == Due::Between) {
                askBetween();
                return;
            }
            WorklistFilter filter = m_filter;
            filter.due = due;
            filter.dueFrom = filter.dueTo = {};
            change(filter);
        });
    }
}

void FilterBar::addUrgency(QMenu *menu)
{
    QMenu *submenu = menu->addMenu(tr("&Urgency"));
    auto *group = new QActionGroup(submenu);
    const std::pair<QString, std::optional<bool>> choices[]{
        {tr("Any"), std::nullopt}, {tr("Expedited"), true}, {tr("Standard"), false}};
    for (const auto &[words, value] : choices) {
        QAction *action = submenu->addAction(words);
        group->addAction(action);
        action->setCheckable(true);
        action->setChecked(m_filter.expedited == value);
        connect(action, &QAction::triggered, this, [this, value = value] {
            WorklistFilter filter = m_filter;
            filter.expedited = value;
            change(filter);
        });
    }
}

void FilterBar::addWaitOver(QMenu *menu)
{
    QAction *action = menu->addAction(tr("&Wait for information is over"));
    action->setCheckable(true);
    action->setChecked(m_filter.waitOver);
    connect(action, &QAction::toggled, this, [this](bool wanted) {
        WorklistFilter filter = m_filter;
        filter.waitOver = wanted;
        change(filter);
    });
}

void FilterBar::addLetters(QMenu *menu)
{
    QMenu *submenu = menu->addMenu(tr("L&etters"));
    auto *group = new QActionGroup(submenu);
    const std::pair<QString, Letters> choices[]{
        {tr("Any"), Letters::Any}, {tr("To print"), Letters::ToPrint}, {tr("Issued"), Letters::Issued}};
    for (const auto &[words, value] : choices) {
        QAction *action = submenu->addAction(words);
        group->addAction(action);
        action->setCheckable(true);
        action->setChecked(m_filter.letters == value);
        connect(action, &QAction::triggered, this, [this, value = value] {
            WorklistFilter filter = m_filter;
            filter.letters = value;
            change(filter);
        });
    }
}

void FilterBar::askBetween()
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Due between"));
    auto *form = new QFormLayout(dialog);
    const auto field = [&](const QString &title, const QDate &date) {
        auto *edit = new QDateEdit(date, dialog);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(dayPattern());
        form->addRow(title, edit);
        return edit;
    };
    QDateEdit *from = field(tr("&From"), m_filter.dueFrom.isValid() ? m_filter.dueFrom : m_today);
    QDateEdit *to = field(tr("&To"), m_filter.dueTo.isValid() ? m_filter.dueTo : m_today.addDays(7));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, from, to] {
        WorklistFilter filter = m_filter;
        filter.due = Due::Between;
        filter.dueFrom = qMin(from->date(), to->date());
        filter.dueTo = qMax(from->date(), to->date());
        change(filter);
    });
    dialog->open();
}

} // namespace reviewdesk
