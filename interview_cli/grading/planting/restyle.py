"""Code in another style: without comments, locals renamed, equal forms exchanged, by chance. Standard library only.

The same mapping of names holds for every version of a page, so that two versions differ in what was changed alone.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

WIDTH = 100
SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("scores", "logits", "sim", "energy"),
    ("attn", "weights", "probs", "alpha"),
    ("out", "result", "y"),
    ("total", "acc", "running_total"),
    ("mean", "mu", "avg"),
    ("var", "variance", "sigma2"),
    ("std", "sigma", "spread"),
    ("diff", "delta", "gap"),
    ("ratio", "rho", "quotient"),
    ("mask", "keep", "valid"),
    ("visible", "allowed", "keep_mask"),
    ("hidden", "blocked", "h"),
    ("count", "num", "n_items"),
    ("index", "idx", "pos"),
    ("noise", "z", "xi"),
    ("prob", "p", "likelihood"),
    ("log_probs", "logp_all", "lp"),
    ("loss", "objective", "cost"),
    ("grid", "table", "cells"),
    ("left", "lo", "start"),
    ("right", "hi", "end"),
    ("order", "perm", "ranking"),
    ("best", "top", "winner"),
    ("queue", "frontier", "pending"),
    ("seen", "visited", "done"),
    ("e", "exps", "unnorm"),
    ("x_hat", "normed", "x_norm"),
    ("scale", "factor", "gain"),
    ("margin", "advantage_gap", "m"),
    ("picked", "chosen_values", "selected"),
    ("shifted", "centered", "stable"),
    ("step", "t_step", "stride_now"),
    ("rotated", "turned", "spun"),
    ("heads", "per_head", "split_heads"),
    ("windows", "patches", "tiles"),
    ("padded", "x_pad", "extended"),
    ("norm", "length", "magnitude"),
    ("angle", "theta", "phase"),
    ("clipped", "bounded", "limited"),
)
"""Names that say the same of a value."""
METHODS = frozenset({"softmax", "log_softmax", "cumsum", "cumprod", "logsumexp"})
"""What torch has both as a method and as a function, with `dim` second."""


_DEFAULT = re.compile(r"(: [\w.\[\]|, ]+?)=(?=\S)")
"""What Python's writer puts between an annotation and a default."""


@dataclass(frozen=True)
class Style:
    """How a page is written: new names of locals, which equal forms are exchanged, and which imported names are left out."""

    names: Mapping[str, str]
    functions_for_methods: bool
    conditions_for_choices: bool
    without_annotations: bool
    without_imports: frozenset[str] = frozenset()

    @classmethod
    def drawn(cls, rng: Random, pages: Sequence[str]) -> Style:
        """By chance, for these versions of one page."""
        names = renaming(rng, pages)
        return cls(names, rng.random() < 0.5, rng.random() < 0.5, rng.random() < 0.35)

    def only_names(self) -> Style:
        """The most cautious one."""
        return Style(self.names, False, False, self.without_annotations)


def renaming(rng: Random, pages: Sequence[str]) -> dict[str, str]:
    """New names for locals of functions, which clash with nothing in any of the pages."""
    trees = [ast.parse(page) for page in pages]
    free = set.intersection(*(set(local_names(tree)) for tree in trees)) if trees else set[str]()
    taken = set().union(*(all_names(tree) for tree in trees)) | set(dir(builtins)) | set(keyword.kwlist)
    chosen: dict[str, str] = {}
    for name in sorted(free):
        others = [new for words in SYNONYMS if name in words for new in words if new != name]
        rng.shuffle(others)
        new = next((each for each in others if each not in taken), None)
        if new is not None and len(name) > 1 and rng.random() < 0.75:
            chosen[name] = new
            taken.add(new)
    return chosen


def local_names(tree: ast.Module) -> list[str]:
    """Names that are assigned in functions, and are neither parameters, attributes, nor names of the module."""
    found, outside = set[str](), set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                outside.add(node.name)
            case ast.arg():
                outside.add(node.arg)
            case ast.keyword(arg=str(name)) | ast.alias(asname=str(name)):
                outside.add(name)
            case ast.alias():
                outside.add(node.name.partition(".")[0])
            case ast.Global() | ast.Nonlocal():
                outside.update(node.names)
            case ast.Name(ctx=ast.Store()):
                found.add(node.id)
    for statement in tree.body:
        outside.update(
            node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and _is_of_module(statement, node)
        )
    return sorted(found - outside)


