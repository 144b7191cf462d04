"""Characters to tokens: LaTeX, Python-like and Unicode input come out as one and the same stream; imports symbol only.

`x̂₀²`, `\\hat{x}_0^2` and `x_0**2` differ here only in what is written, never in what a token means: superscripts become
`^ { ... }`, subscripts `_ { ... }`, Greek letters and LaTeX commands words, signs their ASCII form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from interview_cli.domain.formula.symbol import FormulaError

MAX_LENGTH: Final = 1000
MAX_BRACES: Final = 100  # inside one another


def words(text: str) -> frozenset[str]:
    """The words that stand in `text`, parted by spaces."""
    return frozenset(text.split())


GREEK: Final = words(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi"
    " psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)


class Kind(Enum):
    NUMBER = auto()
    WORD = auto()  # Latin letters and digits: one name, or several written without a space
    LETTER = auto()  # one Greek letter or named LaTeX command: never several names
    ACCENT = auto()  # a combining mark after its letter
    ACCENT_COMMAND = auto()  # \hat and its like, before their letter
    FONT_COMMAND = auto()  # \mathbf, \text and their like
    COMMAND = auto()  # \frac, \binom and \sqrt, which take arguments
    NAME = auto()  # a whole name, made by `names`
    CASES = auto()  # what begins, parts and ends the rows of cases
    SIGN = auto()  # everything else, one sign each


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    start: int  # in the text as typed
    end: int

    def is_sign(self, *signs: str) -> bool:
        return self.kind is Kind.SIGN and self.text in signs


SUPERSCRIPTS: Final = dict(
    zip(
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡ",
        "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθφχ",
        strict=True,
    )
)
SUBSCRIPTS: Final = dict(
    zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789+-=()aehijklmnoprstuvxβγρφχ", strict=True)
)
ACCENTS: Final = {
    "\u0302": "hat",
    "\u0303": "tilde",
    "\u0304": "bar",
    "\u0305": "bar",
    "\u0307": "dot",
    "\u20d7": "vec",
}
ACCENT_COMMANDS: Final = {
    "hat": "hat",
    "widehat": "hat",
    "bar": "bar",
    "overline": "bar",
    "tilde": "tilde",
    "widetilde": "tilde",
    "dot": "dot",
    "vec": "vec",
}
FONT_COMMANDS: Final = words(
    "text textrm textbf textit textsf mathrm mathbf mathit mathsf mathcal mathbb mathtt boldsymbol bm bf rm"
    " operatorname pmb"
)
LAYOUT_COMMANDS: Final = words(
    "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle displaystyle textstyle limits"
    " nolimits quad qquad ensuremath nonumber notag"
    " boxed fbox smash mathstrut strut mathop mathord mathrel"
)
SIGN_COMMANDS: Final = {
    "cdot": "*",
    "times": "*",
    "ast": "*",
    "star": "*",
    "odot": "*",
    "circ": "*",
    "div": "/",
    "mid": "|",
    "vert": "|",
    "lvert": "|",
    "rvert": "|",
    "Vert": "‖",
    "lVert": "‖",
    "rVert": "‖",
    "lbrace": "(",
    "rbrace": ")",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉",
    "langle": "⟨",
    "rangle": "⟩",
    "ge": ">=",
    "geq": ">=",
    "geqslant": ">=",
    "gt": ">",
    "le": "<=",
    "leq": "<=",
    "leqslant": "<=",
    "lt": "<",
    "coloneqq": "=",
    "approx": "=",
    "doteq": "=",
    "equiv": "=",
    "gets": "=",
    "leftarrow": "=",
    "simeq": "=",
    "triangleq": "=",
    "prime": "'",
}
SIGNS: Final = {
    "**": "^",
    ":=": "=",
    "==": "=",
    "<-": "=",
    "≤": "<=",
    "≥": ">=",
    "⩽": "<=",
    "⩾": ">=",
    "≈": "=",
    "≃": "=",
    "≐": "=",
    "≔": "=",
    "≜": "=",
    "≡": "=",
    "←": "=",
    "〈": "⟨",
    "〉": "⟩",
    "||": "‖",
    "·": "*",
    "×": "*",
    "⋅": "*",
    "∗": "*",
    "∙": "*",
    "⊙": "*",
    "∘": "*",
    "÷": "/",
    "⁄": "/",
    "∕": "/",
    "−": "-",
    "–": "-",
    "∣": "|",
    "∥": "‖",
    "′": "'",
    "’": "'",
}
LETTERS: Final = {
    "ϵ": "epsilon",
    "ϕ": "phi",
    "ϑ": "theta",
    "ϱ": "rho",
    "ς": "sigma",
    "µ": "mu",
    "∑": "sum",
    "∏": "prod",
    "∇": "nabla",
    "∂": "partial",
    "∅": "varnothing",
    "∞": "infty",
    "⊤": "top",
    "∩": "cap",
    "∪": "cup",
    "…": "dots",
    "ℓ": "ell",
}
LETTER_VARIANTS: Final = {
    "varepsilon": "epsilon",
    "vartheta": "theta",
    "varphi": "phi",
    "varrho": "rho",
    "varsigma": "sigma",
    "emptyset": "varnothing",
    "intercal": "top",
    "ldots": "dots",
    "cdots": "dots",
    "dotsc": "dots",
    "ln": "log",
}
WHOLE_BEFORE: Final = re.compile(r"(?<![\w.])[0-9]+ ?$")
"""The 2 of `2½`, which is two and a half and not a product."""
FRACTION_COMMANDS: Final = frozenset({"frac", "tfrac", "dfrac", "cfrac"})
BINOMIAL_COMMANDS: Final = frozenset({"binom", "tbinom", "dbinom"})

PATTERN: Final = re.compile(
    r"(?P<layout>\s+|[$`~]|#[^\n]*|\\[,;:! >/()\[\]]|\\(?:left|right)\s*\.|"
    r"\\(?:hspace|vspace|mspace|label|tag)\*?\{[^{}]*\}|"
    r"\\(?:begin|end)\{(?:equation|align|aligned|gather|split)\*?\})"
    r"|(?P<cases>&|\\\\|\\(?:begin|end)\{cases\})"
    r"|\\(?P<command>[A-Za-z]+)"
    r"|\\(?P<escaped>.)"
    r"|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<word>[A-Za-z][A-Za-z0-9]*)"
    r"|(?P<sign>\*\*|//|:=|==|<=|>=|<-|\|\||.)",
    re.DOTALL,
)


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, each with its place in it; braces are balanced.

    Raises: FormulaError for more than MAX_LENGTH characters, nothing at all, or an unbalanced brace.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"it's longer than {MAX_LENGTH} characters")
    tokens = list(_scan(text)) if text.isascii() else _scan_unicode(text)
    if "{cases}" not in text:
        tokens = [token for token in tokens if token.kind is not Kind.CASES]
    if not tokens:
        raise FormulaError("it's empty")
    _check_braces(tokens)
    return tokens


def _scan_unicode(text: str) -> list[Token]:
    characters, columns = _plain(text)
    return [replace(token, start=columns[token.start], end=columns[token.end]) for token in _scan(characters)]


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with accents apart from their letters and styled letters plain, and where each character came from."""
    characters: list[str] = []
    columns: list[int] = []
    for column, character in enumerate(text):
        parts = _plain_character(character)
        if _is_fraction(character) and (whole := WHOLE_BEFORE.search("".join(characters))):
            characters.insert(whole.start(), "(")
            columns.insert(whole.start(), columns[whole.start()])
            parts = f"+{parts})"
        for part in parts:
            characters.append(part)
            columns.append(column)
    return "".join(characters), [*columns, len(text)]


