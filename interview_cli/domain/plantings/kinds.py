"""Kinds of mistakes: told from a mistake's edit and words, and how each kind is found. Standard library only."""

from __future__ import annotations

import re
from collections import Counter
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
    """What is said of a kind: `about` as a hint, `find` of how one looks for it."""

    about: str
    find: str


IN_WORDS: dict[BugKind, KindInWords] = {
    BugKind.SHAPE: KindInWords(
        "a shape: something is broadcast, reshaped or transposed in the wrong way",
        "Choose different sizes for all dimensions and print every shape, line by line.",
    ),
    BugKind.SIGN: KindInWords(
        "a sign: something is added that should be subtracted, or compared the wrong way round",
        "Take one input whose result you know by hand, and check the sign of each term.",
    ),
    BugKind.AXIS: KindInWords(
        "an axis: something is summed, normalized or indexed along the wrong dimension",
        "Run one sample alone, and the same sample inside a batch. The results must agree.",
    ),
    BugKind.SCALE: KindInWords(
        "a scale: a factor, a root or a division is missing or wrong",
        "Double one input at a time, and check that the result changes by the factor that the formula says.",
    ),
    BugKind.MASK: KindInWords(
        "a mask: something hidden takes part, or something visible doesn't",
        "Change an input that must be hidden: the output must not change. Then change a visible one: it must.",
    ),
    BugKind.DETACH: KindInWords(
        "a gradient: it flows where it should not, or doesn't flow where it should",
        "Call backward once, look at which gradients are None or zero, and compare the others with finite differences.",
    ),
    BugKind.OFF_BY_ONE: KindInWords(
        "an index: something starts, ends or is shifted by one",
        "Use a sequence of length two or three, and follow every index by hand.",
    ),
    BugKind.DTYPE: KindInWords(
        "a type: something is computed in the wrong precision, or rounded to integers",
        "Print the type and the largest value of each intermediate result, and compare with float64.",
    ),
    BugKind.STATE: KindInWords(
        "a state: something is kept, updated or reset at the wrong time",
        "Take two steps by hand and compare the state after each.",
    ),
    BugKind.DATA: KindInWords(
        "the data: what is trained or tested on isn't what it should be",
        "Print one batch as a person would read it, and count what both splits share.",
    ),
    BugKind.ORDER: KindInWords(
        "an order: something is done or listed too early, too late, or the wrong way round",
        "Do one step by hand, and compare each value after each line.",
    ),
    BugKind.SEED: KindInWords(
        "a seed: random numbers repeat where they should be fresh, or differ where they should repeat",
        "Draw twice and compare: fresh noise must differ.",
    ),
    BugKind.FORMULA: KindInWords(
        "the formula: a term is wrong, missing, or in the wrong place",
        "Write the formula beside the code, and compare it term by term on a tiny input.",
    ),
}

