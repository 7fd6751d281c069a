"""A year, name or number that the text gives to something else ("sơ kết 2028, tổng kết 2030").

A statement that names one of two such, of which each has its own clause in the text, is held
against that clause; where the other one's clause says what is stated, the two were crossed.

What this module does not know: figures (`assistant.claims.beside`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.claims.days import lead_forms
from assistant.claims.scene import Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.reading.annotations import Notes
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.numbered import find_numbered
from corpus.quantities import Mentions, TimeKind

_APART = re.compile(
    r"[,;:](?![0-9])|(?<!\w)(?:và|còn|nhưng|trong khi|song|riêng)(?!\w)|\s\|\s|\.\s"
)
_DAY = f"thời gian {TimeKind.DATE}"
_JOINED = re.compile(r"[^\W_] ")  # a word right before a name, and no mark
_PAIR = 2
_AHEAD = 40  # characters before a day in which what leads to it stands
_LEAST = 0.3  # what the other clause must have more of what is stated, in weights of words
_TWICE = 2
_REACH = 24  # characters before a name that are surely its own


@dataclass(frozen=True, slots=True)
class _Named:
    """A year, name or numbered thing: its class, which one, where."""

    family: str
    key: str
    span: Span


def crossed_with(scene: Scene, notes: Notes) -> Difference | None:
    """Return what the statement gives to the wrong thing, and what the text gives it, else None."""
    text = scene.statement.text
    figures = any(quantity.figures for quantity in scene.mentions.quantities)
    claimed = list(_named(text, scene.mentions))
    quote = notes.document.quote(notes.passage.span)
    stated = list(_named(quote, notes.sentence.mentions, notes.passage.span.start))
    for one in claimed:
        if figures and one.family != _DAY:
            continue  # compared with what stands beside each figure
        said = _forms(text, Span(0, len(text)), one.span, digits=figures)
        mine = [other for other in stated if _alike(one, other) and one.key == other.key]
        others = [other for other in stated if _alike(one, other) and one.key != other.key]
        others = [o for o in others if not any(_alike(o, c) and o.key == c.key for c in claimed)]
        if len(mine) != 1:
            continue
        own = _clause(quote, mine[0].span)
        for other in others:
            its = _clause(quote, other.span)
            if its.end <= own.start:  # its beginning may be said of both
                its = Span(max(its.start, other.span.start - _REACH), its.end)
            mine_said = _forms(quote, own, mine[0].span, digits=figures)
            its_said = _forms(quote, its, other.span, digits=figures)
            more = _says_more(scene, said, mine_said, its_said)
            if own != its and (more or _leads_to(text, one, quote, own, other)):
                return Difference(one.span.of(text), other.span.of(quote), _aspect(one))
    return None


def _leads_to(text: str, one: _Named, quote: str, own: Span, other: _Named) -> bool:
    """Tell whether the words before a claimed day lead to another one in the text, and not to it.

    "có hiệu lực từ ngày 20/11" where it was "thông qua ngày 20/11" and "có hiệu lực từ ngày 1/1".
    """
    if one.family != _DAY:
        return False
    lead = tuple(lead_forms(text[: one.span.start])[-_PAIR:])
    if len(lead) < _PAIR or lead in _pairs(lead_forms(own.of(quote))):
        return False
    return lead in _pairs(lead_forms(quote[max(0, other.span.start - _AHEAD) : other.span.start]))


def _pairs(forms: list[str]) -> set[tuple[str, ...]]:
    return set(pairwise(forms))


def _says_more(scene: Scene, said: set[str], own: set[str], its: set[str]) -> bool:
    """Tell whether the other clause has words of the statement that its own one lacks."""

    def weight(forms: set[str]) -> float:
        return sum(scene.annotations.rarity.of(form) for form in forms)

    more, less = weight(said & its - own), weight(said & own - its)
    return more >= _LEAST and more > _TWICE * less


def _named(text: str, found: Mentions, start: int = 0) -> Iterator[_Named]:
    for time in found.times:
        if time.iso:
            yield _Named(f"thời gian {time.kind}", time.iso, time.core.moved(-start))
    for body in found.bodies:
        span = body.span.moved(-start)
        joined = text[max(0, span.start - 2) : span.start]
        before = syllables(text[: span.start])[-1:] if _JOINED.fullmatch(joined) else []
        yield _Named(f"tên {body.kind} {' '.join(before)}", body.key, span)
    for each in find_numbered(text):
        yield _Named(f"số {each.noun}", each.number, each.span)


def _alike(one: _Named, other: _Named) -> bool:
    return one.family == other.family


def _aspect(named: _Named) -> Aspect:
    return Aspect.TIME if named.family.startswith("thời gian") else Aspect.NAME


def _clause(text: str, span: Span) -> Span:
    start, end = 0, len(text)
    for match in _APART.finditer(comparable(text)):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Span(start, end)


def _forms(text: str, span: Span, apart: Span, *, digits: bool = False) -> set[str]:
    """Return the words of a part of a text that say something, what is named itself left out."""
    end = max(apart.end, span.start)
    told = (
        f"{text[span.start : max(span.start, apart.start)]} {text[min(end, span.end) : span.end]}"
    )
    forms = content_forms(syllables(told if span.overlaps(apart) else span.of(text)))
    return {form for form in forms if digits or not form[0].isdigit()}
