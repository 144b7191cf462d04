"""Which tokens make one name, and which symbol it is, however it is written; imports the formula package only.

People write one symbol in many ways: `alpha_bar_t`, `abar_t`, `\\bar{\\alpha}_t`, `\\bar\\alpha_{t}`, `ᾱₜ`. All of them
have one *key*, made of their pieces without punctuation, accents last. A symbol table maps keys to symbols; a spelling
of several names and signs, such as `\\epsilon_\\theta(x_t, t)` or `D_{KL}(q\\|p)`, is a *phrase*, matched as a whole.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from interview_cli.domain.formula.functions import FUNCTIONS, REDUCTIONS
from interview_cli.domain.formula.symbol import FormulaError, Symbol
from interview_cli.domain.formula.tokens import GREEK, Kind, Token, end_of_group, tokenize, words

KNOWN_LETTERS: Final = frozenset({"pi", "Pi", "Sigma", "Phi"})  # a number, a product, a sum, a function
GLUED: Final = re.compile(r"(ln|sqrt)(\d+)")  # `ln2`; log2 and log10 are functions
LONGEST_RUN: Final = 24  # letters written without a space that are tried as several names
MOST_PIECES: Final = 12  # of one name
LONGEST_INDEX: Final = 6  # tokens of `[t-1]` and its like
ABBREVIATIONS: Final = {"eps": "epsilon", "lam": "lambda", "lambd": "lambda", "sig": "sigma"}
ACCENT_WORDS: Final = ("hat", "bar", "tilde")
MODULES: Final = words("np numpy math cmath torch jax jnp tf nn functional F scipy sp special linalg keras K sympy")
FUNCTION_VARIANTS: Final = {
    "Abs": "abs",
    "Clip": "clip",
    "Exp": "exp",
    "LogSumExp": "logsumexp",
    "Max": "max",
    "Mean": "mean",
    "Min": "min",
    "Softmax": "softmax",
    "Std": "std",
    "Var": "var",
    "absolute": "abs",
    "average": "mean",
    "binomial": "binom",
    "comb": "binom",
    "fabs": "abs",
    "inner": "dot",
    "int": "floor",
    "ln": "log",
    "log_softmax": "logsoftmax",
    "matmul": "dot",
    "nanmean": "mean",
    "rint": "round",
    "sgn": "sign",
    "vdot": "dot",
    "Sigma": "sum",
    "Pi": "prod",
    "maximum": "max",
    "minimum": "min",
    "amax": "max",
    "amin": "min",
    "logaddexp": "logsumexp",
    "expit": "sigmoid",
    "swish": "silu",
    "GELU": "gelu",
    "GeLU": "gelu",
    "ReLU": "relu",
    "SiLU": "silu",
    "Sigmoid": "sigmoid",
    "Softplus": "softplus",
    "Swish": "silu",
}
SHORTHANDS: Final = words(
    "add clamp clip div divide dot hypot lerp logsoftmax mul multiply pow power reciprocal rsqrt softmax square sub"
    " subtract"
)
FUNCTION_NAMES: Final = frozenset({*FUNCTIONS, *REDUCTIONS, *FUNCTION_VARIANTS, *SHORTHANDS})

WORD_PARTS: Final = re.compile(
    rf"(?P<before>{'|'.join(ACCENT_WORDS)})?"
    rf"(?P<greek>{'|'.join(sorted((name for name in GREEK if name[0].islower()), key=len, reverse=True))})?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
CUMULATED: Final = re.compile("alphas?cumprod")  # as libraries call alpha_bar
WORD_OPENINGS: Final = (
    (re.compile(r"^abar"), "alphabar"),
    (re.compile(r"^eps(?!ilon)"), "epsilon"),
    (re.compile(r"^var(?=epsilon|phi|theta|rho|sigma)"), ""),
)


class Notation(Enum):
    """How strictly names are read."""

    BANK = auto()  # every name stands apart
    TYPED = auto()  # `2Td` is 2*T*d
    TYPED_OTHERWISE = auto()  # the other sense of what has two: `q·k` and `|q|` of vectors, e^x where e is a symbol
    TYPED_LOOSELY = auto()  # the same, and `x/2y` is x/(2y), `log x/y` is log(x/y), `√2x` is √(2x)
    TYPED_TIGHTLY = auto()  # the same, and `\\cos\\frac{x}2 y` is cos(x/2) times y
    TYPED_BY_HALVES = auto()  # the same, and `cos x/2 y` is cos(x/2) times y
    TYPED_RAISED = auto()  # the same, and `e^-2x` is e^(-2x)
    TYPED_RAISED_WHOLLY = auto()  # the same, and `e^-x/2` is e^(-x/2)
    TYPED_WIDELY = auto()  # the same, and `cos w(p - s)` is cos(w (p - s)), `log (1 - p)/q` is log((1 - p)/q)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for; `index` is the one that is written with the entry of a vector."""

    symbol: Symbol
    index: str | None = None
    takes_arguments: bool = False  # what follows in brackets is no factor
    is_short: bool = False  # for the name with a time


