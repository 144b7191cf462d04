"""Kinds of mistakes: told from a mistake's edit and words, and how each kind shows and is found. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class BugKind(StrEnum):
    """What a mistake is about."""

    SHAPE = "shape"
    SIGN = "sign"
    AXIS = "axis"
    SCALE = "scale"
    MASK = "mask"
    DETACH = "detach"
    OFF_BY_ONE = "off by one"
    DTYPE = "dtype"
    STATE = "state"
    DATA = "data"
    ORDER = "order"
    SEED = "seed"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class KindInWords:
    """What is said of a kind: `about` as a hint, `shows` of a training run, `find` of how one looks for it."""

    about: str
    shows: str
    find: str


IN_WORDS: dict[BugKind, KindInWords] = {
    BugKind.SHAPE: KindInWords(
        "a shape: something is broadcast, reshaped or transposed in the wrong way",
        "In training nothing raises, because broadcasting hides it. The loss falls slowly and stops too high.",
        "Choose different sizes for all dimensions and print every shape, line by line.",
    ),
    BugKind.SIGN: KindInWords(
        "a sign: something is added that should be subtracted, or compared the wrong way round",
        "In training the loss grows, or the model learns the opposite of what you want.",
        "Take one input whose result you know by hand, and check the sign of each term.",
    ),
    BugKind.AXIS: KindInWords(
        "an axis: something is summed, normalized or indexed along the wrong dimension",
        "In training, samples of one batch influence each other, so results change with the batch.",
        "Run a batch of one and the same sample inside a larger batch. The results must agree.",
    ),
    BugKind.SCALE: KindInWords(
        "a scale: a factor, a root or a division is missing or wrong",
        "In training the loss moves too slowly or diverges, as with a wrong learning rate.",
        "Compare the standard deviation of each intermediate result with the value that you expect.",
    ),
    BugKind.MASK: KindInWords(
        "a mask: something hidden takes part, or something visible doesn't",
        "In training the loss may look too good, and the results after training are much worse.",
        "Change an input that must be hidden. The output must not change.",
    ),
    BugKind.DETACH: KindInWords(
        "a gradient: it flows where it should not, or doesn't flow where it should",
        "In training the values are right, but some weights never change, or the wrong ones do.",
        "Call backward once, and look at which gradients are None or zero.",
    ),
    BugKind.OFF_BY_ONE: KindInWords(
        "an index: something starts, ends or is shifted by one",
        "In training the loss falls almost as usual, and the error shows at edges: the first or the last step.",
        "Use a sequence of length two or three, and follow every index by hand.",
    ),
    BugKind.DTYPE: KindInWords(
        "a type: something is computed in the wrong precision, or rounded to integers",
        "In training it looks fine in float32, and turns into NaN or stops improving in half precision.",
        "Run the same input in float64 and in half precision, and compare.",
    ),
    BugKind.STATE: KindInWords(
        "a state: something is kept, updated or reset at the wrong time",
        "In training the first step is right, and later steps drift away.",
        "Take two steps by hand and compare the state after each.",
    ),
    BugKind.DATA: KindInWords(
        "the data: what is trained or tested on isn't what it should be",
        "In training the loss looks too good, or training and validation look the same.",
        "Print one batch as a person would read it, and count what both splits share.",
    ),
    BugKind.ORDER: KindInWords(
        "an order: two steps of the loop stand the wrong way round, or one is missing",
        "In training the first steps look right, and the loss then stalls or jumps.",
        "Do one step by hand, and compare each value after each line.",
    ),
    BugKind.SEED: KindInWords(
        "a seed: random numbers repeat where they should be fresh, or differ where they should repeat",
        "In training the loss falls too fast on noise that repeats, and samples all look alike.",
        "Draw twice and compare: fresh noise must differ.",
    ),
    BugKind.FORMULA: KindInWords(
        "the formula: a quantity stands where another one belongs",
        "In training the loss falls to a wrong value, and looks healthy until you compare it with a baseline.",
        "Write the formula beside the code, and compare it term by term on a tiny input.",
    ),
}

_DETACH = re.compile(r"\bdetach\b|no_grad|requires_grad|stop[- ]gradient|\bgradient", re.IGNORECASE)
_DETACH_EDIT = re.compile(r"detach\(|no_grad")
_DTYPE = re.compile(
    r"\bfloat16|\bbfloat16|float32|float64|half precision|\bdtype|precision|\bdouble\(|\.float\(|\.half\(|\.long\(|\.int\("
    r"|rounds? (down|up|to)|integer",
    re.IGNORECASE,
)
_MASK = re.compile(r"\bmask|\bcausal|\bhid(e|es|den)\b|padding|\bfuture\b|tril|triu|visible|-inf\b", re.IGNORECASE)
_AXIS = re.compile(
    r"\bdim\b|\baxis\b|\baxes\b|\bbatch\b|\brows?\b|\bcolumns?\b|over all|over the (whole|last|first|keys|queries)"
    r"|per (sample|channel|token)|across",
    re.IGNORECASE,
)
_SHAPE = re.compile(
    r"transpos|reshap|\bview\b|permute|flatten|broadcast|\bshape|swapp?ed|swaps|keepdim|interleav|unsqueeze|squeeze",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\bsign\b|negat|opposite|subtract|inverted|\breversed?\b|minimi[sz]|maximi[sz]|descending|ascending|larger instead",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\bstate\b|momentum|running|\bcache|\bkept\b|keeps|updates?\b.*(before|after|order)|step count|counter|buffer"
    r"|between calls|previous call|resets?\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"off by one|one too|shift|\bone (step|position|token|entry|index) (early|late|too)|first (step|entry|position)"
    r"|last (step|entry|position)|starts? at|begins? at|counts from|[+-] ?1\b|strict|inclusive|exclusive",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"√|root|scale|divid|multipl|factor|average|\bmean\b|\bsums?\b|normali|variance|standard deviation|squared?\b|half\b"
    r"|twice|temperature|weight",
    re.IGNORECASE,
)


def kind_of(does: str, wrong: str, right: str) -> BugKind:
    """The kind of a mistake that replaces `right` by `wrong`; `does` is what is said of it."""
    code = f"{right}\n{wrong}"
    if _DETACH.search(does) or _differs(_DETACH_EDIT, wrong, right):
        return BugKind.DETACH
    if _is_sign_flip(wrong, right):
        return BugKind.SIGN
    if _is_one_off(wrong, right):
        return BugKind.OFF_BY_ONE
    for pattern, kind in (
        (_MASK, BugKind.MASK),
        (_SHAPE, BugKind.SHAPE),
        (_AXIS, BugKind.AXIS),
        (_STATE, BugKind.STATE),
        (_SIGN, BugKind.SIGN),
        (_ONE, BugKind.OFF_BY_ONE),
        (_DTYPE, BugKind.DTYPE),
        (_SCALE, BugKind.SCALE),
    ):
        if pattern.search(does):
            return kind
    for pattern, kind in ((_AXIS, BugKind.AXIS), (_SHAPE, BugKind.SHAPE), (_DTYPE, BugKind.DTYPE)):
        if pattern.search(code) and _differs(pattern, wrong, right):
            return kind
    return BugKind.FORMULA


def _differs(pattern: re.Pattern[str], wrong: str, right: str) -> bool:
    return len(pattern.findall(wrong)) != len(pattern.findall(right))


_SIGNS = str.maketrans("+-<>", "-+><")


def _is_sign_flip(wrong: str, right: str) -> bool:
    """Whether one plus, minus or comparison is turned round and nothing else is changed."""
    one, other = "".join(wrong.split()), "".join(right.split())
    if one.lstrip("-") == other.lstrip("-"):
        return True
    if len(one) != len(other):
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return bool(changed) and all(a.translate(_SIGNS) == b for a, b in changed)


_PLUS_ONE = re.compile(r"(?<=[\w)\]])[+-]1\b")
_BOUND = re.compile(r"<=|>=|<|>")


def _is_one_off(wrong: str, right: str) -> bool:
    """Whether nothing differs but a `+ 1` or `- 1`, or an equals sign in a comparison."""
    one, other = "".join(wrong.split()), "".join(right.split())
    if _PLUS_ONE.sub("", one) == _PLUS_ONE.sub("", other):
        return True
    bounds = _BOUND.findall(one), _BOUND.findall(other)
    return bounds[0] != bounds[1] and _BOUND.sub("<", one) == _BOUND.sub("<", other)
