"""LibreOffice without a window, with a profile of its own. Where it is missing the tests are skipped, or fail in CI."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

MISSING = "soffice is missing: apt-get install --no-install-recommends libreoffice-writer-nogui"
SECONDS = 120


class LibreOffice:
    """The program, if it is there."""

    def __init__(self, profile: Path) -> None:
        found = shutil.which("soffice")
        if found is None and os.environ.get("CI"):
            pytest.fail(MISSING)
        if found is None:
            pytest.skip(MISSING)
        self._words = [found, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to"]

    def written(self, files: Iterable[Path], form: str) -> list[Path]:
        """Files written anew in another format, all at once, beside the old ones."""
        old = list(files)
        words = [*self._words, form, "--outdir", str(old[0].parent), *map(str, old)]
        subprocess.run(words, check=True, capture_output=True, timeout=SECONDS)
        new = [path.with_suffix("." + form.split(":", maxsplit=1)[0]) for path in old]
        assert [path.name for path in new if not path.exists()] == []
        return new
