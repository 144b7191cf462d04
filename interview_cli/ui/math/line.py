"""Mathematics on one line of Unicode; imports the standard library only.

A fraction becomes a slash, so brackets are added wherever a reader could otherwise take in too much or too little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, IntEnum, auto
from itertools import pairwise
from typing import NamedTuple, assert_never
from unicodedata import normalize

from interview_cli.ui.math.symbols import (
    ACCENT_WORDS,
    ACCENTS,
    ALPHABETS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    VULGAR_FRACTIONS,
    Role,
)
from interview_cli.ui.math.tree import (
    ALIGNMENTS,
    MATRICES,
    Accent,
    Binomial,
    Fraction,
    Grid,
    Group,
    Node,
    Root,
    Row,
    Scripted,
    Space,
    Styled,
    Symbol,
    parse,
    role_of,
)


def to_line(latex: str) -> str:
    """A formula on one line: `\\frac{a}{2b}x_t` is `(a/(2b))xₜ`.

    Raises: TexError on anything that is not understood; no command is ever left out silently.
    """
    text = _line(parse(latex), _Spacing.WIDE).text.strip()
    return normalize("NFC", text)  # terminals draw ŷ as one character better than as two


class _Spacing(Enum):
    WIDE = auto()
    TIGHT = auto()  # inside scripts: no spaces around operators


class _Shape(IntEnum):
    """How firmly a text holds together, from firm to loose."""

    SYMBOL = 1
    UNIT = 2  # bracketed, or a function with its bracket, or with an exponent
    PRODUCT = 3
    LOOSE = 4


class _Line(NamedTuple):
    text: str
    shape: _Shape


class _Piece(NamedTuple):
    """A node's text in its row. `asked` is the author's own space before it, in columns."""

    text: str
    role: Role
    shape: _Shape = _Shape.SYMBOL
    asked: int = 0
    is_open: bool = False  # what follows could be read as part of it: x_max y, √d x
    is_prefix: bool = False  # a bracketed fraction that multiplies what follows


_OPERANDS = frozenset([Role.ORDINARY, Role.NUMBER, Role.WORD, Role.FUNCTION, Role.LARGE, Role.CLOSE, Role.POSTFIX])
_JOINS_BEFORE = _OPERANDS | {Role.DOT, Role.SLASH}
_JOINS_AFTER = _OPERANDS - {Role.CLOSE} | {Role.OPEN, Role.DOT, Role.SLASH}
_LOOSE_ROLES = frozenset([Role.BINARY, Role.SIGN, Role.RELATION, Role.DIVIDER, Role.PUNCTUATION, Role.SLASH])
_SEPARATING_COLUMNS = 2  # from \quad on, a space separates formulas; a thin one stands between factors


def _line(row: Row, spacing: _Spacing) -> _Line:
    pieces = _pieces(row, spacing)
    gaps = [0, *(_gap(left, right, spacing) for left, right in pairwise(pieces))][: len(pieces)]
    text = "".join(" " * gap + piece.text for gap, piece in zip(gaps, pieces, strict=True))
    return _Line(text, _shape(pieces, gaps))


def _pieces(row: Row, spacing: _Spacing) -> list[_Piece]:
    nodes, asked = _without_spaces(row)
    roles = _settled_roles([role_of(node) for node in nodes])
    pieces = []
    for index, node in enumerate(nodes):
        before = roles[index - 1] if index and asked[index] < _SEPARATING_COLUMNS else None
        is_last = index + 1 == len(nodes) or asked[index + 1] >= _SEPARATING_COLUMNS
        after = None if is_last else roles[index + 1]
        piece = _fraction_among(node, before, after) if isinstance(node, Fraction) else _piece(node, spacing)
        pieces.append(
            piece._replace(role=roles[index] if piece.role is not Role.WORD else Role.WORD, asked=asked[index])
        )
    return [piece for piece in pieces if piece.text]


def _without_spaces(row: Row) -> tuple[list[Node], list[int]]:
    """The nodes that show, and the columns of space asked for before each."""
    nodes: list[Node] = []
    asked: list[int] = []
    columns = 0
    for node in row:
        if isinstance(node, Space):
            columns = max(columns, node.columns)
        else:
            nodes.append(node)
            asked.append(columns)
            columns = 0
    return nodes, asked


def _settled_roles(roles: Sequence[Role]) -> list[Role]:
    """A binary symbol without a left operand is a sign; without a right one it belongs to what is before it."""
    settled: list[Role] = []
    for index, role in enumerate(roles):
        if role is not Role.BINARY:
            settled.append(role)
        elif index == 0 or settled[-1] not in _OPERANDS - {Role.FUNCTION, Role.LARGE}:
            settled.append(Role.SIGN)
        elif index + 1 == len(roles) or roles[index + 1] in (Role.CLOSE, Role.PUNCTUATION, Role.RELATION):
            settled.append(Role.POSTFIX)
        else:
            settled.append(role)
    return settled


def _gap(left: _Piece, right: _Piece, spacing: _Spacing) -> int:
    """Columns between two pieces."""
    if left.role in (Role.OPEN, Role.SIGN) or right.role in (Role.CLOSE, Role.PUNCTUATION, Role.POSTFIX):
        return 0
    return max(right.asked, 1 if _is_apart(left, right, spacing) else 0)


def _is_apart(left: _Piece, right: _Piece, spacing: _Spacing) -> bool:
    sides = (left.role, right.role)
    if left.role is Role.PUNCTUATION or Role.RELATION in sides or Role.BINARY in sides:
        return spacing is _Spacing.WIDE
    if left.role is Role.FUNCTION:
        is_call = right.role is Role.OPEN or right.text.startswith("(")
        return not is_call or right.is_prefix or left.text.endswith(")")
    if Role.SLASH in sides or Role.DOT in sides or Role.DIVIDER in sides:
        return False
    if left.role is Role.LARGE or right.role in (Role.FUNCTION, Role.LARGE):
        return left.role in _OPERANDS
    begins_with_letter = right.text[0].isalnum()
    if right.role is Role.WORD:
        return begins_with_letter and (left.role is not Role.WORD or left.text[-1].isalnum())
    if left.role is Role.WORD and left.text[-1].isalnum():
        return begins_with_letter
    return (left.is_open and begins_with_letter) or sides == (Role.NUMBER, Role.NUMBER)


def _shape(pieces: Sequence[_Piece], gaps: Sequence[int]) -> _Shape:
    """How firmly a row of pieces holds together."""
    if len(pieces) <= 1:
        return pieces[0].shape if pieces else _Shape.SYMBOL
    depths = _depths(pieces)
    if depths[-1] != 0 or min(depths) < 0:
        return _Shape.LOOSE
    for piece, gap, before, after in zip(pieces, gaps, [0, *depths], depths, strict=False):
        is_loose = piece.role in _LOOSE_ROLES or piece.shape is _Shape.LOOSE
        if before == 0 and (gap or (after == 0 and is_loose)):
            return _Shape.LOOSE
    return _Shape.UNIT if _is_bracketed(pieces, depths) or _is_call(pieces, depths) else _Shape.PRODUCT


def _depths(pieces: Sequence[_Piece]) -> list[int]:
    """Bracket depth after each piece."""
    depths = []
    depth = 0
    for piece in pieces:
        depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(piece.role, 0)
        depths.append(depth)
    return depths


def _is_bracketed(pieces: Sequence[_Piece], depths: Sequence[int]) -> bool:
    return pieces[0].role is Role.OPEN and depths.index(0) == len(pieces) - 1


def _is_call(pieces: Sequence[_Piece], depths: Sequence[int]) -> bool:
    """f(x) or log(1 + x). A letter before a sum, a(b + c), or before a power, a(b)², is as likely a product."""
    name, arguments = pieces[0], pieces[1:]
    if not _is_bracketed(arguments, depths[1:]):
        return False
    if name.role in (Role.FUNCTION, Role.WORD):
        return True
    has_sum = any(piece.role is Role.BINARY for piece in arguments)
    is_power = arguments[-1].text not in (")", "]")
    return name.role is Role.ORDINARY and arguments[0].text in "([" and not (has_sum or is_power)


def _bracketed(text: str) -> str:
    return f"({text})"


def _piece(node: Node, spacing: _Spacing) -> _Piece:
    match node:
        case Symbol(text=text, role=Role.WORD):
            return _Piece(text, Role.WORD, _Shape.LOOSE if re.search(r"[\s/+]", text) else _Shape.SYMBOL)
        case Symbol(text=text, role=role):
            return _Piece(text, role)
        case Group(body=body):
            line = _line(body, spacing)
            return _Piece(line.text, Role.ORDINARY, line.shape)
        case Fraction():
            return _fraction_among(node, None, None)
        case Binomial(total=total, chosen=chosen):
            arguments = ", ".join(_line(row, _Spacing.WIDE).text for row in (total, chosen))
            return _Piece(f"C({arguments})", Role.ORDINARY, _Shape.UNIT)
        case Root():
            return _root(node)
        case Accent():
            return _accented(node, spacing)
        case Styled(name=name, body=body):
            line = _line(body, spacing)
            letters = ALPHABETS[name]
            text = "".join(letters.get(character, character) for character in line.text)
            return _Piece(text, Role.ORDINARY, line.shape)
        case Scripted():
            return _scripted(node)
        case Grid():
            return _grid(node)
        case Space():
            return _Piece("", Role.ORDINARY)
        case _:
            assert_never(node)


def _fraction_among(node: Fraction, before: Role | None, after: Role | None) -> _Piece:
    """A fraction, in brackets where a neighbour would be read as a part of it."""
    top, bottom = _line(node.top, _Spacing.WIDE), _line(node.bottom, _Spacing.WIDE)
    vulgar = VULGAR_FRACTIONS.get((top.text, bottom.text))
    if vulgar and before not in _JOINS_BEFORE - {Role.DOT, Role.FUNCTION, Role.LARGE} and after is not Role.NUMBER:
        return _Piece(vulgar, Role.ORDINARY)
    upper = _bracketed(top.text) if top.shape is _Shape.LOOSE else top.text
    is_plain = bottom.shape <= _Shape.UNIT or _is_derivative(node)
    text = f"{upper}/{bottom.text if is_plain else _bracketed(bottom.text)}"
    if before in _JOINS_BEFORE or after in _JOINS_AFTER:
        return _Piece(_bracketed(text), Role.ORDINARY, _Shape.UNIT, is_prefix=after in _JOINS_AFTER)
    return _Piece(text, Role.ORDINARY, _Shape.LOOSE)


def _is_derivative(node: Fraction) -> bool:
    """∂f/∂x and df/dx need no bracket: nobody reads them as (∂f/∂)x."""
    match node:
        case Fraction(top=(Symbol(text=upper) | Scripted(base=Symbol(text=upper)), *_), bottom=(Symbol(text=lower), _)):
            return upper == lower and lower in ("d", "∂")
        case _:
            return False


def _root(node: Root) -> _Piece:
    body, degree = _line(node.body, _Spacing.WIDE), _line(node.degree, _Spacing.TIGHT).text
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree)
    if sign is None:
        exponent = _script((Fraction((Symbol("1", Role.NUMBER),), node.degree),), SUPERSCRIPTS, "^")
        return _Piece(_bracketed(body.text) + exponent.text, Role.ORDINARY, _Shape.UNIT)
    if body.shape is _Shape.SYMBOL:
        return _Piece(sign + body.text, Role.ORDINARY, _Shape.UNIT, is_open=True)
    return _Piece(sign + _bracketed(body.text), Role.ORDINARY, _Shape.UNIT)


def _accented(node: Accent, spacing: _Spacing) -> _Piece:
    match node.body:
        case (Scripted(base=base) as scripted,):
            return _scripted(scripted._replace(base=Accent(node.name, (base,))))
        case _:
            body = _line(node.body, spacing)
    if len(body.text) == 1:
        return _Piece(body.text + ACCENTS[node.name], Role.ORDINARY)
    return _Piece(ACCENT_WORDS.get(node.name, node.name) + _bracketed(body.text), Role.ORDINARY, _Shape.UNIT)


class _Script(NamedTuple):
    text: str
    is_marked: bool = False  # written with _ or ^, for want of Unicode letters
    is_open: bool = False


_NO_SCRIPT = _Script("")
_NEEDS_NO_BRACKET = re.compile(r"[A-Za-z0-9]+(\.[0-9]+)?|\S[\u0300-\u036f\u20d7]?")
_ALREADY_RAISED = {"′": "′", "∘": "°", "°": "°"}
_A_WORD = re.compile("[A-Za-z]{3}")
_LONGEST_RAISED_SUM = 6  # longer bracketed sums are unreadable in superscript letters


def _script(row: Row | None, letters: Mapping[str, str], mark: str) -> _Script:
    if not row:
        return _NO_SCRIPT
    text = _line(row, _Spacing.TIGHT).text.strip()
    if mark == "^" and text in _ALREADY_RAISED:
        return _Script(_ALREADY_RAISED[text])
    is_long_sum = "(" in text and len(text) > _LONGEST_RAISED_SUM
    if all(character in letters for character in text) and not _A_WORD.search(text) and not is_long_sum:
        return _Script("".join(letters[character] for character in text))
    if _NEEDS_NO_BRACKET.fullmatch(text):
        return _Script(mark + text, is_marked=True, is_open=True)
    return _Script(mark + _bracketed(text), is_marked=True)


def _scripted(node: Scripted) -> _Piece:
    """The base with its scripts; a superscript comes first where it could be read as part of a marked subscript."""
    base = _piece(node.base, _Spacing.WIDE)
    below, above = _script(node.below, SUBSCRIPTS, "_"), _script(node.above, SUPERSCRIPTS, "^")
    scripts = (above, below) if below.is_marked and not above.is_marked else (below, above)
    shown = [script for script in scripts if script.text]
    text = _script_base(node.base, base) + "′" * node.primes + "".join(script.text for script in shown)
    is_symbol = base.shape is _Shape.SYMBOL and node.above is None
    return _Piece(
        text,
        role_of(node.base),
        _Shape.SYMBOL if is_symbol else _Shape.UNIT,
        is_open=bool(shown) and shown[-1].is_open,
    )


def _script_base(node: Node, base: _Piece) -> str:
    is_bracketed = base.shape is _Shape.UNIT and base.text.startswith("(")
    is_compound = base.shape > _Shape.UNIT or isinstance(node, Group | Root | Fraction)
    return _bracketed(base.text) if is_compound and not is_bracketed and len(base.text) > 1 else base.text


def _grid(node: Grid) -> _Piece:
    if node.environment in ALIGNMENTS:
        lines = [_line(tuple(part for cell in cells for part in cell), _Spacing.WIDE).text for cells in node.rows]
        return _Piece("; ".join(lines), Role.ORDINARY, _Shape.LOOSE)
    rows = [[_line(cell, _Spacing.WIDE).text.strip() for cell in cells] for cells in node.rows]
    if node.environment == "cases":
        text = "; ".join(_case(cells) for cells in rows)
        return _Piece(f"{{ {text} }}", Role.ORDINARY, _Shape.UNIT)
    left, right = MATRICES[node.environment]
    return _Piece(left + "; ".join("  ".join(cells) for cells in rows) + right, Role.ORDINARY, _Shape.UNIT)


def _case(cells: Sequence[str]) -> str:
    """`value if condition`, with a comma where the condition brings no word of its own."""
    value, *condition = [cell.rstrip(",") for cell in cells if cell]
    joined = " ".join(condition)
    return f"{value} {joined}" if joined.startswith(("if ", "for ", "when ")) else ", ".join([value, *condition])
