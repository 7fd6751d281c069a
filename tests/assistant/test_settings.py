"""Settings: variables over the file over the defaults; nothing unknown is swallowed."""

from dataclasses import fields
from pathlib import Path

import pytest

from assistant.settings import Settings, default_index, load_settings, prepare_environment
from corpus.errors import SettingsError


def test_defaults_keep_the_index_in_the_users_data_folder(tmp_path: Path) -> None:
    settings = load_settings({"XDG_DATA_HOME": str(tmp_path)}, tmp_path)
    assert settings.index == tmp_path / "hoidap" / "index"
    assert not settings.index_named
    assert settings.host == "127.0.0.1"


def test_a_relative_xdg_folder_is_ignored() -> None:
    assert default_index({"XDG_DATA_HOME": "relative"}).is_absolute()


def test_a_variable_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "hoidap.toml").write_text('port = 8001\nhost = "0.0.0.0"\n', encoding="utf-8")
    settings = load_settings({"HOIDAP_PORT": "8002"}, tmp_path)
    assert (settings.port, settings.host) == (8002, "0.0.0.0")  # noqa: S104 - a value, not a bind


def test_every_kind_of_value_is_parsed(tmp_path: Path) -> None:
    environ = {
        "HOIDAP_INDEX": str(tmp_path / "i"),
        "HOIDAP_DATA": str(tmp_path),
        "HOIDAP_SEGMENTED": "Có",
        "HOIDAP_LLM_TIMEOUT_S": "2.5",
        "HOIDAP_MAX_QUESTION_CHARS": "500",
        "HOIDAP_QUERY_PREFIX": "query: ",
        "HOIDAP_HOST": "",
    }
    settings = load_settings(environ, tmp_path)
    assert settings.index_named
    assert settings.data == tmp_path
    assert settings.segmented
    assert settings.llm_timeout_s == 2.5
    assert settings.max_question_chars == 500
    assert settings.query_prefix == "query: "
    assert settings.host == "127.0.0.1"


def test_an_unknown_variable_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"HOIDAP_PROT.*HOIDAP_PORT"):
        load_settings({"HOIDAP_PROT": "1"}, tmp_path)


@pytest.mark.parametrize("name", ["HOIDAP_INDEX_NAMED", "HOIDAP_port", "HOIDAP_"])
def test_a_variable_that_no_user_sets_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=name):
        load_settings({name: "1"}, tmp_path)


def test_an_unknown_key_in_the_file_is_refused_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "hoidap.toml").write_text("embeding_model = 'x'\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"embeding_model trong .*hoidap\.toml; .*embedding_m"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "x"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("SEGMENTED", "maybe"),
        ("LLM_TIMEOUT_S", "nan"),
        ("LLM_TIMEOUT_S", "-1"),
        ("MAX_QUESTION_CHARS", "0"),
        ("INDEX", "~khong-co-nguoi-nay/x"),
    ],
)
def test_a_malformed_value_is_named(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"HOIDAP_{name}.*{value}") as caught:
        load_settings({f"HOIDAP_{name}": value}, tmp_path)
    assert "\n" not in str(caught.value)


def test_a_file_value_of_the_wrong_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hoidap.toml").write_text("host = 3\nport = true\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="HOIDAP_HOST"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize("content", ["port = ", "[[", "\x00"])
def test_a_broken_file_is_one_line(content: str, tmp_path: Path) -> None:
    (tmp_path / "hoidap.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"hoidap\.toml") as caught:
        load_settings({}, tmp_path)
    assert "\n" not in str(caught.value)


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="HOIDAP_CONFIG"):
        load_settings({"HOIDAP_CONFIG": str(tmp_path / "none.toml")}, tmp_path)


def test_the_key_is_never_shown() -> None:
    assert "secret" not in repr(Settings(index=Path("i"), llm_api_key="secret"))


def test_options_win_over_everything(tmp_path: Path) -> None:
    settings = load_settings({"HOIDAP_INDEX": "a"}, tmp_path)
    assert settings.with_index(None).index == Path("a")
    assert settings.with_index(Path("b")).index == Path("b")
    assert settings.with_server("h", None).port == settings.port
    assert settings.with_server(None, "80").port == 80
    with pytest.raises(SettingsError, match="8o80"):
        settings.with_server(None, "8o80")


def test_telemetry_is_off_and_hubs_are_closed_unless_a_model_is_named(tmp_path: Path) -> None:
    base = Settings(index=tmp_path)
    environ: dict[str, str] = {}
    prepare_environment(base, environ)
    assert environ["ANONYMIZED_TELEMETRY"] == "False"
    assert environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert environ["HF_HUB_OFFLINE"] == "1"
    for model, offline in [("hub/model", False), (str(tmp_path), True)]:
        environ = {}
        prepare_environment(Settings(index=tmp_path, embedding_model=model), environ)
        assert ("HF_HUB_OFFLINE" in environ) is offline


def test_every_setting_has_a_parser(tmp_path: Path) -> None:
    for item in fields(Settings):
        if item.name != "index_named":
            with pytest.raises(SettingsError, match="Không có"):
                load_settings({f"HOIDAP_{item.name.upper()}X": "1"}, tmp_path)
