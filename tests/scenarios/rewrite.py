"""Writes what the commands of transcripts print now: python tests/scenarios/rewrite.py [NAME]...

Read what it writes before you commit it: a transcript says what should be true, not what is.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))
from transcripts import WRONG, Section, make, run, sections, transcripts, written


def rewritten(text: str, project: Path) -> str:
    """The transcript with the output of its commands as it is now."""
    parts = sections(text)
    make(project, parts)
    kept: list[Section] = []
    for part in parts:
        if part.heading.startswith("$ "):
            found = run(part.heading.removeprefix("$ "), project)
            kept.append(Section(part.heading, found.stdout))
            kept += [Section("stderr", found.stderr)] if found.stderr else []
            kept.append(Section(f"ends with {found.code}"))
        elif part.heading != "stderr" and not part.heading.startswith("ends with"):
            kept.append(part)
    return "".join(map(written, kept))


if __name__ == "__main__":
    for path in transcripts():
        text = path.read_text(encoding="utf-8")
        if not text.startswith(WRONG) and (path.stem in sys.argv[1:] or not sys.argv[1:]):
            with TemporaryDirectory() as folder:
                path.write_text(rewritten(text, Path(folder) / "project"), encoding="utf-8")
