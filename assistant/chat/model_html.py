"""What a language model did for an answer, as HTML: the note, and on request what was withheld.

What this module does not know: how a sentence is judged.
"""

from assistant.answer import Answer
from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, tag, text


def model_html(answer: Answer) -> Html:
    """Return the note of an answer, the sentences withheld folded under it; nothing without."""
    if not answer.note and not answer.withheld:
        return EMPTY
    note = text(answer.note or labels.WITHHELD)
    if not answer.withheld:
        return tag("p", note, class_="hd-heard")
    items = [
        tag("li", tag("s", text(each.text)), text(f" — {each.reason}")) for each in answer.withheld
    ]
    return tag("details", tag("summary", note), tag("ul", *items), class_="hd-heard")
