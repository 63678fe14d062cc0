"""What `briefgen.toml` may say. The descriptions reach people who write one: `briefgen doctor` prints them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from briefgen.model.mailbox import Mailbox

Security = Literal["starttls", "tls", "none"]


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("should be one line of characters that can be printed")
    return text


def _mailbox(value: Any) -> Mailbox:
    if not isinstance(value, str):
        raise ValueError("should be an e-mail address between quotation marks")
    return Mailbox.parse(value)


Line = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_one_line)]
Host = Annotated[str, Field(pattern=r"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$|^::1$")]
Address = Annotated[Mailbox, BeforeValidator(_mailbox)]


class _Table(BaseModel):
    """Strict base: an unknown key is an error, and a number is no text."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class MailSettings(_Table):
    """How mail leaves. There is no key for the password: it comes from the environment or the keyring."""

    from_: Address | None = Field(default=None, alias="from", description="the address that mail is from")
    host: Host | None = Field(default=None, description="the server that takes the mail")
    port: int | None = Field(default=None, ge=1, le=65535, description="its port; 587, or 465 for tls, unless set")
    user: Line | None = Field(default=None, description="who logs in there; nobody does unless set")
    security: Security | None = Field(
        default=None, description="starttls, tls, or on this computer alone none; starttls unless set, tls for port 465"
    )
    timeout: int = Field(default=30, ge=1, le=600, description="seconds to wait for each answer; 30 unless set")


class Settings(_Table):
    """The user's own defaults: an option wins over them, and so does what a brief was given once."""

    from_: Line | None = Field(default=None, alias="from", description="who the briefs are from")
    style: Line | None = Field(default=None, description="the house style of briefs that were given none")
    marking: Line | None = Field(default=None, description="the protective marking of briefs that were given none")
    letterhead: Line | None = Field(
        default=None, description="a .docx, seen from this file, for house styles that have none of their own"
    )
    mail: MailSettings = Field(default_factory=MailSettings, description="how mail leaves")
