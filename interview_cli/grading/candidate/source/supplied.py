"""Names that a file uses and does not bind: what everybody imports is supplied, the rest is named. Standard library only.

Code is copied from a notebook or an interview site, where torch, NumPy and the standard library's usual names are given.
"""

from __future__ import annotations

import ast
import builtins
import heapq
import importlib
import importlib.util
import symtable
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from interview_cli.grading.candidate.matching.names.labels import LEFT_OUT, names_the_left_out
from interview_cli.grading.candidate.matching.syntax.decorators import decorate_alone, left_out, roots_of_idle
from interview_cli.grading.candidate.matching.syntax.spared import asked_for, checking_alone
from interview_cli.grading.candidate.matching.syntax.walking import walk
from interview_cli.grading.candidate.source.reach import bound_by

MODULES = {
    "torch": "torch", "th": "torch", "np": "numpy", "numpy": "numpy", "math": "math", "random": "random", "typing": "typing",
    "collections": "collections", "heapq": "heapq", "bisect": "bisect", "itertools": "itertools", "functools": "functools",
    "operator": "operator", "string": "string", "re": "re", "copy": "copy", "sys": "sys", "time": "time", "os": "os",
    "dataclasses": "dataclasses", "abc": "abc", "warnings": "warnings", "einops": "einops", "scipy": "scipy",
    "F": "torch.nn.functional", "nn": "torch.nn", "plt": "matplotlib.pyplot", "optim": "torch.optim",
    "autograd": "torch.autograd", "ndimage": "scipy.ndimage", "pl": "pytorch_lightning", "json": "json",
    "logging": "logging", "jaxtyping": "jaxtyping", "types": "types", "statistics": "statistics", "contextlib": "contextlib",
    "inspect": "inspect", "enum": "enum", "fractions": "fractions", "decimal": "decimal", "textwrap": "textwrap",
}  # fmt: skip
"""By the names that they are used under."""
MEMBERS = {
    "torch": ("Tensor", "einsum"),
    "torch.nn": (
        "Module", "Parameter", "Linear", "CrossEntropyLoss", "MSELoss", "BCELoss", "BCEWithLogitsLoss", "KLDivLoss", "Softmax",
        "Dropout", "LayerNorm", "Embedding", "Conv2d", "Sequential", "ModuleList",
    ),
    "torch.nn.functional": ("elu", "gelu", "leaky_relu", "log_softmax", "logsigmoid", "relu", "silu", "softplus"),
    "torch.autograd": ("Variable", "Function"),
    "einops": ("rearrange", "reduce", "repeat", "einsum", "pack", "unpack"),
    "typing": (
        "Any", "Callable", "Dict", "FrozenSet", "Generator", "Iterable", "Iterator", "List", "Literal", "Mapping",
        "NamedTuple", "Optional", "Sequence", "Set", "Tuple", "Type", "TypeVar", "Union",
    ),
    "collections": ("Counter", "OrderedDict", "defaultdict", "deque", "namedtuple"),
    "heapq": ("heapify", "heappop", "heappush", "heappushpop", "heapreplace", "nlargest", "nsmallest"),
    "bisect": ("bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"),
    "itertools": (
        "accumulate", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
        "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "starmap", "takewhile", "zip_longest",
    ),
    "functools": ("cache", "cmp_to_key", "lru_cache", "partial", "reduce", "wraps"),
    "copy": ("copy", "deepcopy"),
    "math": ("ceil", "comb", "factorial", "floor", "gcd", "inf", "isqrt", "log2", "nan", "pi", "prod", "sqrt"),
    "random": ("choice", "randint", "random", "randrange", "shuffle"),
    "operator": ("add", "and_", "attrgetter", "itemgetter", "mul", "or_", "xor"),
    "string": ("ascii_letters", "ascii_lowercase", "ascii_uppercase"), "sys": ("maxsize",),
    "dataclasses": ("dataclass", "field"),
    "abc": ("ABC", "abstractmethod"),
    "time": ("perf_counter",), "pathlib": ("Path",), "sklearn.metrics": ("confusion_matrix",),
    "transformers.activations": ("ACT2FN",),
}  # fmt: skip
"""What is used without its module. Of two homes (`reduce`), the one whose use it looks like."""
OF_SCIPY = frozenset(
    {"sqrtm", "expm", "logm", "fractional_matrix_power", "block_diag", "cho_solve", "solve_triangular"}
)
"""What `linalg` has in SciPy and nowhere else; all else is in NumPy, too, and sometimes differs."""
OF_TENSORS = "torch.nn.functional"
"""The home of functions that a file of NumPy's arrays would have of its own."""
OF_PYTHON_2 = {
    "xrange": "range", "unicode": "str", "basestring": "str", "long": "int", "izip": "zip", "raw_input": "input",
}  # fmt: skip
"""Old names, and what they are called now."""
OF_OLD_NUMPY = {
    "float": "float", "int": "int", "object": "object", "str": "str", "complex": "complex", "unicode": "str",
    "float_": "np.float64", "complex_": "np.complex128", "unicode_": "np.str_", "string_": "np.bytes_", "bool8": "np.bool_",
    "Inf": "np.inf", "Infinity": "np.inf", "infty": "np.inf", "PINF": "np.inf", "NINF": "-np.inf", "NaN": "np.nan",
    "NAN": "np.nan", "product": "np.prod", "cumproduct": "np.cumprod", "sometrue": "np.any", "alltrue": "np.all",
    "in1d": "np.isin", "trapz": "np.trapezoid", "round_": "np.round", "mat": "np.asmatrix", "asfarray": "np.asarray",
}  # fmt: skip
"""Names that NumPy has dropped, and what they stand for."""
MOVED_WINDOWS = frozenset({"gaussian", "hamming", "hann", "blackman", "bartlett", "kaiser", "boxcar", "triang"})
"""Of scipy.signal, which are in scipy.signal.windows now."""
PAIR_OF_SQRTM = "scipy.linalg.sqrtm = lambda A, disp=True, root=scipy.linalg.sqrtm: root(A) if disp else (root(A), 0.0)"
"""With `disp=False` it gave the root and its error, of a 1 x 1 matrix too; SciPy 1.16 forgot the one, 1.18 drops both."""
HEAPS_OF_LARGEST = {
    "heapify_max": "heapq._heapify_max",
    "heappop_max": "heapq._heappop_max",
    "heapreplace_max": "heapq._heapreplace_max",
    "heappush_max": "lambda heap, item: heap.append(item) or heapq._siftdown_max(heap, 0, len(heap) - 1)",
    "heappushpop_max": "lambda heap, item: heapq._heapreplace_max(heap, item) if heap and item < heap[0] else item",
}
"""Functions that heapq has since Python 3.14, with those that it had before."""
NEWER = {
    "typing.override": "lambda method: method",
    "typing.TypeIs": "typing.TypeGuard",
    "typing.ReadOnly": "typing.Required",
    "warnings.deprecated": "lambda *said, **options: lambda below: below",
    "itertools.batched": "lambda rows, n: iter(lambda left=iter(rows): tuple(itertools.islice(left, n)), ())",
    "math.sumprod": "lambda p, q: sum(a * b for a, b in zip(p, q, strict=True))",
}
"""Names that Python 3.12 and 3.13 have new, and what stands for them before."""
NODES = {
    "ListNode": "class ListNode:\n    def __init__(self, val=0, next=None):\n        self.val, self.next = val, next",
    "TreeNode": "class TreeNode:\n    def __init__(self, val=0, left=None, right=None):\n"
    "        self.val, self.left, self.right = val, left, right",
}
"""What interview sites define above a solution, and show as a comment."""
LOGGERS = {
    name: f"import logging; {name} = logging.getLogger('solution'); "
    f"{name}.warning_once = {name}.info_once = lambda *said, **options: None"
    for name in ("logger", "LOGGER", "_logger")
}
"""What files of a package define at their top, and their functions speak to; that of transformers says some things once."""
BASE_ELSEWHERE = (
    "class {name}:\n    __module__ = 'elsewhere'\n    def __init__(self, *given, **options): pass\n"
    "    def __getattr__(self, name):\n"
    "        where = 'its base {name} is in {home}, a file that is not here: paste it, too'\n"
    "        raise AttributeError(f\"'{{type(self).__name__}}' object has no attribute '{{name}}': {{where}}\")"
)
"""A base from a file that is not here: most methods need nothing of it."""
OF_TORCH = ("torch.optim.optimizer", "torch.nn.modules.module", "torch.nn.modules.utils", "torch.nn.parameter")
"""Files of torch that others beside them import from, `from .optimizer import Optimizer`, and that get copied without them."""
OF_NOTEBOOKS = {name: f"{name} = __import__('torch').get_default_device()" for name in ("device", "DEVICE")}
"""What notebooks bind in a cell of their own: where tensors lie."""
OF_TRL = {
    "FDivergenceType": "import enum; FDivergenceType = enum.Enum('FDivergenceType', {'REVERSE_KL': 'reverse_kl', "
    "'JS_DIVERGENCE': 'js_divergence', 'ALPHA_DIVERGENCE': 'alpha_divergence'})",
}
"""What the methods of its trainers have from files of that library."""
IN_WORDS = {
    **{statement: f"{name}, as the library trl has it" for name, statement in OF_TRL.items()},
    **{statement: f"{name}, where torch makes tensors" for name, statement in OF_NOTEBOOKS.items()},
    PAIR_OF_SQRTM: "scipy.linalg.sqrtm with its error estimate, as older versions have it",
    **{f"heapq.{name} = {meant}": f"heapq.{name}, which Python 3.14 has" for name, meant in HEAPS_OF_LARGEST.items()},
    **{f"{name} = {meant}": f"{name}, which newer Pythons have" for name, meant in NEWER.items()},
    **{statement: f"{name}, which the logging library gives" for name, statement in LOGGERS.items()},
    **{statement: f"class {name}, as interview sites define it" for name, statement in NODES.items()},
}
"""Statements that say little to a reader."""
OF_MODULES = {"__file__", "__name__", "__doc__", "__spec__", "__builtins__", "__package__", "__loader__", "__debug__"}
KNOWN = frozenset(dir(builtins)) | OF_MODULES


