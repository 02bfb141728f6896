#pragma once

#include "cases/CaseDocument.h"
#include "support/Result.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace reviewdesk {

class CaseRecord;
class DateField;
class Notice;

/// Something that came to be attached: a file, or bytes from the clipboard under a name.
struct IncomingDocument {
    QString name; ///< the file's path, or what to call it
    QByteArray bytes; ///< empty: they are in the file
};

/// Looks through what came, asks for title and type of each, and attaches it to the case. What cannot be attached says
/// why and stays out.
class AttachDialog : public QDialog {
    Q_OBJECT
public:
    AttachDialog(CaseRecord &record, const QList<IncomingDocument> &incoming, QWidget *parent = nullptr);

    bool isLookedThrough() const { return m_waiting == 0; }

Q_SIGNALS:
    void attachedAll(const QStringList &files);

private:
    struct Row {
        IncomingDocument incoming;
        QLineEdit *title = nullptr;
        QComboBox *type = nullptr;
        QLabel *state = nullptr;
        NewDocument document;
        enum { Waiting, Ready, Refused, Sent, Done } progress = Waiting;
    };

    void addRow(QGridLayout *grid, const IncomingDocument &incoming);
    void lookThrough(qsizetype index);
    void take(qsizetype index, const Result<NewDocument> &looked);
    void typeChosen(qsizetype index);
    void attachAll();
    void sendNext();
    void refresh();

    CaseRecord &m_record;
    QList<Row> m_rows;
    DateField *m_receivedOn;
    Notice *m_notice;
    QPushButton *m_attach;
    QPushButton *m_cancel;
    QStringList m_attached; ///< files, for who wants to put them away
    int m_waiting = 0; ///< rows that are being looked through
    qsizetype m_sending = -1;
};

} // namespace reviewdesk
