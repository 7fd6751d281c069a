"""A model's text cut into sentences while it still arrives.

A sentence is handed out once what follows it proves that it has ended; its citation markers stand
inside it by then. Lines end sentences too. Thinking aloud ("<think>…</think>") is no text.

What this module does not know: whether a sentence is true.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.llm.markers import inside
from corpus.model import Paragraph, ParagraphKind, Span
from corpus.normalize import nfc
from corpus.sentences import sentences_of

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG_BEGUN = re.compile(r"<[^<>\n]{0,12}\Z")
_EMPHASIS = re.compile(r"\*\*|__|`+|^\s{0,3}#{1,6}\s+|^\s{0,3}>\s+")
_ITEM = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•*+])\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the model wrote it, markers inside; ``own_line`` where it opens a line."""

    text: str
    own_line: bool

    @property
    def has_ended(self) -> bool:
        """Whether it has surely ended, wherever the text was broken off: marker, full stop."""
        return self.text[-2:] in {"].", "]!", "]?"}

    @property
    def leads_in(self) -> bool:
        """Whether it only opens what follows: "Văn bản nêu các nhóm sau:"."""
        return self.text.endswith(":")


class Sentences:
    """Takes the pieces of one text, gives its sentences."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._raw = ""
        self._done = 0

    def feed(self, piece: str) -> list[Sentence]:
        """Take a piece; return the sentences that it shows to be whole."""
        self._raw += piece
        if not piece or not any(char.isspace() for char in piece):
            return []
        found = list(self._sentences())[:-1]
        new, self._done = found[self._done :], max(self._done, len(found))
        return new

    def finish(self) -> list[Sentence]:
        """Return what is left, the last sentence whether or not it has ended."""
        found = list(self._sentences(whole=True))
        new, self._done = found[self._done :], len(found)
        return new

    def _sentences(self, *, whole: bool = False) -> Iterator[Sentence]:
        text = _THOUGHT.sub("", self._raw)
        text = text if whole else _TAG_BEGUN.sub("", text)
        lines = text.split("\n")
        for place, line in enumerate(lines):
            clean = _clean(line)
            ended = whole or place + 1 < len(lines)
            cut = _cut(clean)
            for number, sentence in enumerate(cut):
                last = number + 1 == len(cut)
                sure = ended or last or _proves(cut[number + 1])
                yield Sentence(sentence, own_line=number == 0)
                if not sure:
                    return


def _proves(following: str) -> bool:
    """Tell whether what follows a sentence is enough to know that the sentence has ended."""
    return not following.startswith("[") and len(following.split()) > 1


def _cut(line: str) -> list[str]:
    if not line:
        return []
    item = _ITEM.match(line)
    head = "- " if item else ""
    content = line[item.end() :] if item else line
    if not content.strip():
        return []
    paragraphs = (Paragraph(1, Span(0, len(content)), ParagraphKind.BODY),)
    spans = [sentence.span for sentence in sentences_of(content, paragraphs)]
    texts = [span.of(content).strip() for span in spans]
    return [(head if place == 0 else "") + text for place, text in enumerate(texts) if text]


def _clean(line: str) -> str:
    """Return a line without marks of layout and characters nobody sees."""
    visible = "".join(c for c in nfc(line) if unicodedata.category(c) not in _UNSEEN)
    return inside(_EMPHASIS.sub("", visible)).strip()


_UNSEEN = frozenset(("Cc", "Cf", "Co", "Cn", "Cs"))
