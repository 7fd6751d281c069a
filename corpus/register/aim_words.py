"""Words that tell an aim from a result, in a figure's sentence and in the headings above it.

What this module does not know: any indicator of any document.
"""

import re

_NUMBERED = r"^(?:\W*(?:(?:điều|mục|phần|chương) )?[0-9a-zđ.]{1,6}(?:[.:)]| ?[-–]) )?"
# Results, whatever else the sentence says; and words that only lean that way.
RESULT = re.compile(
    r"\b(?:dự ước|ước (?:đạt|tăng|giảm|thực hiện|năm)|ước tính đạt"
    r"|đã đạt(?! chuẩn)|(?<!sẽ )(?<!phải )(?<!cần )(?<!phấn đấu )đạt được"
    r"|(?<!phấn đấu )lũy kế|hiện đạt"
    r"|hiện có(?= \w)|hiện còn"
    r"|theo thống kê|đã có(?! thể)"
    r"|vượt (?:mức )?(?:chỉ tiêu|kế hoạch|dự toán)"
    r"|(?:từng|đã) (?:đặt|đề)(?: ra)? (?:chỉ tiêu|mục tiêu|kế hoạch)"
    r"|chỉ (?:mới )?(?:làm|thực hiện|giải ngân|trồng|huy động) được"
    r"|nhiều khả năng|đã hoàn thành|đã giảm|đã tăng|tính đến|cùng kì"
    r"|(?<!chứng )(?<!tín )chỉ (?:có thể )?đạt"
    r"|vẫn chưa (?:thể )?(?:đạt|vượt|có|hoàn thành)|vừa qua|năm qua|thời gian qua"
    r"|[0-9]+ tháng (?:đầu|cuối) năm|[0-9]+ tháng năm"
    r"|đã (?:vượt|đáp ứng|chiếm|thu|huy động|giải quyết|tạo|nâng|lên|được|cấp|xử lí|giải ngân)"
    r"|(?:(?<!xây )(?<!lập )(?<!trồng )(?<!thôn )(?<!nghiệp )(?<!tuyển )(?<!làm )(?<!kiểu )mới"
    r"|mới chỉ|chỉ mới) (?:đạt(?! (?:tiêu )?chuẩn)|chiếm|có|được(?= (?:\w+ )?[0-9])"
    r"|[^\W\d_]+(?: [^\W\d_]+)? được)"
    r"|vẫn (?:chiếm|còn|đạt|ở|có|tăng|giảm)"
    r"|(?:sau|qua) (?:hơn |gần |khoảng )?(?:[0-9]+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r" (?:năm|tháng) (?:triển khai|thực hiện)"
    r"|mà (?:chỉ |mới )?(?:làm|thực hiện|đạt) được|tán thành|còn [0-9]+ (?:[^\W\d_]+ ){1,3}chưa"
    r"|(?:vừa|đã) bị)\b"
)
# "Năm nay tỉnh dự kiến sẽ đón 5 triệu khách, doanh thu ước đạt …": what is expected as well.
ESTIMATED = re.compile(r"\b(?:dự )?ước (?:đạt|tăng|giảm|tính đạt)\b")
EXPECTED = re.compile(r"\b(?:dự kiến|sẽ|phấn đấu|đặt mục tiêu)\b")
PAST = re.compile(
    r"\b(?:đã(?! có thể| qua đào tạo)"
    r"|(?<!từ nay )(?<!cho )đến nay|(?<!so với )(?:hiện nay|hiện tại)"
    r"|(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!cải )hiện"
    r"(?! nay| tại| có(?: và\b|[,.;)]|$)| đại| hữu| thực| vật| trường| hành| diện| tượng)"
    r"|vượt (?:[^\W\d_]+ )?[0-9][0-9.,]* ?% (?:so với )?(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)"
    r"|trước đó|từng(?= (?:đạt|có|là|được|bị|đứng|giữ|lên|vượt|chiếm|thực hiện|làm)))\b"
)
REPORTS = re.compile(f"{RESULT.pattern}|{PAST.pattern}")
_GOAL_WORDS = (
    r"phấn đấu"
    r"|(?<!vượt )(?<!trúng )(?<!chương trình )(?<!so với )mục tiêu"
    r"(?! (?:mô phỏng|giả định|bay|di động))"
    r"|(?<!vượt )chỉ tiêu|dự kiến|tối thiểu|ít nhất|(?<!được )đặt ra"
    r"|hướng tới|quyết tâm|kì vọng|phải đạt|cần đạt|phải xong|phải hoàn thành"
    r"|cần huy động|bảo đảm|đảm bảo|(?<!so với )(?<!% )kế hoạch năm"
    r"|kế hoạch (?:phát triển|kinh doanh|đề ra|đặt ra)|(?:lên|có) kế hoạch"
    r"|quy hoạch (?:thêm|xây dựng)|dự tính|dự định|(?<!đầu )nhiệm kì(?! trước)"
    r"|(?<!nhiệm vụ )(?<!tuổi )(?<!khá )trở lên"
    r"|không quá|không dưới"
)
BOUND = re.compile(r"\b(?:tối thiểu|ít nhất|trở lên|không quá|không dưới)\b")
GOAL = re.compile(
    rf"\b(?:{_GOAL_WORDS}|tầm nhìn|đến năm|vào năm|trước năm|trước ngày|tới năm|đến hết năm)\b"
)
GOAL_YEAR = re.compile(r"\b(?:(?:đến|vào|trước|tới|đến hết) năm|trước ngày)\b")
GOAL_WORD = re.compile(rf"\b(?:{_GOAL_WORDS})\b")  # whatever the year
# Money set aside for the years to come is an aim with no word of aims.
PLANNED = re.compile(
    r"\b(?:kinh phí|mức đầu tư|tổng vốn|vốn đầu tư|dự toán|nguồn vốn|nguồn lực|trái phiếu)\b"
)
# A paragraph that goes on with what the one before aims at.
GOES_ON = re.compile(
    r"^\W*(?:cùng với đó|bên cạnh đó|ngoài ra|đồng thời|trong khi đó|riêng"
    r"|theo đó|cụ thể|trong đó)\b"
)
CAPTION = re.compile(
    r"^\W*ảnh\b[^.;]*\W*$|[-–.(|:] ?(?:trong )?ảnh(?: minh họa)?(?:[:.][^;]{0,40})?\W*$"
)
# "Với giáo dục phổ thông, …": whom or what a sentence is of, before what it says.
TOPIC = re.compile(r"^\W*(?:đối với|với|ở|tại|riêng|về|trong lĩnh vực) [^\d,.;:()]{3,80}, ")
OPENS_AIM = re.compile(
    r"^\W*(?:[^\W\d_][^0-9.;:]{0,60} )??"
    r"(?:phấn đấu|mục tiêu (?=đến |là |cụ thể)|(?:đến|trước|vào) (?:hết |cuối )?năm 20[0-9]{2})\b"
)
# A paragraph that lists aims as sentences, and how such a sentence begins.
LISTS_AIMS = re.compile(
    r"^\W*[^:]{0,200}\b(?:chỉ tiêu\b[^:.]{0,80}? như"
    r"|(?:chỉ tiêu|mục tiêu)\b[^:.]{0,80}? (?:như sau|sau|sau đây|gồm|là)): ?[^\W\d_]"
)
STATES_AIM = re.compile(
    r"^\W*(?:(?:trong đó|đồng thời|và),? )?"
    r"(?:có(?: (?:thêm|ít nhất|từ|trên|khoảng))?|đảm bảo|bảo đảm|duy trì|giữ|phấn đấu|nâng|giảm"
    r"|tăng|đưa|thu hút|tạo|giải quyết|hoàn thành|xây dựng|trồng|kết nạp|tỉ lệ|tỉ trọng|số|tổng"
    r"|tốc độ|thu nhập|giá trị|diện tích|sản lượng|thu|chi|doanh thu|kim ngạch|[0-9][0-9.,]* ?%)"
    r"(?= )"
)
CONCRETELY = re.compile(r"^\W*(?:cụ thể|trong đó|theo đó|đơn cử)\b")
PLAN_SAYS = re.compile(
    r"^\W*(?:cũng )?(?:trong|theo) (?:bản )?(?:quy hoạch|đề án|kế hoạch|chiến lược|dự thảo)\b"
)
REVIEWS = re.compile(
    rf"{_NUMBERED}\W*(?:đánh giá|thực trạng|hiện trạng|tình hình|kết quả|bối cảnh"
    r"|tồn tại|hạn chế|sự cần thiết)\b"
    r"(?!.*\b(?:nhiệm vụ|kế hoạch|phương hướng|mục tiêu|chỉ tiêu)\b)"
)
# Headings over what is to be done, and how a thing to be done begins.
TASKS = re.compile(
    rf"{_NUMBERED}\W*(?:các |những |một số )?"
    r"(?:nhiệm vụ|giải pháp|lộ trình|nội dung thực hiện)\b"
)
ORGANISES = re.compile(
    rf"{_NUMBERED}\W*"
    r"(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|giải pháp)\b"
)
FUNDS = re.compile(
    rf"{_NUMBERED}\W*(?:dự toán |tổng |nhu cầu |khái toán |cơ cấu )*"
    r"(?:kinh phí|nguồn vốn|nguồn lực|mức đầu tư|vốn|vốn đầu tư|kế hoạch (?:vốn|đầu tư công))\b"
    r"(?!.*\b(?:đã|kết quả)\b)"
)
# Headings over whom and where a plan is for, and over what its rules grant.
RULES = re.compile(
    rf"{_NUMBERED}\W*(?:(?:các|một số|nội dung|đối tượng|nguyên tắc|điều kiện)(?:,| và)? )*"
    r"(?:(?:cơ chế|chính sách|cơ chế,? chính sách)(?: (?:hỗ trợ|ưu đãi|khuyến khích|đặc thù))"
    r"|mức (?:hỗ trợ|thu|chi|phạt|thưởng)|quy định (?:về|đối với)"
    r"|phạm vi(?: (?:và|điều chỉnh)|,| *$)|đối tượng(?: (?:và|áp dụng|thụ hưởng)|,| *$))"
)
_DEEDS = (
    r"chủ động|sản xuất"
    r"|lắp|huy động|vận động|xét nghiệm|nạo vét|giao khoán|hoàn thành|khởi công|khảo sát"
    r"|quy hoạch|thả|nâng cấp|cải tạo|bồi dưỡng|đào tạo|tập huấn|xây dựng|xây mới|xây|lắp đặt"
    r"|trang bị|đầu tư"
    r"|thành lập|mở|trồng|phát triển|hỗ trợ|hình thành|tuyển dụng|tuyển|cấp|cung cấp|thu hút"
    r"|sắp xếp|di dời|xóa|thay thế|thay|số hóa|tổ chức|bố trí|mua sắm|mua|giải quyết|đưa"
    r"|sửa chữa|duy tu|kiên cố hóa|bê tông hóa|cứng hóa|khoanh nuôi|chuyển đổi|cấp phát|kết nạp"
    r"|sáp nhập|cắt giảm|giảm|tinh giản|công nhận|rà soát|nhân rộng|mở rộng|bổ sung|phát hành"
    r"|thí điểm|rút ngắn"
)
TO_DO = re.compile(
    rf"{_NUMBERED}\W*"
    r"(?:(?:tiếp tục|hoàn thành|triển khai|thực hiện|phấn đấu|và) )*"
    rf"(?:{_DEEDS})\b"
)
TO_DO_LAST = re.compile(rf"\b(?:{_DEEDS})\s*$")
COMPARED_WITH = re.compile(r"\bso với (?:cùng kì|(?:năm|tháng|quý) (?:trước|ngoái|[0-9]))")
REPORTED = re.compile(r"\bkết quả\b")
AIMS = re.compile(r"\b(?:(?<!chương trình )mục tiêu|chỉ tiêu|tầm nhìn)\b")
PLAN_KIND = re.compile(r"(?:kế hoạch|nghị quyết|quyết định|chương trình|đề án|phương án)\s*")
PLAN_TITLE = re.compile(rf"(?:{PLAN_KIND.pattern})+(?:số \S+ )?về\b|kế hoạch \w")
AIMS_HEADLINE = re.compile(
    r"^\W*(?:(?:các|những|một số|hệ thống|danh mục) )?(?:mục tiêu|chỉ tiêu)\b"
)
LEADS_IN = re.compile(
    r"^\W*(?:(?:các|những|một số) )?"
    r"(?:(?:mục tiêu|chỉ tiêu)\b|(?:phấn đấu )?đến (?:hết |cuối )?năm )"
)
# Aims that were reached: "cơ bản đã đạt được các mục tiêu đề ra".
AIMS_REACHED = re.compile(
    r"\b(?:đã|cơ bản|hầu hết|đều)(?: [^\W\d_]+){0,3} (?:đạt|hoàn thành|vượt)(?: [^\W\d_]+){0,4}"
    r" (?:mục tiêu|chỉ tiêu)"
)
AIMED = re.compile(
    r"\b(?:phấn đấu|(?<!vượt )(?<!chương trình )mục tiêu|dự kiến|sẽ|đến năm|trước năm|tới năm"
    r"|hướng tới|tầm nhìn|(?:đề ra|đặt ra|thông qua|với) (?:[0-9]+|một số|các|những) chỉ tiêu"
    r"|kì vọng)\b"
)
# "So với quy hoạch cũ, quy hoạch mới đặt mục tiêu … tăng thêm 0,7%/năm": a difference of aims.
DIFFERS = re.compile(
    r"^\W*(?:như vậy,? )?so với (?:quy hoạch|kế hoạch|đề án|chiến lược|mục tiêu|chỉ tiêu"
    r"|chương trình)\b"
)
# What will be done to so many things is aimed at.
WILL_DO = re.compile(
    r"\bsẽ (?:được |phải |tiến hành |hỗ trợ |tiếp tục )*(?:giảm|cắt giảm|tinh giản|sáp nhập"
    r"|trồng|xây"
    r"|xây dựng|xây mới|đầu tư|mở rộng|thành lập|đào tạo|tuyển|đưa|xóa|nâng|nâng cấp"
    r"|cải tạo|hoàn thành|đóng cửa|di dời|khởi công)\b"
)
