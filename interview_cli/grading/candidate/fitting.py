"""Which function or class of a file is meant, when none has the name that is asked for. Standard library only."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from interview_cli.grading.candidate import binding
from interview_cli.grading.candidate.keeping import STEPPED, kept_in

Function = ast.FunctionDef | ast.AsyncFunctionDef
RUNS = re.compile("run(_|$)", re.IGNORECASE)
"""How a name begins of what runs something, which may be what is asked for: `run_kmeans`."""
BESIDE = re.compile(
    r"(tests?|check|main|plot|demo|run|bench(mark)?|visuali[sz]e|show|verify|example|train|round_?trip)(_|$)"
)
"""Names of what people write beside a solution."""
OF_SETTINGS = re.compile("(config|args|arguments|settings|hparams)$", re.IGNORECASE)
"""Names of classes that hold what others are made of."""
ITSELF = ("forward", "__call__", "call", "fn", "f", "func", "function", "compute")
"""Methods that are what their class is."""
OF_ITS_CLASS = (
    "fit", "fit_predict", "predict", "run", "sample", "transform", "fit_transform", "score", "scores",
    "get_scores",
)  # fmt: skip
"""Methods whose class says what they are for."""
FORWARD = "forward"
BACKWARD = ("backward", "backprop", "backward_pass")
"""The two passes of a layer that keeps in between what it needs."""
LEAVES_VALUES = "fit"
"""A method that leaves what it has found in its object."""
OF_STEPS = ("step", "update")
"""Methods of optimizers, which step the parameters that these were made with."""
OF_PARAMETERS = ("params", "parameters", "param_list", "model_params", "model_parameters")
"""What an optimizer is made with first."""
OF_GRADIENTS = re.compile("grad|backward|deriv|jacobian", re.IGNORECASE)
"""Names of what stands beside a function that is to be differentiated by hand."""
SOLUTION = re.compile(r"Solution(_?[A-Z0-9]\w*)?$")
"""Names of classes that each hold an answer of its own."""
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
ALIKE = 0.55
"""From this on, two names are taken for one."""
STEP = re.compile("(sqrt|one_minus|recipm1|recip)_")
LAST_STEP = re.compile("_(sqrt)$")
"""How tables are named that follow from another one."""
OF_BETAS = re.compile(
    "(?P<alphas>alphas?(_t)?)$|(alphas?_?(bars?|hats?|cumprod|cum|prod)|abar|a_bars?)(?P<prev>_prev)?$"
)
"""What is made of a schedule of betas, under whatever name that is given."""
SCHEDULES = ("betas", "alphas_bar")
"""What problems call a schedule of noise."""
LENGTH = re.compile(r"t|n|n_t|(\w+_)?(time)?steps?|(\w+_)?timesteps?", re.IGNORECASE)
"""Names of a constructor's parameters that say how long its schedule is."""
DRAWS = frozenset(
    {"randn", "randn_like", "normal", "normal_", "rand", "rand_like", "uniform_", "randint", "randint_like"}
)
"""What draws numbers at random."""
DRAWN = ("z", "noise")
"""What problems call noise that they give and code may draw for itself."""
NOWHERE = ("device", *binding.WHOLE)
"""What an object has beside values: where it lies, and settings by which these are found."""
ABBREVIATED = 0.75
"""What a usual name of a parameter says, beside the parameter's own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry of a problem: its name, whether it is a class, the names of its parameters, how many must be given."""

    name: str
    is_class: bool
    parameters: tuple[str, ...]
    required: int

    @classmethod
    def of(cls, text: str) -> Asked:
        """From one part of the catalogue's signature."""
        is_class = text.startswith("class ")
        node = ast.parse(f"def {text.removeprefix('class ')}: ...").body[0]
        assert isinstance(node, ast.FunctionDef)
        names = tuple(arg.arg for arg in node.args.args)
        return cls(node.name, is_class, names, len(names) - len(node.args.defaults))


