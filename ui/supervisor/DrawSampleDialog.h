#pragma once

#include "store/Workshop.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace reviewdesk {

class DateField;
class Notice;

/// What a sample is drawn from, how many, by which seed, and who reviews it.
class DrawSampleDialog : public QDialog {
    Q_OBJECT
public:
    /// `seed`: proposed; it can be typed over to draw an earlier sample again.
    DrawSampleDialog(Workshop &workshop, const QDate &today, quint32 seed, QWidget *parent = nullptr);

    QComboBox *nurse() const { return m_nurse; }
    QComboBox *outcome() const { return m_outcome; }
    QComboBox *reviewer() const { return m_reviewer; }
    QSpinBox *size() const { return m_size; }
    QLineEdit *seed() const { return m_seed; }
    QPushButton *drawButton() const { return m_draw; }
    Notice *notice() const { return m_notice; }

Q_SIGNALS:
    void drawn(const QString &sampleId);

private:
    void loadPeople();
    void draw();

    Workshop &m_workshop;
    QComboBox *m_nurse;
    QComboBox *m_outcome;
    DateField *m_from;
    DateField *m_until;
    QSpinBox *m_size;
    QLineEdit *m_seed;
    QComboBox *m_reviewer;
    QPushButton *m_draw;
    Notice *m_notice;
};

} // namespace reviewdesk
