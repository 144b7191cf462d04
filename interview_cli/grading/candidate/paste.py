"""Solutions as people paste them: fences, prompts, common indent, notebook magics, `class Solution`. Standard library only.

Lines keep their numbers: what is dropped is blanked, so that an error's line is the line in the user's file.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

FENCE = re.compile(r"^\s*(```|~~~)")
PROMPT = re.compile(r"^\s*(>>>|\.\.\.)( |$)")
MAGIC = re.compile(r"^\s*[%!]\S")
CELL_PROMPT = re.compile(r"^\s*(In|Out) ?\[\d*\]:\s?")
SIGNATURE = re.compile(r"(?:class\s+)?(\w+)\(")


class Unusable(Exception):
    """The text is no usable solution. `line` is where, if it is somewhere."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source that parses, where each entry is found in it (`Solution.attention`), and what was done to it."""

    source: str
    entries: dict[str, str]
    notes: tuple[str, ...]


def entry_names(signature: str) -> tuple[str, ...]:
    """`patchify(x, p) and unpatchify(tokens, p, h, w)` -> both names; `class EMA(model)` -> EMA."""
    return tuple(match[1] for part in signature.split(" and ") if (match := SIGNATURE.match(part.strip())))


def prepare(text: str, signature: str, chosen: str | None = None) -> Prepared:
    """The source as it will be run. `chosen` is the name that the user says is the entry (`--entry`).

    Raises: Unusable, for what does not parse or lacks the entry.
    """
    source, notes = cleaned(text)
    tree = parsed(source)
    entries: dict[str, str] = {}
    for name in entry_names(signature):
        found, note = locate(tree, name, signature, chosen)
        entries[name] = found
        notes += [note] if note else []
    return Prepared(source, entries, tuple(notes))


