"""SPSS files: the codes as they are stored, not their labels."""

from factcheck.datasets.readers.frames import rows_of
from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.model.tables import DataFile


def grid(file: DataFile) -> Grid:
    """The rows of the file. A label is not put in place of its code: two codes may share one."""
    import pandas as pd

    try:
        frame = pd.read_spss(file.absolute, convert_categoricals=False)
    except ImportError:
        remedy = "pip install 'factcheck-cli[spss]', or save it as CSV"
        raise UnreadableError(f"{file.path}: SPSS files need the package pyreadstat", remedy) from None
    except Exception as error:  # noqa: BLE001 - a damaged file makes the reader raise whatever it comes upon
        told = f"{file.path} cannot be read ({type(error).__name__}: {error})"
        raise UnreadableError(told, "it may be cut short or no SPSS file: get it again") from None
    return Grid(rows_of([frame]), padded=True)
