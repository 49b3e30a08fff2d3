"""Shapes: YAML into typed values, every problem told, and the schema that says the same."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import jsonschema
import pytest

from cases_in import Case, cases_in, told
from factcheck.errors import FactcheckError
from factcheck.files.json_schema import json_schema
from factcheck.files.nodes import lines_of
from factcheck.files.reading import read
from factcheck.files.scalars import Days, days
from factcheck.files.shapes import Entries, Key, Placed
from factcheck.files.yaml import load
from factcheck.model.places import Place


@dataclass(frozen=True, slots=True)
class SourceShape:
    """Who says so."""

    title: Annotated[str, Key("who says so")]


@dataclass(frozen=True, slots=True)
class RecipeShape:
    """How to cook."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("boil", "fry")

    place: Place
    title: Annotated[Placed[str], Key("what it is called")]
    course: Annotated[Literal["soup", "main"], Key("when it is served")] = "main"
    servings: Annotated[int, Key("for how many")] = 2
    vegan: Annotated[bool, Key("without animals")] = False
    eaten_on: Annotated[Days | None, Key("when it was eaten", name="eaten")] = None
    tags: Annotated[tuple[str, ...], Key("words to find it by", or_one=True)] = ()
    source: Annotated[SourceShape | None, Key("who says so")] = None
    notes: Annotated[Entries[str], Key("anything else")] = ()
    boil: Annotated[int | None, Key("minutes of boiling")] = None
    fry: Annotated[int | None, Key("minutes of frying")] = None


def shown(recipe: RecipeShape) -> str:
    eaten = f"{recipe.eaten_on.start} to {recipe.eaten_on.end}" if recipe.eaten_on else "never"
    return (
        f"{recipe.title.value}, {recipe.course}, {recipe.servings}, "
        f"{'vegan' if recipe.vegan else 'not vegan'}, {eaten}, "
        f"{list(recipe.tags)}, {recipe.source.title if recipe.source else 'no source'}, "
        f"{ {name.text: note for name, note in recipe.notes} }, boil {recipe.boil}, fry {recipe.fry}, "
        f"at {recipe.place}, titled at {recipe.title.node.place}"
    )


def recipe(text: str) -> RecipeShape:
    return read(load(text, "f.yaml"), RecipeShape, lines_of(text), called="the recipe")


@pytest.mark.parametrize("case", cases_in("files/shapes.yaml"), ids=lambda case: case["name"])
def test_what_a_recipe_is_read_as(case: Case) -> None:
    if "gives" in case:
        assert shown(recipe(case["text"])) == case["gives"]
        return
    with pytest.raises(FactcheckError) as refused:
        recipe(case["text"])
    assert told(refused.value.problems) == case["problems"]


def test_the_schema_accepts_what_is_read_and_refuses_what_is_not() -> None:
    schema = json_schema(RecipeShape, "Recipe")
    jsonschema.Draft202012Validator.check_schema(schema)
    checked = jsonschema.Draft202012Validator(schema)
    assert checked.is_valid({"title": "Soup", "boil": 1, "tags": "winter", "source": {"title": "x"}, "eaten": 2023})
    assert not checked.is_valid({"title": "Soup"})
    assert not checked.is_valid({"title": "Soup", "boil": 1, "fry": 2})
    assert not checked.is_valid({"title": "Soup", "boil": 1, "titel": 2})
    assert schema["properties"]["eaten"]["description"] == "when it was eaten"  # type: ignore[call-overload,index]


@pytest.mark.parametrize("text", ["2023-02-29", "0000", "23", "2023-1", "2023-01-01T00:00", "２０２３", ""])
def test_what_is_no_day_month_or_year(text: str) -> None:
    assert days(text) is None
