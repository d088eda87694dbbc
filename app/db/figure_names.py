"""The names that figures are shown under, retired ones included, in the office's own order."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.models.tables import counter, department, service


@dataclass(frozen=True, slots=True)
class FigureNames:
    """Names by code. `numbers` are the departments' numbers in tokens, `bureaus` each department's bureau (or "")."""

    services: dict[str, str]
    departments: dict[str, str]
    bureaus: dict[str, str]
    numbers: dict[str, int]
    counters: dict[str, str]


def read_names(connection: Connection) -> FigureNames:
    services = connection.execute(select(service.c.code, service.c.name).order_by(service.c.position)).all()
    of_department = select(department.c.code, department.c.name, department.c.bureau, department.c.number)
    departments = connection.execute(of_department.order_by(department.c.number)).all()
    counters = connection.execute(select(counter.c.code, counter.c.name).order_by(counter.c.code)).all()
    return FigureNames(
        services={row.code: row.name for row in services},
        departments={row.code: row.name for row in departments},
        bureaus={row.code: row.bureau for row in departments},
        numbers={row.code: row.number for row in departments},
        counters={row.code: row.name for row in counters},
    )
