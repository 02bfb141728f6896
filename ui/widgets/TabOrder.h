#pragma once

class QWidget;

namespace reviewdesk {

/// For a part that is made after the page it is on: its stops come where it stands in the layout. Qt puts them after all
/// others of the window.
void takePlaceInTabOrder(QWidget *part);

} // namespace reviewdesk
