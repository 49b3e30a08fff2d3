"""Our descriptions are Data Packages, and our JSON Schema accepts them."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck.datasets.description import schema
from factcheck.datasets.package import load

PROJECT = Path(__file__).parents[2]

DESCRIPTION = """
$schema: https://datapackage.org/profiles/2.0/datapackage.json
name: package
resources:
  - name: d
    path: d.csv
    format: csv
    mediatype: text/csv
    encoding: utf-8
    dialect: {delimiter: ",", quoteChar: '"', headerRows: [1]}
    sources: [{title: S, path: "https://example.org", publisher: P}]
    licenses: [{name: CC0-1.0, title: Public domain, path: "https://example.org"}]
    row: victim
    as_of: 2022-11
    published: 2023-01
    from: 2002
    to: 2021
    lasting: yes
    complete: no
    complete_reason: some are absent
    totals: {sex: Total}
    censored: {"<5": 0..4}
    uncertainty: {plus_minus: 3%, source: codebook}
    prices: current
    aliases: {columns: {s: sex}, values: {sex: {women: Female}}}
    schema:
      missingValues: [""]
      primaryKey: [sex]
      fields:
        - {name: sex, type: string, constraints: {required: true}}
        - {name: tags, type: list, delimiter: ";"}
        - {name: n, type: integer, missingValues: ["", "<5"], constraints: {minimum: 0}}
        - {name: x, type: number, groupChar: ",", scale: 1000000, unit: USD}
        - {name: year, type: year}
        - {name: day, type: date}
        - {name: sure, type: boolean}
"""
DATA = 'sex,tags,n,x,year,day,sure\nFemale,a;b,<5,"1,234.5",2020,2020-02-29,true\nMale,,7,5,2021,,0\n'


@pytest.fixture
def description(tmp_path: Path) -> Path:
    (tmp_path / "d.csv").write_text(DATA)
    path = tmp_path / "datapackage.yaml"
    path.write_text(DESCRIPTION)
    return path


def test_every_key_of_ours_leaves_a_data_package_valid(description: Path) -> None:
    assert not load(description, description.parent).problems
    assert _invalid(description) == []


def test_the_standards_tools_see_what_we_see(description: Path) -> None:
    """The near twin: a cell that does not fit is an error there too."""
    description.with_name("d.csv").write_text(DATA.replace("2020-02-29", "2020-02-30"))
    assert _invalid(description) == ["type-error"]


def test_the_description_of_this_project_is_a_data_package() -> None:
    path = PROJECT / "datasets" / "datapackage.yaml"
    assert not load(path, PROJECT).problems
    assert _invalid(path) == []


@pytest.mark.parametrize("text", [DESCRIPTION, (PROJECT / "datasets" / "datapackage.yaml").read_text()])
def test_the_schema_for_editors_accepts_good_descriptions(text: str) -> None:
    jsonschema.validate(_as_editors_read(text), schema())


def test_the_schema_for_editors_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError, match="rows"):
        jsonschema.validate(_as_editors_read(DESCRIPTION.replace("row: victim", "rows: victim")), schema())


def _as_editors_read(text: str) -> object:
    """YAML as JSON knows it: days are texts."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012 - as in the class above it
            mark: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
            for mark, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)  # noqa: S506 - a safe loader, without days


def _invalid(path: Path) -> list[str]:
    """The kinds of error frictionless finds."""
    import frictionless

    report = frictionless.validate(str(path))
    return [error.type for task in report.tasks for error in task.errors] + [error.type for error in report.errors]
