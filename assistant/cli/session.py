"""What every command does first: settings, a quiet environment, an index to work on.

What this module does not know: what the command does next.
"""

from pathlib import Path

from assistant.cli.engine import Engine
from assistant.cli.progress import progress_bar
from assistant.settings import Settings, load_settings, prepare_environment
from corpus.errors import SettingsError


def begin(index: str | None = None) -> Settings:
    """Load the settings, turn telemetry off, and point at the folder of ``--index``, if given.

    Raises:
        SettingsError: an unknown or malformed setting, or an empty folder name.
    """
    settings = load_settings()
    prepare_environment(settings)
    if index is None:
        return settings
    if not index.strip():
        raise SettingsError("Tùy chọn --index trống; hãy ghi một thư mục, hoặc bỏ tùy chọn này.")
    return settings.with_index(Path(index).expanduser())


def ensure_index(engine: Engine, settings: Settings) -> None:
    """Index the shipped documents where nobody named a folder and there is no index yet.

    A folder that somebody named is never written to by a question: there, a missing index stays
    the error it is.
    """
    if settings.index_named or engine.has_index(settings):
        return
    with progress_bar("Lập chỉ mục lần đầu") as progress:
        engine.build(settings, (), progress)
