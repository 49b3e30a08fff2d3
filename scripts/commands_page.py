"""The page of commands: what each prints for --help in a terminal of 80 columns."""

from collections.abc import Iterator

import typer.core
import typer.main

from factcheck.cli import app

HEAD = """# Commands

What `factcheck --help` and `factcheck COMMAND --help` print. This page is made from the files in `src/factcheck/cli/`.

## Shell completion

`factcheck --install-completion` teaches your shell (bash, zsh, fish, PowerShell) to complete commands, options, formats
and names of findings with the tab key; open a new shell afterwards. `--show-completion` prints what it would add, for a
shell whose settings you keep yourself.
"""
COLUMNS = 78  # what is left of a terminal of 80


def commands() -> str:
    """The head, then each command in the order of the help, groups before what is in them."""
    root = typer.main.get_command(app)
    told = [f"\n## {name}\n\n```text\n{text}\n```\n" for name, text in _told(root, None, "factcheck")]
    return HEAD + "".join(told)


def _told(command: object, parent: typer.Context | None, name: str) -> Iterator[tuple[str, str]]:
    if not isinstance(command, typer.core.TyperCommand | typer.core.TyperGroup):
        raise TypeError(f"{name} is no command")
    settings = command.context_settings
    context = typer.Context(command, parent=parent, info_name=name, terminal_width=COLUMNS, **settings)
    path = context.command_path
    yield path, _without_line_ends(command.get_help(context))
    if isinstance(command, typer.core.TyperGroup):
        for each, below in command.commands.items():
            yield from _told(below, context, each)


def _without_line_ends(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())
