"""Choosing one document of an index by its name.

What this module does not know: where documents come from.
"""

from collections.abc import Sequence
from difflib import get_close_matches

from corpus.errors import UnknownDocument
from corpus.model import Document

_SHOWN = 12


def chosen(documents: Sequence[Document], name: str | None) -> Document:
    """Return the document called ``name``, or the only one when no name is given.

    Raises:
        UnknownDocument: no such name, or no name where there are several; the names are listed.
    """
    names = {document.name: document for document in documents}
    if name is None and len(names) == 1:
        return documents[0]
    if name is not None and name in names:
        return names[name]
    if name is None:
        raise UnknownDocument(f"Chỉ mục có {len(names)} văn bản; hãy chọn một: {_listed(names)}.")
    near = get_close_matches(name, names, n=1)
    hint = f"có phải ý bạn là {near[0]}?" if near else f"các văn bản có: {_listed(names)}."
    raise UnknownDocument(f"Không có văn bản nào tên là «{name}»; {hint}")


def _listed(names: dict[str, Document]) -> str:
    shown = sorted(names)[:_SHOWN]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" và {more} văn bản khác" if more else "")
