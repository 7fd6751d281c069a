"""A conversation as a browser keeps it, and how it is taken back: as data from a stranger.

Everything is checked anew: what is not of the right form is left out, and where a document is no
longer what it was, its quotes are looked for again and the answer is marked as changed.

What this module does not know: where a browser keeps it, or when.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.answer import Answer, Citation, Engine, Status
from assistant.chat.limits import MAX_QUESTION_CHARS
from assistant.chat.talk_html import Turn
from assistant.serialize import citation_to_json
from corpus.model import Document, Span

FORMAT = 1
MAX_CITATIONS = 100
MAX_TEXT_CHARS = 50_000
_NOWHERE = Span(0, 0)


def turns_to_json(turns: Sequence[Turn], documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Return the turns that were answered."""
    return [_to_json(turn, turn.answer, documents) for turn in turns if turn.answer is not None]


def turns_from_json(
    kept: object, documents: Mapping[str, Document], most: int, limit: int = MAX_QUESTION_CHARS
) -> tuple[Turn, ...]:
    """Return the turns a browser had kept, those that can be read.

    Args:
        kept: what it sent, whatever that is.
        documents: the documents of today.
        most: at most so many turns, the last ones.
        limit: the longest question, in code points.
    """
    listed = kept[-most:] if isinstance(kept, list) else []
    turns = (_from_json(each, documents, limit) for each in listed)
    return tuple(turn for turn in turns if turn is not None)


def _to_json(turn: Turn, answer: Answer, documents: Mapping[str, Document]) -> dict[str, Any]:
    cited = dict.fromkeys(citation.document for citation in answer.citations)
    hashes = {name: documents[name].sha256 for name in cited if name in documents}
    return {
        "format": FORMAT,
        "key": turn.key,
        "when": turn.when,
        "question": turn.question,
        "literal": turn.literal,
        "status": answer.status.value,
        "text": answer.text,
        "span": [answer.span.start, answer.span.end] if answer.span else None,
        "bold": answer.key,
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "understood": answer.understood,
        "confidence": answer.confidence,
        "engine": answer.engine.value,
        "note": answer.note,
        "hashes": {} if turn.changed else hashes,
    }


def _from_json(record: object, documents: Mapping[str, Document], limit: int) -> Turn | None:
    try:
        return _turn(record, documents, limit)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _turn(record: Any, documents: Mapping[str, Document], limit: int) -> Turn:  # noqa: ANN401 - a stranger's
    if record["format"] != FORMAT:
        raise ValueError(record["format"])
    hashes = record["hashes"]
    listed = [_citation(each) for each in record["citations"][:MAX_CITATIONS]]
    same = [_unchanged(each, documents, hashes) for each in listed]
    citations = tuple(
        each if still else _found_again(each, documents)
        for each, still in zip(listed, same, strict=True)
    )
    answer = Answer(
        status=Status(record["status"]),
        text=_text(record["text"]),
        span=_span(record["span"]) if all(same) and record["span"] is not None else None,
        key=_text(record["bold"]),
        citations=citations,
        understood=_text(record["understood"], limit * 2),
        confidence=float(record["confidence"]),
        engine=Engine(record["engine"]),
        note=_text(record["note"]),
    )
    return Turn(
        question=_text(record["question"], limit, least=1),
        answer=answer,
        literal=record["literal"] is True,
        key=_text(record["key"], 64, least=1),
        when=_text(record["when"], 40),
        restored=True,
        changed=not all(same),
    )


def _citation(record: Mapping[str, Any]) -> Citation:
    return Citation(
        document=_text(record["document"], 400),
        title=_text(record["title"], 2000),
        paragraph=_number(record["paragraph"]),
        span=_span([record["start"], record["end"]]),
        quote=_text(record["quote"]),
    )


def _unchanged(
    citation: Citation, documents: Mapping[str, Document], hashes: Mapping[str, object]
) -> bool:
    document = documents.get(citation.document)
    return (
        document is not None
        and hashes.get(citation.document) == document.sha256
        and document.text[citation.span.start : citation.span.end] == citation.quote
    )


def _found_again(citation: Citation, documents: Mapping[str, Document]) -> Citation:
    """Return a citation where its quote stands today, once and only once; else nowhere."""
    document = documents.get(citation.document)
    quote = citation.quote
    if document is not None and quote and document.text.count(quote) == 1:
        start = document.text.index(quote)
        number = document.paragraph_at(start).number
        where = Span(start, start + len(quote))
        return Citation(citation.document, document.title, number, where, quote)
    return Citation(citation.document, citation.title, 0, _NOWHERE, quote)


def _span(value: Sequence[object]) -> Span:
    start, end = value
    return Span(_number(start), _number(end))


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise TypeError(value)
    return value


def _text(value: object, most: int = MAX_TEXT_CHARS, least: int = 0) -> str:
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise TypeError(value)
    return value
