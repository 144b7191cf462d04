"""Tokens to tree: the grammar of formulas; imports the formula package only.

Typed text is only ever read here: nothing is evaluated, imported or looked up by attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal

from interview_cli.domain.formula.building import (
    binary,
    counts_with,
    dot,
    indexed_as_elsewhere,
    is_axis_given,
    is_condition,
    log_to_base,
    norm,
    product_of,
    written_out,
)
from interview_cli.domain.formula.cursor import Cursor
from interview_cli.domain.formula.expression import (
    Binary,
    Bound,
    Call,
    Constant,
    Entry,
    Expression,
    Negate,
    Number,
    Product,
    Reduce,
    Series,
    Sum,
    Variable,
    free_axes,
    indexed,
)
from interview_cli.domain.formula.functions import ARGUMENTS, FUNCTIONS, REDUCTIONS
from interview_cli.domain.formula.names import (
    FUNCTION_VARIANTS,
    SHORTHANDS,
    Meaning,
    Notation,
)
from interview_cli.domain.formula.symbol import FormulaError, named
from interview_cli.domain.formula.tokens import Kind, Token, end_of_group

MAX_NUMBER: Final = 1e300
CLOSING: Final = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩"}
RELATIONS: Final = {"<": ("less", False), ">": ("less", True), "<=": ("at_most", False), ">=": ("at_most", True)}
CONDITION_WORDS: Final = ("if", "for", "when")
OTHERWISE: Final = ("otherwise", "else")
ARITHMETIC: Final = frozenset("+-*/^")
LAYOUT_ARGUMENTS: Final = frozenset({"dim", "axis", "keepdim", "keepdims"})
SPREAD_ARGUMENTS: Final = frozenset({"unbiased", "ddof", "correction"})
BOUNDS: Final = {"min": "max", "amin": "max", "max": "min", "amax": "min"}  # `clamp(x, min=0)` is max(x, 0)
WORD: Final = re.compile(r"(?<!\\)(?<![A-Za-z_])[A-Za-z]\w*")
LEAVES_OUT: Final = "a sum always covers all entries here: write out a partial sum"
SOFTMAXES: Final = frozenset({"softmax", "logsoftmax"})
TWO_OR_MORE: Final = frozenset({"max", "min"})
ALONG_AN_AXIS: Final = frozenset({*REDUCTIONS} - TWO_OR_MORE - {"norm"})  # `max(z, 0)` and `norm(z, 2)` name no axis
SUMMING: Final = frozenset({"sum", "prod", "mean", "Sigma", "Pi"})
OF_ANGLES: Final = frozenset({"sin", "cos", "tan"})
JUXTAPOSED: Final = frozenset({*FUNCTIONS, *REDUCTIONS, *FUNCTION_VARIANTS, "clip"})


class Grammar(Cursor):
    """What the tokens of one formula say, by recursive descent."""

    # --- sums, products, powers

    def whole(self) -> Expression:
        expression = self._sum()
        if self._is_word("if"):
            expression = self._chosen(expression)
        token = self._peek()
        if token is not None:
            raise self._not_understood(token)
        return expression

    def _chosen(self, then: Expression) -> Expression:
        """`a if x > 0 else b`."""
        self._take()
        condition = self._condition()
        if not self._is_word("else"):
            raise FormulaError("an else is missing", self._column())
        self._take()
        return Call("where", (condition, then, self.whole()))

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
            self._join_transposed(factors)
            if self._at_sign("@") or self._at_dot_product(factors[-1]):
                self._take()
                self._add_dot_product(factors, self._signed(self._power))
            elif self._at_sign("*"):
                self._take()
                factors.append(self._signed(self._power))
            elif self._at_sign("/", "//", "%"):
                operator = self._take().text
                left = product_of(factors)
                factors = [binary(operator, left, self._denominator())]
            elif self._starts_factor():
                factors.append(self._power())
            else:
                return product_of(factors)

    def _add_dot_product(self, factors: list[Expression], right: Expression) -> None:
        """The last factor becomes its dot product with `right`; a number times a vector is a product."""
        if free_axes(factors[-1]) and free_axes(right):
            factors[-1] = dot(factors[-1], right)
        else:
            factors.append(right)

    def _denominator(self) -> Expression:
        factors = [self._signed(self._power)]
        while self.notation is Notation.TYPED_LOOSELY and self._starts_factor():
            factors.append(self._power())
        return product_of(factors)

    def _at_dot_product(self, left: Expression) -> bool:
        token = self._peek()
        is_dot = token is not None and token.is_sign("*") and self._written(token) in ("\\cdot", "·", "⋅", "∙")
        return is_dot and self.notation is Notation.TYPED_OTHERWISE and bool(free_axes(left))

    def _join_transposed(self, factors: list[Expression]) -> None:
        """`q^\\top k` and `q k^\\top` are one number: the product with the transposed vector's neighbour."""
        if self.transposed is None or len(factors) < 2:
            return
        pair = factors[-2:]
        if self.transposed in pair and all(map(free_axes, pair)):
            factors[-2:] = [dot(*pair)]
            self.transposed = None

    def _starts_factor(self) -> bool:
        """Whether a factor follows without a sign; `2 3` is not a product, `2|x|` is."""
        token = self._peek()
        if token is None or self._ends_a_case(token):
            return False
        if token.kind is Kind.NUMBER:
            return self.position > 0 and self.tokens[self.position - 1].kind is not Kind.NUMBER
        if token.is_sign("‖") and self._written(token) == "||" and self.closing_bars[-1] == "|":
            self._part_bars(token)
            return False
        if token.is_sign("|", "‖"):
            return self.closing_bars[-1] != token.text
        return token.kind is not Kind.SIGN or token.is_sign(*CLOSING)

    def _part_bars(self, token: Token) -> None:
        """`|x - |y||` ends two absolute values, not one norm."""
        middle = token.start + 1
        self.tokens[self.position : self.position + 1] = [
            Token(Kind.SIGN, "|", token.start, middle),
            Token(Kind.SIGN, "|", middle, token.end),
        ]

    def _power(self) -> Expression:
        base = self._with_methods(self._atom())
        if self._at_transposition(base):
            self._take_transposition()
            self.transposed = base if free_axes(base) else None
            return base
        return Binary("^", base, self._exponent()) if self._at_sign("^") else base

    def _at_transposition(self, base: Expression) -> bool:
        """`^\\top`, and `^T` of a vector, unless T is a symbol here."""
        raised = self._raised("^")
        return raised == ["top"] or (raised == ["T"] and "T" not in self.table.meanings and bool(free_axes(base)))

    def _take_transposition(self) -> None:
        self.position = end_of_group(self.tokens, self.position + 1)

    def _raised(self, sign: str) -> list[str]:
        """What stands in the super- or subscript that begins here."""
        if not self._at_sign(sign):
            return []
        group = self.tokens[self.position + 1 : end_of_group(self.tokens, self.position + 1)]
        return [token.text for token in group if not token.is_sign("{", "}")]

    def _exponent(self) -> Expression:
        self._expect("^")
        with self._inside(self.closing_bars[-1]):
            if self._at_sign("{"):
                return self._brace_group()
            token = self._peek()
            is_bracketed = token is not None and (token.is_sign("(") or self.text[token.start - 1] == "{")
            exponent = self._signed(self._power)
            if is_bracketed or self.notation not in (Notation.TYPED_RAISED, Notation.TYPED_RAISED_WHOLLY):
                return exponent
            return self._rest_of_product(exponent, is_divided=self.notation is Notation.TYPED_RAISED_WHOLLY)

    def _with_methods(self, value: Expression) -> Expression:
        """`x.sum()`, `x.pow(2)` and their like."""
        while self._at_sign("."):
            dot = self._take()
            name = self._peek()
            if name is None or name.kind is not Kind.NAME:
                raise self._not_understood(dot)
            self._take()
            if name.text in ("T", "mT"):
                self.transposed = value if free_axes(value) else None
                continue
            self._expect("(")
            function = FUNCTION_VARIANTS.get(name.text, name.text)
            value = self._apply(function, self._arguments(")", function, value), name)
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
                    return self._with_arguments_in_braces(token.text)
            case Kind.SIGN if token.text in CLOSING:
                return self._bracketed(token)
            case Kind.SIGN if token.text in ("|", "‖"):
                with self._inside(token.text):
                    inside = self._sum()
                self._expect(token.text)
                is_norm = token.text == "‖" or (self.notation is Notation.TYPED_OTHERWISE and free_axes(inside))
                return self._norm(inside) if is_norm else Call("abs", (inside,))
            case Kind.CASES if token.text.startswith(r"\begin"):
                return self._cases()
            case _:
                raise self._not_understood(token)

    def _number(self, token: Token) -> Number:
        value = float(token.text)
        if value > MAX_NUMBER:
            raise FormulaError(f"{token.text} is too large", token.start + 1)
        return Number(value)

    def _norm(self, inside: Expression) -> Expression:
        """The norm that `‖` closes, with its subscript: 2 if none is written."""
        if not self._at_sign("_"):
            return norm(inside)
        start = self._take().start
        order = self._brace_group_text()
        if order in ("2", "F"):
            return norm(inside)
        if order not in ("1", "infty"):
            raise FormulaError("this norm is unknown: use 1, 2 or \\infty", start + 1)
        axes = tuple(sorted(free_axes(inside), key=lambda axis: axis.index))
        size = Call("abs", (inside,))
        return Reduce("sum" if order == "1" else "max", axes, size) if axes else size

    def _brace_group_text(self) -> str:
        end = end_of_group(self.tokens, self.position)
        group = self.tokens[self.position : end]
        self.position = end
        return "".join(token.text for token in group if not token.is_sign("{", "}"))

    def _bracketed(self, opening: Token) -> Expression:
        with self._inside(None):
            inside = self._sum_over_another() if opening.text == "{" else self._sum()
            if opening.text == "⟨":
                return self._inner_product(inside)
            if opening.text == "⌊" and self._at_sign("⌉"):
                self._take()
                return Call("round", (inside,))
            if self._at_sign(*RELATIONS):
                inside = self._relation(inside)
            self._expect(CLOSING[opening.text])
        if self._written(opening) == "\\{":
            self._skip_scripts()
        if self._at_sign("_") and self._raised("_") == ["+"]:
            self.position = end_of_group(self.tokens, self.position + 1)
            return Call("relu", (inside,))
        match opening.text:
            case "⌊":
                return Call("floor", (inside,))
            case "⌈":
                return Call("ceil", (inside,))
            case _:
                return inside

    def _condition(self) -> Expression:
        left = self._sum()
        if self._at_sign(*RELATIONS):
            return self._relation(left)
        if not is_condition(left):
            raise FormulaError("a condition is missing, such as x > 0", self._column())
        return left

    def _relation(self, left: Expression) -> Expression:
        """`a < b <= c`, 1 where it holds and 0 elsewhere; the left side was read."""
        parts: list[Expression] = []
        while self._at_sign(*RELATIONS):
            function, is_turned = RELATIONS[self._take().text]
            right = self._sum()
            parts.append(Call(function, (right, left) if is_turned else (left, right)))
            left = right
        return product_of(parts)

    def _column(self) -> int:
        token = self._peek()
        return len(self.text.rstrip()) + 1 if token is None else token.start + 1

    def _cases(self) -> Expression:
        """`\\begin{cases} a & x > 0 \\\\ b & \\text{otherwise} \\end{cases}`, whose beginning was taken."""
        with self._inside(None):
            rows = [self._case()]
            while not self._at_cases(r"\end"):
                rows.append(self._case())
            self._take()
        value = rows[-1][0]
        for row, condition in reversed(rows[:-1]):
            if condition is None:
                raise FormulaError("only the last case may have no condition", self._column())
            value = Call("where", (condition, row, value))
        return value

    def _case(self) -> tuple[Expression, Expression | None]:
        value = self._sum()
        while self._at_sign(",") or self._at_cases("&") or self._is_word(*CONDITION_WORDS):
            self._take()
        condition = None if self._is_word(*OTHERWISE) else self._condition()
        while self._is_word(*OTHERWISE) or self._at_sign(",", ".") or self._at_cases(r"\\"):
            self._take()
        return value, condition

    def _ends_a_case(self, token: Token) -> bool:
        is_word = token.kind is Kind.NAME and token.text.rstrip(".,") in (*CONDITION_WORDS, *OTHERWISE, "over")
        is_mark = token.kind is Kind.CASES and not token.text.startswith(r"\begin")
        return is_mark or (is_word and token.text not in self.table.meanings)

    def _at_cases(self, beginning: str) -> bool:
        token = self._peek()
        return token is not None and token.kind is Kind.CASES and token.text.startswith(beginning)

    def _is_word(self, *words: str) -> bool:
        token = self._peek()
        return token is not None and token.kind is Kind.NAME and token.text.rstrip(".,") in words

    def _inner_product(self, left: Expression) -> Expression:
        """`⟨q, k⟩`, whose bracket was taken."""
        if not (self._at_sign(",") or self._at_sign("|")):
            self._expect(",")
        self._take()
        right = self._sum()
        self._expect("⟩")
        return dot(left, right)

    def _skip_scripts(self) -> None:
        """`{r_j}_{j=1}^G` is the vector r: how a set is counted says nothing new."""
        while self._at_sign("_") or (self._at_sign("^") and self.tokens[self.position - 1].is_sign("}")):
            self.position = end_of_group(self.tokens, self.position + 1)

    def _brace_group(self) -> Expression:
        self._expect("{")
        with self._inside(None):
            inside = self._sum_over_another()
            self._expect("}")
        return inside

    def _sum_over_another(self) -> Expression:
        """`a \\over b`, as plain TeX writes a fraction in braces."""
        above = self._sum()
        if not self._is_word("over"):
            return above
        self._take()
        return Binary("/", above, self._sum())

    def _with_arguments_in_braces(self, command: str) -> Expression:
        if command == "sqrt":
            return self._root()
        above, below = self._fraction_part(), self._fraction_part()
        return Binary("/", above, below) if command == "frac" else Call("binom", (above, below))

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
            is_bare = not self._at_sign("{", "(")
            inside = self._brace_group() if self._at_sign("{") else self._atom()
            return Call("sqrt", (self._with_what_follows(inside) if is_bare else inside,))
        self._take()
        degree = self._sum()
        self._expect("]")
        inside = self._brace_group() if self._at_sign("{") else self._atom()
        return Binary("^", inside, Binary("/", Number(1.0), degree))

    # --- names

    def _name(self, token: Token) -> Expression:
        meaning = self.table.meanings.get(token.text)
        if token.text == "e" and self.notation is Notation.TYPED_OTHERWISE and self._at_sign("^"):
            return Constant("e")
        is_sigmoid = token.text == "sigma" and self._at_sign("(", "[", "{") and (meaning is None or meaning.is_short)
        if meaning is not None and not is_sigmoid:
            return self._symbol(meaning, token)
        if token.text in self.bound:
            return Bound(token.text)
        if token.text == "1" and (self._at_sign("(", "[")):
            return Number(1.0)  # an indicator, whose condition follows in brackets
        function = FUNCTION_VARIANTS.get(token.text, token.text)
        function = "sigmoid" if is_sigmoid else function
        if function == "E" and self._at_sign("(", "[", "{", "_"):
            function = "mean"
        if function in FUNCTIONS or function in REDUCTIONS or function in SHORTHANDS:
            return self._function(function, token)
        if token.text == "pi":
            return Constant("pi")
        if token.text == "e":
            return Constant("e")
        known = f"; use {named(self.symbols)}" if self.symbols else ""
        written, start = self._whole_word(token)
        raise FormulaError(f"the name {written!r} is unknown{known}", start + 1)

    def _whole_word(self, token: Token) -> tuple[str, int]:
        """The word that the person typed where only a part of it, cut off, is no name: `a_bar` of a and `bar`."""
        around = (
            found for found in WORD.finditer(self.text) if found.start() <= token.start and token.end <= found.end()
        )
        word = next(around, None)
        return (self._written(token), token.start) if word is None else (word[0], word.start())

    def _symbol(self, meaning: Meaning, token: Token) -> Expression:
        symbol = meaning.symbol
        if self._at_sign("_", "'"):
            raise FormulaError(f"{self._written(token)!r} doesn't have this subscript here", token.end + 1)
        if symbol.is_vector and symbol.over is not None:
            written = self._index_in_brackets() or meaning.index
            return Entry(symbol.name, written or symbol.over, symbol.over, is_bare=written is None)
        if self.notation is not Notation.BANK:
            self._skip_argument_list(meaning)
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

    def _skip_argument_list(self, meaning: Meaning) -> None:
        """`eps_theta(x_t, t)` is the prediction eps_theta: brackets with a comma are no factor.

        Nor are brackets without arithmetic, where the symbol is declared with arguments.
        """
        if not self._at_sign("("):
            return
        depth = 0
        signs: set[str] = set()
        for place in range(self.position, len(self.tokens)):
            token = self.tokens[place]
            depth += int(token.is_sign("(")) - int(token.is_sign(")"))
            if depth == 0:
                is_list = "," in signs or (meaning.takes_arguments and not signs & ARITHMETIC)
                self.position = place + 1 if is_list else self.position
                return
            if depth == 1 and token.kind is Kind.SIGN:
                signs.add(token.text)

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
                arguments = self._arguments(CLOSING[opening.text], function)
                if self.notation is Notation.TYPED_WIDELY and len(arguments) == 1 and function in FUNCTIONS:
                    arguments = [self._reaching_further(arguments[0], token, opening)]
        applied = self._apply(function, arguments, token)
        if function in SOFTMAXES:
            applied = self._entry_of(applied)
        if base is not None:
            applied = log_to_base(base, arguments[0])
        return applied if exponent is None else Binary("^", applied, exponent)

    def _entry_of(self, applied: Expression) -> Expression:
        """`softmax(z)_i` and `softmax(z)[i]`: the entry at i."""
        axes = free_axes(applied)
        index = self._index_in_brackets() or "".join(self._raised("_"))
        if self._at_sign("_"):
            self.position = end_of_group(self.tokens, self.position + 1)
        return indexed(applied, next(iter(axes)).over, index) if index.isalpha() and len(axes) == 1 else applied

    def _is_sum_sign(self, token: Token) -> bool:
        """Whether a drawn ∑ or ∏ stands here, which takes the product that follows; `sum(...)` takes its brackets."""
        return token.text in ("Sigma", "Pi") or (token.text in ("sum", "prod") and not self._written(token).isalpha())

    def _arguments(self, closing: str, function: str, *before: Expression) -> list[Expression]:
        """The arguments up to the closing bracket, which is taken; `before` holds what a method is called on."""
        arguments = list(before)
        with self._inside(None):
            if not self._at_sign(closing):
                self._add_argument(arguments, function)
            while self._at_sign(","):
                self._take()
                self._add_argument(arguments, function)
            self._expect(closing)
        return arguments

    def _add_argument(self, arguments: list[Expression], function: str) -> None:
        """One argument more; none for `dim=-1` and its like, which say nothing here."""
        name, equals = self._peek(), self._peek(1)
        if function == "where" and not arguments:
            arguments.append(self._condition())
        elif name is None or equals is None or not equals.is_sign("="):
            arguments.append(self._sum())
        elif function in ("clip", "clamp") and name.text in BOUNDS:
            self.position += 2
            arguments[:1] = [Call(BOUNDS[name.text], (*arguments[:1], self._sum()))]
        elif name.text in SPREAD_ARGUMENTS:
            self._take_population(name)
        elif name.text in LAYOUT_ARGUMENTS:
            while self._peek() is not None and not self._at_sign(",", *CLOSING.values()):
                self._take()
        else:
            arguments.append(self._sum())

    def _take_population(self, name: Token) -> None:
        """`unbiased=False`, `ddof=0`: the spread of the entries themselves, as `var` and `std` are here."""
        self.position += 2
        value = self._take()
        if value.text not in ("False", "0"):
            raise FormulaError(
                "var and std divide by the number of entries here: write out any other divisor", name.start + 1
            )

    def _juxtaposed(self, function: str) -> Expression:
        """The argument without brackets: of `\\log a b` the product, of `√2x` and `sqrt 2 x` the 2 alone."""
        factors = [self._signed(self._power)]
        if self.notation is Notation.TYPED_WIDELY:
            return self._rest_of_product(factors[0])
        if function == "sqrt":
            return self._with_what_follows(factors[0])
        while self.notation is not Notation.TYPED_TIGHTLY and self._starts_factor():
            token = self._peek()
            if token is None or token.is_sign("(", "[") or self._is_function(token):
                break
            factors.append(self._power())
        argument = product_of(factors)
        if self.notation is Notation.TYPED_LOOSELY and self._at_sign("/"):
            self._take()
            return Binary("/", argument, self._denominator())
        if self.notation is Notation.TYPED_BY_HALVES and self._at_sign("/"):
            self._take()
            return Binary("/", argument, self._power())
        return argument

    def _reaching_further(self, argument: Expression, function: Token, opening: Token) -> Expression:
        """`log (a)/b` and `cos(a) b`, which may mean log(a/b) and cos(a b): a space, or an angle, leaves it open."""
        is_apart = self.text[function.end : opening.start].isspace()
        if not is_apart and function.text not in OF_ANGLES:
            return argument
        return self._rest_of_product(argument, is_divided=is_apart)

    def _rest_of_product(self, argument: Expression, *, is_divided: bool = True) -> Expression:
        """The argument with what follows it up to a sign or another function: `w(p - s)`, `p/q`, `\\frac1K\\sum_k z_k`."""
        factors = [argument]
        while (token := self._peek()) is not None:
            if is_divided and self._at_sign("/"):
                self._take()
                factors = [Binary("/", product_of(factors), self._power())]
            elif self._starts_factor() and (not self._is_function(token) or token.text in SUMMING):
                factors.append(self._power())
            else:
                break
        return product_of(factors)

    def _with_what_follows(self, inside: Expression) -> Expression:
        """`√2x` read loosely: all of the product is under the root."""
        factors = [inside]
        while self.notation is Notation.TYPED_LOOSELY and self._starts_factor():
            factors.append(self._power())
        return product_of(factors)

    def _is_function(self, token: Token) -> bool:
        return token.kind is Kind.NAME and token.text not in self.table.meanings and token.text in JUXTAPOSED

    def _log_base(self, token: Token) -> Expression:
        if token.text != "log":
            raise FormulaError(f"{self._written(token)!r} can't have a subscript", token.end + 1)
        self._take()
        return self._brace_group() if self._at_sign("{") else self._atom()

    def _reduction_over_index(self, function: str, token: Token) -> Expression:
        """`\\sum_{i=1}^N a_i b_i`: up to the next + or -; `max_j(z_j) y`, which is not linear: its brackets only."""
        below: Sequence[Token] = ()
        above: Sequence[Token] = ()
        while self._at_sign("_", "^"):
            is_below = self._take().text == "_"
            end = end_of_group(self.tokens, self.position)
            group = [part for part in self.tokens[self.position : end] if not part.is_sign("{", "}")]
            below, above = (group, above) if is_below else (below, group)
            self.position = end
        if token.text == "E" and below and below[-1].text in self.table.meanings:
            return self._expectation(below, token)
        index = self._index(below, token)
        is_bracketed = function != "sum" and self._at_sign("(", "[", "{")
        self.bound += [index] if index else []
        body = self._atom() if is_bracketed else self._product()
        del self.bound[len(self.bound) - int(bool(index)) :]
        is_counted = index is not None and (counts_with(body, index) or (above and not free_axes(body)))
        if index is not None and is_counted:
            return self._series(function, index, below, above, body, token)
        self._check_all_entries(below, above)
        return self._reduce(function, body, index, token)

    def _expectation(self, below: Sequence[Token], token: Token) -> Expression:
        """`E_p[x]` and `E_{x \\sim p}[x]`: the mean of x with the probabilities p, a vector."""
        probability = self._part(below[-1:])
        is_distribution = len(below) == 1 or (len(below) == 3 and below[1].text in ("sim", "~"))
        if not is_distribution or not free_axes(probability) or not self._at_sign("(", "[", "{"):
            raise FormulaError(f"the index of {self._written(token)!r} can't be read", token.end + 1)
        return dot(probability, self._atom())

    def _check_all_entries(self, below: Sequence[Token], above: Sequence[Token]) -> None:
        """Bounds that leave an entry out, or go beyond the last, are not read as the whole sum.

        From 1 to a name, or from 0 to a name less 1; from 0 to a name that is not the number of entries.
        """
        first = "".join(token.text for token in below[2:]) if len(below) > 1 and below[1].is_sign("=") else "1"
        last = [token.text for token in above]
        lengths = {key for key, meaning in self.table.meanings.items() if meaning.symbol.domain == "length"}
        is_name = len(last) == 1
        is_one_less = len(last) == 3 and last[1:] == ["-", "1"]
        is_whole = not last or (first == "1" and is_name) or (first == "0" and (is_one_less or is_name))
        if not is_whole or first not in ("0", "1") or (first == "0" and is_name and last[0] in lengths):
            raise FormulaError(LEAVES_OUT, (above or below)[0].start + 1)

    def _series(
        self,
        function: str,
        index: str,
        below: Sequence[Token],
        above: Sequence[Token],
        body: Expression,
        token: Token,
    ) -> Expression:
        """`\\sum_{k=0}^{n-1} a^k`, whose index is a number in the body."""
        kind: Literal["sum", "prod"] = "prod" if function == "prod" else "sum"
        has_bounds = len(below) > 2 and below[1].is_sign("=") and above
        if function not in ("sum", "prod") or not has_bounds or any(axis.index == index for axis in free_axes(body)):
            raise FormulaError(f"the index of {self._written(token)!r} can't be read", token.end + 1)
        return Series(kind, index, self._part(below[2:]), self._part(above), body)

    def _part(self, tokens: Sequence[Token]) -> Expression:
        """What these tokens say by themselves."""
        part = Grammar(list(tokens), self.text, self.symbols, self.table, self.notation)
        part.nesting = self.nesting
        part.bound = self.bound
        return part.whole()

    def _index(self, inside: Sequence[Token], token: Token) -> str | None:
        """The index of a subscript `i`, `{i=1}` or `{i ∈ B}`; None where only the end is written."""
        if not inside:
            return None
        if inside[0].kind is not Kind.NAME or not inside[0].text.isalpha():
            raise FormulaError(f"the index of {self._written(token)!r} can't be read", token.end + 1)
        if len(inside) > 1 and not (inside[1].is_sign("=", "∈") or inside[1].text == "in"):
            raise FormulaError(LEAVES_OUT, inside[1].start + 1)
        return inside[0].text

    def _apply(self, function: str, arguments: list[Expression], token: Token) -> Expression:
        if function in ALONG_AN_AXIS and token.text != "logaddexp" and is_axis_given(arguments):
            arguments = arguments[:1]
        if function in REDUCTIONS and len(arguments) == 1:
            if function == "norm":
                return norm(arguments[0])
            return self._reduce(function, arguments[0], None, token)
        if function in SHORTHANDS:
            meant = written_out(function, arguments)
            if meant is not None:
                return meant
        elif function == "logsumexp" and len(arguments) >= 2:
            return Call("log", (Sum(tuple(Call("exp", (argument,)) for argument in arguments)),))
        elif function in FUNCTIONS and self._takes(function, len(arguments)):
            return Call(function, tuple(arguments))
        raise FormulaError(f"{self._written(token)} doesn't take {len(arguments)} arguments", token.start + 1)

    def _takes(self, function: str, count: int) -> bool:
        return count == ARGUMENTS.get(function, 1) or (function in TWO_OR_MORE and count >= 2)

    def _reduce(self, function: str, body: Expression, index: str | None, token: Token) -> Expression:
        """The reduction of `body` over `index`, or over all its open indices where none is written.

        `\\sum_k z` over a vector z whose entries are counted by j runs over j: the bare z has no index of its own.
        `\\sum_{i=1}^N c` of something without an index is N times it.
        """
        body = body if index is None else indexed_as_elsewhere(body, index)
        open_axes = sorted(free_axes(body), key=lambda axis: axis.index)
        named_axes = [axis for axis in open_axes if index in (None, axis.index)]
        if named_axes:
            return Reduce(function, tuple(named_axes), body)
        lengths = [symbol for symbol in self.symbols if symbol.domain == "length" and symbol.over == index]
        if function == "sum" and lengths:
            return Product((body, Variable(lengths[0].name)))
        if token.text == "E":
            raise FormulaError("the expectation has nothing to average over: write its value", token.start + 1)
        raise FormulaError(f"{self._written(token)!r} has no index to run over", token.start + 1)
