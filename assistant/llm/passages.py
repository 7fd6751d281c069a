"""The passages a model is given: those the extractive answer rests on, and the nearest others.

A passage that reads like an instruction to a model is not given; where the answer itself rests on
one, none is, and no model is asked.

What this module does not know: how passages were found, or what a model makes of them.
"""

import re
from collections.abc import Iterator, Mapping

from assistant.answer import Answer, Citation
from assistant.reading.reader import Reading
from assistant.wording import cite
from corpus.model import Document, Span
from corpus.normalize import comparable

MOST_PASSAGES = 8
"""How many are given beyond those of the extractive answer."""
MOST_CHARACTERS = 6_000
LONGEST_HEADING = 300

_INSTRUCTS = re.compile(
    r"(?:bỏ qua|phớt lờ|quên|không tuân theo|đừng theo)\b.{0,40}\b(?:hướng dẫn|chỉ dẫn|chỉ thị trên"
    r"|lệnh|quy tắc|yêu cầu)\b"
    r"|\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|rule|prompt|above|previous"
    r"|system)"
    r"|\b(?:hãy|phải|cần)\s+(?:luôn\s+)?(?:trả lời|nói|viết|in ra|khẳng định)\s+"
    r"(?:rằng|là|với|cho)\b"
    r"|\b(?:always|must|please)\s+(?:answer|reply|respond|say|output)\b"
    r"|\bsystem prompt\b|\blời nhắc hệ thống\b|\bmô hình ngôn ngữ hãy\b"
    r"|\btrợ lí (?:ai|ảo) (?:hãy|phải)\b"
    r"|\byou are (?:now|an? )|\bbạn (?:bây giờ )?là (?:một )?(?:trợ lí|mô hình|chatbot)\b"
    r"|<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?inst\]|^\s*(?:system|assistant)\s*:",
    re.MULTILINE,
)


def given_passages(
    answer: Answer, reading: Reading, documents: Mapping[str, Document]
) -> tuple[Citation, ...]:
    """Return the passages to give, numbered by their place; () where no model is to be asked."""
    firm = list(dict.fromkeys(_whole(answer, documents)))
    size = sum(len(each.quote) for each in firm)
    if not firm or size > MOST_CHARACTERS or any(instructs(each.quote) for each in firm):
        return ()
    most = len(firm) + MOST_PASSAGES
    chosen = dict.fromkeys(firm)
    for each in (*_headings(firm, documents), *_further(reading)):
        if len(chosen) == most:
            break
        if each in chosen or instructs(each.quote) or size + len(each.quote) > MOST_CHARACTERS:
            continue
        chosen[each] = None
        size += len(each.quote)
    return tuple(chosen)


def instructs(text: str) -> bool:
    """Tell whether a text reads like an instruction to a model."""
    return bool(_INSTRUCTS.search(comparable(text)))


def _whole(answer: Answer, documents: Mapping[str, Document]) -> Iterator[Citation]:
    """Yield the whole sentences that an answer cites from, and lines that belong to none."""
    for citation in answer.citations:
        document = documents[citation.document]
        inside = [one.span for one in document.sentences if one.span.overlaps(citation.span)]
        yield from (cite(document, span) for span in inside or [citation.span])


def _headings(firm: list[Citation], documents: Mapping[str, Document]) -> Iterator[Citation]:
    for citation in firm:
        document = documents[citation.document]
        paragraph = document.paragraph_at(citation.span.start)
        for parent in paragraph.parents:
            span: Span = document.paragraphs[parent].span
            if 0 < len(span) <= LONGEST_HEADING:
                yield cite(document, span)


def _further(reading: Reading) -> Iterator[Citation]:
    for evidence in reading.evidence:
        yield cite(evidence.notes.document, evidence.notes.passage.span)
