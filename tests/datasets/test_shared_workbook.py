"""UNODC's workbook of detected victims, as it was published, read by a description: skipped where it is absent."""

from pathlib import Path

from factcheck.datasets.package import load
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.model.conditions import ALL_ROWS, Name
from factcheck.model.queries import Answer, Figure, Profile, Query, TableProfile
from shared_data import shared

DESCRIPTION = """
resources:
  - name: glotip
    path: unodc-glotip.xlsx
    dialect: {headerRows: [3]}
    row: country, year and group
    censored: {"<5": 0..4}
    totals: {Sex: Total, Age: Total, Category: Total}
    complete: no
    complete_reason: Not every country reports every year.
    schema:
      fields:
        - {name: Iso3_code}
        - {name: Country}
        - {name: Region}
        - {name: Subregion}
        - {name: Indicator}
        - {name: Dimension}
        - {name: Category}
        - {name: Sex}
        - {name: Age}
        - {name: Year, type: year}
        - {name: Unit of measurement}
        - {name: txtVALUE, type: integer, groupChar: ",", constraints: {minimum: 0, maximum: 1000000}}
        - {name: Source}
"""


def test_the_workbook_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "unodc-glotip.xlsx").symlink_to(shared("unodc-glotip.xlsx"))
    (tmp_path / "datapackage.yaml").write_text(DESCRIPTION)
    catalogue = load(tmp_path / "datapackage.yaml", Path("/"))
    assert not catalogue.problems
    tables, problems = ready(catalogue.tables, tmp_path)
    assert not problems
    assert tables["glotip"].file.remarks == ()
    total = Query("glotip", (Figure("known", Name("txtVALUE"), ALL_ROWS),))
    with open_engine(tables) as engine:
        profile, known = engine.answers([Profile("glotip", ("txtVALUE", "Year", "Iso3_code")), total])
    assert isinstance(profile, TableProfile)
    assert isinstance(known, Answer)
    value, year, code = profile.columns
    assert (profile.rows, year.misfits, code.missing) == (58769, 0, 26)
    assert (value.missing, value.censored, value.misfits) == (0, 29558, 128)
    assert value.examples[0].count(",") > 1, "what Excel made of a list of years, such as 61,102,019"
