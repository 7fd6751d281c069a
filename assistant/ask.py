"""A question becomes an answer in six steps: understand, retrieve, read, decide, compose, verify.

What this module does not know: where its parts come from (`assistant.assemble`), or how an
answer is shown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.answer import Answer, Status
from assistant.claims import Verdict
from assistant.claims.checker import ClaimChecker
from assistant.compose import Composer
from assistant.confidence import ConfidenceModel
from assistant.confidence.choice import Chooser
from assistant.confidence.second import SecondLook
from assistant.confirming import Confirmer
from assistant.decide import Decision, Outcome, decide
from assistant.matching import Synonym
from assistant.presuming import Presumption
from assistant.question import Question, analyse
from assistant.reading.reader import Reader, Reading
from assistant.recall import Recall
from assistant.several import together
from assistant.suggest import Suggester, Suggestion
from assistant.synonyms import synonyms_of
from assistant.thesaurus import Thesaurus
from assistant.understand import Glossary, Understander, Understanding, literally
from assistant.understand.parts import amounts_in, is_only_command, questions_in, source_named
from assistant.verify import violations
from corpus.errors import QuestionError
from corpus.model import Document
from corpus.names import find_bodies
from corpus.normalize import syllables
from corpus.references import find_document_numbers
from corpus.register import Target
from index.retriever import PassageRetriever
from index.search import Hit

HITS = 16


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer with the evidence it was chosen from."""

    answer: Answer
    reading: Reading


