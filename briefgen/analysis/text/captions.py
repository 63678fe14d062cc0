"""Captions of pictures: a short block that ends in its credit ("Image: Ana Reis (agency).") or opens with one."""

from __future__ import annotations

import re

LONGEST = 60  # words; a paragraph of the body that ends in its picture's credit is longer, or loses little
# Cheap to ask first: no block without one of these has a credit.
GATE = re.compile(r"image|photo|picture|credit|illustration|graphic|reuters|getty|^FILE\b", re.I)
KIND = r"(?:images?|photos?|pictures?|photographs?|illustrations?|graphics?)"
SOURCE = r"[^.!?:]*(?:\b\w{1,2}\.[^.!?:]*)*"  # a name, with its initials
BEHIND = r"(?:^|[.!?…)\]\"'”’|] |[(\[|] ?)"  # a credit stands by itself, not in a sentence
CREDIT = re.compile(
    # "Image: Ana Reis (agency).", "Photo credit: A. Reis", "Picture courtesy of the ministry", "Credit: Lund/Agency"
    rf"{BEHIND}(?:(?:file )?{KIND}(?: credits?| source)?|credits?) ?: ?{SOURCE}[.!?]?[)\]]?$|"
    rf"{BEHIND}{KIND} courtesy (?:of )?{SOURCE}[.!?]?[)\]]?$|"
    # "(Photo by Ana Reis)", "(AP Photo/Ana Reis)", "(Tor Lund/Agency via Getty Images)"
    rf"[(\[](?:file |\w{{2,5}} )?{KIND}(?: by|/)[^()\[\]]{{2,80}}[)\]][.]?$|"
    rf"[(\[][^()\[\]]{{2,60}}(?:/| via )[^()\[\]]{{0,30}}\b(?:images|photos?|reuters)[)\]][.]?$|"
    r"[.] (?:REUTERS|Reuters)/[^.]{2,40}[.]?$|"
    rf"(?:{BEHIND}|\bin (?:an?|this) (?:\w+ )?)file (?:photo|picture|image)[.]?[)\]]?$",
    re.I,
)
OPENING = re.compile(r"FILE(?: PHOTO| IMAGE)?\s*[:—–-]|(?:File )?(?:Photo|Picture|Image)s?(?: credit)?:", re.I)
LONGEST_CREDIT = 10  # words; what is longer behind "Image:" says something


def is_caption(text: str) -> bool:
    """Whether a block is the caption of a picture as a whole. One that merely speaks of an image is none."""
    if not GATE.search(text) or len(text.split()) > LONGEST:
        return False
    text = text.strip()
    found = CREDIT.search(text)
    return OPENING.match(text) is not None or (found is not None and len(found[0].split()) <= LONGEST_CREDIT)
