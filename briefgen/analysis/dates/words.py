"""The words that time expressions are made of: fragments of patterns, and what the words stand for.

Months and weekdays are matched in their capitalised form only, so that "may" and "march" stay verbs.
"""

from __future__ import annotations

import re

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ORDINALS = ("first", "second", "third", "fourth", "fifth")
# fmt: off
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on

# Words in front of a day's name that make it a feast or a title, and words after it that make it a newspaper.
_NAMED_DAY = "".join(rf"(?<!{word}\s)" for word in ("Good", "Black", "Bloody", "Palm", "Ash", "Super", "Sheffield"))
_NEWSPAPER = r"(?!\s(?-i:Times|Telegraph|Mirror|Mail|Post|Express|Herald|Tribune|Independent|World)\b)"
WEEKDAY = (
    rf"{_NAMED_DAY}(?-i:{'|'.join(WEEKDAYS)}|Tues|Thurs|(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\.)(?!\w){_NEWSPAPER}"
)
MONTH_NAME = rf"(?-i:{'|'.join(MONTHS)})(?!\w)"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
MONTH = rf"(?-i:{'|'.join(MONTHS)}|{_SHORT_MONTH}|{'|'.join(month.upper() for month in MONTHS)})(?!\w)"
YEAR = r"(?:19|20|21)\d\d(?![\d%])"
SEASON = r"(?-i:spring|summer|autumn|winter|fall(?! of (?!\d|this|next|last)))(?!\w)"
UNIT = (
    r"(?:(?:working|business|calendar|consecutive|full) )?(?:hour|day|week|fortnight|month|quarter|year|decade)s?(?!\w)"
)
UNIT_WORD = re.compile(r"\b(?:(?:hour|day|week|fortnight|month|quarter|year|decade)s?|weekend)\b", re.IGNORECASE)
NUMBER = (
    rf"(?<!hundred and )(?<![\d,.])(?:\d{{1,3}}(?![\d,.]\d)|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[1:10])}))?"
    rf"|{'|'.join(sorted(_SMALL[1:], key=len, reverse=True))}|a hundred|a couple of|an?)(?!\w)"
)
ROUGHLY = (
    r"(?:(?:about|around|roughly|approximately|at most|at the most|less than|under|no more than|not more than|nearly"
    r"|almost|just|just over|some|as little as|a maximum of|the space of|up to) )?"
)
DURATION = rf"{ROUGHLY}(?P<count>{NUMBER}) (?P<unit>{UNIT})"

_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}[:.]\d\d(?!\d)|\d{4} hours|\d{1,2} o['’]clock)"
_ZONE = r"(?: (?-i:GMT|UTC|CET|CEST|EST|EDT|ET|BST|IST|JST)\b| local time| \(\d{4} GMT\))?"
CLOCK = (
    rf"(?:noon|midday|midnight|dawn|dusk|sunset|sunrise|nightfall|{_HOUR}{_ZONE}"
    r"|(?:the )?(?:close|end) of (?:business|play|trading|the (?:(?:business|working) )?day|day))"
)
SPELLED_HOUR = rf"(?:{'|'.join(_SMALL[1:13])})(?!\w)"

# Nouns that name an event with a date of its own: "before the vote", "21 days after signing".
EVENT = (
    r"(?:signing|signature|publication|adoption|ratification|approval|ent(?:ry|ering) into force|votes?|voting"
    r"|elections?|ballot|referendum|meeting|summit|talks|hearing|conference|session|congress|deal|agreement|ceasefire"
    r"|truce|receipt|notification|notice|launch|deadline|expiry|ceremony|round|visit|parade|festival|inauguration"
    r"|handover|transition|ruling|verdict|judgment|announcement|request|review|trial|run-off|runoff|polls?|deployment"
    r"|start|opening|completion|delivery|end|beginning|conclusion)"
)


# Verbs that put one time in the place of another.
MOVED = (
    r"\b(?:postponed|rescheduled|moved|brought forward|put (?:back|off)|pushed back|deferred|shifted|delayed"
    r"|adjourned)\b"
)

_BLANK = re.compile(r"(?P<fixed>\(\?<[!=][^)]*\)|\[[^\]]*\])|(?P<maybe> \?)| ")


def pattern(source: str, *, case: bool = False) -> re.Pattern[str]:
    """`source` compiled, each blank standing for any run of white space; letter case counts only with `case`.

    In a character class or a look-behind, which want a fixed width, a blank is one white space character.
    """

    def white_space(found: re.Match[str]) -> str:
        if found["fixed"]:
            return found["fixed"].replace(" ", r"\s")
        return r"\s*" if found["maybe"] else r"\s+"

    return re.compile(_BLANK.sub(white_space, source), re.NOFLAG if case else re.IGNORECASE)


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    key = name[:3].casefold()
    return next(number for number, month in enumerate(MONTHS, 1) if month[:3].casefold() == key)


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    key = name[:3].casefold()
    return next(number for number, day in enumerate(WEEKDAYS) if day[:3].casefold() == key)


def number(words: str) -> int:
    """The value of what NUMBER matches; "a" is one."""
    words = words.casefold()
    if words.isdecimal():
        return int(words)
    tens, _, units = words.partition("-")
    if tens in _TENS:
        return 10 * (_TENS.index(tens) + 2) + (_SMALL.index(units) if units else 0)
    if words in _SMALL:
        return _SMALL.index(words)
    return {"hundred": 100, "of": 2}.get(words.split()[-1], 1)


def ordinal(word: str) -> int:
    """1 for "first" and so on; -1 for "last" and "final"."""
    word = word.casefold()
    return ORDINALS.index(word) + 1 if word in ORDINALS else -1
