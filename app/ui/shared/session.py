"""Who is signed in at this window, and what of the office the screens need to know."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.domain.actors import Action, Actor
from app.domain.offices import CounterRecord, OfficeSettings, ServiceRecord
from app.domain.presence import Presence
from app.ui.parts import DeskParts
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.slip_printing import SlipPrinting
from app.ui.shared.syncing import Syncing
from app.ui.shared.task_runner import TaskRunner


@dataclass(frozen=True)
class SignedIn:
    """What signing in brings back from the desk lane. `needs_audit_key` asks for the passphrase first."""

    actor: Actor
    office: OfficeSettings
    counter: CounterRecord
    services: tuple[ServiceRecord, ...]
    needs_audit_key: bool


@dataclass(frozen=True)
class Session:
    """Everything a screen is made from."""

    parts: DeskParts
    runner: TaskRunner
    store: SettingsStore
    slips: SlipPrinting
    syncing: Syncing
    signed_in: SignedIn

    @property
    def actor(self) -> Actor:
        return self.signed_in.actor

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.signed_in.office.timezone)


def sign_in(parts: DeskParts, login: str, password: str, presence: Presence = Presence.SIGN_IN) -> SignedIn:
    """Sign in, or come back, and fetch what the screens need, in one task of the desk lane. Errors: as the services."""
    actor = parts.accounts.sign_in(login, password, presence)
    at_counter = actor.may(Action.REGISTER_VISIT)
    return SignedIn(
        actor=actor,
        office=parts.offices.settings(),
        counter=parts.offices.counter(),
        services=parts.offices.services(actor) if at_counter else (),
        needs_audit_key=actor.may(Action.MAKE_AUDIT_KEY) and not parts.audit_keys.exists(actor),
    )
