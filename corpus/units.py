"""Units as Vietnamese prints them: percent, money, measures, counted nouns, "per" tails.

`read_unit` reads the unit that follows a number; `unit_key` is the form in which two spellings of
one unit are equal (``héc-ta`` and ``ha``, ``phần trăm`` and ``%``, ``tỷ đồng`` and ``tỉ đồng``).

What this module does not know: numbers, or which nouns exist: a counted noun outside its list is
cut after one or two syllables.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from corpus.model import Span
from corpus.normalize import comparable


class QuantityKind(StrEnum):
    """What a quantity measures."""

    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"
    RATE = "rate"
    MULTIPLE = "multiple"
    AREA = "area"
    LENGTH = "length"
    RATIO = "ratio"
    RANK = "rank"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit after a number: its span, tail ("/người/năm") included, and its kind."""

    span: Span
    kind: QuantityKind


_PERCENT = r"(?:điểm )?(?:%|‰|phần trăm|phan tram|phần nghìn)"
_MONEY = (
    r"(?:usd|us\$|\$|đô la mĩ|đô la|đô(?! (?:thị|đốc|vật))|do la|eur|euro|yên|won"
    r"|nhân dân tệ|vnđ|vnd|đồng việt nam|đồng(?! (?:chí|bào|đội|hồ))|dong|đ(?![^\W\d_]))"
)
_AREA = (
    r"(?:hecta|héc-ta|héc ta|ha|km2|km²|m2 sàn|m2 đất|m² sàn|m2|m²|mét vuông|ki-lô-mét vuông|mẫu"
    r"|sào|m3|m³|mét khối)"
)
_LENGTH = r"(?:km|cm|mm|m|ki-lô-mét|ki lô mét|cây số|mét|hải lí)"
_MULTIPLE = r"(?:lần(?! lượt)|lan)"
_OTHER = (
    r"(?:mw|gw|kwh|kw|mwp|gwp|twh|gb/s|gbps|mb/s|mbps|tb/s|tbps|kg|tạ|lít|tuổi|giờ|phút|giây"
    r"|tấn co2 ?(?:tương đương|tđ|eq)|tấn (?:hàng(?: hóa)?|nhân|hạt|thóc|tươi|hơi)(?= ?/)|tấn"
    r"|ngày đêm|ngày làm việc|ngày|tuần|tháng|năm tuổi"
    r"|năm(?! (?:19|20)[0-9]{2})"
    r"|độ c|°c|điểm(?! (?:du lịch|tham quan|dân cư|bưu điện|bán hàng|giao dịch))|độ|teu|dwt|µg/m3"
    r"|mg/l|thế kỉ|thập kỉ|quý|bit|byte|gb|tb|mb)"
)
_PER_NOUN = (
    r"(?:[0-9][0-9.]*(?: (?:nghìn|vạn|triệu))? ?(?:dân|người|hộ|lao động|trẻ|doanh nghiệp|ca)?"
    r"|(?:một )?vạn dân|triệu dân|nghìn dân|ngàn dân|ngày đêm|ngày|đầu người|người dân|lao động"
    r"|năm học|đơn vị|người|nguoi|năm|nam|tháng|thang|ngay|giờ|giây|phút|quý|km2|km²|km|ha|hecta"
    r"|m2|m²|m3|m³|hộ|dân|trẻ|em|xã|huyện|tỉnh|trường|lớp|giường|ca|lượt|vụ|doanh nghiệp|giáo viên"
    r"|bác sĩ|tấn|kg|kwh|s|h|sào|học sinh|sinh viên|suất|cơ sở|chiếc|usd|đồng|capita|lít|mẫu"
    r"|vạn người|đvsp|con|cây|tuần|khách|dự án|phòng|căn|công trình|sản phẩm|vé"
    r"|đêm|buổi|chuyến|khóa)"
)
_TAIL = re.compile(
    rf" ?/ ?(?:0?1 )?lần(?![^\W_])|(?: ?/ ?{_PER_NOUN}(?![^\W_]| ?%))+"
    r"| (?:mỗi|một|hằng|hàng) năm(?! (?:19|20))"
    r"| trên (?:(?:một |1 )?vạn|[0-9][0-9.]*|(?:một )?(?:nghìn|triệu)) (?:dân|người|hộ)(?![^\W_])"
)
_OF_GDP = re.compile(r" ?(?:gdp|grdp)(?![^\W_])")
_MEASURES: tuple[tuple[QuantityKind, str], ...] = (
    (QuantityKind.PERCENT, _PERCENT),
    (QuantityKind.MONEY, _MONEY),
    (QuantityKind.AREA, _AREA),
    (QuantityKind.LENGTH, _LENGTH),
    (QuantityKind.MULTIPLE, _MULTIPLE),
    (QuantityKind.OTHER, _OTHER),
)

