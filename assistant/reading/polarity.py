"""Whether a text denies what a yes/no question puts to it: "không", "chưa", "cấm", "miễn".

A denial reaches a few words on, never out of its part of the sentence; it denies the question only
where it reaches what the question says, not where it reaches what the question denies as well.

What this module does not know: figures and names (`assistant.reading.comparison`, `.premise`), or
exceptions (`assistant.reading.exceptions`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from assistant.matching import View
from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.slots import words_of
from assistant.reading.statement import Binds, Statement, statement_of
from assistant.words import content_forms, content_terms
from corpus.model import Span
from corpus.normalize import comparable, syllables

_DENIES = frozenset(("không", "chưa", "chẳng", "cấm", "chớ"))
# What is hard or stopped is denied where it is the very thing asked about: "khó đảm bảo".
_STOPS = words_of("khó ngừng ngưng dừng thôi")
_REACH = 9
# "không chỉ", "không ngừng", "không gian" deny nothing.
_NOT_DENYING = words_of("chỉ ngừng gian những quá gia khí vượt dưới ít tập thể quân tiền gây kể")
_STRONG = 0.5
_FORBIDDEN = re.compile(r"\b(?:nghiêm cấm|bị cấm|cấm|không được)\b")
_PARTS: Final = re.compile(r"[;:.]|\b(?:nhưng|song|nên|tuy nhiên)\b")
_ONLY: Final = re.compile(r"\bchỉ được(?: phép)? (?P<verb>\w+)(?P<then>[^.;)]*)")
_AGAINST: Final = re.compile(
    r"[\s,;]*\b(?:nhưng|song|tuy nhiên)\b,? |, (?=(?:(?:sẽ|hiện|cũng|vẫn|mà) )?(?:không|chưa) )"
)
_AUXILIARIES = words_of("được bị có còn phải cần thể đã hề thấy")
_BINDING = words_of("được cho cần phải bắt nhất")
# "không được từ chối …" grants what is not to be refused.
_UNDOES = words_of("từ ngăn cản hạn phân cấm loại")
_CONDITIONS = words_of("nếu khi mà hợp dù")
_MENTIONS = re.compile(r"\b(?:đề cập|nhắc|nêu|nói|bàn|quy định|ghi|có thông tin)\b")
_EXEMPT = re.compile(r"\bmiễn\b(?! là| dịch| sao| cưỡng)|\bkhông (?:bắt buộc|phải|cần)\b")
_YET: Final = re.compile(r"\bchưa\W*$")
_LEFT_UNDONE: Final = re.compile(r"\b(?:dang dở|dở dang|còn dở|bỏ dở)\b")
_FINISHES: Final = re.compile(r"\b(?:hoàn thành|hoàn tất|xong|khánh thành|kết thúc|hoàn thiện)\b")
_NOT_YET: Final = re.compile(r"\b(?:vẫn )?chưa(?: (?:có|được|nhận được|thấy))?\W*$")
_ITEM_MET = 0.5
_VERBATIM = 3
_PAIR = 2


def question_denies(question: Question) -> bool:
    """Tell whether the question itself denies ("không được … phải không?").

    What it merely sets apart ("năm 1932, không phải năm 1922") denies nothing.
    """
    form = re.sub(r"(?:có )?(?:phải |đúng |hay )?(?:không|chưa)\W*$", "", comparable(question.text))
    form = re.sub(r"(?:,| chứ| mà) ?không phải.*", "", form)
    form = re.sub(r"\b(?:khi|nếu|mà|dù|trường hợp)\b.*?(?:\bthì\b|$)", "", form)  # a condition
    return bool(re.search(r"\b(?:không|chưa|chẳng)\s+(?:được|có|phải|cần|bị|cho)\b", form))


def text_denies(question: Question, evidence: Evidence) -> bool:
    """Tell whether the clause, or the heading it stands under, denies what is asked."""
    statement = statement_of(question.text)
    if _forbidden_above(statement, evidence) or exempted(question, evidence):
        return True
    if _only_allowed(statement, evidence) or _is_left_undone(question, evidence):
        return True
    said = set() if question_denies(question) else _denied_by(question)
    form = comparable(evidence.quote)
    if _stopped(syllables(form), syllables(statement.predicate)):
        return True
    if any(_denied(part, question, statement, said) for part in _PARTS.split(form)):
        return True
    return any(_denied(part, question, statement, said) for part in _set_against(evidence))


def _is_left_undone(question: Question, evidence: Evidence) -> bool:
    """Tell whether the text leaves undone what is asked to be done: "còn dang dở", "… chưa có"."""
    asked = comparable(question.text)
    if not _YET.search(asked):
        return False
    form = comparable(evidence.quote)
    undone = _LEFT_UNDONE.search(form) is not None and _FINISHES.search(asked) is not None
    return undone or _NOT_YET.search(form) is not None


def _only_allowed(statement: Statement, evidence: Evidence) -> bool:
    """Tell whether who is asked about may only do another thing: "sinh viên (chỉ được thuê)"."""
    verb = syllables(statement.predicate)[:1]
    subject = set(syllables(statement.subject))
    if statement.binds is not Binds.PERMISSION or not verb or not subject:
        return False
    form = comparable(evidence.notes.document.quote(evidence.notes.sentence.span))
    for only in _ONLY.finditer(form):
        who = syllables(form[: only.start()])[-2:]
        if subject.issuperset(who) and [only["verb"]] != verb and verb[0] not in only["then"]:
            return True
    return False


def _set_against(evidence: Evidence) -> Iterator[str]:
    """Yield what the sentence sets against the clause: "…, nhưng không dùng ngân sách"."""
    rest = Span(evidence.clause.end, evidence.notes.sentence.span.end)
    after = comparable(evidence.notes.document.quote(rest)) if rest.start < rest.end else ""
    if found := _AGAINST.match(after):
        yield _PARTS.split(after[found.end() :])[0]


def exempted(question: Question, evidence: Evidence) -> bool:
    """Tell whether the text frees of a duty that is asked for: by its words or its lead-in's."""
    statement = statement_of(question.text)
    if statement.binds is not Binds.DUTY or _EXEMPT.search(comparable(question.text)):
        return False
    predicate = {term.text for term in content_terms(statement.predicate)}
    form = comparable(evidence.quote)
    if any(predicate & set(_reached(form[found.end() :])) for found in _EXEMPT.finditer(form)):
        return True
    return _is_asked_about(question, evidence) and bool(_EXEMPT.search(_lead_in(evidence)))