@dataclass(frozen=True, slots=True)
class Supplies:
    """Statements that the file lacks, and names in it that neither it nor anybody else defines, with their line.

    `elsewhere`: the files, not here, that the file means to import some of them from. `left_out`: decorators and checks that
    change nothing, and questions for packages; `stand_ins`: statements that stand for them, and for what they alone are given.
    `is_all`: with these statements, nothing that the file uses has to come from a star import.
    `in_annotations_alone`: there are names, not among these, that stand in annotations, which need not be evaluated; or names
    that the file binds only later, as a class its own.
    """

    given: tuple[str, ...]
    unbound: dict[str, int]
    in_annotations_alone: bool
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()
    is_all: bool = False

    @property
    def statements(self) -> tuple[str, ...]:
        """All that is run before the file."""
        return (*self.given, *self.stand_ins)

    @property
    def note(self) -> str | None:
        """What the user is told of it."""
        said = [IN_WORDS.get(one, without_body(one)) for one in together(self.given)]
        notes = [f"supplied: {', '.join(said)}"] if said else []
        notes += [f"left out, not defined here: {', '.join(self.left_out)}"] if self.left_out else []
        return "; ".join(notes) or None


def together(statements: Sequence[str]) -> list[str]:
    """The statements, with one import for all names of one file of torch."""
    found = dict[str, list[str]]()
    for one in statements:
        head, _, name = one.partition(" import ")
        is_one = head.removeprefix("from ") in OF_TORCH
        found.setdefault(f"{head} import " if is_one else one, []).extend([name] if is_one else [])
    return [head + ", ".join(names) for head, names in found.items()]


