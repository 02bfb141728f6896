#pragma once

class QLayout;
class QString;
class QWidget;

namespace reviewdesk {

/// An entry of a form with quiet words under it that say what goes into it. They stay while one types, as a placeholder does
/// not, and are heard with the entry.
QLayout *withHint(QWidget *entry, const QString &hint);

} // namespace reviewdesk