@dataclass(frozen=True, slots=True)
class Phrase:
    """A spelling of several tokens."""

    tokens: tuple[tuple[Kind, str], ...]
    key: str  # of the symbol's name
    is_vector: bool = False


@dataclass(frozen=True, slots=True)
class SymbolTable:
    meanings: dict[str, Meaning]
    phrases: tuple[Phrase, ...]
    phrase_keys: frozenset[str]

    def knows(self, key: str) -> bool:
        return key in self.meanings or key in self.phrase_keys


def symbol_table(symbols: Sequence[Symbol]) -> SymbolTable:
    """All spellings of the symbols, read once for each set of symbols.

    A spelling under `latex` or `also` that two symbols claim is neither's; the name of a symbol is always its own.
    Raises: FormulaError if two symbols share a name, or a spelling cannot be read.
    """
    return _symbol_table(tuple(symbols))


@lru_cache(maxsize=256)
def _symbol_table(symbols: tuple[Symbol, ...]) -> SymbolTable:
    meanings: dict[str, Meaning] = {}
    others: dict[str, list[Meaning]] = {}
    heads: dict[str, list[Meaning]] = {}
    phrases: list[Phrase] = []
    for symbol in symbols:
        spellings = [_spelling(text, symbol) for text in symbol.spellings]
        name = spellings[0]
        if len(name.tokens) > 1 or name.tokens[0].kind is not Kind.NAME:
            raise FormulaError(f"{symbol.name} is no name: put other spellings under `latex` or `also`")
        known = meanings.setdefault(name.key, Meaning(symbol, name.index))
        if known.symbol != symbol:
            raise FormulaError(f"{known.symbol.name} and {symbol.name} have a spelling in common")
        for spelling in spellings[1:]:
            if len(spelling.tokens) > 1:
                phrases += _phrases(spelling, name, symbol)
            else:
                others.setdefault(spelling.key, []).append(Meaning(symbol, spelling.index))
            if spelling.head:
                heads.setdefault(spelling.head, []).append(Meaning(symbol, takes_arguments=True))
    for found in (others, heads):
        for key, owners in found.items():
            if len({owner.symbol.name for owner in owners}) == 1:
                meanings.setdefault(key, owners[0])
    for symbol in symbols:
        if symbol.is_vector:
            _add_entries(symbol, meanings)
    _add_without_time(meanings)
    for key, meaning in list(meanings.items()):
        if re.fullmatch(r"alpha\w*:bar", key):
            meanings.setdefault(key.removeprefix("alph"), meaning)  # `a_bar_t`
    longest_first = sorted(phrases, key=lambda phrase: -len(phrase.tokens))
    inside = frozenset(text for phrase in phrases for kind, text in phrase.tokens if kind is Kind.NAME)
    return SymbolTable(meanings, tuple(longest_first), inside)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A spelling of a symbol: its names and signs, and the index that is written with a vector, `i` of `x_i`."""

    tokens: tuple[Token, ...]
    index: str | None

    @property
    def key(self) -> str:
        return self.tokens[0].text

    @property
    def head(self) -> str | None:
        """What stands before the arguments: `\\epsilon_\\theta` of `\\epsilon_\\theta(x_t, t)`, unless it is a function."""
        first = self.tokens[0]
        has_arguments = len(self.tokens) > 2 and self.tokens[1].is_sign("(") and self.tokens[-1].is_sign(")")
        is_name = first.kind is Kind.NAME and first.text not in FUNCTION_NAMES and first.text != "E"
        return first.text if has_arguments and is_name else None

    @property
    def base(self) -> str:
        """The key without the index."""
        return self.key.removesuffix(self.index or "")


def _spelling(text: str, symbol: Symbol) -> _Spelling:
    tokens = tokenize(text)
    ending = [token.text for token in tokens if not token.is_sign("{", "}")][-2:]
    index = symbol.over if symbol.is_vector and ending == ["_", symbol.over] else None
    return _Spelling(tuple(assemble(tokens, None)), index)


def _phrases(spelling: _Spelling, name: _Spelling, symbol: Symbol) -> list[Phrase]:
    """The spelling, and for a vector also the spelling without its index: `\\log\\pi` of `\\log\\pi_j`."""
    signatures = _signatures(spelling.tokens)
    if spelling.index is None:
        return [Phrase(signatures, name.key, symbol.is_vector)]
    kind, last = signatures[-1]
    bare = Phrase((*signatures[:-1], (kind, last.removesuffix(spelling.index))), name.base, is_vector=True)
    return [Phrase(signatures, _with_subscript(name.base, spelling.index)), bare]


def shared_spellings(symbols: Sequence[Symbol]) -> list[tuple[str, str, str]]:
    """Each spelling that two symbols claim, with their names.

    Raises: FormulaError if a spelling cannot be read.
    """
    owners: dict[tuple[tuple[Kind, str], ...], Symbol] = {}
    shared: list[tuple[str, str, str]] = []
    for symbol in symbols:
        for text in symbol.spellings:
            owner = owners.setdefault(_signatures(assemble(tokenize(text), None)), symbol)
            if owner != symbol:
                shared.append((text, owner.name, symbol.name))
    return shared


def base_name(symbol: Symbol) -> str:
    """The name of a vector without its index: `z` for `z_i` over i."""
    return symbol.name.removesuffix(f"_{symbol.over}")


def _add_entries(symbol: Symbol, meanings: dict[str, Meaning]) -> None:
    """`z`, `z_i`, `z_j`, ... for a vector z, where these are not symbols of their own."""
    assert symbol.over is not None
    spellings = [_spelling(text, symbol) for text in symbol.spellings]
    for key in {spelling.base for spelling in spellings if len(spelling.tokens) == 1}:
        meanings.setdefault(key, Meaning(symbol))
        for letter in (symbol.over, *string.ascii_lowercase):
            meanings.setdefault(_with_subscript(key, letter), Meaning(symbol, letter))


def _add_without_time(meanings: dict[str, Meaning]) -> None:
    """`\\bar\\alpha` for `\\bar\\alpha_t`, where no other symbol is a Greek letter with these accents and another index."""
    owners: dict[str, set[str]] = {}
    for key, meaning in meanings.items():
        name, *accents = key.split(":")
        for letter in GREEK:
            if name.startswith(letter):
                owners.setdefault(":".join([letter, *accents]), set()).add(meaning.symbol.name)
    for key, names in owners.items():
        timed = meanings.get(_with_subscript(key, "t"))
        if len(names) == 1 and key not in KNOWN_LETTERS and timed is not None and not timed.symbol.is_vector:
            meanings.setdefault(key, replace(timed, is_short=True))


def _with_subscript(key: str, subscript: str) -> str:
    name, *accents = key.split(":")
    return ":".join([name + subscript, *accents])


def _signatures(tokens: Iterable[Token]) -> tuple[tuple[Kind, str], ...]:
    return tuple((token.kind, token.text) for token in tokens)


def key_of(pieces: Iterable[tuple[Kind, str]]) -> str:
    """The key of a name's pieces, the same for all its spellings: `x_hat_0`, `\\hat x_0` and `x0_hat` give `x0:hat`."""
    letters: list[str] = []
    accents: list[str] = []
    for kind, text in pieces:
        if kind in (Kind.ACCENT, Kind.ACCENT_COMMAND) or text in ACCENT_WORDS or text == "'":
            accents.append(text)
        elif text == "prime":
            accents.append("'")
        elif kind is Kind.WORD:
            word, found = _without_accents(ABBREVIATIONS.get(text, text))
            letters.append(word)
            accents.extend(found)
        else:
            letters.append(text)
    name = "".join(letters)
    cumulated = CUMULATED.match(name)
    if cumulated is not None:
        name, accents = f"alpha{name[cumulated.end() :]}", [*accents, "bar"]
    return ":".join([name, *sorted(accents)])


