#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace reviewdesk {

class Card;
class DateField;
class Notice;
class StatusGlyph;

/// The policy's required documentation in its own words, what of it arrived, and the documents that were received.
class DocumentsPage : public QWidget {
    Q_OBJECT
public:
    explicit DocumentsPage(ReviewSession &session, QWidget *parent = nullptr);

    void focusFirst();

private:
    struct Requirement {
        QWidget *widget;
        StatusGlyph *glyph;
        QLabel *state;
    };

    QWidget *makeRequirements();
    QWidget *makeReceived();
    void add();
    void remove(qsizetype index);
    void refresh();
    void refreshReceived();

    ReviewSession &m_session;
    QList<Requirement> m_requirements; ///< one for each item of the pack
    QLabel *m_noneRequired = nullptr;
    QVBoxLayout *m_receivedList = nullptr;
    QList<ReceivedDocument> m_shownReceived;
    QList<QWidget *> m_receivedRows;
    QComboBox *m_type = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_pages = nullptr;
    DateField *m_receivedOn = nullptr;
    Notice *m_problem = nullptr;
};

} // namespace reviewdesk
