"""Chooses mistakes that can stand in one page at once, and writes the page. Judge's side; imports torch.

Every set of them is run on the inputs that repairs will be judged on. They are taken if each alone fails, all sets run,
and any two sets answer differently: then what is left after a repair can be told from what the code does.
"""

from __future__ import annotations

import ast
import difflib
import inspect
import itertools
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from random import Random

from interview_cli.domain.plantings.kinds import IN_WORDS, BugKind, kind_of
from interview_cli.domain.plantings.planting import Mistake, Planting
from interview_cli.grading.diagnosis.replay import entries_on, in_time, page_of, slips_of
from interview_cli.grading.judge.expected import Expected, inputs_seed
from interview_cli.grading.planting.answers import Answers, answers_of
from interview_cli.grading.planting.restyle import Style, all_names, restyled, unused_imports, words_of
from interview_cli.grading.planting.symptoms import symptom
from reference_impls.problem import Problem
from reference_impls.slips import Edit, Slip, applied_together, core_of, place_of

SET_SECONDS = 1.5
"""A set of mistakes that takes longer is not planted: each save would."""
MOST_TRIED = 20
ORDERS = 4
"""A mistake that can stand beside no other one may be the first: another order begins with another one."""
LEAST_SHARE = 0.15
"""Of the cases a mistake fails at least so many: one that shows at an edge alone is no mistake that training meets."""
UNBROKEN = 10_000
MOST_SHOWN = 6
"""Lines of what a mistake changes that are shown in one piece."""
Span = tuple[int, int]
MOST_CHANGED = 60
"""Characters that a mistake may add: a longer one is seen at once."""
RETURNING_NOTHING = frozenset({"add", "append", "clear", "extend", "insert", "sort", "update"})
"""Methods: only who wants two statements in one expression asks for their value."""
GIVEAWAYS = re.compile(r"\b(bug|wrong|mistake|broken|TODO|fixme|oops)\b|manual_seed|_cache\b|\bglobal\b", re.IGNORECASE)


class NoPlanting(Exception):
    """The problem has no such number of mistakes that can stand together; `most` is how many it has."""

    def __init__(self, problem: str, most: int) -> None:
        super().__init__(problem)
        self.problem, self.most = problem, most


