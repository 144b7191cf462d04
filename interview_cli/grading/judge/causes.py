"""What an exception of the candidate's code means, in words that one can act on. Judge's side; standard library only.

An exception says where Python or torch gave up, in their words. The likely cause is another thing: what meets what there.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.judge.raised import CandidateError
from interview_cli.grading.judge.text import one

EXTRA = "pip install 'interview-cli[libraries]'"
IN_EXTRA = frozenset({"scipy", "matplotlib", "sklearn"})
OF_FILES = frozenset({"common", "config", "helper", "helpers", "model", "models", "modules", "src", "util", "utils"})
"""What files and folders of a project are called: nobody can install them, but paste what is in them."""
DTYPES = {
    "float": "float32", "double": "float64", "Float": "float32", "Double": "float64", "Half": "float16",
    "c10::Half": "float16", "BFloat16": "bfloat16", "c10::BFloat16": "bfloat16", "Long": "int64", "Bool": "bool",
    "Int": "int32", "Byte": "uint8", "long int": "int64", "long": "int64", "unsigned char": "uint8", "Char": "int8",
}  # fmt: skip
VALUES = frozenset({"bool", "dict", "float", "int", "list", "ndarray", "NoneType", "set", "str", "tuple"})
OLD_NAMES = {"long": "int", "unicode": "str"}
OF_MODULES = frozenset({
    "named_parameters", "parameters", "named_buffers", "buffers", "state_dict", "load_state_dict", "named_modules",
    "modules", "to", "train", "eval",
})  # fmt: skip
INSIDE_MODULES = frozenset({"_modules", "_parameters", "_buffers", "_forward_hooks", "_backward_hooks"})
"""What a torch module has from the constructor that it inherits."""
OF_A_SHAPE = "(of a shape, for example)"
"""What is said of values that are taken apart, where the line doesn't say more."""
MOST_LETTERS = 60
"""Of what a line takes apart, where it is told."""
Words = str | Callable[["re.Match[str]"], str]


OF_WHOLE_NUMBERS = re.compile("u?int|bool")
"""How dtypes begin that hold no fractions."""


def dtype_named(name: str) -> str:
    """As one writes it in Python."""
    return DTYPES.get(name.strip(), name.strip())


def two_dtypes(match: re.Match[str]) -> str:
    """Two that met."""
    one, other = dtype_named(match[1]), dtype_named(match[2])
    if OF_WHOLE_NUMBERS.match(one) and not OF_WHOLE_NUMBERS.match(other):  # which a dtype=x.dtype would round to
        return f"{one} and {other} meet in one operation. Convert whole numbers first, as with `x.double()`"
    return f"{one} and {other} meet in one operation. Make tensors of your own in the dtype of the input, dtype=x.dtype"


def of_a_number(match: re.Match[str]) -> str:
    """torch's functions take tensors."""
    instead = f"Use math.{match[1]}, or make" if hasattr(math, match[1]) else "Make"
    return f"`{match[1]}` takes a tensor, and gets {one(match[2])} here. {instead} a tensor of it"


def axes(number: str) -> str:
    """`1 axis`, `4 axes`."""
    return f"{number} {'axis' if number == '1' else 'axes'}"


def shape_named(sizes: str) -> str:
    """As Python shows it: `(2, 3)` for `2,3`."""
    return f"({sizes})" if sizes.endswith(",") else f"({sizes.replace(',', ', ')})"


def only(number: str) -> str:
    """`is only 1 value`, `are only 2 values`."""
    return "is only 1 value" if number == "1" else f"are only {number} values"