def _without_accents(word: str) -> tuple[str, list[str]]:
    """`xhat`, `hatx`, `alphabar`, `abar` apart from their accents; the `hat` that ends `alphat` is not one."""
    for opening, replacement in WORD_OPENINGS:
        word = opening.sub(replacement, word)
    parts = WORD_PARTS.fullmatch(word)
    assert parts is not None, "WORD_PARTS matches any word"
    greek, rest = parts["greek"] or "", parts["rest"]
    accents = [parts["before"]] if parts["before"] else []
    for accent in ACCENT_WORDS:
        if accent in rest and (greek or rest != accent):
            accents.append(accent)
            rest = rest.replace(accent, "", 1)
    return greek + rest, accents


def assemble(tokens: Sequence[Token], table: SymbolTable | None, notation: Notation = Notation.BANK) -> list[Token]:
    """The tokens with each name made one NAME token, whose text is its key.

    With a table, a name reaches as far as the table knows it; without one (a spelling is read) as far as it is written.
    """
    names = _Assembly(_subscripts_first(_primes_without_power(_without_modules(tokens))), table, notation).run()
    return _without_idle_braces(names)


def _without_modules(tokens: Sequence[Token]) -> list[Token]:
    """`np.exp` and `torch.nn.functional.softplus` are exp and softplus."""
    kept: list[Token] = []
    for token in tokens:
        if token.is_sign(".") and kept and kept[-1].kind is Kind.WORD and kept[-1].text in MODULES:
            kept.pop()
        else:
            kept.append(token)
    return kept


