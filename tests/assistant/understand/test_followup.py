"""Follow-ups completed from the conversation."""

from collections.abc import Sequence

import pytest

from assistant.understand import Understander

FULL = (
    "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",
    "Có bao nhiêu chỉ tiêu về trình độ phát triển kinh tế?",
    "Hà Nội phối hợp với bộ nào xây dựng Luật Thủ đô?",
    "Ba lĩnh vực công nghiệp hỗ trợ chủ chốt là những lĩnh vực nào?",
    "Chương trình này thực hiện nghị quyết nào của Trung ương?",
    "Thu nhập bình quân đầu người năm 2025 đạt bao nhiêu USD?",
    "Công nghiệp quốc phòng được phát triển theo hướng nào?",
    "Ai ban hành Chương trình hành động số 21-CTr/TU?",
    "Bài báo được đăng ngày nào?",
    "Nghị quyết số 29-NQ/TW ban hành khi nào?",
    "Hà Nội có đặt mục tiêu tỷ lệ đô thị hóa trên 75% vào năm 2030 không?",
    "Vì sao cần cơ chế thử nghiệm có kiểm soát?",
    "Thành phố sẽ đầu tư xây dựng hạ tầng khu công viên nào?",
    "Còn bao nhiêu đất nông nghiệp đến năm 2025?",
    "Diện tích đất nông nghiệp đến năm 2025 còn bao nhiêu?",
    "grdp binh quan dau nguoi ha noi nam 2030",
    "ty le do thi hoa nam 2025 la bao nhieu",
    "Chương trình đề ra những nhóm giải pháp gì?",
    "Chương trình hành động này nhằm thực hiện nghị quyết nào của Bộ Chính trị?",
    "Nhân dân oán hận ai khi người đó lên cầm quyền?",
    "Stefanie Stallmeister là ai?",
    "Thời tiết hôm nay",
    "Ai ký văn bản?",
    "Ngành nào được ưu tiên?",
    "GRDP 2030?",
    "Hà Nội liên kết với ngành nào?",
    "Hộ gia đình gồm những ai?",
    "tỷ lệ đô thị hóa đến 2030",
    "Ông Bùi Tất Thắng đề nghị gì?",
    "GRDP của Hà Nội có cao hơn cả nước không?",
)
TURNS = (
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",), "vậy 2025 thì sao ạ?",
     "Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?"),
    (("Tỷ trọng kinh tế số trong GRDP đến năm 2025 là bao nhiêu?",), "còn đến năm 2030?",
     "Tỷ trọng kinh tế số trong GRDP đến năm 2030 là bao nhiêu?"),
    (("Tăng trưởng GRDP giai đoạn 2026-2030 bao nhiêu?",), "thế còn giai đoạn 2021-2025?",
     "Tăng trưởng GRDP giai đoạn 2021-2025 bao nhiêu?"),
    (("Có bao nhiêu chỉ tiêu về trình độ phát triển kinh tế?",), "nhóm văn hóa?",
     "Có bao nhiêu chỉ tiêu nhóm văn hóa?"),
    (("Năm 2021 GRDP Hà Nội tăng bao nhiêu?",), "còn kim ngạch xuất khẩu?",
     "Năm 2021 kim ngạch xuất khẩu Hà Nội tăng bao nhiêu?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?", "còn thu nhập bình quân đầu người?"),
     "thế năm 2025?", "Thu nhập bình quân đầu người đến năm 2025 là bao nhiêu?"),
    (("Có bao nhiêu lĩnh vực công nghiệp hỗ trợ chủ chốt?",), "là những gì?",
     "Có những lĩnh vực công nghiệp hỗ trợ chủ chốt nào?"),
    (("Hà Nội phối hợp với cơ quan nào để xây dựng Luật Thủ đô?",), "bộ nào?",
     "Hà Nội phối hợp với bộ nào để xây dựng Luật Thủ đô?"),
    (("Tỷ lệ học sinh lớp 5 biết bơi năm 2030 là bao nhiêu?",), "còn lớp 9?",
     "Tỷ lệ học sinh lớp 9 biết bơi năm 2030 là bao nhiêu?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",), "Chỉ tiêu đó đến năm 2025 là bao nhiêu?",
     "Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?"),
    (("Chương trình có bao nhiêu chỉ tiêu?",), "còn về môi trường?",
     "Chương trình có bao nhiêu chỉ tiêu về môi trường?"),
    (("Công nghiệp quốc phòng phát triển theo hướng nào?",), "còn nông nghiệp thì sao?",
     "Nông nghiệp phát triển theo hướng nào?"),
    (("Tỷ lệ đô thị hóa của Hà Nội đến năm 2030 là bao nhiêu?",), "còn thành phố Hồ Chí Minh?",
     "Tỷ lệ đô thị hóa của thành phố Hồ Chí Minh đến năm 2030 là bao nhiêu?"),
    (("Năm 2030 tỷ lệ trường tiểu học có bể bơi là bao nhiêu?",), "thế năm 2035 thì sao vậy?",
     "Năm 2035 tỷ lệ trường tiểu học có bể bơi là bao nhiêu?"),
    (("Bộ Y tế chủ trì những chỉ tiêu nào?",), "còn Bộ Công an?",
     "Bộ Công an chủ trì những chỉ tiêu nào?"),
    (("thu nhap binh quan dau nguoi den nam 2025 dat bao nhieu",), "con 2030 thi sao",
     "Thu nhập bình quân đầu người đến năm 2030 đạt bao nhiêu?"),
    (("Chương trình hành động số 21-CTr/TU do ai ban hành?",), "khi nào?",
     "Chương trình hành động số 21-CTr/TU ban hành khi nào?"),
    # A verb that lacks its subject or its object.
    (("Công nghiệp quốc phòng phát triển theo hướng nào?",), "liên kết với ngành nào?",
     "Công nghiệp quốc phòng liên kết với ngành nào?"),
    (("Có mấy nhóm nhiệm vụ, giải pháp chủ yếu?",), "ai đề ra?", "Ai đề ra nhóm nhiệm vụ?"),
    (("Nghị quyết 50-NQ/TW ký ngày nào?",), "ai ký?", "Ai ký Nghị quyết 50-NQ/TW?"),
    (("Ai ký ban hành Nghị quyết 57?",), "có hiệu lực khi nào?",
     "Nghị quyết 57 có hiệu lực khi nào?"),
    (("Quy mô GRDP Hà Nội năm 2020 là bao nhiêu?",), "tương đương bao nhiêu USD?",
     "Quy mô GRDP Hà Nội năm 2020 tương đương bao nhiêu USD?"),
    (("Vốn đầu tư xã hội giai đoạn 2016-2020 là bao nhiêu?",), "gấp mấy lần giai đoạn trước?",
     "Vốn đầu tư xã hội giai đoạn 2016-2020 gấp mấy lần giai đoạn trước?"),
    # Chains, remarks between, and comparisons.
    (("GRDP bình quân đầu người năm 2020 là bao nhiêu?", "so với 2015 tăng mấy lần?"),
     "thế so với cả nước?",
     "GRDP bình quân đầu người năm 2020 so với cả nước tăng mấy lần?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?", "ok cảm ơn nhé"), "còn 2025?",
     "Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?"),
    (("Có bao nhiêu chỉ tiêu về kinh tế?", "à mình hiểu rồi, hay quá"), "thế nhóm môi trường?",
     "Có bao nhiêu chỉ tiêu nhóm môi trường?"),
    # Times: the one before, the one after, now.
    (("Vốn đầu tư giai đoạn 2016-2020 là bao nhiêu?",), "giai đoạn trước thì sao?",
     "Vốn đầu tư giai đoạn 2011-2015 là bao nhiêu?"),
    (("Vốn đầu tư giai đoạn 2021-2025 là bao nhiêu?",), "còn giai đoạn sau?",
     "Vốn đầu tư giai đoạn 2026-2030 là bao nhiêu?"),
    (("Thu nhập bình quân năm 2025 là bao nhiêu?",), "thế năm trước?",
     "Thu nhập bình quân năm 2024 là bao nhiêu?"),
    (("Tỷ lệ đô thị hóa hiện nay là bao nhiêu?",), "còn 2030?",
     "Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?"),
    # A topic in place of its like: one of several, its opposite, the same noun's, a figure's.
    (("Năm 2025 có bao nhiêu biên chế công chức, viên chức?",), "riêng công chức thì bao nhiêu?",
     "Năm 2025 có bao nhiêu biên chế công chức?"),
    (("Vốn đăng ký giai đoạn 2021-2025 là bao nhiêu?",), "còn vốn thực hiện?",
     "Vốn thực hiện giai đoạn 2021-2025 là bao nhiêu?"),
    (("Thu nhập bình quân ở thành thị năm 2025 là bao nhiêu?",), "còn ở nông thôn?",
     "Thu nhập bình quân ở nông thôn năm 2025 là bao nhiêu?"),
    (("Độ tuổi gọi nhập ngũ của nam là bao nhiêu?",), "còn nữ?",
     "Độ tuổi gọi nhập ngũ của nữ là bao nhiêu?"),
    (("Cơ quan nào chủ trì chỉ tiêu tỷ lệ đô thị hóa?",), "còn thu nhập bình quân đầu người?",
     "Cơ quan nào chủ trì thu nhập bình quân đầu người?"),
    (("60% học sinh biết bơi vào năm nào?",), "khi nào đạt 75%?",
     "75% học sinh biết bơi khi nào?"),
    (("Vốn đầu tư khu vực nhà nước chiếm bao nhiêu phần trăm?",), "còn ngoài nhà nước?",
     "Vốn đầu tư khu vực ngoài nhà nước chiếm bao nhiêu phần trăm?"),
    (("Trọng tâm của chuyển đổi AI là gì?",), "còn dữ liệu số?",
     "Trọng tâm của dữ liệu số là gì?"),
    (("Tỷ lệ đô thị hóa năm 2025 là bao nhiêu?",), "ok hiểu rồi, thế 2030?",
     "Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?"),
    (("Thu ngân sách năm 2025 là bao nhiêu?",), "tăng bao nhiêu phần trăm mỗi năm?",
     "Thu ngân sách năm 2025 tăng bao nhiêu phần trăm mỗi năm?"),
    (("Chi cho nghiên cứu đạt bao nhiêu phần trăm GDP?",), "trong đó xã hội chiếm bao nhiêu?",
     "Xã hội chiếm bao nhiêu trong chi cho nghiên cứu?"),
    (("Thời hạn phục vụ tại ngũ là bao lâu?",), "ai quyết định kéo dài?",
     "Ai quyết định kéo dài thời hạn phục vụ tại ngũ?"),
    (("HĐND họp ngày nào?",), "thông qua cái gì?", "HĐND họp thông qua cái gì?"),
    # Corrections, doubts, another unit, times counted on, whose figure it is.
    (("Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?",), "ý tôi là 2030",
     "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?"),
    (("Thu nhập bình quân năm 2025 là bao nhiêu?",), "à nhầm, 2030 cơ",
     "Thu nhập bình quân năm 2030 là bao nhiêu?"),
    (("Có bao nhiêu chỉ tiêu về kinh tế?",), "không phải, tôi hỏi về môi trường",
     "Có bao nhiêu chỉ tiêu về môi trường?"),
    (("Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?",), "ghi ở đâu vậy?",
     "Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?"),
    (("Ba lĩnh vực chủ chốt là gì?",), "cái thứ hai là gì?", "Ba lĩnh vực chủ chốt là gì?"),
    (("Bội chi ngân sách là bao nhiêu?",), "bằng bao nhiêu phần trăm GDP?",
     "Bội chi ngân sách bằng bao nhiêu phần trăm GDP?"),
    (("Diện tích đất nông nghiệp năm 2025 là bao nhiêu?",), "tức là bao nhiêu phần trăm?",
     "Diện tích đất nông nghiệp năm 2025 bằng bao nhiêu phần trăm?"),
    (("GRDP bình quân đầu người đến năm 2025 đạt bao nhiêu?",), "đến năm 2030 thì lên bao nhiêu?",
     "GRDP bình quân đầu người đến năm 2030 lên bao nhiêu?"),
    (("Đến năm 2030 có mấy trường có bể bơi?",), "5 năm sau thì mấy?",
     "Đến năm 2035 có mấy trường có bể bơi?"),
    (("Vốn đầu tư giai đoạn 2021-2025 là bao nhiêu?",), "5 năm tiếp theo?",
     "Vốn đầu tư giai đoạn 2026-2030 là bao nhiêu?"),
    (("Kinh tế số của cả nước năm 2030 đạt bao nhiêu?",), "thế của tỉnh?",
     "Kinh tế số của tỉnh năm 2030 đạt bao nhiêu?"),
    (("GRDP năm 2020 ước đạt bao nhiêu?",), "so với năm 2015?",
     "GRDP năm 2020 so với năm 2015 thế nào?"),
    (("Mức lương cơ sở điều chỉnh lên bao nhiêu?",), "kể từ khi nào?",
     "Mức lương cơ sở điều chỉnh kể từ khi nào?"),
    # Stages, rates, places gone to, bodies, and what a thing has.
    (("Giai đoạn đầu được phân bổ bao nhiêu kinh phí?",), "giai đoạn sau thì sao?",
     "Giai đoạn hai được phân bổ bao nhiêu kinh phí?"),
    (("Công ty xử lý bao nhiêu tấn rác mỗi ngày?",), "giá bao nhiêu một tấn?",
     "Công ty xử lý tấn rác mỗi ngày giá bao nhiêu một tấn?"),
    (("Có bao nhiêu chỉ tiêu về kinh tế?",), "văn hóa thì mấy chỉ tiêu?",
     "Có bao nhiêu chỉ tiêu về văn hóa?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 đạt bao nhiêu?",), "năm 2025 mới đạt mấy?",
     "Tỷ lệ đô thị hóa đến năm 2025 đạt mấy?"),
    (("Giai đoạn 1 mở mới bao nhiêu tuyến buýt?",), "còn giai đoạn 2?",
     "Giai đoạn 2 mở mới bao nhiêu tuyến buýt?"),
    (("Có bao nhiêu chỉ tiêu?",), "bao nhiêu trong số đó về môi trường?",
     "Có bao nhiêu chỉ tiêu về môi trường?"),
    (("Giai đoạn 1 làm ở đâu?",), "giai đoạn sau thì làm ở đâu?", "Giai đoạn 2 thì làm ở đâu?"),
    (("Vốn đăng ký giai đoạn 2026-2030 là bao nhiêu?",), "vậy tính bình quân mỗi năm?",
     "Vốn đăng ký giai đoạn 2026-2030 tính bình quân mỗi năm là bao nhiêu?"),
    (("Vốn đầu tư năm 2030 là bao nhiêu?",), "mỗi năm thì sao?",
     "Vốn đầu tư mỗi năm là bao nhiêu?"),
    (("Bao nhiêu phần trăm chợ hạng 2 được công nhận?",), "thế còn chợ hạng 3?",
     "Bao nhiêu phần trăm chợ hạng 3 được công nhận?"),
    (("Đưa bao nhiêu lao động đi Đức?",), "thế sang Nhật?",
     "Đưa bao nhiêu lao động sang Nhật?"),
    (("Vietstar xử lý rác với giá bao nhiêu?",), "còn Công ty Tâm Sinh Nghĩa?",
     "Công ty Tâm Sinh Nghĩa xử lý rác với giá bao nhiêu?"),
    (("Ai xây dựng bộ nhận diện du lịch?",), "hạn đến bao giờ?",
     "Xây dựng bộ nhận diện du lịch hạn đến bao giờ?"),
    (("Năm 2026 hoàn thành bao nhiêu căn hộ?",), "thế năm 2029?",
     "Năm 2029 hoàn thành bao nhiêu căn hộ?"),
    # Words that point back.
    (("Nghị quyết số 15-NQ/TW là của cơ quan nào?",), "nghị quyết đó ban hành ngày nào?",
     "Nghị quyết số 15-NQ/TW ban hành ngày nào?"),
    (("Ông Bùi Tất Thắng từng giữ chức vụ gì?",), "ông ấy nói gì về kinh tế?",
     "Ông Bùi Tất Thắng nói gì về kinh tế?"),
    (("Xã Khánh Hưng có bao nhiêu ấp?",), "nơi đó có diện tích bao nhiêu?",
     "Xã Khánh Hưng có diện tích bao nhiêu?"),
    (("Hà Nội phối hợp với bộ nào xây dựng Luật Thủ đô?",), "việc này do ai phụ trách?",
     "Việc Hà Nội phối hợp với xây dựng Luật Thủ đô do ai phụ trách?"),
)  # fmt: skip


