#pragma once

#include "reports/ReviewAgreement.h"
#include "store/Workshop.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QTableWidget;

namespace reviewdesk {

class BusyOverlay;
class DrawSampleDialog;
class Notice;

/// Quality sampling: the samples with their seeds, the cases of one with the way into their second reviews, how far the
/// finished ones agree, and what they say differently, side by side. Whoever is no supervisor sees their own reviews.
class QualityPage : public QWidget {
    Q_OBJECT
public:
    QualityPage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr);

    void refresh();
    DrawSampleDialog *openDraw();
    QTableWidget *samples() const { return m_samples; }
    QTableWidget *cases() const { return m_cases; }
    QTableWidget *agreement() const { return m_agreement; }
    QTableWidget *disagreements() const { return m_disagreements; }
    QTabWidget *tabs() const { return m_tabs; }

Q_SIGNALS:
    void secondReviewWanted(const QString &sampleId, int position);
    void caseWanted(const QString &caseId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableWidget *makeTable(const QString &name, const QStringList &titles, const QList<int> &yielding);
    void showSamples(const QList<QualitySample> &samples);
    void chooseSample();
    void showCases(const QList<SampledCase> &cases);
    void showAgreement(const AgreementReport &report);
    void showDisagreements(const AgreementReport &report, const Disagreement &chosen);
    void openCase(int row);
    void openDisagreement(int row);

    Workshop &m_workshop;
    const Clock &m_clock;
    std::shared_ptr<const Rulebook> m_rulebook;
    QList<QualitySample> m_list;
    QList<SampledCase> m_sampled; ///< of the chosen sample
    AgreementReport m_report;
    QString m_wanted; ///< sample to be chosen when the list comes
    int m_asked = 0;
    QPushButton *m_draw;
    QTableWidget *m_samples;
    QTabWidget *m_tabs;
    QTableWidget *m_cases;
    QTableWidget *m_agreement;
    QTableWidget *m_disagreements;
    QLabel *m_summary;
    Notice *m_notice;
    BusyOverlay *m_busy;
};

} // namespace reviewdesk
