#pragma once

#include "letter/LetterheadDraft.h"
#include "store/Workshop.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace reviewdesk {

class LetterheadField;
class LetterheadSample;
class Notice;

/// The plan's letterhead and the texts that only the plan can write, beside an invented letter that shows each change at
/// once. A supervisor's work: who is none sees it and cannot save. A setting that is not set says what follows from that.
class LetterheadPage : public QWidget {
    Q_OBJECT
public:
    LetterheadPage(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Clock &clock,
        QWidget *parent = nullptr);

    bool hasUnsaved() const { return m_dirty; }

Q_SIGNALS:
    void saved(); ///< letters are composed under another letterhead from now on
    void closed();

private:
    QWidget *buildForm();
    QWidget *buildScope();
    QWidget *buildFooter();
    void addGroup(QVBoxLayout *column, int group);
    void addOnce(QVBoxLayout *column);
    void load();
    void take(const QByteArray &letterhead);
    void fill();
    LetterheadDraft::Place place() const;
    void changed();
    void showStates();
    void showState(LetterheadField &field);
    void preview();
    void chooseLogo();
    void save();
    void showProblem(const Error &problem);

    Workshop &m_workshop;
    std::shared_ptr<const Rulebook> m_rulebook;
    std::shared_ptr<const LetterComposer> m_composer;
    WorkspaceSettings m_settings;
    LetterheadDraft m_draft;
    bool m_dirty = false;
    bool m_mayWrite;
    QTimer m_typed;

    QWidget *m_form = nullptr;
    Notice *m_notice;
    QComboBox *m_line;
    QComboBox *m_language;
    QList<LetterheadField *> m_fields;
    QWidget *m_once; ///< what is set for all letters alike
    QCheckBox *m_federal;
    QSpinBox *m_days;
    QSpinBox *m_hours;
    QPushButton *m_noLogo;
    QLabel *m_missing;
    LetterheadSample *m_sample;
    QPushButton *m_fromSample;
    QPushButton *m_save;
};

} // namespace reviewdesk
