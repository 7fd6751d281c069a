"""What is rendered, without a browser: nothing of a text is ever markup, offsets round-trip."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.chat.answer_html import answer_html
from assistant.chat.cite_html import citation_text, link
from assistant.chat.document_html import document_html, library_html, outline, part_at
from assistant.chat.markup import tag, text
from assistant.chat.talk_html import Turn, asked, talk_html
from corpus.model import Document, Span
from corpus.read import canonical, document_of
from tests.assistant.fakes import FakeAssistant, shipped_documents

TEXTS = st.text(max_size=80) | st.sampled_from(["<script>x</script>", '"><img onerror=x>', "${a}`"])


class Reader(HTMLParser):
    """Reads HTML back: its tags, its text, and the text of every element with offsets."""

    def __init__(self, html: str) -> None:
        """Read a whole page or fragment."""
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.shown: list[str] = []
        self.spans: list[tuple[Span, str]] = []
        self._open: list[tuple[str, Span | None, int]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that it is open."""
        self.tags.add(tag)
        given = dict(attrs)
        self.attributes |= set(given)
        span = (
            Span(int(given["data-s"] or 0), int(given["data-e"] or 0))
            if "data-e" in given
            else None
        )
        if tag != "input":
            self._open.append((tag, span, len(self.shown)))

    def handle_endtag(self, tag: str) -> None:
        """Close the last open element, which must be this one."""
        name, span, since = self._open.pop()
        assert name == tag
        if span is not None:
            self.spans.append((span, "".join(self.shown[since:])))

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        self.shown.append(data)


OURS = {
    "div",
    "p",
    "span",
    "em",
    "strong",
    "button",
    "blockquote",
    "footer",
    "a",
    "ul",
    "li",
    "h2",
    "mark",
}


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(Status))
@settings(max_examples=150, deadline=None)
def test_no_text_of_an_answer_becomes_markup(
    said: str, key: str, understood: str, quote: str, status: Status
) -> None:
    citation = Citation(quote, understood, 1, Span(0, len(quote)), quote)
    answer = Answer(status, said, Span(0, 0), key, (citation,), understood)
    read = Reader(talk_html([Turn(said, answer), Turn(key, notice=quote)], {}, Turn(said)))
    assert read.tags <= OURS
    assert not any(name.startswith("on") for name in read.attributes)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_every_element_with_offsets_holds_exactly_those_characters(content: str) -> None:
    document = document_of("tài liệu", canonical(content))
    read = Reader(document_html({document.name: document}, document.name).replace("\x00", "\ufffd"))
    for span, shown in read.spans:
        assert shown == document.quote(span).replace("\x00", "\ufffd")
    assert len(read.spans) == len(document.paragraphs)


def test_attributes_and_content_are_escaped() -> None:
    made = tag("p", text("<b>&"), class_='a"b', data_x=None, hidden=True)
    assert made == '<p class="a&quot;b" hidden>&lt;b&gt;&amp;</p>'


def test_the_key_is_bold_and_markers_become_chips() -> None:
    fake = FakeAssistant()
    html = answer_html(fake.ask("thu nhập 2030"), fake.documents)
    assert "<strong>trên 12.500 USD/người/năm</strong>." in html
    assert html.count('class="hd-chip"') == 1
    refused = answer_html(fake.ask("còn 2045"), fake.documents)
    assert "[1]" not in refused
    assert refused.index('data-cite="1"') < refused.index("Năm 2045 chỉ")
    assert refused.count('<blockquote class="hd-quote" hidden>') == 2  # for paper alone
    listed = answer_html(fake.ask("những nhóm nào"), fake.documents)
    assert listed.count("<li>") == 2


def test_a_marker_without_its_citation_stays_text_and_an_empty_answer_is_harmless() -> None:
    assert " [7]" in answer_html(Answer(Status.ANSWERED, "A [7]."), {})
    assert "hd-answered" in answer_html(Answer(Status.ANSWERED, ""), {})


def test_a_citation_says_where_it_stands() -> None:
    documents = shipped_documents()
    citation = FakeAssistant(documents).ask("đô thị hóa").citations[0]
    copied = citation_text(citation, documents[citation.document])
    assert copied.startswith("“Tỷ lệ đô thị hóa")
    assert copied.endswith("đăng ngày 08/02/2023, đoạn 4")
    assert link(citation) == (
        f"?doc=chuong-trinh-21-ctr-tu&p=4&s={citation.span.start}-{citation.span.end}"
    )


def test_a_long_document_is_shown_in_parts_that_hold_every_paragraph() -> None:
    body = "\n\n".join(f"Đoạn số {number} nói về một việc." for number in range(400))
    document = document_of("dài", canonical(f"Văn bản dài\n\n{body}\n"))
    seen: list[int] = []
    offset = 0
    while True:
        part = part_at(document, offset, size=2000)
        seen += range(part.first, part.last)
        assert part.first <= document.paragraphs.index(document.paragraph_at(offset)) < part.last
        if part.number == part.count:
            break
        offset = document.paragraphs[part.last].span.start
    assert seen == list(range(len(document.paragraphs)))


def test_documents_are_listed_with_their_facts_and_outline() -> None:
    documents = shipped_documents()
    document = next(iter(documents.values()))
    html = library_html(documents)
    assert document.sha256 in html
    assert "Đăng 08/02/2023" in html
    assert len(outline(document)) == 8
    assert "hoidap index build" in library_html({})
    assert "hoidap index build" in document_html({}, "")


def test_only_answered_questions_are_history() -> None:
    turns = [Turn("a", Answer(Status.REFUSED, "b")), Turn("c", notice="d")]
    assert asked(turns) == ("a",)


def test_an_unknown_document_shows_the_first() -> None:
    documents = shipped_documents()
    first: Document = next(iter(documents.values()))
    assert f'data-doc="{first.name}"' in document_html(documents, "không có", 10**9)