def cleaned(text: str) -> tuple[str, list[str]]:
    """The text without what surrounds code when it is pasted, and a note for each thing removed."""
    notes: list[str] = []
    lines = (
        text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").expandtabs(8).split("\n")
        if "\t" in text
        else (text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    )
    if any(FENCE.match(line) for line in lines):
        lines = inside_fences(lines)
        notes.append("Markdown fences removed")
    if any(PROMPT.match(line) for line in lines) and not parses("\n".join(lines)):
        lines = [PROMPT.sub("", line) if PROMPT.match(line) else "" for line in lines]
        notes.append("Python prompts (>>>) removed, and the output between them")
    if any(CELL_PROMPT.match(line) for line in lines):
        lines = [CELL_PROMPT.sub("", line) for line in lines]
        notes.append("notebook prompts removed")
    if any(MAGIC.match(line) for line in lines) and not parses("\n".join(lines)):
        lines = ["" if MAGIC.match(line) else line for line in lines]
        notes.append("notebook magics (% and !) removed")
    source = "\n".join(lines)
    flat = textwrap.dedent(source)
    if flat != source and not parses(source):
        source = flat
        notes.append("common indentation removed")
    return source, notes


def inside_fences(lines: Sequence[str]) -> list[str]:
    """Only what stands between fences, in place; an unclosed fence runs to the end."""
    kept, inside = [], False
    for line in lines:
        if FENCE.match(line):
            inside = not inside
            kept.append("")
        else:
            kept.append(line if inside else "")
    return kept


def parses(source: str) -> bool:
    """Whether it is Python."""
    try:
        parsed(source)
    except Unusable:
        return False
    return True


def parsed(source: str) -> ast.Module:
    """The syntax tree. Raises: Unusable, with the line."""
    if not source.strip():
        raise Unusable("the file is empty")
    if "\0" in source:
        raise Unusable("this is not a text file (it holds a zero byte)")
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise Unusable(f"syntax error: {error.msg}", error.lineno) from None
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise Unusable(f"the file cannot be parsed: {error or type(error).__name__}") from None


def locate(tree: ast.Module, name: str, signature: str, chosen: str | None) -> tuple[str, str | None]:
    """Where the entry is, and a note if it is not simply there under its name. Raises: Unusable."""
    top = defined_names(tree)
    if chosen is not None and len(entry_names(signature)) == 1:
        if chosen.split(".")[0] not in top:
            raise Unusable(f"the file does not define {chosen}")
        return chosen, f"{chosen} is graded as {name}"
    if name in top:
        return name, None
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and name in methods(statement) and not signature.startswith("class "):
            return f"{statement.name}.{name}", f"the method {statement.name}.{name} is graded"
    return only_candidate(tree, name, signature)


@dataclass(frozen=True, slots=True)
class Offered:
    """A public function, class or method that may be what is asked for: its name, how it is reached, its arity."""

    name: str
    path: str
    arity: tuple[int, int | None]


def only_candidate(tree: ast.Module, name: str, signature: str) -> tuple[str, str | None]:
    """With the entry absent: what has its name in another spelling, else the only one that fits. Raises: Unusable."""
    wants_class = signature.startswith("class ")
    several = len(entry_names(signature)) > 1
    offered = classes(tree) if wants_class else functions(tree)
    fitting = offered if wants_class or several else [one for one in offered if takes_as_many(one.arity, signature)]
    meant = [one for one in fitting if spelling(one.name) == spelling(name)]
    if not meant and not several:
        at_the_top = [one for one in fitting if "." not in one.path]
        meant = at_the_top or fitting
    if len(meant) == 1:
        return meant[0].path, f"{meant[0].path} is graded as {name}"
    found = ", ".join(dict.fromkeys(one.path for one in public_names(tree, wants_class))) or "none"
    what = "class" if wants_class else "function"
    raise Unusable(f"the file does not define {name} (a {what}); it defines: {found}")


def spelling(name: str) -> str:
    """`threeSum` and `three_sum` are one name."""
    return name.replace("_", "").lower()


def public_names(tree: ast.Module, wants_class: bool) -> list[Offered]:
    """What a message lists: classes, too, where a method was looked for."""
    at_the_top = [one for one in functions(tree) if "." not in one.path]
    return classes(tree) if wants_class or not at_the_top else at_the_top


def classes(tree: ast.Module) -> list[Offered]:
    """The public classes of the file."""
    found = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    return [Offered(node.name, node.name, (0, None)) for node in found]


def functions(tree: ast.Module) -> list[Offered]:
    """The public functions of the file, and the public methods of classes that are made without arguments.

    Where there is a class `Solution`, others are its helpers.
    """
    found = [
        Offered(node.name, node.name, arity(node))
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
    ]
    made = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    made = [node for node in made if node.name == "Solution"] or made
    for node in made:
        inner = [method for method in node.body if isinstance(method, ast.FunctionDef)]
        if all(arity(method)[0] <= 1 for method in inner if method.name == "__init__"):
            found += [
                Offered(method.name, f"{node.name}.{method.name}", bound_arity(method))
                for method in inner
                if not method.name.startswith("_")
            ]
    return found


def bound_arity(method: ast.FunctionDef) -> tuple[int, int | None]:
    """As `arity`, without `self` or `cls`."""
    least, most = arity(method)
    is_static = any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in method.decorator_list)
    return (least, most) if is_static else (max(0, least - 1), None if most is None else most - 1)


def takes_as_many(own: tuple[int, int | None], signature: str) -> bool:
    """Whether a function could be called as the signature says: no more required arguments than it has in all."""
    wanted = ast.parse(f"def {signature}: ...").body[0]
    assert isinstance(wanted, ast.FunctionDef)
    least, most = arity(wanted)
    own_least, own_most = own
    return (most is None or own_least <= most) and (own_most is None or own_most >= least)


def arity(node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[int, int | None]:
    """Least and most positional arguments; None for any number."""
    args = node.args
    total = len(args.posonlyargs) + len(args.args)
    return total - len(args.defaults), None if args.vararg else total


def defined_names(tree: ast.Module) -> set[str]:
    """Names bound at the top level, also in blocks (`if`, `try`, ...) and by taking a tuple apart."""
    names: set[str] = set()
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)  # what is bound inside is its own
                continue
            case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                continue
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.ImportFrom(names=aliases) | ast.Import(names=aliases):
                names |= {(alias.asname or alias.name).split(".")[0] for alias in aliases}
        waiting += ast.iter_child_nodes(node)
    return names


def methods(node: ast.ClassDef) -> set[str]:
    """Names of the methods of a class."""
    return {inner.name for inner in node.body if isinstance(inner, ast.FunctionDef)}
