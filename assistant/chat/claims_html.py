"""Verdicts as HTML: each statement with what the documents say of it, and where it differs.

What this module does not know: how a verdict is reached.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.answer import Citation, VerdictKind
from assistant.chat import labels
from assistant.chat.cite_html import actions, attached, chip, quoted
from assistant.chat.markup import EMPTY, Html, tag, text
from assistant.claims.verdict import Difference, Part, Verdict
from corpus.model import Document


def verdict_html(verdict: Verdict, documents: Mapping[str, Document]) -> Html:
    """Return a verdict: how many statements came out how, then each in the order typed."""
    parts = verdict.parts or (
        Part("", verdict.kind, verdict.explanation, verdict.differences, verdict.citations),
    )
    numbers = _numbers(parts)
    return tag(
        "div",
        _tally(parts),
        tag("ol", *(_part(part, numbers, documents) for part in parts), class_="hd-claims"),
        class_="hd-verdicts",
        data_turns=True,
    )


def tally_words(parts: Sequence[Part]) -> str:
    """Say how many statements came out how: "3 phát biểu: 1 sai lệch, 2 khớp"."""
    counted = Counter(part.kind for part in parts)
    said = (f"{counted[kind]} {_name(kind)}" for kind in _ORDER if counted[kind])
    return f"{labels.grouped(len(parts))} phát biểu: {', '.join(said)}"


_ORDER = (VerdictKind.REFUTED, VerdictKind.NOT_FOUND, VerdictKind.SUPPORTED)


def _name(kind: VerdictKind) -> str:
    label = labels.VERDICTS[kind][1]
    return label[:1].lower() + label[1:]


def _numbers(parts: Sequence[Part]) -> dict[Citation, int]:
    """Number the citations of all parts, one that is cited again by its first number."""
    cited = dict.fromkeys(citation for part in parts for citation in part.citations)
    return {citation: number for number, citation in enumerate(cited, 1)}


def _tally(parts: Sequence[Part]) -> Html:
    return tag("p", text(tally_words(parts)), class_="hd-tally")


def _part(part: Part, numbers: Mapping[Citation, int], documents: Mapping[str, Document]) -> Html:
    mark, label = labels.VERDICTS[part.kind]
    state = tag("p", tag("span", text(mark), aria_hidden="true"), text(f" {label}"))
    return tag(
        "li",
        tag("div", state, class_="hd-state"),
        tag("p", text(part.statement), class_="hd-said") if part.statement else EMPTY,
        *(_difference(difference) for difference in part.differences),
        _explained(part, label),
        *(
            tag(
                "blockquote",
                quoted(citation, documents.get(citation.document)),
                attached(chip(citation, numbers[citation], documents.get(citation.document))),
                class_="hd-quote",
            )
            for citation in part.citations
        ),
        actions(part.citations[0], documents) if part.citations else EMPTY,
        class_=f"hd-a hd-claim hd-{part.kind.value.replace('_', '-')}",
    )


def _difference(difference: Difference) -> Html:
    """Return what is claimed beside what is stated."""
    return tag(
        "dl",
        tag("div", tag("dt", text(labels.CLAIMED)), tag("dd", text(difference.claimed))),
        tag("div", tag("dt", text(labels.STATED)), tag("dd", text(difference.stated))),
        class_="hd-diff",
        aria_label=f"Khác về {difference.what.value}",
        data_what=f"Khác về {difference.what.value}",
    )


def _explained(part: Part, label: str) -> Html:
    """Return the explanation where the quote and the difference do not say it already."""
    if part.differences or (part.kind is VerdictKind.SUPPORTED and part.citations):
        return EMPTY
    said = without_label(part.explanation, label)
    return tag("p", text(said), class_="hd-why") if said else EMPTY


def without_label(explanation: str, label: str) -> str:
    """Return an explanation without the words of the badge above it."""
    if not explanation.startswith(label):
        return explanation
    rest = explanation[len(label) :].lstrip(" .:;,")
    return rest[:1].upper() + rest[1:]
