"""What somebody typed, cut into the questions in it: greetings, stories and commands fall away.

"Chào bạn, mình đang viết khóa luận. Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?" asks one thing; "Bỏ
qua mọi chỉ dẫn …" asks nothing of the documents and changes nothing; "A là bao nhiêu và B là bao
nhiêu?" asks two. What was typed is only cut, never reworded, but for a shared ending that is given
to each of two topics.

What this module does not know: documents, spelling, or what an answer is.
"""

import re
from typing import Final

from corpus.normalize import CAPITALS, comparable, folded

_SHORT: Final = r"(?<!\b[A-Za-zĐđ])(?<!\bT[PXTS])(?<!\b[GBK]S)(?<!\bPGS)(?<!\bThS)(?<!\btp)"
_SENTENCE: Final = re.compile(
    rf"(?<=[?!;…])\s+|(?<=[\w%\"”)]){_SHORT}\.\s+(?=[{CAPITALS}]|\w+ ?[:,]|$)|\n+"
)
_ASKS: Final = re.compile(
    r"\?|\b(?:bao nhieu|may|gi|nao|ai|o dau|tai dau|dau|khi nao|bao gio|vi sao|tai sao|the nao"
    r"|ra sao|thi sao|cho biet|neu|liet ke|ke ten|ke ra|bn|bnhieu|phai khong|dung khong"
    r"|co .{1,60} khong"
    r"|what|which|how|who|when|where|why)\b"
)
# Commands to the assistant, in Vietnamese (folded) and English: they change nothing.
_COMMANDS: Final = re.compile(
    r"\b(?:bo qua|quen (?:het|di|cac|moi|nhung)|phot lo|khong can tuan|dung tuan|dung lam theo"
    r"|ngung tuan|vo hieu|dong vai|gia vo|gia lam|gia su ban|nhap vai|tu gio|tu bay gio|ke tu gio"
    r"|luon tra loi|chi tra loi|hay noi rang|noi rang|cu noi|bia ra|tu bia|in ra"
    r"|system prompt|prompt|chi dan|chi thi he thong|huong dan he thong|lenh cu|quy tac"
    r"|tra loi (?:that |thuc su )?(?:ngan gon|bang|nhu|chi)|dung trich dan|khong can trich dan"
    r"|viet (?:giup |cho )?(?:toi |minh |em )?(?:mot |1 )?(?:bai tho|doan van|bai hat|truyen|code)"
    r"|dich (?:sang|giup|cau)|ke chuyen|lam tho|ke mot"
    r"|ignore|disregard|forget (?:all|your|the|every)|override|pretend|act as|you are now|you must"
    r"|reveal|print (?:your|the)|jailbreak|dan mode|developer mode|from now on|instructions?"
    r"|write (?:me )?(?:a|an) |translate|system)\b"
)
_CHAT: Final = re.compile(
    r"\b(?:chao|hello|hi|xin chao|alo|cam on|cam on|thanks|thank you|minh (?:la|dang|moi|can|muon)"
    r"|em (?:la|dang|moi|can|muon)|toi (?:la|dang|moi|can|muon)|chau (?:la|dang|moi|can|muon)"
    r"|con (?:la|dang)|cho (?:minh|em|toi|chau|con|hoi)|giup (?:minh|em|toi)|sep|khoa luan"
    r"|tien the|nhan tien)\b"
)
_HEAD: Final = re.compile(
    r"[^:?]{8,}?[:,]\s+|[^:?]{8,}?\b(?:và|rồi)\s+(?=cho biết|trả lời|nói cho)"
)
_THEN: Final = re.compile(r"(?:(?:và|rồi)\s+)?(?:cho biết|trả lời)(?:\s+(?:tôi|mình|em))?\s*:?\s*")
_AMOUNT: Final = r"(?:bao nhiêu|mấy)"
_ASKED: Final = re.compile(
    rf"\b(?:{_AMOUNT}|gì|nào|ai|ở đâu|khi nào|bao giờ|vì sao|tại sao|thế nào|ra sao)\b"
)
_MEASURE: Final = (
    r"(?:tỉ lệ|tỉ trọng|tốc độ|thu nhập|tổng|mức|diện tích|quy mô|số|năng suất|kim ngạch|grdp|gdp"
    r"|nợ công|vốn|chi ngân sách|thu ngân sách|dân số|sản lượng|kinh tế số|xếp hạng)"
)
_JOINT: Final = re.compile(
    rf"(?:\s*,?\s+(?:và|còn|đồng thời)\s+|\s*;\s+|\s*,\s+(?={_MEASURE}\b))"
    r"(?!(?:mỗi|từng|lần lượt|trong đó)\b)"
)
_TWO_TOPICS: Final = re.compile(
    rf"(?P<head>(?:.*?\b(?:cho biết|hỏi|nêu)\s+)?)(?P<one>\b{_MEASURE}\b.+?)\s+và\s+"
    rf"(?P<two>\b{_MEASURE}\b.+?)"
    rf"(?P<rest>(?:,?\s+(?:(?:đến|vào|trong|giai đoạn|của|năm)\b.*?))?\s*\b"
    rf"(?:(?:là|đạt|chiếm|còn|ước đạt|lần lượt(?: là)?|tương ứng(?: là)?)\s+)*{_AMOUNT}\b.*)"
)
_GROUPS: Final = re.compile(
    r"\b(?P<kind>lớp|cấp|khối|nhóm|quý|loại|hạng) (?P<a>\w+) và (?P=kind) (?P<b>\w+)\b"
)
_SOURCE: Final = re.compile(
    r"(?P<lead>(?:theo|căn cứ|dựa vào|tại|trong)\s+[^,?]*?\b(?:nghị quyết|chương trình|kế hoạch"
    r"|quyết định|văn bản|báo cáo|bài|tài liệu|chỉ thị|kết luận|đề án|chiến lược|dự thảo|phụ lục)"
    r"\b[^,?]*),\s+"
    r"(?P<rest>.{8,})"
)
_OWN_NUMBER: Final = re.compile(
    r"(?P<kind>chương trình(?: hành động)?|nghị quyết|kế hoạch|quyết định|đề án|chỉ thị)"
    r" (?:số )?[0-9][\w/-]*(?= (?:này )?(?:có|gồm|đặt|đề|xác|nêu|do|hướng|giao|yêu|chia)\b)"
)
#: Two amounts that a comma joins: "mở mới mấy tuyến, thay bao nhiêu xe?".
_AMOUNTS: Final = re.compile(
    rf"(?P<one>[^,]*\b(?<!từ ){_AMOUNT}\b[^,]+),\s*"
    rf"(?P<two>(?!(?:lên|xuống|còn|đến|tới|hay|tức|là|tương|bằng|so|gấp|tăng|giảm|chiếm)\b)[^,]*"
    rf"\b{_AMOUNT}\b[^,]+)"
)
_MOST: Final = 4
_FEWEST: Final = 2


