"""What only the administrator uses, in one hand."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.counters_admin import CounterService
from app.services.imports import ImportService
from app.services.people_admin import PeopleService
from app.services.recovery import RecoveryService
from app.services.services_admin import ServiceCatalogue


@dataclass(frozen=True)
class Administration:
    people: PeopleService
    catalogue: ServiceCatalogue
    counters: CounterService
    imports: ImportService
    recovery: RecoveryService