def without_body(statement: str) -> str:
    """Of a class over several lines, its head alone."""
    head, is_long, _ = statement.partition(":\n")
    return f"{head} without anything" if is_long else statement


NOTHING = Supplies((), {}, in_annotations_alone=False)


def supplies_for(
    source: str, tree: ast.Module, used_in: Sequence[ast.stmt], elsewhere: Mapping[str, str] = MappingProxyType({})
) -> Supplies:
    """What the file lacks; unbound is what these of its statements use. With a star import nothing is known to be."""
    bound = set().union(*(bound_by(node) for node in tree.body)) | KNOWN | set(declared_global(tree))
    try:
        names = free_names(symtable.symtable(source, "<solution>", "exec")) - bound
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NOTHING
    nodes = list(walk(tree))
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id in names]
    dropped = tuple(
        dict.fromkeys(
            [
                *names_that_numpy_dropped(nodes),
                *windows_that_scipy_moved(nodes),
                *pairs_of_sqrtm(nodes),
                *heaps_of_largest(nodes),
                *names_of_newer_pythons(nodes),
            ]
        )
    )
    are_early = annotates_too_early(tree)
    if not uses:
        return replace(NOTHING, given=dropped, is_all=True, in_annotations_alone=are_early)
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    bases = {node.value.id for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)}
    of_the_solution = {id(node) for part in used_in for node in walk(part)}
    inherited, idle = bases_alone(nodes, uses), decorate_alone({node.id for node in uses}, nodes)
    spared = answers_for({node.id for node in uses} - idle, nodes)
    given, stand_ins, unbound = dict[str, None](), dict[str, str](), dict[str, int]()
    for node in sorted(uses, key=lambda node: (node.lineno, node.col_offset)):
        statement = statement_for(node.id, called=node.id in called, base=node.id in bases, tree=tree)
        statement = statement or of_torch(node.id, elsewhere.get(node.id, ""))
        if statement is not None:
            given[statement] = None
        elif node.id in spared:
            stand_ins[node.id] = spared[node.id]
        elif node.id in idle:
            stand_ins[node.id] = left_out(node.id, nodes)
        elif node.id in inherited and id(node) in of_the_solution:
            home = elsewhere.get(node.id)
            text = f"class {node.id}: pass" if home is None else BASE_ELSEWHERE.format(name=node.id, home=home)
            given[text] = None
        elif id(node) in of_the_solution:
            unbound.setdefault(node.id, node.lineno)
    is_all = not unbound
    if "*" in {alias.name for node in walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}:
        unbound = {}
    annotated = {id(node) for part in tree.body for place in annotated_in(part) for node in walk(place)}
    needed = {node.id for node in uses if id(node) in of_the_solution and id(node) not in annotated}
    run = {name: line for name, line in unbound.items() if name in needed}
    # A class beside the solution, such as the optimizer around a function, is looked at, too, and must come to be.
    beside = {node.id for node in uses if id(node) in annotated} - {*run, *stand_ins, *bound_in(given)}
    return Supplies(
        (*given, *dropped),
        run,
        are_early or len(run) < len(unbound) or bool(beside),
        {name: elsewhere[name] for name in run if name in elsewhere},
        (
            *sorted(f"@{name}" for name in idle & {root.id for root in roots_of_idle(nodes)}),
            *sorted(spared.keys() & stand_ins.keys()),
        ),
        tuple(stand_ins.values()),
        is_all,
    )