@dataclass(frozen=True)
class Assistant:
    """Answers questions over the documents of one index; safe to share between threads."""

    documents: Mapping[str, Document]
    understander: Understander
    retriever: PassageRetriever
    reader: Reader
    chooser: Chooser
    glossary: Glossary
    thesaurus: Thesaurus
    confidence: ConfidenceModel
    composer: Composer
    checker: ClaimChecker
    second: SecondLook | None = None
    most_characters: int = 2_000

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer a Vietnamese question; ``history`` holds the earlier questions, oldest first.

        ``literal`` searches the words exactly as typed: nothing is repaired or completed.

        Raises:
            QuestionError: the question is empty, too long, or holds no letter or figure.
        """
        self.refuse_unreadable(question)
        if literal:
            return self.work_out(question, literally(question)).answer
        parts = questions_in(question)
        if len(parts) > 1:
            return self._several(question, parts, history)
        understood = self.understand(question, history)
        amounts = amounts_in(understood.text)
        if len(amounts) > 1:
            each = [replace(understood, text=text, changed=True) for text in amounts]
            told = [(one.text, self.work_out(question, one).answer) for one in each]
            both = together(told, self.composer.templates)
            if both.status is Status.ANSWERED and not violations(both, self.documents, question):
                return replace(both, understood=understood.text if understood.changed else "")
        return self.work_out(question, understood).answer

    def understand(self, question: str, history: Sequence[str] = ()) -> Understanding:
        """Return what a question asks, completed from the earlier ones and what answers them."""
        return self.understander.understand(question, history, self.recall)

    @property
    def recall(self) -> Recall:
        """What the documents answer to the earlier questions of a conversation."""
        return Recall(
            lambda question: self.work_out(question, self.understand(question)).answer,
            self.synonyms_of,
        )

    def work_out(self, question: str, understood: Understanding) -> Worked:
        """Return the verified answer to an understood question, with what was read for it.

        A question that is refused is asked again without the source it names first ("Theo Nghị
        quyết 29, …") when the documents know that source.
        """
        worked = self._worked(question, understood)
        lead, rest = source_named(understood.text)
        if worked.answer.status is not Status.REFUSED or not lead:
            return worked
        again = replace(understood, text=rest)
        if not self._knows(lead, worked):
            return worked
        without = self._worked(question, again)
        of_itself = "about" in without.answer.reasons  # the number says which document is meant
        refused = without.answer.status is Status.REFUSED
        return worked if refused or (of_itself and find_document_numbers(lead)) else without

    def _worked(self, question: str, understood: Understanding) -> Worked:
        reading = self.read(understood)
        decision = decide(reading, self.reader.annotations, self.confidence, self.second)
        if is_only_command(question):  # it asks nothing of the documents
            reading = replace(reading, evidence=(), about=(), mentioned=())
            decision = Decision(Outcome.NOTHING, 0.0)
        draft = self.composer.compose(reading, decision)
        draft = Confirmer(self.checker, self.composer.templates).confirmed(reading, draft)
        draft = Presumption(self.checker, self.composer.templates).corrected(reading, draft)
        return Worked(self._verified(draft, question, understood), reading)

    def _several(self, question: str, parts: Sequence[str], history: Sequence[str]) -> Answer:
        """Answer each question of several; each may lean on those before it."""
        answers: list[tuple[str, Answer]] = []
        said = list(history)
        for part in parts:
            understood = self.understand(part, said)
            answers.append((understood.text, self.work_out(part, understood).answer))
            said.append(part)
        if all(answer.status is Status.REFUSED for _, answer in answers):
            return self.work_out(question, self.understand(question, history)).answer
        joined = together(answers, self.composer.templates)
        asked = "\n".join((question, *(text for text, _ in answers)))
        return answers[0][1] if violations(joined, self.documents, asked) else joined

    def _knows(self, source: str, worked: Worked) -> bool:
        """Tell whether the documents have the names in a source that a question names first."""
        if set(worked.answer.reasons) & {Outcome.UNKNOWN_NAME.value, Outcome.OTHER_SCOPE.value}:
            return False
        text_of = self.reader.annotations.text_of
        names = [tuple(syllables(body.text)) for body in find_bodies(source)]
        return all(any(text_of(one).has(name) for one in self.documents) for name in names)

    def register_of(self, document: Document) -> tuple[Target, ...]:
        """Return the register of a document of the index, which need not be worked out anew."""
        return self.reader.annotations.register_of(document)

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Questions to begin with that this assistant does answer; made when wanted."""
        return tuple(each.question for each in self.suggester.first)

    @cached_property
    def suggester(self) -> Suggester:
        """Suggests questions that this assistant does answer, to begin with and to go on."""
        return self.suggesting(self.ask)

    def suggesting(self, ask: Callable[[str], Answer]) -> Suggester:
        """Suggest questions that ``ask`` does answer; it answers as this assistant does."""
        return Suggester(ask, self.reader.annotations, self.composer.templates)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Questions to begin with, one or more of each kind, each of which is answered."""
        return self.suggester.first

    def follow_ups(
        self, question: str, answer: Answer, asked: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Questions near an answer that are answered too, none of them in ``asked``."""
        return tuple(each.question for each in self.suggester.after(question, answer, asked))

    def check(self, statement: str) -> Verdict:
        """Hold a statement, or a pasted text, against the documents.

        Raises:
            QuestionError: it is empty, too long, holds no letter, or is HTML.
        """
        return self.checker.check(statement)

    def read(self, understood: Understanding) -> Reading:
        """Return the evidence for an understood question: analyse, retrieve, read."""
        asked = analyse(understood.text, understood.expansions)
        hits = self.retriever.search(" ".join((asked.text, *asked.extra)), HITS)
        return self.evidence_in(hits, asked)

    def evidence_in(self, hits: Sequence[Hit], asked: Question) -> Reading:
        """Return the evidence for an analysed question in the passages found, best first."""
        return self.chooser.chosen(self.reader.read(asked, hits, self.synonyms_of(asked.text)))

    def synonyms_of(self, text: str) -> tuple[Synonym, ...]:
        """Return other ways to say the phrases of a text: the glossary's and the thesaurus's."""
        found = (*synonyms_of(text, self.glossary), *self.thesaurus.synonyms_of(text))
        return tuple(dict.fromkeys(found))  # a word said again has the same synonyms

    def refuse_unreadable(self, question: str) -> None:
        """Refuse what is no question.

        Raises:
            QuestionError: it is empty, too long, or holds no letter or figure.
        """
        templates = self.composer.templates
        if not question.strip():
            raise QuestionError(templates.fill("ask_empty"))
        if len(question) > self.most_characters:
            raise QuestionError(
                templates.fill(
                    "ask_long", length=str(len(question)), most=str(self.most_characters)
                )
            )
        if not any(char.isalnum() for char in question):
            raise QuestionError(templates.fill("ask_unreadable"))

    def _verified(self, draft: Answer, typed: str, understood: Understanding) -> Answer:
        """Return the draft when the verifier passes it, else a refusal with the bare quote."""
        heard = understood.text if understood.changed else ""
        answer = replace(draft, understood=heard)
        if not violations(answer, self.documents, f"{typed}\n{understood.text}"):
            return answer
        withheld = self.composer.withheld(answer)
        if violations(withheld, self.documents):
            return replace(withheld, text=self.composer.templates.fill("withheld"), citations=())
        return withheld
