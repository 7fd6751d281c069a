"""Words of the names of Vietnamese bodies, in comparable form: heads, sectors, places, surnames.

What this module does not know: which combinations exist.
"""

from corpus.normalize import comparable


def _list(words: str) -> frozenset[str]:
    return frozenset(
        comparable(" ".join(word.split())) for word in words.split(",") if word.strip()
    )


# What a body's name begins with.
HEADS = _list("""
bộ, sở, ban, ủy ban, ủy ban nhân dân, ubnd, hđnd, hội đồng, hội đồng nhân dân, viện, học viện, đại
học, trường đại học, trường cao đẳng, trường, ngân hàng, công an, thành ủy, tỉnh ủy, huyện ủy,
quận ủy, đảng ủy, văn phòng, cục, tổng cục, vụ, chi cục, công ty, công ty cổ phần, công ty tnhh,
tổng công ty, tập đoàn, hiệp hội, hội, liên đoàn, tổng liên đoàn, liên minh, liên hiệp, trung tâm,
quỹ, chính phủ, quốc hội, tòa án nhân dân, tòa án, viện kiểm sát, viện kiểm sát nhân dân,
kiểm toán nhà nước, mặt trận tổ quốc, đoàn, tỉnh đoàn, thành đoàn, ban chấp hành, ban bí thư,
bộ chính trị, ban thường vụ,
ban chỉ đạo, ban quản lý, báo, đài, nhà xuất bản, tổ chức, bệnh viện, kho bạc, bảo hiểm xã hội, bộ
tư lệnh, bộ chỉ huy, ban tổ chức, thanh tra, liên hợp quốc, cơ quan, phòng, xí nghiệp, nhà máy,
tổng cục thống kê, diễn đàn, câu lạc bộ, bảo tàng
""")
# Sectors that one body has together, the second often printed small: "Bộ Kế hoạch và đầu tư".
SECTOR_PAIRS = {
    "kế hoạch": _list("đầu tư"),
    "tài nguyên": _list("môi trường"),
    "giáo dục": _list("đào tạo"),
    "thông tin": _list("truyền thông"),
    "nông nghiệp": _list("phát triển nông thôn, môi trường"),
    "khoa học": _list("công nghệ"),
    "thể thao": _list("du lịch"),
    "xã hội": _list("gia đình"),
    "dân tộc": _list("tôn giáo"),
}
# Syllables before a head that make another word of it: "toàn bộ", "cơ sở", "quốc phòng".
WORD_BEFORE = {
    "bộ": _list("toàn, cán, nội, tiến, đồng, cục, trọn, đại, liên, thủy"),
    "sở": _list("cơ, trụ"),
    "phòng": _list("quốc, dự, văn, biên, đề, hải"),
    "viện": _list("bệnh, thư, học"),
    "vụ": _list("nhiệm, dịch, nghiệp, công, nghĩa, chức, phục, đặc, thời, nội, mùa"),
    "hội": _list("xã, quốc, cơ, lễ, đại, hiệp, đô"),
    "trường": _list("thị, môi, hiện, công, nông, lâm, ngư, chiến, thao"),
    "đoàn": _list("tập, công, liên, sư, phái, binh"),
    "báo": _list("thông, cảnh, dự, khai"),
    "cục": _list("bố, kết, tổng, chi"),
}
# Heads that are a whole name when capitalised.
COMPLETE_HEADS = _list("""
ubnd, hđnd, ủy ban nhân dân, hội đồng nhân dân, thành ủy, tỉnh ủy, huyện ủy, quận ủy, đảng ủy,
chính phủ, quốc hội, kiểm toán nhà nước, mặt trận tổ quốc, ban chấp hành, ban bí thư, bộ chính
trị, ban thường vụ, tỉnh đoàn, thành đoàn
""")
# Words of two and more syllables whose later syllables are written small inside a name.
SECTORS = _list("""
thoát nước, cấp nước, cấp thoát nước, nước sạch, công viên, công viên cây xanh, cây xanh,
môi trường đô thị, chiếu sáng đô thị, công ích, dịch vụ công ích, vận tải hành khách, xe buýt,
đường sắt, đường sắt đô thị, thủy lợi, công trình thủy lợi, phát triển hạ tầng đô thị,
phát triển nhà, hạ tầng đô thị, xử lý chất thải, dược phẩm, xổ số kiến thiết,
tư pháp, tài chính, kế hoạch, đầu tư, khoa học, công nghệ, thông tin, truyền thông, nội vụ, ngoại
giao, quốc phòng, công an, công thương, y tế, giáo dục, đào tạo, xây dựng, giao thông, giao thông
vận tải, vận tải, nông nghiệp, phát triển nông thôn, tài nguyên, môi trường, lao động, thương
binh, xã hội, văn hóa, thể thao, du lịch, dân tộc, tôn giáo, quy hoạch, kiến trúc, chính trị, bí
thư, tuyên giáo, tổ chức, dân vận, kiểm tra, nội chính, kinh tế, trung ương, chấp hành, chấp hành
trung ương, chỉ đạo, quản lý, thường vụ, nhân dân, tổ quốc, mặt trận, nhà nước, quốc gia, thế
giới, châu á, phát triển, hợp tác, hợp tác xã, doanh nghiệp, doanh nhân, phụ nữ, nông dân, thanh
niên, cựu chiến binh, công đoàn, hàn lâm, khoa học xã hội, khoa học kỹ thuật, quốc tế, liên hợp
quốc, tiền tệ, công nghiệp, năng lượng, điện lực, dầu khí, viễn thông, quân đội, bưu chính, hàng
không, hải quan, thuế, kho bạc, thống kê, bảo hiểm, bảo hiểm xã hội, chính sách, chính sách xã
hội, chiến lược, nghiên cứu, ứng dụng, chuyển đổi số, công nghệ số, công nghệ thông tin, an toàn,
an toàn thông tin, an ninh, an ninh mạng, cảnh sát, phòng cháy, chữa cháy, thương mại, xúc tiến,
thủy lợi, lâm nghiệp, thủy sản, kiểm lâm, khí tượng, thủy văn, biến đổi khí hậu, đất đai, khoáng
sản, địa chất, bản đồ, đo lường, chất lượng, tiêu chuẩn, sở hữu trí tuệ, dược, thực phẩm, dự
phòng, bảo trợ, trẻ em, người cao tuổi, sinh viên, nhà báo, nhà văn, luật gia, luật sư, hành
chính, ngân sách, thông tấn, báo chí, phát thanh, truyền hình, kiểm soát, kiểm sát, kiểm toán,
thanh tra, chính phủ, quốc hội, đại học, cao đẳng, sư phạm, bách khoa, quốc dân, ngoại thương,
hành động, cải cách, đổi mới, sáng tạo, đổi mới sáng tạo, đảng, dân số, gia đình, người việt nam,
phục hồi chức năng, kiểm soát bệnh tật, y học cổ truyền, dịch vụ việc làm, giới thiệu việc làm,
dịch vụ công, hành chính công, phát triển quỹ đất, quỹ đất, khuyến nông, khuyến công, đăng kiểm,
dân nguyện, công tác đại biểu, công tác xã hội, công tác sinh viên, tổ chức cán bộ, đa khoa,
trợ giúp pháp lý, công tác mặt trận, đường sắt, đường bộ, hàng hải,
cộng sản, thanh niên cộng sản, nhi đồng, thiếu niên, tiền phong, chữ thập đỏ, kiến thiết, cạnh tranh
""")
PLACE_WORDS = _list("""
thành phố, tp, tỉnh, huyện, quận, xã, phường, thị xã, trung ương, các cấp, cấp tỉnh, cấp huyện,
cấp xã, tối cao, nhân dân tối cao, khu vực, vùng, việt nam, liên bang
""")
SURNAMES = _list("""
nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh,
trương, mai, đào, đoàn, vương, trịnh, lâm, phùng, tạ, tô, tống, chu, quách, thái, cao, hà, lương,
lưu, kiều, nông, triệu, tăng, văn, la, diệp, ninh, mạc
""")
TITLES = _list("""
ông, bà, anh, chị, cô, chú, đồng chí, chí, gs, ts, pgs, ths, bs, giám đốc, đốc, tịch, trưởng, thư,
tướng, ngài
""")
# Capitalised only because a sentence begins.
NOT_NAMES = _list("""
tại, ở, theo, đến, đưa, của, và, từ, trong, về, với, cho, để, do, bởi, khi, nếu, tuy, nhưng, các,
những, một, mỗi, mọi, năm, ngày, tháng, giai, có, là, thì, mà, được, bị, sẽ, đã, đang, trên, dưới,
số, điều, khoản, phần, mục, cùng, song, bên, trước, sau, căn, xét, thành, người, nhà, tỉnh, thủ,
chủ, phó, vì, việc, cả, hai, ba, nước, luật, nghị, quyết, kết, kế, chương
""")