def _is_of_module(statement: ast.stmt, name: ast.Name) -> bool:
    is_definition = isinstance(statement, ast.FunctionDef | ast.ClassDef)
    return not is_definition and isinstance(name.ctx, ast.Store)


def all_names(tree: ast.Module) -> set[str]:
    """Every word that names something."""
    found = set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.Name():
                found.add(node.id)
            case ast.arg():
                found.add(node.arg)
            case ast.FunctionDef() | ast.ClassDef():
                found.add(node.name)
            case ast.Attribute():
                found.add(node.attr)
            case ast.alias():
                found.add((node.asname or node.name).partition(".")[0])
            case ast.keyword(arg=str(name)):
                found.add(name)
    return found


def restyled(page: str, style: Style, width: int = WIDTH) -> str:
    """The page in this style, formatted, with lines as wide as that where they can be broken."""
    tree = _Plain(style).visit(ast.parse(page))
    if style.conditions_for_choices:
        tree = _Conditions().visit(tree)
    if style.functions_for_methods and "torch" in _modules(tree):
        tree = _Functions().visit(tree)
    return formatted(ast.fix_missing_locations(tree), width)


def _modules(tree: ast.Module) -> set[str]:
    return {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}


class _Plain(ast.NodeTransformer):
    """Drops docstrings and annotations of locals, renames locals; drops annotations of parameters where asked."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._depth = 0

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.Module):
            rest = [statement for statement in node.body if not _is_text(statement)]
            imports = [each for each in rest if isinstance(each, ast.Import | ast.ImportFrom)]
            others = [each for each in rest if each not in imports]
            for each in imports:
                each.names = [name for name in each.names if _bound(name) not in self.style.without_imports]
            node.body = [*sorted((each for each in imports if each.names), key=_import_order), *others]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and _is_text(node.body[0]):
            node.body = node.body[1:] or [ast.Pass()]
        return super().generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self.style.names.get(node.id, node.id)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        if self.style.without_annotations:
            node.returns = None
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            for each in [*arguments, *filter(None, [node.args.vararg, node.args.kwarg])]:
                each.annotation = None
        self._depth += 1
        visited = self.generic_visit(node)
        self._depth -= 1
        return visited

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        depth, self._depth = self._depth, 0  # what a class annotates are its fields
        visited = self.generic_visit(node)
        self._depth = depth
        return visited

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if self._depth and node.value is not None and node.simple:
            return self.generic_visit(ast.copy_location(ast.Assign([node.target], node.value), node))
        return self.generic_visit(node)


def unused_imports(page: str) -> frozenset[str]:
    """The names that a page imports and never uses: one of them would tell what is missing."""
    tree = ast.parse(page)
    imports = [each for each in tree.body if isinstance(each, ast.Import | ast.ImportFrom)]
    imported = {_bound(name) for each in imports for name in each.names if not _is_of_the_language(each)}
    return frozenset(imported - {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)})


def _is_of_the_language(statement: ast.Import | ast.ImportFrom) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _bound(name: ast.alias) -> str:
    return name.asname or name.name.partition(".")[0]


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(getattr(statement.value, "value", None), str)


def _import_order(statement: ast.stmt) -> tuple[bool, str]:
    """Plain imports first, by name."""
    return isinstance(statement, ast.ImportFrom), ast.unparse(statement)


class _Conditions(ast.NodeTransformer):
    """`x = a if c else b` as two branches."""

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        if isinstance(node.value, ast.IfExp) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            choice, name = node.value, node.targets[0].id
            if any(isinstance(value, ast.Name) and value.id == name for value in (choice.body, choice.orelse)):
                return node  # a name that is given its own value would be asked about
            branches = [ast.Assign(node.targets, value) for value in (choice.body, choice.orelse)]
            return ast.If(choice.test, [branches[0]], [branches[1]])
        return node


class _Functions(ast.NodeTransformer):
    """`x.softmax(dim=-1)` as `torch.softmax(x, dim=-1)`."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(value=value, attr=name) if name in METHODS and not _is_module(value):
                if len(node.args) + len(node.keywords) == 1:
                    function = ast.Attribute(ast.Name("torch", ast.Load()), name, ast.Load())
                    return ast.Call(function, [value, *node.args], node.keywords)
        return node


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("torch", "F", "np", "functional")


