"""Where runs are kept, and how one is found again.

What this module does not know: what a run holds (`evals.record`).
"""

from pathlib import Path

from assistant.settings import Settings
from corpus.errors import CaseError
from evals.record import Run, read_run, run_to_json

LAST = "last"


def runs_folder(settings: Settings) -> Path:
    """Return the folder that the settings mean: the web app reads the last run from it too."""
    return settings.runs


def save_run(run: Run, folder: Path) -> Path:
    """Write a run into ``folder``, never over another, and return its file.

    Raises:
        CaseError: the disk refuses.
    """
    path = folder / f"{run.id}.json"
    copy = 2
    while path.exists():
        path = folder / f"{run.id}-{copy}.json"
        copy += 1
    write_report(path, run_to_json(run))
    return path


def find_run(name: str, folder: Path) -> Run:
    """Return the run that ``name`` means: a file, an id in ``folder``, or ``last``.

    Raises:
        CaseError: there is no such run, or it does not parse.
    """
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
    if name == LAST:
        if not kept:
            raise CaseError(f"Chưa có lượt chạy nào trong {folder}; hãy chạy hoidap eval trước.")
        return read_run(kept[-1])
    matching = [path for path in kept if path.stem.startswith(name)]
    return read_run(matching[-1] if matching else Path(name))


def write_report(path: Path, text: str) -> None:
    """Write a report as UTF-8, making its folder.

    Raises:
        CaseError: the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CaseError(
            f"Không ghi được “{path}” ({error.strerror}); hãy chọn thư mục khác."
        ) from error
