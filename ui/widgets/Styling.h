#pragma once

#include <QLabel>
#include <QPushButton>

class QLineEdit;

namespace reviewdesk {

/// Looks that the stylesheet knows by property. Each is a function on Qt's own widgets, so that screens stay plain Qt.
enum class ButtonKind { Secondary, Primary, Danger, Link };
enum class TextRole { Body, Title, Heading, Strong, Quiet, Small, Group, Error };

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent = nullptr);
void setKind(QPushButton *button, ButtonKind kind);
/// A label of plain text that wraps; names with markup in them show as typed.
QLabel *makeLabel(const QString &text, TextRole role = TextRole::Body, QWidget *parent = nullptr);
void setTextRole(QLabel *label, TextRole role);
/// Red border and back; the reason stands beside the field in words.
void setWrong(QWidget *field, bool wrong);
/// "card", "current", "bar", "footer", "sidebar", "aside", "line", "neutral", "accent", "warn", "danger", "ok".
void setPanel(QWidget *frame, const char *panel);
/// Sets the text and tells assistive technology that it is new.
void setTextAnnounced(QLabel *label, const QString &text);
/// While there is text in it, a button at its end that empties it. (Qt's own reads a set of pictures from its files first.)
void addClearButton(QLineEdit *edit);
/// A one-pixel line across.
QFrame *makeLine(QWidget *parent = nullptr);

} // namespace reviewdesk
