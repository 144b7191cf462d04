"""What is wrong with a bank that loads: answers, wrong forms, sources, signatures. Imports the domain only.

Loading judges the form of the files; here every item is tried out.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from interview_cli.domain import formula
from interview_cli.domain.formula import Expression, FormulaError
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import (
    AnyItem,
    Bank,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    Matching,
    Numeric,
    Ordering,
    Problem,
    Recall,
    Tolerance,
    WrongForm,
)
from interview_cli.domain.items.shown import draw, placeholders
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.domain.marking.formula import definitions_of, symbols_of
from interview_cli.domain.marking.units import QuantityError, known_unit

DRAWS = 200  # showings of a numeric item that are tried
WRONG_DRAWS = 50  # of these, at which its wrong forms are told from the answer
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What `\\frac`, `\\rho` and `\\beta` begin with between double quotes."""
SINGLE_QUOTES = "write LaTeX between single quotes, where a backslash stays one"
OWN_ANSWERS = 5  # showings at which the item's own answer is typed and must be marked right


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: of which item or problem, in which field, what is wrong, and what to do about it."""

    item: str
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.item}.{self.field}: {self.what}: {self.remedy}"


class Pages(Protocol):
    """What is known of the reference modules without running them."""

    def is_landed(self, problem: str) -> bool:
        """Whether the problem has a module."""
        ...

    def signatures(self, problem: str) -> tuple[str, ...]:
        """The signatures of a landed problem's entries, without annotations."""
        ...

    def slip_names(self, problem: str) -> tuple[str, ...]:
        """The names of a landed problem's slips."""
        ...

    def slip_source(self, problem: str, slip: str) -> str:
        """What is shown of a landed problem with the slip in it."""
        ...


def _unheard(count: int) -> None:
    del count


def lint(bank: Bank, pages: Pages, looked_at: Callable[[int], None] = _unheard) -> tuple[Fault, ...]:
    """All faults, in the order of the bank; empty for a bank that can be trusted.

    `looked_at` is told after each item how many are done: a whole bank takes seconds.
    """
    faults: list[Fault] = []
    for count, item in enumerate(bank.items.values(), start=1):
        faults += _item_faults(item, bank, pages)
        looked_at(count)
    for problem in bank.problems.values():
        faults += _signature_faults(problem, pages)
    return tuple(faults)


def unpaired(bank: Bank, pages: Pages) -> Iterator[Fault]:
    """A page without a statement is asked of nobody; a statement without a page cannot be graded."""
    for problem in bank.problems:
        if pages.is_landed(problem) and problem not in bank.items:
            yield Fault(problem, "item", "the reference page has no item in the bank", "write its statement and hints")
        elif problem in bank.items and not pages.is_landed(problem):
            remedy = f"python -m reference_impls.new {problem} makes its folder"
            yield Fault(problem, "page", "the item has no reference page", remedy)


def _item_faults(item: AnyItem, bank: Bank, pages: Pages) -> Iterator[Fault]:
    yield from _text_faults(item)
    match item:
        case Formula():
            yield from _formula_faults(item)
        case Numeric():
            yield from _numeric_faults(item)
        case Choice():
            yield from _option_faults(item)
        case Bug():
            yield from _option_faults(item)
            yield from _bug_faults(item, pages)
        case Ordering():
            yield from _repeated(
                item.id, "steps", item.steps, "make the two steps differ: identical steps have no order"
            )
        case Matching() | Recall():
            pass
        case Design():
            yield from _estimate_faults(item, bank)
        case Code():
            if not item.hints:
                yield Fault(item.id, "hints", "is empty", "give at least one hint")
        case Debug():
            if item.problem is not None and not pages.is_landed(item.problem):
                yield Fault(item.id, "problem", f"{item.problem} has no page", "name a problem that can be graded")
        case _:
            assert_never(item)


def _text_faults(item: AnyItem) -> Iterator[Fault]:
    if "\t" in item.prompt:
        yield Fault(item.id, "prompt", "holds a tab", f"indent with spaces, and {SINGLE_QUOTES}")
    for key, value in item.model_dump().items():
        if found := next(filter(None, map(CONTROL.search, _texts(value))), None):
            yield Fault(item.id, key, f"holds the control character U+{ord(found[0]):04X}", SINGLE_QUOTES)
    if not item.sources and _needs_sources(item):
        yield Fault(item.id, "sources", "is empty", "name a source to look this up in")


