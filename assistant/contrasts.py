"""Words that exclude one another: a statement about one says nothing about the other.

"Xuất khẩu" stands where "nhập khẩu" may stand, so a question about one is not answered by a
sentence about the other, however alike the rest. The sets are data that staff edit, one a line,
``a | b | c``, in ``corpus/glossary/doi-lap``.

What this module does not know: words of like meaning, or what to do about a contrast.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import SettingsError
from corpus.normalize import nfc, syllables

FOLDER: Final = "doi-lap"
_BAR: Final = "|"
_DENIES: Final = frozenset(("không", "chưa", "chẳng"))
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """What a question asks about, and what stands in the text instead, as comparable words.

    ``in_place`` tells that the same word stands just before or just after both, as in "nước thải
    công nghiệp" and "nước thải đô thị".
    """

    asked: str
    told: str
    in_place: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A member of a set in a text: which one, and where among the syllables."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True)
class Contrasts:
    """The sets; ``sets`` gives for each phrase the numbers of the sets that it is in."""

    sets: Mapping[Phrase, frozenset[int]]
    members: Sequence[tuple[Phrase, ...]]
    by_first: Mapping[str, tuple[Phrase, ...]]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Contrasts":
        """Read every file of the glossary's folder ``doi-lap``, the shipped one by default.

        Raises:
            SettingsError: a file cannot be read, or a line has fewer than two members.
        """
        members = tuple(_lines(folder or _default_folder()))
        sets: dict[Phrase, set[int]] = {}
        for number, phrases in enumerate(members):
            for phrase in phrases:
                sets.setdefault(phrase, set()).add(number)
        numbers = {phrase: frozenset(found) for phrase, found in sets.items()}
        return cls(numbers, members, _by_first(sets))

    def between(self, asked: Sequence[str], told: Sequence[str]) -> tuple[Contrast, ...]:
        """Return what ``asked`` names that ``told`` replaces by another of its set.

        Both are comparable syllables. A member that both have is no contrast, nor is one that
        stands only inside a longer member of its set ("đạt" in "không đạt").
        """
        return self.named_in(asked).replaced_in(told)

    def places_in(self, forms: Sequence[str]) -> Iterator[tuple[Phrase, int, int]]:
        """Yield the members of sets that stand in a text, each with its place in ``forms``."""
        for found in _members_in(forms, self.sets, self.by_first):
            yield found.phrase, found.start, found.end

    def named_in(self, asked: Sequence[str]) -> "Named":
        """Return the members of sets that a question names, ready to be held against many texts."""
        wanted = _members_in(asked, self.sets, self.by_first)
        numbers = {number for one in wanted for number in self.sets[one.phrase]}
        kin = {phrase for number in numbers for phrase in self.members[number]}
        return Named(tuple(asked), wanted, self.sets, _by_first(kin))


@dataclass(frozen=True)
class Named:
    """The members of sets that a question names; ``by_first`` has the members of their sets."""

    asked: Phrase
    wanted: tuple[_Found, ...]
    sets: Mapping[Phrase, frozenset[int]]
    by_first: Mapping[str, tuple[Phrase, ...]]

    def replaced_in(self, told: Sequence[str]) -> tuple[Contrast, ...]:
        """Return what a text replaces by another of its set; see `Contrasts.between`."""
        stated = _members_in(told, self.sets, self.by_first) if self.wanted else ()
        shared = {one.phrase for one in self.wanted} & {one.phrase for one in stated}
        met = frozenset(number for phrase in shared for number in self.sets[phrase])
        found: dict[tuple[Phrase, Phrase], bool] = {}
        for one in self.wanted:
            for other in stated:
                if other.start > 0 and told[other.start - 1] in _DENIES:
                    continue  # "không đúng" is no contrast to "sai"
                if self.sets[one.phrase] & self.sets[other.phrase] - met:
                    pair = (one.phrase, other.phrase)
                    same = _same_place(self.asked, one, told, other)
                    found[pair] = found.get(pair, False) or same
        return tuple(Contrast(" ".join(a), " ".join(b), at) for (a, b), at in found.items())


def _by_first(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    """Return phrases by their first syllable, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(many) for first, many in found.items()}


def _members_in(
    forms: Sequence[str],
    sets: Mapping[Phrase, frozenset[int]],
    by_first: Mapping[str, tuple[Phrase, ...]],
) -> tuple[_Found, ...]:
    """Return the members that stand in a text, those inside a longer one of their set left out."""
    found: list[_Found] = []
    for start, first in enumerate(forms):
        for phrase in by_first.get(first, ()):  # the longest come first
            end = start + len(phrase)
            if tuple(forms[start:end]) != phrase:
                continue
            around = (one for one in found if one.start <= start and end <= one.end)
            if not any(sets[one.phrase] & sets[phrase] for one in around):
                found.append(_Found(phrase, start, end))
    return tuple(found)


def _same_place(asked: Sequence[str], one: _Found, told: Sequence[str], other: _Found) -> bool:
    before = one.start > 0 and other.start > 0 and asked[one.start - 1] == told[other.start - 1]
    after = one.end < len(asked) and other.end < len(told) and asked[one.end] == told[other.end]
    return before or after


def _default_folder() -> Path:
    import corpus  # noqa: PLC0415 - only its place is wanted

    return Path(corpus.__path__[0]) / "glossary" / FOLDER


def _lines(folder: Path) -> Iterator[tuple[Phrase, ...]]:
    for path in sorted(folder.glob("*.tsv")):
        try:
            text = nfc(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"Không đọc được bảng từ {path}; hãy cài lại hoidap hoặc sửa tệp."
            ) from error
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            members = tuple(tuple(syllables(part)) for part in line.split(_BAR))
            if len(members) < 2 or not all(members):  # noqa: PLR2004 - two sides
                raise SettingsError(
                    f"Bảng từ {path.name}, dòng {number} “{line.strip()}” viết sai; cần dạng:"
                    " a | b."
                )
            yield members
