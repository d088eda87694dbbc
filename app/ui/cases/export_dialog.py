"""Why a list of cases leaves the program, and where it goes: one small step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QVBoxLayout, QWidget

from app.domain.case_exports import EXPORT_REASON_LIMIT, export_reason
from app.domain.errors import AppError
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.flow import Flow
from app.ui.shared.messages import sentence_for
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Notice, Text, row, shortcut

_WIDTH = 640
_OFFERED = 3
_CHIP_LETTERS = 18
ENDINGS = (".xlsx", ".csv")


class CaseExportDialog(FittedDialog):
    """Enter exports, Esc leaves everything as it was; ↓ in the reason brings back the last one of this session."""

    chosen = Signal(object, str)
    """The `Path` and the reason, which may stand in the access log."""

    def __init__(self, what: str, place: Path, reasons: Sequence[str], parent: QWidget) -> None:
        """`what` names the list; `reasons` are those given lately, the newest first."""
        super().__init__(_WIDTH, parent)
        heading = self.tr("민원 목록 내보내기")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self._reasons = tuple(reasons)
        self._brought = -1
        self._agreed: Path | None = None
        """A file that may be written over."""
        self.asking: QFileDialog | None = None
        self.reason = TypedLine()
        self.reason.setMaxLength(EXPORT_REASON_LIMIT)
        self.reason.setAccessibleName(self.tr("내보내는 까닭"))
        self.reason.setPlaceholderText(self.tr("예: 월간 업무 보고"))
        self.place = TypedLine()
        self.place.setAccessibleName(self.tr("파일"))
        self.place.setText(str(place))
        self.browse = Button(self.tr("고르기…  Ctrl+O"), name=self.tr("파일 자리 고르기"))
        self.endings = QButtonGroup(self)
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.go = Button("", "primary")
        self.leave = Button(self.tr("그만두기  Esc"), name=self.tr("그만두기"))
        self._lay_out(heading, what)
        self._connect()
        self._on_place()
        self.reason.setFocus()

    def _lay_out(self, heading: str, what: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(Text(heading, "heading"))
        column.addWidget(Text(what, "strong", wrap=True))
        stays = self.tr("이름은 가린 채 나가고, 감사담당관이 맡은 민원은 그분만 내보냅니다.")
        column.addWidget(Text(stays, "small", Tone.QUIET, wrap=True))
        column.addSpacing(6)
        caption = self.tr("내보내는 까닭 · ↓ 방금 적으신 것") if self._reasons else self.tr("내보내는 까닭")
        column.addWidget(Text(caption, "small", Tone.QUIET))
        column.addWidget(self.reason)
        self.offers = [self._offer(reason) for reason in self._reasons[:_OFFERED]]
        if self.offers:
            flow = Flow()
            flow.put(self.offers)
            column.addWidget(flow)
        column.addSpacing(6)
        column.addWidget(Text(self.tr("파일"), "small", Tone.QUIET))
        line = row(self.place, self.browse)
        line.setStretch(0, 1)
        column.addLayout(line)
        kinds = []
        for number, name in enumerate((self.tr("엑셀 파일(XLSX)"), self.tr("글자 파일(CSV)"))):
            kind = QRadioButton(name)
            self.endings.addButton(kind, number)
            kinds.append(kind)
        column.addLayout(row(*kinds, 1))
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addWidget(
            Text(self.tr("누가 왜 몇 건을 내보냈는지 접속기록에 남습니다."), "small", Tone.QUIET, wrap=True)
        )
        column.addLayout(row(1, self.leave, self.go))

    def _offer(self, reason: str) -> Button:
        short = reason if len(reason) <= _CHIP_LETTERS else f"{reason[: _CHIP_LETTERS - 1].rstrip()}…"
        chip = Button(short.replace("&", "&&"), "chip", name=reason)
        chip.setToolTip(reason)
        chip.setAutoDefault(False)
        chip.clicked.connect(partial(self._take, reason))
        return chip

    def _connect(self) -> None:
        for button in (self.browse, self.leave):
            button.setAutoDefault(False)
        self.go.setDefault(True)
        self.reason.live_text_changed.connect(self._on_typed)
        self.place.live_text_changed.connect(self._on_place)
        self.endings.idClicked.connect(self._on_ending)
        self.browse.clicked.connect(self.ask_where)
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        shortcut(self, "Ctrl+O", self.ask_where)
        shortcut(self.reason, "Down", partial(self._bring, 1))
        shortcut(self.reason, "Up", partial(self._bring, -1))

    @property
    def path(self) -> Path:
        """Where the file goes: with an ending that says what it is, and in the home folder where no other is named."""
        typed = self.place.live_text().strip()
        path = Path.home() / Path(typed).expanduser() if typed else Path.home()
        if path.suffix.lower() in ENDINGS or not path.name:
            return path
        return path.with_name(path.name + ENDINGS[max(0, self.endings.checkedId())])

    def ask_where(self) -> None:
        """Choose the file among others."""
        dialog = QFileDialog(self, self.tr("어디에 내보낼까요"), str(self.path))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("엑셀 파일 (*.xlsx)"), self.tr("CSV 파일 (*.csv)")])
        dialog.selectNameFilter(dialog.nameFilters()[max(0, self.endings.checkedId())])
        dialog.setDefaultSuffix(ENDINGS[max(0, self.endings.checkedId())][1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen_place)
        self.asking = dialog
        dialog.open()

    def _on_chosen_place(self, path: str) -> None:
        self.place.setText(path)
        self._agreed = self.path  # the dialog has asked whether a file may be written over
        self.asking = None
        (self.go if self.reason.live_text().strip() else self.reason).setFocus()

    def _bring(self, further: int) -> None:
        """One of the last reasons, a step older or newer."""
        if self._reasons:
            self._brought = min(max(self._brought + further, 0), len(self._reasons) - 1)
            self._take(self._reasons[self._brought])

    def _take(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setFocus()

    def _on_typed(self) -> None:
        self.hint.say("")
        self._show_go()

    def _on_place(self) -> None:
        self.hint.say("")
        ending = self.path.suffix.lower()
        self.endings.button(ENDINGS.index(ending) if ending in ENDINGS else 0).setChecked(True)
        self._show_go()

    def _on_ending(self, number: int) -> None:
        self.place.setText(str(self.path.with_suffix(ENDINGS[number])))

    def _show_go(self) -> None:
        self.go.setText(self.tr("내보내기  Enter"))
        self.go.setAccessibleName(self.tr("내보내기"))
        self.go.setEnabled(bool(self.reason.live_text().strip()) and bool(self.place.live_text().strip()))

    def _on_go(self) -> None:
        try:
            reason = export_reason(self.reason.settled_text())
        except AppError as error:
            self.hint.say(sentence_for(error))
            self.reason.setFocus()
            return
        self.place.settle()
        path = self.path
        if not path.parent.is_dir() or path.is_dir():
            self.hint.say(self.tr("그런 폴더가 없습니다. 파일을 둘 곳을 확인해 주세요."))
            self.place.setFocus()
            return
        if path.exists() and path != self._agreed:
            self._agreed = path
            self.hint.say(self.tr("{name} 파일이 이미 있습니다. 한 번 더 누르면 덮어씁니다.").format(name=path.name))
            self.go.setText(self.tr("덮어쓰기  Enter"))
            self.go.setAccessibleName(self.tr("덮어쓰기"))
            return
        self.chosen.emit(path, reason)
        self.accept()


def free_name(folder: Path, day: date) -> Path:
    """A name in `folder` for a list of `day` that no file has yet."""
    stem = f"minwon-{day:%Y%m%d}"
    names = (f"{stem}.xlsx", *(f"{stem}-{number}.xlsx" for number in range(2, 100)))
    return next((folder / name for name in names if not (folder / name).exists()), folder / names[0])
