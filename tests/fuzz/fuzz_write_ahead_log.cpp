#include "FuzzTarget.h"

#include "store/WriteAheadLog.h"

#include <QBuffer>

using namespace reviewdesk;

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    QBuffer log;
    log.setData(reinterpret_cast<const char *>(bytes), static_cast<int>(size));
    promise(log.open(QIODevice::ReadOnly));
    const Result<void> checked = checkWriteAheadLog(log, QStringLiteral("log"));
    promise(checked.ok() || checked.error().code == QLatin1String("damaged"));
    return 0;
}
