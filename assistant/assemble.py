"""Wiring: the one place where the parts of an assistant are made and put together.

What this module does not know: what any part does.
"""

import gc
import tempfile
import weakref
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.ask import Assistant
from assistant.claims.checker import ClaimChecker
from assistant.compose import Composer
from assistant.confidence import load_confidence
from assistant.confidence.choice import Chooser
from assistant.confidence.order import load_order
from assistant.confidence.second import SecondLook
from assistant.contrasts import Contrasts
from assistant.matching import Rarity
from assistant.neighbours import load_neighbours
from assistant.pointing import Glances, Pointer
from assistant.reading.annotations import Annotations
from assistant.reading.reader import Reader
from assistant.rehearsal import rehearse
from assistant.restore import Restorer, load_model
from assistant.sentence_model.model import default_sentence_model
from assistant.settings import Settings
from assistant.span_model.model import default_span_model
from assistant.thesaurus import load_thesaurus
from assistant.understand import Glossary, Understander, Vocabulary
from corpus.errors import PromptError
from corpus.frequency import syllable_rarity
from corpus.model import Document
from prompts.load import TemplateError, Templates, load_templates

if TYPE_CHECKING:
    from assistant.llm import RephrasingAssistant
    from assistant.llm.client import Client
    from assistant.workers.shared import SharedAssistant
    from index.embedder import Embedder
    from index.open import Index

MOST_CHARACTERS = 2_000


def embedder_of(settings: Settings) -> "Embedder":
    """Return the embedder that the settings name: the shipped one unless they name another.

    Raises:
        ModelError: its weights are missing, damaged or not loadable.
    """
    from index.embedder import default_embedder, named_embedder  # noqa: PLC0415 - heavy

    if not settings.embedding_model:
        return default_embedder()
    return named_embedder(
        settings.embedding_model,
        settings.query_prefix,
        settings.passage_prefix,
        segmented=settings.segmented,
    )


def open_assistant(settings: Settings) -> Assistant:
    """Return an assistant over the index that the settings name.

    Raises:
        PassageIndexError: the index is missing, damaged, or built with another model.
        ModelError: a model's weights cannot be loaded.
        PromptError: a template is missing or malformed.
    """
    from index.open import open_index  # noqa: PLC0415 - heavy

    index = open_index(settings.index, embedder_of(settings))
    assistant = assistant_of(index, settings.max_question_chars)
    weakref.finalize(assistant, index.close)
    gc.freeze()  # it lives as long as the process: looking through it for garbage takes 200 ms
    return assistant


def for_many(assistant: Assistant, settings: Settings) -> "SharedAssistant":
    """Return an assistant that also answers by worker processes, begun when it is entered."""
    from assistant.workers.count import cores, fitting, free_memory  # noqa: PLC0415 - servers alone
    from assistant.workers.pool import Pool  # noqa: PLC0415 - the same
    from assistant.workers.shared import SharedAssistant  # noqa: PLC0415 - the same
    from assistant.workers.worker import texts_of  # noqa: PLC0415 - the same

    count = fitting(settings.workers, cores(), free_memory())
    opener = partial(_rehearsed, settings)
    return SharedAssistant(assistant, Pool(opener, count, texts_of(assistant.documents)))


def _rehearsed(settings: Settings) -> Assistant:
    """Open an assistant for a worker, which answers nobody before its models are loaded."""
    assistant = open_assistant(settings)
    rehearse(assistant)
    return assistant


def language_model(settings: Settings) -> "Client | None":
    """Return the language model that the settings name, None where none is to be asked.

    Raises:
        SettingsError: no model, no address, a malformed one, or an unreadable key file.
        LanguageModelError: the libraries that ask one are not installed.
    """
    if not settings.llm:
        return None
    from assistant.llm.client import Client  # noqa: PLC0415 - only where one is used
    from assistant.llm.server import Server, key_from  # noqa: PLC0415 - the same

    file = settings.llm_api_key_file
    key = settings.llm_api_key or (key_from(file) if file else "")
    return Client(Server(settings.llm_base_url, settings.llm_model, key, settings.llm_timeout_s))


def reworded(assistant: Assistant, model: "Client | None") -> "Assistant | RephrasingAssistant":
    """Return an assistant that words its answers with a language model, where there is one."""
    if model is None:
        return assistant
    from assistant.llm import RephrasingAssistant  # noqa: PLC0415 - only where one is used

    return RephrasingAssistant(assistant, model)


def assistant_over(documents: Sequence[Document], embedder: "Embedder | None" = None) -> Assistant:
    """Return an assistant over documents in memory.

    Its index lives in a temporary folder that goes when the assistant is closed or collected.
    """
    from index.build import build_index  # noqa: PLC0415 - heavy
    from index.embedder import default_embedder  # noqa: PLC0415 - heavy
    from index.open import open_index  # noqa: PLC0415 - heavy

    chosen = embedder or default_embedder()
    folder = tempfile.TemporaryDirectory(prefix="hoidap-")
    build_index(documents, Path(folder.name), chosen)
    index = open_index(Path(folder.name), chosen)
    assistant = assistant_of(index)
    weakref.finalize(assistant, _discard, index, folder)
    return assistant


def _discard(index: "Index", folder: "tempfile.TemporaryDirectory[str]") -> None:
    index.close()
    folder.cleanup()


def assistant_of(index: "Index", most_characters: int = MOST_CHARACTERS) -> Assistant:
    """Return an assistant over an open index."""
    rarity = Rarity(index.retriever.sentences_with, len(index.passages), syllable_rarity())
    annotations = Annotations(index.documents, index.registers.of, rarity)
    glossary, thesaurus = Glossary.load(), load_thesaurus()
    contrasts = Contrasts.load()
    understander = understander_of(index, glossary, contrasts)
    templates = templates_checked()
    return Assistant(
        documents=index.documents,
        understander=understander,
        retriever=index.retriever,
        reader=Reader(annotations, plainness=glossary.plainness),
        chooser=Chooser(index.retriever.likeness, contrasts, load_order(), annotations),
        glossary=glossary,
        thesaurus=thesaurus,
        confidence=load_confidence(),
        composer=Composer(templates, annotations, Pointer(Glances(default_span_model))),
        checker=ClaimChecker(
            documents=index.documents,
            understander=understander,
            retriever=index.retriever,
            annotations=annotations,
            glossary=glossary,
            thesaurus=thesaurus,
            templates=templates,
            contrasts=contrasts,
        ).with_model(),
        second=SecondLook(default_sentence_model),
        most_characters=most_characters,
    )


def understander_of(index: "Index", glossary: Glossary, contrasts: Contrasts) -> Understander:
    """Return what repairs questions, biased to the words of the indexed documents.

    Raises:
        ModelError: the restoration weights are missing or damaged.
    """
    texts = [document.text for document in index.documents.values()]
    vocabulary = Vocabulary.of(texts)
    return Understander(
        vocabulary, Restorer(load_model()), glossary, load_neighbours(), contrasts.sets
    )


def templates_checked() -> Templates:
    """Return the templates.

    Raises:
        PromptError: one is missing or has the wrong placeholders.
    """
    try:
        return load_templates()
    except TemplateError as error:
        raise PromptError(str(error)) from error