CAUSES: tuple[tuple[str, Words], ...] = (
    (r"same dtype, but got:? (?:\w+ is )?([\w:]+) (?:!=|and) ?(?:\w+ is )?([\w:]+)", two_dtypes),
    (r"expected scalar type (\w+) but found (\w+)", two_dtypes),
    (r"expected .*type (\w+), but got (\w+)", two_dtypes),
    (
        r"cannot be converted to type (?:at::|c10::)?(\w+) without overflow",
        lambda m: (
            f"a number of yours doesn't fit into {dtype_named(m[1])}. Use float('-inf') or torch.finfo(x.dtype).min"
        ),
    ),
    (
        r"\"(\w+?)(?:_cpu|_kernel|_impl|_out)*\" not implemented for '(\w+)'",
        lambda m: (
            f"torch has no {m[1]} for {dtype_named(m[2])} on this device. Compute it in another dtype and cast back"
        ),
    ),
    (
        r"result type (\w+) can't be cast to the desired output type (\w+)",
        lambda m: (
            f"{dtype_named(m[1])} values are written into a tensor of {dtype_named(m[2])}, which would round them"
        ),
    ),
    (
        r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)",
        lambda m: f"two shapes don't fit: {m[1]} against {m[2]} along axis {m[3]}",
    ),
    (
        r"shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)",
        lambda m: f"a matrix of {m[1]} x {m[2]} meets one of {m[3]} x {m[4]}; does one of them need to be transposed?",
    ),
    (
        r"matmul: Input operand 1 has a mismatch in its core dimension 0.*\(size (\d+) is different from (\d+)\)",
        lambda m: (
            f"in a product of matrices the first one has {m[2]} columns and the second one {m[1]} rows; "
            "does one of them need to be transposed?"
        ),
    ),
    (
        r"operands could not be broadcast together with (?:remapped )?shapes \(([\d,]*)\) ?\(([\d,]*)\)",
        lambda m: f"two shapes don't fit: {shape_named(m[1])} and {shape_named(m[2])}",
    ),
    (
        r"Expected size for first two dimensions of batch2 tensor to be: \[(.*?)\] but got: \[(.*?)\]",
        lambda m: f"in a product of batches the second one is {m[2]} where {m[1]} fits; does it need to be transposed?",
    ),
    (
        r"shape '\[(.*?)\]' is invalid for input of size (\d+)",
        lambda m: f"{m[2]} values cannot be given the shape ({m[1]})",
    ),
    (
        r"Expected input batch_size \((\d+)\) to match target batch_size \((\d+)\)",
        lambda m: f"a loss gets scores for {m[1]} and targets for {m[2]}; is one of them cut or shifted?",
    ),
    (
        r"shape of the 2D attn_mask is torch\.Size\(\[(\d+), (\d+)\]\), but should be \((\d+), (\d+)\)",
        lambda m: (
            f"the mask is {m[1]} x {m[2]}, and nn.MultiheadAttention needs {m[3]} x {m[4]}. Unless it is made with "
            "batch_first=True, it takes (T, B, d)"
        ),
    ),
    (
        r"only supports boolean masks, but got mask with dtype (\w+(?: \w+)?)",
        lambda m: f"the mask is {dtype_named(m[1])} here, and must be bool. Compare it: `mask == 0`",
    ),
    (
        r"expected condition to be a boolean tensor, but got a tensor with dtype (\w+)",
        lambda m: f"the condition is {dtype_named(m[1])} here, and must be bool. Compare it: `mask != 0`",
    ),
    (
        r"~ \(operator\.invert\) is only implemented on integer and Boolean-type tensors",
        "a mask of floats has no `~`. Compare it: `mask == 0`",
    ),
    (
        r"zero-dimensional arrays cannot be concatenated",
        "np.concatenate gets a single number, which has no axis. Does an array stand where the problem gives a number?",
    ),
    (
        r"view size is not compatible",
        "`.view` needs memory without gaps, and this tensor was transposed. Use `.reshape`",
    ),
    (
        r"leaf Variable that requires grad .*in-place",
        "the code writes into a tensor that requires a gradient. Compute a new one or, in an optimizer, use torch.no_grad()",
    ),
    (
        r"modified by an inplace operation",
        "a value that the gradient needs was overwritten. Compute a new tensor instead",
    ),
    (
        r"Boolean value of Tensor with more than one value",
        "`if`, `and`, `or` or `max` gets a whole tensor. Use torch.where",
    ),
    (r"truth value of an array", "`if`, `and`, `or` or `max` gets a whole array. Use np.where"),
    (
        r"not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)",
        lambda m: f"{m[1]} names are set at once, but there {only(m[2])} {OF_A_SHAPE}",
    ),
    (
        r"too many values to unpack \(expected (\d+)\)",
        lambda m: f"{m[1]} names are set at once, but there are more values {OF_A_SHAPE}",
    ),
    (
        r"too many indices for (?:tensor|array)(?: of dimension (\d+)|.*array is (\d+)-dimensional)",
        lambda m: f"a {m[1] or m[2]}-D value is indexed along more axes than it has",
    ),
    (
        r"number of dimensions in the tensor input does not match .*input\.dim\(\) = (\d+) is not equal to len\(dims\) = (\d+)",
        lambda m: f"`permute` names {axes(m[2])} of a tensor that has {m[1]}",
    ),
    (
        r"(\w+)\(\): Expected dtype int32/int64 for index",
        lambda m: f"`{m[1]}` takes whole numbers as indices, and gets others here",
    ),
    (
        r"uninitialized parameter",
        "a lazy layer has no weights before its first call, and the problem looks at them before. Give the layer its sizes",
    ),
    (r"Dimension out of range .*but got (-?\d+)", lambda m: f"the tensor has no axis {m[1]}"),
    (
        r"\b'?[ap]'? must be 1-dimensional",
        "NumPy's `choice` draws from one row of numbers, and gets more than one here",
    ),
    (
        r"einsum\(\): subscript \w+ has size (\d+) .* does not broadcast with previously seen size (\d+)",
        lambda m: f"one letter of einsum stands for {m[2]} and for {m[1]} values; do the axes come in another order?",
    ),
    (r"einsum\(\)", "the letters of einsum and the number of axes don't fit"),
    (r"(?:^|: )(\w+)\(\): argument '\w+' .*must be Tensor, not (\w+)", of_a_number),
    (
        r"(?:^|: )(\w+)\(\): argument '(\w+)' .*must be ([\w ]+), (?:not|but found element of type) (\w+)",
        lambda m: f"`{m[1]}` takes {m[3]} as {m[2]}, and gets {one(m[4])} here",
    ),
    (
        r"(\w+)\(\) received an invalid combination of arguments - got \((.*?)\), but",
        lambda m: f"`{m[1]}` gets ({m[2]}), which it does not take",
    ),
    (
        r"can't convert .*numpy|numpy\(\) on Tensor that requires grad",
        "a tensor goes to NumPy. Stay in torch, or detach it first",
    ),
    (r"expected np.ndarray \(got (\w+)\)", lambda m: f"a {m[1]} is given where NumPy's array is expected"),
    (r"'NoneType' object is not callable", "what is called there is None, and no function"),
    (
        r"'NoneType' object (?:is not (\w+)|has no attribute '(\w+)')",
        "a value is None there: an argument that was left out, or a function without `return`",
    ),
    (
        r"unsupported operand type\(s\) for (.+?): '(?:\w+\.)*(\w+)' and '(?:\w+\.)*(\w+)'",
        lambda m: f"`{m[1]}` gets {one(m[2])} and {one(m[3])}",
    ),
    (
        r"object has no attribute '(?:iter|view)(items|keys|values)'",
        lambda m: f"dictionaries have had no such method since Python 3. Write `.{m[1]}()`",
    ),
    (
        r"'\w*(?:iterator|generator|reader)' object has no attribute 'next'",
        "iterators have had no such method since Python 3. Write next(...)",
    ),
    (r"object has no attribute 'has_key'", "dictionaries have had no `.has_key` since Python 3. Write `key in ...`"),
    (
        r"'(list|tuple)' object has no attribute '(val|next|left|right|children|neighbors)'",
        lambda m: f"a plain {m[1]} has no `.{m[2]}`. The statement says in what form nodes or lists are given",
    ),
    (
        r"'(list|tuple)' object has no attribute '(split|lower|strip|encode|replace)'",
        lambda m: f"a {m[1]} is used as if it were one text (`.{m[2]}`)",
    ),
    (
        r"'(list|tuple)' object has no attribute '(items|keys|values|get)'",
        lambda m: f"a {m[1]} is used as if it were a dict (`.{m[2]}`)",
    ),
    (
        r"'GivenFunction' object has no attribute '(\w+)'",
        lambda m: f"a function that the problem gives is used as if it had `.{m[1]}`; it can only be called",
    ),
    (
        r"'(int|float|bool|list|tuple|str|dict)' object has no attribute '(\w+)'",
        lambda m: f"a plain {m[1]} is used as if it had `.{m[2]}`, like a tensor or another object",
    ),
    (r"'Tensor' object has no attribute '(\w+)'", lambda m: f"a torch tensor has no `.{m[1]}`"),
    (r"'ndarray' object has no attribute '(\w+)'", lambda m: f"a NumPy array has no `.{m[1]}`"),
    (
        r"module 'numpy' has no attribute '(float|int|bool|object|str|long|unicode)'",
        lambda m: f"NumPy has no np.{m[1]} any more. Write Python's own {OLD_NAMES.get(m[1], m[1])}",
    ),
    (
        r"module 'solution' has no attribute '(\w+)'",
        lambda m: f"the file looks for {m[1]} in itself, and has none: paste what it is made of, too",
    ),
    (
        r"module '([\w.]+)' has no attribute '(\w+)'",
        lambda m: f"there is no {m[1]}.{m[2]} in the version that is installed here",
    ),
    (r"'(\w+)' object is not (callable|iterable|subscriptable)", lambda m: f"{one(m[1])} is not {m[2]}"),
    (
        r"'(\w+)' object cannot be interpreted as an integer",
        lambda m: f"{one(m[1])} is given where a whole number is needed",
    ),
    (
        r"unhashable type: '(list|dict|set)'",
        lambda m: f"a {m[1]} is used as a key, or as a member of a set or Counter. Is a list of lists given there?",
    ),
    (r"object of type '(\w+)' has no len", lambda m: f"{one(m[1])} has no length"),
    (
        r"only (?:integer tensors|one element tensors|length-1|.*scalar arrays)",
        "a whole tensor is given where one number is needed",
    ),
    (r"invalid index to scalar variable", "a single number is indexed as if it were a list or an array"),
    (r"only integers, slices .*valid indices(?: \(got (\w+)\))?", lambda m: f"an index is {one(m[1] or 'float')}"),
    (
        r"Dimension specified as -?\d+ but tensor has no dimensions",
        "a single number, a tensor without axes, is used as if it had axes",
    ),
    (
        r"'range' object does not support item assignment",
        "a range cannot be written into. Python 2 made a list of it; write list(range(...))",
    ),
    (r"'(\w+)' object does not support item assignment", lambda m: f"{one(m[1])} cannot be written into"),
    (r"tuple index out of range", "a tuple, such as a shape, has fewer entries than that"),
    (r"KeyError: (.+)", lambda m: f"the key {m[1]} is not in the dictionary"),
    (
        r"(\w+)\(\): could not infer output dtype.* Got: (\w+)",
        lambda m: f"`{m[1]}` takes floating-point numbers, and gets {dtype_named(m[2])}. Convert them before",
    ),
    (r"index (-\d+) is out of bounds", lambda m: f"{m[1]} is used as an index, which is beyond the start"),
    (
        r"Index tensor must have the same number of dimensions as",
        "`gather` and `scatter` take an index with as many axes as the tensor has",
    ),
    (r"selected index k out of range", "`topk` is asked for more values than there are"),
    (r"index .*out of (?:range|bounds)", "an index is beyond the end"),
    (
        r"the given function raised TypeError: .*\(\) missing \d+ required positional arguments?: (.*?)(?: \(line \d+\))?$",
        lambda m: f"the function that the problem gives is called without {m[1].replace(chr(39), '`')}",
    ),
    (
        r"the given function raised TypeError: .*\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)",
        lambda m: f"the function that the problem gives takes {m[1]} arguments, and is called with {m[2]}",
    ),
    (
        r"histogram\w*\(\) got an unexpected keyword argument 'normed'",
        "NumPy's histograms have no `normed` any more. Write density=True",
    ),
    (
        r"(\w+)\(\) got an unexpected keyword argument '(\w+)'",
        lambda m: f"`{m[1]}` is called with `{m[2]}`, which it does not take",
    ),
    (
        r"(\w+)\(\) (?:missing \d+ required|takes|got (?:an unexpected|some positional|multiple))",
        lambda m: f"`{m[1]}` is called with other arguments than it takes",
    ),
    (r"ZeroDivisionError", "something is divided by 0"),
    (
        r"not compiled with CUDA|No CUDA GPUs are available|Found no NVIDIA driver",
        "a GPU is asked for where there is none. Make tensors of your own on the device of the input, device=x.device",
    ),
    (r"AssertionError:?\s*(?:\(line \d+\))?$", "an `assert` of your own does not hold for what the problem gives"),
    (
        r"tried to allocate (\d+) bytes",
        lambda m: (
            f"no memory is left for a tensor of {int(m[1]) / 1e6:,.0f} MB: it is limited while a file is graded. "
            "Where only shapes are needed, make tensors on torch.device('meta')"
        ),
    ),
    (
        r"batch[12] must be a 3D tensor",
        "`bmm` takes tensors of 3 axes, and this one has another number. Use `@`, which takes any",
    ),
    (
        r"'([<>]=?)' not supported between instances of '(\w+)' and '(\w+)'",
        lambda m: (
            f"None is compared by `{m[1]}`. Ask `is not None` first"
            if "NoneType" in (m[2], m[3])
            else f"{one(m[2])} and {one(m[3])} are compared by `{m[1]}`"
        ),
    ),
    (
        r"'numpy\.ndarray' object has no attribute '(\w+)'",
        lambda m: f"a NumPy array has no `.{m[1]}`, as a tensor has. torch.as_tensor makes one of it",
    ),
    (
        r"(\w+)\(\): argument 'size' .*but got Tensor",
        lambda m: f"`{m[1]}` gets a tensor where it takes a length",
    ),
    (r"math domain error", "a root or logarithm of a number for which there is none"),
)