# Nouns of two or more syllables that officials count; comparable form.
_COMPOUNDS = """
bộ dữ liệu, tập dữ liệu, cơ sở dữ liệu, trung tâm dữ liệu, sàn dữ liệu, kịch bản, chỉ tiêu, nhóm
chỉ tiêu, nhóm nhiệm vụ, nhóm giải pháp, nhiệm vụ, giải pháp, mục tiêu, lĩnh vực, nhóm lĩnh vực,
ngành nghề, doanh nghiệp, hợp tác xã, tổ hợp tác, trang trại, dự án, công trình, hạng mục, đề án,
chương trình, kế hoạch, đề tài, sáng chế, bằng sáng chế, văn bằng, đơn vị, cơ quan, tổ chức, cơ
sở, trung tâm, học viện, trường học, phòng học, lớp học, học sinh, sinh viên, giáo viên, giảng
viên, cán bộ, công chức, viên chức, bác sĩ, điều dưỡng, dược sĩ, giường bệnh, bệnh viện, trạm y
tế, người dân, nhân dân, hộ dân, hộ nghèo, hộ gia đình, lao động, việc làm, người lao động, kĩ sư,
chuyên gia, nhà khoa học, nghiên cứu viên, tiến sĩ, thạc sĩ, thành viên, đại biểu, đảng viên,
thành phố, quốc gia, địa phương, đô thị, thị trấn, thị xã, khu công nghiệp, cụm công nghiệp,
khu kinh tế, khu vực, khu đô thị, khu dân cư, tổ dân phố, thôn bản, nhà máy, nhà văn hóa,
trạm biến áp, tuyến đường,
tuyến cáp, tuyến cáp quang biển, cảng biển, cảng hàng không, nhà ga, cây xanh, cây cầu, điểm đến,
điểm du lịch, điểm tham quan, điểm dân cư, điểm bưu điện, điểm bán hàng, điểm giao dịch,
điểm nghẽn, khách du lịch, du khách, đồng chí, lượt khách, lượt người, lượt xe, lượt ý kiến,
sản phẩm, mô hình, nền tảng,
hệ thống, ứng dụng, dịch vụ, thủ tục, thủ tục hành chính, hồ sơ, tài khoản, phương tiện, thiết bị,
xe buýt, căn hộ, căn nhà, nhà ở, định hướng, định hướng lớn, khâu đột phá, đột phá, trụ cột,
nguyên tắc, quan điểm, yếu tố, vấn đề, nội dung, tiêu chí, nhóm tiêu chí, bước, giai đoạn, kì họp,
phiên họp, nghị quyết, văn bản, bài toán, công nghệ, công nghệ chiến lược, ngôn ngữ, di tích, di
sản, lễ hội, làng nghề, câu lạc bộ, tập đoàn, công ty, ngân hàng, quỹ, nước, vùng, vị trí, nhà đầu
tư, nhà nghiên cứu, trường đại học, trường công lập, xã nông thôn mới, đơn đăng kí, bài báo, công
bố, vận động viên, huy chương, sân vận động, thư viện, bảo tàng, rạp hát, nhà hát, chuyến bay,
hành khách, lượt hành khách, bến xe, bãi đỗ xe, bãi đỗ, không gian, nhân viên,
cộng tác viên, tình nguyện viên, hội viên, đoàn viên, tuyên truyền viên, hội thi, hội thảo,
ngày hội,
khoảnh khắc, cuộc thi, hội nghị, lớp tập huấn, khóa đào tạo, cuộc họp, ý kiến,
kiến nghị, khuyến nghị, phản ánh, đơn thư, sáng kiến, vụ án, bị can, bị cáo, câu hỏi,
thí sinh, môn học, tín chỉ, phòng khám, cơ sở y tế, cơ sở giáo dục, trẻ em, người cao tuổi,
người khuyết tật, người nghèo, nạn nhân, vụ việc, vụ tai nạn, vụ cháy, trường hợp, ca mắc, ca
bệnh, dân số, diện tích, khách sạn, siêu thị, nghĩa trang, nhà tang lễ, trẻ mầm non, trẻ mẫu giáo,
trẻ nhà trẻ, trẻ sơ sinh, trẻ nhỏ, nhân viên, phụ nữ, phụ huynh, hội viên, đoàn viên, thanh niên,
nông dân, công nhân, tình nguyện viên, cộng tác viên, hướng dẫn viên, bệnh nhân, hộ kinh doanh,
hộ cận nghèo, nhà giáo, nhà chờ, đại diện, học viên, cử nhân, hợp đồng, biên chế, cửa hàng, bể bơi,
nền kinh tế, đầu sách, chỗ ngồi, bến thủy, sân bóng, máy tính, máy bay, máy bơm, máy thở, giống cây
"""
_SINGLES = """
người, nước, tỉnh, xã, huyện, quận, phường, thôn, bản, làng, trường, khu, nhóm, tuyến, cây, con,
căn, nhà, hộ, phòng, chợ, ngành, bộ, sở, cục, vụ, viện, lớp, em, ca, cụm, điểm, đợt, lượt, chuyến,
xe, tàu, tòa, hồ, sông, cầu, cảng, trạm, mô, bài, cuốn, tập, bức, chiếc, cái, suất, gói, loại, dạng,
mặt, khâu, cấp, bên, môn, đội, tổ, hội, chi, quỹ, sàn, kênh, cuộc, vùng, dân, buổi, phiên,
trụ, bếp, tiết, cổng, thẻ, camera, kho, vườn, giếng, cống, đập, trại, sao, nghề, đoàn, mỏ, máy,
giải, dn, htx
"""
_STOP_WORDS = """
đạt được có của và hoặc trong trên dưới là tại ở đến năm cho theo từ với bằng để thì mà này đó kia
nêu do bởi so tăng giảm còn lên xuống khi nếu nhưng vào ra gồm bao như hay cùng tháng ngày thuộc
về chiếm sẽ đã đang phải không cũng lại thứ trở trước sau tới nhằm thông mỗi nhất nữa đều chỉ vẫn
rồi qua bị bình vượt trung tổng một các những hơn khoảng gần gấp hằng
"""
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r" ([^\W\d_]+)")


