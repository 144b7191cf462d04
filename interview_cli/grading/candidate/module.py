"""A candidate's file run as a module: definitions count, what stands beside them may fail. Standard library only."""

from __future__ import annotations
import __future__

import ast
import contextlib
import importlib.util
import io
import linecache
import signal
import sys
import types
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import FrameType
from typing import Any, NoReturn

from interview_cli.grading.candidate.matching.names.labels import LEFT_OUT, names_the_left_out
from interview_cli.grading.candidate.matching.syntax.bytecode import forget_texts
from interview_cli.grading.candidate.source.reach import bound_by, used_of_the_module, written_into
from interview_cli.grading.candidate.standins import (
    Absent,
    can_be_absent,
    known_of,
    spare_the_map_of_memory,
    stand_in,
    standing_for,
)

SOURCE_NAME = "<solution>"
SECONDS_BESIDE = 1.0
"""For all that stands beside the definitions: demonstrations may train for minutes."""
MOST_NOTES = 3


class _TooLong(BaseException):
    """Raised into what stands beside the definitions."""


class File:
    """One source, which may be run several times.

    `needed`: the positions of top-level statements whose failure is the file's; None for all. `supplies`: imports that it
    lacks. `lazily`: whether annotations are left alone, since they name what nobody defines. `is_all`: whether nothing that
    it uses has to come from a star import.
    """

    def __init__(
        self, source: str, needed: Sequence[int] | None, supplies: Sequence[str], *, lazily: bool, is_all: bool = False
    ) -> None:
        self.source, self.supplies = source, supplies
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what it warns of is said again where it is compiled, under the file's name
            self.tree = ast.parse(source)
        absent = stand_in(ast.Module([*ast.parse("\n".join(supplies)).body, *self.tree.body], []), is_there)
        spare_the_map_of_memory(self.tree)
        self.needed = set(range(len(self.tree.body)) if needed is None else needed)
        dispensable = set(self._dispensable())
        self.needed -= dispensable
        self.needed -= set(self._stars_of_nothing()) if is_all else set()
        self.absent = dict(self._absent())
        self.needed -= {index for index in self.needed if id(self.tree.body[index]) in self.absent}
        lacking = set[str]().union(*self.absent.values())
        self.needed -= {index for index in self.needed if sets_up_only(self.tree.body[index], lacking)}
        lazily = lazily or bool(dispensable)
        self.flags = future_flags(self.tree) | (__future__.annotations.compiler_flag if lazily else 0)
        absent += [name for name in self._left_out() if name not in absent]
        self.without = frozenset(absent)
        self.said = [f"{package} is not installed here: your code runs without it" for package in absent]
        constants = {name for names in self.absent.values() for name in names if names_the_left_out(name)}
        self.said += [f"{name} is taken for {LEFT_OUT}, which cross_entropy leaves out" for name in sorted(constants)]
        self.notes: list[str] = []

    def run(self, after_each: Callable[[], None]) -> types.ModuleType:
        """The module; raises what a needed statement raises. `after_each` follows each statement that is not needed."""
        linecache.cache[SOURCE_NAME] = (len(self.source), None, io.StringIO(self.source).readlines(), SOURCE_NAME)
        forget_texts()
        module = types.ModuleType("solution")
        module.__file__ = SOURCE_NAME
        sys.modules["solution"] = module
        for statement in self.supplies:
            with contextlib.suppress(ImportError, AttributeError):  # what is not there is said where it is used
                exec(statement, namespace_for(statement, module.__dict__))
        self.notes = [*self.said]
        left, unused = SECONDS_BESIDE, Unused()
        for is_needed, nodes in self._parts():
            if is_needed:
                exec(self._compiled(nodes), module.__dict__)
                continue
            if id(nodes[0]) in self.absent:
                module.__dict__.update(self.absent[id(nodes[0])])
                continue
            if unused.leaves_out(nodes[0]):
                continue
            left = self._beside(nodes, module.__dict__, left)
            after_each()
        # Of a package that is loaded by now the solution uses another part.
        absent = [package for package in unused.packages if package not in sys.modules and package not in self.without]
        if absent:
            self._note(f"not imported, since the solution does without: {', '.join(absent)}")
        return module

    def again(self) -> dict[str, Any]:
        """What the needed statements define when they are run anew, beside the module. Raises what they raise."""
        namespace: dict[str, Any] = {"__name__": "solution", "__file__": SOURCE_NAME}
        for statement in self.supplies:
            with contextlib.suppress(ImportError, AttributeError):
                exec(statement, namespace_for(statement, namespace))
        for index, node in enumerate(self.tree.body):
            namespace.update(self.absent.get(id(node), {}))
            if index in self.needed:
                exec(self._compiled([node]), namespace)
        return namespace

    def _dispensable(self) -> Iterator[int]:
        """Imports of what is not there, whose names stand in annotations alone: sites have a `TreeNode` of their own."""
        statements = [self.tree.body[index] for index in self.needed]
        used = set[str]().union(*(used_of_the_module(node, annotations=False) for node in statements))
        for index in self.needed:
            node = self.tree.body[index]
            unused = bound_by(node).isdisjoint({*used, "*"})
            if packages_of(node) and unused and not all(map(is_there, packages_of(node))):
                yield index

    def _stars_of_nothing(self) -> Iterator[int]:
        """`from utils import *` of what is not there."""
        for index in self.needed:
            node = self.tree.body[index]
            if (
                isinstance(node, ast.ImportFrom)
                and node.names[0].name == "*"
                and not all(map(is_there, packages_of(node)))
            ):
                yield index

    def _absent(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Imports from packages that are not there, by node, with what stands for each name: most files use but some of it."""
        statements = [self.tree.body[index] for index in self.needed]
        nodes = [part for node in statements for part in ast.walk(node)]
        own = {node.name for node in self.tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
        for node in statements:
            names, packages = bound_by(node), packages_of(node)
            if packages and names and names <= own and not any(map(is_there, packages)):
                yield id(node), {}  # two files pasted as one: the other one defines what this one imports
                continue
            is_made = getattr(node, "module", "") in sys.modules  # of a package of which nothing else is there
            away = [package for package in packages if not is_made and not is_there(package)]
            known = known_of(node)
            if away and any(map(names_the_left_out, names)):
                known = {**(known or {}), **{name: LEFT_OUT for name in names if names_the_left_out(name)}}
            lacking = names - {"*"} - (known or {}).keys()
            if known is not None and (lacking or away) and can_be_absent(lacking, nodes):
                yield id(node), known | {name: standing_for(name, packages[0], nodes) for name in lacking}
                continue
            if isinstance(node, ast.Import) and any(is_call_of(part, names) for part in nodes):
                continue  # nobody calls a module: what it names is in one, as `Counter` is
            if names - {"*"} and away and len(away) == len(packages) and can_be_absent(names, nodes):
                yield id(node), {name: standing_for(name, away[0], nodes) for name in names}

    def _left_out(self) -> Iterator[str]:
        """The packages of decorators and checks that are left out, where nothing else is taken from them."""
        found = [(packages_of(node)[0], self.absent[id(node)]) for node in self.tree.body if self.absent.get(id(node))]
        lacking = {package for package, names in found if any(isinstance(value, Absent) for value in names.values())}
        yield from dict.fromkeys(package for package, _ in found if package not in lacking)

    def _parts(self) -> Iterator[tuple[bool, list[ast.stmt]]]:
        """Runs of needed statements together, the others one by one."""
        together: list[ast.stmt] = []
        for index, node in enumerate(self.tree.body):
            if index in self.needed:
                together.append(node)
                continue
            if together:
                yield True, together
                together = []
            yield False, [node]
        if together:
            yield True, together

    def _compiled(self, nodes: list[ast.stmt]) -> types.CodeType:
        code: types.CodeType = compile(ast.Module(nodes, []), SOURCE_NAME, "exec", self.flags, dont_inherit=True)
        return code

    def _beside(self, nodes: list[ast.stmt], namespace: dict[str, Any], left: float) -> float:
        """Run what is not needed, as far as its time goes; returns what is left of it."""
        line = nodes[0].lineno
        if left <= 0:
            return 0.0
        try:
            with interrupted_after(left) as remaining:
                exec(self._compiled(nodes), namespace)
        except _TooLong:
            self._note(
                f"line {line}: stopped after {SECONDS_BESIDE:g} s, as was all below it that the solution does not use"
            )
            return 0.0
        except BaseException as error:
            if isinstance(error, NameError) and all(map(may_be_words, nodes)):
                return remaining()
            with contextlib.suppress(BaseException):
                self._note(f"line {line}: {in_words(error)} (beside the solution: not counted)")
        return remaining()

    def _note(self, text: str) -> None:
        if len(self.notes) < MOST_NOTES:
            self.notes.append(text)


def is_call_of(node: ast.AST, names: Collection[str]) -> bool:
    """Whether one of these is called, and nothing of it: `Counter(tasks)`."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def sets_up_only(node: ast.stmt, lacking: Collection[str]) -> bool:
    """Whether a statement only changes what is not there: `plt.style.use("ggplot")`, `sns.set()`."""
    written = set(written_into(node))
    return bool(written) and written.issubset(lacking)


def may_be_words(node: ast.stmt) -> bool:
    """Whether nothing is called or computed for later: words of the task may read so, `Input: root = [1, 2, 3]`, `BigO`."""
    is_said = isinstance(node, ast.Expr | ast.AnnAssign)
    return is_said and not any(isinstance(part, ast.Call) for part in ast.walk(node))


def namespace_for(statement: str, own: dict[str, Any]) -> dict[str, Any]:
    """The file's own; for a name that a library has no more or not yet, one with it alone, since the file imports it itself."""
    library, dot, _ = statement.partition(" = ")[0].partition(".")
    if not (dot and library.isidentifier()):
        return own
    return {library: importlib.import_module(library if library in sys.stdlib_module_names | {"scipy"} else "numpy")}


class Unused:
    """Packages that only code beside the solution imports, such as one that plots: they take seconds to load."""

    def __init__(self) -> None:
        self.packages: dict[str, None] = {}
        self.names: set[str] = set()

    def leaves_out(self, node: ast.stmt) -> bool:
        """Whether a statement imports such a package, or uses what was to come of one."""
        packages = [
            name for name in packages_of(node) if name not in sys.modules and name not in sys.stdlib_module_names
        ]
        if not packages and self.names.isdisjoint(used_of_the_module(node)):
            return False
        self.packages |= dict.fromkeys(packages)
        self.names |= bound_by(node)
        return True


def is_there(package: str) -> bool:
    """Whether it could be imported."""
    return package in sys.modules or importlib.util.find_spec(package) is not None


def packages_of(node: ast.stmt) -> list[str]:
    """What an import statement loads."""
    match node:
        case ast.Import(names=imported):
            return [alias.name.partition(".")[0] for alias in imported]
        case ast.ImportFrom(module=str(module), level=0):
            return [module.partition(".")[0]]
    return []


def in_words(error: BaseException) -> str:
    """The exception, or that a self-test compares with what the problem asks for, which is not there meanwhile."""
    if type(error).__name__ == "Withheld":
        return "it uses what this problem asks you to write, which is not there while you are graded"
    return f"{type(error).__name__}: {str(error)[:200]}" if str(error) else type(error).__name__


def future_flags(tree: ast.Module) -> int:
    """What `from __future__ import ...` asks for, which holds for the whole file."""
    names = [a.name for n in tree.body if isinstance(n, ast.ImportFrom) and n.module == "__future__" for a in n.names]
    return sum({getattr(__future__, name).compiler_flag for name in names if hasattr(__future__, name)})


@contextlib.contextmanager
def interrupted_after(seconds: float) -> Iterator[Callable[[], float]]:
    """Raises: _TooLong inside, when they are over. Gives a function that says how much is left."""

    def too_long(number: int, frame: FrameType | None) -> NoReturn:
        del number, frame
        raise _TooLong

    rest = [seconds]
    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield lambda: rest[0]
    finally:
        rest[0] = signal.setitimer(signal.ITIMER_REAL, 0)[0]
        signal.signal(signal.SIGALRM, before)


def defined(namespace: Mapping[str, Any], entries: Mapping[str, str]) -> list[str]:
    """Those of the entries that are there."""
    return [name for name, path in entries.items() if path.split(".")[0] in namespace]
