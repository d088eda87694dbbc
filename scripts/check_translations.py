"""The English translation is complete: run as it is to check, with --update to write what the code says into the files.

The check reads the texts out of app/ui into a copy of the .ts file and fails on a missing, unfinished or vanished
message, on English that is empty or Korean, on placeholders that differ, on a .qm file that is not made from the .ts
file, and on f-strings and texts put together inside tr(): Qt's reader takes them, but the program never finds them.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "app" / "ui"
TS = ROOT / "resources" / "translations" / "minwon_en.ts"
QM = TS.with_suffix(".qm")

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
PLACEHOLDER = re.compile(r"%L?\d+|%n|\{[^{}]*\}")
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}


def run_tool(name: str, *arguments: str) -> None:
    tool = shutil.which(name, path=str(Path(sys.executable).parent))
    if tool is None:
        raise SystemExit(f"translations: {name} is missing; run make setup")
    finished = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise SystemExit(f"translations: {name} failed:\n{finished.stdout}{finished.stderr}")


def extract(into: Path, *flags: str) -> None:
    """Bring the messages in `into` up to what the code says now."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in UI.rglob("*.py"))
    languages = ("-source-language", "ko_KR", "-target-language", "en_US")
    run_tool("pyside6-lupdate", *sources, "-locations", "none", *languages, *flags, "-ts", str(into))


def release(ts: Path, qm: Path) -> None:
    run_tool("pyside6-lrelease", str(ts), "-qm", str(qm))


def message_faults(context: str, message: ET.Element) -> Iterator[str]:
    source = message.findtext("source", "")
    where = f"{context}: {source!r}"
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield f"{where} is not translated"
        return
    if translation.get("type") in {"vanished", "obsolete"}:
        yield f"{where} is in the file but no longer in the code"
        return
    forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    for form in forms:
        if not form.strip():
            yield f"{where} has an empty translation"
        elif HANGUL.search(form):
            yield f"{where} has Korean in its English: {form!r}"
        elif set(PLACEHOLDER.findall(source)) - {"%n"} != set(PLACEHOLDER.findall(form)) - {"%n"}:
            yield f"{where} has other placeholders than its English: {form!r}"


def file_faults() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / TS.name
        shutil.copyfile(TS, fresh)
        extract(fresh)
        for context in ET.parse(fresh).getroot().iter("context"):
            for message in context.iter("message"):
                yield from message_faults(context.findtext("name", "?"), message)
        made = Path(folder) / QM.name
        release(TS, made)
        if not QM.is_file() or made.read_bytes() != QM.read_bytes():
            yield f"{QM.name} is not made from {TS.name}; run make translations"


def call_name(call: ast.Call) -> str:
    function = call.func
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def code_faults(name: str, code: str) -> Iterator[str]:
    """Texts inside tr() and translate() that are made at run time, so that no translation can be found for them."""
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call) or call_name(call) not in TRANSLATING:
            continue
        for argument in call.args:
            joined = isinstance(argument, ast.BinOp) and not isinstance(argument.op, ast.BitOr)
            formatted = isinstance(argument, ast.Call) and call_name(argument) == "format"
            if isinstance(argument, ast.JoinedStr):
                yield f"{name}:{argument.lineno}: an f-string inside {call_name(call)}() is never translated"
            elif joined or formatted:
                yield f"{name}:{argument.lineno}: a text put together inside {call_name(call)}() is never translated"


def main() -> int:
    if "--update" in sys.argv[1:]:
        TS.parent.mkdir(parents=True, exist_ok=True)
        extract(TS, "-no-obsolete")
        release(TS, QM)
    faults = [
        fault
        for path in sorted(UI.rglob("*.py"))
        for fault in code_faults(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    ]
    if TS.is_file():
        faults.extend(file_faults())
    else:
        faults.append(f"{TS.name} is missing; run make translations")
    for fault in faults:
        print(f"translations: {fault}", file=sys.stderr)
    if not faults:
        print("translations: English is complete")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