def _is_asked_about(question: Question, evidence: Evidence) -> bool:
    """Tell whether a line of a list is what the question is about, by half of its words."""
    content = content_forms(syllables(evidence.quote))
    asked = {term.text for term in question.terms}
    return sum(form in asked for form in content) >= _ITEM_MET * max(len(content), 2)


def _reached(after: str) -> list[str]:
    return syllables(_PARTS.split(after)[0])[:_REACH]


def _lead_in(evidence: Evidence) -> str:
    """Return the heading or lead-in just above, comparable, or ""."""
    headings = evidence.notes.passage.headings
    return comparable(evidence.notes.document.quote(headings[-1])) if headings else ""


def _denied_by(question: Question) -> set[tuple[str, str]]:
    """Return the denials of the question's own, each with the verb that it denies."""
    forms = syllables(question.text)
    return {
        (form, _verb_of(forms[place + 1 :]))
        for place, form in enumerate(forms)
        if form in _DENIES and forms[place + 1 :]
    }


def _verb_of(after: Sequence[str]) -> str:
    """Return the first word that is no auxiliary: "không cần báo", "không báo" deny the same."""
    return next((form for form in after if form not in _AUXILIARIES), after[0])


def _denied(
    part: str, question: Question, statement: Statement, said: set[tuple[str, str]]
) -> bool:
    """Tell whether a denial of this part of the text reaches what the question says."""
    forms = syllables(part)
    asked = {term.text for term in question.terms if term.weight >= _STRONG}
    predicate = syllables(statement.predicate)
    content = {term.text for term in content_terms(statement.predicate)} or set(predicate)
    mention = _MENTIONS.match(comparable(statement.predicate))
    affirmed = _affirms(part, predicate)
    for after in _after_denials(forms, said, predicate):
        if mention and _MENTIONS.search(" ".join(after[:3])):
            return True
        if _of_existence(after, content) or _of_head(after, predicate):
            return True
        if len(predicate) >= _VERBATIM and View(tuple(after)).has(tuple(predicate[:_VERBATIM])):
            return True  # "không sử dụng thời gian làm việc để làm việc riêng"
        if affirmed:
            continue  # "được ghi tên trên bảng, không được đặt tên": another thing is denied
        near = after[:_REACH]
        if sum(word in asked for word in near) > 1 and content.intersection(near):
            return True
        if after[0] in _BINDING and content.intersection(after):
            return True
    return False


