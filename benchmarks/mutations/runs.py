"""The two runs, and what is told of each change."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.mutations.corpus import Article
from benchmarks.mutations.projects import Altered, Outcome, outcomes
from benchmarks.mutations.reading import said
from benchmarks.mutations.texts import looks, marks, replaced, with_figure
from benchmarks.mutations.ways import Change, changes, reworded
from factcheck.model.findings import Finding, Verdict

DECIDED = (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING)


@dataclass(frozen=True, slots=True)
class Told:
    """One change, the words it made, what the program said, and whether that is right."""

    kind: str
    claim: str
    words: str
    answer: str
    right: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """One change of an article, waiting for its outcome."""

    kind: str
    claim: str
    words: str
    altered: Altered


def clean(articles: Sequence[Article]) -> list[Outcome]:
    """What the program says of the articles as they are."""
    return outcomes([Altered(one, one.text, one.claims) for one in articles])


def text_only(articles: Sequence[Article], before: Sequence[Outcome]) -> Iterator[Told]:
    """The first run's changes that must be found: each gives a finding that was not there before."""
    yield from _new_findings(list(_wrong_texts(articles, before)), wanted=True)


def looks_only(articles: Sequence[Article], before: Sequence[Outcome]) -> Iterator[Told]:
    """The first run's changes that mean nothing: none gives a finding that was not there before."""
    yield from _new_findings(list(_other_looks(articles, before)), wanted=False)


def all_changed(articles: Sequence[Article], before: Sequence[Outcome]) -> tuple[list[Told], int]:
    """The second run: text, quote and `says` change together. Besides, how many changes the data do not refute."""
    tried, unclear = [], 0
    for article, outcome in zip(articles, before, strict=True):
        for claim in _claims(article, outcome, (Verdict.SUPPORTED,)):
            node, truth = article.claim(claim), article.truths[claim]
            for change in changes(node, truth):
                if is_false(article, change):
                    tried.append(Tried(change.kind, claim, change.quote, _careless(article, claim, change)))
                else:
                    unclear += 1
            same = reworded(node, truth)
            tried.append(Tried(same.kind, claim, same.quote, _careless(article, claim, same)))
    told = [_verdict(one, outcome) for one, outcome in zip(tried, outcomes([t.altered for t in tried]), strict=True)]
    return told, unclear


def is_false(article: Article, change: Change) -> bool:
    """Whether the new words are false, or are about what the table does not hold; asked of the table, not of us."""
    if change.by_nature:
        return True
    true = article.tables.true(change.query)
    if true is None:
        return True
    number = said(change.words)
    return number is None or not number.holds(true)


def _claims(article: Article, outcome: Outcome, verdicts: Sequence[Verdict]) -> list[str]:
    return [one for one in article.truths if outcome.results[one].verdict in verdicts]


def _wrong_texts(articles: Sequence[Article], before: Sequence[Outcome]) -> Iterator[Tried]:
    number = 0
    for article, outcome in zip(articles, before, strict=True):
        for claim in _claims(article, outcome, DECIDED):
            node, truth = article.claim(claim), article.truths[claim]
            quote = " ".join(node["quote"].split())
            for change in (*changes(node, truth), reworded(node, truth)):
                text = replaced(article.text, quote, change.quote)
                yield Tried(change.kind, claim, change.quote, _alone(article, claim, text))
            gone = replaced(article.text, quote, "")
            yield Tried("deleted", claim, f"- {quote}", _alone(article, claim, gone))
            number += 1
            more = with_figure(article.text, quote, number)
            yield Tried("new figure", claim, f"{quote} + a figure", _alone(article, claim, more))


def _other_looks(articles: Sequence[Article], before: Sequence[Outcome]) -> Iterator[Tried]:
    for article, outcome in zip(articles, before, strict=True):
        for kind, text in looks(article.text):
            yield Tried(kind, article.name, kind, Altered(article, text, article.claims))
        for claim in _claims(article, outcome, DECIDED):
            node = article.claim(claim)
            quote = " ".join(node["quote"].split())
            for kind, words in marks(quote, str(node.get("says", ""))):
                text = replaced(article.text, quote, words)
                yield Tried(kind, claim, words, _alone(article, claim, text))


def _alone(article: Article, claim: str, text: str) -> Altered:
    """The text with the one claim that is meant: the others would only take time."""
    return Altered(article, text, {**article.claims, "claims": [article.claim(claim)]})


def _careless(article: Article, claim: str, change: Change) -> Altered:
    """The text, the quote and what it says; the check stays."""
    claims = copy.deepcopy(article.claims)
    node = next(one for one in claims["claims"] if one["id"] == claim)
    text = replaced(article.text, node["quote"], change.quote)
    node["quote"] = change.quote
    if change.says is not None:
        node["says"] = change.says
    claims["claims"] = [node]
    return Altered(article, text, claims)


def _new_findings(tried: Sequence[Tried], *, wanted: bool) -> Iterator[Told]:
    """What each finds that the same claims on the text as it was do not."""
    unchanged = {_key(one): replace(one.altered, text=one.altered.article.text) for one in tried}
    known = dict(zip(unchanged, outcomes(list(unchanged.values())), strict=True))
    for one, outcome in zip(tried, outcomes([each.altered for each in tried]), strict=True):
        new = outcome.identities - known[_key(one)].identities
        kinds = ", ".join(sorted({identity.kind for identity in new}))
        yield Told(one.kind, one.claim, one.words, kinds or "nothing", bool(new) is wanted)


def _key(one: Tried) -> tuple[str, str]:
    return one.altered.article.name, one.claim


def _verdict(one: Tried, outcome: Outcome) -> Told:
    result = outcome.results.get(one.claim)
    refusals = [finding for finding in outcome.findings if finding.kind == "mistake"]
    answer, right = _refused(refusals) if result is None else (str(result.verdict.value), False)
    if result is not None:
        reason = f": {result.reason}" if result.reason else ""
        answer += reason
        undecided = result.verdict is Verdict.NOT_ENOUGH and bool(result.reason)
        stopped = result.verdict in (Verdict.REFUTED, Verdict.CONFLICTING) or undecided
        right = result.verdict is Verdict.SUPPORTED if one.kind == "reworded" else stopped
    elif one.kind == "reworded":
        right = False
    return Told(one.kind, one.claim, one.words, answer, right)


def _refused(refusals: Sequence[Finding]) -> tuple[str, bool]:
    return (f"refused: {refusals[0].message}", True) if refusals else ("nothing", False)
