#pragma once

class QPdfWriter;
class QTextDocument;

namespace reviewdesk {

/// Sets a list or a report on the writer's pages, as wide as its margins leave, with "Page 2 of 5" at the foot of each.
/// Sizes in the document are pixels of a screen, 96 an inch. False: the writer could not be painted on. On any thread.
bool paintPages(QTextDocument &document, QPdfWriter &writer);

} // namespace reviewdesk
