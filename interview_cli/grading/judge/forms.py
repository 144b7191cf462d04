"""Whether an answer takes another form than what is given: NumPy, Python or lists for tensors, torch for arrays, nodes for lists.

What the candidate says decides nothing. An answer in another form is asked everything anew, on other inputs and in a fresh
process; it may do without gradients only if all that it returned there, or all that torch did for it, shows that it computes
outside torch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.check import OF_A_GRADIENT, Check
from interview_cli.grading.judge.expected import HALF
from interview_cli.grading.judge.given_form import Form, is_image, is_mask
from interview_cli.grading.judge.grade import Grade
from reference_impls.problem import Case

TAKES_OUT = frozenset({"array", "float", "int", "item", "numpy", "tolist"})
MOVES = TAKES_OUT | {
    "arange", "as_tensor", "bool", "cat", "clone", "contiguous", "cpu", "detach", "dim", "double", "empty", "empty_like",
    "expand", "flatten", "from_numpy", "full", "get", "getitem", "is_floating_point", "iter", "len", "long", "mT", "movedim",
    "ndimension", "nelement", "new_empty", "new_tensor", "new_zeros", "numel", "ones", "permute", "ravel", "repr",
    "requires_grad", "reshape", "set", "setitem", "size", "squeeze", "stack", "swapaxes", "tensor", "to", "transpose",
    "unbind", "unsqueeze", "view", "zeros", "zeros_like",
}  # fmt: skip
"""Functions of torch that compute nothing: an answer that needs no others, and takes numbers or arrays out of its tensors,
computes with these."""
CONVERTED = (
    Form.NUMPY, Form.TORCH, Form.IMAGES, Form.LISTS, Form.ROWS, Form.TENSORS, Form.SCALARS, Form.SAMPLES, Form.TOKENS,
    Form.SEVERAL, Form.TEXTS,
)  # fmt: skip
"""Forms that tensors, arrays and numbers are given in, and nothing else."""
FOR_SCALARS = re.compile(r"'float' object has no attribute '\w+'|must be Tensor, not float")
"""What an answer raises that takes its numbers as tensors without axes."""
FOR_SAMPLES = re.compile(r"'int' object has no attribute '\w+'|must be Tensor, not int")
"""What an answer raises that takes a time step for each sample, where the problem gives one for all."""
FOR_SEVERAL = re.compile(r"object of type 'int' has no len\(\)|'int' object is not iterable")
"""What an answer raises that takes the numbers of several tasks, where the problem gives those of one."""
FOR_TOKENS = re.compile(r"too many indices for tensor of dimension 1")
"""What an answer raises that looks up by a mask of tokens what the problem has once for each sequence."""
LOOKED_UP = re.compile(r"\b([A-Za-z_]\w*)\[[A-Za-z_]\w*\]")
FOR_A_BATCH = re.compile(
    r"too many indices for tensor of dimension|Dimension out of range"
    r"|the number of subscripts in the equation \(\d+\) does not match the number of dimensions"
)
"""What an answer raises that counts on an axis more, as of a batch."""
OF_NODES = re.compile(r"'(list|tuple)' object has no attribute '(val|value|data|next|left|right)'")
"""What an answer raises that takes lists, or trees, as nodes."""
OF_TEXTS = re.compile(
    r"'(list|tuple)' object has no attribute '(split|lower|strip|replace)'|expected string or bytes-like object, got 'list'"
)
"""What an answer raises that takes lists of words as texts, which it takes apart."""
OF_ROWS = re.compile(
    r"'(list|tuple)' object has no attribute '(shape|ndim|T|size|dtype|astype)'"
    r"|list indices must be integers or slices, not tuple"
)
"""What an answer raises that takes lists of numbers as arrays."""
OF_TENSORS = re.compile(
    r"'(list|tuple)' object has no attribute '(to|long|int|float|dim|numel|device|view|unsqueeze|squeeze|clone|cpu|cuda)'"
)
"""What it raises that takes them as tensors."""


OF_BOTH = re.compile(r"numpy\(\) on Tensor that requires grad|for [-+*/@%]+: 'numpy\.ndarray' and 'Tensor'")
"""What NumPy raises that meets a tensor with a gradient."""
OF_A_COUNT = re.compile(r"for [-+*/%]+: 'builtin_function_or_method' and '\w+'")
"""What an answer raises that reads `x.size` as a number, as arrays have it."""
OF_NUMPY_ALONE = re.compile(r"\b(np|numpy)\.\w+(\.\w+)?\(")
"""A call of NumPy's."""
MEANS_ANOTHER = re.compile(r"\.(var|std|repeat)\(|ax[ei]s ?= ?tuple\(range\(")
"""Methods of arrays that tensors have, too, and that give something else there: torch divides by N - 1, and sums along all
axes where none is named.
"""
FOR_NUMPY = re.compile(r"\b(?:must|should|expected|only|not)\b.*\b(?:numpy|ndarray|np)\b", re.IGNORECASE)
"""What an answer raises that has asked for the kind of its argument: `x must be a numpy array`."""
OF_LISTS = re.compile(
    r"for \+: '(?:Tensor|numpy\.ndarray)' and 'list'|for \+: 'list' and 'Tensor'|can only concatenate list"
    r"|'(?:Tensor|numpy\.ndarray)' object has no attribute '(?:append|extend|insert|pop)'"
)
"""What an answer raises that takes rows of numbers as plain lists."""
OF_LIBRARIES = re.compile(r"\b(np|numpy|torch|scipy)\b")
"""What code names that computes with arrays or with tensors."""


