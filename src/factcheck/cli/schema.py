"""`factcheck schema`: the JSON Schema of the files people write, so that editors complete them."""

from enum import StrEnum
from typing import Annotated

import typer


class Kind(StrEnum):
    CLAIMS = "claims"
    DATASETS = "datasets"


def command(kind: Annotated[Kind, typer.Argument(help="Which files' schema.", metavar="claims|datasets")]) -> None:
    """Print the JSON Schema of claim files, or of the datasets' description.

    \b
    Examples:
      factcheck schema claims > claims.schema.json
          for an editor that completes claim files
      factcheck schema datasets
          of datasets/datapackage.yaml
    """
    import json

    from factcheck.cli.screen import write

    if kind is Kind.CLAIMS:
        from factcheck.claims.schema import schema
    else:
        from factcheck.datasets.description import schema
    write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
