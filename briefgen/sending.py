"""A drafted mail on its way, and the memory of what was sent: nothing goes out twice unasked."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import make_msgid
from pathlib import Path
from typing import Any, Literal

from briefgen import delivery, settings, storage
from briefgen.delivery import Mail, Server
from briefgen.errors import DeliveryError, UnconfirmedError
from briefgen.mailing import Drafted

State = Literal["sending", "sent"]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail that can be sent through `server`.

    `earlier`: how a run before this one left the very same mail, None where none began to send it; `since`: the time of
    that run. `sending` means that it is not known whether the mail arrived. `memory` is the file that says so.
    """

    mail: Mail
    draft: Path
    size: int
    server: Server
    memory: Path
    key: str
    message_id: str
    earlier: State | None = None
    since: str = ""


def prepare(drafted: Drafted) -> Outgoing:
    """Look up the server, and whether this very mail was sent before. Raises BriefgenError."""
    mail, eml = drafted.mail, drafted.files[drafted.draft]
    if mail.sender is None:
        raise DeliveryError("nobody is named whom the mail is from", "Give --from, or set from in [mail].")
    server = delivery.server(settings.read().mail)
    memory = drafted.draft.parent / ".briefgen" / "sent.json"
    key = hashlib.sha256(eml).hexdigest()
    before = _remembered(memory).get(key, {})
    # The same mail keeps its id, by which servers and mail programs tell a second copy.
    message_id = before.get("message_id") or make_msgid(domain=mail.sender.address.rpartition("@")[2])
    earlier: State | None = before.get("state") if before.get("state") in ("sending", "sent") else None
    return Outgoing(mail, drafted.draft, len(eml), server, memory, key, message_id, earlier, before.get("since", ""))


def send(outgoing: Outgoing, now: dt.datetime, progress: Callable[[str], None]) -> None:
    """Send the mail, and remember it. `now` dates it. Raises DeliveryError, StorageError."""
    progress(f"sending through {outgoing.server.host}")
    since = now.isoformat(sep=" ", timespec="minutes")
    _remember(outgoing, "sending", since)  # first: a run that is killed here may have sent it
    try:
        delivery.send(outgoing.mail, outgoing.server, date=now, message_id=outgoing.message_id)
    except UnconfirmedError as error:
        hint = f"{error.hint} Ask a recipient before you send it again; the draft is {outgoing.draft}."
        raise UnconfirmedError(error.what, hint) from error
    except DeliveryError as error:
        _remember(outgoing, outgoing.earlier, outgoing.since)
        raise DeliveryError(error.what, f"{error.hint} Nothing was sent; the draft is {outgoing.draft}.") from error
    _remember(outgoing, "sent", since)


def _remember(outgoing: Outgoing, state: State | None, since: str) -> None:
    """Write how the mail stands; None forgets it."""
    memory = _remembered(outgoing.memory)
    memory.pop(outgoing.key, None)
    if state:
        memory[outgoing.key] = {"state": state, "since": since, "message_id": outgoing.message_id}
    storage.write_together({outgoing.memory: (json.dumps(memory, indent=2) + "\n").encode()})


def _remembered(file: Path) -> dict[str, dict[str, Any]]:
    """The mails of this brief by their digests. Raises DeliveryError for a file that cannot be read: to take it for an
    empty one could send a mail twice."""
    try:
        memory = json.loads(storage.read_bytes(file) or b"{}")
        return {str(key): dict(entry) for key, entry in dict(memory).items()}
    except (ValueError, TypeError) as error:
        hint = "Look into it; once you know what was sent, delete it."
        raise DeliveryError(f"{file} says what was sent, and cannot be read", hint) from error
