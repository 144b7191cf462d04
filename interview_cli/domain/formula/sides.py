"""What stands left and right of the = signs of a typed formula; imports the formula package only.

People write what they define before the formula: `\\tilde\\mu_t(x_t, x_0) = ...`, `\\nabla_x \\log p_t(x) \\approx ...`,
`dx/dt = ...`. Such a left side is dropped; `2L = ...` is not, since its right side is not L.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview_cli.domain.formula.functions import FUNCTIONS
from interview_cli.domain.formula.names import assemble
from interview_cli.domain.formula.symbol import FormulaError
from interview_cli.domain.formula.tokens import Kind, Token, end_of_group

OPENING: Final = ("(", "[", "{", "⟨")
CLOSING: Final = (")", "]", "}", "⟩")
LONGEST_LIST: Final = 60  # tokens of `r_1, r_2, \\dots, r_G`
LOGARITHMS: Final = frozenset({"log", "ln"})


def sides_of(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """What stands between the = signs, in order, without the full stop at the end; no side is empty.

    Raises: FormulaError where nothing stands beside an =.
    """
    tokens = _without_full_stop(tokens)
    if len(tokens) > 1 and tokens[0].kind is Kind.WORD and tokens[0].text == "return":
        tokens = tokens[1:]
    sides: list[Sequence[Token]] = []
    start = 0
    for place in [*_places_of_equals(tokens), len(tokens)]:
        sides.append(tokens[start:place])
        if not sides[-1]:
            side, column = ("left", 1) if place == 0 else ("right", tokens[start - 1].end + 1)
            raise FormulaError(f"there's nothing {side} of the =", column)
        start = place + 1
    return sides


def _without_full_stop(tokens: Sequence[Token]) -> Sequence[Token]:
    while len(tokens) > 1 and tokens[-1].is_sign(".", ",", ";"):
        tokens = tokens[:-1]
    return tokens


def _places_of_equals(tokens: Sequence[Token]) -> list[int]:
    depth = 0
    places: list[int] = []
    for place, token in enumerate(tokens):
        depth += int(token.is_sign(*OPENING)) - int(token.is_sign(*CLOSING))
        if token.is_sign("=") and depth == 0:
            places.append(place)
    return places


def is_plain_name(tokens: Sequence[Token]) -> bool:
    """A name, perhaps with arguments: `\\mathcal{L}_{total}(\\theta)`."""
    names = assemble(tokens, None) if tokens else []
    is_alone = len(names) == 1
    has_arguments = len(names) > 2 and names[1].is_sign("(", "[") and names[-1].is_sign(")", "]")
    return bool(names) and names[0].kind is Kind.NAME and (is_alone or has_arguments)


def names_a_quantity(tokens: Sequence[Token]) -> bool:
    """Whether this names one quantity: a derivative, a (negative) logarithm, a name with powers and conditions.

    Not a sum, a multiple or a function of what is to be given, whose right side would be something else.
    """
    if tokens[0].is_sign("-") and len(tokens) > 1 and tokens[1].text in LOGARITHMS:
        tokens = tokens[1:]
    if _is_derivative(tokens):
        return True
    tokens = _without_star(tokens)
    first = tokens[0]
    is_name = first.kind in (Kind.WORD, Kind.LETTER, Kind.ACCENT_COMMAND, Kind.FONT_COMMAND)
    is_function = first.text in FUNCTIONS and first.text not in LOGARITHMS
    return (
        is_name
        and not is_function
        and not any(token.is_sign("+", "-", "*", "/", "//", "%") for token in _outer(tokens))
    )


def _without_star(tokens: Sequence[Token]) -> Sequence[Token]:
    """`D` of `D*` and `D(x)` of `D*(x)` or `D^*(x)`, the best D; nothing follows the star, or its arguments."""
    for star in (1, 2):
        is_there = len(tokens) > star and tokens[star].is_sign("*") and (star == 1 or tokens[1].is_sign("^"))
        if is_there and (len(tokens) == star + 1 or tokens[star + 1].is_sign("(")):
            return [tokens[0], *tokens[star + 1 :]]
    return tokens


def _outer(tokens: Sequence[Token]) -> list[Token]:
    """The tokens outside all brackets."""
    depth = 0
    outer: list[Token] = []
    for token in tokens:
        depth += int(token.is_sign(*OPENING))
        if depth == 0:
            outer.append(token)
        depth -= int(token.is_sign(*CLOSING))
    return outer


def _is_derivative(tokens: Sequence[Token]) -> bool:
    """`\\frac{dx}{dt}`, `\\frac{\\partial p_i}{\\partial z_j}`, `dx/dt`."""
    if tokens[0].kind is Kind.COMMAND and tokens[0].text == "frac":
        middle = end_of_group(tokens, 1)
        return _begins_with_d(tokens[2:middle]) and _begins_with_d(tokens[middle + 1 :])
    slashes = [place for place, token in enumerate(tokens) if token.is_sign("/")]
    return len(slashes) == 1 and _begins_with_d(tokens) and _begins_with_d(tokens[slashes[0] + 1 :])


def _begins_with_d(tokens: Sequence[Token]) -> bool:
    differential = next(
        (token for token in tokens if token.kind is not Kind.FONT_COMMAND and not token.is_sign("{")), None
    )
    return differential is not None and (differential.text == "partial" or differential.text.startswith("d"))


def entries_written_out(tokens: Sequence[Token]) -> list[Token]:
    """`{r_1, \\dots, r_G}` as `{r}`: a vector whose entries are hinted at is the vector."""
    kept: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        if token.is_sign(*CLOSING) and opened:
            start = opened.pop() + 1
            if start < len(kept) <= start + LONGEST_LIST:
                kept[start:] = _base_of_entries(kept[start:]) or kept[start:]
        elif token.is_sign(*OPENING):
            opened.append(len(kept))
        kept.append(token)
    return kept


def _base_of_entries(inside: Sequence[Token]) -> Sequence[Token]:
    """The `r` of `r_1, r_2, \\dots, r_G`; nothing where this is no such list."""
    if not any(token.text == "dots" or token.is_sign(".") for token in inside):
        return ()
    elements = [part for part in _split_at_commas(inside) if part]
    bases = [_before_subscript(part) for part in elements if not _are_dots(part)]
    are_entries = len(bases) > 1 and all(base and _texts(base) == _texts(bases[0]) for base in bases)
    return bases[0] if are_entries and len(bases) < len(elements) else ()


def _split_at_commas(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += int(token.is_sign(*OPENING)) - int(token.is_sign(*CLOSING))
        if token.is_sign(",") and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _are_dots(part: Sequence[Token]) -> bool:
    return all(token.text == "dots" or token.is_sign(".") for token in part)


def _before_subscript(part: Sequence[Token]) -> Sequence[Token]:
    """What stands before the subscript that ends `part`; nothing where none does."""
    for place, token in enumerate(part):
        if token.is_sign("_") and end_of_group(part, place + 1) == len(part):
            return part[:place]
    return ()


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]
