#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QWidget>

#include <cstdio>

namespace {

/// As a file manager's icon: what is dragged from it is the file.
class FileIcon : public QWidget {
public:
    explicit FileIcon(const QString &file)
        : QWidget(nullptr, Qt::Window | Qt::BypassWindowManagerHint | Qt::WindowStaysOnTopHint), m_file(file)
    {
        setFixedSize(48, 48);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!event->buttons().testFlag(Qt::LeftButton) || m_dragged)
            return;
        m_dragged = true;
        auto *drag = new QDrag(this); // Qt's own from here on
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(m_file)});
        drag->setMimeData(data);
        // exec ends with the mouse's button; the drag lives on until the other program has fetched the file's name
        connect(drag, &QObject::destroyed, this, [this] { QCoreApplication::exit(m_taken ? 0 : 1); });
        m_taken = drag->exec(Qt::CopyAction) == Qt::CopyAction;
    }

private:
    QString m_file;
    bool m_dragged = false;
    bool m_taken = false;
};

} // namespace

/// drag_source FILE X Y: an icon at that place of the screen. It says "there" when it can be dragged, and ends once it was
/// dropped: 0 when that was taken, else 1.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    FileIcon icon(arguments.at(1));
    icon.move(arguments.at(2).toInt(), arguments.at(3).toInt());
    icon.show();
    QCoreApplication::processEvents();
    QGuiApplication::sync();
    std::puts("there");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
