"""The pages in Vietnamese."""

from __future__ import annotations

from app.survey_web.words import KindNames, NoticeWords, PageWords, Said

VIETNAMESE = PageWords(
    name="Tiếng Việt",
    choose_language="Chọn ngôn ngữ",
    date="{day}/{month}/{year}",
    title="Khảo sát về lần đến này",
    department="Phòng ban",
    visited_on="Ngày đến",
    kept="Chúng tôi chỉ lưu phòng ban, lĩnh vực, ngày, ngôn ngữ và câu trả lời. "
    "Không lưu giờ, họ tên, số điện thoại hay thông tin thiết bị.",
    required="bắt buộc",
    optional="không bắt buộc",
    comment_note="Ý kiến viết ở đây sẽ được đăng trên bảng góp ý của cơ quan.",
    at_most="Tối đa {limit} ký tự.",
    send="Gửi",
    check_title="Vui lòng xem lại các câu sau",
    missing="Vui lòng chọn một câu trả lời.",
    unknown_option="Vui lòng chọn trong các câu trả lời có sẵn.",
    not_together="Không thể chọn “Không” hoặc “Không muốn trả lời” cùng với mục khác.",
    too_long="Có thể viết tối đa {limit} ký tự. Hiện có {length} ký tự.",
    personal_title="Có vẻ có thông tin cá nhân",
    personal_text="Chưa có gì được gửi đi. Vui lòng sửa hoặc che phần được đánh dấu.",
    personal_found="Tìm thấy: {kinds}",
    mask="Che phần được đánh dấu",
    masked="Thông tin cá nhân trong đoạn dưới đây đã được che bằng *. Vui lòng kiểm tra rồi gửi.",
    kinds=KindNames(
        resident_number="số đăng ký cư trú hoặc người nước ngoài",
        phone="số điện thoại",
        email="địa chỉ thư điện tử",
        card="số thẻ",
        passport="số hộ chiếu",
        licence="số giấy phép lái xe",
    ),
    second_title="Bạn có muốn cho biết thêm không?",
    second_text="Nếu bạn viết lại sự việc, cán bộ thanh tra sẽ đọc. Bạn cũng có thể bỏ qua.",
    second_label="Sự việc đã xảy ra",
    second_note="Nội dung được mã hóa, chỉ cán bộ thanh tra đọc được.",
    second_kept="Các câu trả lời trước đã được niêm phong. Chúng được lưu một lần khi bạn gửi hoặc bỏ qua, "
    "hoặc sau 30 phút.",
    help_title="Nơi có thể giúp bạn",
    lawyer="Tố giác ẩn danh thông qua luật sư chỉ được tiếp nhận tại Ủy ban Quyền lợi Quốc dân.",
    call="Gọi {phone}",
    new_window="cửa sổ mới",
    skip="Bỏ qua",
    thanks_text="Câu trả lời của bạn đã được lưu. Bạn có thể đóng trang này.",
    late_title="Nội dung này chưa được lưu",
    late_text="Đã quá 30 phút hoặc khảo sát đã hoàn tất, nên chỉ các câu trả lời trước được lưu. "
    "Nếu muốn chuyển nội dung này, hãy sao chép và liên hệ những nơi dưới đây.",
    late_yours="Nội dung của bạn",
    notices=NoticeWords(
        used=Said("Khảo sát này đã được trả lời", "Mỗi lần đến chỉ trả lời được một lần. Cảm ơn ý kiến của bạn."),
        expired=Said(
            "Đã hết thời hạn trả lời", "Khảo sát của phiếu này đã đóng. Mong nhận được ý kiến của bạn lần sau."
        ),
        unusable=Said(
            "Không mở được địa chỉ này", "Vui lòng quét lại mã QR trên phiếu. Nếu vẫn không mở được, hãy hỏi tại quầy."
        ),
        missing=Said("Không có trang này", "Khảo sát sẽ mở khi bạn quét mã QR trên phiếu."),
        elsewhere=Said(
            "Không nhận được câu trả lời", "Câu trả lời không được gửi từ khảo sát này. Vui lòng quét lại phiếu."
        ),
        too_large=Said("Nội dung quá dài", "Chưa có gì được lưu. Vui lòng quay lại, rút ngắn rồi gửi lại."),
        unreadable=Said(
            "Không đọc được câu trả lời", "Chưa có gì được lưu. Vui lòng quét lại mã QR trên phiếu và gửi từ khảo sát."
        ),
        busy=Said("Hiện chưa thể nhận", "Chưa có gì được lưu. Vui lòng gửi lại sau giây lát."),
    ),
)