@dataclass(frozen=True, slots=True)
class Offered:
    """A function, class or method that may be what is asked for: its name, how it is reached, what it takes.

    `most` is None for any number. `is_module`: a torch module that must be built before it can be called. `settings`: what
    a method's class must be given before, and the method takes with it. `owner`: the class that says what a method is for.
    `options`: what its class may be given. `borrowed`: what it takes from its object, and nothing in the file puts there.
    `is_lent`: its class cannot be made, and its object has only what is borrowed. `may_be_none`: what must be given, and may be
    nothing. `is_stepping`: an optimizer, for one step of one parameter. `is_layer`: its class goes forward before. `kept`: what
    it takes from its object, and a constructor that needs nothing puts there. `draws`: it draws at random. `compared`:
    parameters with a text each that the code compares them with. `fills`: it fills the one tensor that it must be given.
    `twice`: so many of what it calls are of one kind with another, as `temporal_attn` with `spatial_attn`.
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


def best_first(asked: Asked, offered: Sequence[Offered], tree: ast.Module) -> list[Offered]:
    """Those that may be meant; of equals, the one that is defined last comes first, since helpers are written before.

    Of these, a method that takes what must be given comes before one that leaves it to its class. What takes all that is given
    comes before its wrapper that cannot.
    """
    helpers, parts = names_called_in_functions(tree), names_that_classes_need(tree)
    fitting = [
        (fit(asked, one, helpers, parts), len(one.parameters) - len(one.options) >= asked.required, i, one)
        for i, one in enumerate(offered)
    ]
    ranked = [one for score, *_, one in sorted(fitting, key=lambda each: each[:3], reverse=True) if score > 0]
    if ranked and not takes_as_many(asked, ranked[0]):
        ranked.sort(key=lambda one: not takes_all_by_name(asked, one))
    return ranked


def fit(asked: Asked, one: Offered, helpers: set[str], parts: Collection[str] = ()) -> float:
    """How well it fits; 0 for what cannot be meant. `parts`: what a class is made of, which its own name must speak for."""
    alike = named(one, asked) if takes_as_many(asked, one) else likeness(asked.name, one.name)
    own, wanted = [spelling(p) for p in taken_by(one, asked)], {spelling(p) for p in asked.parameters}
    shared = len(wanted.intersection(own)) / max(1, len(wanted))
    alike_in_all = len(bound_alike(asked, one)) / max(1, len(asked.parameters))
    if (one.settings and not takes_as_many(asked, one)) or (one.is_layer and not is_backward(asked.name)):
        return 0.0
    if one.is_lent and max(alike, alike_in_all) < ALIKE:  # its class is made of more than the problem gives
        return 0.0
    is_part = one.name in parts or (one.path in helpers and "." in one.path and not is_of_a_solution(one))
    if not asked.is_class and alike < ALIKE and shared < ALIKE and (is_part or not takes_as_many(asked, one)):
        return 0.0
    score = (
        1 + 2 * alike + max(shared, ABBREVIATED * alike_in_all) + (alike_in_all == 1 and one.name not in helpers) / 2
    )
    score += takes_as_many(asked, one) and one.required - len(one.may_be_none) <= len(asked.parameters)
    score -= bool(OF_GRADIENTS.search(one.path)) != bool(OF_GRADIENTS.search(asked.name))
    score -= asked.is_class and bool(OF_SETTINGS.search(one.name))
    score -= 2 * is_beside(one, asked) + one.name.startswith("_")
    does_less = len(one.parameters) < len(asked.parameters) and not {*words(one.name)} <= {*words(asked.name)}
    score -= (one.name in helpers) * (1 + does_less)
    score -= bool(one.path in helpers) / 2 if "." in one.path else 0
    score -= one.is_module / 2 if not asked.is_class else 0
    return max(score, 0.0)


def is_beside(one: Offered, asked: Asked) -> bool:
    """Whether its name begins as those of what people write beside a solution, and the problem's has no such word itself.

    What runs by its name what is asked for, and takes all of it, does not stand beside.
    """
    found = BESIDE.match(one.name)
    if found is None or found[1] in words(asked.name):
        return False
    runs_it = bool(RUNS.match(one.name)) and likeness(RUNS.sub("", one.name), asked.name) == 1
    return not (runs_it and one.required >= asked.required and takes_as_many(asked, one))


def bound_alike(asked: Asked, one: Offered) -> dict[str, str]:
    """Which of its parameters have an equal or a usual name of what is asked for."""
    own, wanted = ([(name, None) for name in names] for names in (taken_by(one, asked), asked.parameters))
    return binding.by_likeness(wanted, own)


def takes_all_by_name(asked: Asked, one: Offered) -> bool:
    """Whether it could be called as asked, and its names say so of each parameter."""
    return takes_as_many(asked, one) and len(bound_alike(asked, one)) == len(asked.parameters)


def is_of_a_solution(one: Offered) -> bool:
    """Whether it is a method of a class `Solution`."""
    owner, dot, _ = one.path.partition(".")
    return bool(dot) and SOLUTION.match(owner) is not None


def asks_for_more(asked: Asked, offered: Sequence[Offered], best: Offered, tree: ast.Module) -> list[Offered]:
    """Functions that need more than the problem gives, but have a word of its name, as the best that can be called has none.

    What another one calls is a part of that.
    """
    wanted, helpers = set(words(asked.name)), names_called_in_functions(tree)
    if not wanted.isdisjoint(words(best.name)) or best.is_module:
        return []
    return [
        one
        for one in offered
        if not takes_as_many(asked, one) and one.path not in helpers and not wanted.isdisjoint(words(one.name))
    ]


def can_be_made(one: Offered, asked: Asked) -> bool:
    """Whether the problem gives all that a method's class must be made with, or what it takes of its object beside."""
    if one.is_layer:
        return is_backward(asked.name)
    if one.is_stepping:
        return set(STEPPED) <= set(asked.parameters)
    if one.is_lent:
        lent = {name for name in one.borrowed if name not in NOWHERE}
        return lent.isdisjoint(one.parameters) and all(source_of(name, asked.parameters) for name in lent)
    is_of_a_schedule = is_made_of_a_schedule(one) and not set(SCHEDULES).isdisjoint(asked.parameters)
    is_made = all(
        is_given(setting, asked) or (is_of_a_schedule and makes_a_schedule(setting)) for setting in one.settings
    )
    return is_made or is_made_of_all(one, asked)


