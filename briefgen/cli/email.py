"""`briefgen email`: a brief as an e-mail draft, its documents attached."""

from __future__ import annotations

from typing import Annotated

import typer

from briefgen.cli import console, options
from briefgen.cli.values import header_line, mail_address
from briefgen.model.mailbox import Mailbox

To = Annotated[
    list[Mailbox],
    typer.Option(
        "--to", parser=mail_address, metavar="ADDRESS", show_default=False, help="Whom it goes to; once for each."
    ),
]
Cc = Annotated[
    list[Mailbox] | None, typer.Option("--cc", parser=mail_address, metavar="ADDRESS", help="Who gets a copy.")
]
Bcc = Annotated[
    list[Mailbox] | None,
    typer.Option("--bcc", parser=mail_address, metavar="ADDRESS", help="Who gets a copy that nobody else hears of."),
]
Sender = Annotated[
    Mailbox | None, typer.Option("--from", parser=mail_address, metavar="ADDRESS", help="Whom it is from.")
]
Subject = Annotated[
    str | None,
    typer.Option(
        "--subject", parser=header_line, metavar="TEXT", help="In place of the title; the marking stays before it."
    ),
]
Ics = Annotated[bool, typer.Option("--ics", metavar="", help="Attach the dated next steps as calendar entries.")]


Send = Annotated[bool, typer.Option("--send", metavar="", help="Send it, after showing what goes to whom and asking.")]
Yes = Annotated[bool, typer.Option("--yes", metavar="", help="With --send: do not ask. For scripts.")]


def email(
    brief: options.BriefPath,
    to: To,
    cc: Cc = None,
    bcc: Bcc = None,
    subject: Subject = None,
    sender: Sender = None,
    ics: Ics = False,
    send: Send = False,
    yes: Yes = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Write an e-mail draft with Word and PDF attached, for you to check and send.

    The draft stands beside the documents as an .eml; Outlook and Thunderbird
    open it for editing. The marking and the title are its subject; the bottom
    line, the red lines and the next steps are its body. Documents older than
    the brief, your overrides or the house style are written again first.

    --send takes the server from briefgen.toml, and the password from the
    environment or the keyring; docs/email.md tells how.

    [bold]Examples[/bold]

      briefgen email output/talks --to minister@norland.example
      briefgen email output/talks --to "Ana Lopes <ana@norland.example>" \\
        --to desk@norland.example --cc archive@norland.example --ics
      briefgen email output/talks --to ana@norland.example --send
    """
    if yes and not send:
        raise typer.BadParameter("--yes goes with --send.")
    with console.progress(str(brief)) as progress:
        from briefgen import workflow
        from briefgen.mailing import MailRequest

        request = MailRequest(brief, tuple(to), tuple(cc or ()), tuple(bcc or ()), sender, subject, ics)
        drafted = workflow.email(request, progress)
    for warning in drafted.warnings:
        console.warn(warning)
    for path in drafted.files:
        console.result(str(path))
    if send:
        from briefgen.cli.send import send_asked

        send_asked(drafted, ask=not yes)
