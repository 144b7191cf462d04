"""Library functions whose use defeats an exercise, found in the syntax tree. Standard library only.

Only what resolves to a library counts, also under an alias or through getattr; a candidate's own function of that name, or
the word in a comment, does not. Methods of values (`x.softmax`) count unless the file defines that name itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.syntax.walking import walk

LIBRARIES = frozenset(
    {
        "torch", "numpy", "scipy", "skimage", "cv2", "sklearn", "transformers", "torchvision", "diffusers", "peft", "einops",
        "jax", "tensorflow", "kornia", "torchmetrics", "pandas", "statsmodels", "PIL", "trl", "xformers", "flash_attn", "lpips",
    }
)  # fmt: skip


OURS = frozenset({"reference_impls", "interview_cli", "question_bank"})
"""The answers and the program that grades: no solution needs them."""


@dataclass(frozen=True, slots=True)
class Use:
    """A forbidden name and the line where it is used."""

    name: str
    line: int


def forbidden_use(
    source: str, names: Sequence[str], needed: Sequence[int] | None = None, supplied: Sequence[str] = ()
) -> Use | None:
    """The first forbidden use in a source that parses; importing the reference is one wherever it stands.

    needed: the positions of the top-level statements that count, None for all. supplied: imports that the file lacks.
    """
    tree = ast.parse(source)
    counting = tree.body if needed is None else [tree.body[i] for i in needed]
    added = [part for statement in supplied for part in ast.parse(statement).body]
    first = next(own_imports(tree), None)
    return first or next(uses(ast.Module([*added, *counting], []), frozenset(names)), None)


def own_imports(tree: ast.Module) -> Iterator[Use]:
    """Imports of this program's packages."""
    for node in walk(tree):
        match node:
            case ast.Import(names=imported):
                found = [alias.name for alias in imported if alias.name.split(".")[0] in OURS]
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in OURS:
                found = [module]
            case _:
                found = []
        yield from (Use(name, node.lineno) for name in found if isinstance(node, ast.stmt))


def uses(tree: ast.Module, names: frozenset[str]) -> Iterator[Use]:
    """All forbidden uses."""
    aliases = library_aliases(tree)
    own = own_names(tree)
    for node in walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=imported) if module.split(".")[0] in LIBRARIES:
                for alias in imported:
                    if alias.name in names:
                        yield Use(f"{module}.{alias.name}", node.lineno)
            case ast.Attribute(attr=attr) if attr in names and is_library_use(node.value, attr, aliases, own):
                yield Use(dotted(node), node.lineno)
            case ast.Call(func=ast.Name(id="getattr"), args=[base, ast.Constant(value=str(attr)), *_]) if attr in names:
                if is_library_use(base, attr, aliases, own):
                    yield Use(f"getattr(..., {attr!r})", node.lineno)


def library_aliases(tree: ast.Module) -> frozenset[str]:
    """Names in the file that stand for a library or something in one."""
    aliases: set[str] = set()
    for node in walk(tree):
        match node:
            case ast.Import(names=imported):
                aliases |= {(a.asname or a.name).split(".")[0] for a in imported if a.name.split(".")[0] in LIBRARIES}
            case ast.ImportFrom(module=str(module), names=imported) if module.split(".")[0] in LIBRARIES:
                aliases |= {a.asname or a.name for a in imported}
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if (
                root := root_name(value)
            ) in aliases or root in LIBRARIES:
                if isinstance(value, ast.Attribute | ast.Name):
                    aliases.add(name)
    return frozenset(aliases)


def own_names(tree: ast.Module) -> frozenset[str]:
    """Functions, classes and methods that the file defines, and attributes that it sets on self."""
    names: set[str] = set()
    for node in walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=attr, ctx=ast.Store()):
                names.add(attr)
    return frozenset(names)


def is_library_use(base: ast.expr, attr: str, aliases: frozenset[str], own: frozenset[str]) -> bool:
    """Whether `base.attr` reaches a library: by its root, or as a method of a value that the file does not define."""
    root = root_name(base)
    if root in aliases:
        return True
    return attr not in own


def root_name(node: ast.expr) -> str | None:
    """`torch` of `torch.nn.functional`."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def dotted(node: ast.Attribute) -> str:
    """`F.softmax`, or `.softmax` for a method of an expression."""
    parts = [node.attr]
    value: ast.expr = node.value
    while isinstance(value, ast.Attribute):
        parts.append(value.attr)
        value = value.value
    return ".".join([value.id if isinstance(value, ast.Name) else "", *reversed(parts)])
