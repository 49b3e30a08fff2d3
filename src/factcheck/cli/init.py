"""`factcheck init`: a new project folder that works at once."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    folder: Annotated[
        Path, typer.Argument(help="The folder to make; it must not hold any of the files.", metavar="FOLDER")
    ],
) -> None:
    """Make a folder with a statement, its claims, and a table, to try the tool on and to replace with your own.

    \b
    Examples:
      factcheck init my-articles
          a project that checks at once
    """
    import json

    from factcheck import starter
    from factcheck.claims import schema as claims
    from factcheck.cli.screen import complain, write
    from factcheck.datasets import description
    from factcheck.errors import Problem
    from factcheck.files.write import write as write_file

    schemas = {
        "schemas/claims.json": json.dumps(claims.schema(), indent=2) + "\n",
        "schemas/datasets.json": json.dumps(description.schema(), indent=2) + "\n",
    }
    files = {**dict(starter.contents()), **schemas}
    taken = [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]
    if taken:
        problem = Problem(f"{folder} already holds {taken[0]}", remedy="name a new folder; nothing was written")
        raise typer.Exit(int(complain([problem])))
    try:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(folder / name, text)
    except OSError as error:
        problem = Problem(f"{folder} cannot be written: {error.strerror or error}", remedy="name another folder")
        raise typer.Exit(int(complain([problem]))) from None
    write(f"made {folder}\n  cd {folder}\n  factcheck check\n")
