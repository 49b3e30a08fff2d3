"""`factcheck data add`: a file becomes a dataset of the project."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.data_keep import Project, must_exist, progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.datasets.proposing.questions import Question, UnansweredError


def command(
    file: Annotated[str, typer.Argument(help="A file, or its address: https://...", metavar="PATH_OR_URL")],
    name: Annotated[str, typer.Option(help="What claims call it; made from the file's name.", metavar="NAME")] = "",
    form: Annotated[
        str, typer.Option("--format", help="Its format, where its name does not tell it: csv, xlsx.", metavar="FORMAT")
    ] = "",
    answer: Annotated[
        list[str] | None,
        typer.Option(help="The answer to a question; may be repeated.", metavar="QUESTION=ANSWER"),
    ] = None,
    project: Project = ".",
) -> None:
    """Copy or download a table, look at every column, and describe it in datasets/datapackage.yaml.

    What the file leaves in doubt is asked: the encoding, the row of names, 1.234, 03/04/2020, "NA", "-99", "<5",
    leading zeros, totals; and where the table comes from. In a terminal you answer there; elsewhere the questions are
    printed, nothing is written, and --answer gives the answers. The description is appended to: all else in it stays.

    \b
    Examples:
      factcheck data add downloads/gdp.csv
          asks what the file leaves in doubt
      factcheck data add gdp.csv --answer publisher='Statistics Office'
          answers it
    """
    from factcheck import adding
    from factcheck.cli.screen import patience, write
    from factcheck.datasets.proposing.questions import UnansweredError
    from factcheck.datasets.taking import taken
    from factcheck.files.paths import project_root
    from factcheck.model.places import DESCRIPTION

    must_exist(project)
    root = project_root(Path(project))
    answers = _answers(answer or [])
    with TemporaryDirectory(prefix="factcheck-") as folder:
        one = taken(file, name=name, root=root, folder=Path(folder), form=form, progress=progress)
        try:
            if sys.stdin.isatty():
                proposed = adding.asked(one, answers, _ask, root=root, folder=Path(folder))
            else:
                with patience("reading"):
                    proposed = adding.proposal(one, answers, root=root, folder=Path(folder))
        except UnansweredError as unanswered:
            write(_open(unanswered, answers))
            raise typer.Exit(2) from None
        adding.add(proposed, root=root)
    write(f"added to {DESCRIPTION}:\n{proposed.text}")
    write("".join(f"look at this: {remark}\n" for remark in proposed.remarks))
    write(f"then: factcheck data show {proposed.taken.name}\n")


def _answers(written: "Sequence[str]") -> dict[str, str]:
    answers: dict[str, str] = {}
    for key, told in map(_answer, written):
        if answers.setdefault(key, told) != told:
            raise typer.BadParameter(f'"{key}" has two answers: {answers[key]}, {told}')
    return answers


def _answer(told: str) -> tuple[str, str]:
    of_a_column = told.startswith(("cell:", "total:", "type:", "marks:", "days:", "dress:", "shown:"))
    key, mark, answer = told.rpartition("=") if of_a_column else told.partition("=")
    if not mark or not answer:
        raise typer.BadParameter(f'"{told}" is not QUESTION=ANSWER')
    return key, answer


def _ask(question: "Question") -> str:
    from factcheck.cli.screen import write
    from factcheck.reports.drawing.safe import visible

    write(f"\n{visible(question.text)}\n", stream=sys.stderr)
    for word, meaning in question.answers:
        write(f"  {visible(word)}: {visible(meaning)}\n", stream=sys.stderr)
    while True:
        answer: str = typer.prompt("answer", err=True)
        if question.takes(answer):
            return answer
        write("that is none of the answers\n", stream=sys.stderr)


def _open(unanswered: "UnansweredError", answers: "Mapping[str, str]") -> str:
    """The open questions, each with the option that answers it, and the answers that were of no use so far."""
    import shlex

    from factcheck.datasets.proposing.resources import ABOUT
    from factcheck.reports.drawing.safe import visible

    lines = ["Nothing was written. These are open; answer each with --answer:"]
    for one in unanswered.questions:
        lines += ["", visible(one.text)]
        if told := answers.get(one.key):
            lines.append(f'  "{visible(told)}" is none of the answers:')
        lines += [
            f"  --answer {shlex.quote(visible(f'{one.key}={word}'))}   {visible(meaning)}"
            for word, meaning in one.answers
        ]
    later = [key for key, *_ in ABOUT]
    if idle := [key for key in answers if key not in (*unanswered.asked, *later)]:
        lines += ["", f"Answered, and not asked so far: {', '.join(map(visible, idle))}"]
    return "\n".join(lines) + "\n"
