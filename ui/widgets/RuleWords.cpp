#include "ui/widgets/RuleWords.h"

#include "policy/JsonValue.h"

#include <QFile>
#include <QHash>
#include <QLocale>

namespace reviewdesk {

namespace {

QHash<QString, QString> readWords(const QString &file)
{
    QHash<QString, QString> words;
    QFile resource(file);
    if (!resource.open(QIODevice::ReadOnly))
        return words; // English has none
    const Result<JsonValue> read = readJson(resource.readAll());
    const JsonValue *all = read ? read->member(u"words") : nullptr;
    if (const JsonValue::Object *entries = all ? all->asObject() : nullptr) {
        for (const auto &[english, other] : *entries)
            words.insert(english, other.asString() ? *other.asString() : english);
    }
    return words;
}

} // namespace

QString ruleWords(const QString &english)
{
    static QHash<QString, QHash<QString, QString>> ofLanguages;
    const QString language = QLocale().name().section(QLatin1Char('_'), 0, 0);
    if (!ofLanguages.contains(language))
        ofLanguages.insert(language, readWords(QStringLiteral(":/rules/words.%1.json").arg(language)));
    return ofLanguages.value(language).value(english, english);
}

} // namespace reviewdesk
