"""What every test stands on: a home of its own, and nothing of the developer's settings."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says how busy the machine is; `make test` has limits of its own.
settings.register_profile("hoidap", deadline=None)
settings.load_profile("hoidap")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep tests, and the processes they start, away from the user's own index and settings."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("HOIDAP_")]:
        del os.environ[name]
    os.environ["XDG_DATA_HOME"] = str(home)
    return home
