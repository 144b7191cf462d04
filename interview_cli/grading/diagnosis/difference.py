"""How wrong answers differ from the right ones, in a sentence, where no mistake is known. Imports torch."""

from __future__ import annotations

import ast
import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.diagnosis.patterns import differing_parts, pattern_of
from interview_cli.grading.judge.answers import difference
from interview_cli.grading.judge.check import OF_A_GRADIENT, Check, Observed
from interview_cli.grading.judge.compare import Comparer, as_tensor, unwrapped
from interview_cli.grading.judge.expected import HALF
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.text import one, one_line

MOST_COMPARED = 12
MOST_NAMED = 3
"""Of failing checks in one sentence."""
NAN_SAID = "Your answer has NaN where the right one is finite."
NOTHING_SAID = (
    "Your code returns None. Does each way through it end in `return`, and does it return what it prints, stores or changes "
    "in place?"
)
EIGHT_BITS = "uint8"
RAISES = "raises"
"""The label of a call that must raise."""
ALONE = "value"
"""The end of the label of what a single call gives."""
COUNTED = "the number of results"
"""As scenarios call it."""
TYPE_OF = "the type of "
"""How scenarios call what kind of object a method returns."""
SHAPE_SAID = "The numbers are right, the shape is not."
LAST_SAID = "The last of your values is right, and it alone is asked for."
WHOLE_SAID = "Your values are whole numbers"
PLACES_SAID = (
    "They look like places along the last axis, as ids of tokens that were drawn or chosen: the answer has a value for each of "
    "its {} places."
)
HOLDERS = (dict, list, set, str)
LONGEST = 40
"""Characters of a key that are told."""
MOST_PARTS = 4
FEW, MOSTLY = 3, 0.75
"""So many answers must hold the right one among others, and so large a share of all."""
ROUNDED = 1e-3
"""A whole number that was computed in floats is off by less."""
FRACTION_SAID = "Your answer has a fraction where a whole number is asked for."
OF_DIVISION = " `/` doesn't round, `//` rounds down."
"""For code that divides."""


def difference_in_words(grade: Grade) -> str | None:
    """One sentence on how the answers differ wherever they do, and one on which checks fail."""
    failing = [check for check in grade.checks if check.status is CheckStatus.FAIL]
    differing = [seen for check in failing for seen in check.observed if seen.differs]
    if (alike := always_alike(grade)) is not None:
        return alike
    unraised = [seen for seen in differing if seen.label == RAISES]
    if unraised and len(unraised) == len(differing) and raises_everywhere(grade, unraised):
        return None
    if unraised and len(unraised) == len(differing):
        return " ".join(part for part in (not_raised(unraised), where_it_fails(grade, failing)) if part)
    if returns_nothing(grade):
        return NOTHING_SAID
    if (typed := of_another_type(failing)) is not None:
        return typed
    differing = [seen for seen in differing if seen.label != RAISES]  # such calls have no values
    exact = [seen for seen in differing if seen.comparer.tier not in HALF] or differing  # a factor is lost in rounding
    among = right_among_others([seen for seen in differing if OF_A_GRADIENT not in seen.label])
    if among is not None:
        return among
    kinds = {
        kind_of_difference(got, want, seen.comparer)
        for seen in exact[:MOST_COMPARED]
        for got, want in differing_parts(unwrapped(seen.got), seen.want, seen.comparer)
    }
    gives = any(
        seen.got is not None and OF_A_GRADIENT not in seen.label for check in failing for seen in check.observed
    )
    if gives or any(check.status is CheckStatus.ERROR for check in grade.checks):
        kinds -= {NOTHING_SAID}  # what raises elsewhere says more; what returns something lacks another thing
    if LAST_SAID in kinds:
        kinds -= {SHAPE_SAID}  # where there is one value, it is the last
    kind = next((said for said in (NAN_SAID, FRACTION_SAID) if said in kinds), None)
    kind = kind or next((said for said in kinds if said is not None and said.startswith(WHOLE_SAID)), None)
    kind = kind or (kinds.pop() if len(kinds) == 1 else None)
    if kind == NAN_SAID:
        kind = where_it_is_nan(failing)
    if kind == FRACTION_SAID and "/" in grade.world.source:
        kind += OF_DIVISION
    if kind is None:
        kind = in_number([seen for seen in exact if OF_A_GRADIENT not in seen.label][:MOST_COMPARED])
    if kind is None:
        kind = pattern_of(
            [(seen.got, seen.want, seen.comparer) for seen in differing if OF_A_GRADIENT not in seen.label]
        )
    where = where_it_fails(grade, failing)
    return " ".join(part for part in (kind, where) if part) or None


