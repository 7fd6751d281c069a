"""An answer in the making: sentences released so far, those withheld, and their citations.

What this module does not know: how a sentence is judged, or whether the whole answers.
"""

from dataclasses import dataclass, field

from assistant.answer import Citation, Withheld
from assistant.llm.markers import cited, remarked, unmarked
from assistant.llm.release import Judge, is_bare
from assistant.llm.sentences import Sentence

MOST_RELEASED = 40
MOST_WITHHELD = 20
LONGEST_SHOWN = 300
REPEATED = "câu lặp lại"
UNENDED = "câu bị ngắt giữa chừng"


@dataclass
class Draft:
    """Takes sentences one by one.

    ``secret`` is cut out of whatever is shown of a withheld one; ``count`` counts all withheld,
    also those too many to be kept.
    """

    judge: Judge
    secret: str = ""
    withheld: list[Withheld] = field(default_factory=list)
    count: int = 0
    _lines: list[str] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _held: list[Sentence] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _last: str = ""

    @property
    def text(self) -> str:
        """What was released, its markers numbered by first use."""
        return "".join(self._lines).strip()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages cited, in the order of their new numbers."""
        return tuple(self.judge.given[number - 1] for number in self._numbers)

    def take(self, sentence: Sentence) -> bool:
        """Judge a sentence; return whether more can be shown than before.

        One that leads in or has no marker waits for the next, and passes or falls with it.
        """
        waits = sentence.leads_in or is_bare(sentence.text) or not cited(sentence.text)
        if waits:
            self._held.append(sentence)
            return False
        held, self._held = self._held, []
        return self._judged(held, sentence)

    def finish(self) -> None:
        """Withhold what still waits for a sentence that never came."""
        held, self._held = self._held, []
        self._withhold_all(held)

    def cut(self, sentence: Sentence) -> None:
        """Withhold a sentence that was broken off."""
        self._withhold(sentence.text, UNENDED)

    def _judged(self, held: list[Sentence], sentence: Sentence) -> bool:
        """Release a sentence with all that waits for it, or with less, or withhold it."""
        for kept in dict.fromkeys((len(held), _leaning(held), 0)):
            together = [*held[len(held) - kept :], sentence]
            if not self.judge.reason(_joined(together), self._last):
                self._withhold_all(held[: len(held) - kept])
                return self._release(together)
        self._withhold_all(held)
        self._withhold(sentence.text, self.judge.reason(sentence.text, self._last))
        return False

    def _release(self, sentences: list[Sentence]) -> bool:
        text = _joined(sentences)
        if unmarked(text) in self._seen or len(self._seen) >= MOST_RELEASED:
            self._withhold(text, REPEATED)
            return False
        self._seen.add(unmarked(text))
        self._last = unmarked(text)
        for one in sentences:
            self._lines.append(("\n" if one.own_line else " ") + remarked(one.text, self._number))
        return True

    def _number(self, given: int) -> int:
        return self._numbers.setdefault(given, len(self._numbers) + 1)

    def _withhold_all(self, sentences: list[Sentence]) -> None:
        for one in sentences:
            self._withhold(one.text, self.judge.reason(one.text, self._last))

    def _withhold(self, text: str, reason: str) -> None:
        self.count += 1
        if len(self.withheld) < MOST_WITHHELD:
            self.withheld.append(Withheld(self._shown(text), reason))

    def _shown(self, text: str) -> str:
        safe = text.replace(self.secret, "•••") if self.secret else text
        return safe if len(safe) <= LONGEST_SHOWN else safe[: LONGEST_SHOWN - 1] + "…"


def _joined(sentences: list[Sentence]) -> str:
    return "\n".join(one.text for one in sentences)


def _leaning(held: list[Sentence]) -> int:
    """Return how many at the end only open what follows: "Có.", "Các nhóm gồm:"."""
    count = 0
    while count < len(held) and (held[-1 - count].leads_in or is_bare(held[-1 - count].text)):
        count += 1
    return count
