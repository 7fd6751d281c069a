"""A conversation as a Word document (python-docx); text goes in as text, never as markup.

What this module does not know: what python-docx's template looks like beyond its style names.
"""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.chat import labels
from assistant.chat.export.record import Conversation, Exchange, Quote

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_FONT = "Times New Roman"  # has every Vietnamese letter on every machine with a word processor
_BODY_PT = 12


def to_docx(talk: Conversation) -> bytes:
    """Return the conversation as the bytes of a .docx file."""
    from docx import Document  # noqa: PLC0415 - heavy

    document = Document()
    _dressed(document)
    document.core_properties.title = talk.title
    document.core_properties.author = "hoidap"
    document.core_properties.comments = ""
    document.core_properties.language = "vi-VN"
    document.core_properties.created = datetime.now(UTC).replace(tzinfo=None)
    document.add_heading(talk.title, 1)
    document.add_paragraph(talk.made)
    for exchange in talk.exchanges:
        _exchange(document, exchange)
    document.add_paragraph(talk.foot).runs[0].italic = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _dressed(document: "Document") -> None:
    """Set a font with Vietnamese letters, and the language, so that no word is marked wrong."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 - heavy
    from docx.shared import Pt  # noqa: PLC0415 - heavy

    for name in ("Normal", "Heading 1", "Heading 2", "Quote"):
        style: ParagraphStyle = document.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    normal = document.styles["Normal"]
    normal.font.size = Pt(_BODY_PT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)


def _exchange(document: "Document", exchange: Exchange) -> None:
    document.add_heading(f"{labels.QUESTION}: {exchange.question}", 2)
    if exchange.understood:
        document.add_paragraph(f"{labels.UNDERSTOOD} {exchange.understood}").runs[0].italic = True
    document.add_paragraph(exchange.state).runs[0].bold = True
    for line in exchange.lines:
        item = line.strip()
        if item.startswith("- "):
            document.add_paragraph(item[2:], style="List Bullet")
        else:
            document.add_paragraph(item)
    for note in exchange.notes:
        document.add_paragraph(note).runs[0].italic = True
    for quote in exchange.quotes:
        _quote(document, quote)
    if exchange.when:
        document.add_paragraph(f"{labels.ANSWERED_AT} {exchange.when}")


def _quote(document: "Document", quote: Quote) -> None:
    paragraph = document.add_paragraph(style="Quote")
    paragraph.add_run(f"[{quote.number}] “{quote.text}”")
    paragraph.add_run(f" — {quote.source}").italic = False
