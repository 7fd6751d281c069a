"""The exceptions of hoidap, all of them, in one tree.

    HoidapError                 a user's mistake or a broken input: one line, exit 2
    ├── DocumentError           a source file that cannot become a Document
    │   ├── UnreadableDocument  missing, empty, binary, too large, not permitted
    │   └── UnknownDocument     a document name that the index does not hold
    ├── PassageIndexError             an index that cannot be built or used
    │   ├── IndexMissing        no index in that folder
    │   ├── IndexDamaged        its files do not agree with its manifest
    │   ├── IndexMismatch       built with another model or another format
    │   └── IndexBusy           another process is writing it
    ├── ModelError              weights missing, damaged, or not loadable
    ├── QuestionError           a question or statement that cannot be taken
    ├── SettingsError           an unknown or malformed setting
    ├── PromptError             a prompt file missing, or with wrong placeholders
    ├── CaseError               an evaluation case or benchmark file that does not parse
    ├── FeedbackError           the file of opinions cannot be read or written
    ├── ServerError             the web app cannot start (a busy port, say) or fails on a request
    └── LanguageModelError      a language model unreachable, slow or wrong

Every message is one line that names the offending value and the next thing to do; it is in
Vietnamese, because users see it. Errors of third-party libraries are translated once, where
that library is called, with ``raise … from``.

What this module does not know: how an error is shown (the command line and the chat decide).
"""


class HoidapError(Exception):
    """Base of every error that is the input's fault and not a defect of hoidap."""


class DocumentError(HoidapError):
    """A source file cannot become a Document, or a Document cannot be found."""


class UnreadableDocument(DocumentError):
    """A source file is missing, empty, binary, too large, or may not be read."""


class UnknownDocument(DocumentError):
    """A document was named that the index does not hold."""


class PassageIndexError(HoidapError):
    """An index cannot be built or used."""


class IndexMissing(PassageIndexError):
    """There is no index in the folder that was named."""


class IndexDamaged(PassageIndexError):
    """The files of an index are missing, unreadable, or disagree with its manifest."""


class IndexMismatch(PassageIndexError):
    """The index was built with another embedding model or another format version."""


class IndexBusy(PassageIndexError):
    """Another process is writing the same index."""


class ModelError(HoidapError):
    """Model weights are missing, damaged, or cannot be loaded."""


class QuestionError(HoidapError):
    """A question or statement is empty, too long, or not text."""


class SettingsError(HoidapError):
    """A setting is unknown, or its value is malformed."""


class PromptError(HoidapError):
    """A prompt file is missing, or its placeholders are not the expected ones."""


class CaseError(HoidapError):
    """An evaluation case or a benchmark file does not parse."""


class FeedbackError(HoidapError):
    """The file of opinions on answers cannot be read or written, or holds no such row."""


class ServerError(HoidapError):
    """The web app cannot start: a busy port, a bad host, say."""


class LanguageModelError(HoidapError):
    """A language model is unreachable, too slow, or answered something unusable."""