def _is_fraction(character: str) -> bool:
    return unicodedata.decomposition(character).startswith("<fraction>")


def _plain_character(character: str) -> str:
    if character in SUPERSCRIPTS or character in SUBSCRIPTS or character in LETTERS or character in SIGNS:
        return character
    if unicodedata.decomposition(character).startswith("<wide>"):
        return unicodedata.normalize("NFKC", character)
    if _is_fraction(character):
        return f"({unicodedata.normalize('NFKC', character)})"
    plain = unicodedata.normalize("NFKD", character)
    return plain if plain[0].isalnum() else unicodedata.normalize("NFC", character)


def _scan(text: str) -> Iterator[Token]:
    """Tokens with places in `text`."""
    position = 0
    previous: Token | None = None
    while position < len(text):
        character = text[position]
        if character in SUPERSCRIPTS or character in SUBSCRIPTS:
            end = _end_of_script(text, position)
            yield from _script(text, position, end)
            position, previous = end, None
            continue
        token, position = _next(text, position, previous)
        if token is not None:
            previous = token
            yield token


def _end_of_script(text: str, start: int) -> int:
    script = SUPERSCRIPTS if text[start] in SUPERSCRIPTS else SUBSCRIPTS
    end = start
    while end < len(text) and text[end] in script:
        end += 1
    return end


def _script(text: str, start: int, end: int) -> Iterator[Token]:
    sign, script = ("^", SUPERSCRIPTS) if text[start] in SUPERSCRIPTS else ("_", SUBSCRIPTS)
    yield Token(Kind.SIGN, sign, start, start)
    yield Token(Kind.SIGN, "{", start, start)
    for token in _scan("".join(script[character] for character in text[start:end])):
        yield replace(token, start=token.start + start, end=token.end + start)
    yield Token(Kind.SIGN, "}", end, end)


