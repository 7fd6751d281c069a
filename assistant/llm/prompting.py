"""What is sent to a model: a template's rules as the system's words, all data fenced as the user's.

In the templates, a line of "=====" parts the rules from the data. Whatever comes from a document
or a user stands between tags it cannot write itself: angle and square brackets in it are changed
to look-alikes, so that it can neither close its fence nor pose as a marker or a chat token.

What this module does not know: which passages are given, or how a server is spoken to.
"""

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.llm.client import Message
from prompts.load import Template, Templates

_PARTING = "\n=====\n"
_FENCED = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")"})


def answer_messages(
    templates: Templates, question: str, passages: Sequence[Citation]
) -> tuple[Message, ...]:
    """Return what asks for an answer from numbered passages."""
    return _messages(
        templates,
        "llm_answer",
        refusal=templates.fill("llm_refuse"),
        passages="\n".join(
            f'<doan so="{number}">\n{fenced(each.quote)}\n</doan>'
            for number, each in enumerate(passages, start=1)
        ),
        question=fenced(question),
    )


def rewrite_messages(
    templates: Templates, question: str, history: Sequence[str]
) -> tuple[Message, ...]:
    """Return what asks for a follow-up to be written out."""
    earlier = "\n".join(f"- {fenced(one)}" for one in history)
    return _messages(templates, "llm_rewrite", history=earlier, question=fenced(question))


def decompose_messages(templates: Templates, statement: str) -> tuple[Message, ...]:
    """Return what asks for a statement to be taken apart."""
    return _messages(templates, "llm_decompose", statement=fenced(statement))


def fenced(text: str) -> str:
    """Return a text on one line that can close no fence."""
    return " ".join(text.translate(_FENCED).split())


def _messages(templates: Templates, name: str, **values: str) -> tuple[Message, ...]:
    """Fill a template's two parts, each with the values it has places for."""
    parts = templates.by_name[name].text.split(_PARTING)
    pieces = [Template(name, part) for part in parts]
    filled = [piece.fill(**{key: values[key] for key in piece.placeholders}) for piece in pieces]
    roles = ["system"] * (len(filled) - 1) + ["user"]
    return tuple(Message(role, text) for role, text in zip(roles, filled, strict=True))