def is_made_of_all(one: Offered, asked: Asked) -> bool:
    """Whether its class takes all that the problem gives, under whatever names: `MaxPathSum(root).max_path_sum()`.

    Its name must say so, or that of its class: nodes are made of a value, too.
    """
    takes_nothing = one.required == len(one.settings) == asked.required
    return takes_nothing and max(likeness(asked.name, part) for part in (one.name, *one.path.split("."))) >= ALIKE


def makes_a_schedule(setting: str) -> bool:
    """Whether a class is made with it that makes a schedule of noise for itself: how long that is, and where it lies."""
    return setting == "device" or LENGTH.fullmatch(setting) is not None


def taken_by(one: Offered, asked: Asked) -> tuple[str, ...]:
    """Its parameters, and what the problem gives that it takes from its object, or draws for itself."""
    lent = [found[0] for name in one.borrowed if (found := source_of(name, asked.parameters)) is not None]
    lent += [name for name in SCHEDULES if name in asked.parameters and is_made_of_a_schedule(one)]
    lent += [name for name in DRAWN if one.draws and name in asked.parameters and is_drawn(name, one)][:1]
    return (*one.parameters, *(name for name in dict.fromkeys(lent) if name not in one.parameters))


def is_made_of_a_schedule(one: Offered) -> bool:
    """Whether its object makes a schedule of noise for itself, and the method reads a table of that."""
    return any(source_of(name, (schedule,)) for name in one.kept for schedule in SCHEDULES)


def is_drawn(name: str, one: Offered) -> bool:
    """Whether it has no parameter for a noise that it may draw."""
    return not any(binding.likeness(name, own) for own in one.parameters)


def source_of(name: str, given: Collection[str]) -> tuple[str, list[str]] | None:
    """Of which given value an attribute is by its name, and the steps from it, the last one first: `sqrt_alphas_cumprod`."""
    rest, steps = name.strip("_"), list[str]()
    while found := STEP.match(rest) or LAST_STEP.search(rest):
        steps.append(found[1])
        rest = rest[: found.start()] + rest[found.end() :]
    source = next((one for fits in (binding.same, binding.related) for one in given if fits(one, rest)), None)
    of_betas = OF_BETAS.match(rest) if "betas" in given else None
    if of_betas is not None and source != rest:
        made = ["alphas"] if of_betas["alphas"] else [*(["prev"] if of_betas["prev"] else []), "alphas_bar"]
        return "betas", [*steps, *made]
    return None if source is None else (source, steps)


def is_given(setting: str, asked: Asked) -> bool:
    """Whether the problem gives what a class is made with, by its name."""
    return any(binding.likeness(name, setting) for name in asked.parameters)


def named(one: Offered, asked: Asked) -> float:
    """0 to 1: how much its name, or that of its class, says that it is meant."""
    return max(likeness(asked.name, one.name), likeness(asked.name, one.owner))


def takes_as_many(asked: Asked, one: Offered) -> bool:
    """Whether it could be called as asked: no more required arguments than are passed, room for those that must be."""
    if one.fills and len(asked.parameters) == asked.required > 1 and all(map(binding.says_a_size, asked.parameters)):
        return True
    holds_all = any(map(binding.is_whole, one.parameters[: one.required]))
    most = None if one.most is None or holds_all else one.most + sum(is_given(name, asked) for name in one.options)
    most = None if most is None else most + len(taken_by(one, asked)) - len(one.parameters)
    lengths = [name for name in one.parameters if binding.is_length(name) and name not in asked.parameters]
    given = set(bound_alike(asked, one).values()) if one.may_be_none else set[str]()
    nothing = [name for name in one.may_be_none if name not in given]
    tails = [name for name in one.parameters if binding.is_continued(name, asked.parameters)]
    needed = max(one.required - len(lengths), min(one.required, len(asked.parameters))) - len(nothing) - len(tails)
    needed -= taken_apart(asked, one) + len(chosen_by_name(asked, one)) + one.twice
    return needed <= len(asked.parameters) and (most is None or most >= asked.required)


