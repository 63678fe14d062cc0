"""Programs that some tests need besides Python."""

from __future__ import annotations

import os
import shutil

import pytest


def need(program: str, package: str) -> str:
    """The path of `program`. Where it is not installed the test is skipped; under CI it fails, since .ci/run installs
    the Debian `package` that holds it."""
    path = shutil.which(program)
    if path is None:
        missing = f"{program} is not installed (apt-get install {package})"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return path
