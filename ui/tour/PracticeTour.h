#pragma once

#include "store/Workshop.h"
#include "ui/tour/Tour.h"

namespace reviewdesk {

class Desk;

/// The first tour, on the practice caseload: what this role works with, on invented cases that are there. It makes and
/// changes nothing. `ready` gets its stops; those of a case that the caseload does not hold are left out.
void gatherPracticeTour(Desk &desk, Workshop &workshop, std::function<void(const QList<TourStop> &)> ready);

} // namespace reviewdesk