def chosen_by_name(asked: Asked, one: Offered) -> set[str]:
    """The parameters that must be given, and for which the problem's name says a text: `kind == "k3"` for `k3_kl`."""
    needed = one.parameters[: one.required]
    return {name for name, text in one.compared if name in needed and binding.says_the_mode(text, asked.name)}


def taken_apart(asked: Asked, one: Offered) -> int:
    """How many parameters more it has for what the problem gives as one: the parts of `betas`, and those of a state."""
    averages, count = kept_in(one.parameters, asked.parameters)
    parts = [
        name
        for name in one.parameters
        for whole in asked.parameters
        for i in (0, 1)
        if binding.is_part(f"{whole}.{i}", name)
    ]
    return max(len(averages) + bool(count) - 1, 0) + max(len(parts) - 1, 0)


def likeness(one: str, other: str) -> float:
    """0 to 1: how much two names have in common, by words and by letters."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    if spelling(one) == spelling(other) or initials(first) == second or initials(second) == first:
        return 1.0
    common = sum(any(word_alike(word, match) for match in second) for word in first)
    by_words = common / max(len(first), len(second), 1)
    return max(by_words, SequenceMatcher(None, spelling(one), spelling(other)).ratio() ** 2)


def initials(parts: Sequence[str]) -> list[str]:
    """`rf` of `rectified flow`; a last word such as `loss` stands as it is."""
    *long, last = parts or [""]
    letters = "".join(word[:1] for word in long)
    return [letters, last] if len(letters) > 1 else []


def word_alike(one: str, other: str) -> bool:
    """Equal, or one an abbreviation of the other."""
    return one == other or (min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one)))


def words(name: str) -> list[str]:
    """`scaledDotProduct` and `scaled_dot_product`: scaled, dot, product."""
    return [word.lower() for word in WORD.findall(name)]


def spelling(name: str) -> str:
    """`threeSum` and `three_sum` are one name."""
    return name.replace("_", "").lower()


def names_called_in_functions(tree: ast.Module) -> set[str]:
    """What one function calls of another is its helper, and so is a class that another one derives from."""
    found = set[str]()
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found |= set(bases_of(node))
        if isinstance(node, Function | ast.ClassDef) and not BESIDE.match(node.name):
            found |= names_called(node) - {node.name}
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for name in methods_called(node)}
    return found


def methods_called(node: ast.ClassDef) -> set[str]:
    """What one method of a class calls of another."""
    found = set[str]()
    for method in (part for part in node.body if isinstance(part, ast.FunctionDef)):
        called = (call.func for call in ast.walk(method) if isinstance(call, ast.Call))
        found |= {func.attr for func in called if isinstance(func, ast.Attribute) and is_named(func.value, "self")} - {
            method.name
        }
    return found


def names_that_classes_need(tree: ast.Module) -> set[str]:
    """Functions that methods call, and what these call in turn: parts of a class. A class of tests needs what it tests."""
    calls = {node.name: names_called(node) for node in tree.body if isinstance(node, Function | ast.ClassDef)}
    made = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    made = [node for node in made if not node.name.startswith("Test") and "TestCase" not in bases_of(node)]
    found = set[str]()
    left = [name for node in made for name in calls[node.name]]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += calls.get(name, ())
    return found


def names_called(node: ast.AST) -> set[str]:
    """Of functions, inside a definition."""
    called = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
    return {func.id for func in called if isinstance(func, ast.Name)}


# --- what a file offers -----------------------------------------------------------------------------------------------


def classes(tree: ast.Module) -> list[Offered]:
    """The classes of the file."""
    return [
        Offered(node.name, node.name, is_module=is_torch_module(node))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    ]


def functions(tree: ast.Module) -> list[Offered]:
    """The functions of the file, methods of classes that are made without arguments, and torch modules that have settings.

    Of a class that needs settings, the methods that use none of them. Where there is a class `Solution`, others are its helpers.
    """
    own = [node for node in tree.body if isinstance(node, Function)]
    found = [replace(taken_from(node, node.name), kept=tables_read(node, tree)) for node in own]
    found += [
        taken_from(node.value, name.id, name=name.id)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)
        for name in node.targets
        if isinstance(name, ast.Name)
    ]
    made = [node for node in whole_classes(tree) if not node.name.startswith("_")]
    for node in solutions_among(made, tree) or made:
        inner = [method for method in node.body if isinstance(method, ast.FunctionDef)]
        if is_torch_function(node):
            found += [applied(method, node) for method in inner if method.name == "forward"]
            continue
        if is_optimizer(node):
            found += [stepping(method, node) for method in inner if method.name in OF_STEPS][:1]
            continue
        found += [as_layer(method, node) for method in inner if goes_back(method, node)]
        settings = [taken_from(method, "", is_method=True) for method in inner if method.name == "__init__"]
        is_built = is_torch_module(node) and any(len(one.parameters) > 1 for one in settings)
        if is_built:
            found += [module_offered(method, node) for method in inner if method.name == "forward"]
        is_built = is_built and any(method.name == "forward" for method in inner)
        is_made = not settings_of(node) and not is_built
        public = [m for m in inner if not m.name.startswith("_") or m.name == "__call__"]
        for method in public:
            if needs_no_object(method) or uses_no_object(method, node) or (is_made and not all_settings_of(node)):
                found.append(bound(method, node))
            elif is_made or (does_something(method, node) and not (is_built and method.name == "forward")):
                if not is_made and borrowed_by(method, node):
                    found.append(replace(bound(method, node), is_lent=True))
                found.append(with_settings(method, node))
    return found


def tables_read(function: Function, tree: ast.Module) -> tuple[str, ...]:
    """What the top of the file binds beside definitions, and a function looks up, or one of the file's that it calls."""
    own = {node.name: node for node in tree.body if isinstance(node, Function)}
    bound_there = {
        name for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) for name in names_set(node)
    }
    left, seen, found = [function.name], set[str](), set[str]()
    while left:
        name = left.pop()
        if name in seen or name not in own:
            continue
        seen.add(name)
        used = {part.id for part in ast.walk(own[name]) if isinstance(part, ast.Name)}
        found |= used & bound_there
        left += used
    return tuple(sorted(found))


