"""Who publishes the check of a statement: what machines that read fact checks are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A house that checks claims of others: its name, its address, and where its check of a claim is published.

    In `page`, {file} stands for the name of the claim file without its ending, {claim} for the id of the claim.
    """

    name: str
    url: str
    page: str
