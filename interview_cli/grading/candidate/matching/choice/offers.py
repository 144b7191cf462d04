"""The functions, methods and classes of a file that may be what is asked for. Standard library only."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from interview_cli.grading.candidate.matching.names.kinds import is_whole, says_a_size
from interview_cli.grading.candidate.matching.names.likeness import same
from interview_cli.grading.candidate.matching.names.schedules import source_of
from interview_cli.grading.candidate.matching.names.states import STEPPED, lists_in, takes_all, takes_one
from interview_cli.grading.candidate.matching.names.words import constant_named, words
from interview_cli.grading.candidate.matching.syntax.classes import (
    all_settings_of,
    bases_of,
    borrowed_by,
    counted_by,
    does_something,
    is_dataclass,
    is_itself,
    is_torch_function,
    is_torch_module,
    kept_by,
    made_with,
    needs_no_object,
    parts_of_kept,
    read_in_settings,
    settings_called,
    settings_of,
    uses_no_object,
    whole_classes,
)
from interview_cli.grading.candidate.matching.syntax.columns import Column, columns_named
from interview_cli.grading.candidate.matching.syntax.decorators import decorators_of, root_of
from interview_cli.grading.candidate.matching.syntax.functions import (
    ITSELF,
    RATE,
    Function,
    called_twice,
    draws,
    function_returned,
    is_static,
    names_called,
    never_read,
    scheduler_made,
    tables_read,
    tested_for_none,
)
from interview_cli.grading.candidate.matching.syntax.halves import cut_in_two
from interview_cli.grading.candidate.matching.syntax.in_two import made_in_two
from interview_cli.grading.candidate.matching.syntax.levels import indices_in
from interview_cli.grading.candidate.matching.syntax.models import DENOISERS, Asks, models_asked
from interview_cli.grading.candidate.matching.syntax.parts import (
    fills_in_place,
    parts_of_entries,
    parts_of_pairs,
    parts_read,
    texts_compared,
)
from interview_cli.grading.candidate.matching.syntax.rewards import rewarding_in
from interview_cli.grading.candidate.matching.syntax.scheduling import (
    ASKED,
    Scheduling,
    optimizer_set,
    scheduling_in,
)
from interview_cli.grading.candidate.matching.syntax.shapes import is_of_a_shape
from interview_cli.grading.candidate.matching.syntax.walking import walk

OF_ITS_CLASS = (
    "fit", "fit_predict", "predict", "run", "sample", "transform", "fit_transform", "score", "scores",
    "get_scores", "update", "posterior", "init", "initialize", "activation", "activate", "apply", "evaluate", "value",
)  # fmt: skip
"""Methods whose class says what they are for."""
FORWARD = "forward"
BACKWARD = ("backward", "backprop", "backward_pass")
"""The two passes of a layer that keeps in between what it needs."""
OF_STEPS = ("step", "update")
"""Methods of optimizers, which step the parameters that these were made with."""
OF_PARAMETERS = ("params", "parameters", "param_list", "model_params", "model_parameters")
"""What an optimizer is made with first."""
WRAPPERS = ("compile", "jit", "njit", "script", "vectorize")
"""What makes a function of another one that takes the same."""
SOLUTION = re.compile(r"Solution(_?[A-Z0-9]\w*)?$")
"""Names of classes that each hold an answer of its own."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A function, class or method that may be what is asked for: its name, how it is reached, what it takes.

    `most` is None for any number. `is_module`: a torch module that must be built before it can be called. `settings`:
    what a method's class must be given before, and the method takes with it. `owner`: the class that says what a method
    is for. `options`: what its class may be given. `borrowed`: what it takes from its object, and nothing in the file
    puts there. `is_lent`: its class cannot be made, and its object has only what is borrowed. `may_be_none`: what must be
    given, and may be nothing, or is a constant of the file. `is_stepping`: an optimizer, for one step of one parameter.
    `is_layer`: its class goes forward before. `kept`: what it takes from its object, and a constructor that needs nothing
    puts there. `draws`: it draws at random. `compared`: parameters with a text each that the code compares them with.
    `fills`: it fills the one tensor that it must be given. `twice`: so many of what it calls are of one kind with
    another, as `temporal_attn` with `spatial_attn`. `counted`: what its object begins at 0, and it counts on.
    `is_of_pairs`: it takes one list, and each entry of that apart into two. `of_entries`: what it asks each entry of one
    list for, by several names. `called`: what its class is made with, keeps and calls. `has_tables`: its class makes what
    it borrows of betas that it makes, too. `asks`: the models that it calls once. `is_of_a_shape`: all that it must be
    given is a shape. `indices`: by what it looks up entries of a schedule of noise. `columns`: those of its parameters
    that it gives a name. `halved`: those that it cuts in two. `held`: those that are constants of the file.
    `is_sized`: its class is a module that is made of sizes. `denoiser`: what its class, a module, must be made with and calls.
    `scheduling`: how its class is used, which counts steps.
    """

    name: str
    path: str
    parameters: tuple[str, ...] = ()
    required: int = 0
    most: int | None = None
    is_module: bool = False
    settings: tuple[str, ...] = ()
    owner: str = ""
    options: tuple[str, ...] = ()
    borrowed: tuple[str, ...] = ()
    is_lent: bool = False
    may_be_none: tuple[str, ...] = ()
    is_stepping: bool = False
    is_layer: bool = False
    kept: tuple[str, ...] = ()
    draws: bool = False
    compared: tuple[tuple[str, str], ...] = ()
    fills: bool = False
    twice: int = 0
    counted: tuple[str, ...] = ()
    is_of_pairs: bool = False
    of_entries: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    has_tables: bool = False
    asks: tuple[Asks, ...] = ()
    is_of_a_shape: bool = False
    indices: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    halved: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    rewards: bool = False
    is_sized: bool = False
    denoiser: str = ""
    scheduling: Scheduling | None = None


def classes(tree: ast.Module) -> list[Offered]:
    """The classes of the file."""
    return [
        Offered(node.name, node.name, is_module=is_torch_module(node))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    ]


@functools.lru_cache(maxsize=2)  # asked for by each question of where an entry stands
def functions(tree: ast.Module) -> tuple[Offered, ...]:
    """The functions of the file, methods of classes that are made without arguments, and torch modules that have settings.

    Of a class that needs settings, the methods that use none of them. Where there is a class `Solution`, others are its helpers.
    """
    decorators = {
        root.id for node in walk(tree) for one in decorators_of(node) if isinstance(root := root_of(one), ast.Name)
    }
    own = [node for node in tree.body if isinstance(node, Function) and node.name not in decorators]
    opened = [with_object_opened(with_returned(node), node, tree) for node in own]
    found = [
        replace(with_constants(one, tree), kept=tables_read(node, tree)) for one, node in zip(opened, own, strict=True)
    ]
    found += [
        taken_from(node.value, name.id, name=name.id)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)
        for name in node.targets
        if isinstance(name, ast.Name)
    ]
    found += wrapped_in(tree, {node.name: node for node in own})
    made = [node for node in whole_classes(tree) if not node.name.startswith("_")]
    optional = {node.name: fields_with_defaults(node) for node in made if is_dataclass(node)}
    for node in solutions_among(made, tree) or made:
        inner = [method for method in node.body if isinstance(method, ast.FunctionDef)]
        if is_torch_function(node):
            found += [applied(method, node) for method in inner if method.name == "forward"]
            continue
        if is_optimizer(node):
            found += [stepping(method, node) for method in inner if method.name in OF_STEPS][:1]
            continue
        found += [as_layer(method, node) for method in inner if goes_back(method, node)]
        found += scheduler_offered(node)
        settings = [taken_from(method, "", is_method=True) for method in inner if method.name == "__init__"]
        takes_some = any(len(one.parameters) > 1 or one.most is None for one in settings)
        is_built = is_torch_module(node) and (takes_some or learns(node))
        if is_built:
            called = [name for name in settings_called(settings_of(node), inner, are_fields=False) if name in DENOISERS]
            for method in (one for one in inner if one.name == FORWARD):
                found.append(replace(module_offered(method, node), denoiser="".join(called[:1])))
                found += [replace(with_settings(method, node, optional), denoiser=name) for name in called[:1]]
        is_built = is_built and any(method.name == "forward" for method in inner)
        is_made = not settings_of(node) and not is_built
        public = [m for m in inner if not m.name.startswith("_") or m.name == "__call__"]
        for method in public or [m for m in inner if not m.name.startswith("__")]:
            if needs_no_object(method) or uses_no_object(method, node) or (is_made and not all_settings_of(node)):
                found.append(bound(method, node))
            elif is_made or (does_something(method, node) and not (is_built and method.name == "forward")):
                if not is_made and borrowed_by(method, node):
                    tables = makes_tables(node, borrowed_by(method, node))
                    found.append(replace(bound(method, node), is_lent=True, has_tables=tables))
                found += [sized_offered(method, node)] if is_built and is_of_sizes(node) else []
                found.append(with_settings(method, node, optional))
                found += [with_settings(method, node, optional, objects) for objects in [objects_kept(node)] if objects]
                found += [with_betas(method, node)] if is_made_of_betas(method, node) else []
    return tuple(found)


def with_constants(own: Offered, tree: ast.Module) -> Offered:
    """A function that must also be given what its file holds as a constant: `white` beside `D65_WHITE`."""
    names = [
        one.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for one in node.targets
        if isinstance(one, ast.Name)
    ]
    constants = [name for name in names if name.isupper()]
    held = [name for name in own.parameters[: own.required] if constant_named(name, constants)]
    return replace(own, may_be_none=tuple(dict.fromkeys((*own.may_be_none, *held))), held=tuple(held))


def with_object_opened(own: Offered, node: Function, tree: ast.Module) -> Offered:
    """A function that must be given one object of a class of the file, with what that is made of: `em_step(rsde, x, t)`.

    The parameter is annotated with the class, or called so.
    """
    made = {one.name.lower(): one for one in tree.body if isinstance(one, ast.ClassDef) and len(settings_of(one)) > 1}
    said = {
        arg.arg: getattr(arg.annotation, "id", arg.arg).lower() for arg in (*node.args.posonlyargs, *node.args.args)
    }
    whole = [name for name in own.parameters[: own.required] if said.get(name, name) in made and not is_whole(name)]
    if len(whole) != 1:
        return own
    parts = settings_of(made[said[whole[0]]])
    names = tuple(part for name in own.parameters for part in (parts if name == whole[0] else [name]))
    more = len(parts) - 1
    return replace(
        own, parameters=names, required=own.required + more, most=None if own.most is None else own.most + more
    )


def wrapped_in(tree: ast.Module, own: Mapping[str, Function]) -> list[Offered]:
    """What a file makes of a function of its own, and calls by another name: `to_lab = np.vectorize(_to_lab)`."""
    found = []
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=func, args=[ast.Name(id=inner), *_])) if (
                inner in own and name != inner and getattr(func, "attr", getattr(func, "id", "")) in WRAPPERS
            ):
                found.append(replace(with_returned(own[inner]), name=name, path=name))
    return found


def makes_tables(node: ast.ClassDef, borrowed: Collection[str]) -> bool:
    """Whether a class makes betas of what it is made with, and names all of this where it does."""
    parts = [part for one in node.body if isinstance(one, ast.FunctionDef) for part in walk(one)]
    stored = {getattr(part, "attr", getattr(part, "id", "")) for part in parts if is_stored(part)}
    texts = {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    has_betas = any(source_of(name, ("betas",)) == ("betas", []) for name in stored)
    return has_betas and {name for name in borrowed if not is_whole(name)} <= stored | texts


def is_stored(node: ast.AST) -> bool:
    """Whether it is a name or an attribute that is set there."""
    return isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store)


def learns(node: ast.ClassDef) -> bool:
    """Whether its constructor makes parameters of its own: `self.logit_scale = nn.Parameter(torch.tensor(10.0))`."""
    made = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    called = [part.func for method in made for part in walk(method) if isinstance(part, ast.Call)]
    return any(getattr(func, "attr", getattr(func, "id", "")) == "Parameter" for func in called)


def solutions_among(made: Sequence[ast.ClassDef], tree: ast.Module) -> list[ast.ClassDef]:
    """The class `Solution`, and others by that name with a number or a word: the one that is meant stands last.

    It is the only one that the file itself uses beside its definitions, else `Solution`.
    """
    found = [node for node in made if SOLUTION.match(node.name)]
    if not any(node.name == "Solution" for node in found):
        return []
    beside = [node for node in tree.body if not isinstance(node, Function | ast.ClassDef)]
    used = set[str]().union(*(names_called(node) for node in beside)) & {node.name for node in found}
    meant = used.pop() if len(used) == 1 else "Solution"
    return sorted(found, key=lambda node: node.name == meant)


def applied(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """What `A.apply` takes, of a class A of torch's functions with gradients: its `forward` without the context."""
    own = taken_from(method, f"{node.name}.apply", is_method=True)
    has_context = not any(isinstance(m, ast.FunctionDef) and m.name == "setup_context" for m in node.body)
    most = None if own.most is None else own.most - has_context
    return Offered(node.name, own.path, own.parameters[has_context:], own.required - has_context, most)