def _primes_without_power(tokens: list[Token]) -> list[Token]:
    """`\\alpha^\\prime` and `\\alpha^{\\prime}` as `\\alpha'`."""
    kept: list[Token] = []
    position = 0
    while position < len(tokens):
        end = end_of_group(tokens, position + 1)
        raised = [token for token in tokens[position + 1 : end] if not token.is_sign("{", "}")]
        if tokens[position].is_sign("^") and raised and all(token.is_sign("'") for token in raised):
            kept.extend(raised)
            position = end
        else:
            kept.append(tokens[position])
            position += 1
    return kept


def _subscripts_first(tokens: list[Token]) -> list[Token]:
    """`\\sigma^2_t` as `\\sigma_t^2`, so that the name stays in one piece."""
    ordered = list(tokens)
    for position in range(1, len(ordered)):
        if not ordered[position].is_sign("^") or ordered[position - 1].kind is Kind.NUMBER:
            continue
        middle = end_of_group(ordered, position + 1)
        is_settled = middle > position + 2 or ordered[middle - 1].kind is Kind.NUMBER
        if is_settled and middle < len(ordered) and ordered[middle].is_sign("_"):
            end = end_of_group(ordered, middle + 1)
            ordered[position:end] = ordered[middle:end] + ordered[position:middle]
    return ordered


def _without_idle_braces(tokens: list[Token]) -> list[Token]:
    """`q^{\\top}k` as `q^\\top k`, so that a phrase matches both."""
    kept: list[Token] = []
    position = 0
    while position < len(tokens):
        kept.append(tokens[position])
        position += 1
        if kept[-1].is_sign("^") and end_of_group(tokens, position) == position + 3:
            kept.append(tokens[position + 1])
            position += 3
    return kept


