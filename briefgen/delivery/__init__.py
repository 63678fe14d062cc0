"""Finished documents -> an e-mail draft and calendar entries, and the mail on its way."""

from briefgen.delivery.calendar import calendar
from briefgen.delivery.message import Attachment, Mail, as_draft, check_size

__all__ = ["Attachment", "Mail", "as_draft", "calendar", "check_size"]