_WORDS: tuple[tuple[BugKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            BugKind.FORMULA,
            r"\bas the default of\b|\bignores the argument\b|\b(at or above about|adds) 1e-\d+\b.*\bbefore\b"
            r"|\badds a (constant|tiny number)\b|\bleaves out (a|the) \w+ (before|after) the\b",
        ),
        (
            BugKind.DETACH,
            r"\bdetach|no_grad|requires_grad|stop[- ]gradient|without a graph|\bfreez"
            r"|\b(no|loses?|cuts?|without|stops?) (the |its |a |all )?gradients?\b"
            r"|gradients? (flows?|reach(es)?|gets?|goes|go) ",
        ),
        (
            BugKind.SIGN,
            r"(?<!of )\b(wrong|opposite|other|flipped|inverted|reversed) sign|\bsigns? (is|are) |negates?\b"
            r"|returns the negative|\bdescending|\bascending|wrong way round|minimi[sz]es|maximi[sz]es"
            r"|the opposite(?! (side|end|corner|order))",
        ),
        (
            BugKind.OFF_BY_ONE,
            r"off by one|\bone (\w+ )?(too|more|fewer|less)\b|\b(one|a) (step|position|token|entry|index|place|row|frame)"
            r" (too )?(early|late|further|ahead|behind)|shift(s|ed)? .*\bby one"
            r"|(?<!its )(starts?|begins?|counts?) \w* ?(at|from) [01]\b"
            r"|\bstops (one \w+ )?before the (last|end)\b|\b(inclusive|exclusive|inclusively)\b|strictly",
        ),
        (
            BugKind.MASK,
            r"(?<!number of )\bmask(s|ed|ing)?\b|\bcausal|\bhid(e|es|den)\b|\bthe future\b|\bvisible|attends? to",
        ),
        (
            BugKind.SHAPE,
            r"transpos|reshap|\bpermut|flatten|broadcast|\bshapes?\b|without moving|interleav|\bswaps? .*ax[ei]s",
        ),
        (
            BugKind.AXIS,
            r"\bdim=|\bax[ei]s\b.*\bdim\b|wrong ax[ei]s"
            r"|\b(over|along|across|per|for) (the |all |each |every |its |both |whole |last |first )*"
            r"(ax[ei]s|batch|rows?|columns?|queries|query|keys|channels?|tokens?|sequences?|positions?|heads?|samples?"
            r"|dimensions?|classes|vocabulary|groups?|images?|pixels?|spatial)\b|whole (batch|tensor|image)",
        ),
        (
            BugKind.STATE,
            r"(?<!next )(?<!likely )(?<!optimizer )\bstate\b|\b(old|last) momentum\b"
            r"|running (mean|var|stat|sum|average)|\bcached?\b|\bstep count|\bcounter\b"
            r"|between calls|(previous|earlier|old) (call|value|step|entry)|\bresets?\b|in place(?! of)|moving average",
        ),
        (
            BugKind.DTYPE,
            r"\bb?float(16|32|64)\b|half precision|\bint(16|32|64)\b|\bprecision\b|overflow|underflow|wraps? around"
            r"|\brounds?\b|truncat|\b(to|as|in) integers?\b",
        ),
        (
            BugKind.ORDER,
            r"\b(reverse|reversed|wrong|sorted|another|opposite) order|\bbackwards\b|\btoo (early|late)\b"
            r"|\b(before|after) (it|they|the|each|every|all)\b|\bfirst and\b",
        ),
        (
            BugKind.SCALE,
            r"√|\broots?\b|\bscal(e|es|ed|ing)\b|\bdivid(e|es|ed|ing)\b|\bmultipl|\bfactors?\b|\bnormali[sz]|\btemperature"
            r"|\bhalves (the|only|it)\b",
        ),
    )
)
"""What a mistake is told as, the surest first."""
_OF_SIZE = re.compile(
    r"\baverages?\b|\bmeans?\b|\bsums?\b|variance|standard deviation(?!s)|\bsquared?s?\b|\bhalf (the|of|as)"
    r"|\btwice (the|as|over)|\bhalves\b|\bdoubles?\b",
    re.IGNORECASE,
)
"""Words of a wrong scale, if the edit changes a number, a factor or a reduction: a sum may also stand in the wrong place."""
_RESIZING = frozenset({"*", "/", "//", "**", "*=", "/=", "sqrt", "rsqrt", "pow", "square"}) | frozenset(
    {"mean", "nanmean", "average", "sum", "prod", "std", "var", "norm"}
)
_TOKEN = re.compile(r"(?<=[\w)\]])\.m?T\b|[A-Za-z_]\w*|\d+(?:\.\d+)?|//|\*\*|[-+*/@<>=!~]=?|\S")
_TOKENS: tuple[tuple[BugKind, frozenset[str]], ...] = (
    (BugKind.DETACH, frozenset({"detach", "no_grad", "requires_grad", "requires_grad_"})),
    (BugKind.MASK, frozenset({"masked_fill", "tril", "triu", "mask", "visible", "causal", "future", "hidden"})),
    (
        BugKind.SHAPE,
        frozenset(
            {"transpose", "permute", "reshape", "view", "flatten", "unflatten", "swapaxes", ".T", ".mT", "keepdim"}
        )
        | {"unsqueeze", "squeeze", "repeat_interleave"},
    ),
    (
        BugKind.DTYPE,
        frozenset({"half", "long", "int", "//", "round", "floor", "ceil", "astype", "bfloat16", "float16"})
        | {"float", "double", "float32", "float64"},
    ),
    (BugKind.ORDER, frozenset({"reversed", "flip", "sorted", "sort"})),
)
"""Words of code; a mistake that adds or takes away nothing else is of this kind."""
_AROUND_DETACH = frozenset({"torch", "with"})
_AXIS_GIVEN = re.compile(r"\b(?:dim|axis|dims|axes)=(\([^)]*\)|-?\d+)")