def whole_classes(tree: ast.Module) -> list[ast.ClassDef]:
    """Each with the methods that it has from classes of the file that are there to be derived from, without these."""
    made = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    bases = {name for node in made for name in bases_of(node)}
    abstract = {node.name: node for node in made if node.name in bases and is_abstract(node)}
    return [with_inherited(node, abstract) for node in made if node.name not in abstract] if abstract else made


def is_abstract(node: ast.ClassDef) -> bool:
    """Whether a method of it is left to other classes."""
    methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    return any(
        "abstractmethod" in {getattr(one, "attr", getattr(one, "id", "")) for one in method.decorator_list}
        or (isinstance(method.body[-1], ast.Raise) and "NotImplementedError" in ast.dump(method.body[-1]))
        for method in methods
    )


def with_inherited(node: ast.ClassDef, abstract: Mapping[str, ast.ClassDef]) -> ast.ClassDef:
    """The class with what it doesn't define and these ones do."""
    others = {name: one for name, one in abstract.items() if name != node.name}
    above = [with_inherited(others[name], others) for name in bases_of(node) if name in others]
    own = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    handed_down = [
        part for one in above for part in one.body if isinstance(part, ast.FunctionDef) and part.name not in own
    ]
    bases = [*node.bases, *(base for one in above for base in one.bases)]
    whole = copy.copy(node)
    whole.bases, whole.body = bases, [*node.body, *handed_down]
    return whole


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


def is_torch_function(node: ast.ClassDef) -> bool:
    """`class A(torch.autograd.Function)`."""
    return "Function" in bases_of(node)


def is_optimizer(node: ast.ClassDef) -> bool:
    """Whether it steps the parameters that it was made with, and gives nothing back, as torch's optimizers do."""
    if "Optimizer" in bases_of(node):
        return True
    inner = {method.name: method for method in node.body if isinstance(method, ast.FunctionDef)}
    own = [taken_from(inner[name], "", is_method=True) for name in OF_STEPS if name in inner]
    return all_settings_of(node)[:1] in [[name] for name in OF_PARAMETERS] and any(one.required == 1 for one in own)