def is_optimizer(node: ast.ClassDef) -> bool:
    """Whether it steps the parameters that it was made with, and gives nothing back, as torch's optimizers do."""
    if "Optimizer" in bases_of(node):
        return True
    inner = {method.name: method for method in node.body if isinstance(method, ast.FunctionDef)}
    own = [taken_from(inner[name], "", is_method=True) for name in OF_STEPS if name in inner]
    if any(takes_all(one.parameters[1:]) or takes_one(one.parameters[1:]) for one in own):
        return True
    return all_settings_of(node)[:1] in [[name] for name in OF_PARAMETERS] and any(one.required == 1 for one in own)


def stepping(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """An optimizer, for one step of one parameter: what it is made with beside the parameters comes with that."""
    given = taken_from(method, "", is_method=True).parameters[1:]
    names = (*STEPPED, *all_settings_of(node)[not (takes_all(given) or takes_one(given)) :])
    required = len(STEPPED) + len([name for name in settings_of(node) if name in names])
    path = f"{node.name}.{method.name}"
    return Offered(f"{node.name}_{method.name}", path, names, required, len(names), is_stepping=True)


def scheduler_offered(node: ast.ClassDef) -> list[Offered]:
    """A scheduler that counts steps, as a function of the step and of what it is made with."""
    methods = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    used = scheduling_in(bases_of(node), methods, all_settings_of(node))
    if used is None:
        return []
    needed = len(used.parameters) - len(used.settings) + len({*settings_of(node)}.intersection(used.settings))
    path = f"{node.name}.{ASKED[0] if ASKED[0] in methods and used.method not in methods else used.method}"
    settings = tuple(settings_of(node))
    return [Offered(node.name, path, used.parameters, needed, len(used.parameters), settings=settings, scheduling=used)]


def is_backward(name: str) -> bool:
    """Whether a backward pass is asked for."""
    return BACKWARD[0] in words(name)


def goes_back(method: ast.FunctionDef, node: ast.ClassDef) -> bool:
    """Whether a method comes back through a layer that went forward before: it takes one gradient, or none."""
    if method.name not in BACKWARD or is_torch_module(node):
        return False
    passes = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    has_objects = all(
        one.args.args[:1] and one.args.args[0].arg == "self"
        for one in passes.values()
        if one in (method, passes.get(FORWARD))
    )
    return FORWARD in passes and has_objects and taken_from(method, "", is_method=True).required <= 2


def as_layer(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """The backward pass of a layer, which takes what goes forward, and its weights: what it needs is known when it is made."""
    passes = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    names = [taken_from(one, "", is_method=True).parameters[1:] for one in (method, passes[FORWARD])]
    parameters = tuple(dict.fromkeys((*names[0], *names[1], *all_settings_of(node))))
    return Offered(f"{node.name}_{BACKWARD[0]}", f"{node.name}.{method.name}", parameters, 0, None, is_layer=True)


def module_offered(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """A module that has to be built: its class's name says what it is; what it needs is known when it is built."""
    own = bound(method, node)
    return Offered(node.name, node.name, own.parameters, 0, None, is_module=True)


def sized_offered(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """A method of a module that is made of sizes alone, and has weights of these in the place of what is given."""
    return replace(bound(method, node), most=None, is_sized=True)


def is_of_sizes(node: ast.ClassDef) -> bool:
    """Whether a class must be made with something, and by its names with lengths and numbers alone."""
    must = settings_of(node)
    return bool(must) and all(says_a_size(name) for name in must)


def with_returned(node: Function) -> Offered:
    """A function as it is offered; one that returns a function, with the parameters of that; an optimizer's maker as that."""
    own, answers = taken_from(node, node.name), function_returned(node)
    if made_in_two(node) is not None:
        names = (*STEPPED, *own.parameters)
        return replace(own, parameters=names, required=len(STEPPED) + own.required, most=len(names), is_stepping=True)
    if answers is None:
        return of_one_parameter(without_optimizer(own, node))
    inner = taken_from(answers, node.name, name=node.name)
    if (scheduler := scheduler_made(node)) is not None:
        own = replace(own, parameters=tuple(RATE if name == scheduler.optimizer else name for name in own.parameters))
    names, most = (*own.parameters[: own.required], *inner.parameters), (own.most or 0) + (inner.most or 0)
    names += tuple(name for name in own.parameters if name not in names)
    return replace(
        own, parameters=names, required=own.required + inner.required, most=most, may_be_none=inner.may_be_none
    )


def of_one_parameter(own: Offered) -> Offered:
    """A function that steps lists of parameters, for one step of one of them."""
    lists = lists_in(own.parameters)
    if lists is None:
        return own
    left = [name for name in own.parameters if name not in lists.all]
    needed = len([name for name in own.parameters[: own.required] if name not in lists.all])
    names = (*STEPPED, *left)
    return replace(own, parameters=names, required=len(STEPPED) + needed, most=len(names), is_stepping=True)


def without_optimizer(own: Offered, node: Function) -> Offered:
    """A function that is given an optimizer to set its rate, which is what it gives."""
    optimizer = optimizer_set(node, own.parameters[: own.required])
    if not optimizer:
        return own
    names = tuple(name for name in own.parameters if name != optimizer)
    return replace(own, parameters=names, required=own.required - 1, most=None if own.most is None else own.most - 1)


def objects_kept(node: ast.ClassDef) -> list[str]:
    """What a class must be made with that it keeps, and asks for several parts and for nothing else: `self.sde.drift(x, t)`."""
    return [name for name in settings_of(node) if not is_whole(name) and len(parts_of_kept(node, name)) > 1]


def taken_from(node: Function | ast.Lambda, path: str, *, is_method: bool = False, name: str = "") -> Offered:
    """A function as it is offered; that of a lambda by the name that it is given."""
    args = node.args
    names = tuple(arg.arg for arg in (*args.posonlyargs, *args.args))
    is_alone = names[:1] == ("self",) and not is_method  # pasted without its class
    names = names[is_alone:]
    required = len(names) - len(args.defaults) + sum(default is None for default in args.kw_defaults)
    names += tuple(arg.arg for arg in args.kwonlyargs)
    own_name = name if isinstance(node, ast.Lambda) else node.name
    free = tested_for_none(node) | never_read(node, names[:required])
    optional = tuple(one for one in names[:required] if one in free)
    most = None if args.vararg else len(names)
    parts = () if is_method else parts_read(node, names[:required])
    if is_alone and isinstance(node, ast.FunctionDef):
        parts += borrowed_by(node, ast.ClassDef(node.name, [], [], [node], []))
    offered = Offered(own_name, path, names, required, most, may_be_none=optional, borrowed=parts)
    fills = fills_in_place(node, names[is_method and names[:1] == ("self",) : required])
    return replace(
        offered,
        draws=draws(node),
        compared=tuple(texts_compared(node)),
        fills=fills,
        twice=called_twice(node, names[:required]),
        indices=indices_in(walk(node), names),
        columns=() if is_method else columns_named(walk(node), names),
        is_of_pairs=required == 1 and not is_method and parts_of_pairs(list(walk(node)), names[0]) is not None,
        of_entries=() if is_method else of_entries(node, names[:required]),
        asks=models_asked(node),
        rewards=rewarding_in(list(walk(node)), names[:required]) is not None,
        halved=tuple(name for name in names[:required] if cut_in_two(list(walk(node)), name) is not None),
        is_of_a_shape=is_of_a_shape(names[is_method and names[:1] in (("self",), ("cls",)) : required]),
    )


def of_entries(node: ast.AST, names: Sequence[str]) -> tuple[str, ...]:
    """What is asked of each entry of one of these lists, by several names."""
    found = [parts_of_entries(list(walk(node)), name) for name in names]
    return next((tuple(parts) for parts in found if len(parts) > 1), ())


def bound(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """A method without `self` or `cls`; that of a module, by the name of its class."""
    own = taken_from(method, f"{node.name}.{method.name}", is_method=True)
    name = node.name if method.name in ITSELF else method.name
    name = f"{node.name}_{BACKWARD[0]}" if name in BACKWARD else name
    owner = node.name if method.name in OF_ITS_CLASS and node.name != "Solution" and not is_itself(node) else ""
    if is_static(method):
        return replace(own, name=name, owner=owner)
    most = None if own.most is None else max(0, own.most - 1)
    required = max(0, own.required - 1)
    inner = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    borrowed = (*borrowed_by(method, node), *parts_read(method, own.parameters[1 : 1 + required], inner))
    own = replace(own, name=name, parameters=own.parameters[1:], required=required, most=most)
    return replace(own, owner=owner, borrowed=borrowed, kept=kept_by(method, node), counted=counted_by(method, node))


def fields_with_defaults(node: ast.ClassDef) -> set[str]:
    """What need not be given for an object of a dataclass."""
    return {*all_settings_of(node)}.difference(settings_of(node))


def left_to(node: ast.ClassDef, whole: str, optional: Mapping[str, Collection[str]]) -> Collection[str]:
    """What a config has a default for, where its annotation names a dataclass of the file."""
    own = [arg.annotation for args in made_with(node) for arg in args.args if arg.arg == whole]
    return optional.get(ast.unparse(own[0]).strip("'\""), ()) if own and own[0] is not None else ()


def is_made_of_betas(method: ast.FunctionDef, node: ast.ClassDef) -> bool:
    """Whether its class must be made with betas and with more, of which the method takes nothing: it is made without that."""
    must = settings_of(node)
    others = [name for name in must if not same(name, "betas")]
    return 0 < len(others) < len(must) and set(others).isdisjoint(borrowed_by(method, node))


def with_betas(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """A method whose class is made of betas, and with None for all else."""
    one = bound(method, node)
    betas = tuple(name for name in settings_of(node) if same(name, "betas"))
    most = None if one.most is None else one.most + len(betas)
    parameters = tuple(dict.fromkeys((*one.parameters, *betas)))
    return replace(
        one, parameters=parameters, required=one.required + len(betas), most=most, settings=betas, borrowed=()
    )


def with_settings(
    method: ast.FunctionDef,
    node: ast.ClassDef,
    optional: Mapping[str, Collection[str]],
    objects: Collection[str] = (),
) -> Offered:
    """A method together with what its class must be made with, or looks up in a config that it is made with.

    `optional`: what dataclasses of the file have defaults for, by their names. `objects`: what it is made with, too, and asks
    for parts alone, as `sde.drift(x, t)`, which are taken one by one.
    """
    one, must = bound(method, node), settings_of(node)
    read = {name: read_in_settings(node, name) for name in must if is_whole(name) or name in objects}
    inner = {key: is_needed for keys in read.values() for key, is_needed in keys.items()}
    by_default = {key for name in read for key in left_to(node, name, optional)}
    needed = [key for key, is_needed in inner.items() if is_needed and key not in by_default]
    unread = {name for name in read if not read[name] and left_to(node, name, optional)}  # it is made of its defaults
    settings = (*(name for name in must if not read.get(name) and name not in unread), *needed)
    options = tuple(
        name
        for name in (*all_settings_of(node), *inner)
        if name not in (*settings, *one.parameters, *unread) and not read.get(name)
    )
    most = None if one.most is None else one.most + len(settings)
    inside = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    called = settings_called(must, inside, are_fields=is_dataclass(node))
    return replace(
        one,
        parameters=(*one.parameters, *settings, *options),
        required=one.required + len(settings),
        most=most,
        settings=settings,
        options=options,
        called=tuple(name for name in settings if name in called),
    )
