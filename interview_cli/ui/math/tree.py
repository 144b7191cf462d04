"""LaTeX read into a tree of fractions, roots, scripts and symbols; imports the standard library only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from interview_cli.ui.math.symbols import (
    ACCENTS,
    ALPHABETS,
    CHARACTERS,
    COMMANDS,
    LEFT_DELIMITERS,
    RIGHT_DELIMITERS,
    SPACES,
    Role,
)
from interview_cli.ui.math.tokens import Kind, TexError, Token, tokens

# Deeper than any formula that a person writes; far below Python's own limit on recursion.
MAX_DEPTH = 40

MATRICES = {
    "matrix": ("[", "]"),
    "smallmatrix": ("[", "]"),
    "array": ("[", "]"),
    "bmatrix": ("[", "]"),
    "pmatrix": ("(", ")"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}
ALIGNMENTS = frozenset(
    ["aligned", "align", "align*", "split", "gathered", "gather", "gather*", "equation", "equation*"]
)


class Symbol(NamedTuple):
    """A glyph, a number or a word."""

    text: str
    role: Role


class Space(NamedTuple):
    """A space that the author asked for."""

    columns: int


class Group(NamedTuple):
    """Braces around anything but one simple node."""

    body: Row


class Fraction(NamedTuple):
    """`top` over `bottom`."""

    top: Row
    bottom: Row


class Binomial(NamedTuple):
    """`total` choose `chosen`."""

    total: Row
    chosen: Row


class Root(NamedTuple):
    """A square root where `degree` is empty."""

    degree: Row
    body: Row


class Accent(NamedTuple):
    """A mark over `body`; `name` is the LaTeX name."""

    name: str
    body: Row


class Styled(NamedTuple):
    """`body` in another alphabet; `name` is the LaTeX name."""

    name: str
    body: Row


class Scripted(NamedTuple):
    """`base` with what stands below and above it."""

    base: Node
    below: Row | None = None
    above: Row | None = None
    primes: int = 0


class Grid(NamedTuple):
    """An environment with rows and cells."""

    environment: str
    rows: tuple[tuple[Row, ...], ...]


Node = Symbol | Space | Group | Fraction | Binomial | Root | Accent | Styled | Scripted | Grid
Row = tuple[Node, ...]


def role_of(node: Node) -> Role:
    """The part that a node plays in its row."""
    match node:
        case Symbol(role=role):
            return role
        case Scripted(base=base):
            return role_of(base)
        case _:
            return Role.ORDINARY


def parse(latex: str) -> Row:
    """The tree of a formula.

    Raises: TexError on an unknown command or environment, unbalanced braces, or nesting deeper than MAX_DEPTH.
    """
    return _Parser(tokens(latex)).whole()


_END_OF_GROUP = Token(Kind.CLOSE_GROUP, "}")
_END_OF_OPTION = Token(Kind.CHARACTER, "]")
_NEXT_CELL = Token(Kind.ALIGN, "&")
_NEXT_ROW = Token(Kind.COMMAND, "\\")
_END_OF_GRID = Token(Kind.COMMAND, "end")
_ENDS_OF_CELL = frozenset([_NEXT_CELL, _NEXT_ROW, _END_OF_GRID])


class _Parser:
    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens = found
        self._position = 0
        self._depth = 0

    def whole(self) -> Row:
        row = self._row(frozenset())
        if self._peek() is not None:
            raise TexError(f"unexpected {self._peek()}")
        return row

    def _peek(self) -> Token | None:
        while self._position < len(self._tokens) and self._tokens[self._position].kind is Kind.SPACE:
            self._position += 1
        return self._tokens[self._position] if self._position < len(self._tokens) else None

    def _next(self) -> Token:
        token = self._peek()
        if token is None:
            raise TexError("the formula ends too early")
        self._position += 1
        return token

    def _take(self, wanted: Token) -> bool:
        """Whether `wanted` came next; it is then read."""
        if self._peek() != wanted:
            return False
        self._position += 1
        return True

    def _row(self, ends: frozenset[Token]) -> Row:
        """Nodes up to one of `ends`, which stays unread; up to the end of the formula where `ends` is empty."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TexError("nested too deeply")
        nodes: list[Node] = []
        while (token := self._peek()) not in ends and token is not None:
            if token.kind in (Kind.SUBSCRIPT, Kind.SUPERSCRIPT) or token == Token(Kind.CHARACTER, "'"):
                nodes.append(self._script(_popped_base(nodes)))
            else:
                nodes.append(self._atom())
        if ends and token is None:
            raise TexError("a brace or an environment is never closed")
        self._depth -= 1
        return _with_bars_resolved(nodes)

    def _script(self, base: Scripted) -> Scripted:
        token = self._next()
        if token.kind is Kind.CHARACTER:
            return base._replace(primes=base.primes + 1)
        script = self._argument()
        if (base.below if token.kind is Kind.SUBSCRIPT else base.above) is not None:
            raise TexError(f"two scripts {token.text} on one symbol")
        return base._replace(below=script) if token.kind is Kind.SUBSCRIPT else base._replace(above=script)

    def _argument(self) -> Row:
        """What a command or a script applies to: a group or a single token."""
        token = self._peek()
        if token is not None and token.kind is Kind.OPEN_GROUP:
            self._next()
            return self._until(_END_OF_GROUP)
        if token is not None and token.kind is Kind.CHARACTER and token.text.isdecimal():
            return (Symbol(self._next().text, Role.NUMBER),)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TexError("nested too deeply")
        node = self._atom()
        self._depth -= 1
        return (node,)

    def _until(self, end: Token) -> Row:
        row = self._row(frozenset([end]))
        self._next()
        return row

    def _atom(self) -> Node:
        token = self._next()
        match token.kind:
            case Kind.OPEN_GROUP:
                return _grouped(self._until(_END_OF_GROUP))
            case Kind.COMMAND:
                return self._command(token.text)
            case Kind.CHARACTER if token.text.isdecimal():
                return Symbol(self._number(token.text), Role.NUMBER)
            case Kind.CHARACTER if token.text == ":" and self._take(Token(Kind.CHARACTER, "=")):
                return Symbol("≔", Role.RELATION)
            case Kind.CHARACTER:
                return Symbol(*CHARACTERS.get(token.text, (token.text, Role.ORDINARY)))
            case _:
                raise TexError(f"unexpected {token.text}")

    def _number(self, digits: str) -> str:
        """`digits` and what continues it: digits, a decimal point before a digit, `{,}` between thousands."""
        while self._position < len(self._tokens):
            coming = self._tokens[self._position : self._position + 4]
            ahead = "".join("\\" if token.kind is Kind.COMMAND else token.text for token in coming)
            if ahead[:1].isdecimal():
                part = ahead[0]
            elif ahead[:1] == "." and ahead[1:2].isdecimal():
                part = ahead[:2]
            elif ahead.startswith("{,}") and ahead[3:4].isdecimal():
                part = ahead[:4]
            else:
                break
            self._position += len(part)
            digits += part.replace("{,}", ",")
        return digits

    def _command(self, name: str) -> Node:
        if name in COMMANDS:
            return Symbol(*COMMANDS[name])
        if name in SPACES:
            return Space(SPACES[name])
        if name in ACCENTS:
            return Accent(name, self._argument())
        if name in ALPHABETS:
            return Styled(name, self._argument())
        match name:
            case "frac" | "tfrac" | "dfrac" | "cfrac":
                return Fraction(self._argument(), self._argument())
            case "binom" | "tbinom" | "dbinom":
                return Binomial(self._argument(), self._argument())
            case "sqrt":
                degree = self._until(_END_OF_OPTION) if self._take(Token(Kind.CHARACTER, "[")) else ()
                return Root(degree, self._argument())
            case "text" | "textrm" | "textbf" | "textit" | "texttt" | "textsf" | "mbox":
                return _word(self._verbatim())
            case "mathrm" | "mathsf" | "mathtt" | "mathit":
                return self._upright()
            case "operatorname":
                self._take(Token(Kind.CHARACTER, "*"))
                return Symbol(self._verbatim().strip(), Role.FUNCTION)
            case "underset" | "overset" | "stackrel":
                return self._stacked(name)
            case "xrightarrow":
                return Scripted(Symbol("→", Role.RELATION), above=self._argument())
            case "underbrace" | "overbrace" | "underline" | "boxed" | "substack":
                return _grouped(self._argument())
            case "begin":
                return self._grid(self._verbatim())
            case "\\":
                return Symbol(";", Role.PUNCTUATION)
            case "middle" | "bigm":
                return self._delimiter(Role.RELATION)
            case _ if name in LEFT_DELIMITERS:
                return self._delimiter(Role.OPEN)
            case _ if name in RIGHT_DELIMITERS:
                return self._delimiter(Role.CLOSE)
            case _:
                raise TexError(f"unknown command \\{name}")

    def _delimiter(self, role: Role) -> Symbol:
        if self._take(Token(Kind.CHARACTER, ".")):
            return Symbol("", role)
        delimiter = self._atom()
        if not isinstance(delimiter, Symbol):
            raise TexError("a bracket must follow \\left, \\right and similar commands")
        return Symbol({"<": "⟨", ">": "⟩"}.get(delimiter.text, delimiter.text), role)

    def _stacked(self, name: str) -> Scripted:
        script, row = self._argument(), self._argument()
        base = row[0] if len(row) == 1 else Group(row)  # an operator keeps its spaces
        return Scripted(base, below=script) if name == "underset" else Scripted(base, above=script)

    def _upright(self) -> Node:
        """Upright letters as a word; anything else inside, such as a subscript, as mathematics."""
        start = self._position
        try:
            return _word(self._verbatim())
        except TexError:
            self._position = start
            return _grouped(self._argument())

    def _verbatim(self) -> str:
        """The text of a brace group, or of the single character that follows.

        Raises: TexError on a command inside: text cannot show it.
        """
        token = self._next()
        if token.kind is Kind.CHARACTER:
            return token.text
        if token.kind is not Kind.OPEN_GROUP:
            raise TexError("an opening brace is missing here")
        text = ""
        while self._position < len(self._tokens):
            token = self._tokens[self._position]
            self._position += 1
            if token == _END_OF_GROUP:
                return text
            text += _as_text(token)
        raise TexError("a brace is never closed")

    def _grid(self, environment: str) -> Grid:
        if environment not in MATRICES and environment not in ALIGNMENTS and environment != "cases":
            raise TexError(f"unknown environment {environment}")
        if environment == "array":
            self._verbatim()
        rows: list[list[Row]] = [[]]
        while True:
            rows[-1].append(self._row(_ENDS_OF_CELL))
            match self._next():
                case token if token == _NEXT_CELL:
                    continue
                case token if token == _NEXT_ROW:
                    rows.append([])
                case _:
                    break
        if self._verbatim() != environment:
            raise TexError(f"\\end does not close {environment}")
        return Grid(environment, tuple(tuple(cells) for cells in rows if any(cells)))