def other_forms(grade: Grade, *, has_own_name: bool = False, source: str = "") -> list[Form]:
    """The forms in which the answer may do better; none where it has shown gradients, or no form mends what is wrong.

    `has_own_name`: it isn't called as the problem asks. One that is was written for numbers as the statement has them.
    """
    errors = [check.error.message for check in grade.checks if check.error is not None]
    if has_own_name and grade.stopped is None and any(map(FOR_SCALARS.search, errors)):
        return [Form.SCALARS, Form.SAMPLES]
    if has_own_name and grade.stopped is None and any(map(FOR_SAMPLES.search, errors)):
        return [Form.SAMPLES]
    if has_own_name and grade.stopped is None and any(map(FOR_SEVERAL.search, errors)) and gives_numbers_alone(grade):
        return [Form.SEVERAL]
    if has_own_name and grade.stopped is None and any(map(FOR_TOKENS.search, errors)) and gives_a_mask(grade):
        return [] if says_one_for_each(source) else [Form.TOKENS]
    if has_own_name and grade.stopped is None and want_an_axis(grade):
        return [Form.BATCH]
    return [] if grade.problem.gradients_are_asked else forms_that_may_mend(grade)


def says_one_for_each(source: str) -> bool:
    """Whether a file tells one axis of what it looks up by a name: `t: (B,)` beside `t[masked]`, which is a mistake."""
    names = {match[1] for match in LOOKED_UP.finditer(source)}
    return any(re.search(rf"\b{name}\b[:`\w \t]*\((?:[A-Z]|\w+,)\)", source) for name in names)


def want_an_axis(grade: Grade) -> bool:
    """Whether the answer counts on an axis more wherever it is called: one that it may be given never is."""
    cases = grade.checks[: len(grade.expected.cases())]
    return bool(cases) and all(check.error is not None and FOR_A_BATCH.search(check.error.message) for check in cases)


def gives_a_mask(grade: Grade) -> bool:
    """Whether the problem says of each token whether it counts."""
    return any(
        is_mask(value) for case in grade.expected.cases() if isinstance(case, Case) for value in arguments_of(case)
    )


def gives_numbers_alone(grade: Grade) -> bool:
    """Whether all that the problem gives are whole numbers, and it asks for one value."""
    cases = [case for case in grade.expected.cases() if isinstance(case, Case)]
    return bool(cases) and all(type(value) is int for case in cases for value in arguments_of(case))


def is_to_be_in_torch(grade: Grade) -> bool:
    """Whether an answer may be right but for the gradients, which are the exercise."""
    return grade.problem.gradients_are_asked and bool(forms_that_may_mend(grade))