OF_MODULES_HERE = {
    **dict.fromkeys(("Counter", "defaultdict", "deque", "OrderedDict", "namedtuple"), "collections"),
    **dict.fromkeys(("cache", "lru_cache", "reduce"), "functools"),
    **dict.fromkeys(("heapify", "heappop", "heappush"), "heapq"),
    **dict.fromkeys(("Dict", "List", "Optional", "Tuple"), "typing"),
}
"""What is imported as if it were a module, and the one that has it."""


def cause_of(text: str) -> str | None:
    """What it likely comes from; None where we know no better than the exception."""
    for pattern, words in CAUSES:
        match = re.search(pattern, text)
        if match is not None:
            return words if isinstance(words, str) else words(match)
    return None


def in_words(error: CandidateError, source: str = "") -> str:
    """Where, what, and why, with the words of the line that it comes from."""
    where = f"Line {error.line}" if error.line else "Your code"
    attribute = re.search(r"'(\w+)' object has no attribute '([\w.]+)'(.*)", error.message)
    if attribute and not error.line and attribute[2] in OF_MODULES:
        return f"{attribute[1]} isn't a torch.nn.Module, and the problem needs one. Write `class {attribute[1]}(nn.Module)`."
    if attribute and not error.line and attribute[2] in INSIDE_MODULES:
        return f"{attribute[1]} doesn't call super().__init__() in its own `__init__`, as every torch.nn.Module must first."
    if attribute and not error.line and attribute[1] in VALUES:
        given = "None" if attribute[1] == "NoneType" else one(attribute[1])
        return f"Your code gives {given} where the problem asks for something that has `.{attribute[2]}`."
    if attribute and not error.line:
        rest = f" Yours has{attribute[3].removeprefix('; it has')}." if attribute[3] else ""
        return f"The problem asks for {attribute[2]} in {attribute[1]}, which is not there.{rest}"
    if error.kind == "ProtocolError" and not error.line:
        return "Your code returns more than can be looked at: it nests too deeply, or has too many parts."
    name = re.search(r"name '(\w+)' is not defined", error.message)
    if name:
        return f"{where} uses {name[1]} where it is not defined."
    if not error.line and "your class has " in error.message:
        return sentence(error.message.partition(": ")[2].replace("your", "Your", 1))
    if error.kind == "Missing":
        return f"The problem also asks for {error.message.removesuffix(' is missing')}, which your code does not have."
    if error.kind == "Broken":
        return sentence(error.message[:1].upper() + error.message[1:])
    if error.kind == "Form":  # raised over what came back, not by the code
        return "The problem can't use what your code returns. Is it in the form that the statement asks for?"
    cause = emptiness_asked(error) or all_axes_turned(error) or removed_from_a_set(error) or cause_of(error.message)
    taken = taken_apart_in(source, error.line) if cause is not None and OF_A_SHAPE in cause else ""
    cause = cause.replace(OF_A_SHAPE, f"in `{taken}`") if cause is not None and taken else cause
    return sentence(f"{where} raises {error.kind}: {cause}" if cause else f"{where} raises {error.message}")