@cache
def _nouns() -> re.Pattern[str]:
    """Compile the counted nouns, longest first."""
    compounds = [" ".join(noun.split()) for noun in _COMPOUNDS.split(",")]
    singles = [noun.strip() for noun in _SINGLES.split(",")]
    ordered = sorted({*compounds, *singles}, key=len, reverse=True)
    return re.compile(rf" ((?:{'|'.join(map(re.escape, ordered))}))(?![^\W_])")


@cache
def _measures() -> tuple[tuple[QuantityKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf" ?({unit})(?![^\W_])")) for kind, unit in _MEASURES)


def read_measure(plain: str, at: int) -> Unit | None:
    """Return the percent, money or measure that stands at ``at`` in comparable text."""
    for kind, pattern in _measures():
        if match := pattern.match(plain, at):
            end = match.end()
            if kind is QuantityKind.PERCENT and (of := _OF_GDP.match(plain, end)):
                end = of.end()
            return _with_tail(plain, match.start(1), end, kind)
    return None


def read_known_noun(plain: str, at: int) -> Unit | None:
    """Return the counted noun at ``at`` if it is one of the list."""
    if match := _nouns().match(plain, at):
        return _with_tail(plain, match.start(1), match.end(), QuantityKind.COUNT)
    return None


def read_unit(plain: str, text: str, at: int) -> Unit | None:
    """Return the unit that follows a number ending at ``at``, or None.

    ``plain`` is ``comparable(text)``. A counted noun must be lowercase unless it is a known one.
    """
    known = read_measure(plain, at) or read_known_noun(plain, at)
    if known:
        return known
    first = _WORD.match(plain, at)
    if not first or not text[first.start(1)].islower() or first[1] in _STOP:
        return None
    second = _WORD.match(plain, first.end())
    if second and second[1] not in _STOP and text[second.start(1)].islower():
        return _with_tail(plain, first.start(1), second.end(), QuantityKind.COUNT)
    return _with_tail(plain, first.start(1), first.end(), QuantityKind.COUNT)