def stepping(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """An optimizer, for one step of one parameter: what it is made with beside the parameters comes with that."""
    names = (*STEPPED, *all_settings_of(node)[1:])
    required = len(STEPPED) + len([name for name in settings_of(node) if name in names])
    path = f"{node.name}.{method.name}"
    return Offered(f"{node.name}_{method.name}", path, names, required, len(names), is_stepping=True)


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


def is_torch_module(node: ast.ClassDef) -> bool:
    """`class A(nn.Module)`, or of another class by that name, or of one of torch's own: `class A(nn.Linear)`."""
    homes = [base.value for base in node.bases if isinstance(base, ast.Attribute)]
    is_of_torch = any(getattr(home, "id", getattr(home, "attr", "")) == "nn" for home in homes)
    return is_of_torch or not {"Module", "LightningModule"}.isdisjoint(bases_of(node))


def bases_of(node: ast.ClassDef) -> list[str]:
    """The last part of their names."""
    return [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases]


def taken_from(node: Function | ast.Lambda, path: str, *, is_method: bool = False, name: str = "") -> Offered:
    """A function as it is offered; that of a lambda by the name that it is given."""
    args = node.args
    names = tuple(arg.arg for arg in (*args.posonlyargs, *args.args))
    if names[:1] == ("self",) and not is_method:  # pasted without its class
        names = names[1:]
    required = len(names) - len(args.defaults) + sum(default is None for default in args.kw_defaults)
    names += tuple(arg.arg for arg in args.kwonlyargs)
    own_name = name if isinstance(node, ast.Lambda) else node.name
    free = tested_for_none(node) | never_read(node, names[:required])
    optional = tuple(one for one in names[:required] if one in free)
    most = None if args.vararg else len(names)
    parts = () if is_method else parts_read(node, names[:required])
    offered = Offered(own_name, path, names, required, most, may_be_none=optional, borrowed=parts)
    fills = required == 1 and not is_method and fills_in_place(node, names[0])
    return replace(
        offered,
        draws=draws(node),
        compared=tuple(texts_compared(node)),
        fills=fills,
        twice=called_twice(node, names[:required]),
    )


def called_twice(node: ast.AST, names: Sequence[str]) -> int:
    """How many of these parameters it calls that are of one kind with one before, which it calls, too."""
    called = {part.func.id for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
    own = [name for name in names if name in called]
    return sum(any(binding.is_of_one_kind(name, other) for other in own[:place]) for place, name in enumerate(own))


def fills_in_place(node: ast.AST, name: str) -> bool:
    """Whether it calls what writes into this parameter, as torch's initializers do: `weight.normal_(0, std)`."""
    called = [
        part.func for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute)
    ]
    written = [func.value for func in called if func.attr.endswith("_") and not func.attr.startswith("_")]
    places = [place.value if isinstance(place, ast.Attribute) and place.attr == "data" else place for place in written]
    return any(is_named(place, name) for place in places)


def texts_compared(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Names that are compared with a text: `mode == "sum"`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Compare) and isinstance(part.left, ast.Name) and isinstance(part.ops[0], ast.Eq):
            text = part.comparators[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield part.left.id, text.value


def parts_read(node: Function | ast.Lambda, names: Sequence[str]) -> tuple[str, ...]:
    """What it takes of these parameters that it asks for several parts each, and for nothing else: `params.alpha`."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Attribute)]
    found = list[str]()
    for name in names:
        read = [part.attr for part in parts if is_named(part.value, name)]
        is_object = len(read) > 1 and len(read) == sum(is_named(part, name) for part in ast.walk(node))
        found += read if is_object and binding.OF_VALUES.isdisjoint(read) else []
    return tuple(dict.fromkeys(found))


def draws(node: ast.AST) -> bool:
    """Whether something in it is drawn at random: `torch.randn_like(x)`."""
    called = [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]
    return any(getattr(func, "attr", getattr(func, "id", "")) in DRAWS for func in called)


def tested_for_none(node: Function | ast.Lambda) -> set[str]:
    """The names of which it asks whether they are None."""
    asked = [part for part in ast.walk(node) if isinstance(part, ast.Compare) and isinstance(part.left, ast.Name)]
    asked = [part for part in asked if isinstance(part.ops[0], ast.Is | ast.IsNot)]
    nothing = [part for part in asked if isinstance(part.comparators[0], ast.Constant)]
    return {part.left.id for part in nothing if isinstance(part.left, ast.Name)}


def never_read(node: Function | ast.Lambda, names: Sequence[str]) -> set[str]:
    """Those of these parameters that it does without; none where it does without most, as what is yet to be written."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
    left = set(names) - {part.id for part in parts}
    return {name for name in left if not binding.says_a_size(name)} if 2 * len(left) < len(names) else set()


def all_settings_of(node: ast.ClassDef) -> list[str]:
    """What may be given for an object of the class."""
    return [arg.arg for args in made_with(node) for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)][1:]


def made_with(node: ast.ClassDef) -> list[ast.arguments]:
    """The parameters of its `__init__`, if it has one, or is a dataclass."""
    own = [inner.args for inner in node.body if isinstance(inner, ast.FunctionDef) and inner.name == "__init__"]
    return own[-1:] or ([made_of_fields(node)] if is_dataclass(node) else [])


def is_dataclass(node: ast.ClassDef) -> bool:
    """`@dataclass`, `@dataclass(frozen=True)` or `@dataclasses.dataclass`."""
    named = [decorator.func if isinstance(decorator, ast.Call) else decorator for decorator in node.decorator_list]
    return any(getattr(one, "attr", getattr(one, "id", "")) == "dataclass" for one in named)


def made_of_fields(node: ast.ClassDef) -> ast.arguments:
    """What a dataclass is made with: its own fields, in order."""
    fields = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    names = [ast.arg(one.target.id) for one in fields if isinstance(one.target, ast.Name)]
    defaults = [one.value for one in fields if one.value is not None]
    return ast.arguments([], [ast.arg("self"), *names], None, [], [], None, defaults)


def left_by_constructors(tree: ast.Module, asked: Asked) -> list[Offered]:
    """What objects keep under a usual name of what is asked for, of classes that are made with what is given."""
    found = []
    for node in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        names, required = tuple(all_settings_of(node)), len(settings_of(node))
        made = [inner for inner in node.body if isinstance(inner, ast.FunctionDef) and inner.name == "__init__"]
        kept = set[str]().union(*map(attributes_set, made), *map(buffers_set, made))
        found += [
            Offered(name, f"{node.name}.{name}", names, required, len(names))
            for name in sorted(kept)
            if binding.likeness(asked.name, name)
        ]
    return [one for one in found if takes_as_many(asked, one)]


def buffers_set(method: ast.FunctionDef) -> set[str]:
    """The names of the buffers that it registers."""
    called = [part for part in ast.walk(method) if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute)]
    named = [part.args[0] for part in called if part.func.attr == "register_buffer" and part.args]  # type: ignore[attr-defined]
    return {str(one.value) for one in named if isinstance(one, ast.Constant)}


