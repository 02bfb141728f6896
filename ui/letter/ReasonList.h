#pragma once

#include "support/Result.h"

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace reviewdesk {

/// Why a letter may not be issued yet, one line each. A line whose reason has a place is a link that leads there.
class ReasonList : public QWidget {
    Q_OBJECT
public:
    explicit ReasonList(QWidget *parent = nullptr);

    /// `leads`: whether there is somewhere to go for a reason's place.
    void setReasons(const QList<Error> &reasons, const std::function<bool(const QString &place)> &leads);

Q_SIGNALS:
    void placeWanted(const QString &place);

private:
    QVBoxLayout *m_lines;
    QLabel *m_title;
    QList<Error> m_shown;
};

} // namespace reviewdesk
