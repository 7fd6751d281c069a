"""What produced a run: commit, package versions, hashes of documents, cases and prompts, machine.

What this module does not know: what the run measured.
"""

import hashlib
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from assistant.settings import Settings
from prompts.load import FOLDER as PROMPTS

_PACKAGES = (
    "hoidap",
    "bm25s",
    "chromadb",
    "gradio",
    "llama-index-core",
    "llama-index-llms-openai-like",
    "llama-index-vector-stores-chroma",
    "model2vec",
    "numpy",
    "onnxruntime",
    "openai",
    "sentence-transformers",
    "torch",
    "underthesea",
)
_SECRET = "llm_api_key"  # noqa: S105  (the name of a field, which is left out)


def commit() -> tuple[str, bool]:
    """Return the commit of the checkout this code lies in, and whether files differ from it.

    ("", False) outside a checkout, or without git.
    """
    here = str(Path(__file__).parent)
    head = _git("-C", here, "rev-parse", "HEAD")
    return head, bool(head and _git("-C", here, "status", "--porcelain", "--untracked-files=no"))


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  (fixed arguments)
            ["git", *arguments],  # noqa: S607  (git is found on the path, as users have it)
            capture_output=True,
            check=False,
            text=True,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def packages() -> dict[str, str]:
    """Return the installed versions of what answers depend on; absent ones are left out."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def settings_record(settings: Settings) -> dict[str, Any]:
    """Return the settings as JSON values, without the key of a language model."""
    values = {f.name: getattr(settings, f.name) for f in fields(settings) if f.name != _SECRET}
    return {
        name: value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
        for name, value in values.items()
    }


def prompts_sha256(folder: Path = PROMPTS) -> str:
    """Return one hash over the names and contents of the template files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return _digest((path.name, path.read_bytes()) for path in files)


def corpus_sha256(corpus: Mapping[str, str]) -> str:
    """Return one hash over document names and the hashes of their texts."""
    return _digest((name, sha.encode()) for name, sha in sorted(corpus.items()))


def text_sha256(texts: Iterable[str]) -> str:
    """Return one hash over texts, in order."""
    return _digest(("", text.encode()) for text in texts)


def machine() -> tuple[int, str]:
    """Return how many cores this process may use, and the system's name."""
    return len(os.sched_getaffinity(0)), f"{platform.system()} {platform.machine()}"


def python() -> str:
    """Return the version of Python."""
    return platform.python_version()


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in parts:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
