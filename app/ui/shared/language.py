"""The language of the window. Korean is the source text; English comes from `resources/translations`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.config.paths import resources
from app.domain.languages import ScreenLanguage

_installed: list[QTranslator] = []


def install_language(language: ScreenLanguage) -> None:
    """Make `language` the one that `tr` answers in. Needs a QCoreApplication; works without a window too."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    # What Qt itself says (the file dialog, a field's own menu) comes first, so that our words win over it.
    files = [(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))]
    if language is not ScreenLanguage.KO:
        files.append((f"minwon_{language.value}", str(resources() / "translations")))
    for name, folder in files:
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
    QLocale.setDefault(locale_of(language))


def locale_of(language: ScreenLanguage) -> QLocale:
    """How dates and numbers are written."""
    if language is ScreenLanguage.KO:
        return QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
