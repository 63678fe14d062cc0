"""Finished documents -> an e-mail draft and calendar entries, and the mail on its way."""

from briefgen.delivery.calendar import calendar
from briefgen.delivery.message import Attachment, Mail, as_draft, as_sent, check_size
from briefgen.delivery.server import Server, server
from briefgen.delivery.smtp import send

__all__ = ["Attachment", "Mail", "Server", "as_draft", "as_sent", "calendar", "check_size", "send", "server"]
