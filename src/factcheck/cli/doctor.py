"""`factcheck doctor`: what this machine has, what of the project is found, and what to do about what is missing."""

import typer

from factcheck.cli.options import Paths


def command(paths: Paths = None) -> None:
    """Show versions, extras and the line that installs each, settings, datasets and claims. Checks no claim.

    Ends with 0 where nothing is wrong, 2 where a file has a mistake, 3 where something that the project needs is
    missing. What is missing and not needed is no fault.

    \b
    Examples:
      factcheck doctor
          this machine, and the project here
      factcheck doctor claims/speech.yaml
          what one article needs
    """
    import os

    from factcheck.claims.find import FOLDER
    from factcheck.cli.screen import complain, show, width
    from factcheck.errors import ExitCode
    from factcheck.model.settings import Settings
    from factcheck.model.surveyed import State
    from factcheck.reports import survey as report
    from factcheck.settings.files import file_for
    from factcheck.surveying import survey
    from factcheck.wiring import open_project

    settings = file_for(paths or ["."]).path
    with open_project(paths or [], today=None, settings=Settings(allow_empty=True)) as project:
        sections = survey(project, settings, os.environ)
        unbegun = not paths and not (project.root / FOLDER).exists()  # told among the parts, and no mistake
        problems = [one for one in project.mistakes() if not (unbegun and one in project.problems)]
    show(report.render(sections, width=width()))
    wanting = any(part.state is State.WANTING for section in sections for part in section.parts)
    code = complain(problems) or (ExitCode.NOT_CHECKED if wanting else ExitCode.CLEAN)
    raise typer.Exit(int(code))
