#pragma once

#include <QScrollArea>

namespace reviewdesk {

/// Words to read that may need to be scrolled: reached by Tab, scrolled by the arrows, and told to assistive technology as a
/// group with its name (Qt tells a scroll area as a filler, which a screen reader passes over).
class ReadingArea : public QScrollArea {
    Q_OBJECT
public:
    explicit ReadingArea(const QString &name, QWidget *content, QWidget *parent = nullptr);
};

} // namespace reviewdesk
