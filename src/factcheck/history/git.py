"""Asks git: where a branch began, and the files of a commit, put into a folder of their own."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem

TIME_LIMIT = 300
LONGEST_ANSWER = 300
QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false")


@dataclass(frozen=True, slots=True)
class Base:
    """A commit of the repository whose work tree begins at `top`."""

    top: Path
    commit: str

    @property
    def short(self) -> str:
        return self.commit[:9]


def merge_base(folder: Path, ref: str) -> Base:
    """The commit at which HEAD and `ref` part. Raises FactcheckError (code 3) where git cannot tell it."""
    top = Path(_told(folder, ["rev-parse", "--show-toplevel"], "this folder is in no git repository", "git init"))
    named = f"{ref}^{{commit}}"
    remedy = f"is it fetched? In a workflow: actions/checkout with fetch-depth: 0; else git fetch origin {ref}"
    commit = _told(top, ["rev-parse", "--verify", "--end-of-options", named], f'git knows no commit "{ref}"', remedy)
    shallow = _told(top, ["rev-parse", "--is-shallow-repository"], "git does not answer", "") == "true"
    remedy = "fetch the whole history: actions/checkout with fetch-depth: 0, or git fetch --unshallow"
    what = "this is a shallow clone: " if shallow else ""
    base = _told(top, ["merge-base", commit, "HEAD"], f'{what}HEAD and "{ref}" have no commit in common', remedy)
    return Base(top, base)


def added(base: Base) -> tuple[str, ...]:
    """The files of the work tree that the commit does not have, from its top, without those that git ignores."""
    words = ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--diff-filter=A", "-z"]
    failed, remedy = "the files that are new cannot be told", "run git fsck"
    known = _told(base.top, [*words, base.commit], failed, remedy)
    others = _told(base.top, ["ls-files", "--others", "--exclude-standard", "-z"], failed, remedy)
    return tuple(name for told in (known, others) for name in told.split("\0") if name)


def put_tree(base: Base, folder: Path, index: Path) -> None:
    """The files of the commit, put into `folder`. `index` is a file that git may write; it is not the repository's.

    Attributes are those of the commit: with those of the work tree, a change could have its base written otherwise.
    """
    store = _told(base.top, ["rev-parse", "--absolute-git-dir"], "git does not answer", "run git fsck")
    environment = {"GIT_INDEX_FILE": str(index), "GIT_DIR": store, "GIT_WORK_TREE": str(folder.resolve())}
    failed = f"the files of {base.short} cannot be had"
    words = ["read-tree", "--reset", "-u", "--no-sparse-checkout", "--no-recurse-submodules", base.commit]
    _told(folder, words, failed, "make room, or run git fsck", environment)


def _told(folder: Path, words: list[str], message: str, remedy: str, more: dict[str, str] | None = None) -> str:
    """What git prints. Raises FactcheckError with the message where it fails."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", **(more or {})}
    try:
        done = subprocess.run(  # noqa: S603 - fixed words; a name of the user's stands behind --end-of-options
            ["git", *QUIET, *words],  # noqa: S607 - the git that the user's own shell would find
            cwd=folder, env=environment, capture_output=True, text=True, timeout=TIME_LIMIT, check=False,
            encoding="utf-8", errors="replace",
        )  # fmt: skip
    except FileNotFoundError:
        raise _refused("git is not installed", "install git, or leave --diff-base out") from None
    except subprocess.TimeoutExpired:
        raise _refused(f"git did not answer for {TIME_LIMIT} seconds", "look at the repository") from None
    if done.returncode:
        said = " ".join(done.stderr.split())[:LONGEST_ANSWER]
        raise _refused(f"{message}{f' ({said})' if said else ''}", remedy)
    return done.stdout.strip()


def _refused(message: str, remedy: str) -> FactcheckError:
    return FactcheckError(Problem(message, remedy=remedy, code=ExitCode.NOT_CHECKED))
