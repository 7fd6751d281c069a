"""Which characters of a text are still free: keeps found mentions apart in linear time.

What this module does not know: what takes a character.
"""

from collections.abc import Iterable

from corpus.model import Span


class Free:
    """The code points of one text that no span has taken yet."""

    def __init__(self, text: str, taken: Iterable[Span] = ()) -> None:
        """Begin with everything free but the ``taken`` spans."""
        self._taken = bytearray(len(text))
        for span in taken:
            self.take(span)

    def take(self, span: Span) -> None:
        """Mark a span as taken."""
        self._taken[span.start : span.end] = b"\1" * len(span)

    def is_free(self, span: Span) -> bool:
        """Tell whether no code point of ``span`` is taken."""
        return 1 not in self._taken[span.start : span.end]
