#include "store/SavedViews.h"

#include "policy/JsonValue.h"
#include "store/Stored.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SavedViews)
};

constexpr int longestName = 60;
constexpr int mostViews = 50;

constexpr std::array viewWords{"mine", "due_today", "due_soon", "overdue", "drafts", "awaiting_information",
    "wait_over", "awaiting_physician", "letters_to_print", "letters_issued", "all"};
constexpr std::array columnWords{"due", "member", "number", "procedure", "status", "outcome", "plan", "saved",
    "member_id", "provider", "prepared_by", "assigned_to", "urgency", "line_of_business", "state"};
constexpr std::array dueWords{"any", "overdue", "today", "soon", "week", "none", "between"};
constexpr std::array letterWords{"any", "to_print", "issued"};
static_assert(viewWords.size() == worklistViewCount && columnWords.size() == worklistColumnCount);

template <typename Words, typename Enum> QString wordOf(const Words &words, Enum value)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}

template <typename Enum, typename Words> std::optional<Enum> fromWord(const Words &words, const QString &word)
{
    const auto found = std::find_if(
        words.cbegin(), words.cend(), [&](const char *known) { return word == QLatin1String(known); });
    if (found == words.cend())
        return std::nullopt;
    return static_cast<Enum>(found - words.cbegin());
}

JsonValue::Array strings(const QStringList &values)
{
    JsonValue::Array array;
    for (const QString &value : values)
        array.push_back(JsonValue(value));
    return array;
}

template <typename Values> QStringList wordsOf(const Values &values)
{
    QStringList words;
    for (const auto &value : values)
        words.append(toWord(value));
    return words;
}

bool flag(const JsonValue &object, QStringView name)
{
    const JsonValue *member = object.member(name);
    return member && member->asBool() && *member->asBool();
}

QStringList texts(const JsonValue &object, QStringView name)
{
    QStringList values;
    const JsonValue *member = object.member(name);
    if (!member || !member->asArray())
        return values;
    for (const JsonValue &value : *member->asArray()) {
        if (value.asString())
            values.append(*value.asString());
    }
    return values;
}

JsonValue::Object filterMembers(const WorklistFilter &filter)
{
    JsonValue::Object members;
    const auto put = [&](const char *name, JsonValue value) {
        members.emplace_back(QString::fromLatin1(name), std::move(value));
    };
    const auto list = [&](const char *name, const QStringList &values) {
        if (!values.isEmpty())
            put(name, strings(values));
    };
    if (filter.mine)
        put("mine", true);
    if (filter.open)
        put("open", true);
    list("statuses", wordsOf(filter.statuses));
    list("lines_of_business", wordsOf(filter.lines));
    list("states", filter.states);
    if (filter.expedited)
        put("expedited", *filter.expedited);
    list("procedures", filter.procedures);
    QStringList tones;
    for (const int tone : filter.tones)
        tones.append(QString::number(tone));
    list("tones", tones);
    list("prepared_by", filter.preparedBy);
    list("assigned_to", filter.assignedTo);
    if (filter.due != WorklistFilter::Due::Any)
        put("due", wordOf(dueWords, filter.due));
    if (filter.dueFrom.isValid())
        put("due_from", filter.dueFrom.toString(Qt::ISODate));
    if (filter.dueTo.isValid())
        put("due_to", filter.dueTo.toString(Qt::ISODate));
    if (filter.waitOver)
        put("wait_over", true);
    if (filter.letters != WorklistFilter::Letters::Any)
        put("letters", wordOf(letterWords, filter.letters));
    return members;
}

WorklistFilter filterFrom(const JsonValue &object)
{
    WorklistFilter filter;
    filter.mine = flag(object, u"mine");
    filter.open = flag(object, u"open");
    for (const QString &word : texts(object, u"statuses")) {
        if (const std::optional<Status> status = statusFromWord(word))
            filter.statuses.append(*status);
    }
    for (const QString &word : texts(object, u"lines_of_business")) {
        if (const std::optional<LineOfBusiness> line = lineOfBusinessFromWord(word))
            filter.lines.append(*line);
    }
    filter.states = texts(object, u"states");
    if (const JsonValue *expedited = object.member(u"expedited"); expedited && expedited->asBool())
        filter.expedited = *expedited->asBool();
    filter.procedures = texts(object, u"procedures");
    for (const QString &tone : texts(object, u"tones"))
        filter.tones.append(tone.toInt());
    filter.preparedBy = texts(object, u"prepared_by");
    filter.assignedTo = texts(object, u"assigned_to");
    filter.due = fromWord<WorklistFilter::Due>(dueWords, object.text(u"due"))
                     .value_or(WorklistFilter::Due::Any);
    filter.dueFrom = QDate::fromString(object.text(u"due_from"), Qt::ISODate);
    filter.dueTo = QDate::fromString(object.text(u"due_to"), Qt::ISODate);
    filter.waitOver = flag(object, u"wait_over");
    filter.letters = fromWord<WorklistFilter::Letters>(letterWords, object.text(u"letters"))
                         .value_or(WorklistFilter::Letters::Any);
    return filter;
}

} // namespace

