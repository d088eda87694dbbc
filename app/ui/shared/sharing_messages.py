"""Sentences about the shared side: joining it, reaching it, and what it answers."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication

from app.domain import sharing_errors as s
from app.domain.errors import AppError

translate = QCoreApplication.translate

_FILE = "sqlite:///"


def about_sharing(error: AppError) -> str | None:
    """What to tell the user about `error`, or None when it has nothing to do with the shared side."""
    for about in (_about_joining, _about_survey, _about_rights, _about_reaching, _about_standing):
        if (said := about(error)) is not None:
            return said
    return None


def place(address: str) -> str:
    """Where the shared side is, as people write it: a file by its path, a server by its address."""
    return unquote(address.removeprefix(_FILE)) if _is_file(address) else address


def _is_file(address: str) -> bool:
    return address.startswith(_FILE)


def _about_joining(error: AppError) -> str | None:
    match error:
        case s.SharedAddressUnusable():
            return translate(
                "Messages",
                "공유 주소를 알아볼 수 없습니다. 바뀐 것은 없습니다. "
                "postgresql://서버/데이터베이스 또는 sqlite:///경로 모양으로 적어 주세요.",
            )
        case s.InviteUnusable():
            return translate(
                "Messages",
                "초대 코드가 맞지 않습니다. 바뀐 것은 없습니다. "
                "빠지거나 잘못 적은 글자가 없는지 보고 다시 입력해 주세요.",
            )
        case s.InviteUsed():
            return translate(
                "Messages",
                "이미 쓴 초대 코드이거나 관리자가 취소한 코드입니다. 바뀐 것은 없습니다. "
                "관리자에게 새 초대 코드를 받아 주세요.",
            )
        case s.InviteExpired():
            return translate(
                "Messages",
                "초대 코드의 기한(24시간)이 지났습니다. 바뀐 것은 없습니다. 관리자에게 새 초대 코드를 받아 주세요.",
            )
        case s.UnknownInvitation(invitation=invitation):
            return translate(
                "Messages", "그런 초대가 없습니다: {invitation}. 바뀐 것은 없습니다. 창구 목록에서 골라 주세요."
            ).format(invitation=invitation)
        case s.InvitationTaken():
            return translate(
                "Messages",
                "그 초대 코드로 이미 창구가 등록되어 초대를 취소할 수 없습니다. 바뀐 것은 없습니다. "
                "그 창구를 쓰지 않으려면 창구 목록에서 빼 주세요.",
            )
        case s.CounterNameTaken(name=name):
            return translate(
                "Messages", "‘{name}’ 창구가 이미 있습니다. 바뀐 것은 없습니다. 다른 이름을 적어 주세요."
            ).format(name=name)
        case s.AlreadyShared(address=address):
            return translate(
                "Messages",
                "이 PC는 이미 공유하고 있습니다({address}). 바뀐 것은 없습니다. "
                "서버를 옮겼으면 ‘접속 정보 바꾸기’를 쓰세요.",
            ).format(address=place(address))
        case s.NotShared():
            return translate(
                "Messages",
                "이 PC의 기록은 아직 공유하지 않습니다. 바뀐 것은 없습니다. "
                "관리 화면(F4)의 ‘공유’에서 시작할 수 있습니다.",
            )
        case s.BackupUnusable(path=path):
            return translate(
                "Messages",
                "백업으로 쓸 수 없는 파일입니다: {path}. 되살린 것도 바뀐 것도 없습니다. "
                "다른 백업을 고르거나 프로그램을 새 버전으로 바꿔 주세요.",
            ).format(path=path)
        case s.ConflictSettled():
            return translate(
                "Messages",
                "그 사이 다른 사람이 이미 정했습니다. 두 값은 그대로 남아 있습니다. 목록에서 지금 값을 확인해 주세요.",
            )
    return None


def _about_survey(error: AppError) -> str | None:
    match error:
        case s.SurveyKeysUnusable(path=path):
            return translate(
                "Messages",
                "서명된 열쇠 목록이 아니거나 서명한 뒤에 내용이 바뀌었습니다: {path}. 바뀐 것은 없습니다. "
                "관리자에게 파일을 다시 받아 주세요.",
            ).format(path=path)
        case s.SurveyKeysOfAnother(path=path):
            return translate(
                "Messages",
                "이 설문 저장소의 사무실이 서명한 열쇠 목록이 아닙니다: {path}. 바뀐 것은 없습니다. "
                "처음 열쇠를 내보낸 PC에서 만든 파일을 받아 주세요.",
            ).format(path=path)
        case s.SurveyKeysOlder(issued_at=issued_at, known=known):
            return translate(
                "Messages",
                "지금 쓰는 열쇠 목록({known:%Y-%m-%d %H:%M})보다 오래된 목록({issued_at:%Y-%m-%d %H:%M})입니다. "
                "바뀐 것은 없습니다. 관리자에게 새 파일을 받아 주세요.",
            ).format(known=known, issued_at=issued_at)
        case s.SealedAnswersElsewhere():
            return translate(
                "Messages",
                "이 PC에는 봉인된 응답이나 그것을 여는 열쇠가 없습니다. 응답은 그대로 있습니다. "
                "설문 저장소와 감사담당관의 열쇠가 있는 PC에서 여세요.",
            )
    return None


def _about_rights(error: AppError) -> str | None:
    match error:
        case s.SharedLoginRefused(user=user):
            return translate(
                "Messages",
                "공유 서버가 사용자 ‘{user}’의 이름이나 비밀번호를 받지 않았습니다. 이 PC의 기록은 안전합니다. "
                "이름과 비밀번호를 확인해 주세요. "
                "공유하던 PC이면 관리 화면(F4) ‘공유’의 ‘접속 정보 바꾸기’에서 고칩니다.",
            ).format(user=user)
        case s.SharedRightsMissing(user=user):
            return translate(
                "Messages",
                "데이터베이스 사용자 ‘{user}’에게 그럴 권한이 없습니다. 바뀐 것은 없습니다. "
                "서버 관리자에게 이 데이터베이스의 소유자 계정을 받아 주세요.",
            ).format(user=user)
        case s.HomeRemoved():
            return translate(
                "Messages",
                "관리자가 이 창구를 공유에서 뺐습니다. 이 PC의 기록은 그대로 있습니다. "
                "잘못된 것이면 관리자에게 다시 초대해 달라고 하세요.",
            )
        case s.PasswordStoreUnavailable():
            return translate(
                "Messages",
                "이 PC의 비밀번호 보관함이 응답하지 않습니다. 기록은 안전합니다. "
                "PC에 다시 로그인하고, 계속되면 관리자에게 알려 주세요.",
            )
    return None


def _about_reaching(error: AppError) -> str | None:
    match error:
        case s.SharedSideUnreachable(address=address) | s.SharedSideSilent(address=address) if _is_file(address):
            return translate(
                "Messages",
                "공유 폴더에 닿지 않습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. "
                "공유 폴더가 연결되어 있는지, 경로가 맞는지 확인해 주세요.",
            ).format(address=place(address))
        case s.SharedSideUnreachable(address=address):
            return translate(
                "Messages",
                "공유 서버에 닿지 않습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. "
                "네트워크와 주소를 확인해 주세요.",
            ).format(address=place(address))
        case s.SharedSideSilent(address=address):
            return translate(
                "Messages",
                "공유 서버가 응답하지 않습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. "
                "서버가 켜져 있는지 확인해 주세요.",
            ).format(address=place(address))
        case s.SharedCertificateRefused(address=address):
            return translate(
                "Messages",
                "공유 서버의 인증서를 믿을 수 없어 연결하지 않았습니다({address}). "
                "보낸 것은 없고 기록은 이 PC에 안전합니다. 인증서 파일과 서버 이름을 확인해 주세요.",
            ).format(address=place(address))
        case s.SharedDatabaseMissing(address=address):
            return translate(
                "Messages",
                "그 자리에 데이터베이스나 파일이 없습니다({address}). 이 PC의 기록은 그대로입니다. "
                "데이터베이스 이름이나 경로를 확인해 주세요.",
            ).format(address=place(address))
        case s.SharedSideBusy(address=address):
            return translate(
                "Messages",
                "다른 창구가 공유 쪽을 오래 쓰고 있습니다({address}). 기록은 이 PC에 안전합니다. "
                "잠시 뒤 저절로 다시 합니다.",
            ).format(address=place(address))
        case s.SharedSideReadOnly(address=address):
            return translate(
                "Messages",
                "공유 쪽에 쓸 수 없습니다({address}). 보내지 못한 기록은 이 PC에 안전합니다. "
                "관리자에게 쓰기 권한을 확인해 달라고 하세요.",
            ).format(address=place(address))
        case s.SharedSideFull(address=address):
            return translate(
                "Messages",
                "공유 쪽의 디스크가 가득 찼습니다({address}). 보내지 못한 기록은 이 PC에 안전합니다. "
                "관리자에게 자리를 비워 달라고 하세요.",
            ).format(address=place(address))
        case s.SharedFileInCloudFolder(address=address):
            return translate(
                "Messages",
                "클라우드 프로그램이 복사하는 폴더입니다({address}). 공유 파일이 망가질 수 있어 쓰지 않았습니다. "
                "사내 공유 폴더를 골라 주세요.",
            ).format(address=place(address))
        case s.SharedFileDoesNotLock(address=address):
            return translate(
                "Messages",
                "여러 PC가 같이 쓸 수 없는 폴더입니다({address}). 공유 파일이 망가질 수 있어 쓰지 않았습니다. "
                "다른 공유 폴더나 PostgreSQL을 골라 주세요.",
            ).format(address=place(address))
    return None


def _about_standing(error: AppError) -> str | None:
    match error:
        case s.SharedSideNotOurs(address=address):
            return translate(
                "Messages",
                "그 자리에 민원데스크의 자료가 없습니다({address}). 양쪽 다 바뀐 것은 없습니다. "
                "주소가 맞는지, 공유를 시작한 곳인지 확인해 주세요.",
            ).format(address=place(address))
        case s.SharedSideOfAnotherOffice(office=office):
            return translate(
                "Messages",
                "그 자리는 다른 사무실 ‘{office}’의 것입니다. 양쪽 다 바뀐 것은 없습니다. "
                "이 사무실의 주소를 입력해 주세요.",
            ).format(office=office)
        case s.SharedSideNewer(found=found, known=known):
            return translate(
                "Messages",
                "공유 쪽이 더 새 프로그램을 요구합니다(공유 쪽 {found}, 이 PC {known}). "
                "기록은 이 PC에 안전하고 접수도 됩니다. 이 PC의 프로그램을 새 버전으로 바꿔 주세요.",
            ).format(found=found, known=known)
        case s.SharedSideDamaged(address=address):
            return translate(
                "Messages",
                "공유 쪽의 자료를 읽을 수 없습니다({address}). 고치거나 지우지 않았고, 이 PC의 기록은 안전합니다. "
                "관리자에게 백업에서 되살려 달라고 하세요.",
            ).format(address=place(address))
        case s.SharedSideRestored(address=address):
            return translate(
                "Messages",
                "공유 쪽이 전과 다릅니다({address}). 이 PC의 기록은 안전합니다. "
                "이 PC가 가진 기록을 저절로 다시 보내니 기다리면 됩니다.",
            ).format(address=place(address))
        case s.HomeBehind(address=address):
            return translate(
                "Messages",
                "이 PC의 기록이 공유 쪽이 아는 것보다 오래되었습니다({address}). 있는 기록은 그대로입니다. "
                "새 창구 코드를 저절로 받으니 기다리면 됩니다.",
            ).format(address=place(address))
        case s.DayNotHere(day=day):
            return translate(
                "Messages",
                "{day:%Y-%m-%d}의 다른 창구 기록은 공유 서버에 있는데 지금은 닿지 않습니다. 기록은 안전합니다. "
                "다시 연결되면 볼 수 있습니다.",
            ).format(day=day)
        case s.KeyNotAccepted():
            return translate(
                "Messages",
                "공유 쪽이 이 창구의 열쇠를 아직 받지 않아 접수증에 QR을 찍을 수 없습니다. 접수는 그대로 저장됩니다. "
                "다시 연결되면 QR이 찍힙니다.",
            )
        case s.SharedSideUnavailable(address=address):
            return translate(
                "Messages",
                "공유 쪽과 지금은 주고받을 수 없습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. "
                "저절로 다시 합니다.",
            ).format(address=place(address))
    return None