def taken_apart_in(source: str, line: int | None) -> str:
    """What a line of the file takes apart into several names, where it does so once, and in few words."""
    try:
        parts = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError):
        return ""
    found = [
        ast.unparse(part.value)
        for part in parts
        if isinstance(part, ast.Assign) and part.lineno == line and isinstance(part.targets[0], ast.Tuple | ast.List)
    ]
    return found[0] if len(found) == 1 and len(found[0]) <= MOST_LETTERS else ""


def emptiness_asked(error: CandidateError) -> str | None:
    """That a name alone is asked, as one asks a list whether it is empty, where it is a whole tensor or array."""
    kind = re.search(r"(?:Boolean|truth) value of an? ?(Tensor|array)|Boolean value of (Tensor)", error.message)
    asked = re.match(r"\s*(?:el)?((?:if|while) (?:not )?[\w.]+) *:", raised_at(error))
    if kind is None or asked is None:
        return None
    given = (kind[1] or kind[2]).lower()
    return f"`{asked[1]}` is asked of a whole {given}. Ask for its length, or whether it is None"


def all_axes_turned(error: CandidateError) -> str | None:
    """That `.T` stands where shapes don't fit in NumPy: code for one matrix, which gets a stack of them."""
    turned = re.search(r"([\w.]*\w)\.T\b", raised_at(error).partition("\n")[0])
    if turned is None or not re.search(r"mismatch in its core dimension|could not be broadcast", error.message):
        return None
    return (
        f"the shapes don't fit. `{turned[1]}.T` turns all axes round: where there are more than two, "
        f"write np.swapaxes({turned[1]}, -1, -2)"
    )


