#include "EveryPage.h"

#include "EntrancePages.h"
#include "LaterPages.h"
#include "NursePages.h"
#include "PhysicianPages.h"
#include "SeldomPages.h"
#include "SupervisorPages.h"

namespace reviewdesk {

QString EveryPage::message()
{
    return QStringLiteral(TEST_DATA "/fhir/requests/contradictory-codes.json");
}

QString EveryPage::table()
{
    return QStringLiteral(TEST_DATA "/tables/requests.csv");
}

QStringList EveryPage::names()
{
    return NursePages::namesOfMerge() + SeldomPages::longNames() + SupervisorPages::planOfAnotherRound() + LaterPages::names();
}

void EveryPage::walk()
{
    EntrancePages(m_stage).walk();
    NursePages(m_stage).walk();
    PhysicianPages(m_stage).walk();
    SupervisorPages(m_stage).walk();
    LaterPages(m_stage).walk();
    SeldomPages(m_stage).walk();
}

} // namespace reviewdesk
