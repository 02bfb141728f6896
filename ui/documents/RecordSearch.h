#pragma once

#include "ui/documents/RecordTexts.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace reviewdesk {

/// Looks for words in the open document or in all of the case; goes from place to place.
class RecordSearch : public QWidget {
    Q_OBJECT
public:
    explicit RecordSearch(RecordTexts &texts, QWidget *parent = nullptr);

    QLineEdit *words() const { return m_words; }
    void setDocument(const QString &digest); ///< the open one
    const SearchHit *current() const;
    void step(int by); ///< to another place, all around
    void focusWords();
    void clear();

Q_SIGNALS:
    void hitWanted(const reviewdesk::SearchHit &hit);
    void hitsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void start();
    void take();

    RecordTexts &m_texts;
    QString m_digest;
    QLineEdit *m_words;
    QCheckBox *m_all;
    QLabel *m_count;
    QToolButton *m_back;
    QToolButton *m_next;
    QTimer m_pause;
    qsizetype m_at = -1;
};

} // namespace reviewdesk
