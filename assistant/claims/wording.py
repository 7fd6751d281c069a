"""Judging a statement by its words: what one sentence meets of it, and what contradicts it.

A contradiction is a negation on one side only, an opposite in the same place ("các bon cao",
"các bon thấp"), or another thing in the same place ("liên kết chặt chẽ với …").

What this module does not know: figures, names, dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import VerdictKind
from assistant.claims.scene import Finding, Scene, coverage_of
from assistant.claims.thresholds import Thresholds
from assistant.claims.verdict import Aspect, Difference
from assistant.matching import Coverage, Matcher, View
from assistant.reading.annotations import Notes
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import comparable, syllables, tokens

FILE = Path(__file__).parent / "opposites.txt"
_NEGATION = re.compile(
    r"(?<!hàng )(?<!chứ )(?<!, )(?!(?<=mà )không phải)\b(?:không|chưa|chẳng|chả|đừng)\b"
    r"(?!,)(?! (?:quá|dưới|vượt|thấp hơn|cao hơn|ít hơn|nhiều hơn|lớn hơn|nhỏ hơn|kém|hơn|trên|chỉ"
    r"|những|ngừng|gian|khí|quân|đến|tới|đầy|phân biệt|thể thiếu|phải chỉ|trung))"
)
_DENIED = re.compile(
    _NEGATION.pattern + r" (?:(?:phải|là|được|bị|cần|còn|có|hề|có thể|bao giờ|việc) )*"
    r"(?P<words>[^\W\d_]+ [^\W\d_]+)"
)
_PAIR = 2
_LINKS = frozenset(comparable("với cho bằng tại từ là do theo vào thành của về ở trong").split())
_MET = 0.6  # a word met only by the paragraph around is not met
_STRONG = 1.0
_MENTION = 0.15
_SLOT = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentence that meets a statement best, and how much of it."""

    notes: Notes
    coverage: Coverage
    unmet: float


def load_opposites(path: Path = FILE) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Read the pairs of opposites, as comparable syllables, each both ways round."""
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            first, second = (tuple(syllables(side)) for side in line.split("=", 1))
            pairs += [(first, second), (second, first)]
    return tuple(pairs)


def best_reading(scene: Scene) -> Reading | None:
    """Return the passage that meets the statement best; one that has its names comes first."""
    matcher = scene.matcher()
    read = [
        (_merit(scene, notes, found), found, notes)
        for notes in scene.found
        for found in (coverage_of(matcher, notes),)
    ]
    if not read:
        return None
    _, coverage, notes = max(read, key=lambda each: each[0])
    return Reading(notes, _whole(matcher, coverage), _unmet(matcher, coverage))


def judge_wording(
    scene: Scene,
    limits: Thresholds,
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...],
) -> Finding:
    """Return the verdict on a statement without figures, names aside."""
    reading = best_reading(scene)
    if reading is None:
        return Finding(VerdictKind.NOT_FOUND)
    notes, spans = reading.notes, (reading.notes.passage.span,)
    if reading.coverage.share >= limits.text_refuted:
        for difference in _contradictions(scene, notes, opposites):
            return Finding(VerdictKind.REFUTED, notes, spans, (difference,))
    met = reading.coverage.share >= limits.text_supported and reading.unmet <= limits.text_unmet
    return Finding(VerdictKind.SUPPORTED if met else VerdictKind.NOT_FOUND, notes, spans)


def negation(scene: Scene, finding: Finding) -> Difference | None:
    """Return the difference when one side denies what the other says, else None."""
    notes = finding.notes
    if notes is None:
        return None
    quote = " ".join(notes.document.quote(span) for span in finding.spans)
    said, stated = _denials(scene.statement.text), _denials(quote)
    if said and not stated:
        return Difference(said[0], _after(quote, said[0], scene), Aspect.NEGATION)
    claimed = View.of(scene.statement.text).single
    for denial in stated if not said else ():
        words = syllables(denial)[1:]
        if words and claimed.issuperset(words):
            return Difference(" ".join(denial.split()[1:]), denial, Aspect.NEGATION)
    return None


def denied_there(scene: Scene, notes: Notes) -> Difference | None:
    """Return what a sentence denies and a statement says in the same two words, else None.

    "Quyền này không phải là tuyệt đối" is no word for "Quyền này là tuyệt đối". What the sentence
    says of something else as well ("không chở về xã mà chở về huyện") it does not deny.
    """
    text, quote = scene.statement.text, notes.document.quote(notes.passage.span)
    claimed, forms = View.of(text), comparable(quote)
    said = {words for _, words in _denied_words(comparable(text))}
    for match, words in _denied_words(forms):
        if words in said or not claimed.has(words):
            continue
        rest = f"{forms[: match.start()]} ; {forms[match.end() :]}"
        if not View.of(rest).has(words):
            return Difference(" ".join(words), Span(*match.span()).of(quote), Aspect.NEGATION)
    return None


def _denied_words(form: str) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Yield each denial of a text with the two words that it denies."""
    for match in _DENIED.finditer(form):
        words = tuple(syllables(match["words"]))
        if len(words) == _PAIR:
            yield match, words