def where_it_is_nan(failing: Sequence[Check]) -> str:
    """That it is NaN, and where, if other checks fail whose answers are finite: what is wrong there is another thing."""
    names = [f"'{check.name}'" for check in failing if any(is_lost(seen) for seen in check.observed)]
    if len(names) == len(failing):
        return NAN_SAID
    where = " and ".join(names) if len(names) < MOST_NAMED else f"{len(names)} of the {len(failing)} failing checks"
    return f"{NAN_SAID.removesuffix('.')}, in {where}. In the others it is wrong without NaN."


def is_lost(seen: Observed) -> bool:
    """Whether a value is NaN where a finite one is right."""
    parts = differing_parts(unwrapped(seen.got), seen.want, seen.comparer) if seen.differs else []
    return any(kind_of_difference(got, want, seen.comparer) == NAN_SAID for got, want in parts)


def returns_nothing(grade: Grade) -> bool:
    """Whether all calls that are alone give None; steps that use what came back then raise, or show what else is wrong."""
    ran = [check for check in grade.checks if check.status is not CheckStatus.NOT_RUN]
    first = [check.observed[0] for check in ran if check.observed]
    given = [seen for seen in first if not seen.label.endswith(RAISES)]
    errors = [check.error.message for check in ran if check.error is not None]
    follows = all(check.is_wrong for check in ran) and all("'NoneType'" in message for message in errors)
    is_called = any(seen.label.endswith(ALONE) for seen in given)
    return is_called and follows and all(seen.got is None and seen.differs for seen in given)


def always_alike(grade: Grade) -> str | None:
    """That the answer is one number throughout, where different ones are asked for: nothing of what is found is in it."""
    seen = [seen for check in grade.checks for seen in check.observed if OF_A_GRADIENT not in seen.label]
    numbers = [unwrapped(one.got) for one in seen]
    if len({repr(one.want) for one in seen}) < FEW or not all(type(number) in (int, float) for number in numbers):
        return None
    if len(set(numbers)) > 1 or any(check.status is CheckStatus.ERROR for check in grade.checks):
        return None
    if (left := left_by_a_kind(grade.world.source, numbers[0])) is not None:
        return left
    return (
        f"Your code returns {numbers[0]} in every check. Is what it finds kept? A function that assigns to a name of its own "
        "leaves the one outside as it was."
    )


def left_by_a_kind(source: str, number: float) -> str | None:
    """That code gives this number up at the only place where it asks of what kind a thing is: `if not isinstance(x, tuple)`."""
    found = list[tuple[int, str]]()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.If(test=test, body=[*_, ast.Return(value=ast.Constant(value=value), lineno=line)]) if (
                value == number
            ):
                asks = any(getattr(part, "id", "") == "isinstance" for part in ast.walk(test))
                found += [(line, one_line(ast.unparse(test)))] if asks else []
    if len(found) != 1:
        return None
    return (
        f"Line {found[0][0]} returns {number} in every check, since `{found[0][1]}` is true for what the problem gives."
    )


def of_another_type(failing: Sequence[Check]) -> str | None:
    """Which method returns another kind of object than it should, in all that fails: nothing else can be asked of that."""
    typed = [seen for check in failing for seen in check.observed if seen.differs and TYPE_OF in seen.label]
    if not typed or len({seen.label.partition(" ")[2] for seen in typed}) > 1 or len(typed) < len(failing):
        return None
    what, got = typed[0].label.partition(TYPE_OF)[2], typed[0].got
    returned = "nothing" if got == "NoneType" else one(str(got))
    return f"Your `{what}` returns {returned}. It should return {one(str(typed[0].want))}."