class _Assembly:
    def __init__(self, tokens: list[Token], table: SymbolTable | None, notation: Notation) -> None:
        self.tokens = tokens
        self.table = table
        self.notation = notation

    def run(self) -> list[Token]:
        position = 0
        names: list[Token] = []
        while position < len(self.tokens):
            read = self._name(position)
            if read is None:
                if self._was_split(position):
                    continue
                read = self._unknown(position)
            token, position = read
            names.append(token)
        return names

    def _knows(self, pieces: Sequence[tuple[Kind, str]]) -> bool:
        return self.table is None or self.table.knows(key_of(pieces))

    def _token(self, key: str, start: int, end: int) -> Token:
        return Token(Kind.NAME, key, self.tokens[start].start, self.tokens[end - 1].end)

    def _name(self, start: int) -> tuple[Token, int] | None:
        """The longest known name from `start` and the place after it; a token that begins no name as it is."""
        base = self._base(start)
        if base is None:
            return self.tokens[start], start + 1
        pieces, position = base
        if self._is_logarithm(pieces):
            return self._token("log", start, position), position
        best: tuple[str, int] | None = (key_of(pieces), position) if self._knows(pieces) else None
        while len(pieces) < MOST_PIECES and (suffix := self._suffix(position)) is not None:
            piece, after = suffix
            if not self._knows([*pieces, *piece]):
                self._cut_subscript(pieces, position)
                piece, after = self._suffix(position) or suffix
            pieces, position = [*pieces, *piece], after
            if self._knows(pieces) or _is_function_of_two_words(pieces):
                best = key_of(pieces), position
        best = self._written_together(start, base) or best
        if best is None and (base[0][0][1] in FUNCTION_NAMES or self._takes_brackets(base)):
            best = base[0][0][1], base[1]
        return None if best is None else (self._token(best[0], start, best[1]), best[1])

    def _is_logarithm(self, pieces: Sequence[tuple[Kind, str]]) -> bool:
        """`ln` where `l_n` is an entry of a vector l, which has the same key."""
        if self.table is None or pieces != [(Kind.WORD, "ln")]:
            return False
        entry = self.table.meanings.get("ln")
        return entry is not None and entry.index == "n"

    def _written_together(self, start: int, base: tuple[list[tuple[Kind, str]], int]) -> tuple[str, int] | None:
        """`εθ` and `ηmin`: a Greek letter and its subscript on one line, where only the two together are a name."""
        pieces, after = base
        letter, following = self.tokens[start], self.tokens[after : after + 1]
        if self.table is None or letter.kind is not Kind.LETTER or len(pieces) > 1 or not following:
            return None
        piece = (following[0].kind, following[0].text)
        is_next = following[0].kind in (Kind.WORD, Kind.LETTER) and following[0].start == letter.end
        if self._knows([piece]) and self._knows(pieces):
            return None
        together = [*pieces, piece]
        return (key_of(together), after + 1) if is_next and key_of(together) in self.table.meanings else None

    def _takes_brackets(self, base: tuple[list[tuple[Kind, str]], int]) -> bool:
        """`E[x]`, `\\mathbb{E}_i[x_i]`, the mean where E is no symbol; `\\mathbb{1}[x > 0]`."""
        pieces, after = base
        following = self.tokens[after] if after < len(self.tokens) else None
        is_such = pieces in ([(Kind.WORD, "E")], [(Kind.NUMBER, "1")])
        return is_such and following is not None and following.is_sign("[", "(", "{", "_")

    def _base(self, start: int) -> tuple[list[tuple[Kind, str]], int] | None:
        """The pieces of a name before any subscript, and the place after them."""
        token = self.tokens[start]
        match token.kind:
            case Kind.WORD | Kind.LETTER:
                return [(token.kind, token.text)], start + 1
            case Kind.ACCENT_COMMAND:
                end = end_of_group(self.tokens, start + 1)
                inner = self._base(start + 1) if end == start + 2 else None
                pieces = inner[0] if inner else self._pieces(start + 1, end)
                return [*pieces, (token.kind, token.text)], inner[1] if inner else end
            case Kind.FONT_COMMAND:
                end = end_of_group(self.tokens, start + 1)
                inside = self._pieces(start + 1, end)
                return (inside, end) if inside else None
            case _:
                return None

    def _pieces(self, start: int, end: int) -> list[tuple[Kind, str]]:
        """What stands in a group, as pieces of a name; braces, commas and fonts leave no trace."""
        inside = self.tokens[start:end]
        return [
            (token.kind, token.text)
            for token in inside
            if token.kind is not Kind.FONT_COMMAND and not token.is_sign("{", "}", ",", "_")
        ]

    def _suffix(self, position: int) -> tuple[list[tuple[Kind, str]], int] | None:
        """What may continue a name at `position`: an accent, a prime, a subscript, a digit after a Greek letter."""
        if position >= len(self.tokens):
            return None
        token, before = self.tokens[position], self.tokens[position - 1]
        if token.kind is Kind.ACCENT or token.is_sign("'"):
            return [(token.kind, token.text)], position + 1
        if token.kind is Kind.NUMBER and token.start == before.end and before.kind in (Kind.LETTER, Kind.ACCENT):
            return [(token.kind, token.text)], position + 1
        if token.is_sign("["):
            around = [part.text for part in self.tokens[max(position - 3, 0) : position - 1]]
            is_argument = around in (["E", "_"], ["}", "_"])  # in `E_j[x]` it is E that goes on
            return None if is_argument else self._index_in_brackets(position)
        if not token.is_sign("_"):
            return None
        if position + 1 == len(self.tokens) or self.tokens[position + 1].is_sign("*", "/", "^", ")", ","):
            return [], position + 1  # `lambda_`, as Python makes one write it
        if self.tokens[position + 1].kind in (Kind.ACCENT_COMMAND, Kind.FONT_COMMAND):
            end = end_of_group(self.tokens, position + 2)
        else:
            end = end_of_group(self.tokens, position + 1)
        return self._pieces(position + 1, end), end

    def _index_in_brackets(self, position: int) -> tuple[list[tuple[Kind, str]], int] | None:
        """`alpha[t-1]` is alpha_{t-1}; what is in the brackets is short and has no brackets of its own."""
        for end in range(position + 2, min(position + LONGEST_INDEX, len(self.tokens))):
            if self.tokens[end].is_sign("]"):
                return self._pieces(position + 1, end), end + 1
            if self.tokens[end].is_sign("(", "[", "{", ","):
                return None
        return None

    def _cut_subscript(self, pieces: list[tuple[Kind, str]], position: int) -> None:
        """`\\beta_tx` is beta_t times x: cut an unbraced subscript where the known name ends."""
        if self.table is None or position + 1 == len(self.tokens) or not self.tokens[position].is_sign("_"):
            return
        token = self.tokens[position + 1]
        for length in range(len(token.text) - 1, 0, -1) if token.kind is Kind.WORD else ():
            if self._knows([*pieces, (Kind.WORD, token.text[:length])]):
                self.tokens[position + 1 : position + 2] = _cut(token, length)
                return

    def _was_split(self, position: int) -> bool:
        """Whether the word here is several known names without a space between; they stand apart now."""
        token = self.tokens[position]
        if self.notation is Notation.BANK or token.kind is not Kind.WORD or len(token.text) > LONGEST_RUN:
            return False
        glued = GLUED.fullmatch(token.text)
        if glued is not None:
            name, number = _cut(token, len(glued[1]))
            self.tokens[position : position + 1] = [name, replace(number, kind=Kind.NUMBER)]
            return True
        cuts = self._cuts(token.text, position)
        for cut in reversed(cuts):
            self.tokens[position : position + 1] = _cut(self.tokens[position], cut)
        return bool(cuts)

    def _cuts(self, word: str, position: int) -> list[int]:
        """Where to cut `word` into known names, each as long as possible; empty if that cannot be done."""
        good = {start for start in range(len(word)) if self._can_end(word[start:], position)}
        for start in reversed(range(len(word))):
            if any(self._is_whole(word[start:stop]) for stop in good if stop > start):
                good.add(start)
        cuts = [0]
        while 0 in good and not self._can_end(word[cuts[-1] :], position):
            cuts.append(max(stop for stop in good if stop > cuts[-1] and self._is_whole(word[cuts[-1] : stop])))
        return cuts[1:]

    def _is_whole(self, word: str) -> bool:
        return self._knows([(Kind.WORD, word)]) or word in FUNCTION_NAMES or word == "pi"

    def _can_end(self, word: str, position: int) -> bool:
        """Whether `word`, with the subscript or power that follows the token at `position`, is one known name."""
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if self._is_whole(word) or (word == "e" and following is not None and following.is_sign("^")):
            return True
        suffix = self._suffix(position + 1)
        return suffix is not None and self._knows([(Kind.WORD, word), *suffix[0]])

    def _unknown(self, start: int) -> tuple[Token, int]:
        """The name at `start`, as far as it is written: `pi`, `e`, or one that the parser does not know."""
        base = self._base(start)
        assert base is not None, "what begins no name was returned as it is"
        pieces, position = base
        if key_of(pieces) not in ("pi", "e"):
            for _ in range(MOST_PIECES):
                suffix = self._suffix(position)
                position = suffix[1] if suffix else position
        return self._token(key_of(pieces), start, position), position


