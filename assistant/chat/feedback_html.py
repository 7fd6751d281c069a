"""The buttons and the form by which an answer is judged, once for the page, as templates.

The page's script puts a copy of the buttons under each answer, and the one form under the answer
that is being judged.

What this module does not know: what becomes of an opinion.
"""

from assistant.chat import labels
from assistant.chat.markup import Html, joined, tag, text
from assistant.feedback.opinion import MAX_NOTE_CHARS, REASONS

# A thumb up; drawn, since not every machine has a font with one.
_THUMB = (
    "M1.5 7h2.6v6.5H1.5zM5.3 7.2 8 1.6c1 0 1.8.8 1.8 1.8v2.4h3.5c.8 0 1.4.8 1.2 1.5l-1.3 5.1c-.1.6"
    "-.7 1.1-1.3 1.1H7.4c-.5 0-2.1-.5-2.1-.5z"
)


def feedback_html() -> Html:
    """Return the templates."""
    return joined([tag("template", _bar()), tag("template", _form())])


def _bar() -> Html:
    return tag(
        "div",
        tag("span", text(labels.VOTE), class_="hd-vote-ask"),
        _vote("up", labels.VOTE_UP),
        _vote("down", labels.VOTE_DOWN),
        tag("span", class_="hd-vote-said", role="status"),
        class_="hd-votes",
        role="group",
        aria_label=labels.VOTE,
    )


def _vote(value: str, label: str) -> Html:
    thumb = tag("path", d=_THUMB, transform="rotate(180 8 8)" if value == "down" else None)
    return tag(
        "button",
        tag("svg", thumb, viewBox="0 0 16 16", aria_hidden="true"),
        text(f" {label}"),
        type="button",
        data_vote=value,
        aria_pressed="false",
    )


def _form() -> Html:
    reasons = (
        tag(
            "label",
            Html(f'<input type="checkbox" name="reason" value="{text(value)}">'),
            text(f" {words}"),
        )
        for value, words in REASONS.items()
    )
    return tag(
        "form",
        tag("fieldset", tag("legend", text(labels.VOTE_WHY)), *reasons, class_="hd-why-list"),
        tag(
            "label",
            tag("span", text(labels.VOTE_NOTE)),
            tag("textarea", name="note", rows=2, maxlength=MAX_NOTE_CHARS),
            class_="hd-vote-note",
        ),
        tag(
            "p",
            tag("button", text(labels.VOTE_SEND), type="submit"),
            tag("button", text(labels.CLOSE), type="button", data_act="unvote"),
            tag("small", text(labels.VOTE_PRIVATE)),
        ),
        class_="hd-vote-form",
        aria_label=labels.VOTE_WHY,
    )