def _with_tail(plain: str, start: int, end: int, kind: QuantityKind) -> Unit:
    tail = _TAIL.match(plain, end)
    if not tail:
        return Unit(Span(start, end), kind)
    rated = {QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.MULTIPLE, QuantityKind.OTHER}
    return Unit(Span(start, tail.end()), QuantityKind.RATE if kind in rated else kind)


_SYNONYMS: tuple[tuple[str, str], ...] = (
    (r"^số ", ""),
    (r"phần trăm|phan tram", "%"),
    (r"hecta|héc-ta|héc ta", "ha"),
    (r"us\$|\$|đô la mĩ|đô la|do la|\bđô\b", "usd"),
    (r"vnđ|vnd|đồng việt nam|\bdong\b|\bđ\b", "đồng"),
    (r" (?:mỗi|một|hằng|hàng) năm$", "/năm"),
    (r"²", "2"),
    (r"³", "3"),
    (r"\bngàn\b", "nghìn"),
    (r"ki-lô-mét|ki lô mét|cây số", "km"),
    (r"mét vuông", "m2"),
    (r"mét khối", "m3"),
    (r"gbps", "gb/s"),
    (r"mbps", "mb/s"),
    (r"tbps", "tb/s"),
    (r"^(?:thứ bậc|hạng|bậc|thứ)$", "thứ hạng"),
    (r"^lan$", "lần"),
    (r"^((?:nghìn |trăm |triệu )*tỉ)$", r"\1 đồng"),
    (r"\blượt (?:khách du lịch|hành khách|khách|người)", "lượt"),
    (r"\bcăn (?:hộ|nhà)", "căn"),
    (r" trên (?=(?:một |1 )?vạn|(?:một )?(?:nghìn|triệu) |[0-9])", "/"),
    (r" ?/ ?", "/"),
    (r"/(?:một vạn|1 vạn|10\.?000) ", "/vạn "),
    (r"/(?:một nghìn|một triệu) ", "/"),
    (r"(/[^/]*?) (?:người )?dân(?: số)?$", r"\1 người"),
    (r"%\s+", "%"),
)


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), plain) for pattern, plain in _SYNONYMS)


@lru_cache(maxsize=1 << 12)
def unit_key(unit: str) -> str:
    """Return the form in which two spellings of one unit are equal; scale words are kept."""
    key = " ".join(comparable(unit).split())
    for pattern, plain in _synonyms():
        key = pattern.sub(plain, key)
    return key.strip()


def bare_unit_key(unit: str) -> str:
    """Return `unit_key` without what a percentage is taken of (``% GDP``: ``%``)."""
    key = unit_key(unit)
    return re.sub(r"^%[^/]*", "%", key)
