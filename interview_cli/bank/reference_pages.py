"""Pages of the reference modules, read as text: to be shown, never run. Imports the standard library and the domain.

A module has its page first: what a person would write in the room. Below the first line that starts with `# ---` stand
cases, laws and slips. Nothing here imports a module, since that would import torch.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import assert_never

from interview_cli.bank.packages import package_folder, problem_ids
from interview_cli.domain.errors import UsageError

RULE = "# ---"

Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class EditSlip:
    """A wrong variant as an edit of the page, in which `old` stands once."""

    name: str
    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class ReplacingSlip:
    """A wrong variant as other functions or classes of the module: entry name -> name of what replaces it."""

    name: str
    replaces: Mapping[str, str]
    why: str


PageSlip = EditSlip | ReplacingSlip


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """What stands above the line, and what is known of the module without running it.

    `signatures`: one for each entry, without annotations, as in the catalogue. `stub`: the entries with `...` for a
    body, and the imports that their signatures need.
    """

    source: str
    entries: tuple[str, ...]
    signatures: tuple[str, ...]
    stub: str
    slips: tuple[PageSlip, ...]


@dataclass(frozen=True, slots=True)
class ReferencePages:
    """The reference modules in a folder: one file a problem, in folders by topic."""

    root: Path

    def is_landed(self, problem: str) -> bool:
        """Whether the problem has a module."""
        return self._path(problem) is not None

    def landed(self) -> frozenset[str]:
        """The ids of all problems that have a module."""
        return problem_ids(self.root)

    def page(self, problem: str) -> ReferencePage:
        """Raises: UsageError if the problem has no module."""
        return _read(self._module(problem))

    def as_answer(self, problem: str) -> str:
        """The page as a candidate's file: all of it but what it imports from this package."""
        source = self.page(problem).source
        ours = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom) and node.module]
        hidden = {
            number
            for node in ours
            if str(node.module).split(".")[0] == "reference_impls"
            for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        }
        return "\n".join(line for number, line in enumerate(source.splitlines(), 1) if number not in hidden) + "\n"

    def slip_source(self, problem: str, slip: str) -> str:
        """The page with the slip in it, without docstrings and imports.

        Raises: UsageError if the problem has no module, or no such slip.
        """
        page = self.page(problem)
        for known in page.slips:
            if known.name == slip:
                return _body(_with_slip(page.source, known, self._module(problem)))
        names = ", ".join(known.name for known in page.slips)
        raise UsageError(f"{problem} has no slip {slip!r}", hint=f"its slips are {names}")

    def signatures(self, problem: str) -> tuple[str, ...]:
        """The signatures of the problem's entries. Raises: UsageError if the problem has no module."""
        return self.page(problem).signatures

    def slip_names(self, problem: str) -> tuple[str, ...]:
        """The names of the problem's slips. Raises: UsageError if the problem has no module."""
        return tuple(slip.name for slip in self.page(problem).slips)

    def _module(self, problem: str) -> str:
        path = self._path(problem)
        if path is None:
            raise UsageError(f"{problem} has no reference page", hint="see `interview bank list` for what there is")
        return path.read_text(encoding="utf-8")

    def _path(self, problem: str) -> Path | None:
        return next(iter(sorted(self.root.glob(f"*/**/{problem.replace('-', '_')}.py"))), None)


@functools.cache
def _read(module: str) -> ReferencePage:
    """The page of a module with this text: reading it takes longer than most of what is done with it."""
    page = module.split(f"\n{RULE}", maxsplit=1)[0].rstrip() + "\n"
    entries = _entry_names(module)
    definitions = _definitions(page)
    shown = [definitions[name] for name in entries if name in definitions]
    return ReferencePage(
        source=page,
        entries=entries,
        signatures=tuple(map(_signature, shown)),
        stub=_stub(page, shown),
        slips=tuple(_slips(module)),
    )


def packaged_pages() -> ReferencePages:
    """The pages that come with the program."""
    return ReferencePages(package_folder("reference_impls"))


def reference_page(problem: str) -> ReferencePage:
    """The page of a problem. Raises: UsageError if the problem has no module."""
    return packaged_pages().page(problem)


def slip_source(problem: str, slip: str) -> str:
    """What a bug question shows: see `ReferencePages.slip_source`."""
    return packaged_pages().slip_source(problem, slip)


def is_landed(problem: str) -> bool:
    """Whether the problem has a module."""
    return packaged_pages().is_landed(problem)


def _definitions(source: str) -> dict[str, Definition]:
    return {node.name: node for node in ast.parse(source).body if isinstance(node, Definition)}


def _entry_names(module: str) -> tuple[str, ...]:
    """The names in `entries=(…)` of the module's `PROBLEM = Problem(…)`."""
    for call in _calls(module, "Problem"):
        for keyword in call.keywords:
            if keyword.arg == "entries" and isinstance(keyword.value, ast.Tuple):
                return tuple(entry.id for entry in keyword.value.elts if isinstance(entry, ast.Name))
    return ()


def _calls(module: str, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _slips(module: str) -> Iterator[PageSlip]:
    """In the order of the module; a slip whose texts or functions are computed cannot be shown, and is left out."""
    found: list[tuple[int, PageSlip]] = []
    constants = _constants(module)
    for call in _calls(module, "Slip"):
        texts = _texts(_arguments(call, EditSlip), constants)
        if len(texts) == len(fields(EditSlip)):
            found.append((call.lineno, EditSlip(**texts)))
    for call in _calls(module, "FunctionSlip"):
        given = _arguments(call, ReplacingSlip)
        texts, replaces = _texts(given, constants), _replacements(given.get("replaces"))
        if replaces and len(texts) == len(fields(ReplacingSlip)) - 1:
            found.append((call.lineno, ReplacingSlip(replaces=replaces, **texts)))
    yield from (slip for _, slip in sorted(found, key=lambda entry: entry[0]))


def _arguments(call: ast.Call, slip: type[PageSlip]) -> dict[str, ast.expr]:
    named = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
    return dict(zip((field.name for field in fields(slip)), call.args, strict=False)) | named


def _constants(module: str) -> dict[str, str]:
    """Texts that the module gives a name."""
    return {
        node.targets[0].id: node.value.value
        for node in ast.parse(module).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def _texts(arguments: Mapping[str, ast.expr], constants: Mapping[str, str]) -> dict[str, str]:
    """Those arguments that are texts, literal or by name."""
    texts = {}
    for name, node in arguments.items():
        match node:
            case ast.Constant(value=str(text)):
                texts[name] = text
            case ast.Name(id=constant) if constant in constants:
                texts[name] = constants[constant]
    return texts


def _replacements(node: ast.expr | None) -> dict[str, str]:
    if not isinstance(node, ast.Dict):
        return {}
    return {
        str(key.value): value.id
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(value, ast.Name)
    }


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


def _with_slip(page: str, slip: PageSlip, module: str) -> str:
    match slip:
        case EditSlip(old=old, new=new):
            return page.replace(old, new, 1)
        case ReplacingSlip(replaces=replaces):
            for entry, replacement in replaces.items():
                source = _lines(module, _definitions(module)[replacement])
                renamed = re.sub(rf"\b{replacement}\b", entry, source)
                page = page.replace(_lines(page, _definitions(page)[entry]), renamed, 1)
            return page
        case _:
            assert_never(slip)


def _lines(source: str, node: ast.stmt) -> str:
    """The node's own text, decorators included."""
    decorators = node.decorator_list if isinstance(node, Definition) else []
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    return "\n".join(source.splitlines()[first - 1 : node.end_lineno])


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
