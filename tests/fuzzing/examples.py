"""How many examples are tried, and bytes and lines spoilt at random."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))  # how many times the few examples of every run

# What parsers are known to trip over, in bytes: ends of files and of objects, lengths, markup, marks and encodings.
SCRAPS = [
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1a", b"\x85", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(b"<", b">", b"&#0;", b"&#xD800;", b"]]>", b"<!--", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<script>", b"</p>"),
    *(b"\r", b"\n\n", b"\t", b"=", b"=3D", b"=?utf-8?b?4p2M?=", b"--", b"%PDF-1.7", b"%%EOF", b"endobj", b"stream\n"),
    *(b"0", b"-1", b"99999999999", b"1e999", b"NaN", b"PK\x03\x04", b"\x50\x4b\x05\x06", b"[", b"{", b"(", b"\\", b"'"),
    *(
        b'"',
        b"#",
        b"|",
        b"*",
        b"  ",
        b": ",
        b"- ",
        b"~",
        b"!!python/name:os.system ",
        b"&a ",
        b"*a ",
        b"Content-Type: ",
    ),
]


def examples(few: int) -> Callable[[Any], Any]:
    """The settings of a test: `few` examples in every run, more by `make fuzz`."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    return settings(max_examples=few * TIMES, deadline=None, suppress_health_check=slow)


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes after one to five mishaps: some cut out, doubled, moved, overwritten, or the end cut off."""
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([1, 2, 7, 40, 300])))
        match draw(st.integers(0, 5)):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + draw(st.sampled_from(SCRAPS)) + data[start:]
            case 2:
                data = data[:start] + draw(st.binary(min_size=1, max_size=6)) + data[end:]
            case 3:
                data = data[:end] + data[start:end] + data[end:]
            case 4:
                data = data[:start] + data[end:] + data[start:end]
            case _:
                data = data[:start] if draw(st.booleans()) else data
    return data