def settings_of(node: ast.ClassDef) -> list[str]:
    """What must be given for an object of the class; nothing is known of what another class hands down."""
    needed: list[str] = []
    for args in made_with(node):
        own = [arg.arg for arg in (*args.posonlyargs, *args.args)]
        needed = own[1 : len(own) - len(args.defaults)]
        needed += [arg.arg for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True) if default is None]
    return needed


def needs_no_object(method: ast.FunctionDef) -> bool:
    """Whether it can be called on the class."""
    named = {decorator.id for decorator in method.decorator_list if isinstance(decorator, ast.Name)}
    return bool(named & {"staticmethod", "classmethod"}) or has_no_self(method)


def is_static(method: ast.FunctionDef) -> bool:
    """Whether it is not handed its object."""
    return any(is_named(decorator, "staticmethod") for decorator in method.decorator_list) or has_no_self(method)


def has_no_self(method: ast.FunctionDef) -> bool:
    """Whether its first parameter is a value: a function that stands in a class without being made for its objects."""
    first = method.args.args[0].arg if method.args.args else "self"
    if binding.is_of_objects(first) or method.decorator_list:
        return False
    parts = list(ast.walk(method))
    asked = [part.attr for part in parts if isinstance(part, ast.Attribute) and is_named(part.value, first)]
    return len(asked) < sum(is_named(part, first) for part in parts) or not binding.OF_VALUES.isdisjoint(asked)


def uses_no_object(method: ast.FunctionDef, node: ast.ClassDef) -> bool:
    """Whether all that it takes from its object are methods that take nothing else."""
    inner = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    left, seen = [method.name], set[str]()
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        one = inner.get(name)
        if one is None or not one.args.args or one.decorator_list:
            return False
        own = one.args.args[0].arg
        taken = [part for part in ast.walk(one) if isinstance(part, ast.Attribute) and is_named(part.value, own)]
        if len(taken) < sum(is_named(part, own) for part in ast.walk(one)):
            return False
        left += [part.attr for part in taken]
    return method.name != "__init__"


def is_named(node: ast.AST, name: str) -> bool:
    """Whether it is the use of a name."""
    return isinstance(node, ast.Name) and node.id == name