# --- layout


def formatted(tree: ast.Module, width: int) -> str:
    """The code with blank lines between definitions, and no line that is too long where it can be broken."""
    blocks: list[str] = []
    before: ast.stmt | None = None
    for statement in tree.body:
        text = "\n".join(_narrow(_bare(line), width) for line in _spaced(statement).splitlines())
        is_definition = isinstance(statement, ast.FunctionDef | ast.ClassDef)
        if before is not None:
            after_definition = isinstance(before, ast.FunctionDef | ast.ClassDef)
            imports = isinstance(before, ast.Import | ast.ImportFrom) and isinstance(
                statement, ast.Import | ast.ImportFrom
            )
            blocks.append("\n\n\n" if is_definition or after_definition else "\n" if imports else "\n\n")
        blocks.append(text)
        before = statement
    return "".join(blocks) + "\n"


def _spaced(statement: ast.stmt) -> str:
    """One statement; methods of a class with a blank line between."""
    lines: list[str] = []
    for line in ast.unparse(statement).splitlines():
        if line.lstrip().startswith("def "):
            line = _DEFAULT.sub(r"\1 = ", line)
        if line.startswith("    def ") and lines and not lines[-1].rstrip().endswith(":") and lines[-1].strip():
            is_decorated = lines[-1].lstrip().startswith("@")
            lines += [] if is_decorated else [""]
        lines.append(line)
    return "\n".join(lines)


def _bare(line: str) -> str:
    """Without the brackets that Python's writer puts around a tuple at the end of a statement."""
    for begin in ("return (", "= ("):
        start = line.find(begin) + len(begin) - 1
        if start >= len(begin) - 1 and line.endswith(")") and _outermost(line[start:]) == (0, len(line) - start - 1):
            inside = line[start + 1 : -1]
            if len(_at_commas(inside)) > 1 and not inside.endswith(","):
                return line[:start] + inside
    return line


def _narrow(line: str, width: int) -> str:
    """The line, or several where it is too long: broken at the commas of its widest bracket."""
    if len(line) <= width:
        return line
    found = _outermost(line)
    if found is None:
        return line
    start, end = found
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    parts = _at_commas(line[start + 1 : end])
    inside = [_narrow(f"{indent}{part.strip()},", width) for part in parts if part.strip()]
    if len(parts) == 1:
        inside = [inside[0].rstrip(",") if inside else ""]
    closing = line[end:]
    return "\n".join([_narrow(line[: start + 1], width), *inside, _narrow(f"{indent[4:]}{closing}", width)])


def _outermost(line: str) -> tuple[int, int] | None:
    """Where the longest bracket of the outermost level opens and closes; None without one."""
    spans: list[tuple[int, int]] = []
    stack: list[int] = []
    quote = ""
    for place, character in enumerate(line):
        if quote:
            quote = "" if character == quote and line[place - 1] != "\\" else quote
        elif character in "'\"":
            quote = character
        elif character in "([{":
            stack.append(place)
        elif character in ")]}" and stack:
            start = stack.pop()
            if not stack:
                spans.append((start, place))
    wide = [(start, end) for start, end in spans if end - start > 12]
    return max(wide, key=lambda span: span[1] - span[0], default=None)


def _at_commas(text: str) -> list[str]:
    """The parts between commas that stand in no bracket; one part for a generator or what has no comma."""
    parts, depth, last, quote = list[str](), 0, 0, ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[place - 1] != "\\" else quote
        elif character in "'\"":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "," and depth == 0 and " for " not in text[:place]:
            parts.append(text[last:place])
            last = place + 1
    return [*parts, text[last:]]


def words_of(names: Collection[str]) -> set[str]:
    """The parts of names between underscores and capitals, in lower case."""
    return {word for name in names for word in name.lower().split("_") if word}
