"""Text to tree: what a bank file or a person writes becomes an Expression; imports the formula package only.

A recursive descent over the tokens of `names`; every step down is counted, so that no input exhausts the stack. Typed
text is only ever read here: nothing is evaluated, imported or looked up by attribute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Final

from interview_cli.domain.formula.expression import (
    Binary,
    Call,
    Constant,
    Entry,
    Expression,
    Negate,
    Number,
    Product,
    Reduce,
    Sum,
    Variable,
    free_axes,
    levels,
    work,
)
from interview_cli.domain.formula.functions import FUNCTIONS, REDUCTIONS
from interview_cli.domain.formula.names import (
    FUNCTION_VARIANTS,
    SHORTHANDS,
    Notation,
    SymbolTable,
    assemble,
    match_phrases,
    symbol_table,
)
from interview_cli.domain.formula.symbol import FormulaError, Symbol, named
from interview_cli.domain.formula.tokens import Kind, Token, end_of_group, tokenize

MAX_NESTING: Final = 60  # brackets, fractions, powers and functions inside one another
MAX_HEIGHT: Final = 120  # levels of the tree, which also counts the links of a chain of divisions
MAX_WORK: Final = 5000  # nodes visited for one value, with vectors of LONGEST entries
LONGEST: Final = 6
MAX_NUMBER: Final = 1e300
CLOSING: Final = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉"}
LAYOUT_ARGUMENTS: Final = frozenset({"dim", "axis", "keepdim", "keepdims"})
LINEAR: Final = frozenset({"sum", "mean"})
TWO_OR_MORE: Final = frozenset({"max", "min"})
ALONG_AN_AXIS: Final = frozenset({*REDUCTIONS} - TWO_OR_MORE - {"norm"})  # `max(z, 0)` and `norm(z, 2)` name no axis
JUXTAPOSED: Final = frozenset({*FUNCTIONS, *REDUCTIONS, *FUNCTION_VARIANTS, "clip"})


def parse(text: str, symbols: Sequence[Symbol]) -> Expression:
    """The expression that a bank file holds, Python-like or LaTeX; every name stands apart.

    Raises: FormulaError with the column (from 1) of what is not understood.
    """
    return _parse_once(text, tuple(symbols))


@lru_cache(maxsize=1024)
def _parse_once(text: str, symbols: tuple[Symbol, ...]) -> Expression:
    """The forms of a bank are compared with every answer to their item: each is parsed once."""
    return _parse(tokenize(text), text, symbols, Notation.BANK)


def read(text: str, symbols: Sequence[Symbol]) -> Expression:
    """The expression that a person typed: LaTeX, Python-like or Unicode, `2Td` for 2*T*d, perhaps `loss = ...`.

    Raises: FormulaError with the column (from 1) of what is not understood, and nothing else for any text.
    """
    return _parse(_without_name_before_equals(_without_full_stop(tokenize(text))), text, symbols, Notation.TYPED)


def _parse(tokens: list[Token], text: str, symbols: Sequence[Symbol], notation: Notation) -> Expression:
    table = symbol_table(symbols)
    names = match_phrases(assemble(tokens, table, notation), table)
    expression = _Parser(names, text, symbols, table, notation).whole()
    if len(levels(expression)) > MAX_HEIGHT:
        raise FormulaError("too many divisions or powers in one another")
    if work(expression, LONGEST) > MAX_WORK:
        raise FormulaError("too many sums in one another")
    free_axes(expression)
    return expression


def _without_full_stop(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and tokens[-1].is_sign(".", ",", ";"):
        tokens = tokens[:-1]
    return tokens


def _without_name_before_equals(tokens: list[Token]) -> list[Token]:
    """What is right of the one `=`, where a plain name, perhaps with arguments, stands left of it."""
    equals = _places_of_equals(tokens)
    if not equals:
        return tokens
    if len(equals) > 1:
        raise FormulaError("more than one = sign: give the right-hand side only", tokens[equals[1]].start + 1)
    left, right = tokens[: equals[0]], tokens[equals[0] + 1 :]
    if not _is_plain_name(left):
        raise FormulaError("left of the = stands no plain name: give the right-hand side only", 1)
    if not right:
        raise FormulaError("nothing stands right of the =", tokens[equals[0]].end + 1)
    return right


def _places_of_equals(tokens: Sequence[Token]) -> list[int]:
    depth = 0
    places: list[int] = []
    for place, token in enumerate(tokens):
        depth += int(token.is_sign("(", "[", "{")) - int(token.is_sign(")", "]", "}"))
        if token.is_sign("=") and depth == 0:
            places.append(place)
    return places


def _is_plain_name(tokens: Sequence[Token]) -> bool:
    names = assemble(tokens, None) if tokens else []
    is_alone = len(names) == 1
    has_arguments = len(names) > 2 and names[1].is_sign("(", "[") and names[-1].is_sign(")", "]")
    return bool(names) and names[0].kind is Kind.NAME and (is_alone or has_arguments)


class _Parser:
    def __init__(
        self, tokens: list[Token], text: str, symbols: Sequence[Symbol], table: SymbolTable, notation: Notation
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.symbols = symbols
        self.table = table
        self.notation = notation
        self.position = 0
        self.nesting = 0
        self.closing_bars: list[str | None] = [None]  # the bar that would close what is open, None inside brackets

    # --- tokens

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.position + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def _at_sign(self, *signs: str) -> bool:
        token = self._peek()
        return token is not None and token.is_sign(*signs)

    def _take(self) -> Token:
        token = self._peek()
        if token is None:
            raise FormulaError("the formula ends too early", len(self.text.rstrip()) + 1)
        self.position += 1
        return token

    def _expect(self, sign: str) -> None:
        token = self._take_or_miss(sign)
        if not token.is_sign(sign):
            raise FormulaError(f"expected {sign} but found {self._written(token)!r}", token.start + 1)

    def _take_or_miss(self, sign: str) -> Token:
        if self._peek() is None:
            raise FormulaError(f"a {sign} is missing", len(self.text.rstrip()) + 1)
        return self._take()

    def _written(self, token: Token) -> str:
        return self.text[token.start : token.end] or token.text

    def _not_understood(self, token: Token) -> FormulaError:
        return FormulaError(f"{self._written(token)!r} is not understood here", token.start + 1)

    @contextmanager
    def _inside(self, closing_bar: str | None) -> Iterator[None]:
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            token = self._peek()
            raise FormulaError(f"nested more than {MAX_NESTING} deep", token.start + 1 if token else None)
        self.closing_bars.append(closing_bar)
        yield
        self.closing_bars.pop()
        self.nesting -= 1

    # --- sums, products, powers

    def whole(self) -> Expression:
        expression = self._sum()
        token = self._peek()
        if token is not None:
            raise self._not_understood(token)
        return expression

    def _sum(self) -> Expression:
        terms = [self._signed(self._product)]
        while self._at_sign("+", "-"):
            terms.append(self._signed(self._product))
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def _signed(self, part: Callable[[], Expression]) -> Expression:
        is_negative = False
        while self._at_sign("+", "-"):
            is_negative ^= self._take().text == "-"
        expression = part()
        return Negate(expression) if is_negative else expression

    def _product(self) -> Expression:
        factors = [self._power()]
        while True:
            if self._at_sign("*"):
                self._take()
                factors.append(self._signed(self._power))
            elif self._at_sign("/", "//", "%"):
                operator = self._take().text
                left = _product_of(factors)
                right = self._signed(self._power)
                factors = [_binary(operator, left, right)]
            elif self._starts_factor():
                factors.append(self._power())
            else:
                return _product_of(factors)

    def _starts_factor(self) -> bool:
        """Whether a factor follows without a sign; `2 3` is not a product, `2|x|` is."""
        token = self._peek()
        if token is None:
            return False
        if token.kind is Kind.NUMBER:
            return self.position > 0 and self.tokens[self.position - 1].kind is not Kind.NUMBER
        if token.is_sign("‖") and self._written(token) == "||" and self.closing_bars[-1] == "|":
            self._part_bars(token)
            return False
        if token.is_sign("|", "‖"):
            return self.closing_bars[-1] != token.text
        return token.kind is not Kind.SIGN or token.is_sign("(", "[", "{", "⌊", "⌈")

    def _part_bars(self, token: Token) -> None:
        """`|x - |y||` ends two absolute values, not one norm."""
        middle = token.start + 1
        self.tokens[self.position : self.position + 1] = [
            Token(Kind.SIGN, "|", token.start, middle),
            Token(Kind.SIGN, "|", middle, token.end),
        ]

    def _power(self) -> Expression:
        base = self._with_methods(self._atom())
        return Binary("^", base, self._exponent()) if self._at_sign("^") else base

    def _exponent(self) -> Expression:
        self._expect("^")
        with self._inside(self.closing_bars[-1]):
            return self._brace_group() if self._at_sign("{") else self._signed(self._power)

    def _with_methods(self, value: Expression) -> Expression:
        """`x.sum()`, `x.pow(2)` and their like."""
        while self._at_sign("."):
            dot = self._take()
            name = self._peek()
            if name is None or name.kind is not Kind.NAME:
                raise self._not_understood(dot)
            self._take()
            self._expect("(")
            others = self._arguments(")")
            value = self._apply(FUNCTION_VARIANTS.get(name.text, name.text), [value, *others], name)
        return value

    # --- atoms

    def _atom(self) -> Expression:
        token = self._take()
        match token.kind:
            case Kind.NUMBER:
                return self._number(token)
            case Kind.NAME:
                return self._name(token)
            case Kind.COMMAND:
                with self._inside(self.closing_bars[-1]):
                    return self._fraction() if token.text == "frac" else self._root()
            case Kind.SIGN if token.text in CLOSING:
                return self._bracketed(token)
            case Kind.SIGN if token.text in ("|", "‖"):
                with self._inside(token.text):
                    inside = self._sum()
                self._expect(token.text)
                return Call("abs", (inside,)) if token.text == "|" else _norm(inside)
            case _:
                raise self._not_understood(token)

    def _number(self, token: Token) -> Number:
        value = float(token.text)
        if value > MAX_NUMBER:
            raise FormulaError(f"{token.text} is too large", token.start + 1)
        return Number(value)

    def _bracketed(self, opening: Token) -> Expression:
        with self._inside(None):
            inside = self._sum()
            self._expect(CLOSING[opening.text])
        match opening.text:
            case "⌊":
                return Call("floor", (inside,))
            case "⌈":
                return Call("ceil", (inside,))
            case _:
                return inside

    def _brace_group(self) -> Expression:
        self._expect("{")
        with self._inside(None):
            inside = self._sum()
            self._expect("}")
        return inside

    def _fraction(self) -> Expression:
        above, below = self._fraction_part(), self._fraction_part()
        return Binary("/", above, below)

    def _fraction_part(self) -> Expression:
        """A group, or one digit or name: `\\frac12` is a half."""
        token = self._peek()
        if token is not None and token.kind is Kind.NUMBER and token.text.isdigit() and len(token.text) > 1:
            middle = token.start + 1
            self.tokens[self.position : self.position + 1] = [
                Token(Kind.NUMBER, token.text[0], token.start, middle),
                Token(Kind.NUMBER, token.text[1:], middle, token.end),
            ]
        return self._brace_group() if self._at_sign("{") else self._atom()

    def _root(self) -> Expression:
        if not self._at_sign("["):
            inside = self._brace_group() if self._at_sign("{") else self._atom()
            return Call("sqrt", (inside,))
        self._take()
        degree = self._sum()
        self._expect("]")
        inside = self._brace_group() if self._at_sign("{") else self._atom()
        return Binary("^", inside, Binary("/", Number(1.0), degree))

    # --- names

    def _name(self, token: Token) -> Expression:
        meaning = self.table.meanings.get(token.text)
        if meaning is not None:
            return self._symbol(meaning.symbol, meaning.index, token)
        function = FUNCTION_VARIANTS.get(token.text, token.text)
        if function == "sigma" and self._at_sign("(", "[", "{"):
            function = "sigmoid"
        if function in FUNCTIONS or function in REDUCTIONS or function in SHORTHANDS:
            return self._function(function, token)
        if token.text == "pi":
            return Constant("pi")
        if token.text == "e":
            return Constant("e")
        known = f"; the names here are {named(self.symbols)}" if self.symbols else ""
        raise FormulaError(f"the name {self._written(token)!r} is unknown{known}", token.start + 1)

    def _symbol(self, symbol: Symbol, index: str | None, token: Token) -> Expression:
        if self._at_sign("_", "'"):
            raise FormulaError(f"{self._written(token)!r} has no such subscript here", token.end + 1)
        if symbol.is_vector and symbol.over is not None:
            return Entry(symbol.name, self._index_in_brackets() or index or symbol.over, symbol.over)
        if self.notation is Notation.TYPED:
            self._skip_argument_list()
        return Variable(symbol.name)

    def _index_in_brackets(self) -> str | None:
        """`z[j]`."""
        opening, index, closing = self._peek(), self._peek(1), self._peek(2)
        if opening is None or index is None or closing is None or not opening.is_sign("["):
            return None
        if index.kind is not Kind.NAME or not index.text.isalpha() or not closing.is_sign("]"):
            return None
        self.position += 3
        return index.text

    def _skip_argument_list(self) -> None:
        """`eps_theta(x_t, t)` is the prediction eps_theta: brackets with a comma are no factor."""
        if not self._at_sign("("):
            return
        depth = 0
        has_comma = False
        for place in range(self.position, len(self.tokens)):
            token = self.tokens[place]
            depth += int(token.is_sign("(")) - int(token.is_sign(")"))
            has_comma |= depth == 1 and token.is_sign(",")
            if depth == 0:
                self.position = place + 1 if has_comma else self.position
                return

    # --- functions

    def _function(self, function: str, token: Token) -> Expression:
        with self._inside(self.closing_bars[-1]):
            if function in REDUCTIONS and self._at_sign("_", "^"):
                return self._reduction_over_index(function, token)
            base = self._log_base(token) if self._at_sign("_") else None
            exponent = self._exponent() if self._at_sign("^") else None
            if self._is_sum_sign(token) or not self._at_sign("(", "[", "{"):
                arguments = [self._product() if function in REDUCTIONS else self._juxtaposed(function)]
            else:
                opening = self._take()
                arguments = self._arguments(CLOSING[opening.text])
        applied = self._apply(function, arguments, token)
        if base is not None:
            applied = _log_to_base(base, arguments[0])
        return applied if exponent is None else Binary("^", applied, exponent)

    def _is_sum_sign(self, token: Token) -> bool:
        """Whether a drawn ∑ or ∏ stands here, which takes the product that follows; `sum(...)` takes its brackets."""
        return token.text in ("Sigma", "Pi") or (token.text in ("sum", "prod") and not self._written(token).isalpha())

    def _arguments(self, closing: str) -> list[Expression]:
        """The arguments up to the closing bracket, which is taken."""
        with self._inside(None):
            arguments = [] if self._at_sign(closing) else self._argument()
            while self._at_sign(","):
                self._take()
                arguments += self._argument()
            self._expect(closing)
        return arguments

    def _argument(self) -> list[Expression]:
        """One argument; none for `dim=-1` and its like, which say nothing here."""
        name, equals = self._peek(), self._peek(1)
        if name is None or equals is None or name.text not in LAYOUT_ARGUMENTS or not equals.is_sign("="):
            return [self._sum()]
        while self._peek() is not None and not self._at_sign(",", *CLOSING.values()):
            self._take()
        return []

    def _juxtaposed(self, function: str) -> Expression:
        """The argument without brackets: of `\\log a b` the product, of `√2x` and `sqrt 2 x` the 2 alone."""
        factors = [self._signed(self._power)]
        while function != "sqrt" and self._starts_factor():
            token = self._peek()
            if token is None or token.is_sign("(", "[") or self._is_function(token):
                break
            factors.append(self._power())
        return _product_of(factors)

    def _is_function(self, token: Token) -> bool:
        return token.kind is Kind.NAME and token.text not in self.table.meanings and token.text in JUXTAPOSED

    def _log_base(self, token: Token) -> Expression:
        if token.text != "log":
            raise FormulaError(f"{self._written(token)!r} takes no subscript", token.end + 1)
        self._take()
        return self._brace_group() if self._at_sign("{") else self._atom()

    def _reduction_over_index(self, function: str, token: Token) -> Expression:
        """`\\sum_{i=1}^N a_i b_i`: up to the next + or -; `max_j(z_j) y`, which is not linear: its brackets only."""
        index: str | None = None
        while self._at_sign("_", "^"):
            is_below = self._take().text == "_"
            end = end_of_group(self.tokens, self.position)
            if is_below:
                index = self._index(self.tokens[self.position : end], token)
            self.position = end
        is_bracketed = function not in LINEAR and self._at_sign("(")
        body = self._power() if is_bracketed else self._product()
        return self._reduce(function, body, index, token)

    def _index(self, group: Sequence[Token], token: Token) -> str:
        """The index of a subscript `i`, `{i=1}` or `{i ∈ B}`."""
        inside = [part for part in group if not part.is_sign("{", "}")]
        if not inside or inside[0].kind is not Kind.NAME or not inside[0].text.isalpha():
            raise FormulaError(f"the index of {self._written(token)!r} is not understood", token.end + 1)
        if len(inside) > 1 and not (inside[1].is_sign("=", "∈") or inside[1].text == "in"):
            raise FormulaError("a sum runs over all entries here: write out what it leaves out", inside[1].start + 1)
        return inside[0].text

    def _apply(self, function: str, arguments: list[Expression], token: Token) -> Expression:
        if function in ALONG_AN_AXIS and token.text != "logaddexp" and _is_axis_given(arguments):
            arguments = arguments[:1]
        if function in REDUCTIONS and len(arguments) == 1:
            if function == "norm":
                return _norm(arguments[0])
            return self._reduce(function, arguments[0], None, token)
        if function in SHORTHANDS:
            written_out = _written_out(function, arguments)
            if written_out is not None:
                return written_out
        elif function == "logsumexp" and len(arguments) >= 2:
            return Call("log", (Sum(tuple(Call("exp", (argument,)) for argument in arguments)),))
        elif function in FUNCTIONS and (len(arguments) == 1 or (function in TWO_OR_MORE and len(arguments) >= 2)):
            return Call(function, tuple(arguments))
        raise FormulaError(f"{self._written(token)} does not take {len(arguments)} arguments", token.start + 1)

    def _reduce(self, function: str, body: Expression, index: str | None, token: Token) -> Expression:
        """The reduction of `body` over `index`, or over all its open indices where none is written.

        `\\sum_k z` over a vector z whose entries are counted by j runs over j: the bare z has no index of its own.
        `\\sum_{i=1}^N c` of something without an index is N times it.
        """
        open_axes = sorted(free_axes(body), key=lambda axis: axis.index)
        named_axes = [axis for axis in open_axes if index in (None, axis.index)]
        unnamed_axes = [axis for axis in open_axes if axis.index == axis.over]
        if named_axes:
            return Reduce(function, tuple(named_axes), body)
        if len(unnamed_axes) == 1:
            return Reduce(function, tuple(unnamed_axes), body)
        lengths = [symbol for symbol in self.symbols if symbol.domain == "length" and symbol.over == index]
        if function == "sum" and lengths:
            return Product((body, Variable(lengths[0].name)))
        raise FormulaError(f"there is no index for {self._written(token)!r} to run over", token.start + 1)


def _is_axis_given(arguments: Sequence[Expression]) -> bool:
    """Whether `(z, -1)` stands here: something of several entries, and which of its axes."""
    match arguments:
        case [entries, Number(value=0.0 | 1.0) | Negate(operand=Number(value=1.0 | 2.0))]:
            return bool(free_axes(entries))
        case _:
            return False


def _product_of(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _binary(operator: str, left: Expression, right: Expression) -> Expression:
    match operator:
        case "//":
            return Binary("//", left, right)
        case "%":
            return Binary("%", left, right)
        case _:
            return Binary("/", left, right)


def _norm(inside: Expression) -> Expression:
    axes = tuple(sorted(free_axes(inside), key=lambda axis: axis.index))
    return Reduce("norm", axes, inside) if axes else Call("abs", (inside,))


def _log_to_base(base: Expression, argument: Expression) -> Expression:
    match base:
        case Number(value=2.0):
            return Call("log2", (argument,))
        case Number(value=10.0):
            return Call("log10", (argument,))
        case _:
            return Binary("/", Call("log", (argument,)), Call("log", (base,)))


def _written_out(function: str, arguments: Sequence[Expression]) -> Expression | None:
    """The expression that a shorthand stands for, None if the number of arguments does not fit."""
    match function, arguments:
        case "clip" | "clamp", [value, low, high]:
            return Call("min", (Call("max", (value, low)), high))
        case "pow" | "power", [base, exponent]:
            return Binary("^", base, exponent)
        case "square", [value]:
            return Binary("^", value, Number(2.0))
        case "rsqrt", [value]:
            return Binary("/", Number(1.0), Call("sqrt", (value,)))
        case "reciprocal", [value]:
            return Binary("/", Number(1.0), value)
        case _:
            return None
