"""How a backup is put back. That is done while the program is closed: so it is told, not done here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate


class RestoreGuide(CalmDialog):
    """`home` is the folder of this PC's records."""

    def __init__(self, home: Path, parent: QWidget) -> None:
        super().__init__(
            translate("SharingPage", "백업에서 되살리기"),
            translate(
                "SharingPage",
                "백업은 빈 폴더에만 되살립니다. 지금 자료는 건드리지 않습니다.\n"
                "1. 이 PC의 민원데스크를 닫습니다.\n"
                "2. 지금 자료 폴더의 이름을 바꾸어 남겨 둡니다: {home}\n"
                '3. 명령 창에서: minwon --home "{home}" restore 백업파일\n'
                "4. 다시 엽니다. 공유하던 PC이면 처음 연결될 때 새 창구 코드를 받고, "
                "빠진 기록을 공유 서버에서 받습니다.",
            ).format(home=home),
            [translate("SharingPage", "닫기")],
            Tone.PRIMARY,
            parent,
        )
