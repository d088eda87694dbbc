"""Which kind of shared side an address means: the one place that knows both."""

from __future__ import annotations

from app.domain.sharing import Login, SharedAddress, SharedKind
from app.domain.sharing_errors import SharedLoginRefused
from app.sync.file.file_door import FileDoor
from app.sync.file.file_hub import FileHub
from app.sync.file.file_owner import FileOwner
from app.sync.file.file_survey import FileSurvey
from app.sync.hub import Door, Hub, HubOwner, SurveyHub

IMPATIENT_SECONDS = 4.0


def open_hub(address: SharedAddress, login: Login | None) -> Hub:
    """The shared side as a counter uses it. Nothing is opened yet. Errors: `SharedLoginRefused` without a login."""
    if address.kind is SharedKind.FILE:
        return FileHub(address)
    # An office with a file, or alone, never needs the driver.
    from app.sync.postgres.postgres_hub import PostgresHub

    return PostgresHub(address, _needed(login))


def open_impatient_hub(address: SharedAddress, login: Login | None) -> Hub:
    """As `open_hub`, for questions that somebody waits for: it gives up after `IMPATIENT_SECONDS`."""
    if address.kind is SharedKind.FILE:
        return FileHub(address, patience=IMPATIENT_SECONDS)
    from app.sync.postgres.postgres_hub import PostgresHub

    return PostgresHub(address, _needed(login), deadline=IMPATIENT_SECONDS)


def open_owner(address: SharedAddress, login: Login | None) -> HubOwner:
    """The shared side as its administrator uses it. Errors: `SharedLoginRefused` without a login."""
    if address.kind is SharedKind.FILE:
        return FileOwner(address)
    from app.sync.postgres.postgres_owner import PostgresOwner

    return PostgresOwner(address, _needed(login))


def open_door(address: SharedAddress) -> Door:
    """What a one-time code opens."""
    if address.kind is SharedKind.FILE:
        return FileDoor(address)
    from app.sync.postgres.postgres_door import PostgresDoor

    return PostgresDoor(address)


def open_survey(address: SharedAddress, login: Login | None) -> SurveyHub:
    """The shared side as the survey server uses it. Errors: `SharedLoginRefused` without a login."""
    if address.kind is SharedKind.FILE:
        return FileSurvey(address)
    from app.sync.postgres.postgres_survey import PostgresSurvey

    return PostgresSurvey(address, _needed(login))


def _needed(login: Login | None) -> Login:
    if login is None:
        raise SharedLoginRefused("")
    return login