def _stopped(forms: Sequence[str], predicate: Sequence[str]) -> bool:
    """Tell whether the verb asked about stands behind a word that stops it: "ngừng cấp phép"."""
    if len(predicate) < _PAIR or not _STOPS.isdisjoint(predicate):
        return False
    said = set(pairwise(predicate))
    return any(
        form in _STOPS
        and tuple(forms[place + 1 : place + 1 + _PAIR]) in said
        and _DENIES.isdisjoint(forms[max(0, place - 1) : place])
        for place, form in enumerate(forms)
    )


def _affirms(part: str, predicate: Sequence[str]) -> bool:
    """Tell whether a text says what a question says, by its first two words, and denies it not."""
    head = " ".join(predicate[:2])
    return len(predicate) > 1 and any(
        f" {head} " in f" {clause} " and _DENIES.isdisjoint(syllables(clause))
        for clause in part.split(",")
    )


def _after_denials(
    forms: Sequence[str], said: set[tuple[str, str]], predicate: Sequence[str]
) -> Iterator[Sequence[str]]:
    """Yield what follows each word that denies, where it does deny."""
    for place, form in enumerate(forms):
        after = forms[place + 1 :]
        if form not in _DENIES or not after or after[0] in _NOT_DENYING:
            continue
        if (form, _verb_of(after)) in said or (place and forms[place - 1] in _CONDITIONS):
            continue
        if tuple(after[:2]) in (("phải", "chỉ"), ("được", "chỉ"), ("dùng", "tiền")):
            continue
        verb = after[1:2] if after[0] in _AUXILIARIES else after[:1]
        if not _UNDOES.intersection(verb).difference(predicate):
            yield after


def _of_existence(after: Sequence[str], content: set[str]) -> bool:
    """Tell whether "không có xã" denies that there is what is asked about.

    "Không có phòng máy lạnh" does not deny "phòng đọc".
    """
    there_is = after[:1] in (["có"], ["còn"]) and after[1:2] and after[1] in content
    if not there_is:
        return False
    return not content_forms(after[2:3]) or after[2] in content


def _of_head(after: Sequence[str], predicate: Sequence[str]) -> bool:
    """Tell whether what is denied is a word of two syllables that the question says."""
    while after and after[0] in _AUXILIARIES and after[0] != predicate[:1]:
        after = after[1:]
    if list(after) == list(predicate[:1]):
        return True  # "… của nhiệm kỳ trước không đạt"
    if len(predicate) == 1 and list(after[:1]) == list(predicate):
        return True  # "hiệu quả không cao, …"
    pairs = ([first, second] for first, second in pairwise(predicate))
    return bool(predicate) and (
        list(after[:2]) == list(predicate[:2]) or any(list(after[:2]) == pair for pair in pairs)
    )


def _forbidden_above(statement: Statement, evidence: Evidence) -> bool:
    """Tell whether a permission is asked for and a heading above forbids."""
    if statement.binds is not Binds.PERMISSION:
        return False
    passage = evidence.notes.passage
    document = evidence.notes.document
    return any(_FORBIDDEN.search(comparable(document.quote(span))) for span in passage.headings)