QByteArray definitionOf(const SavedView &view)
{
    QStringList columns;
    for (const WorklistColumn column : view.columns)
        columns.append(wordOf(columnWords, column));
    return canonicalJson(JsonValue::Object{{QStringLiteral("columns"), strings(columns)},
        {QStringLiteral("descending"), view.descending}, {QStringLiteral("filter"), filterMembers(view.filter)},
        {QStringLiteral("search"), view.search}, {QStringLiteral("sort"), wordOf(columnWords, view.sort)},
        {QStringLiteral("view"), wordOf(viewWords, view.view)}});
}

std::optional<SavedView> viewFromDefinition(const QByteArray &json)
{
    const Result<JsonValue> read = readJson(json);
    if (!read || !read->asObject())
        return std::nullopt;
    SavedView view;
    const auto base = fromWord<WorklistView>(viewWords, read->text(u"view"));
    const auto sort = fromWord<WorklistColumn>(columnWords, read->text(u"sort"));
    if (!base || !sort)
        return std::nullopt;
    view.view = *base;
    view.sort = *sort;
    view.descending = flag(*read, u"descending");
    view.search = read->text(u"search");
    for (const QString &word : texts(*read, u"columns")) {
        if (const auto column = fromWord<WorklistColumn>(columnWords, word))
            view.columns.append(*column);
    }
    if (const JsonValue *filter = read->member(u"filter"); filter && filter->asObject())
        view.filter = filterFrom(*filter);
    return view;
}

Result<QList<SavedView>> SavedViews::all()
{
    QList<SavedView> views;
    const Result<void> read = m_database.each(
        QStringLiteral("SELECT id, name, definition FROM saved_views WHERE user_id = ? ORDER BY name"), {m_userId},
        [&](const Database::Row &row) -> Result<void> {
            if (std::optional<SavedView> view = viewFromDefinition(row.at(2).toString().toUtf8())) {
                view->id = row.at(0).toString();
                view->name = row.at(1).toString();
                views.append(*view);
            }
            return {};
        });
    if (!read)
        return read.error();
    return views;
}

Result<void> SavedViews::keep(const SavedView &view, bool fresh)
{
    const QString name = view.name.simplified();
    const auto invalid = [](const QString &why) {
        return Error{QStringLiteral("invalid"), why, QStringLiteral("/name")};
    };
    if (name.isEmpty() || name.size() > longestName)
        return invalid(Say::tr("A view's name has from 1 to %1 characters.").arg(longestName));
    return m_database.transaction([&]() -> Result<void> {
        const Result<Database::Rows> others = m_database.rows(
            QStringLiteral("SELECT id, name FROM saved_views WHERE user_id = ?"), {m_userId});
        if (!others)
            return others.error();
        bool known = false;
        for (const Database::Row &other : *others) {
            known = known || other.at(0).toString() == view.id;
            if (other.at(0).toString() != view.id && other.at(1).toString().compare(name, Qt::CaseInsensitive) == 0)
                return invalid(Say::tr("You have a view named “%1” already. Choose another name.").arg(name));
        }
        if (fresh && others->size() >= mostViews)
            return invalid(Say::tr("You have %1 views already. Delete one first.").arg(mostViews));
        if (!fresh && !known)
            return Error{QStringLiteral("not_found"), Say::tr("This view is not there any more."), {}};
        return m_database.run(
            QStringLiteral("INSERT INTO saved_views (id, user_id, name, definition) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
                           " DO UPDATE SET name = excluded.name, definition = excluded.definition"),
            {view.id, m_userId, name, QString::fromUtf8(definitionOf(view))});
    });
}

Result<void> SavedViews::drop(const QString &viewId)
{
    return m_database.transaction([&]() -> Result<void> {
        return m_database.run(
            QStringLiteral("DELETE FROM saved_views WHERE id = ? AND user_id = ?"), {viewId, m_userId});
    });
}

} // namespace reviewdesk
