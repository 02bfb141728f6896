#pragma once

#include "cases/ReviewCase.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace reviewdesk {

class DateField;
class ElidedLink;

/// Where the record shows an answer: a link of one line ("Surgical consult, p. 2: “…”" or "Add source…") ...
class SourceLink : public QWidget {
    Q_OBJECT
public:
    explicit SourceLink(const QString &about, QWidget *parent = nullptr);

    /// `attached`: its document can be opened, so the link does that and the entries open by a button beside it.
    void setEvidence(const Evidence &evidence, bool attached = false);
    ElidedLink *button() const { return m_button; }
    QPushButton *editButton() const { return m_edit; }

private:
    QString m_about;
    ElidedLink *m_button;
    QPushButton *m_edit;
};

/// ... and the entries that it opens in its place: document, page, date and quote. Kept as they are typed; Escape
/// closes, unless an entry cannot be read.
class SourceEditor : public QWidget {
    Q_OBJECT
public:
    explicit SourceEditor(const QString &about, QWidget *parent = nullptr);

    void setEvidence(const Evidence &evidence);
    void focusFirst();

Q_SIGNALS:
    void edited(const reviewdesk::Evidence &evidence); ///< by a person
    void done();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Evidence evidence() const;
    void changed();
    void finish();

    Evidence m_base; ///< keeps what is not edited here
    QLineEdit *m_document;
    QLineEdit *m_page;
    DateField *m_date;
    QLineEdit *m_quote;
    QLabel *m_problem;
};

/// One line for a person: "Surgical consult, p. 2, 2 Nov 2026: “not a resection candidate”".
QString sourceInWords(const Evidence &evidence);

} // namespace reviewdesk
