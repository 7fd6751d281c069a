"""A conversation written down: nothing of a document or a user is ever markup."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answer import Answer, Status
from assistant.chat import labels
from assistant.chat.export import FORMATS, exported
from assistant.chat.export.markdown import escaped
from assistant.chat.export.record import clean
from assistant.chat.talk_html import Turn
from tests.assistant.chat.conftest import evil, evil_document
from tests.assistant.fakes import FakeAssistant, citation, shipped_documents

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~$&^=@:/ aw1\t"), max_size=30)


class Plain(HTMLParser):
    """The text of a page, and the tags in it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


def read(html: str) -> Plain:
    """Return what a page says."""
    plain = Plain()
    plain.feed(html)
    plain.close()
    return plain


def written(suffix: str, *turns: Turn) -> bytes:
    """Return a conversation in a format."""
    documents = shipped_documents() | {evil_document().name: evil_document()}
    file = exported(turns, documents, suffix, NOW)
    assert file is not None
    return file.content


def attack() -> Turn:
    """Return a turn made of attacks."""
    bad = evil_document()
    answer = Answer(
        Status.PARTIAL,
        f"# {evil('answer')}\n- [x](javascript:alert(1)) [1]",
        citations=(citation(bad, "là 45%"), citation(bad, "Điều 2. " + evil("other"))),
        understood=f"*{evil('understood')}*",
        note=evil("note"),
    )
    return Turn(f"![x](//y) {evil('question')}\x00\ud800", answer, key="k", when="2026-11-22")


def test_the_name_has_the_date_and_nothing_answered_gives_no_file() -> None:
    turn = Turn("thu nhập?", FakeAssistant().ask("thu nhập"))
    for suffix in FORMATS:
        file = exported([turn], shipped_documents(), suffix, NOW)
        assert file is not None
        assert file.name == f"hoidap-2026-11-22-1830.{suffix}"
        assert exported([Turn("x", notice="không")], {}, suffix, NOW) is None
    with pytest.raises(KeyError):
        exported([turn], {}, "exe", NOW)
    assert set(FORMATS) == set(labels.FORMATS)


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_every_format_says_all_of_an_answer(suffix: str) -> None:
    turn = Turn("thu nhap?", FakeAssistant().ask("thu nhập"), when="2026-11-22T18:00:00+00:00")
    content = written(suffix, turn)
    if suffix == "docx":
        said = "\n".join(each.text for each in Document(io.BytesIO(content)).paragraphs)
    elif suffix == "md":
        said = read(MarkdownIt().render(content.decode())).text
    else:
        said = read(content.decode()).text
    assert turn.answer is not None
    quote = turn.answer.citations[0]
    for wanted in (
        "Câu hỏi: thu nhap?", turn.answer.understood, turn.answer.text, "Có đầy đủ trong văn bản",
        f"“{quote.quote}”", quote.title, "đăng ngày 08/02/2023", "đoạn 4",
    ):  # fmt: skip
        assert wanted in said, wanted


def test_attacks_stay_text_in_the_page() -> None:
    page = written("html", attack()).decode()
    found = read(page)
    assert not {"script", "img", "a", "b"} & set(found.tags)
    assert evil("question") in found.text
    assert "default-src 'none'" in page
    assert '<html lang="vi">' in page
    assert "http" not in page.replace("http-equiv", "")


def test_attacks_stay_text_in_markdown() -> None:
    text = written("md", attack()).decode()
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = read(renderer.render(text))
    assert not {"script", "img", "a", "b", "table", "code", "pre"} & set(found.tags)
    assert evil("question") in found.text
    assert "# " + evil("answer") in found.text


def test_attacks_stay_text_in_word() -> None:
    content = written("docx", attack())
    document = Document(io.BytesIO(content))
    assert any(evil("question") in each.text for each in document.paragraphs)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if "vba" in name or "embed" in name]
        assert b"External" not in parts.read("word/_rels/document.xml.rels")


@given(content=TEXT | SIGNS)
def test_markdown_shows_a_line_as_it_was(content: str) -> None:
    shown = read(MarkdownIt("commonmark", {"html": True}).render(escaped(content)))
    assert " ".join(shown.text.split()) == " ".join(content.split())
    assert set(shown.tags) <= {"p"}


@given(content=st.text(max_size=40))
def test_whatever_was_typed_every_format_can_be_written(content: str) -> None:
    answer = Answer(Status.ANSWERED, content or "x", understood=content)
    for suffix in FORMATS:
        assert written(suffix, Turn(content, answer))


def test_what_no_file_holds_is_left_out() -> None:
    assert clean("a\x00b\ud800c\ufffed\n\te") == "abcd\n\te"
    turn = attack()
    assert replace(turn, changed=True).changed
    assert labels.CHANGED in read(written("html", replace(turn, changed=True)).decode()).text
