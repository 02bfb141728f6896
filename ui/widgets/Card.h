#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace reviewdesk {

/// A surface with a line around it; `current` gives it the accent's line.
class Card : public QFrame {
    Q_OBJECT
public:
    /// `heading` empty: none.
    explicit Card(const QString &heading = {}, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    void setHeading(const QString &heading);
    void setCurrent(bool current);

private:
    QVBoxLayout *m_body;
    QLabel *m_heading;
};

} // namespace reviewdesk