def forms_that_may_mend(grade: Grade) -> list[Form]:
    """Nodes for lists, arrays for lists of numbers, and what may stand for tensors."""
    wrong = [check for check in grade.checks if check.status is not CheckStatus.PASS]
    if not any(check.is_wrong for check in wrong) or grade.stopped is not None:
        return []
    if any(check.error is not None and OF_NODES.search(check.error.message) for check in wrong):
        return [Form.NODES]
    if any(check.error is not None and OF_TEXTS.search(check.error.message) for check in wrong):
        return [Form.TEXTS]
    asks_for_rows = any(check.error is not None and OF_ROWS.search(check.error.message) for check in wrong)
    asks_for_tensors = any(check.error is not None and OF_TENSORS.search(check.error.message) for check in wrong)
    in_turn = [*([Form.ROWS] if asks_for_rows else []), *([Form.TENSORS] if asks_for_tensors else [])]
    return [*in_turn, *forms_of_tensors(grade, wrong)]


def forms_of_tensors(grade: Grade, wrong: Sequence[Check]) -> list[Form]:
    """Tensors without gradients, NumPy's arrays or lists where tensors are given, torch's tensors for arrays."""
    if grade.session.has_gradients and not any(goes_to_numpy(check) or counts_as_arrays(check) for check in wrong):
        return []
    if any(check.error is not None and OF_LISTS.search(check.error.message) for check in wrong) and not wants_gradients(
        grade
    ):
        return [Form.LISTS, Form.NUMPY]
    in_turn = [Form.VALUES] if grade.session.works_without_leaves or gradients_are_all(grade) else []
    cases = [case for case in grade.expected.cases() if isinstance(case, Case)]
    # scenarios show what they give only when they are played
    may_be_arrays = bool(cases) or not grade.problem.grad or any(asks_for_numpy(check) for check in wrong)
    is_stopped = any(check.status is CheckStatus.ERROR for check in wrong)
    source = grade.world.source
    is_for_arrays = is_numpys(source) or (bool(in_turn) and speaks_of_numpy_alone(source))
    if may_be_arrays and (is_stopped or is_for_arrays):
        arrays = any(is_array(arg) for case in cases for arg in arguments_of(case))
        in_turn.append(Form.TORCH if arrays else Form.NUMPY)
        if len(wrong) == len(grade.checks) and any(is_image(arg) for case in cases for arg in arguments_of(case)):
            in_turn.append(Form.IMAGES)
    is_plain = OF_LIBRARIES.search(source) is None and not wants_gradients(grade)
    # the likeliest first: each form takes a process, and there may be no more than two
    return [Form.LISTS, *in_turn] if is_plain and (is_stopped or gives_whole_numbers(cases)) else in_turn


def gives_whole_numbers(cases: Sequence[Case]) -> bool:
    """Whether there are arrays of whole numbers: sums of their entries overflow where those of Python's numbers do not."""
    return any(is_array(value) and value.dtype.kind in "iu" for case in cases for value in arguments_of(case))


def speaks_of_numpy_alone(source: str) -> bool:
    """Whether code calls NumPy and never names torch: it can go through with tensors, which have NumPy's operators."""
    return bool(OF_NUMPY_ALONE.search(source)) and "torch" not in source


def is_numpys(source: str) -> bool:
    """Whether code of NumPy's alone asks for what means something else in torch: with tensors it computes another thing."""
    return speaks_of_numpy_alone(source) and MEANS_ANOTHER.search(source) is not None


def wants_gradients(grade: Grade) -> bool:
    """Whether any check asks for gradients, which no list has."""
    return any(grade.expected.tiers_with_gradients(case) for case in grade.expected.cases()) or any(
        law.of_gradients for law in grade.problem.laws
    )


def goes_to_numpy(check: Check) -> bool:
    """Whether NumPy meets a tensor there that has a gradient: what gives its input back elsewhere has shown one all the same."""
    return check.error is not None and OF_BOTH.search(check.error.message) is not None


