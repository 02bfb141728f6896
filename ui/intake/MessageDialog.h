#pragma once

#include "fhir/Arrival.h"

#include <QDialog>

namespace reviewdesk {

/// The message that a case came by, to be read beside its draft. Deletes itself when it is closed.
class MessageDialog : public QDialog {
    Q_OBJECT
public:
    MessageDialog(const fhir::Arrival &arrival, const Policy &policy, QWidget *parent = nullptr);
};

} // namespace reviewdesk