def raises_everywhere(grade: Grade, unraised: Sequence[Observed]) -> bool:
    """Whether the code raises the same in all checks, as of one that it can't begin: it says nothing of what is asked for."""
    errors = [check.error.kind for check in grade.checks if check.error is not None]
    is_all = len(errors) + len({id(seen) for seen in unraised}) >= len(grade.checks)
    return bool(errors) and is_all and {*errors} == {seen.got for seen in unraised}


def not_raised(unraised: Sequence[Observed]) -> str:
    """What should be raised, and what happens instead: what is asked for there is no result."""
    wanted = sorted({name for seen in unraised for name in seen.want})
    instead = {seen.got for seen in unraised}
    what = f"raises {instead.pop()}" if len(instead) == 1 and None not in instead else "returns"
    return f"Your code {what} where it should raise {' or '.join(wanted)}."


def right_among_others(differing: Sequence[Observed]) -> str | None:
    """That one of several values that come back is the answer, in all calls or nearly all."""
    whole = [seen for seen in differing if not isinstance(seen.want, tuple | list | dict)]
    if len(whole) < len(differing):
        return None
    whole = [
        seen for seen in whole if seen.others
    ] or whole  # the steps of a scenario show what they are asked for alone
    if len(whole) < FEW:
        return None
    kinds = {tuple(results_of(seen)) for seen in whole}
    if len(kinds) != 1 or len({repr(seen.want) for seen in whole}) == 1:
        return None
    for place, key in enumerate(kinds.pop()):
        right = sum(difference(seen.comparer, results_of(seen)[key], seen.want) is None for seen in whole)
        if right >= MOSTLY * len(whole):
            which = f"The one under {key!r}" if isinstance(key, str) else f"Number {whole[0].number_of(place)} of them"
            but = f" in all but {len(whole) - right} of {len(whole)} calls" if right < len(whole) else ""
            number = len(results_of(whole[0]))
            return f"Your code returns {number} results. {which} is right{but}. It should return only that one."
    return None


def results_of(seen: Observed) -> dict[Any, Any]:
    """All that came back, by place or key, if it is a few; of a list, which may be one answer, nothing."""
    value = seen.results
    if isinstance(value, tuple):
        value = dict(enumerate(value))
    return value if isinstance(value, dict) and 1 < len(value) <= MOST_PARTS else {}


def in_number(differing: Sequence[Observed]) -> str | None:
    """More or fewer results than asked for, and how one of them differs that alone explains the difference."""
    counted = [seen for seen in differing if seen.label.endswith(COUNTED)]
    pairs = [(unwrapped(seen.got), unwrapped(seen.want)) for seen in counted or differing]
    numbers = set(pairs) if counted else {(number_of(got), number_of(want)) for got, want in pairs}
    if len(numbers) != 1 or any(got is None for got, _ in pairs):
        return None
    ((own, asked),) = numbers
    if own == asked or 0 in (own, asked):
        return None
    returned, wanted = "one result" if own == 1 else f"{own} results", "one is" if asked == 1 else f"{asked} are"
    if asked > 1 and (held := held_by_all([got for got, _ in pairs])):
        return f"Your code returns a dict with {held}; {asked} results are asked for."
    text = f"Your code returns {returned}; {wanted} asked for."
    for index in range(0 if counted or 1 not in (own, asked) else max(own, asked)):
        kinds = {
            kind_of_difference(alone(got, index), alone(want, index), seen.comparer)
            for (got, want), seen in zip(pairs, differing, strict=True)
        }
        if len(kinds) == 1 and kinds.isdisjoint({None, NOTHING_SAID}):
            which = (
                f"Taken as result {index + 1}, it is wrong, too"
                if own == 1
                else f"Your result {index + 1} is wrong, too"
            )
            return f"{text} {which}. {kinds.pop()}"
    return text


