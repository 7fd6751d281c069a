"""Where a text lies in the data folder, and how it is put together.

Four forms, each a file below the data folder:

    law         JSON Lines, xz: {law, article, title, text}; some articles of one law
    news        JSON Lines, xz: {id, title, sapo or abstract, body[]}; one article
    wiki        JSON Lines, xz: {title, sections[{h, p[]}]}; one article
    document    a text file, whole

What this module does not know: what is asked of the text.
"""

import json
import lzma
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableDocument
from corpus.read import canonical, read_document

_BREAK = "\n\n"
_Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """One text: its form, its file below the data folder, and which records of it.

    ``key`` is the law, the article's id or the page's title, "" for a whole file; ``articles``
    are a law's; ``sha256`` is the assembled text's.
    """

    form: str
    file: str
    sha256: str
    key: str = ""
    articles: tuple[str, ...] = ()

    @classmethod
    def parse(cls, record: _Record) -> "Source":
        """Read one entry of `sources.json`.

        Raises:
            KeyError: a field is missing, or the form is unknown.
        """
        if record["form"] not in (*_FORMS, "document"):
            raise KeyError(record["form"])
        return cls(
            form=record["form"],
            file=record["file"],
            sha256=record["sha256"],
            key=record.get("key", ""),
            articles=tuple(record.get("articles", ())),
        )


def assembled(data: Path, sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the canonical texts of the ``sources`` that are found below ``data``, by name.

    Each file is read once, and only as far as needed.
    """
    files: defaultdict[str, dict[str, Source]] = defaultdict(dict)
    for name, source in sources.items():
        files[source.file][name] = source
    texts: dict[str, str] = {}
    for file, wanted in files.items():
        texts |= _texts(data / file, wanted)
    return texts


def _texts(path: Path, wanted: Mapping[str, Source]) -> dict[str, str]:
    if not path.is_file():
        return {}
    if any(source.form == "document" for source in wanted.values()):
        return _whole(path, wanted)
    return {
        name: canonical(_FORMS[wanted[name].form].write(records))
        for name, records in _records(path, wanted).items()
        if len(records) == max(1, len(wanted[name].articles))
    }


def _whole(path: Path, wanted: Mapping[str, Source]) -> dict[str, str]:
    try:
        text = read_document(path).text
    except UnreadableDocument:
        return {}
    return dict.fromkeys(wanted, text)


def _records(path: Path, wanted: Mapping[str, Source]) -> dict[str, list[_Record]]:
    """Return each text's records in the file's order; the first of those that are alike."""
    found: dict[str, list[_Record]] = {name: [] for name in wanted}
    missing = {_identity(source, article): name for name, source, article in _parts(wanted)}
    keys = [json.dumps(source.key, ensure_ascii=False) for source in wanted.values()]
    for line in _lines(path):
        if not missing:
            break
        if not any(key in line for key in keys):
            continue
        record = json.loads(line)
        identities = {form.identity(record) for form in _FORMS.values()}
        for identity in identities & missing.keys():
            found[missing.pop(identity)].append(record)
    return found


def _parts(wanted: Mapping[str, Source]) -> Iterator[tuple[str, Source, str]]:
    for name, source in wanted.items():
        for article in source.articles or ("",):
            yield name, source, article


def _identity(source: Source, article: str) -> tuple[str, str, str]:
    return (source.form, source.key, article)


def _lines(path: Path) -> Iterator[str]:
    try:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from lines
    except (lzma.LZMAError, EOFError, UnicodeDecodeError):
        return


@dataclass(frozen=True, slots=True)
class _Form:
    """How records of one form are told apart, and how some are written as one text."""

    identity: Callable[[_Record], tuple[str, str, str]]
    write: Callable[[Sequence[_Record]], str]


def _law(records: Sequence[_Record]) -> str:
    articles = (f"Điều {each['article']}. {each['title']}\n{each['text']}" for each in records)
    return _BREAK.join([records[0]["law"], *(article.strip() for article in articles)])


def _news(records: Sequence[_Record]) -> str:
    (record,) = records
    lead = record.get("sapo") or record.get("abstract") or ""
    return _BREAK.join([record["title"], lead, "\n".join(record["body"])])


def _wiki(records: Sequence[_Record]) -> str:
    (record,) = records
    sections = ([section["h"], *section["p"]] for section in record["sections"])
    written = ("\n".join(filter(None, section)) for section in sections)
    return _BREAK.join([record["title"], *written])


_FORMS: Mapping[str, _Form] = {
    "law": _Form(lambda r: ("law", str(r.get("law")), str(r.get("article"))), _law),
    "news": _Form(lambda r: ("news", str(r.get("id")), ""), _news),
    "wiki": _Form(lambda r: ("wiki", str(r.get("title")), ""), _wiki),
}
