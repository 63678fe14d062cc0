"""Merged brief -> findings: does every statement stand up to its source, does the brief agree with itself?"""

from briefgen.checking.check import YamlFile, check, in_order, place_of
from briefgen.checking.finding import Finding, told_as
from briefgen.checking.limits import excesses, least_pages
from briefgen.checking.rules import BY_NAME, RULES
from briefgen.checking.subject import Subject

__all__ = [
    "BY_NAME",
    "RULES",
    "Finding",
    "Subject",
    "YamlFile",
    "check",
    "excesses",
    "in_order",
    "least_pages",
    "place_of",
    "told_as",
]