def kind_of(does: str, wrong: str, right: str) -> BugKind:
    """The kind of a mistake that replaces `right` by `wrong`; `does` is what is said of it.

    What the edit shows beyond doubt counts before what is said, and that before what the edit hints at.
    """
    shown = _shown(wrong, right)
    if shown is not None:
        return shown
    for kind, pattern in _WORDS:
        if pattern.search(does):
            return kind
    if _OF_SIZE.search(does) and any(word in _RESIZING or word[0].isdigit() for word in _changed(wrong, right)):
        return BugKind.SCALE
    if not _changed(wrong, right):  # all that stands there belongs there, in another order
        return BugKind.ORDER
    changed = {word for word in _changed(wrong, right) if word in ("//", ".T", ".mT") or word[0].isalpha()}
    if changed == {"//"} and any(word[0].isdigit() for word in _changed(wrong, right)):
        return BugKind.SCALE
    return next((kind for kind, words in _TOKENS[1:] if changed and words >= changed), BugKind.FORMULA)


def _shown(wrong: str, right: str) -> BugKind | None:
    """Where the edit is of one kind and of no other."""
    changed = {word for word in _changed(wrong, right) if word[0].isalpha()}
    if _TOKENS[0][1] & changed and changed <= _TOKENS[0][1] | _AROUND_DETACH:
        return BugKind.DETACH
    if _is_sign_flip(wrong, right) or (not _changed(wrong, right) and _is_difference_turned(wrong, right)):
        return BugKind.SIGN
    if _is_one_off(wrong, right):
        return BugKind.OFF_BY_ONE
    is_same_but_for_axes = _AXIS_GIVEN.sub("", wrong).split() == _AXIS_GIVEN.sub("", right).split()
    return BugKind.AXIS if is_same_but_for_axes and wrong != right else None


def _changed(wrong: str, right: str) -> set[str]:
    """The words and signs that stand more often in one than in the other."""
    ours, theirs = Counter(_TOKEN.findall(wrong)), Counter(_TOKEN.findall(right))
    return set((ours - theirs) + (theirs - ours))


def _is_difference_turned(wrong: str, right: str) -> bool:
    """Whether both sides of one minus are exchanged, and nothing else."""
    ours, theirs = _TOKEN.findall(wrong), _TOKEN.findall(right)
    same = [one == other for one, other in zip(ours, theirs, strict=True)]
    begin, end = same.index(False), len(same) - same[::-1].index(False)
    ours, theirs = ours[begin:end], theirs[begin:end]
    return any(sign == "-" and theirs == [*ours[at + 1 :], "-", *ours[:at]] for at, sign in enumerate(ours))


_SIGNS = str.maketrans("+-<>", "-+><")


def _is_sign_flip(wrong: str, right: str) -> bool:
    """Whether one plus, minus or comparison is turned round, or a minus in front put in or left out, and nothing else."""
    one, other = "".join(wrong.split()), "".join(right.split())
    if one.lstrip("-") == other.lstrip("-"):
        return True
    if one != other and _MINUS_IN_FRONT.sub("", wrong).split() == _MINUS_IN_FRONT.sub("", right).split():
        return True
    if not _is_one_off(wrong, right) and _BOUND.sub("<", one) == _BOUND.sub("<", other):
        return True
    if len(one) != len(other):
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return bool(changed) and all(a.translate(_SIGNS) == b for a, b in changed)


_MINUS_IN_FRONT = re.compile(r"(?:(?<=return )|(?<=[(,] )|(?<=[(=])|(?<== ))-(?=[A-Za-z_(])")
_PLUS_ONE = re.compile(r"(?<=[\w)\]])[+-]1\b")
_BOUND, _OR_EQUAL = re.compile(r"<=|>=|<|>"), re.compile(r"([<>])=")


def _is_one_off(wrong: str, right: str) -> bool:
    """Whether nothing differs but a `+ 1` or `- 1`, or an equals sign in a comparison."""
    one, other = "".join(wrong.split()), "".join(right.split())
    if _PLUS_ONE.sub("", one) == _PLUS_ONE.sub("", other):
        return True
    return one != other and _OR_EQUAL.sub(r"\1", one) == _OR_EQUAL.sub(r"\1", other)
