#pragma once

#include "cases/Rulebook.h"

#include <QDialog>

namespace reviewdesk {

class PolicyView;

/// The policy in use, whole and in readable form, for who may change nothing about it.
class PolicySheet : public QDialog {
    Q_OBJECT
public:
    explicit PolicySheet(const Rulebook &rulebook, QWidget *parent = nullptr);

    PolicyView *view() const { return m_view; }

private:
    PolicyView *m_view;
};

} // namespace reviewdesk
