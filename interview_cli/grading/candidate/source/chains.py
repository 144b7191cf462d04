"""Two functions of a file in a row, where the file has none that calls both. Standard library only.

`gx, gy = sobel_edges(img)`, and then `gradient_magnitude(gx, gy)`: what the second must be given is what the first returns,
by its names. A function of both is written below the file where that is tried. What the file itself calls is a part of
something: that says how both are put together, and is judged. So is an object that is made of what a function returns.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from interview_cli.grading.candidate.matching.choice.choosing import BESIDE, CHECKS, Asked, tables_kept
from interview_cli.grading.candidate.matching.names.likeness import same
from interview_cli.grading.candidate.matching.names.words import words
from interview_cli.grading.candidate.matching.syntax.functions import names_called
from interview_cli.grading.candidate.matching.syntax.walking import walk

MOST = 3
"""Pairs that are tried."""


def chains_in(tree: ast.Module, asked: Asked) -> dict[str, str]:
    """The text of a function of both for each such pair, by its name.

    Where the file has what is asked for by name, that is the first of both, and returns several results for the second.
    """
    made = [node for node in tree.body if isinstance(node, ast.FunctionDef) and is_plain(node)]
    called = set[str]().union(
        *(names_called(node) for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    )
    free = [node for node in made if node.name not in called]
    named = [node for node in made if same(node.name, asked.name)]
    if asked.is_class or not all(map(returns_several, named)):
        return {}
    firsts = [node for node in free if not named or node in named]
    pairs = [(first, second) for first in firsts for second in free if first is not second and follows(first, second)]
    is_taken = [first for first, _ in pairs if len(required_of(first)) <= len(asked.parameters)]
    chains = dict(written(first, second) for first, second in pairs[:MOST] if first in is_taken)
    return chains or ({} if named else dict(objects_in(tree, asked, free)))


def objects_in(tree: ast.Module, asked: Asked, free: Sequence[ast.FunctionDef]) -> Iterator[tuple[str, str]]:
    """What an object keeps that is made of what one function returns: `Diffusion(betas=make_betas(...)).alphas_cumprod`."""
    first_of = [first for first in free if len(required_of(first)) == asked.required]
    for kept in tables_kept(tree, asked.name):
        owner, _, attribute = kept.path.partition(".")
        for first in first_of:
            needed = kept.parameters[: kept.required]
            if len(needed) == 1 and is_named_after(first, needed[0]):
                taken = ", ".join(arg.arg for arg in first.args.args)
                name = f"{attribute}_of_{first.name}"
                made = f"{owner}({needed[0]}={first.name}({taken})).{attribute}"
                yield name, f"\n\ndef {name}({ast.unparse(first.args)}):\n    return {made}\n"


def is_plain(node: ast.FunctionDef) -> bool:
    """Whether it is called by its parameters alone, and is no check or demonstration."""
    args = node.args
    return not (args.vararg or args.kwarg or args.kwonlyargs or node.decorator_list) and not (
        BESIDE.match(node.name) or CHECKS.match(node.name)
    )


def follows(first: ast.FunctionDef, second: ast.FunctionDef) -> bool:
    """Whether the second must be given just what the first returns, by all of its names, or by a word in the first one's name."""
    needed = required_of(second)
    named = [names for names in names_returned(first) if names]
    if len(needed) == 1 and is_named_after(first, needed[0]) and all(len(names) == 1 for names in named):
        return True
    return bool(named) and all(names == needed for names in named)


def returns_several(node: ast.FunctionDef) -> bool:
    """Whether it returns more than one value, and says what each of them is."""
    returned = [*names_returned(node)]
    return bool(returned) and all(len(names) > 1 for names in returned)


def is_named_after(first: ast.FunctionDef, name: str) -> bool:
    """Whether a function's name has the name of what it makes, in the singular: `make_beta_schedule` of `betas`.

    Or ends with it: `rgb2xyz` of `xyz`, `generate_gaussian_images` of `gaussian_images`. Or has its first letters:
    `confusion_matrix` of `cm`.
    """
    if name.lower() == "".join(word[0] for word in words(first.name)) and len(name) > 1:
        return True
    singular = name.lower().removesuffix("s")
    spoken, wanted = words(first.name), words(name)
    ends_so = len(spoken) > len(wanted) and spoken[-len(wanted) :] == wanted
    return len(singular) > 2 and (ends_so or (name.endswith("s") and singular in spoken))


def required_of(node: ast.FunctionDef) -> list[str]:
    """The names of what it must be given."""
    names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args)]
    return names[: len(names) - len(node.args.defaults)]


def names_returned(node: ast.FunctionDef) -> Iterator[list[str]]:
    """The names of what each return gives; none for what is computed there."""
    for part in walk(node):
        match part:
            case ast.Return(value=ast.Tuple(elts=parts)) if all(isinstance(one, ast.Name) for one in parts):
                yield [one.id for one in parts if isinstance(one, ast.Name)]
            case ast.Return(value=ast.Name(id=name)):
                yield [name]
            case ast.Return():
                yield []


def written(first: ast.FunctionDef, second: ast.FunctionDef) -> tuple[str, str]:
    """The name of a function of both, and its text: it takes what the second one may be given, too."""
    name = f"{second.name}_of_{first.name}"
    taken = [arg.arg for arg in (*first.args.posonlyargs, *first.args.args)]
    options = [(one, value) for one, value in options_of(second) if one not in taken]
    star = "*" if len(required_of(second)) > 1 else ""
    head = ", ".join([ast.unparse(first.args), *(f"{one}={value}" for one, value in options)])
    calls = ", ".join([f"{star}{first.name}({', '.join(taken)})", *(f"{one}={one}" for one, _ in options)])
    return name, f"\n\ndef {name}({head}):\n    return {second.name}({calls})\n"


def options_of(node: ast.FunctionDef) -> list[tuple[str, str]]:
    """The names of what it may be given, and their defaults."""
    names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args)]
    values = map(ast.unparse, node.args.defaults)
    return list(zip(names[len(required_of(node)) :], values, strict=True))


def call_in(text: str) -> str:
    """How such a function calls both, for whoever has not written it: `gradient_magnitude(*sobel_edges(img))`."""
    return text.rpartition("return ")[2].strip()


def is_spread_by(name: str, text: str) -> bool:
    """Whether such a function takes several results of the one of this name, which is none by itself then."""
    return f"(*{name}(" in call_in(text)


def is_one_of_both(name: str, text: str) -> bool:
    """Whether such a function calls the one of this name: what answers by itself better than both is judged alone."""
    return name in names_called(ast.parse(call_in(text)))