@pytest.mark.parametrize("question", FULL)
def test_a_full_question_never_inherits(understander: Understander, question: str) -> None:
    for before in FULL[:4]:
        understood = understander.understand(question, [before])
        assert not understood.inherited
        assert understood.text == understander.understand(question).text


def test_another_topic_is_asked_in_full(understander: Understander) -> None:
    history = ["Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?"]
    understood = understander.understand("mà này, ai ban hành chương trình này?", history)
    assert not understood.inherited
    assert understood.text == "ai ban hành chương trình này?"


@pytest.mark.parametrize(("history", "question", "meant"), TURNS)
def test_a_follow_up_is_completed(
    understander: Understander, history: tuple[str, ...], question: str, meant: str
) -> None:
    understood = understander.understand(question, history)
    assert understood.inherited
    assert understood.changed
    assert understood.text == meant


class Remembered:
    """A conversation whose answers are known."""

    def __init__(self, answers: dict[str, str]) -> None:
        """Keep what answers each question."""
        self.answers = answers
        self.asked: list[str] = []

    def answer_to(self, question: str) -> str:
        """Return what answers a question, and note that it was asked."""
        self.asked.append(question)
        return self.answers.get(question, "")

    def best(self, questions: Sequence[str], named: str) -> str:
        """Return the first question that has an answer."""
        del named
        return next((one for one in questions if one in self.answers), questions[0])

    def part_of(self, whole: str, questions: Sequence[str], named: str) -> str:
        """Return the first question that has an answer, wherever it stands."""
        del whole
        return self.best(questions, named)

    def beside(self, whole: str, alone: str, questions: Sequence[str], named: str) -> str:
        """Return the first question that has an answer, where the question alone has none."""
        del whole, named
        answered = [one for one in questions if one in self.answers]
        return answered[0] if answered and alone not in self.answers else ""