def held_by_all(values: Sequence[Any]) -> str:
    """The keys of several entries, in words, where all values are dicts with these; nothing for any others."""
    keys = {tuple(value) if isinstance(value, dict) else () for value in values}
    (first, *others) = keys
    is_told = not others and 1 < len(first) <= MOST_PARTS and all(isinstance(key, str) for key in first)
    return ", ".join(one_line(key)[:LONGEST] for key in first) if is_told else ""


def number_of(value: Any) -> int:
    """Of results."""
    return len(value) if isinstance(value, tuple) else 1


def alone(value: Any, index: int) -> Any:
    """One of several results; the only one."""
    return value[index] if isinstance(value, tuple) else value


def where_it_fails(grade: Grade, failing: list[Check]) -> str | None:
    """A pattern in the names of the checks that fail."""
    passing = [check for check in grade.checks if check.status is CheckStatus.PASS]
    asked = [check for check in grade.checks if not check.is_left_out]
    tiers = {seen.comparer.tier for check in failing for seen in check.observed if seen.differs}
    raises = any(check.status is CheckStatus.ERROR for check in grade.checks)  # then not all values have come
    if failing and not raises and all(map(differs_in_gradients, failing)):
        return "The values are right; only gradients differ."
    if not failing or not passing or len(failing) + len(passing) < len(asked):
        return None  # where some raise, what the others have in common is not what is wrong
    if tiers and tiers <= set(HALF):
        return "Only half precision fails."
    if all(EIGHT_BITS in check.name for check in failing) and not any(EIGHT_BITS in check.name for check in passing):
        return f"Only {EIGHT_BITS} inputs fail. Do their values wrap around beyond 255? Convert them to floats first."
    for word in ("mask", "causal", "batch", "large", "border", "odd", "empty"):
        if all(word in check.name for check in failing) and not any(word in check.name for check in passing):
            return f"Only checks with {word!r} in their name fail."
    if len(failing) > MOST_NAMED or (len(failing) > 1 and 2 * len(failing) > len(passing)):
        return None
    names = [f"'{check.name}'" for check in failing]
    return f"Only {names[0]} fails." if len(names) == 1 else f"Only {', '.join(names[:-1])} and {names[-1]} fail."


def differs_in_gradients(check: Check) -> bool:
    """Whether values have come and agree, and gradients beside them do not: what is asked for may be a gradient itself."""
    labels = [(OF_A_GRADIENT in seen.label, seen.differs) for seen in check.observed]
    return (True, True) in labels and (False, True) not in labels and (False, False) in labels


def kind_of_difference(got: Any, want: Any, comparer: Comparer) -> str | None:
    """A factor, a sign, an offset, a transpose, a shift, NaN: whichever explains all entries."""
    if got is None and want is not None:
        return NOTHING_SAID
    if isinstance(got, float) and type(want) is int and math.isfinite(got) and abs(got - round(got)) > ROUNDED:
        return FRACTION_SAID
    kinds = [type(side) for side in (unwrapped(got), unwrapped(want))]
    if kinds[0] is not kinds[1] and all(kind in HOLDERS for kind in kinds):
        return f"Your code returns a {kinds[0].__name__} where a {kinds[1].__name__} is asked for."
    value, target = as_tensor(unwrapped(got)), as_tensor(unwrapped(want))
    if value is None or target is None or value.is_complex() or target.is_complex():
        return None
    if hasattr(got, "dtype") and is_cut_off(value, target):
        said = f"{WHOLE_SAID} ({str(value.dtype).removeprefix('torch.')}) where fractions are asked for."
        return f"{said} {PLACES_SAID.format(target.shape[-1])}" if are_places(value, target) else said
    value, target = value.detach().to(torch.float64), target.detach().to(torch.float64)

    def same(candidate: Tensor) -> bool:
        return candidate.shape == target.shape and not bool(
            comparer.wrong_entries(candidate.contiguous(), target).any()
        )

    if value.shape != target.shape:
        return shape_difference(value, target, same)
    if bool(value.isnan().any()) and not bool(target.isnan().any()):
        return NAN_SAID
    if bool(target.any()) and same(-value):
        return "The sign is the other way round."
    ratio = common_ratio(value, target)
    several = value.numel() > 1
    counts = isinstance(want, int)  # small whole numbers are in famous ratios by chance
    if (
        ratio is not None
        and abs(ratio - 1) > 1e-3
        and same(value / ratio)
        and (several or (famous(ratio) and not counts))
    ):
        return f"{'Every value' if several else 'Your value'} is {ratio:.6g} times the right one{famous(ratio)}."
    offset = float((value - target).mean())
    if several and math.isfinite(offset) and same(value - offset):
        return f"Every value is off by the same {offset:+.6g}."
    if value.ndim >= 2 and value.shape[-1] == value.shape[-2] and same(value.transpose(-1, -2)):
        return "The last two axes are swapped."
    shifted = rolled(value, same)
    if shifted is None and several and reordered(value, target, comparer):
        return "The values are those of the right answer in another order."
    return shifted


