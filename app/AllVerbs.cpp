// In a file of its own: what asks for no verb (the sign-in window) then links none.
#include "app/BackupVerb.h"
#include "app/EvaluateVerb.h"
#include "app/ExportVerb.h"
#include "app/GenerateVerb.h"
#include "app/ImportVerb.h"
#include "app/LetterVerb.h"
#include "app/PolicyVerb.h"
#include "app/RestoreVerb.h"
#include "app/VerifyVerb.h"
#include "app/WorkspaceVerb.h"

namespace reviewdesk {

std::vector<std::unique_ptr<Verb>> allVerbs()
{
    std::vector<std::unique_ptr<Verb>> verbs;
    verbs.push_back(std::make_unique<BackupVerb>());
    verbs.push_back(std::make_unique<EvaluateVerb>());
    verbs.push_back(std::make_unique<ExportVerb>());
    verbs.push_back(std::make_unique<GenerateVerb>());
    verbs.push_back(std::make_unique<ImportVerb>());
    verbs.push_back(std::make_unique<LetterVerb>());
    verbs.push_back(std::make_unique<PolicyVerb>());
    verbs.push_back(std::make_unique<RestoreVerb>());
    verbs.push_back(std::make_unique<VerifyVerb>());
    verbs.push_back(std::make_unique<WorkspaceVerb>());
    return verbs;
}

} // namespace reviewdesk
