"""An answer or a verdict for people's eyes, in a terminal.

What this module does not know: how either is found, or what its JSON looks like.
"""

from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Status, VerdictKind
from assistant.claims.verdict import Verdict

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_COLOURS = {Status.ANSWERED: "green", Status.PARTIAL: "yellow", Status.REFUSED: "red"}
_WITHHELD = "(Thêm --json để xem từng câu bị giữ lại và lý do.)"
_VERDICTS = {
    VerdictKind.SUPPORTED: ("✓ Khớp", "green"),
    VerdictKind.REFUTED: ("✗ Sai lệch", "red"),
    VerdictKind.NOT_FOUND: ("○ Không có trong văn bản", "yellow"),
}


def show_answer(console: "Console", answer: Answer) -> None:
    """Print the answer (its key in bold), its state, what was understood, and the citations."""
    from rich.text import Text

    from assistant.chat.labels import STATES, UNDERSTOOD

    text = Text(answer.text)
    if answer.key:
        text.highlight_words([answer.key], "bold")
    state = Text(" ".join(STATES[answer.status]), style=_COLOURS[answer.status])
    lines = [text, state]
    if answer.understood:
        lines.append(Text(f"{UNDERSTOOD} {answer.understood}", style="italic"))
    lines += [_citation(number, each) for number, each in enumerate(answer.citations, start=1)]
    if answer.note:
        how = f" {_WITHHELD}" if answer.withheld else ""
        lines.append(Text(f"\n{answer.note}{how}", style="dim"))
    for line in lines:
        console.print(line, soft_wrap=True, highlight=False)


def show_verdict(console: "Console", verdict: Verdict) -> None:
    """Print the verdict, why (statement by statement where there are several), the citations."""
    from rich.text import Text

    label, colour = _VERDICTS[verdict.kind]
    lines = [Text(label, style=f"bold {colour}")]
    if len(verdict.parts) > 1:
        for part in verdict.parts:
            head, style = _VERDICTS[part.kind]
            lines.append(Text.assemble("\n", part.statement, "\n  ", (head, style)))
            lines.append(Text(f"  {part.explanation}"))
    else:
        lines.append(Text(verdict.explanation))
    lines += [_citation(number, each) for number, each in enumerate(verdict.citations, start=1)]
    for line in lines:
        console.print(line, soft_wrap=True, highlight=False)


def _citation(number: int, citation: Citation) -> "Text":
    from rich.text import Text

    head = f"\n[{number}] {citation.title}, đoạn {citation.paragraph}"
    return Text.assemble((head, "cyan"), "\n    ", (f"“{citation.quote}”", "dim"))
