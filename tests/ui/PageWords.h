#pragma once

#include "ui/widgets/Notice.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace reviewdesk {

/// The visible button whose text begins so, without its mnemonic.
inline QPushButton *buttonOf(const QWidget &page, const QString &words)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible() && QString(button->text()).remove(QLatin1Char('&')).startsWith(words))
            return button;
    }
    return nullptr;
}

/// The field of several lines that is called so.
inline QPlainTextEdit *textOf(const QWidget &page, const char *name)
{
    for (QPlainTextEdit *edit : page.findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == QString::fromUtf8(name))
            return edit;
    }
    return nullptr;
}

inline QString noticesOf(const QWidget &page)
{
    QStringList words;
    for (const Notice *notice : page.findChildren<Notice *>()) {
        if (!notice->isHidden())
            words << notice->message();
    }
    return words.join(QLatin1Char('\n'));
}

/// A label in sight says so.
inline bool shows(const QWidget &page, const QString &words)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

} // namespace reviewdesk
