#pragma once

#include "cases/ReviewCase.h"

#include <QDialog>

#include <memory>

namespace reviewdesk {

class RecordDesk;
class ReviewSession;

/// The record of a case in a window of its own, beside a page that is for reading: F8 or Escape closes it.
class RecordSheet : public QDialog {
    Q_OBJECT
public:
    explicit RecordSheet(ReviewSession &session, QWidget *parent = nullptr);
    ~RecordSheet() override;

    RecordDesk &desk() { return *m_desk; }
    /// Opens the page that a source names, once the documents are known.
    void openSource(const Evidence &evidence);

private:
    void follow();

    std::unique_ptr<RecordDesk> m_desk;
    Evidence m_wanted;
};

} // namespace reviewdesk