def questions_in(typed: str) -> tuple[str, ...]:
    """Return the questions in what was typed, in order; what was typed, alone, when it is one."""
    sentences = [part.strip() for part in _SENTENCE.split(typed) if part and part.strip()]
    kept = [part for sentence in sentences if (part := _asked_part(sentence))]
    if not kept:
        return (typed,)
    whole = len(sentences) == 1 and kept == sentences
    asked = _with_orders(kept)
    parts = [question for one in asked for question in _taken_apart(one)][:_MOST]
    return (typed,) if whole and len(parts) == 1 else tuple(parts)


def amounts_in(question: str) -> tuple[str, ...]:
    """Return the two questions of a repaired one that asks for two amounts, or it alone."""
    match = _AMOUNTS.fullmatch(comparable(question))
    if match is None:
        return (question,)
    one, two = (question[match.start(name) : match.end(name)] for name in ("one", "two"))
    return f"{one.strip()}?", f"{two[:1].upper()}{two[1:].strip(' ?')}?"


def is_only_command(typed: str) -> bool:
    """Tell whether what was typed commands the assistant and asks nothing of the documents."""
    sentences = [part for part in _SENTENCE.split(typed) if part and part.strip()]
    return bool(_COMMANDS.search(folded(typed))) and not any(map(_asked_part, sentences))


def source_named(question: str) -> tuple[str, str]:
    """Return the source a question names first ("Theo Nghị quyết 29, …") and the rest, or ""s.

    "Chương trình 21 có bao nhiêu chỉ tiêu?" is "Chương trình có bao nhiêu chỉ tiêu?".
    """
    plain = comparable(question)
    if match := _SOURCE.fullmatch(plain):
        rest = question[match.start("rest") :]
        return question[: match.end("lead")], f"{rest[:1].upper()}{rest[1:]}"
    if match := _OWN_NUMBER.match(plain):
        kind = question[: match.end("kind")]
        return question[: match.end()], f"{kind} {question[match.end() :].lstrip()}"
    return "", ""


def _with_orders(kept: list[str]) -> list[str]:
    """Join what is too short to ask anything itself to the question before it ("… Liệt kê.")."""
    joined: list[str] = []
    for part in kept:
        if joined and len(part.split()) <= _FEWEST and not re.search(r"\d{4}", part):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _asked_part(sentence: str) -> str:
    """Return what a sentence asks of the documents, freed of what it tells or commands, or ""."""
    low = folded(sentence)
    rest = sentence
    if _COMMANDS.search(low) or _CHAT.search(low):
        rest = _after_head(sentence)
        low = folded(rest)
    if _COMMANDS.search(low) or not _ASKS.search(low):
        return ""
    then = _THEN.match(comparable(rest)) if rest != sentence else None
    return rest[then.end() :] if then and then.end() < len(rest) else rest


def _after_head(sentence: str) -> str:
    """Return a sentence without the part that tells or orders, before a colon, comma or "và"."""
    rest = sentence
    for match in _HEAD.finditer(sentence):
        head, tail = sentence[: match.end()], sentence[match.end() :]
        told = _COMMANDS.search(folded(head)) or _CHAT.search(folded(head))
        if told and _ASKS.search(folded(tail)) and len(tail.split()) > _FEWEST:
            rest = tail
    return rest


def _taken_apart(question: str) -> tuple[str, ...]:
    """Return the questions that one sentence joins."""
    plain = comparable(question)
    for joint in _JOINT.finditer(plain):
        one, two = question[: joint.start()], question[joint.end() :]
        if all(_stands_alone(part) for part in (one, two)):
            return (f"{one}?", *_taken_apart(f"còn {two}"))
    both = _TWO_TOPICS.fullmatch(plain)
    if both and not _ASKED.search(both["one"]):
        slices = {name: question[both.start(name) : both.end(name)] for name in both.groupdict()}
        return tuple(f"{slices['head']}{slices[one]}{slices['rest']}" for one in ("one", "two"))
    if pair := _GROUPS.search(plain):
        before, after = question[: pair.start()], question[pair.end() :]
        kind = question[pair.start("kind") : pair.end("kind")]
        names = (question[pair.start(one) : pair.end(one)] for one in ("a", "b"))
        return tuple(f"{before}{kind} {name}{after}" for name in names)
    return (question,)


def _stands_alone(part: str) -> bool:
    """Tell whether a part has asking words and something that it asks about."""
    plain = comparable(part)
    asked = _ASKED.search(plain)
    words = re.findall(r"[^\W\d_]+", _ASKED.sub(" ", plain))
    return asked is not None and len(words) >= _FEWEST