def is_cut_off(value: Tensor, target: Tensor) -> bool:
    """Whether one has no fractions by its kind, and the other has."""
    is_whole = not value.is_floating_point() and value.dtype is not torch.bool
    return is_whole and target.is_floating_point() and bool((target.isfinite() & (target != target.round())).any())


def are_places(value: Tensor, target: Tensor) -> bool:
    """Whether these may be places along the last axis of the other one, one for each row: a token that was drawn."""
    rows = value.squeeze(-1) if value.ndim == target.ndim and value.shape[-1:] == (1,) else value
    is_one_each = target.ndim > 0 and rows.shape == target.shape[:-1] and rows.numel() > 0
    return is_one_each and bool(((rows >= 0) & (rows < target.shape[-1])).all())


def reordered(value: Tensor, target: Tensor, comparer: Comparer) -> bool:
    """Whether both have the same values, each as often."""
    own, right = (side.reshape(-1).sort().values for side in (value, target))
    return not bool(comparer.wrong_entries(own, right).any())


def shape_difference(value: Tensor, target: Tensor, same: Any) -> str | None:
    """The right numbers in another shape."""
    if value.numel() == target.numel() and same(value.reshape(target.shape)):
        return SHAPE_SAID
    if value.ndim == 1 and target.ndim == 0 and value.numel() and same(value[-1]):
        return LAST_SAID
    if value.ndim == target.ndim and value.ndim >= 2 and same(value.transpose(-1, -2)):
        return "The last two axes are swapped."
    for name, reduced in (("mean", value.mean()), ("sum", value.sum())):
        if target.ndim == 0 and same(reduced):
            return f"The {name} over the entries is missing."
    return None


def common_ratio(value: Tensor, target: Tensor) -> float | None:
    """got / expected, if it is the same for all entries that are not small."""
    large = target.abs() > 1e-3 * float(target.abs().max()) if target.numel() else target.bool()
    if not bool(large.any()):
        return None
    ratios = value[large] / target[large]
    ratio = float(ratios.median())
    spread = float((ratios - ratio).abs().max())
    return ratio if math.isfinite(ratio) and ratio != 0 and spread < 1e-3 * abs(ratio) else None


def famous(ratio: float) -> str:
    """A hint on factors that have a reason."""
    known = {
        2.0: "a factor 2",
        math.sqrt(2): "the square root of 2",
        math.log(2): "natural log against log2",
        math.log(10): "natural log against log10",
        10.0: "a factor 10",
    }
    for factor, name in known.items():
        for number, text in ((factor, name), (1 / factor, name)):
            if abs(ratio - number) < 1e-3 * number:
                return f" ({text})"
    return ""


def rolled(value: Tensor, same: Any) -> str | None:
    """Shifted by one along an axis, or reversed."""
    for axis in range(value.ndim):
        if value.shape[axis] > 1:
            if same(value.flip(axis)):
                return f"Axis {axis} is reversed."
            for step in (1, -1):
                if same(value.roll(step, axis)):
                    return f"The values are shifted by one along axis {axis}."
    return None
