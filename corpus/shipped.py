"""The documents that ship with hoidap: the default corpus.

What this module does not know: how they are read or indexed.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent / "documents"


def shipped_paths() -> list[Path]:
    """Return the source files of the default corpus (inside the installed package)."""
    return sorted(path for path in _FOLDER.iterdir() if path.suffix in {".txt", ".md"})