def _texts(value: object) -> Iterator[str]:
    """All texts within a field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for each in pair for text in _texts(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in _texts(each))


def _needs_sources(item: AnyItem) -> bool:
    match item:
        case Design() | Code() | Debug():
            return False
        case Recall(form=form):
            return form not in ("story", "pitch")
        case _:
            return True


def _repeated(item: str, field: str, values: Sequence[str | None], remedy: str) -> Iterator[Fault]:
    for position, value in enumerate(values):
        if value is not None and value in values[:position]:
            yield Fault(item, f"{field}[{position}]", f"{value!r} appears twice", remedy)


def _option_faults(item: Choice | Bug) -> Iterator[Fault]:
    for position, option in enumerate(item.options):
        if not option.correct and not option.why:
            yield Fault(item.id, f"options[{position}].why", "is missing", "say why this belief is wrong")
    yield from _repeated(item.id, "options", [option.text for option in item.options], "make the options differ")
    yield from _repeated(item.id, "options", [option.slip for option in item.options], "give each belief its own slip")


def _bug_faults(item: Bug, pages: Pages) -> Iterator[Fault]:
    if not pages.is_landed(item.problem):
        yield Fault(
            item.id,
            "problem",
            f"{item.problem} has no reference module",
            "write the module first, or leave the item out",
        )
    elif item.slip not in pages.slip_names(item.problem):
        known = ", ".join(pages.slip_names(item.problem))
        yield Fault(item.id, "slip", f"{item.problem} has no slip {item.slip}", f"its slips are {known}")
    else:
        yield from _mend_faults(item, pages.slip_source(item.problem, item.slip) if item.mends else "")


def _mend_faults(item: Bug, code: str) -> Iterator[Fault]:
    for wrong in item.mends:
        if (times := code.count(wrong)) != 1:
            where = f"{wrong!r} stands {times} times in the code"
            yield Fault(item.id, "mends", where, "copy a part of the code that stands there once")


def _estimate_faults(item: Design, bank: Bank) -> Iterator[Fault]:
    for position, estimate in enumerate(item.estimates):
        if not isinstance(bank.items[estimate], Numeric):
            yield Fault(item.id, f"estimates[{position}]", f"{estimate} isn't a numeric item", "name a numeric item")


def _formula_faults(item: Formula) -> Iterator[Fault]:
    try:
        symbols = symbols_of(item)
        answer = formula.parse(item.answer, symbols)
        if formula.compare(answer, answer, symbols).outcome != "equal":
            yield Fault(
                item.id, "answer", "can't be computed on the domains of its symbols", "narrow them with `range`"
            )
            return
    except FormulaError as error:
        yield Fault(item.id, "answer", f"can't be read ({_said(error)})", "correct the formula or its symbols")
        return
    try:
        definitions_of(item)
    except FormulaError as error:
        yield Fault(item.id, "symbols", f"an `equals` can't be read ({_said(error)})", "write it in the other symbols")
        return
    for spelling, first, second in formula.shared_spellings(symbols):
        yield Fault(item.id, "symbols", f"{first} and {second} are both written {spelling}", "give it to one of them")
    yield from _own_answer_faults(item, seeds=1)
    yield from _repeated(item.id, "wrong", [wrong.slip for wrong in item.wrong], "give each wrong form its own slip")
    for position, wrong in enumerate(item.wrong):
        field = f"wrong[{position}].form"
        try:
            form = formula.parse(wrong.form, symbols)
        except FormulaError as error:
            yield Fault(item.id, field, f"can't be read ({_said(error)})", "correct the formula")
            continue
        if formula.compare(answer, form, symbols).outcome != "different":
            yield Fault(item.id, field, f"{wrong.slip} is equal to the answer", "make it a wrong formula")


def _said(error: FormulaError) -> str:
    return error.message if error.column is None else f"column {error.column}: {error.message}"


def _own_answer_faults(item: Formula | Numeric, *, seeds: int) -> Iterator[Fault]:
    """The item's own answer, as the program writes it, must be marked right."""
    for seed in range(seeds):
        own = expected_answer(item, seed) or ""
        marked = mark(item, own, seed)
        if marked.mark is not Mark.RIGHT:
            what = f"typed as {own} it is marked {marked.mark} ({marked.message})"
            yield Fault(item.id, "answer", what, f"see `interview check {item.id} --seed {seed}`")
            return