def _denials(text: str) -> list[str]:
    """Return each denial with the two words after it, as printed."""
    form = comparable(text)
    return [
        " ".join(text[match.start() : match.start() + 60].split()[:3]).rstrip(".,;:")
        for match in _NEGATION.finditer(form)
    ]


def _after(quote: str, denial: str, scene: Scene) -> str:
    """Return the stated words that a denial denies, or the whole quote's beginning."""
    words = " ".join(denial.split()[1:])
    at = comparable(quote).find(comparable(words)) if words else -1
    if at >= 0:
        return quote[at : at + len(words)]
    return " ".join(quote.split()[:12]) if scene.found else quote


def _merit(scene: Scene, notes: Notes, found: Coverage) -> float:
    stated, said = notes.sentence, scene.mentions
    met = sum(stated.view.has(tuple(syllables(body.text))) for body in said.bodies)
    if said.numbers:
        numbers = {number.key for number in stated.mentions.numbers}
        met += sum(number.key in numbers for number in said.numbers)
    if said.times:
        days = {time.iso for time in stated.mentions.times}
        met += sum(time.iso in days for time in said.times)
    return found.share + _MENTION * met


def _whole(matcher: Matcher, coverage: Coverage) -> Coverage:
    return coverage if matcher.terms else Coverage(1.0, ())


def _unmet(matcher: Matcher, coverage: Coverage) -> float:
    """Return the share of the strong words that are hardly met."""
    strong = [
        (weight, share)
        for term, weight, share in zip(matcher.terms, matcher.weights, coverage.met, strict=True)
        if term.weight >= _STRONG
    ]
    total = sum(weight for weight, _ in strong)
    return sum(weight for weight, share in strong if share < _MET) / total if total else 0.0


def _contradictions(
    scene: Scene,
    notes: Notes,
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...],
) -> Iterator[Difference]:
    said = View.of(scene.statement.text)
    stated = notes.sentence.view
    for first, second in opposites:
        if said.has(first) and stated.has(second):
            for before, after in _beside(said.forms, first):
                if _swapped(stated, (before,), first, second, ()) or _swapped(
                    stated, (), first, second, (after,)
                ):
                    yield Difference(" ".join(first), " ".join(second), Aspect.CONTENT)
    yield from _other_in_place(scene, notes)


def _swapped(
    stated: View,
    before: tuple[str, ...],
    first: tuple[str, ...],
    second: tuple[str, ...],
    after: tuple[str, ...],
) -> bool:
    """Tell whether the text has the second phrase, and not the first, beside that neighbour."""
    if "" in (*before, *after):
        return False
    return stated.has((*before, *second, *after)) and not stated.has((*before, *first, *after))


def _beside(forms: tuple[str, ...], phrase: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    size = len(phrase)
    for at in range(len(forms) - size + 1):
        if forms[at : at + size] == phrase:
            before = forms[at - 1] if at else ""
            yield before, forms[at + size] if at + size < len(forms) else ""


def _other_in_place(scene: Scene, notes: Notes) -> Iterator[Difference]:
    """Yield what stands after the same three words and a link in both, when it is another."""
    text, quote = scene.statement.text, notes.document.quote(notes.passage.span)
    said, stated = tokens(text), tokens(quote)
    forms = [comparable(token.text) for token in said]
    short = [one for one in scene.synonyms if len(one.meant) == 1 < len(one.said)]
    other = [comparable(token.text) for token in stated]
    for at in range(2, len(forms) - 1):
        if forms[at] not in _LINKS:
            continue
        following = content_forms(forms[at + 1 : at + 1 + _SLOT])
        if not following or any(form in notes.sentence.view.single for form in following):
            continue
        if any(one.said[0] in following and notes.sentence.view.has(one.meant) for one in short):
            continue  # said there in other words
        for place in range(2, len(other) - 1):
            if other[place - 2 : place + 1] == forms[at - 2 : at + 1]:
                yield Difference(
                    _run(text, [token.span for token in said[at + 1 : at + 1 + _SLOT]]),
                    _run(quote, [token.span for token in stated[place + 1 : place + 1 + _SLOT]]),
                    Aspect.CONTENT,
                )


def _run(text: str, spans: list[Span]) -> str:
    words = text[spans[0].start : spans[-1].end]
    return re.split(r"[,;.:]", words)[0]
