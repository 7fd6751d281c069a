"""The glossary staff edit: abbreviations, quick typing, synonyms and English terms.

Four files in ``corpus/glossary``, and beside them a folder of synonyms by subject; each
file begins with comments in Vietnamese that say how a line is written. Keys are folded (no marks,
lowercase), so "ubnd" finds UBND.

What this module does not know: the question, the documents, or which meaning fits.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from corpus.errors import SettingsError
from corpus.normalize import folded, nfc, syllables

ABBREVIATIONS: Final = "viet-tat.tsv"
QUICK: Final = "go-tat.tsv"
SYNONYMS: Final = "dong-nghia"
"""The folder with the files of synonyms, one for each subject."""
ENGLISH: Final = "tieng-anh.tsv"
QUESTIONS: Final = "cau-hoi.txt"

_SHORT_PHRASE: Final = 2

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """What each file says; keys are tuples of folded words, values in file order.

    ``printed`` gives an abbreviation's letters as the file writes them; ``synonyms`` and ``near``
    (what only comes near in meaning) are keyed by comparable words, marks kept ("lương" is not
    "lượng"); ``english_words`` are the single words
    of the English terms; ``question_pairs`` the neighbours in usual ways of asking; ``plainness``
    the share 0..1 that a syllable has on the asking side of the synonyms (see `_plainness`);
    ``shortened`` the abbreviations of what is written out in several words, keyed like synonyms.
    """

    abbreviations: Mapping[Key, tuple[str, ...]]
    printed: Mapping[Key, str]
    quick: Mapping[Key, tuple[str, ...]]
    synonyms: Mapping[Key, tuple[str, ...]]
    near: Mapping[Key, tuple[str, ...]]
    english: Mapping[Key, str]
    english_words: frozenset[str]
    question_pairs: frozenset[tuple[str, str]]
    plainness: Mapping[str, float] = field(default_factory=dict)
    shortened: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path | None = None) -> "Glossary":
        """Read the files of a folder, the shipped one by default.

        Raises:
            SettingsError: when a file is missing, or a line is not written as its header says.
        """
        folder = folder or default_folder()
        short: dict[Key, tuple[str, ...]] = {}
        printed: dict[Key, str] = {}
        for left, right in _pairs(folder / ABBREVIATIONS):
            key = folded_key(left)
            short[key] = short.get(key, ()) + _meanings(right)
            printed.setdefault(key, left)
        quick: dict[Key, tuple[str, ...]] = {}
        for left, right in _pairs(folder / QUICK):
            key = marked_key(left)
            quick[key] = quick.get(key, ()) + _meanings(right)
        english = {folded_key(left): right for left, right in _pairs(folder / ENGLISH)}
        words = frozenset(part for key in english for part in key)
        synonyms, near = _synonyms(sorted((folder / SYNONYMS).glob("*.tsv")))
        asked = [nfc(line).lower().split() for _, line in _lines(folder / QUESTIONS)]
        pairs = frozenset(pair for phrase in asked for pair in pairwise(phrase))
        plain = _plainness(synonyms, near)
        shortened = _shortened(short, printed)
        return cls(short, printed, quick, synonyms, near, english, words, pairs, plain, shortened)

    def is_short(self, word: str) -> bool:
        """Tell whether one word is an abbreviation or quick typing."""
        return folded_key(word) in self.abbreviations or marked_key(word) in self.quick


def default_folder() -> Path:
    """Return the folder of the shipped glossary."""
    import corpus  # noqa: PLC0415 - only its place is wanted

    return Path(corpus.__path__[0]) / "glossary"


@lru_cache(maxsize=1 << 14)  # each run of up to three words of each question
def folded_key(words: str) -> Key:
    """Return the key of an abbreviation or English term: folded words."""
    return tuple(folded(nfc(words)).replace("-", " ").replace("'", " ").split())


@lru_cache(maxsize=1 << 14)
def marked_key(words: str) -> Key:
    """Return the key of a synonym or of quick typing: comparable words, marks kept."""
    return tuple(syllables(nfc(words)))


def _meanings(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _shortened(
    short: Mapping[Key, tuple[str, ...]], printed: Mapping[Key, str]
) -> Mapping[Key, tuple[str, ...]]:
    """Return the abbreviations of each meaning of three words and more; of one letter none.

    "TP" for "thành phố" would be one more way to say what every document says.
    """
    found: dict[Key, dict[str, None]] = {}
    for key, meanings in short.items():
        for meaning in meanings:
            if len(marked_key(meaning)) > _SHORT_PHRASE and len(printed[key]) > 1:
                found.setdefault(marked_key(meaning), {})[printed[key]] = None
    return _settled(found)


def _synonyms(
    paths: Iterable[Path],
) -> tuple[Mapping[Key, tuple[str, ...]], Mapping[Key, tuple[str, ...]]]:
    """Return what may stand for a phrase, and what only comes near it."""
    same: dict[Key, dict[str, None]] = {}
    near: dict[Key, dict[str, None]] = {}
    for path in paths:
        for number, line in _lines(path):
            left, sign, right = _parted(line)
            many = [part.strip() for part in right.split("=")]
            if not all(many) or (sign and not left) or (not sign and len(many) < 2):  # noqa: PLR2004 - two sides
                raise _malformed(path, number, line, "a = b, a > b hoặc a ~ b")
            known = near if sign == "~" else same
            for source in [left] if sign else many:
                others = dict.fromkeys(one for one in many if one != source)
                known.setdefault(marked_key(source), {}).update(others)
    return _settled(same), _settled(near)


def _plainness(*tables: Mapping[Key, tuple[str, ...]]) -> Mapping[str, float]:
    """Return how much a syllable belongs to everyday asking: a / (a + d + 2), 0..1.

    a counts the phrases it stands in that people ask with, d those that documents say instead;
    what the glossary seldom has is not held to be everyday.
    """
    asked = Counter(word for table in tables for phrase in table for word in set(phrase))
    told = Counter(
        syllables("\n".join(one for table in tables for many in table.values() for one in many))
    )
    return {word: count / (count + told[word] + 2) for word, count in asked.items()}


def _parted(line: str) -> tuple[str, str, str]:
    """Return what is asked, the sign, and what documents say; no sign where both ways hold."""
    for sign in (">", "~"):
        left, found, right = line.partition(sign)
        if found:
            return left.strip(), sign, right
    return "", "", line


def _settled(known: Mapping[Key, Mapping[str, None]]) -> Mapping[Key, tuple[str, ...]]:
    return {key: tuple(values) for key, values in known.items()}


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in _lines(path):
        left, tab, right = line.partition("\t")
        if not tab or not left.strip():
            raise _malformed(path, number, line, "chữ tắt, phím Tab, nghĩa")
        yield left.strip(), right.strip()


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"Không đọc được bảng từ {path}; hãy cài lại hoidap hoặc sửa tệp."
        ) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _malformed(path: Path, number: int, line: str, wanted: str) -> SettingsError:
    return SettingsError(
        f"Bảng từ {path.name}, dòng {number} “{line.strip()}” viết sai; cần dạng: {wanted}."
    )
