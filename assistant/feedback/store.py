"""The file of opinions: SQLite, one connection for each write, safe for many writers at once.

The write-ahead log lets people read while others write; a writer waits for another up to
`PATIENCE_S`. A write is one transaction: it is whole in the file, or not there at all.

What this module does not know: what an opinion says.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from assistant.feedback.opinion import COLUMNS, Opinion, Row, Vote, row_of, values_of
from corpus.errors import FeedbackError

PATIENCE_S = 5.0
_FORMAT = 1
_TEXTS = ", ".join(f"{name} TEXT NOT NULL" for name in COLUMNS if name not in {"turn", "restored"})
_TABLE = (
    "CREATE TABLE IF NOT EXISTS feedback (id INTEGER PRIMARY KEY, turn TEXT NOT NULL UNIQUE, "
    f"{_TEXTS}, restored INTEGER NOT NULL) STRICT"
)
_PUT = (
    f"INSERT INTO feedback ({', '.join(COLUMNS)}) "  # noqa: S608 - our own column names
    f"VALUES ({', '.join('?' * len(COLUMNS))}) ON CONFLICT (turn) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in ("time", "vote", "reasons", "note"))
)
_WHY = (
    (sqlite3.SQLITE_FULL, "ổ đĩa đầy"),
    (sqlite3.SQLITE_IOERR, "lỗi đọc ghi ổ đĩa"),
    (sqlite3.SQLITE_READONLY, "tệp chỉ cho đọc"),
    (sqlite3.SQLITE_CANTOPEN, "không mở được tệp"),
    (sqlite3.SQLITE_BUSY, "tệp đang bận"),
    (sqlite3.SQLITE_LOCKED, "tệp đang bận"),
    (sqlite3.SQLITE_NOTADB, "không phải tệp SQLite"),
    (sqlite3.SQLITE_CORRUPT, "tệp bị hỏng"),
    (sqlite3.SQLITE_PERM, "không có quyền"),
    (sqlite3.SQLITE_AUTH, "không có quyền"),
)


class FeedbackFile:
    """Opinions in a file, which is made with its folder when the first one is given."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self.path = path

    def put(self, opinion: Opinion) -> None:
        """Keep an opinion, in the place of an earlier one on the same answer.

        Raises:
            FeedbackError: it could not be written: a full disk, a file that may only be read.
        """
        time = datetime.now(UTC).isoformat(timespec="seconds")
        with self._told("ghi"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connected(f"{self.path.absolute().as_uri()}?mode=rwc")) as opened:
                with suppress(sqlite3.OperationalError):  # a file system without shared memory
                    opened.execute("PRAGMA journal_mode = WAL")
                with opened:
                    opened.execute(_TABLE)
                    opened.execute(f"PRAGMA user_version = {_FORMAT}")
                    opened.execute(_PUT, values_of(opinion, time))

    def rows(
        self,
        ids: Sequence[int] = (),
        votes: Sequence[Vote] = (),
        most: int | None = None,
    ) -> list[Row]:
        """Return opinions, newest first; none where the file is not there.

        Args:
            ids: only these; all when empty.
            votes: only these; all when empty.
            most: at most so many.

        Raises:
            FeedbackError: the file cannot be read, or has no row of such an ``id``.
        """
        if not self.path.exists():
            return self._chosen([], ids)
        uri = f"{self.path.absolute().as_uri()}?mode=ro"
        with self._told("đọc"), closing(self._connected(uri)) as opened:
            every = opened.execute("SELECT * FROM feedback ORDER BY time DESC, id DESC")
            found = [row_of(record) for record in every]
        chosen = self._chosen(found, ids)
        return [row for row in chosen if not votes or row.vote in votes][:most]

    def _chosen(self, found: list[Row], ids: Sequence[int]) -> list[Row]:
        missing = sorted(set(ids) - {row.id for row in found})
        if missing:
            raise FeedbackError(
                f"Tệp phản hồi {self.path} không có dòng số {missing[0]}; "
                "hãy xem số của từng dòng bằng lệnh: hoidap feedback"
            )
        return [row for row in found if not ids or row.id in ids]

    def _connected(self, uri: str) -> sqlite3.Connection:
        opened = sqlite3.connect(uri, timeout=PATIENCE_S, uri=True)
        opened.row_factory = sqlite3.Row
        return opened

    @contextmanager
    def _told(self, doing: str) -> Iterator[None]:
        """Say in one line what went wrong with the file."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            why = next((words for known, words in _WHY if known == code), str(error))
            raise FeedbackError(self._message(doing, why)) from error
        except OSError as error:
            raise FeedbackError(self._message(doing, error.strerror or str(error))) from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise FeedbackError(self._message(doing, "nội dung lạ")) from error

    def _message(self, doing: str, why: str) -> str:
        return (
            f"Không {doing} được tệp phản hồi {self.path} ({why}); "
            "hãy kiểm tra quyền và chỗ trống, hoặc đặt HOIDAP_FEEDBACK là tệp khác."
        )
