"""Pages of the problems and their slips, read as text: to be shown, never run. Knows the domain, and how slips are written.

Nothing here imports a page, since that would import torch.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from interview_cli.bank.packages import package_folder, problem_ids
from interview_cli.domain.errors import UsageError
from reference_impls.slips import Edit, Redefinition, Slip, read_slips

Definition = ast.FunctionDef | ast.ClassDef
COMMENT = re.compile(r"(?<=\S)  #( \([^()]*\)(?: -> \([^()]*\))*)?.*$")
"""A comment behind code: the shapes that it begins with, and the rest."""


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """What a person would write in the room, and what is known of it without running it.

    `signatures`: one for each entry, without annotations, as in the catalogue. `stub`: the entries with `...` for a
    body, and the imports that their signatures need.
    """

    source: str
    entries: tuple[str, ...]
    signatures: tuple[str, ...]
    stub: str


@dataclass(frozen=True, slots=True)
class ReferencePages:
    """The problems below a folder: a folder for each, in folders by topic."""

    root: Path

    def is_landed(self, problem: str) -> bool:
        """Whether the problem has a page."""
        return self._found(problem) is not None

    def landed(self) -> frozenset[str]:
        """The ids of all problems that have a page."""
        return problem_ids(self.root)

    def page(self, problem: str) -> ReferencePage:
        """Raises: UsageError if the problem has no page."""
        return _read(self._folder(problem))

    def as_answer(self, problem: str) -> str:
        """The page as a candidate's file. Raises: UsageError if the problem has no page."""
        return self.page(problem).source

    def slips(self, problem: str) -> tuple[Slip, ...]:
        """The problem's slips, in their order. Raises: UsageError if the problem has no page."""
        return read_slips(self._folder(problem))

    def slip_source(self, problem: str, slip: str) -> str:
        """The page with the slip in it, without docstrings and imports; beside what the slip changes stand shapes alone.

        Raises: UsageError if the problem has no page, or no such slip.
        """
        known = {found.name: found for found in self.slips(problem)}
        if slip not in known:
            raise UsageError(f"{problem} has no slip {slip!r}", hint=f"its slips are {', '.join(known)}")
        page = self.as_answer(problem)
        return _told_by_shapes(_body(_with_slip(page, known[slip])), _body(page))

    def sound_source(self, problem: str) -> str:
        """The page as `slip_source` has it, without a slip. Raises: UsageError if the problem has no page."""
        return _body(self.as_answer(problem))

    def signatures(self, problem: str) -> tuple[str, ...]:
        """The signatures of the problem's entries. Raises: UsageError if the problem has no page."""
        return self.page(problem).signatures

    def slip_names(self, problem: str) -> tuple[str, ...]:
        """The names of the problem's slips. Raises: UsageError if the problem has no page."""
        return tuple(slip.name for slip in self.slips(problem))

    def _folder(self, problem: str) -> Path:
        folder = self._found(problem)
        if folder is None:
            raise UsageError(f"{problem} has no reference page", hint="to list the items: interview bank list")
        return folder

    def _found(self, problem: str) -> Path | None:
        page = next(self.root.glob(f"*/{problem.replace('-', '_')}/reference.py"), None)
        return page and page.parent


@functools.cache
def _read(folder: Path) -> ReferencePage:
    """The page in a folder: reading it takes longer than most of what is done with it."""
    page = (folder / "reference.py").read_text(encoding="utf-8")
    entries = _entry_names((folder / "judging.py").read_text(encoding="utf-8"))
    definitions = _definitions(page)
    shown = [definitions[name] for name in entries if name in definitions]
    return ReferencePage(page, entries, tuple(map(_signature, shown)), _stub(page, shown))


def packaged_pages() -> ReferencePages:
    """The pages that come with the program."""
    return ReferencePages(package_folder("reference_impls"))


def reference_page(problem: str) -> ReferencePage:
    """The page of a problem. Raises: UsageError if the problem has no page."""
    return packaged_pages().page(problem)


def slip_source(problem: str, slip: str) -> str:
    """What a bug question shows: see `ReferencePages.slip_source`."""
    return packaged_pages().slip_source(problem, slip)


def is_landed(problem: str) -> bool:
    """Whether the problem has a page."""
    return packaged_pages().is_landed(problem)


def _definitions(source: str) -> dict[str, Definition]:
    return {node.name: node for node in ast.parse(source).body if isinstance(node, Definition)}