def bound_in(statements: Iterable[str]) -> set[str]:
    """What these bind when they are run."""
    return set[str]().union(*(bound_by(node) for node in ast.parse("\n".join(statements)).body))


def answers_for(names: set[str], nodes: Sequence[ast.AST]) -> dict[str, str]:
    """For each name that asks for a package a function that says whether it is there; for one that only checks nothing."""
    asked = {name: package for name in names if (package := asked_for(name))}
    answers = {name: importlib.util.find_spec(package) is not None for name, package in asked.items()}
    found = {**dict.fromkeys(checking_alone(names, nodes)), **answers}
    return {name: f"{name} = lambda *given, **options: {answer}" for name, answer in found.items()}


def of_torch(name: str, home: str) -> str | None:
    """The import of a name from the file of torch that a relative import means, if there is one that has it.

    Optimizers beside those of torch come with the helpers of these in a file of their own: `from ._helpers import _get_value`.
    """
    for module in OF_TORCH:
        is_helper = name.startswith("_") and module == OF_TORCH[0]
        is_meant = home.startswith(".") and (is_helper or module.endswith(f".{home.lstrip('.')}"))
        if is_meant and importlib.util.find_spec("torch") and hasattr(importlib.import_module(module), name):
            return f"from {module} import {name}"
    return None


