"""An assistant whose answers a language model may reword; everything it says is verified first.

The extractive answer is worked out before the model is asked anything: it is what the model is
given to rest on, what its text is measured against, and what the user gets whenever the model is
slow, absent or wrong. Two decisions, both on the safe side:

- A refusal stays a refusal and a partial answer stays as it is: the model is not asked. What the
  text does not say, and what exactly is missing, is told in fixed words.
- A model's text takes the extractive answer's place only if it cites the same place, holds its
  figures and names, and answers yes or no as it does.

What this module does not know: how a server is spoken to, or how a sentence is judged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Engine, Status, Usage, VerdictKind
from assistant.ask import Assistant, Worked
from assistant.claims.verdict import Verdict
from assistant.llm.client import Client, Message, Reply
from assistant.llm.complete import answers
from assistant.llm.deadline import Deadline
from assistant.llm.decompose import parts_in, says_the_same
from assistant.llm.draft import Draft
from assistant.llm.followup import first_line, keeps_everything
from assistant.llm.markers import unmarked
from assistant.llm.passages import given_passages
from assistant.llm.prompting import (
    answer_messages,
    decompose_messages,
    rewrite_messages,
)
from assistant.llm.release import Judge, coverage, share_of
from assistant.llm.sentences import Sentences
from assistant.llm.several import as_one
from assistant.suggest import Suggestion
from assistant.understand import Understanding, literally
from assistant.understand.parts import questions_in
from assistant.verify import violations
from corpus.errors import LanguageModelError
from corpus.model import Document
from corpus.register import Target

SHARE_FOR_REWRITING = 0.4
"""The share of the time left that writing out a follow-up may take."""
MOST_TAKEN_APART = 1_500
"""Characters; a longer text is checked by the rules alone, sentence by sentence."""
REFUSED = "mô hình không thấy câu trả lời trong các đoạn được đưa"
NOT_ANSWERED = "phần đã kiểm chứng được chưa đủ trả lời câu hỏi"
_RANK = (Status.REFUSED, Status.PARTIAL, Status.ANSWERED)


@dataclass(frozen=True)
class RephrasingAssistant:
    """`assistant.ask.Assistant`, its answers reworded by a model where that can be verified."""

    assistant: Assistant
    client: Client

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every document of the index, by name."""
        return self.assistant.documents

    @property
    def examples(self) -> Sequence[str]:
        """Questions the documents answer."""
        return self.assistant.examples

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Questions the documents answer, by kind."""
        return self.assistant.suggestions()

    def follow_ups(
        self, question: str, answer: Answer, asked: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Questions near an answer that the documents answer, none of them in ``asked``."""
        return self.assistant.follow_ups(question, answer, asked)

    def register_of(self, document: Document) -> tuple[Target, ...]:
        """Return the register of a document."""
        return self.assistant.register_of(document)

    @property
    def language_model(self) -> str:
        """The model's name."""
        return self.client.server.model

    def check(self, statement: str) -> Verdict:
        """Hold a statement against the documents; the rules alone judge it.

        Where they do not find it, the model may take it apart, and they judge the parts.

        Raises:
            QuestionError: it is empty, too long, holds no letter, or is HTML.
        """
        verdict = self.assistant.check(statement)
        if verdict.kind is not VerdictKind.NOT_FOUND or len(statement) > MOST_TAKEN_APART:
            return verdict
        templates = self.assistant.composer.templates
        deadline = Deadline.after(self.client.server.timeout_s)
        parts = parts_in(self._whole(decompose_messages(templates, statement), deadline, Reply()))
        if not says_the_same(parts, statement, self._covered, self._share):
            return verdict
        anew = self.assistant.check("\n".join(parts))
        return verdict if anew.kind is VerdictKind.NOT_FOUND else anew

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer a question, within the server's deadline; see `Assistant.ask`.

        Raises:
            QuestionError: the question is empty, too long, or holds no letter or figure.
        """
        *_, answer = self.stream(question, history, literal=literal)
        return answer

    def stream(
        self, question: str, history: Sequence[str] = (), *, literal: bool = False
    ) -> Iterator[Answer]:
        """Yield the answer as far as it is verified, again and again; the last one is whole.

        Raises:
            QuestionError: the question is empty, too long, or holds no letter or figure.
        """
        deadline = Deadline.after(self.client.server.timeout_s)
        self.assistant.refuse_unreadable(question)
        parts = () if literal else questions_in(question)
        if len(parts) > 1:
            yield from self._several(question, parts, history, deadline)
            return
        understand = self.assistant.understand
        understood = literally(question) if literal else understand(question, history)
        yield from self._one(question, understood, history, deadline)

    def _several(
        self, question: str, parts: Sequence[str], history: Sequence[str], deadline: Deadline
    ) -> Iterator[Answer]:
        """Answer each question of several in its share of the time; each may lean on the last."""
        templates = self.assistant.composer.templates
        told: list[tuple[str, Answer]] = []
        for place, part in enumerate(parts):
            said = (*history, *parts[:place])
            understood = self.assistant.understand(part, said)
            turn = deadline.turn(1 / (len(parts) - place))
            for answer in self._one(part, understood, said, turn):
                told[place:] = [(understood.text, answer)]
                if answer.status is not Status.REFUSED:
                    yield as_one(told, templates)
        whole = as_one(told, templates)
        bare = replace(whole, text=unmarked(whole.text))
        asked = "\n".join((question, *(text for text, _ in told)))
        if whole.status is Status.REFUSED or violations(bare, self.documents, asked):
            whole = replace(self.assistant.ask(question, history), usage=whole.usage)
        yield whole

    def _one(
        self, question: str, understood: Understanding, history: Sequence[str], deadline: Deadline
    ) -> Iterator[Answer]:
        """Yield the answer to one understood question, as `stream` does."""
        worked = self.assistant.work_out(question, understood)
        usage = Usage()
        if understood.inherited:
            worked, usage = self._rewritten(understood, history, worked, deadline)
        given = given_passages(worked.answer, worked.reading, self.documents)
        if worked.answer.status is not Status.ANSWERED or not given:
            yield replace(worked.answer, usage=usage)
            return
        judge = Judge(self.assistant, given, worked.reading.question.text)
        draft = Draft(judge, self.client.server.key)
        yield from self._reworded(worked, draft, deadline, usage)

    def _reworded(
        self, worked: Worked, draft: Draft, deadline: Deadline, before: Usage
    ) -> Iterator[Answer]:
        templates = self.assistant.composer.templates
        messages = answer_messages(templates, worked.reading.question.text, draft.judge.given)
        reply, sentences, problem = Reply(), Sentences(), ""
        try:
            for piece in self.client.stream(messages, deadline, reply):
                if True in [draft.take(one) for one in sentences.feed(piece)]:
                    yield _worded(worked.answer, draft)
        except LanguageModelError as error:
            problem = str(error)
        rest = sentences.finish()
        for place, one in enumerate(rest, start=1):
            if problem and place == len(rest) and not one.has_ended:
                draft.cut(one)
            else:
                draft.take(one)
        draft.finish()
        usage = before + replace(reply.usage, seconds=deadline.spent - before.seconds)
        yield replace(self._chosen(worked, draft, problem), usage=usage)

    def _chosen(self, worked: Worked, draft: Draft, problem: str) -> Answer:
        """Return the model's answer where it may stand, else the extractive one, with a note."""
        fill = self.assistant.composer.templates.fill
        told = [fill("llm_withheld", count=str(draft.count))] if draft.count else []
        worded = _worded(worked.answer, draft)
        if self._may_stand(worded, worked):
            told += [fill("llm_cut", reason=problem)] if problem else []
            return replace(worded, note=" ".join(told))
        said = {unmarked(each.text) for each in draft.withheld}
        refused = said == {fill("llm_refuse")}
        told = [] if refused else told
        reason = problem or (REFUSED if refused else NOT_ANSWERED)
        note = " ".join([fill("llm_fallback", reason=reason), *told])
        return replace(worked.answer, withheld=tuple(draft.withheld), note=note)

    def _may_stand(self, worded: Answer, worked: Worked) -> bool:
        if not worded.citations:
            return False
        whole = replace(worded, text=unmarked(worded.text))
        return answers(
            worded.text, worded.citations, worked.answer, worked.reading.question
        ) and not violations(whole, self.documents)

    def _rewritten(
        self,
        understood: Understanding,
        history: Sequence[str],
        worked: Worked,
        deadline: Deadline,
    ) -> tuple[Worked, Usage]:
        """Return what a follow-up comes to, as the model writes it out where that loses nothing."""
        reply, soon = Reply(), deadline.share(SHARE_FOR_REWRITING)
        understand = self.assistant.understand
        earlier = [understand(one).text for one in history]
        asked = understand(understood.typed).text
        messages = rewrite_messages(self.assistant.composer.templates, asked, earlier)
        line = first_line(self._whole(messages, soon, reply))
        usage = replace(reply.usage, seconds=deadline.spent)
        if not keeps_everything(line, asked, earlier, self._covered):
            return worked, usage
        anew = replace(understand(line), typed=understood.typed)
        anew = replace(anew, changed=True, inherited=True)
        other = self.assistant.work_out(understood.typed, anew)
        worse = _RANK.index(other.answer.status) < _RANK.index(worked.answer.status)
        return (worked if worse else other), usage

    def _whole(self, messages: Sequence[Message], deadline: Deadline, reply: Reply) -> str:
        """Return all a model says, "" where it does not come to an end in time."""
        try:
            return "".join(self.client.stream(messages, deadline, reply))
        except LanguageModelError:
            return ""

    def _covered(self, said: str, sources: Sequence[str]) -> float:
        return coverage(self.assistant, said, sources)

    def _share(self, said: str, sources: Sequence[str]) -> float | None:
        return share_of(self.assistant, said, sources)


def _worded(extractive: Answer, draft: Draft) -> Answer:
    """Return what was released as an answer; its span is the extractive one where that is cited."""
    span = extractive.span
    first = extractive.citations[0].document
    held = span is not None and any(
        one.document == first and one.span.covers(span) for one in draft.citations
    )
    return replace(
        extractive,
        text=draft.text,
        citations=draft.citations,
        span=span if held else None,
        key=extractive.key if held else "",
        engine=Engine.LLM,
        withheld=tuple(draft.withheld),
    )
