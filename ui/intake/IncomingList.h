#pragma once

#include "ui/intake/WatchedFolder.h"

#include <QListWidget>

namespace reviewdesk {

/// A file that may hold a request, and what is known of it.
struct IncomingItem {
    enum class State {
        Growing, ///< still being written
        Arrived, ///< whole, and nobody has taken it in
        Here, ///< its case is here
        Refused, ///< it cannot be taken in
    };
    IncomingFile file;
    State state = State::Arrived;
    QString words; ///< case number, or why it is refused
    bool isOpened = false; ///< by hand, not out of the watched folder

    friend bool operator==(const IncomingItem &, const IncomingItem &) = default;
};

/// The files that came, newest first, each with its state in words: what a person chooses from.
class IncomingList : public QListWidget {
    Q_OBJECT
public:
    explicit IncomingList(QWidget *parent = nullptr);

    /// Shows these; the current one stays current.
    void setItems(const QList<IncomingItem> &items);
    QString currentPath() const;
    void setCurrentPath(const QString &path);

Q_SIGNALS:
    void chosen(const QString &path); ///< by Enter, a click, or the arrow keys

private:
    static QString words(const IncomingItem &item);
};

} // namespace reviewdesk
