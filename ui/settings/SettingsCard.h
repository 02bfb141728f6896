#pragma once

#include "ui/widgets/Card.h"

#include <QStringList>

namespace reviewdesk {

/// Settings that belong together, a row each: its words at the left, what sets it at the right. A row is found by its
/// own words, by what its field says just now (buttons, choices, labels), by `otherWords` that people may look for
/// instead, and by the heading.
class SettingsCard : public Card {
    Q_OBJECT
public:
    explicit SettingsCard(const QString &heading, QWidget *parent = nullptr);

    /// `words` may have a mnemonic, which then leads to the field. `remark`: below them, small.
    void addRow(const QString &words, QWidget *field, const QString &remark = {}, const QString &otherWords = {});
    /// Shows the rows in which every word of `typed` occurs, whatever its case and accents; all for an empty one.
    /// Returns how many are shown; a card without any hides itself.
    int filter(const QString &typed);

private:
    struct Row {
        QWidget *widget;
        QWidget *field;
        QString folded;
    };

    QList<Row> m_rows;
    QString m_heading;
};

/// In lower case and without accents: what is typed as "pagina" finds "página".
QString foldedWords(const QString &words);

} // namespace reviewdesk