@dataclass
class Composer:
    """Plants mistakes in one problem under one seed."""

    problem: Problem
    seed: int
    page: str = field(init=False)
    expected: Expected = field(init=False)
    _answers: dict[frozenset[str], Answers | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page = page_of(self.problem.id)
        self.expected = Expected(self.problem, inputs_seed(self.seed))

    def planting(self, bugs: int) -> Planting:
        """The page with so many mistakes. Raises: NoPlanting."""
        rng = Random(f"{self.problem.id} {self.seed} {bugs}")
        slips = self.chosen(rng, bugs)
        if slips is None:
            fewer = (number for number in range(bugs - 1, 0, -1) if self.chosen(Random(0), number) is not None)
            raise NoPlanting(self.problem.id, next(fewer, 0))
        return self.written(rng, slips)

    # --- which

    def chosen(self, rng: Random, bugs: int) -> tuple[Slip, ...] | None:
        """Mistakes that can stand together, of kinds as different as can be; None if there are none."""
        plain = [slip for slip in slips_of(self.problem) if is_plain(slip, self.page)]
        return next(filter(None, (self._first_of(rng.sample(plain, len(plain)), bugs) for _ in range(ORDERS))), None)

    def _first_of(self, plain: Sequence[Slip], bugs: int) -> tuple[Slip, ...] | None:
        """The first that can stand together, in this order: nearly all that are tried have the first mistake in them."""
        tried = 0
        for several in likely(plain, bugs, self.page):
            if all(self.is_usable(slip) for slip in several):
                if self.compose(several):
                    return several
                tried += 1
            if tried >= MOST_TRIED:
                break
        return None

    def is_usable(self, slip: Slip) -> bool:
        """Whether it runs and fails alone, in more than an edge case, and alike in float64: there it is told from others."""
        answers = self.answers((slip,))
        least = max(1, round(LEAST_SHARE * len(self.expected.cases())))
        if answers is None or not answers.runs or len(answers.wrong) < least:
            return False
        upcast = self.answers_to(applied_together((slip,), self.page), upcast=True)
        return upcast is not None and upcast.wrong == answers.wrong

    def compose(self, slips: Sequence[Slip]) -> bool:
        """Whether every set of them runs, and no two sets, nor any set and the right page, answer alike."""
        found: list[Answers] = [self.right]
        for size in range(1, len(slips) + 1):
            for some in itertools.combinations(slips, size):
                answers = self.answers(some)
                if answers is None or not answers.runs or not answers.is_wrong:
                    return False
                found.append(answers)
        return all(one.is_told_from(other) for one, other in itertools.combinations(found, 2))

    def answers(self, slips: Sequence[Slip]) -> Answers | None:
        """What the page with these mistakes answers to all checks; None where that takes too long, or does not load."""
        key = frozenset(slip.name for slip in slips)
        if key not in self._answers:
            self._answers[key] = self.answers_to(applied_together(slips, self.page))
        return self._answers[key]

    def answers_to(self, page: str, *, upcast: bool = False) -> Answers | None:
        """The same of any page."""
        try:
            entries = entries_on(self.problem, page, "planted")
        except Exception:
            return None
        return in_time(SET_SECONDS, None, partial(answers_of, upcast=upcast), self.expected, entries)

    @cached_property
    def right(self) -> Answers:
        """What the page without a mistake answers."""
        return answers_of(self.expected, self.expected.entries)

    # --- how

    def written(self, rng: Random, slips: Sequence[Slip]) -> Planting:
        """The page with the mistakes, restyled, and what is told of each in the end."""
        pages = with_all_imports([applied_together(some, self.page) for some in (slips, *_without_one(slips))])
        style = Style.drawn(rng, [self.page, *pages])
        together = self.answers(slips)
        assert together is not None
        if not self._is_same(restyled(pages[0], style), together):
            style = style.only_names()
        style = replace(style, without_imports=unused_imports(restyled(pages[0], style)))
        name = f"{self.problem.id}.py"
        text = restyled(pages[0], style)
        mistakes = [self._mistake(slip, (pages[0], page), style) for slip, page in zip(slips, pages[1:], strict=True)]
        mistakes.sort(key=lambda mistake: mistake.line)
        checks = len(self.expected.cases()) + len(self.problem.laws)
        return Planting(self.problem.id, self.seed, tuple(mistakes), {name: text}, checks)

    def _is_same(self, page: str, wanted: Answers) -> bool:
        answers = self.answers_to(page)
        return answers is not None and not answers.is_told_from(wanted)

    def _mistake(self, slip: Slip, pages: tuple[str, str], style: Style) -> Mistake:
        """`pages` are the one with all mistakes and the one without this."""
        assert isinstance(slip.change, Edit)
        text, repaired = (restyled(page, style) for page in pages)
        line, _, _ = changed_lines(text, repaired)
        _, wrong, right = changed_lines(*(restyled(page, style, UNBROKEN) for page in pages))
        kind = kind_of(slip.does, slip.change.instead, slip.change.replace)
        answers = self.answers((slip,))
        assert answers is not None
        names = [case.name for case in self.expected.cases()]
        return Mistake(
            name=slip.name,
            kind=kind.value,
            file="",
            line=line,
            function=function_at(text, line),
            wrong=wrong,
            right=right,
            does=slip.does,
            should=slip.should,
            fails=tuple(names[place] for place in answers.wrong),
            shows=symptom(self.problem.id, answers, names, self._parameters()),
            find=IN_WORDS[kind].find,
        )

    def _parameters(self) -> list[str]:
        """Of the only function; none where there are several, or a class."""
        (entry, *others) = self.expected.entries.values()
        return [] if others or isinstance(entry, type) else list(inspect.signature(entry).parameters)


def _without_one(slips: Sequence[Slip]) -> list[tuple[Slip, ...]]:
    return [tuple(other for other in slips if other is not slip) for slip in slips]


def likely(slips: Sequence[Slip], bugs: int, page: str) -> Iterator[tuple[Slip, ...]]:
    """Sets at places apart, in the order given; those of all different kinds first."""
    kinds = {slip.name: _kind(slip) for slip in slips}
    places = {slip.name: place for slip in slips if (place := place_of(slip, page)) is not None}
    cores = {slip.name: (core.start, core.end) for slip in slips if (core := core_of(slip, page)) is not None}
    later: list[tuple[Slip, ...]] = []
    for several in itertools.islice(itertools.combinations(slips, bugs), 20_000):
        if not are_apart([places[slip.name] for slip in several], [cores[slip.name] for slip in several], page):
            continue
        if len({kinds[slip.name] for slip in several}) == bugs:
            yield several
        elif len(later) < MOST_TRIED:
            later.append(several)
    yield from later


def are_apart(places: Sequence[Span], cores: Sequence[Span], page: str) -> bool:
    """Whether neither of two edits changes what the other one is about: they have places, or cores, of their own.

    Between two cores a word or sign stays: `1 - w` turned round beside a `** 2` after the w would square the 1.
    """
    if all(one[1] <= other[0] for one, other in itertools.pairwise(sorted(places))):
        return True
    return all(page[one[1] : other[0]].strip() for one, other in itertools.pairwise(sorted(cores)))


def _kind(slip: Slip) -> BugKind:
    assert isinstance(slip.change, Edit)
    return kind_of(slip.does, slip.change.instead, slip.change.replace)


def is_plain(slip: Slip, page: str) -> bool:
    """Whether it is an edit as people write it: short, without dead code, and not told by a name."""
    if place_of(slip, page) is None or not isinstance(slip.change, Edit):
        return False
    old, new = slip.change.replace, slip.change.instead
    if len(new) > len(old) + MOST_CHANGED or GIVEAWAYS.search(new):
        return False
    try:
        before, after = ast.parse(page), ast.parse(slip.applied(page))
    except SyntaxError:
        return False
    if _odd(after) > _odd(before) or _unused(after) - _unused(before):
        return False
    fresh = words_of(all_names(after) - all_names(before))
    return not fresh & (set(slip.name.split("-")) - words_of(all_names(before))) or not _stores(after) - _stores(before)


def _odd(tree: ast.Module) -> int:
    """How much stands there that nobody writes by mistake."""
    return sum(_is_odd(node) for node in ast.walk(tree))


def _is_odd(node: ast.AST) -> bool:
    """A branch that is never or always taken, what does nothing, a multiplication by nothing, a statement made a value."""
    match node:
        case ast.NamedExpr() | ast.Subscript(value=ast.Tuple()) | ast.Call(func=ast.Name(id="__import__")):
            return True
        case ast.BoolOp(values=[ast.Call(func=ast.Attribute(attr=name)), *_]) if name in RETURNING_NOTHING:
            return True
        case ast.If(test=ast.Constant()) | ast.IfExp(test=ast.Constant()) | ast.While(test=ast.Constant(value=False)):
            return True
        case (
            ast.BinOp(op=ast.Mult(), left=ast.Constant(value=0 | 1))
            | ast.BinOp(op=ast.Mult(), right=ast.Constant(value=0 | 1))
        ):
            return True
        case ast.Expr(value=ast.Constant(value=value)):
            return not isinstance(value, str)
        case ast.Pass():
            return True
        case ast.Assign(targets=[ast.Name(id=one)], value=ast.Name(id=other)):
            return one == other
        case _:
            return False


def _stores(tree: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _unused(tree: ast.Module) -> set[str]:
    """Names that are assigned or taken, and never used: of such a one everybody asks why."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    used = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    parameters = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return {name for name in (_stores(tree) | parameters) - used if name != "_"}


def with_all_imports(pages: Sequence[str]) -> list[str]:
    """The pages, each with the imports of all: versions differ in their mistakes alone."""
    lines = [[line for line in page.splitlines() if line.startswith(("import ", "from "))] for page in pages]
    every = list(dict.fromkeys(line for some in lines for line in some))
    return [
        "".join(f"{line}\n" for line in every if line not in some) + page
        for some, page in zip(lines, pages, strict=True)
    ]


def changed_lines(text: str, repaired: str) -> tuple[int, str, str]:
    """The first line of `text` that the repair changes, what stands there, and what belongs there.

    Where it changes several places: all from the first to the last, or, where that is much, the places alone.
    """
    ours, theirs = text.splitlines(), repaired.splitlines()
    codes = difflib.SequenceMatcher(None, ours, theirs, False).get_opcodes()
    places = [(begin, end, *other) for tag, begin, end, *other in codes if tag != "equal"]
    if not places:
        return 1, "", ""
    first, last = places[0], places[-1]
    if max(last[1] - first[0], last[3] - first[2]) <= MOST_SHOWN:
        places = [(first[0], last[1], first[2], last[3])]
    wrong = "\n...\n".join(textwrap.dedent("\n".join(ours[begin:end])) for begin, end, _, _ in places)
    right = "\n...\n".join(textwrap.dedent("\n".join(theirs[begin:end])) for _, _, begin, end in places)
    return min(first[0] + 1, len(ours)), wrong, right


def function_at(text: str, line: int) -> str:
    """The innermost function or class around a line."""
    inside = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.lineno <= line <= (node.end_lineno or line)
    ]
    return max(inside, key=lambda node: node.lineno).name if inside else ""