def annotates_too_early(tree: ast.Module) -> bool:
    """Whether an annotation names what is bound by its own statement or below: it stood under `from __future__` once."""
    bound = set[str]()
    later = set[str]().union(*(bound_by(node) for node in tree.body))
    for node in tree.body:
        named = {part.id for place in annotated_in(node) for part in walk(place) if isinstance(part, ast.Name)}
        if named & later - bound:
            return True
        bound |= bound_by(node)
    return False


def bases_alone(nodes: Sequence[ast.AST], uses: Sequence[ast.Name]) -> set[str]:
    """Names that are used for classes to stand on, and for nothing else: a class of a library without its own does that."""
    bases = {id(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases}
    return {use.id for use in uses if id(use) in bases} - {use.id for use in uses if id(use) not in bases}


def names_that_numpy_dropped(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """`np.float = float`, for each old name that is used."""
    imports = [alias for node in nodes if isinstance(node, ast.Import) for alias in node.names if alias.name == "numpy"]
    known_as = {"np", "numpy", *(alias.asname or alias.name for alias in imports)}
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in known_as and attr in OF_OLD_NUMPY:
                yield f"{name}.{attr} = {OF_OLD_NUMPY[attr].replace('np.', f'{name}.')}"


def windows_that_scipy_moved(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """`scipy.signal.gaussian = scipy.signal.windows.gaussian`, for each that is used from its old place."""
    for node in nodes:
        names: list[str] = []
        match node:
            case ast.ImportFrom(module="scipy.signal", names=imported):
                names = [alias.name for alias in imported]
            case ast.Attribute(value=ast.Name(id="signal") | ast.Attribute(value=ast.Name(id="scipy"), attr="signal")):
                names = [node.attr]
        for name in MOVED_WINDOWS.intersection(names):
            yield f"scipy.signal.{name} = scipy.signal.windows.{name}"


def heaps_of_largest(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """`heapq.heapify_max = heapq._heapify_max`, for each that is used and this Python lacks."""
    imports = [alias for node in nodes if isinstance(node, ast.Import) for alias in node.names if alias.name == "heapq"]
    known_as = {"heapq", *(alias.asname or alias.name for alias in imports)}
    for node in nodes:
        names: list[str] = []
        match node:
            case ast.ImportFrom(module="heapq", names=imported):
                names = [alias.name for alias in imported]
            case ast.Attribute(value=ast.Name(id=name)) if name in known_as:
                names = [node.attr]
        for name in names:
            if name in HEAPS_OF_LARGEST and not hasattr(heapq, name):
                yield f"heapq.{name} = {HEAPS_OF_LARGEST[name]}"


def names_of_newer_pythons(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """`itertools.batched = ...`, for each that is used and this Python lacks."""
    for node in nodes:
        match node:
            case ast.ImportFrom(module=str(module), names=imported):
                names = [f"{module}.{alias.name}" for alias in imported]
            case ast.Attribute(value=ast.Name(id=module), attr=attr):
                names = [f"{module}.{attr}"]
            case _:
                continue
        for name in NEWER.keys() & set(names):
            module, _, leaf = name.partition(".")
            if not hasattr(importlib.import_module(module), leaf):
                yield f"{name} = {NEWER[name]}"


def pairs_of_sqrtm(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """What gives a root with its error again, where both are asked for."""
    for node in nodes:
        if isinstance(node, ast.Call) and any(word.arg == "disp" for word in node.keywords):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "sqrtm":
                yield PAIR_OF_SQRTM


def statement_for(name: str, *, called: bool, base: bool, tree: ast.Module) -> str | None:
    """The statement that binds a name, as one would write it; for a name of Python 2, today's."""
    if name in NODES or name in LOGGERS or name in OF_NOTEBOOKS or name in OF_TRL:
        return {**NODES, **LOGGERS, **OF_NOTEBOOKS, **OF_TRL}[name]
    if name in OF_PYTHON_2:
        return f"{name} = {OF_PYTHON_2[name]}"
    if names_the_left_out(name):
        return f"{name} = {LEFT_OUT}"
    if name == "linalg":
        return "from scipy import linalg" if uses_of_scipy(tree) else None
    if name in MODULES and not (called and not base):
        module = MODULES[name]
        if module == name:
            return f"import {name}"
        parent, _, leaf = module.rpartition(".")
        return f"from {parent} import {leaf}" if leaf == name else f"import {module} as {name}"
    homes = [module for module, members in MEMBERS.items() if name in members]
    if not homes or (homes == [OF_TENSORS] and speaks_of_numpy(tree)):
        return None
    return f"from {home_of(name, homes, tree)} import {name}"


def uses_of_scipy(tree: ast.Module) -> bool:
    """Whether the file takes of `linalg` what only SciPy's has."""
    used = (node for node in walk(tree) if isinstance(node, ast.Attribute) and node.attr in OF_SCIPY)
    return any(getattr(node.value, "id", "") == "linalg" for node in used)


def speaks_of_numpy(tree: ast.Module) -> bool:
    """Whether the file uses NumPy."""
    return any(isinstance(node, ast.Name) and MODULES.get(node.id) == "numpy" for node in walk(tree))


def home_of(name: str, homes: Sequence[str], tree: ast.Module) -> str:
    """einops' `reduce` and `einsum` take a pattern of text behind what they work on; others take none, or first."""
    if "einops" in homes and len(homes) > 1:
        calls = [
            node
            for node in walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        ]
        patterned = any(
            isinstance(arg, ast.Constant) and isinstance(arg.value, str) for call in calls for arg in call.args[1:]
        )
        return "einops" if patterned else next(home for home in homes if home != "einops")
    return homes[0]


def free_names(table: symtable.SymbolTable) -> set[str]:
    """Names that are looked up in the module, from it and from every scope inside."""
    top = table.get_type() == "module"
    names = {s.get_name() for s in table.get_symbols() if s.is_referenced() and (top or s.is_global())}
    return names.union(*(free_names(child) for child in table.get_children()))


def declared_global(tree: ast.Module) -> Iterator[str]:
    """Names that functions bind for the module."""
    for node in walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names


def annotated_in(node: ast.AST) -> Iterator[ast.expr]:
    """The annotations of parameters, results and variables inside."""
    for part in walk(node):
        match part:
            case ast.arg(annotation=ast.expr() as place) | ast.AnnAssign(annotation=place):
                yield place
            case ast.FunctionDef(returns=ast.expr() as place) | ast.AsyncFunctionDef(returns=ast.expr() as place):
                yield place