@pytest.mark.parametrize(
    ("before", "answer", "question", "meant"),
    [
        ("Đại diện WB tại Việt Nam là ai?", "Stefanie Stallmeister", "bà ấy lưu ý gì?",
         "Stefanie Stallmeister lưu ý gì?"),
        ("Chương trình này thực hiện nghị quyết nào?", "Nghị quyết số 29-NQ/TW",
         "nghị quyết đó ban hành khi nào?", "Nghị quyết số 29-NQ/TW ban hành khi nào?"),
        ("Chương trình này thực hiện nghị quyết nào?", "Nghị quyết số 29-NQ/TW",
         "ban hành ngày bao nhiêu?", "Nghị quyết số 29-NQ/TW ban hành ngày bao nhiêu?"),
        ("Tỉnh lỵ đặt ở đâu?", "xã Khánh Hưng", "ở đó có bao nhiêu ấp?",
         "Ở xã Khánh Hưng có bao nhiêu ấp?"),
    ],
)  # fmt: skip
def test_what_was_asked_for_is_what_was_answered(
    understander: Understander, before: str, answer: str, question: str, meant: str
) -> None:
    recall = Remembered({before: answer})
    assert understander.understand(question, [before], recall).text == meant
    assert recall.asked == [before]


def test_the_documents_choose_between_readings(understander: Understander) -> None:
    before = "Tỷ lệ người dân có việc làm năm 2025 đạt bao nhiêu?"
    answered = "Tỷ lệ người dân có nhà ở năm 2025 đạt bao nhiêu?"
    recall = Remembered({answered: "80%"})
    assert understander.understand("còn nhà ở?", [before], recall).text == answered


def test_a_short_question_may_lean_by_the_place_of_its_answer(understander: Understander) -> None:
    before, meant = "Chương trình có bao nhiêu nhóm giải pháp?", "Bao nhiêu ngành mũi nhọn?"
    leant = "Chương trình nhóm giải pháp Bao nhiêu ngành mũi nhọn?"
    assert understander.understand(meant, [before], Remembered({leant: "5"})).text == leant
    assert understander.understand(meant, [before], Remembered({})).text == meant
    assert understander.understand(meant, [before]).text == meant


def test_no_answer_is_looked_up_where_no_pronoun_wants_it(understander: Understander) -> None:
    recall = Remembered({})
    for history, question, _ in TURNS[:8]:
        understander.understand(question, history, recall)
    for question in FULL:
        understander.understand(question, ["Đại diện WB tại Việt Nam là ai?"], recall)
    assert recall.asked == []


def test_without_history_nothing_is_inherited(understander: Understander) -> None:
    assert not understander.understand("vậy 2025 thì sao ạ?").inherited