def counts_as_arrays(check: Check) -> bool:
    """Whether the answer calculates with `x.size`, which is a method of tensors: without that it went through with tensors."""
    return check.error is not None and OF_A_COUNT.search(check.error.message) is not None


def asks_for_numpy(check: Check) -> bool:
    """Whether the answer itself refuses what is no array of NumPy's."""
    error = check.error
    is_own = error is not None and error.kind in ("ValueError", "TypeError", "AssertionError")
    return error is not None and is_own and FOR_NUMPY.search(error.message) is not None


def arguments_of(case: Case) -> tuple[Any, ...]:
    """All that a case gives."""
    return (*case.args, *case.kwargs.values())


def is_array(value: object) -> bool:
    """Whether it is NumPy's."""
    return type(value).__module__ == "numpy"


def gradients_are_all(grade: Grade) -> bool:
    """Whether all that is wrong is that gradients are missing, or asked for in vain."""
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    laws = zip(grade.checks[len(cases) :], grade.problem.laws, strict=True)
    return not any(
        seen.differs and OF_A_GRADIENT not in seen.label for check in cases for seen in check.observed
    ) and all(law.of_gradients for check, law in laws if check.status is not CheckStatus.PASS)


def does_better(second: Grade, first: Grade) -> bool:
    """Whether the answer is to be told what the second form showed: it passes there and may, or it answers more often.

    Of two that answer alike the second tells more where it is not the arrays that the code stumbles over. One that has
    converted nothing, since there are numbers and texts alone, is the first one again.
    """
    if second.world.form is Form.BY_PLACE:
        return all(check.status is CheckStatus.PASS for check in second.checks)
    if second.world.form in CONVERTED and not second.world.has_converted:
        return False
    if all(check.status is CheckStatus.PASS for check in second.checks):
        return may_pass(second)
    if unanswered(second) == unanswered(first):
        if (
            second.world.form is Form.LISTS
        ):  # that of code that names no library: what it takes out of arrays may overflow
            return unanswered(second) < len(second.checks)
        if second.world.form is Form.NUMPY and (
            is_numpys(second.world.source) or (speaks_of_numpy_alone(second.world.source) and is_about_axes(first))
        ):
            return True
        return second.world.form is Form.TORCH and is_about_arrays(first) and not is_about_arrays(second)
    return unanswered(second) < unanswered(first)


def unanswered(grade: Grade) -> int:
    """How many checks raise, or are not asked: a change of what was given is an answer."""
    cases = len(grade.expected.cases())
    return sum(
        check.status is CheckStatus.ERROR
        or check.is_left_out
        or check.is_excused
        or (check.index < cases and not (check.observed or check.changed))
        for check in grade.checks
    )


def is_about_axes(grade: Grade) -> bool:
    """Whether torch asks for an axis, since `np.max(x)` hands its own `axis=None` on to a tensor."""
    return any(
        "argument 'dim' must be int, not NoneType" in check.error.message for check in grade.checks if check.error
    )


def is_about_arrays(grade: Grade) -> bool:
    """Whether what it raises names NumPy's arrays."""
    return any("ndarray" in check.error.message for check in grade.checks if check.error is not None)


def may_pass(grade: Grade) -> bool:
    """Whether the form is no excuse: without gradients, an answer passes if it computes outside torch."""
    returned = grade.world.returned
    if grade.world.form is not Form.VALUES or (returned.with_arrays and not returned.with_tensors):
        return True
    return returned.functions <= MOVES and not returned.functions.isdisjoint(TAKES_OUT)


def unchecked(grade: Grade) -> list[str]:
    """What the form has left out of the problem's checks."""
    if grade.world.form is Form.TEXTS and not all(map(grade.is_in_form, grade.expected.cases())):
        return ["numbers among words"]
    if not grade.world.form.is_outside_torch:
        return []
    cases = grade.expected.cases()
    tiers = {dtype for case in cases for dtype in case.dtypes or grade.problem.dtypes}
    found = ["gradients"] if wants_gradients(grade) else []
    return found + (["half precision"] if tiers & set(HALF) else [])
