#pragma once

#include "cases/ReviewCase.h"
#include "ui/widgets/Field.h"

#include <QObject>

#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace reviewdesk {

class Card;
class DateField;

/// Labelled entries in cards of two columns, found by the member of the case file that they hold. What is typed or
/// chosen is handed to `store`.
class RequestForm : public QObject {
    Q_OBJECT
public:
    using Store = std::function<void()>;
    using Choices = QList<QPair<QString, int>>;
    /// Where an entry stands in its card.
    struct Cell {
        int row = 0;
        int column = 0;
        int columns = 1;
    };

    using QObject::QObject;

    static Card *makeCard(const QString &heading, QWidget *parent);
    Field *add(Card *card, Field *field, Cell cell);
    QLineEdit *addText(Card *card, const QString &label, const QString &pointer, Cell cell, const Store &store);
    QPlainTextEdit *addLines(Card *card, const QString &label, const QString &pointer, Cell cell, const Store &store);
    DateField *addDate(Card *card, const QString &label, const QString &pointer, Cell cell, const Store &store);
    QComboBox *addChoice(Card *card, const QString &label, const QString &pointer, Cell cell, const Choices &choices,
        const Store &store);

    Field *field(const QString &pointer) const; ///< nullptr when there is none
    /// Puts the cursor into the entry that holds `pointer`; false: none does.
    bool focus(const QString &pointer) const;
    /// `own`: by pointer, what was typed and cannot be read.
    void showFindings(const QList<Finding> &findings, const QMap<QString, QString> &own) const;
    /// Which entries stand as they were sent; `placeOf` says where in the message.
    void showSent(const QStringList &unconfirmed, const std::function<QString(const QString &)> &placeOf) const;

Q_SIGNALS:
    void confirmed(const QString &pointer); ///< an entry that stands as it was sent

private:
    QList<Field *> m_fields;
};

} // namespace reviewdesk
