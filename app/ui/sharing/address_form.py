"""Where the shared side is: a server with its login, or a file on a share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.sharing import Login, SharedAddress, SharedKind
from app.ui.shared.side_form import FieldGrid, FormField
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Text, row

_PORT = "5432"
_DATABASE = "minwon"


class AddressForm(QWidget):
    """`values` gives what is typed. `with_login` False: a new counter has no login of its own yet."""

    edited = Signal()
    entered = Signal()

    def __init__(self, *, with_login: bool = True) -> None:
        super().__init__()
        self.kinds = QButtonGroup(self)
        chips = []
        for number, name in enumerate((self.tr("서버 (PostgreSQL)"), self.tr("공유 폴더의 파일"))):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.kinds.addButton(chip, number)
            chips.append(chip)
        login = (
            FormField("user", self.tr("사용자"), self.tr("데이터베이스의 소유자 계정")),
            FormField("password", self.tr("비밀번호"), self.tr("이 PC의 비밀번호 보관함에 둡니다.")),
        )
        self.server = FieldGrid(
            (
                FormField("host", self.tr("서버"), self.tr("예: db.hanbit.go.kr")),
                FormField("port", self.tr("포트")),
                FormField("database", self.tr("데이터베이스")),
                *(login if with_login else ()),
                FormField(
                    "certificate", self.tr("TLS 인증서 파일"), self.tr("비우면 이 PC가 믿는 인증서로 확인합니다.")
                ),
            ),
            columns=2,
        )
        self.file = FieldGrid(
            (
                FormField(
                    "path", self.tr("파일"), self.tr("예: //server/share/minwon/office.db  ·  /mnt/share/office.db")
                ),
            )
        )
        limits = Text(
            self.tr(
                "창구 10곳쯤까지 쓸 만합니다. 네트워크 폴더가 파일 잠금을 지켜야 하고, "
                "주고받는 데 몇 초 걸릴 수 있습니다. 창구가 더 많으면 서버를 쓰세요."
            ),
            "small",
            Tone.WARNING,
            wrap=True,
        )
        self.pick_certificate = Button(self.tr("인증서 고르기…"), "secondary")
        self.pick_file = Button(self.tr("폴더에서 고르기…"), "secondary")
        if with_login:
            self._line(self.server, "password").setEchoMode(QLineEdit.EchoMode.Password)
        self.server.show_values({"port": _PORT, "database": _DATABASE}, new=True)
        self.pages = QStackedWidget()
        self.pages.addWidget(_page(self.server, row(1, self.pick_certificate)))
        self.pages.addWidget(_page(self.file, row(self.pick_file, 1), limits))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row(*chips, 1))
        column.addWidget(self.pages)
        self.kinds.idClicked.connect(self._on_kind)
        for grid in (self.server, self.file):
            grid.edited.connect(self.edited)
            grid.entered.connect(self.entered)
        self.pick_certificate.clicked.connect(self._ask_for_certificate)
        self.pick_file.clicked.connect(self._ask_for_file)
        for button in (self.pick_certificate, self.pick_file):
            button.setAutoDefault(False)
        self.setFocusProxy(self.server.widgets["host"])

    @property
    def kind(self) -> SharedKind:
        """Which of both is chosen."""
        return SharedKind.FILE if self.kinds.checkedId() == 1 else SharedKind.POSTGRESQL

    def choose(self, kind: SharedKind) -> None:
        """Show the fields of `kind`."""
        number = 1 if kind is SharedKind.FILE else 0
        self.kinds.button(number).setChecked(True)
        self.pages.setCurrentIndex(number)
        self.setFocusProxy((self.file.widgets["path"], self.server.widgets["host"])[1 - number])

    def values(self) -> tuple[SharedAddress, Login | None]:
        """What is typed, checked. Errors: `SharedAddressUnusable`."""
        # Reading addresses is the sync floor's business, and it is loaded when somebody shares.
        from app.sync.addresses import read_address

        if self.kind is SharedKind.FILE:
            path = self.file.values()["path"].strip()
            return read_address(SharedAddress(SharedKind.FILE, path=path).url())[0], None
        typed = {name: text if name == "password" else text.strip() for name, text in self.server.values().items()}
        options = {}
        if typed["certificate"]:
            options = {"sslmode": "verify-full", "sslrootcert": typed["certificate"]}
        port = int(typed["port"]) if typed["port"].isdecimal() else 0
        address = SharedAddress(
            SharedKind.POSTGRESQL, host=typed["host"], port=port, database=typed["database"], options=options
        )
        login = Login(typed["user"], typed["password"]) if "user" in typed else None
        return read_address(address.url())[0], login

    def show_address(self, address: SharedAddress) -> None:
        """Fill the fields with an address known before; a login is typed anew."""
        self.choose(address.kind)
        if address.kind is SharedKind.FILE:
            self.file.show_values({"path": address.path}, new=True)
            return
        values = {"host": address.host, "port": str(address.port), "database": address.database}
        certificate = address.options.get("sslrootcert", "")
        self.server.show_values({**values, "certificate": certificate}, new=True)

    def lacks(self) -> str:
        """The first field without which nobody can be asked, gone to with a sentence below it; nothing when all is
        there."""
        self.forget_trouble()
        if self.kind is SharedKind.FILE:
            if is_whole_path(self.file.values()["path"].strip()):
                return ""
            words = self.tr("드라이브나 /부터 시작하는 전체 경로를 적어 주세요.")
            self.file.show_trouble("path", words)
            return "path"
        typed = {name: text.strip() for name, text in self.server.values().items()}
        for name, there, words in (
            ("host", bool(typed["host"]), self.tr("서버의 이름이나 주소를 적어 주세요.")),
            ("port", _is_port(typed["port"]), self.tr("1에서 65535 사이의 숫자로 적어 주세요.")),
            ("database", bool(typed["database"]), self.tr("데이터베이스의 이름을 적어 주세요.")),
            ("user", bool(typed.get("user", "-")), self.tr("데이터베이스의 사용자를 적어 주세요.")),
        ):
            if not there:
                self.server.show_trouble(name, words)
                return name
        return ""

    def forget_trouble(self) -> None:
        """No field is wrong any more."""
        for grid in (self.server, self.file):
            grid.show_trouble("", "")

    def go_to(self, name: str) -> None:
        """To the field that is to be typed anew; a file has but one. What cannot be read is ready to be typed over."""
        grid = self.file if self.kind is SharedKind.FILE else self.server
        line = self._line(grid, "path" if grid is self.file else name)
        line.setFocus()
        if line.echoMode() is QLineEdit.EchoMode.Password:
            line.selectAll()

    def _line(self, grid: FieldGrid, name: str) -> TypedLine:
        line = grid.widgets[name]
        assert isinstance(line, TypedLine)
        return line

    def _on_kind(self, number: int) -> None:
        self.choose(SharedKind.FILE if number == 1 else SharedKind.POSTGRESQL)
        self.setFocus()
        self.edited.emit()

    def _ask_for_certificate(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("인증서 파일 고르기"), str(Path.home()))
        dialog.setNameFilters([self.tr("인증서 (*.crt *.pem *.cer)"), self.tr("모든 파일 (*)")])
        dialog.fileSelected.connect(self._line(self.server, "certificate").setText)
        self._open(dialog)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("공유 파일 고르기"), str(Path.home() / "minwon-office.db"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A file that is there already is this office's, and is gone on with: nothing is overwritten.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("db")
        dialog.fileSelected.connect(self._line(self.file, "path").setText)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self.edited)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def is_whole_path(typed: str) -> bool:
    """Whether `typed` names a file wherever the program was started from; `//server/share` is one everywhere."""
    return typed.startswith(("/", "\\")) or Path(typed).is_absolute()


def _is_port(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and 0 < int(typed) < 65_536


def _page(*parts: QWidget | object) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)  # type: ignore[arg-type]
    column.addStretch(1)
    return page
