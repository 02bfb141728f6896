#include "app/DeskLibrary.h"

#include <dlfcn.h>

namespace reviewdesk {

namespace {

Result<const DeskLibrary *> load()
{
    // by its name alone: the program's own run path finds it, where it was built as where it is installed
    void *file = ::dlopen(REVIEWDESK_DESK, RTLD_LAZY | RTLD_LOCAL);
    void *entry = file ? ::dlsym(file, "reviewdeskDesk") : nullptr;
    if (!entry)
        return Error{QStringLiteral("incomplete"),
            QStringLiteral("the program is not complete: %1").arg(QString::fromLocal8Bit(::dlerror())), {}};
    return reinterpret_cast<const DeskLibrary *(*)()>(entry)();
}

} // namespace

Result<const DeskLibrary *> deskLibrary()
{
    static const Result<const DeskLibrary *> library = load();
    return library;
}

} // namespace reviewdesk
