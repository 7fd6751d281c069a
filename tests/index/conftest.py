"""One small index, built once for the tests that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.model import Document
from index.build import build_index
from index.open import Index, open_index
from tests.index.fakes import HashingEmbedder, document


@pytest.fixture(scope="session")
def programme() -> tuple[Document, ...]:
    """Two documents about different things, one with headings and furniture."""
    return (
        document(
            "chuong-trinh",
            "# I. Mục tiêu đến năm 2030",
            "Thu nhập bình quân đầu người đạt trên 12.500 USD. Tỷ lệ đô thị hóa đạt 75%.",
            "Kinh tế số chiếm 40% tổng sản phẩm trên địa bàn.",
            "~Tin liên quan",
            "# II. Giải pháp về văn hóa",
            "Xây dựng người Hà Nội thanh lịch, văn minh. Bảo tồn di sản ở nông thôn.",
        ),
        document("ke-hoach", "Phấn đấu trồng một triệu cây xanh. Xử lý nước thải đô thị."),
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, programme: tuple[Document, ...]) -> Path:
    """Return the folder of an index of `programme`."""
    folder = tmp_path_factory.mktemp("index") / "chỉ mục"
    build_index(programme, folder, HashingEmbedder())
    return folder


@pytest.fixture(scope="session")
def opened(built: Path) -> Iterator[Index]:
    """Return `built`, open."""
    with open_index(built, HashingEmbedder()) as index:
        yield index
