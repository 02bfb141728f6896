#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace reviewdesk {

class Card;
class DateField;
class Notice;
class RecordDesk;
class StatusGlyph;

/// The policy's required documentation in its own words, what of it arrived, and the documents that were received.
class DocumentsPage : public QWidget {
    Q_OBJECT
public:
    DocumentsPage(ReviewSession &session, RecordDesk &desk, QWidget *parent = nullptr);

    void focusFirst();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Requirement {
        QWidget *widget;
        StatusGlyph *glyph;
        QLabel *state;
    };

    QWidget *makeRequirements();
    QWidget *makeReceived();
    void add();
    QWidget *makeAttach();
    QWidget *makeRow(qsizetype index);
    void remove(qsizetype index);
    void askWhy(const ReceivedDocument &document);
    void refreshScanner();
    void refresh();
    void refreshReceived();

    ReviewSession &m_session;
    RecordDesk &m_desk;
    QPushButton *m_attach = nullptr;
    QWidget *m_entries = nullptr; ///< of what is on paper
    QLabel *m_scanner = nullptr;
    QPushButton *m_scannerStop = nullptr;
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
    bool m_outdated = false; ///< it was not in sight when the session changed
};

} // namespace reviewdesk
