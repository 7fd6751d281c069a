"""Words of the register's grammar, as compiled patterns over comparable text.

What this module does not know: any indicator of any document.
"""

import re

_INDICATOR_START = (
    r"(?:tỉ lệ|tỉ trọng|tỉ suất|số|tổng|tốc độ|quy mô|thu nhập|gdp|grdp|gni|diện tích|chỉ số"
    r"|năng suất|mức|kim ngạch|vốn|thu|chi|doanh thu|giá trị|kinh phí|sản lượng|mật độ"
    r"|tuổi thọ|độ che phủ|công suất|chiều dài|đóng góp|xếp hạng|cơ cấu|dân số|bình quân"
    r"|xuất khẩu|nhập khẩu|nợ công|bội chi|lạm phát|cpi|hdi|chỉ tiêu|nguồn|hệ số|thời gian"
    r"|khối lượng|lượng|lượt|khách|lợi nhuận|tăng trưởng|tuổi|sản phẩm|nộp ngân sách"
    r"|dư nợ|huy động vốn|nợ xấu)"
)
# Verbs that link an indicator to its value; they are no part of the indicator.
_LINKS = (
    "đạt|đạt mức|đạt được|chiếm|là|còn|ở mức|bằng|đạt từ|lên đến|lên tới|lên|xuống|xuống còn|đến"
    "|tới|dự kiến|ước|phấn đấu|cần|cần đạt|phải đạt|khoảng|mức|duy trì|duy trì ở mức|được duy trì"
    "|tương đương|từ|không|sẽ|vào|có|gồm|ước đạt|đã đạt|với|(?<!hình )(?<!hoàn )thành|phải|cho|của"
    "|trong|vượt|vượt mức|nâng lên|tiến|xếp|xếp thứ|xếp hạng|đứng thứ|đứng|thuộc|thuộc nhóm|nhóm"
    "|nằm trong|nằm|top|được|bảo đảm|đảm bảo|đạt trung bình|đạt bình quân (?:tương ứng|lần lượt)"
    "|hoàn thành|theo|các|kế hoạch"
    "|bổ sung|lần lượt|cuối (?:kì|giai đoạn|nhiệm kì)|tương ứng|(?<!chứng )(?<!tín )(?<!địa )chỉ"
    "|(?:(?:trong|ở|của|cho) )?các (?:giai đoạn|thời kì|năm|mốc) (?:này|trên|đó)"
)
LINK_AT_END = re.compile(rf"(?:^|[\s,:])(?:{_LINKS})$")
VALUE_LINK = re.compile(
    r"(?:^|[\s,:])(?:đạt|chiếm|là|còn|mức|bằng|duy trì|lên|tới|xuống"
    r"|(?:tăng|giảm)(?: thêm)?|bình quân|trung bình|vượt)$"
)
# Verbs of change: they belong to the indicator ("GRDP tăng", "giảm … số hộ nghèo").
CHANGE = re.compile(
    r"^(?:(?:tăng|giảm|tăng thêm|giảm thêm|cắt giảm|giảm được|tăng trưởng|gấp|tăng gấp|tiết giảm)"
    r"(?: bình quân| trung bình| tối thiểu| thêm| ít nhất)?)$"
)
CHANGE_AT_END = re.compile(r" (?:tăng|giảm)(?: thêm)?(?: bình quân| trung bình)?$")
CHANGES_LAST = re.compile(r"\b(?:tăng|giảm)(?: thêm)?\s*$")
RAISED_TO = re.compile(r" (?:lên|xuống|còn|tới|thành)\b")
JOINED_TO_LAST = re.compile(r"(?:^|[\s,])(?:chiếm|bằng|tương đương|gấp|đóng góp)$")
# Words before the real beginning of an indicator.
CUES = re.compile(
    r":\s|\bnhư (?=tốc độ|tỉ|số|tổng|[a-zđ]+)|,\s(?:với|trong đó|gồm|bao gồm|như|cụ thể)(?: là)?,? "
    r"|,\s(?:và |đang |tiếp tục )?(?:phấn đấu|dự kiến|đặt mục tiêu)(?: đạt| cho| để)? "
    r"|^(?:trong đó|theo đó|cụ thể|gồm|bao gồm|như)(?: là)?[:,]? "
)
AIMS_AT_END = re.compile(
    r"\b(?:phấn đấu|dự kiến|mục tiêu|xác định|đề ra|đặt ra|chỉ tiêu|kế hoạch|định hướng|cụ thể)\s*$"
)
AIMS_FIRST = re.compile(r"(?:chỉ tiêu|số chỉ tiêu|tổng số chỉ tiêu)\b")
LEAD = re.compile(
    r"^(?:[-+*•–]|\(?[a-zđ0-9]{1,3}[.)]|(?:cùng với|bên cạnh|trong khi|theo) đó|trong khi"
    r"|phấn đấu|dự kiến|mục tiêu(?! của )|trong đó|theo đó|đồng thời|và"
    r"|với|cùng với|riêng|cụ thể|ngoài ra|bên cạnh đó|tiếp tục|đặt mục tiêu|đảm bảo|bảo đảm|cũng"
    r"|có|là|đạt|thì|sẽ|được|đến|vào|từ|trong(?! mức tăng)|ước(?: tính)?"
    r"|nâng(?! cấp)|đưa|hoàn thành|khoảng|cơ bản|như|còn"
    r"|duy trì|thực hiện|đã|phải|tức là|nghĩa là|tương ứng|nhất là|đặc biệt|trước mắt|định hướng"
    rf"|(?:giữ |duy trì )?ổn định(?= {_INDICATOR_START}\b)|giữ vững(?= {_INDICATOR_START}\b)"
    r"|không còn(?: tình trạng)?|không để|dự báo|vậy|như vậy|hết (?:nhiệm kì|giai đoạn)"
    r"|gồm|bao gồm"
    r")(?=[\s,:;]|$)[\s,:]*"
)
SUBJECT_LEAD = re.compile(
    r"^(?:[^,;:]{0,100}?\b(?:phấn đấu|dự kiến|đặt mục tiêu|đặt ra mục tiêu|quyết tâm|hướng tới"
    r"|đề ra|xác định|đưa ra|đặt ra|kì vọng|đặt vấn đề|sẽ)\b(?: mục tiêu| chỉ tiêu)?(?: là| sẽ)?"
    r"[\s,:]+"
    r"|(?:theo|ngoài|bên cạnh|cùng với|về|trong lĩnh vực|trong mức tăng) [^,;:]{3,120},\s+"
    r"|(?:nghị định|luật|thông tư|quyết định|quy chế)(?: này)?(?: cũng)? quy định(?: về)?\s+"
    r"|(?:(?:tại|trong) )?(?:bản )?(?:kế hoạch|đề án|nghị quyết|quyết định|chương trình|quy hoạch"
    r"|dự thảo|chiến lược)\b[^,;:]{0,80},\s+"
    r"|[^;:]{0,120}?\b(?:cho biết|khẳng định|nhấn mạnh|cho rằng|cho hay)\b(?: là| rằng)?[\s,:]+"
    rf"|[^;:]{{0,160}}?\b(?:chỉ tiêu|mục tiêu)(?: về| phấn đấu)?[\s,:]+(?={_INDICATOR_START}\b)"
    r"|[^;:]{0,160}? (?:một số|các|những) chỉ tiêu (?:chủ yếu|chính|cơ bản)[\s,:]+)"
)
# An aim without a figure, before another: "Đến năm 2027 không còn hộ nghèo, 97% người dân …".
NONE_LEFT = re.compile(r"\s*không (?:còn|có|để)(?: xảy ra)? [^,;:]{3,80},\s*")
AIMED_ANEW = re.compile(r"^\s*(?:phấn đấu|dự kiến|đặt mục tiêu)\b")
AIM_IS = re.compile(
    r"^(?:(?:mục tiêu|chỉ tiêu|yêu cầu)\b[^,;:]{0,60}?"
    r"|một trong (?:những|các|số) (?:mục tiêu|chỉ tiêu)\b[^;:]{0,160}?) là[\s,:]+"
)
ONLY_LEAD = re.compile(
    r"^[^;:]{0,240}? với (?:các |những )?(?:chỉ tiêu|mục tiêu)"
    r"(?: (?:cụ thể|chính|chủ yếu|trong giai đoạn này))*$|"
    r"^[^,;:]{0,60}?\b(?:đặt mục tiêu|đặt ra mục tiêu|đặt ra|quyết tâm|hướng tới|đề ra|xác định"
    r"|mục tiêu|chỉ tiêu|kế hoạch|quy hoạch|định hướng|dự báo)$"
)
# Who sets an aim, before "phấn đấu"; a list led in; a rate whose indicator stands before it.
ACTOR = re.compile(
    r"(?:toàn )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường|ngành|địa phương|cả nước|đơn vị|nhà trường"
    r"|đảng bộ)(?: [^\W\d_]+){0,3}"
)
LEADS_LIST = re.compile(r"\b(?:gồm|như sau|sau đây|sau)$")
AVERAGED = re.compile(r"(?:đạt )?(?:bình quân|trung bình)(?: (?:mỗi|hằng|hàng) năm)?")
LAST_INDICATOR = re.compile(
    r",\s(?=(?:tỉ lệ|tỉ trọng|tổng|tốc độ|quy mô|thu nhập|gdp|grdp|diện tích|chỉ số|năng suất"
    r"|kim ngạch|vốn đầu tư|doanh thu|kinh phí|sản lượng|mật độ|tuổi thọ|công suất)\s)"
)
# Whom or where a figure is for, before the figure and what it counts.
SCOPE = re.compile(r"^(?:đối với|tại|ở)\b")
INDICATOR_START = re.compile(rf"^{_INDICATOR_START}\b")
RANKED_IN = re.compile(r"^(?:dẫn đầu|đứng đầu|hàng đầu|có|trên|của)\b.*\bvề\b")
# Where or whose a share is, after one of the same kind: "khu vực nông thôn", "ở đô thị".
PLACE_OR_GROUP = re.compile(r"^(?:khu vực|vùng|ở|tại|đối với|cấp|bậc|khối|nhóm|tuyến|loại)\b")
# What stands at the end of one name and is all of the next: one is not the other.
OPPOSITES = (
    ("nông thôn", "thành thị", "đô thị"),
    ("nam", "nữ"),
    ("miền núi", "đồng bằng", "miền xuôi"),
    ("trong nước", "ngoài nước", "nước ngoài"),
)
# A part of the country or a level that a figure in brackets is of.
OF_PART = re.compile(r"\s*(?:ở |tại )?(?:khu vực|vùng|miền|tuyến|nông thôn|thành thị|đô thị)\b")
LEVELS = re.compile(r"^(?:kéo giảm|giảm|tăng|nâng|đưa|hạ|duy trì|giữ vững|giữ ổn định|giữ) ")
# A name that only points back at the indicator before: "đạt tỷ lệ 90%", "con số này".
MEASURED_OF = re.compile(
    r"(?:tổng )?(?:diện tích|sản lượng|năng suất)(?: (?:trồng|gieo trồng|nuôi))?(?= |$)"
)
POINTS_BACK = re.compile(
    r"^(?:(?:tăng|giảm|nâng|đưa|hạ|duy trì|giữ) )?(?:tỉ lệ|tỉ trọng|mức|số|con số|số lượng|kết quả"
    r"|chỉ tiêu|chỉ số|giá trị|số liệu)"
    r"(?P<shown>(?: (?:này|đó|ấy|trên|nêu trên|nói trên|tương ứng)(?: cũng)?)?)$"
    r"|^(?:[^\W\d_]+ ){1,4}(?P<same>này|đó|ấy)(?: (?:sẽ|cũng|phải))*(?: (?:tăng|giảm))?$"
)
# What begins a predicate after the noun phrase that a share is taken of.
PREDICATE = re.compile(
    r" (?:có|được|bị|đạt|biết|sử dụng|áp dụng|triển khai|hoàn thành|kết nối|tham gia|bảo đảm"
    r"|đảm bảo|thực hiện|cung cấp|đáp ứng|tiếp cận|sở hữu|đủ|thành thạo|tốt nghiệp|nộp|đăng kí"
    r"|liên thông|tự chủ|hài lòng|lắp đặt|ban hành|công bố|công khai|số hóa|ra khỏi|thoát|sẽ|đều"
    r"|phải|trở thành|vượt|chấp hành|cam kết)(?= |$)"
)
# A purpose, condition or comparison: its figure is not what the clause states.
ASIDE = re.compile(
    r"^(?:tại sao|vì sao|liệu|để|nhằm|nếu|khi|so với|tức(?: là)? (?:tăng|giảm)|thay vì|từ mức"
    r"|cao hơn|thấp hơn)\b"
)
CONDITION = re.compile(
    r"(?:^|\s)(?:nếu|trường hợp) [^,;]*$|\b(?:dự án|cơ sở|công trình|doanh nghiệp|hộ)\b[^,;]{0,60}"
    r" có quy mô (?:nhỏ |lớn )?$"
)
# What the figures of a sentence are of, before its colon: "Cơ cấu kinh tế: nông nghiệp 28%, …".
LABEL = re.compile(
    r"^(?:[-+*•–\s]|\(?[a-zđ0-9]{1,3}(?:\.[0-9]{1,2})*[.)])*\s*"
    r"(?P<label>(?!.{0,80}\b(?:chỉ tiêu|mục tiêu|cụ thể|trong đó|như sau|gồm|phấn đấu|kinh phí"
    r"|vốn|ngân sách)\b[^:]*:)[^\W\d_][^:;,()]{2,80}):\s"
)
CLOSES_WITH = re.compile(
    r"^\W*(?:(?:mốc|thời hạn|thời gian|dự kiến|phải|và) )*"
    r"(?:hoàn thành|xong|kết thúc|vận hành|đưa vào (?:sử dụng|vận hành|khai thác))\b"
)
# A total, and the parts of one named before: "Trong tổng kinh phí, ngân sách tỉnh …".
TOTAL = re.compile(r"^tổng (?:số )?(?:kinh phí|vốn|mức|nguồn|nhu cầu|đầu tư|dự toán)\b")
OF_TOTAL = re.compile(r"^\W*trong (?:số )?tổng (?:số )?(?:kinh phí|vốn|mức|nguồn|nhu cầu|số)\b")
# When what was just named is to be done: "…, hoàn thành trong quý III năm 2027".
COMPLETED = re.compile(
    r"[,\s](?:(?:phải |dự kiến )?(?:hoàn thành|xong|kết thúc|vận hành|khai thác|đưa vào)"
    r"(?: (?!năm)[^\W\d_]+){0,4}\s*)$"
)
# A paragraph that goes on with shares: "Trên 90% doanh nghiệp được …".
OPENS_SHARE = re.compile(r"^\W*(?:trên |ít nhất |tối thiểu )?[0-9][0-9.,]* ?% [^\W\d_]")
# A paragraph on another matter: "Về hạ tầng, thành phố sẽ xây …".
OTHER_MATTER = re.compile(r"^\W*(?:về|trong lĩnh vực) [^,.;:]{3,40},")
CONTAINED = re.compile(r"^\W*(?:trong đó|bao gồm|gồm)\b")
CONTAINS = re.compile(
    r"^[\s,]*(?:và|với(?: tổng(?: cộng| số)?)?(?: (?:công suất|diện tích|chiều dài|quy mô))?"
    r"|trong đó(?: có)?|(?:bao )?gồm)\s*$"
)
RELATIVE_YEAR = re.compile(r"\bnăm (?:qua|trước|ngoái|vừa qua)\b")
# "Chiến lược đến năm 2025, tầm nhìn đến năm 2035": the first year is the plan's.
VISION = re.compile(r"\)?,? (?:và |có )?(?:tầm nhìn|định hướng) ?")
# "NGHỊ QUYẾT / Về nhiệm vụ … năm 2026 tỉnh Nghệ An": the year of a title, and of where.
OF_PLACE = re.compile(
    r"\s*|,? (?:(?:của|trên địa bàn|tại) )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)"
    r"(?: [^\W\d_]+){1,5}\s*"
)
OPENS_WITH_YEAR = re.compile(r"^\W*(?:trong )?năm (?:19|20)[0-9]{2}\b")
# The year in the name of a plan tells of no aim: "trong quy hoạch bến xe đến năm 2030, …".
PLAN_NAME = re.compile(
    r"\b(?:quy hoạch|đề án|chiến lược|chương trình|kế hoạch|dự án|nghị quyết|quyết định)\b"
    r"(?:(?!mục tiêu|chỉ tiêu|phấn đấu|dự kiến|đặt|đề ra|sẽ|phải)[^;:.]){3,160}?"
    r"\b(?:đến|giai đoạn)(?: năm)? (?:19|20)[0-9]{2}"
    r"(?:(?: ?[-–] ?| đến (?:năm )?)20[0-9]{2})?"
    r"(?:,? (?:tầm nhìn|định hướng)[^,;:.]{0,12} 20[0-9]{2})?"
)
YEARLY_PLAN = re.compile(
    r"\b(?:thông qua|ban hành|phê duyệt|giao|quyết nghị)\b[^.;:()]{0,80}?"
    r"\b(?:kế hoạch|nhiệm vụ|chỉ tiêu)\b[^.;:()0-9]{3,80}? năm (?P<year>20[0-9]{2})(?! ?[-–])\b"
)
BY_YEAR = re.compile(r"\bvào (?:cuối )?năm (?P<year>20[0-9]{2})(?![\w])(?! ?[-–])")
AVERAGE = re.compile(r"(?:bình quân|trung bình)\s*$")
COMPARED = re.compile(
    r"\b(?:so với|so|so sánh|giá cố định|giá thực tế|giá hiện hành|bằng|cùng kì|mức của|của"
    r"|hơn|mức|lần|gấp đôi|gấp rưỡi)(?: mức| cùng kì)?\s*$"
)
MULTIPLE = re.compile(r"(?:lần|gấp đôi|gấp rưỡi)\s*$")
ENUMERATED = re.compile(
    r"^(?:nhóm chỉ tiêu|chỉ tiêu|nhóm nhiệm vụ|nhiệm vụ|nhóm giải pháp|giải pháp|mục tiêu|lĩnh vực"
    r"|nhóm lĩnh vực|khâu đột phá|khâu|đột phá|định hướng lớn|định hướng|nội dung|quan điểm|trụ cột"
    r"|trọng tâm|nguyên tắc|yếu tố|bên|điều(?! dưỡng)|vấn đề|bước|giai đoạn|nhóm tiêu chí|nhóm"
    r"|điểm(?! (?:ngập|đen|trường|du lịch|đến|sạt lở))"
    r"|tiêu chí|số|chương|phần|loại|dạng|mặt|cấp|nghị quyết|văn bản|kì họp|phiên họp|thành viên"
    r"|ý kiến|kế hoạch|chương trình|đề án|hướng|điểm nghẽn|bài học|ngày|buổi)\b"
)
# "giảm 30% túi ni lông tại chợ, siêu thị vào năm 2027;": the year of the whole clause.
CLOSING_YEAR = re.compile(r"(?:(?!\bso với\b|\btrong đó\b|\bđạt\b)[^;:()0-9]){3,140}")
CLAUSE_ENDS = re.compile(r"\s*(?:[;.]|$|và (?:(?:trên|khoảng|ít nhất|đạt) )?[0-9][0-9.,]* ?%)")
TAIL_STOP = re.compile(
    r"\s*(?:\bso với\b|\bthay vì\b|\btrong đó\b"
    r"|\bvào(?! (?:học|làm|hoạt động|sử dụng))\b|\bđến hết\b|\bđến cuối\b|\bvà (?=[0-9])"
    r"|[(;]|:(?=\s)|\b(?:bao )?gồm\b"
    r"|\bđể\b|\bnhằm\b|\btheo hướng\b|\bgóp phần\b"
    r"|\b(?:năm|giai đoạn|thời kì) (?:(?=(?:19|20)[0-9]{2})|trước\b))"
)
NO_NOUN = re.compile(
    r"^(?:và|hoặc|để|nhằm|vào|trong|so|của|cho|từ|với|trở|đến|theo|tại|ở|mỗi"
    r"|(?:hằng|hàng)(?= (?:năm|tháng|quý|tuần|ngày)\b)|bình quân"
    r"|trung bình|là|thì|mà|khi|nếu|nhưng|còn|tăng|giảm|đạt|được|do|bằng|hơn|nữa|lên|xuống|[-/)]"
    r"|trên địa bàn|cùng|qua|như|gấp|tạo|nên|kể từ|kể cả)(?:\b|\s)"
)
NO_MORE_NOUN = re.compile(
    r"^(?:và|hoặc|để|nhằm|vào|so|do|khi|nếu|nhưng|còn|nữa|kể từ|kể cả|[-/)])(?:\b|\s)"
)
# A count after these says where or of how many: "tại 40 xã", "trong 24 quận".
LOCATED = re.compile(
    r"(?:^|\s)(?:tại|ở|trong|trên phạm vi|trên địa bàn|của|thuộc|giữa|trong (?:tổng )?số|cùng"
    r"|còn lại|theo|đối với|với quy mô)$"
)
# What is installed at so many places counts them: "lắp bảng điện tử tại 120 nhà chờ".
DONE_AT = re.compile(r"\b(?:lắp đặt|lắp|trang bị|cải tạo|nâng cấp)\b[^,;:.]* tại$")
# What something built is like, no aim: "nền đường rộng 17 m".
SIZE = re.compile(r"\b(?:(?<!chiều )(?<!kéo )(?<!tổng )dài|rộng|cao|sâu|dày|đường kính|khổ)$")
# Money or land set aside is named by what for: "dành 20 tỷ USD để hiện đại hóa đường sắt".
SETS_ASIDE = re.compile(r"\b(?:dành|đầu tư|chi|huy động|bố trí|cần|sử dụng|rót)(?: ra)?$")
WHAT_FOR = re.compile(r"\s+(?:để|nhằm|cho|vào)\s+(?P<what>[^,.;:()]{3,160})")
PURPOSE = re.compile(r"[\s,](?:để|nhằm)\b")
# An indicator that is itself a limit ("tỷ lệ tối đa … là 50%"); "lương tối thiểu" is none.
NO_MORE_THAN = re.compile(
    r"\bkhông (?:để|cho|được|còn)? ?(?:[^\W\d_]+ ){0,6}(?:quá|hơn|vượt|vượt quá)(?: mức| ngưỡng)? $"
)
NO_LESS_THAN = re.compile(r"\bkhông (?:để|còn) (?:[^\W\d_]+ ){0,6}(?:dưới|thấp hơn|ít hơn) $")
LIMIT = re.compile(r"(?<!lương )(?<!sống )(?<!thu nhập )\b(?:tối đa|(?P<least>tối thiểu))\b")
# The years a sentence names first are shared out among the figures that follow.
RESPECTIVELY = re.compile(r"\b(?:lần lượt|tương ứng)\b")
THESE_YEARS = re.compile(r"\b(?P<kind>giai đoạn|thời kì|năm|mốc) (?:này|trên|nêu trên|đó)\b")
NUMBER_OF = re.compile(r"^(?:[^\W\d_]+ )?(?<!một )(?:tổng )?số(?: lượng)?(?= )")
INDEX = re.compile(r"\bchỉ số\b")
FROM_TO_CHANGE = re.compile(
    r"(?:^|(?<!trở)\s)(?:lên|xuống|thành)(?: (?:còn|mức|đến|tới|thành))*\s*$"
)
PER_YEAR = re.compile(r"(?:hằng|(?<!ngân )(?<!khách )(?<!cây )hàng|mỗi|từng) năm|bình quân năm")
OF_TERM = re.compile(
    r"\b(?:5|10|05|năm|mười) năm$|\b(?:cả|toàn|trong) (?:giai đoạn|nhiệm kì|thời kì)$"
)
IN_TERM = re.compile(r"\b(?:cả|toàn|trong cả|suốt) (?:giai đoạn|nhiệm kì|thời kì)\b")
OPENS_YEARLY = re.compile(r"^\W*(?:[0-9a-zđ]{1,2}[.)] )?(?:[^,;:]{3,60}, )?(?:hằng|hàng|mỗi) năm\b")
EACH_YEAR = re.compile(r" (?:mỗi|một|hằng|hàng) năm$")
YEARLY_CLOSES = re.compile(r"\s*(?:[.,;:)]|$|và\b|trong\b|vào\b)")
PER_YEAR_AT_END = re.compile(r"(?:hằng|hàng|mỗi) năm[\s.,]*$")
EACH = re.compile(r"\b(?:mỗi|từng)(?= )(?! xã,? (?:phường )?một sản phẩm)")
BESIDE = re.compile(r",(?= )")
LISTED = re.compile(r"\s*(?:\b(?:là|gồm|bao gồm|sau|như sau|cụ thể)\b|:)")
