"""What tells whether a passage bears a statement out: measures of how its words are met.

`features` turns a statement and the sentences of the evidence into named numbers. All is
counted in comparable syllables, weighed by how rare they are in general text.

What this module does not know: the model that reads the row, or where the evidence comes from.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from assistant.thesaurus import Thesaurus
from corpus.frequency import RAREST
from corpus.normalize import CAPITALS, comparable, strip_diacritics, syllables

_CLAUSE = re.compile(r"[,;:.!?()\"“”]\s*|\s(?:và|nhưng|mà|vì|do|nên|để|nhằm|khi|trong khi)\s")
_CAPITAL = rf"[{CAPITALS}][^\W_]*"
_NAME = re.compile(rf"(?<![.!?:] )(?<!^)(?<![^\W_])(?:{_CAPITAL})(?:[ -]{_CAPITAL})*")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_COMMON = 2.5  # the rarity at and under which a syllable weighs nothing
_ALIKE = 0.45 * 255
_HALF, _THIRD = 0.5, 1 / 3
_CUES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b")
    for name, words in {
        "denies": "không|chưa|chẳng",
        "denies_that": "không phải|không đúng|chứ không|thay vì|không hề",
        "in_fact": "thực tế|thực ra|thật ra|trên thực tế",
        "but": "nhưng|tuy nhiên|mặc dù|dù|trong khi|ngược lại|mà lại",
        "all": "tất cả|mọi|toàn bộ|hoàn toàn|luôn|duy nhất|chỉ|đầu tiên|hầu hết|nhất",
        "may": "có thể|có lẽ|được cho là|dường như|khả năng|có khả năng",
        "more": "ngoài ra|đồng thời|bên cạnh|đặc biệt|hơn nữa|thú vị|cũng|còn|thêm vào đó|nổi bật",
        "because": "vì|do|bởi|nhờ|khiến|nên|giúp|góp phần|dẫn đến|nhằm",
        "such_as": "như|bao gồm|chẳng hạn|ví dụ|trong đó",
    }.items()
}


@dataclass(frozen=True)
class Words:
    """A text as comparable syllables and the runs of them it holds."""

    forms: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Read a text."""
        return cls(tuple(syllables(text)))

    @cached_property
    def single(self) -> frozenset[str]:
        """The syllables."""
        return frozenset(self.forms)

    @cached_property
    def bare(self) -> frozenset[str]:
        """The syllables without diacritics."""
        return frozenset(map(strip_diacritics, self.forms))

    @cached_property
    def runs(self) -> Mapping[int, frozenset[tuple[str, ...]]]:
        """The runs of 2, 3 and 4 syllables."""
        return {size: frozenset(_runs(self.forms, size)) for size in (2, 3, 4)}


