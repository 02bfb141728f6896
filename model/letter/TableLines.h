#pragma once

#include <QList>
#include <QTextTable>

class QPainter;
class QTextDocument;

namespace reviewdesk {

/// The lines of a letter's tables. Qt's own lose the one below the last row of a page, and run on where a page ends
/// early; these go around the rows, on each page.
class TableLines {
public:
    /// From the top of the first page to the row's text, and to its end; the document's units.
    struct Row {
        qreal top = 0;
        qreal bottom = 0;
    };
    static QList<Row> rowsOf(const QTextTable &table);
    /// Takes the table's own lines away; their room stays.
    static void hideOwn(QTextTable &table);
    /// `unit`: of a pixel of the letter's HTML. The painter begins at the first page's top.
    static void paint(QPainter &painter, const QTextDocument &document, int page, qreal unit);
};

} // namespace reviewdesk
