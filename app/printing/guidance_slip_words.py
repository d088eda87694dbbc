"""The words of the guidance slip in its four languages. A missing one does not pass the type check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.languages import Language


@dataclass(frozen=True, slots=True)
class GuidanceWords:
    """`show` stands over the Korean name on a foreign slip, "" on a Korean one.

    `way_to_room` holds {place} and {sign}, what is written on the door; `way_to_floor` holds {place}. `page` holds
    {page} and {pages}.
    """

    title: str
    list_title: str
    outside: str
    outside_note: str
    show: str
    phone: str
    task: str
    papers: str
    no_papers: str
    way: str
    way_to_room: str
    way_to_floor: str
    page: str
    between: str


GUIDANCE_WORDS: Mapping[Language, GuidanceWords] = {
    Language.KO: GuidanceWords(
        title="가실 곳",
        list_title="차례대로 하실 일",
        outside="이 건물이 아닙니다",
        outside_note="다른 기관에서 하는 일입니다. 가시기 전에 전화로 먼저 확인하세요.",
        show="",
        phone="전화",
        task="업무",
        papers="가져오실 것",
        no_papers="필요한 서류는 담당 부서에 물어보세요.",
        way="가시는 길",
        way_to_room="{place}에서 ‘{sign}’ 문패를 찾으세요.",
        way_to_floor="{place}으로 가세요.",
        page="{pages}장 가운데 {page}",
        between=" ",
    ),
    Language.EN: GuidanceWords(
        title="Where to go",
        list_title="What to do, in this order",
        outside="Not in this building",
        outside_note="Another authority handles this. Please phone before you go.",
        show="Show this to ask the way:",
        phone="Phone",
        task="Service",
        papers="Please bring",
        no_papers="Please ask the department which papers you need.",
        way="How to get there",
        way_to_room="Go to {place} and look for the sign “{sign}”.",
        way_to_floor="Go to {place}.",
        page="Page {page} of {pages}",
        between=", ",
    ),
    Language.ZH: GuidanceWords(
        title="请到这里办理",
        list_title="请按顺序办理",
        outside="不在本楼办理",
        outside_note="此事由其他机关办理。前往之前，请先打电话确认。",
        show="问路时请出示：",
        phone="电话",
        task="业务",
        papers="请携带",
        no_papers="所需材料请向负责部门咨询。",
        way="怎么走",
        way_to_room="请到{place}，找门牌“{sign}”。",
        way_to_floor="请到{place}。",
        page="共{pages}页，第{page}页",
        between=" ",
    ),
    Language.VI: GuidanceWords(
        title="Nơi cần đến",
        list_title="Việc cần làm theo thứ tự",
        outside="Không ở tòa nhà này",
        outside_note="Việc này do cơ quan khác giải quyết. Hãy gọi điện trước khi đến.",
        show="Đưa dòng này để hỏi đường:",
        phone="Điện thoại",
        task="Thủ tục",
        papers="Cần mang theo",
        no_papers="Hãy hỏi phòng ban phụ trách về giấy tờ cần thiết.",
        way="Cách đi",
        way_to_room="Đến {place} và tìm biển “{sign}”.",
        way_to_floor="Đến {place}.",
        page="Trang {page}/{pages}",
        between=", ",
    ),
}
