#include "FuzzTarget.h"

#include "store/KeyFile.h"

using namespace reviewdesk;

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const Result<KeyFile> read = KeyFile::fromJson(json);
    if (!read) {
        promise(!read.error().code.isEmpty() && !read.error().message.isEmpty());
        return 0;
    }
    for (const KeySlot &slot : read->users) // what it would cost to try a passphrase stays bearable
        promise(slot.cost.memoryBytes <= Q_UINT64_C(4) * 1024 * 1024 * 1024 && slot.cost.operations <= 64);
    const Result<KeyFile> again = KeyFile::fromJson(read->toJson());
    promise(again.ok() && *again == *read);
    return 0;
}