def bound(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """A method without `self` or `cls`; that of a module, by the name of its class."""
    own = taken_from(method, f"{node.name}.{method.name}", is_method=True)
    name = node.name if method.name in ITSELF else method.name
    name = f"{node.name}_{BACKWARD[0]}" if name in BACKWARD else name
    owner = node.name if method.name in OF_ITS_CLASS and node.name != "Solution" and not is_itself(node) else ""
    if is_static(method):
        return replace(own, name=name, owner=owner)
    most = None if own.most is None else max(0, own.most - 1)
    required, borrowed = max(0, own.required - 1), borrowed_by(method, node)
    own = replace(own, name=name, parameters=own.parameters[1:], required=required, most=most)
    return replace(own, owner=owner, borrowed=borrowed, kept=kept_by(method, node))


def is_itself(node: ast.ClassDef) -> bool:
    """Whether one of its methods is what the class is, so that its name says nothing of the others."""
    return any(isinstance(part, ast.FunctionDef) and part.name in ITSELF for part in node.body)


def borrowed_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it takes from its object, where no constructor that needs nothing puts it there."""
    return () if made_with(node) and not settings_of(node) else read_by(method, node)


def read_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it, and the methods that it calls, take from their object, and no constructor without settings puts there."""
    found = taken_from_object(method, node)
    if not made_with(node) or settings_of(node):
        return found
    blank = set(left_blank(node))
    return tuple(name for name in found if name in blank)


def taken_from_object(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it, and the methods that it calls, take from their object.

    Of settings (`self.config.beta`) what is taken from these.
    """
    inner = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    own = {name for part in node.body if not isinstance(part, ast.FunctionDef) for name in names_set(part)} | {*inner}
    left, seen, found = [method.name], set[str](), list[str]()
    while left:
        one = inner.get(name := left.pop())
        if one is None or name in seen or not one.args.args or is_static(one):
            continue
        seen.add(name)
        own |= attributes_set(one)
        taken = list(attributes_of(one, one.args.args[0].arg))
        found += taken
        left += [name for name in taken if name in inner]
    return tuple(name for name in dict.fromkeys(found) if name not in own)


def left_blank(node: ast.ClassDef) -> list[str]:
    """What a constructor sets to None, for a `fit` to fill: `self.w = None`."""
    made = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    sets = [part for method in made for part in ast.walk(method) if isinstance(part, ast.Assign | ast.AnnAssign)]
    nothing = [part for part in sets if isinstance(part.value, ast.Constant) and part.value.value is None]
    targets = [place for part in nothing for place in (part.targets if isinstance(part, ast.Assign) else [part.target])]
    return [place.attr for place in targets if isinstance(place, ast.Attribute) and is_named(place.value, "self")]


def kept_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it takes from its object, where a constructor puts it there that needs nothing but the length of a schedule."""
    return taken_from_object(method, node) if made_with(node) and all(map(makes_a_schedule, settings_of(node))) else ()


def attributes_of(method: ast.FunctionDef, own: str) -> Iterable[str]:
    """Of its object; of the object's settings, those of the settings."""
    parts = [part for part in ast.walk(method) if isinstance(part, ast.Attribute)]
    direct = [part for part in parts if is_named(part.value, own)]
    whole = [part for part in direct if binding.is_whole(part.attr)]
    yield from (part.attr for part in direct if part not in whole)
    yield from (part.attr for part in parts if part.value in whole)
    for part in ast.walk(method):
        if isinstance(part, ast.Subscript) and part.value in whole and isinstance(part.slice, ast.Constant):
            yield str(part.slice.value)


def attributes_set(method: ast.FunctionDef) -> set[str]:
    """Those that it writes, of whatever object."""
    parts = [part for part in ast.walk(method) if isinstance(part, ast.Attribute)]
    return {part.attr for part in parts if isinstance(part.ctx, ast.Store)}


def names_set(node: ast.AST) -> set[str]:
    """Names that a statement of a class's body binds."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    return {part.id for part in parts if isinstance(part.ctx, ast.Store)}


def with_settings(method: ast.FunctionDef, node: ast.ClassDef) -> Offered:
    """A method together with what its class must be made with."""
    one, settings = bound(method, node), tuple(settings_of(node))
    options = tuple(name for name in all_settings_of(node) if name not in (*settings, *one.parameters))
    most = None if one.most is None else one.most + len(settings)
    return replace(
        one,
        parameters=(*one.parameters, *settings, *options),
        required=one.required + len(settings),
        most=most,
        settings=settings,
        options=options,
    )


def gives_a_value(method: ast.FunctionDef) -> bool:
    """Whether it returns something else than its object, or is there to leave it in that."""
    if method.name == LEAVES_VALUES:
        return True
    returned = [part.value for part in ast.walk(method) if isinstance(part, ast.Return)]
    return any(value is not None and not is_named(value, "self") for value in returned)


def does_something(method: ast.FunctionDef, node: ast.ClassDef) -> bool:
    """Whether it gives a value, or works on what its class is made of, and on nothing else: `BYOL(online, target).update()`."""
    return gives_a_value(method) or (len(method.args.args) == 1 and len(settings_of(node)) > 1)


def listed(names: Iterable[str]) -> str:
    """`a, b`; `nothing` for none."""
    return ", ".join(dict.fromkeys(names)) or "nothing"