def _popped_base(nodes: list[Node]) -> Scripted:
    """What a script right after `nodes` belongs to, taken off the list."""
    if not nodes or isinstance(nodes[-1], Space):
        return Scripted(Symbol("", Role.ORDINARY))
    last = nodes.pop()
    return last if isinstance(last, Scripted) else Scripted(last)


def _grouped(row: Row) -> Node:
    """Braces around one symbol add nothing, but take an operator's spaces, as in TeX."""
    match row:
        case (Symbol(text=text, role=Role.BINARY | Role.RELATION | Role.PUNCTUATION | Role.SLASH | Role.BAR),):
            return Symbol(text, Role.ORDINARY)
        case (Symbol() | Styled() | Accent() | Fraction() | Root() as node,):
            return node
        case _:
            return Group(row)


def _word(text: str) -> Symbol:
    return Symbol(text, Role.WORD if len(text) > 1 else Role.ORDINARY)


def _as_text(token: Token) -> str:
    match token:
        case Token(kind=Kind.COMMAND, text="{" | "}" | "_" | "%" | "&" | "#" | "$" as text):
            return text
        case Token(kind=Kind.COMMAND, text=name) if name in SPACES:
            return " "
        case Token(kind=Kind.CHARACTER | Kind.SPACE):
            return token.text
        case _:
            raise TexError(f"{token.text} isn't allowed in text")


