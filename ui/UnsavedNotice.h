#pragma once

#include "store/Workshop.h"

#include <QWidget>

namespace reviewdesk {

class Notice;

/// Says which cases hold words that could not be saved while the server was away, and that they are kept on this computer.
/// Hidden where there are none.
class UnsavedNotice : public QWidget {
    Q_OBJECT
public:
    explicit UnsavedNotice(Workshop &workshop, QWidget *parent = nullptr);

    void look(); ///< whether there are any now

Q_SIGNALS:
    void caseWanted(const QString &caseId);

private:
    Workshop &m_workshop;
    Notice *m_notice;
    QString m_first; ///< the case that is opened next
};

} // namespace reviewdesk