def _entry_names(judging: str) -> tuple[str, ...]:
    """The names in `entries=(…)` of `PROBLEM = Problem(…)`."""
    for call in _calls(judging, "Problem"):
        for keyword in call.keywords:
            if keyword.arg == "entries" and isinstance(keyword.value, ast.Tuple):
                return tuple(entry.id for entry in keyword.value.elts if isinstance(entry, ast.Name))
    return ()


def _calls(module: str, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _signature(definition: Definition) -> str:
    match definition:
        case ast.FunctionDef(name=name, args=arguments):
            return f"{name}({_bare(arguments)})"
        case ast.ClassDef(name=name, body=body):
            made = [node.args for node in body if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
            own = _bare(made[0]).removeprefix("self").removeprefix(", ") if made else ""
            return f"class {name}({own})"
        case _:
            assert_never(definition)


def _bare(arguments: ast.arguments) -> str:
    """The arguments without annotations."""
    copy = ast.parse(f"def f({ast.unparse(arguments)}): ...").body[0]
    for node in ast.walk(copy):
        if isinstance(node, ast.arg):
            node.annotation = None
    assert isinstance(copy, ast.FunctionDef)
    return ast.unparse(copy.args)


def _stub(page: str, entries: list[Definition]) -> str:
    stubs = "\n\n\n".join(ast.unparse(_without_body(entry)) for entry in entries)
    used = {node.id for node in ast.walk(ast.parse(stubs)) if isinstance(node, ast.Name)}
    imports = [ast.unparse(needed) for node in ast.parse(page).body if (needed := _needed(node, used)) is not None]
    return "\n".join([*imports, "", "", stubs] if imports else [stubs]) + "\n"


def _without_body(definition: Definition) -> Definition:
    fresh = ast.parse(ast.unparse(definition)).body[0]
    match fresh:
        case ast.FunctionDef():
            fresh.body = [_ellipsis()]
        case ast.ClassDef():
            methods = [node for node in fresh.body if isinstance(node, ast.FunctionDef) and _is_asked_for(node.name)]
            fresh.body = [_without_body(method) for method in methods] or [_ellipsis()]
    assert isinstance(fresh, Definition)
    return fresh


def _ellipsis() -> ast.stmt:
    return ast.Expr(ast.Constant(...))


def _is_asked_for(method: str) -> bool:
    return not method.startswith("_") or method == "__init__"


def _needed(node: ast.stmt, used: set[str]) -> ast.stmt | None:
    """The import with only those of its names that are used; None if none is."""
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return None
    names = [alias for alias in node.names if (alias.asname or alias.name).split(".")[0] in used]
    if not names:
        return None
    match node:
        case ast.Import():
            return ast.Import(names)
        case ast.ImportFrom(module=module, level=level):
            return ast.ImportFrom(module, names, level)


def _with_slip(page: str, slip: Slip) -> str:
    match slip.change:
        case Edit(replace=replace, instead=instead):
            return page.replace(replace, instead, 1)
        case Redefinition(code=code):
            return _redefined(page, code)
        case _:
            assert_never(slip.change)


def _redefined(page: str, code: str) -> str:
    """The page with the definitions of the code in the place of its own; what else the code has stands above the first."""
    own = {name: _lines(page, node) for name, node in _definitions(page).items()}
    above: list[str] = []
    for node in ast.parse(code).body:
        above.append(_lines(code, node))
        if isinstance(node, Definition) and node.name in own:
            page = page.replace(own[node.name], "\n\n\n".join(above), 1)
            above.clear()
    return page


def _lines(source: str, node: ast.stmt) -> str:
    """The node's own text, decorators included."""
    decorators = node.decorator_list if isinstance(node, Definition) else []
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    return "\n".join(source.splitlines()[first - 1 : node.end_lineno])


def _told_by_shapes(shown: str, sound: str) -> str:
    """The code with shapes alone in the comments of the lines that are not the page's: the rest says what is right."""
    kept = set(sound.splitlines())
    lines = [line if line in kept else COMMENT.sub(_shapes, line) for line in shown.splitlines()]
    return "\n".join(lines) + "\n"


def _shapes(comment: re.Match[str]) -> str:
    return f"  #{comment[1]}" if comment[1] else ""


def _body(page: str) -> str:
    """The page without docstrings, which may say what a slip does, and without imports."""
    tree = ast.parse(page)
    left_out: list[ast.stmt] = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            left_out.append(node.body[0])
    hidden = {number for node in left_out for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    lines = [line for number, line in enumerate(page.splitlines(), start=1) if number not in hidden]
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)).strip() + "\n"