def _is_function_of_two_words(pieces: Sequence[tuple[Kind, str]]) -> bool:
    """`log_softmax`."""
    return len(pieces) > 1 and all(kind is Kind.WORD for kind, _ in pieces) and key_of(pieces) in FUNCTION_NAMES


def _cut(token: Token, length: int) -> list[Token]:
    middle = token.start + length
    return [
        Token(Kind.WORD, token.text[:length], token.start, middle),
        Token(Kind.WORD, token.text[length:], middle, token.end),
    ]


def match_phrases(tokens: Sequence[Token], table: SymbolTable) -> list[Token]:
    """The tokens with each phrase made the one NAME token of its symbol; `g^2(t)` counts as `g(t)^2`."""
    matched: list[Token] = []
    position = 0
    while position < len(tokens):
        signature = (tokens[position].kind, tokens[position].text)
        for phrase in table.phrases:
            if signature != phrase.tokens[0]:
                continue
            replaced = _match(list(tokens[position:]), phrase)
            if replaced is not None:
                names, length = replaced
                matched.extend(names)
                position += length
                break
        else:
            matched.append(tokens[position])
            position += 1
    return matched


def _match(tokens: list[Token], phrase: Phrase) -> tuple[list[Token], int] | None:
    length = len(phrase.tokens)
    if _signatures(tokens[:length]) == phrase.tokens:
        index, end = _index_after(tokens, length) if phrase.is_vector else ("", length)
        return [_phrase_token(phrase, tokens[:end], index)], end
    opening = (Kind.SIGN, "(")
    head = phrase.tokens.index(opening) if opening in phrase.tokens else 0
    if not head or _signatures(tokens[:head]) != phrase.tokens[:head] or not tokens[head : head + 1]:
        return None
    end_of_power = end_of_group(tokens, head + 1)
    end = end_of_power + length - head
    if not tokens[head].is_sign("^") or _signatures(tokens[end_of_power:end]) != phrase.tokens[head:]:
        return None
    return [_phrase_token(phrase, tokens[:end]), *tokens[head:end_of_power]], end


def _index_after(tokens: Sequence[Token], position: int) -> tuple[str, int]:
    """The one letter of a subscript that follows a vector's spelling, and the place after it: `\\log\\pi_j`."""
    end = end_of_group(tokens, position + 1)
    inside = [token for token in tokens[position + 1 : end] if not token.is_sign("{", "}")]
    is_index = position < len(tokens) and tokens[position].is_sign("_") and len(inside) == 1
    return (inside[0].text, end) if is_index and inside[0].text in string.ascii_lowercase else ("", position)


def _phrase_token(phrase: Phrase, tokens: Sequence[Token], index: str = "") -> Token:
    key = _with_subscript(phrase.key, index) if index else phrase.key
    return Token(Kind.NAME, key, tokens[0].start, tokens[-1].end)
