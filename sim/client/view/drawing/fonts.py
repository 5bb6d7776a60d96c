"""The window's ruler: the fonts that come as dependencies, loaded as they are needed. Needs no display."""

from functools import lru_cache
from importlib import import_module
from math import ceil
from pathlib import Path

import pygame

from sim.client.view.drawing.memory import Memory
from sim.client.view.drawing.script import drawn, is_arabic
from sim.client.view.drawing.typeset import STYLES, Style
from sim.errors import MissingExtra
from sim.language.sentences import MARK

# family: package, and the name its files begin with
FAMILIES = {
    "sans": ("fontpkg_pt_sans", "PT_Sans-Web"),
    "serif": ("fontpkg_pt_serif", "PT_Serif-Web"),
    "mono": ("fontpkg_ibm_plex_mono", "IBMPlexMono"),
    "arabic": ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic"),
}
ARABIC_SIZE = 0.92  # of a style's, so that its taller letters fit the line
FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
MOST_WIDTHS, MOST_KEPT = 8_000, 2_500
LEAST_SPACE = 0.27  # of a style's size, between words: kerning and whole pixels would else close small text up


@lru_cache(maxsize=32)
def font_file(family: str, bold: bool, italic: bool) -> Path:
    """The file of a face; raises MissingExtra if its package is not installed."""
    package, stem = FAMILIES[family]
    try:
        root = Path(import_module(package).ROOT)
    except ImportError:
        raise MissingExtra(f"the window needs its fonts: pip install {package.replace('_', '-')}") from None
    return root / "files" / f"{stem}-{FACES[bold, italic]}.ttf"


class FontRuler:
    """Measures and renders text at one unit (pixels of this window in one of a 1600x900 window at 100 % text)."""

    def __init__(self, unit: float) -> None:
        pygame.font.init()
        self._unit = unit
        self._fonts: dict[tuple[str, bool], pygame.font.Font] = {}
        self._widths: dict[tuple[str, str], int] = {}
        self._spaces: dict[str, int] = {}
        self._memory = Memory(MOST_KEPT)

    @property
    def unit(self) -> float:
        """Pixels of this window in one of the design."""
        return self._unit

    def font(self, style: str, word: str = "") -> pygame.font.Font:
        """The font of a style, for the letters of a word."""
        arabic = is_arabic(word)
        found = self._fonts.get((style, arabic))
        if found is None:
            look = STYLES[style]
            size = max(9, round(look.size * self._unit * (ARABIC_SIZE if arabic else 1.0)))
            file = font_file("arabic", look.bold, False) if arabic else font_file(look.family, look.bold, look.italic)
            found = self._fonts[style, arabic] = pygame.font.Font(str(file), size)
        return found

    def tracking(self, style: str, word: str = "") -> int:
        """Pixels between letters, beyond the font's own. Arabic letters join, so nothing comes between them."""
        look: Style = STYLES[style]
        return 0 if is_arabic(word) else round(look.tracking * self._unit)

    def space(self, style: str) -> int:
        """Pixels between two words."""
        found = self._spaces.get(style)
        if found is None:
            font = self.font(style)
            wide = max(font.size(" ")[0], ceil(LEAST_SPACE * STYLES[style].size * self._unit))
            found = self._spaces[style] = wide + self.tracking(style)
        return found

    def width(self, text: str, style: str) -> int:
        """Width of a text on one line."""
        words = text.split(" ")
        return sum(self._word(word, style) for word in words) + self.space(style) * (len(words) - 1)

    def _word(self, word: str, style: str) -> int:
        word = word.replace(MARK, "")
        if not word:
            return 0
        key = (word, style)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > MOST_WIDTHS:
                self._widths.clear()
            font, apart = self.font(style, word), self.tracking(style, word)
            found = sum(self.steps(word, style)) if apart else font.size(drawn(word))[0]
            self._widths[key] = found
        return found

    def steps(self, text: str, style: str) -> list[int]:
        """How far each letter of a text set apart moves the next one."""
        font, gap = self.font(style), self.tracking(style)
        return [font.size(letter)[0] + gap for letter in text]

    def height(self, style: str) -> int:
        """Height of a line: the style's leading, and never less than its letters need."""
        look = STYLES[style]
        return max(self.font(style).get_height(), round(look.size * look.leading * self._unit))

    def ascent(self, style: str) -> int:
        """From the top of a line to the line that letters stand on."""
        spare = self.height(style) - self.font(style).get_height()
        return self.font(style).get_ascent() + spare // 2

    def memory(self) -> Memory:
        """Where set text and what is made of it are kept."""
        return self._memory

    def render(self, text: str, style: str, colour: tuple[int, int, int]) -> pygame.Surface:
        """A line of text as a transparent picture, as high as the style's line."""
        font = self.font(style)
        top = self.ascent(style) - font.get_ascent()
        surface = pygame.Surface((max(1, self.width(text, style)), self.height(style)), pygame.SRCALPHA)
        surface.fill((*colour, 0))
        x = 0
        for word in drawn(text).split(" "):
            if word:
                self._render_word(surface, word, style, (x, top), colour)
            x += self._word(word, style) + self.space(style)
        return surface

    def _render_word(
        self, surface: pygame.Surface, word: str, style: str, place: tuple[int, int], colour: tuple[int, int, int]
    ) -> None:
        font = self.font(style, word)
        if not self.tracking(style, word):
            lower = self.font(style).get_ascent() - font.get_ascent()  # all letters stand on one line
            surface.blit(font.render(word, True, colour), (place[0], place[1] + lower))
            return
        x, top = place
        for letter, step in zip(word, self.steps(word, style), strict=True):
            surface.blit(font.render(letter, True, colour), (x, top))
            x += step
