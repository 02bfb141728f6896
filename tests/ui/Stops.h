#pragma once

#include <QStringList>
#include <QWidget>

namespace reviewdesk {

QString classOf(const QWidget &widget);
/// "AnswerButtons in QuestionCard in QStackedWidget": where it is, for who reads the failure.
QString placeOf(const QWidget &widget);
/// What Tab or a click gives the focus to, and nobody could call by a name.
QStringList namelessOn(const QWidget &page);
/// What has the focus by Tab, and is passed over on the way round the page, from where the focus is.
QStringList passedOverOn(const QWidget &page);

} // namespace reviewdesk
