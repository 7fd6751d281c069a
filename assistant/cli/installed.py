"""The engine that is installed: the real rooms behind the commands.

What this module does not know: how anything is typed or printed.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.engine import Answering, Progress
from assistant.settings import Settings
from corpus.errors import IndexMismatch, IndexMissing, PassageIndexError
from corpus.model import Document

if TYPE_CHECKING:
    from assistant.cli.engine import RegisterOf
    from index.build import BuildReport


class InstalledEngine:
    """`assistant.cli.engine.Engine` over the real index, assistant and web app."""

    def build(self, settings: Settings, paths: Sequence[Path], progress: Progress) -> "BuildReport":
        """Read and index the sources; what did not change is not embedded again."""
        from assistant.assemble import embedder_of
        from corpus.read import read_documents
        from corpus.shipped import shipped_paths
        from index.build import build_index

        documents = read_documents(list(paths) or shipped_paths())
        return build_index(documents, settings.index, embedder_of(settings), progress)

    def has_index(self, settings: Settings) -> bool:
        """Look for an index; a damaged one is one too, and says so when it is opened."""
        from index.store import current

        try:
            current(settings.index).release()
        except IndexMissing:
            return False
        except PassageIndexError:
            return True
        return True

    def documents(self, settings: Settings) -> Sequence[Document]:
        """Read the documents alone: no model is loaded for them."""
        from index.open import indexed_documents

        return indexed_documents(settings.index)

    def registered(self, settings: Settings) -> "tuple[Sequence[Document], RegisterOf]":
        """Read the documents and their registers alone."""
        from index.open import indexed_registers

        documents, registers = indexed_registers(settings.index)
        return documents, registers.of

    def assistant(self, settings: Settings) -> Answering:
        """Open everything that answers.

        The default index of an older hoidap, made with older weights of the same model, is made
        again from the documents it holds; any other mismatch is the user's to decide.
        """
        from assistant.assemble import language_model, open_assistant, reworded

        model = language_model(settings)  # first: what is wrong with it is told at once
        try:
            return reworded(open_assistant(settings), model)
        except IndexMismatch:
            if settings.index_named or settings.embedding_model:
                raise
            self._renew(settings)
            return reworded(open_assistant(settings), model)

    def _renew(self, settings: Settings) -> None:
        from assistant.assemble import embedder_of
        from index.build import build_index

        build_index(self.documents(settings), settings.index, embedder_of(settings))

    def chat(
        self, settings: Settings, on_ready: Callable[[str], None], *, mcp: bool = False
    ) -> None:
        """Serve the web app, the assistant loading behind it, its workers behind that."""
        from assistant.chat import launch

        if settings.llm:  # what is wrong with it is said before a page is served
            from assistant.assemble import language_model

            language_model(settings)
        with ExitStack() as opened:
            launch(lambda: self._for_many(settings, opened), settings, on_ready, mcp=mcp)

    def _for_many(self, settings: Settings, opened: ExitStack) -> Answering:
        """Open what answers for many at once, and begin its workers.

        With a language model none are begun: it is what takes long then, and answers differ.
        """
        from assistant.ask import Assistant

        assistant = self.assistant(settings)
        if not isinstance(assistant, Assistant):
            return assistant
        from assistant.assemble import for_many

        return opened.enter_context(for_many(assistant, settings))