def removed_from_a_set(error: CandidateError) -> str | None:
    """That a set doesn't hold what is taken out of it: a dictionary, which raises the same, has no `remove`."""
    removed = re.search(r"([\w.]+)\.remove\(", raised_at(error).partition("\n")[0])
    key = re.search(r"KeyError: (.+)", error.message)
    return f"{key[1]} is removed from the set `{removed[1]}`, which does not hold it" if removed and key else None


def raised_at(error: CandidateError) -> str:
    """The line that raised it, and what is marked there."""
    return error.trace.rpartition('File "')[2].partition("\n")[2]


def sentence(text: str) -> str:
    """With a full stop, unless it asks."""
    return text if text.endswith(("?", ".")) else f"{text}."


def in_file(error: CandidateError) -> str:
    """An error that the file raises before anything is asked, with its likely cause."""
    cause = cause_of(error.message)
    return f"the file raises {error.message}" + (f" ({cause})" if cause else "")


def not_of_the_answer(error: CandidateError, setup: Mapping[str, Any]) -> str | None:
    """What keeps the file from running and says nothing about the answer: a name or module that nobody has."""
    unbound, supplies = setup.get("unbound", {}), setup.get("supplies", ())
    name = re.search(r"name '(\w+)' is not defined", error.message) if error.kind == "NameError" else None
    if name:
        statement = next((s for s in supplies if re.search(rf"\b{name[1]}$", s)), None)
        if statement is not None:
            return missing_module(statement.split()[1].partition(".")[0], error.line)
        if name[1] in setup.get("elsewhere", {}):
            where, home = error.line or unbound.get(name[1]), setup["elsewhere"][name[1]]
            return f"line {where} uses {name[1]} from {home}, a file that is not here: paste what it is made of, too"
        if name[1] in unbound:
            return f"line {error.line or unbound[name[1]]} uses {name[1]}, which the file neither defines nor imports"
    if error.kind == "ImportError" and "attempted relative import" in error.message:
        where = f"line {error.line} imports" if error.line else "the file imports"
        return f"{where} from a file beside it, which is not here: paste what it needs into this file"
    part = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", error.message)
    if error.kind == "ImportError" and part:
        return missing_module(f"{part[2]}.{part[1]}", error.line)
    module = re.search(r"No module named '([^']+)", error.message) if error.kind == "ModuleNotFoundError" else None
    return missing_module(module[1], error.line) if module else None


def missing_module(module: str, line: int | None) -> str:
    """Where it is used, and how one gets it."""
    if module in OF_MODULES_HERE:
        where = f"line {line} imports" if line else "the file imports"
        return f"{where} {module}, which is no module: write `from {OF_MODULES_HERE[module]} import {module}`"
    where = f"line {line} needs" if line else "the file needs"
    package, _, rest = module.partition(".")
    if module in OF_FILES:
        return f"{where} {module}, a file that is not here: paste what comes from it, too"
    if rest:  # Python names what is missing alone: the package is there
        return f"{where} {module}, which the {package} that is installed here doesn't have"
    how = f": {EXTRA}" if module in IN_EXTRA else ""
    return f"{where} {module}, which is not installed here{how}"
