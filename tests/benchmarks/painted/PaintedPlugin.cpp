// Loaded into any Qt program by QT_QPA_GENERIC_PLUGINS=painted: when the first window is painted it writes a byte to the
// descriptor that REVIEWDESK_PAINTED_FD names, and ends the program. So the program itself is measured as it is.
#include <QEvent>
#include <QGenericPlugin>
#include <QGuiApplication>
#include <QTimer>

#include <cstdlib>
#include <unistd.h>

namespace {

class FirstPaint : public QObject {
public:
    explicit FirstPaint(QObject *parent) : QObject(parent) { parent->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_seen)
            return false;
        m_seen = true;
        QTimer::singleShot(0, this, [] { // the widgets in the window are painted with it
            const char painted = 'p';
            const ssize_t written = ::write(std::atoi(qgetenv("REVIEWDESK_PAINTED_FD").constData()), &painted, 1);
            ::_exit(written == 1 ? 0 : 1);
        });
        return false;
    }

private:
    bool m_seen = false;
};

} // namespace

class PaintedPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "painted.json")
public:
    QObject *create(const QString &, const QString &) override { return new FirstPaint(QCoreApplication::instance()); }
};

#include "PaintedPlugin.moc"