def _with_bars_resolved(nodes: Sequence[Node]) -> Row:
    """Bars of one bracket level open and close in turn; an odd number of them divides instead, as in p(x|y)."""
    resolved = list(nodes)
    levels: list[dict[str, list[int]]] = [defaultdict(list)]
    settled: list[dict[str, list[int]]] = []
    for index, node in enumerate(nodes):
        role = role_of(node)
        if role is Role.OPEN:
            levels.append(defaultdict(list))
        elif role is Role.CLOSE and len(levels) > 1:
            settled.append(levels.pop())
        elif role is Role.BAR:
            levels[-1][_bar(node)].append(index)
    for level in settled + levels:
        for glyph, indices in level.items():
            for index, role in zip(indices, _bar_roles(glyph, len(indices)), strict=True):
                resolved[index] = _with_role(resolved[index], role)
    return tuple(resolved)


def _bar(node: Node) -> str:
    match node:
        case Scripted(base=base):
            return _bar(base)
        case Symbol(text=text):
            return text
        case _:
            raise AssertionError(node)


def _bar_roles(glyph: str, count: int) -> Iterable[Role]:
    if count % 2 == 0:
        return [Role.OPEN, Role.CLOSE] * (count // 2)
    return [Role.RELATION if glyph == "|" else Role.DIVIDER] * count


def _with_role(node: Node, role: Role) -> Node:
    match node:
        case Scripted(base=base):
            return node._replace(base=_with_role(base, role))
        case Symbol(text=text):
            return Symbol(text, role)
        case _:
            raise AssertionError(node)
