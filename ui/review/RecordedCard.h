#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"


class QLineEdit;
class QVBoxLayout;

namespace reviewdesk {

class NotesBlock;

/// What a section of the pack records besides the questions: printed and shown, read by no criterion.
class RecordedCard : public Card {
    Q_OBJECT
public:
    RecordedCard(ReviewSession &session, const QString &sectionId, QWidget *parent = nullptr);

    void refresh(); ///< which items show
    void load(); ///< their values
    bool anyShown() const;

private:
    struct Row {
        const RecordedItem *item;
        QWidget *widget; ///< label and entry
        QWidget *entry;
    };
    /// One prior treatment: two entries side by side.
    struct TreatmentRow {
        QWidget *widget;
        QLineEdit *treatment;
        QLineEdit *response;
    };

    QWidget *makeEntry(const RecordedItem &item);
    QWidget *makeTreatments(const RecordedItem &item);
    void addTreatmentRow(const PriorTreatment &treatment);
    void storeItem(const QString &id, const QString &value);
    QList<PriorTreatment> typedTreatments() const;
    void storeTreatments();
    void setTreatmentRows(const QList<PriorTreatment> &treatments);

    ReviewSession &m_session;
    QList<Row> m_rows;
    QVBoxLayout *m_treatmentLayout = nullptr;
    QList<TreatmentRow> m_treatments;
    NotesBlock *m_notes = nullptr;
};

} // namespace reviewdesk