@dataclass(frozen=True)
class Scales:
    """How rare syllables are, and which words are of like use or opposite."""

    rarity: Mapping[str, float]
    thesaurus: Thesaurus
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def of(self, form: str) -> float:
        """Return the weight of a syllable, 0 to 1."""
        return max(0.0, self.rarity.get(form, RAREST) - _COMMON) / (RAREST - _COMMON)

    def kin(self, run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the words of like use."""
        place = self.thesaurus.places.get(run)
        if place is None:
            return
        for other, like in zip(
            self.thesaurus.kin[place], self.thesaurus.likeness[place], strict=True
        ):
            if like > _ALIKE:
                yield self.thesaurus.words[int(other)]


def features(statement: str, evidence: Sequence[str], scales: Scales) -> dict[str, float]:
    """Return the measures of one statement beside the sentences of its evidence.

    Nothing tells how long or how worded the statement itself is: that would be learning the
    manner of those who wrote the training statements.
    """
    claim, passage = Words.of(statement), Words.of(" ".join(evidence))
    sentences = [Words.of(sentence) for sentence in evidence] or [passage]
    row = _covered(claim, passage, sentences, scales)
    row |= _clauses(statement, passage, sentences, scales)
    row |= _unmet(claim, passage, scales)
    row |= _named(statement, " ".join(evidence))
    row |= _opposed(claim, passage, scales)
    covers = [_cover(claim, sentence, scales) for sentence in sentences]
    best = evidence[covers.index(max(covers))] if evidence else ""
    return row | _cues(statement, best)


def _runs(forms: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(forms[at : at + size]) for at in range(len(forms) - size + 1)]


def _cover(claim: Words, other: Words, scales: Scales) -> float:
    total = sum(scales.of(form) for form in claim.forms)
    met = sum(scales.of(form) for form in claim.forms if form in other.single)
    return met / total if total else 1.0


def _share_of_runs(claim: Words, other: Words, size: int) -> float:
    mine = _runs(claim.forms, size)
    return sum(run in other.runs[size] for run in mine) / len(mine) if mine else 1.0


def _covered(
    claim: Words, passage: Words, sentences: Sequence[Words], scales: Scales
) -> dict[str, float]:
    each = sorted((_cover(claim, sentence, scales) for sentence in sentences), reverse=True)
    two = [
        _cover(claim, Words(first.forms + second.forms), scales)
        for first, second in pairwise(sentences)
    ]
    row = {
        "covered": _cover(claim, passage, scales),
        "covered_by_one": each[0],
        "covered_by_second": each[1] if len(each) > 1 else 0.0,
        "covered_by_two": max([*two, each[0]]),
        "covered_bare": sum(strip_diacritics(form) in passage.bare for form in claim.forms)
        / max(1, len(claim.forms)),
        "longest_run": _longest(claim.forms, passage) / max(1, len(claim.forms)),
    }
    for size in (2, 3, 4):
        row[f"runs_{size}"] = _share_of_runs(claim, passage, size)
        row[f"runs_{size}_by_one"] = max(_share_of_runs(claim, one, size) for one in sentences)
    row["evidence_covered"] = max(_cover(one, claim, scales) for one in sentences)
    row["recombined"] = row["covered"] - row["runs_2"]
    return row


def _longest(forms: tuple[str, ...], other: Words) -> int:
    longest = run = 0
    for pair in pairwise(forms):
        run = run + 1 if pair in other.runs[2] else 0
        longest = max(longest, run + 1 if run else 0)
    return longest


def _clauses(
    statement: str, passage: Words, sentences: Sequence[Words], scales: Scales
) -> dict[str, float]:
    pieces = [Words.of(piece) for piece in _CLAUSE.split(statement)]
    pieces = [piece for piece in pieces if len(piece.forms) > 1] or [Words.of(statement)]
    covers = [_cover(piece, passage, scales) for piece in pieces]
    runs = [_share_of_runs(piece, passage, 2) for piece in pieces]
    return {
        "clause_least": min(covers),
        "clause_first": covers[0],
        "clause_last": covers[-1],
        "clause_mean": sum(covers) / len(covers),
        "clause_runs_least": min(runs),
        "clause_runs_last": runs[-1],
        "clauses_unmet": sum(cover < _HALF for cover in covers) / len(covers),
        "clause_one_least": min(
            max(_cover(piece, one, scales) for one in sentences) for piece in pieces
        ),
    }


def _unmet(claim: Words, passage: Words, scales: Scales) -> dict[str, float]:
    missing = [
        (at / max(1, len(claim.forms) - 1), scales.of(form), form)
        for at, form in enumerate(claim.forms)
        if form not in passage.single
    ]
    weights = sorted((weight for _, weight, _ in missing), reverse=True)
    kin = [form for _, _, form in missing if _kin_met((form,), passage, scales)]
    pairs = [run for run in _runs(claim.forms, 2) if run not in passage.runs[2]]
    loose = [run for run in pairs if set(run) <= passage.single]
    foreign = [run for run in pairs if not set(run) & passage.single]
    akin = [run for run in pairs if _kin_met(run, passage, scales)]
    places = [at for at, _, _ in missing]
    early = sum(at < _THIRD for at in places)
    late = sum(at > 1 - _THIRD for at in places)
    count = max(1, len(claim.forms) - 1)
    return {
        "unmet": len(missing) / max(1, len(claim.forms)),
        "unmet_heaviest": weights[0] if weights else 0.0,
        "unmet_second": (*weights, 0.0, 0.0)[1],
        "unmet_third": (*weights, 0.0, 0.0, 0.0)[2],
        "unmet_early": early / max(1, len(missing)),
        "unmet_late": late / max(1, len(missing)),
        "unmet_akin": (len(kin) + len(akin)) / max(1, len(missing) + len(pairs)),
        "pairs_loose": len(loose) / count,
        "pairs_foreign": len(foreign) / count,
        "unmet_spread": float(np.std(places)) if places else 0.0,
        "longest_unmet": float(_longest_unmet(claim, passage)),
    }


def _longest_unmet(claim: Words, passage: Words) -> int:
    longest = run = 0
    for form in claim.forms:
        run = 0 if form in passage.single else run + 1
        longest = max(longest, run)
    return longest


def _kin_met(run: tuple[str, ...], passage: Words, scales: Scales) -> bool:
    for kin in scales.kin(run):
        if len(kin) == 1 and kin[0] in passage.single:
            return True
        if len(kin) in passage.runs and kin in passage.runs[len(kin)]:
            return True
    return False


def _named(statement: str, evidence: str) -> dict[str, float]:
    form = {strip_diacritics(word) for word in syllables(evidence)}
    names = [syllables(name.group(0)) for name in _NAME.finditer(statement)]
    numbers = _NUMBER.findall(statement)
    stated = set(_NUMBER.findall(evidence))
    return {
        "names_unmet": float(sum(not _met(name, form) for name in names)),
        "numbers_unmet": float(sum(number not in stated for number in numbers)),
        "numbers_in_place": float(_in_place(_NUMBER, statement, evidence)),
        "names_in_place": float(_in_place(_NAME, statement, evidence)),
    }


def _in_place(kind: re.Pattern[str], statement: str, evidence: str) -> int:
    """Count the numbers, or names, that stand beside a word where the evidence has another."""
    said, stated = _beside(kind, statement), _beside(kind, evidence)
    known = {what for what, _, _ in stated}
    before = {word for _, word, _ in stated if word}
    after = {word for _, _, word in stated if word}
    return sum(
        what not in known and (first in before or last in after) for what, first, last in said
    )


def _beside(kind: re.Pattern[str], text: str) -> list[tuple[str, str, str]]:
    """Return each number or name with the word before it and the one after it."""
    found = []
    for match in kind.finditer(text):
        before, after = syllables(text[: match.start()])[-1:], syllables(text[match.end() :])[:1]
        unit = "%" if text[match.end() :].lstrip()[:1] == "%" else "".join(after)
        found.append((comparable(match.group(0)), "".join(before), unit))
    return found


def _met(name: Sequence[str], form: AbstractSet[str]) -> bool:
    return all(strip_diacritics(word) in form for word in name)


def _opposed(claim: Words, passage: Words, scales: Scales) -> dict[str, float]:
    found = [
        (first, second)
        for first, second in scales.opposites
        if _has(claim, first) and _has(passage, second)
    ]
    only = [pair for pair in found if not _has(passage, pair[0])]
    return {"opposites": float(len(found)), "opposites_only": float(len(only))}


def _has(words: Words, phrase: tuple[str, ...]) -> bool:
    if len(phrase) == 1:
        return phrase[0] in words.single
    return len(phrase) in words.runs and phrase in words.runs[len(phrase)]


def _cues(statement: str, best: str) -> dict[str, float]:
    said, stated = comparable(statement), comparable(best)
    row: dict[str, float] = {}
    for name, pattern in _CUES.items():
        here, there = len(pattern.findall(said)), len(pattern.findall(stated))
        row[f"{name}_apart"] = float(here - there)
    return row