def _next(text: str, start: int, previous: Token | None) -> tuple[Token | None, int]:
    if text[start] in ACCENTS:
        return Token(Kind.ACCENT, ACCENTS[text[start]], start, start + 1), start + 1
    match = PATTERN.match(text, start)
    assert match is not None, "the last branch of PATTERN takes any character"
    end = match.end()
    written = match[match.lastgroup or 0]
    match match.lastgroup:
        case "layout":
            return None, end
        case "cases":
            return Token(Kind.CASES, written, start, end), end
        case "command":
            return _command(written, start, end), end
        case "escaped":
            return _escaped(written, start, end), end
        case "number":
            end = _end_of_number(text, start, end, previous)
            return Token(Kind.NUMBER, text[start:end], start, end), end
        case "word":
            if (
                previous is not None
                and previous.kind is Kind.COMMAND
                and text[previous.start] == "\\"
                and previous.text in ("frac", "binom")
            ):
                end = start + 1  # TeX takes one letter: `\\frac N2` is a half of N
            # an accent belongs to one letter: `ax̂` is a times x-hat
            end -= int(end - start > 1 and end < len(text) and text[end] in ACCENTS)
            return Token(Kind.WORD, text[start:end], start, end), end
        case _:
            return _sign(written, start, end), end


def _end_of_number(text: str, start: int, end: int, previous: Token | None) -> int:
    """The number of a subscript is whole: in `x_0.` the dot ends the sentence."""
    if previous is not None and previous.is_sign("_"):
        digits = re.compile(r"\d+").match(text, start)
        return digits.end() if digits else end
    return end


def _command(name: str, start: int, end: int) -> Token | None:
    if name in LAYOUT_COMMANDS:
        return None
    if name in SIGN_COMMANDS:
        return Token(Kind.SIGN, SIGN_COMMANDS[name], start, end)
    if name in ACCENT_COMMANDS:
        return Token(Kind.ACCENT_COMMAND, ACCENT_COMMANDS[name], start, end)
    if name in FONT_COMMANDS:
        return Token(Kind.FONT_COMMAND, name, start, end)
    if name in FRACTION_COMMANDS:
        return Token(Kind.COMMAND, "frac", start, end)
    if name in BINOMIAL_COMMANDS:
        return Token(Kind.COMMAND, "binom", start, end)
    if name == "sqrt":
        return Token(Kind.COMMAND, "sqrt", start, end)
    return Token(Kind.LETTER, LETTER_VARIANTS.get(name, name), start, end)


def _escaped(character: str, start: int, end: int) -> Token:
    meaning = {"{": "(", "}": ")", "|": "‖"}.get(character, character)
    return Token(Kind.SIGN, meaning, start, end)


def _sign(written: str, start: int, end: int) -> Token:
    if written == "√":
        return Token(Kind.COMMAND, "sqrt", start, end)
    if written in LETTERS:
        return Token(Kind.LETTER, LETTERS[written], start, end)
    greek = _greek_name(written)
    if greek is not None:
        return Token(Kind.LETTER, greek, start, end)
    return Token(Kind.SIGN, SIGNS.get(written, written), start, end)


def _greek_name(character: str) -> str | None:
    """The LaTeX name of a Greek letter, from its Unicode name: GREEK SMALL LETTER LAMDA is lambda."""
    words = unicodedata.name(character, "").split() if len(character) == 1 else []
    if words[:1] != ["GREEK"] or len(words) != 4:
        return None
    name = {"lamda": "lambda"}.get(words[3].lower(), words[3].lower())
    name = name if words[1] == "SMALL" else name.capitalize()
    return name if name.lower() in GREEK else None


def _check_braces(tokens: list[Token]) -> None:
    opened: list[Token] = []
    for token in tokens:
        if token.is_sign("{"):
            opened.append(token)
            if len(opened) > MAX_BRACES:
                raise FormulaError(f"braces are nested more than {MAX_BRACES} deep", token.start + 1)
        elif token.is_sign("}"):
            if not opened:
                raise FormulaError("this } has no matching {", token.start + 1)
            opened.pop()
    if opened:
        raise FormulaError("this { is never closed", opened[-1].start + 1)


def end_of_group(tokens: Sequence[Token], start: int) -> int:
    """The place after the brace group, or after the single token, that begins at `start`."""
    if start >= len(tokens) or not tokens[start].is_sign("{"):
        return min(start + 1, len(tokens))
    depth = 0
    for position in range(start, len(tokens)):
        depth += int(tokens[position].is_sign("{")) - int(tokens[position].is_sign("}"))
        if depth == 0:
            return position + 1
    return len(tokens)
