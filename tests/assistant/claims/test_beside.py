"""What stands beside each figure of a sentence, and figures that are another thing's."""

import pytest

from assistant.assemble import assistant_over
from assistant.claims.beside import beside, crossed, read_marks
from assistant.contrasts import Contrasts
from corpus.quantities import mentions
from corpus.read import document_of

CONTRASTS = Contrasts.load()
SALES = (
    "Doanh số xe du lịch trong tháng 6 tăng 10%, xe thương mại tăng 1,5% và xe chuyên dụng giảm "
    "20% so với tháng trước."
)
MARKETS = "Năm 2020 có 100% chợ hạng 1, trên 40% chợ hạng 2 và trên 20% chợ hạng 3."
HONEY = "Sản lượng mật ong tháng 9 tăng 11,5% so với tháng trước và giảm 6,8% so với cùng kỳ."


def _beside(text: str, figure: str) -> dict[str, frozenset[str]]:
    marks, figures = read_marks(text, mentions(text), CONTRASTS)
    place = next(span for span in figures if figure in span.of(text))
    return dict(beside(text, place, figures, marks))


def test_each_figure_has_what_stands_in_its_phrase() -> None:
    """A sentence of three figures gives each its own direction, or its own numbered thing."""
    assert crossed(_beside("Xe chuyên dụng tăng 20%.", "20%"), _beside(SALES, "20%"))
    assert not crossed(_beside("Xe chuyên dụng giảm 20%.", "20%"), _beside(SALES, "20%"))
    assert _beside(MARKETS, "40%")["số hạng"] == {"2"}
    assert _beside(MARKETS, "20%")["số hạng"] == {"3"}


@pytest.mark.parametrize(
    ("text", "statement", "verdict"),
    [
        (SALES, "Doanh số xe chuyên dụng tháng 6 tăng 20% so với tháng trước.", "refuted"),
        (SALES, "Doanh số xe thương mại tháng 6 tăng 1,5% so với tháng trước.", "supported"),
        (HONEY, "Sản lượng mật ong tháng 9 giảm 6,8% so với cùng kỳ.", "supported"),
        (HONEY, "Sản lượng mật ong tháng 9 tăng 11,5% so với cùng kỳ.", "refuted"),
        (MARKETS, "Năm 2020 có trên 20% chợ hạng 2.", "refuted"),
        (MARKETS, "Năm 2020 có trên 40% chợ hạng 2.", "supported"),
        (
            "Ông dạy môn Văn tại trường Bình Tây, Quận 6.",
            "Ông dạy môn Văn tại trường Bình Tây, Quận 7.",
            "refuted",
        ),
        (
            "Việt Nam tích cực tham gia cuộc Cách mạng công nghiệp lần thứ tư.",
            "Việt Nam tích cực tham gia cuộc Cách mạng công nghiệp lần thứ năm.",
            "refuted",
        ),
        (
            "Ông sinh tại huyện Thăng Bình, tỉnh Quảng Nam.",
            "Ông sinh tại huyện Thăng Bình, tỉnh Quảng Ngãi.",
            "not_found",
        ),
    ],
)
def test_what_is_said_of_another_is_not_borne_out(text: str, statement: str, verdict: str) -> None:
    """The figure of another thing, another number in a name, another place of like name."""
    assistant = assistant_over([document_of("văn bản", text)])
    assert assistant.check(statement).kind.value == verdict
