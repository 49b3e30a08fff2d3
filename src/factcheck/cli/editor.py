"""A person's own editor, opened on a file at a line."""

import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

NONE = "no editor is set: export EDITOR=nano, or another; or change the file in a window of its own"
BY_PLUS = frozenset(
    {
        "vi",
        "vim",
        "nvim",
        "view",
        "ex",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "kak",
        "joe",
        "jed",
        "mg",
        "micro",
        "ne",
    }
)
BY_COLON = frozenset({"hx", "helix", "subl", "zed"})
BY_GOTO = frozenset({"code", "code-insiders", "codium", "cursor"})
WAITS = frozenset({"subl", "zed", *BY_GOTO})  # else they end at once, and the file is looked at too early


def command(editor: str, path: Path, line: int) -> list[str]:
    """The words that open the file; at the line, where it is known how the editor takes one.

    >>> command("nano -w", Path("/p/a.yaml"), 7), command("code", Path("/p/a.yaml"), 7)
    (['nano', '-w', '+7', '/p/a.yaml'], ['code', '--wait', '--goto', '/p/a.yaml:7'])
    >>> command("sh edit.sh", Path("/p/a.yaml"), 7)
    ['sh', 'edit.sh', '/p/a.yaml']
    """
    words = shlex.split(editor)
    name = PurePath(words[0]).name.removesuffix(".exe") if words else ""
    if name in BY_PLUS:
        return [*words, f"+{line}", str(path)]
    waits = ["--wait"] if name in WAITS and not {"-w", "--wait"} & set(words) else []
    if name in BY_GOTO:
        return [*words, *waits, "--goto", f"{path}:{line}"]
    return [*words, *waits, f"{path}:{line}" if name in BY_COLON else str(path)]


def edited(editor: str, path: Path, line: int) -> str:
    """Opens the file and waits until the person has left; gives why it could not be opened, or nothing."""
    try:
        words = command(editor, path, line)
    except ValueError:
        return f"the editor cannot be told from EDITOR={editor}"
    if not words or words[0] == str(path):
        return NONE
    try:
        with _left_to_the_editor():
            subprocess.run(words, check=False)  # noqa: S603 - the person's own editor, without a shell
    except OSError as error:
        return f"the editor {words[0]} cannot be started: {error.strerror or error}"
    return ""


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Ctrl-C belongs to the editor meanwhile: it must not end what the person is writing."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
