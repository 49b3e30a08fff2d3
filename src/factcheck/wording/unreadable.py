"""The error for words that fix no figure we know."""

from factcheck.wording.language import Language


class UnreadableWording(ValueError):  # noqa: N818 - named after the wording, as people will read it
    """A `says` that could not be read, or that nothing could meet. `known` shows what can be read, in groups."""

    def __init__(self, message: str, language: Language) -> None:
        super().__init__(message)
        self.known = language.known
