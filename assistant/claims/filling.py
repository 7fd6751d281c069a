"""Another thing than a statement's in the same place of a sentence: by whom, by what.

"Do vi khuẩn gây ra" where the text has "do virus gây ra"; "Nghị quyết số 5 do UBND tỉnh ban hành"
where it is "Nghị quyết số 5 … của HĐND tỉnh".

What this module does not know: who leads and who joins in (`assistant.claims.leading`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.claims.scene import Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.matching import SYNONYM
from assistant.reading.annotations import Notes
from assistant.reading.attribution import agree_on, bodies_of, tied_to
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import Token, comparable, tokens
from corpus.quantities import DocumentNumber, NamedBody, mentions

_THEN_DOES: Final = re.compile(
    r" (?:(?:sẽ|đã|được|có quyền|là cơ quan) )?(?P<does>[^\W\d_]+ [^\W\d_]+)"
)
_BY: Final = "do"
_LONGEST: Final = 8  # words between "do" and its verb
_VERB: Final = 2


def other_doer(scene: Scene, notes: Notes) -> Difference | None:
    """Return by whom or what the text has a thing done that a statement has done by another."""
    text, quote = scene.statement.text, notes.document.quote(notes.passage.span)
    said, told = tokens(text), tokens(quote)
    for mine, verb in _done_by(said):
        here = content_forms(_forms(mine))
        if not here or any(form in notes.sentence.view.single for form in here):
            continue
        if _is_said_otherwise(scene, _forms(mine)):
            continue
        for other, another in _done_by(told):
            if another == verb:
                return Difference(_of(text, mine), _of(quote, other), Aspect.CONTENT)
    return None


def other_holder(scene: Scene, notes: Notes) -> Difference | None:
    """Return whose a thing done is in the text: "sự thống lĩnh của Chủ tịch nước".

    "Chính phủ thống lĩnh …" is not borne out by it, though the sentence names Chính phủ too.
    """
    text, quote = scene.statement.text, notes.document.quote(notes.passage.span)
    told = comparable(quote)
    for body in bodies_of(scene.mentions.bodies):
        verb = _THEN_DOES.match(comparable(text[body.span.end :]))
        if verb is None:
            continue
        does = re.escape(verb["does"])
        held = [*re.finditer(rf"\b(?:sự|quyền) {does}(?: [^\W\d_]+){{0,2}} của [^,;.:]+", told)]
        name = comparable(body.text)
        if (
            held
            and not any(name in match.group() for match in held)
            and f"{name} {does}" not in told
        ):
            return Difference(
                text[body.span.start : body.span.end + verb.end()],
                Span(*held[0].span()).of(quote),
                Aspect.CONTENT,
            )
    return None


def _done_by(words: Sequence[Token]) -> Iterator[tuple[Sequence[Token], tuple[str, ...]]]:
    """Yield what may stand between "do" and a verb, with the two words of that verb."""
    forms = _forms(words)
    for at, form in enumerate(forms):
        if form != _BY:
            continue
        for end in range(at + 2, min(at + 2 + _LONGEST, len(forms) - _VERB + 1)):
            yield words[at + 1 : end], tuple(forms[end : end + _VERB])


def _is_said_otherwise(scene: Scene, forms: list[str]) -> bool:
    """Tell whether other words are known for a part of what is said."""
    known = (synonym for synonym in scene.synonyms if synonym.weight >= SYNONYM)
    return any({*synonym.said} & {*forms} for synonym in known)


def _forms(words: Sequence[Token]) -> list[str]:
    return [comparable(word.text) for word in words]


def _of(text: str, words: Sequence[Token]) -> str:
    return Span(words[0].span.start, words[-1].span.end).of(text)


def other_issuer(scene: Scene, notes: Notes) -> Difference | None:
    """Return who the text says issued a document that a statement says another did."""
    text = scene.statement.text
    for number in scene.mentions.numbers:
        asked = tied_to(text, number.span, bodies_of(scene.mentions.bodies))
        if asked is None:
            continue
        told = [body for each in (notes, *scene.found) for body in _issuers(number, each)]
        if told and not any(agree_on(asked, body) for body in told):
            return Difference(asked.text, told[0].text, Aspect.NAME)
    return None


def _issuers(number: DocumentNumber, notes: Notes) -> Iterator[NamedBody]:
    if all(other.key != number.key for other in notes.sentence.mentions.numbers):
        return
    quote = notes.document.quote(notes.passage.span)
    found = mentions(quote)
    for same in found.numbers:
        tied = tied_to(quote, same.span, bodies_of(found.bodies))
        if same.key == number.key and tied is not None:
            yield tied