def _numeric_faults(item: Numeric) -> Iterator[Fault]:
    yield from _parameter_faults(item)
    answer = _parsed(item, item.answer)
    if isinstance(answer, FormulaError):
        yield Fault(item.id, "answer", f"can't be read ({_said(answer)})", "correct the formula")
        return
    try:
        known_unit(item.unit)
    except QuantityError as error:
        yield Fault(item.id, "unit", error.message, "use B, bit, s, Hz, FLOP, px, … or leave it out for a count")
        return
    draws = [draw(item, seed) for seed in range(DRAWS)]
    right = list(map(formula.evaluator(answer), draws))
    for values, value in zip(draws, right, strict=True):
        if not math.isfinite(value):
            yield Fault(item.id, "answer", f"is {value} at {_listed(values)}", "narrow the parameters")
            return
    yield from _own_answer_faults(item, seeds=OWN_ANSWERS)
    yield from _repeated(item.id, "wrong", [wrong.slip for wrong in item.wrong], "give each wrong form its own slip")
    for position, wrong in enumerate(item.wrong):
        yield from _wrong_number_faults(item, position, wrong, draws[:WRONG_DRAWS], right[:WRONG_DRAWS])


def _parsed(item: Numeric, expression: str) -> Expression | FormulaError:
    try:
        return formula.parse(expression, formula.parameter_symbols(item.parameters))
    except FormulaError as error:
        return error


def _parameter_faults(item: Numeric) -> Iterator[Fault]:
    answer = _parsed(item, item.answer)
    computed = frozenset[str]() if isinstance(answer, FormulaError) else formula.free_symbols(answer)
    told = placeholders(item.prompt)
    for name in item.parameters:
        if name not in told and name in computed:
            remedy = f"write {{{{{name}}}}} where the prompt should show its value"
            yield Fault(item.id, f"parameters.{name}", "isn't shown in the prompt", remedy)
        elif name not in told:
            yield Fault(item.id, f"parameters.{name}", "isn't used", "use it, or leave it out")


def _wrong_number_faults(
    item: Numeric,
    position: int,
    wrong: WrongForm,
    draws: Sequence[dict[str, float | int]],
    right: Sequence[float],
) -> Iterator[Fault]:
    field = f"wrong[{position}].form"
    form = _parsed(item, wrong.form)
    if isinstance(form, FormulaError):
        yield Fault(item.id, field, f"can't be read ({_said(form)})", "correct the formula")
        return
    given = list(map(formula.evaluator(form), draws))
    told_apart = sum(not _within(item.tolerance, *pair) for pair in zip(right, given, strict=True))
    if told_apart <= len(draws) / 2:
        what = f"{wrong.slip} is within the tolerance at {len(draws) - told_apart} of {len(draws)} draws"
        yield Fault(item.id, field, what, "narrow the tolerance or the parameters, or drop the form")


def _within(tolerance: Tolerance, right: float, given: float) -> bool:
    allowed = tolerance.absolute if tolerance.relative is None else tolerance.relative * abs(right)
    return abs(given - right) <= (allowed or 0.0)


def _listed(values: dict[str, float | int]) -> str:
    return ", ".join(f"{name} = {value:g}" for name, value in values.items()) or "any draw"


def _signature_faults(problem: Problem, pages: Pages) -> Iterator[Fault]:
    if not pages.is_landed(problem.id):
        return
    expected = tuple(_normalised(entry) for entry in problem.entry.split(" and "))
    found = pages.signatures(problem.id)
    if found != expected:
        what = f"is {' and '.join(expected)}, the module has {' and '.join(found) or 'no such entry'}"
        yield Fault(problem.id, "entry", what, "make the module agree with the catalog")


def _normalised(entry: str) -> str:
    """The signature with the spacing that Python's own printer gives."""
    prefix = "class " if entry.startswith("class ") else ""
    name, _, arguments = entry.removeprefix(prefix).partition("(")
    function = ast.parse(f"def f({arguments}: ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    return f"{prefix}{name}({ast.unparse(function.args)})"
