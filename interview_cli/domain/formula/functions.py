"""The functions that a formula may use, on floats alone: nothing here raises, a domain error is nan, an overflow inf.

Floats only: `9**9**9**9` would otherwise be a whole number that no machine can hold. Imports math only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

Function = Callable[..., float]
Reduction = Callable[[Sequence[float]], float]

MAX_EXACT: Final = 1000  # of a binomial, which overflows soon after
SNAP: Final = 1e-12  # floor(0.29 * 100) is 29: a value this close below a whole number is that number


def _guarded(function: Callable[..., float]) -> Function:
    def safe(*arguments: float) -> float:
        try:
            return function(*arguments)
        except OverflowError:
            return math.inf
        except (ValueError, ZeroDivisionError):
            return math.nan

    return safe


def divide(left: float, right: float) -> float:
    return left / right if right else math.nan


def power(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return math.inf if base > 0 or exponent % 2 == 0 else -math.inf
    except ValueError:
        return math.nan


def floor(x: float) -> float:
    return (x + SNAP * max(1.0, abs(x))) // 1.0


def ceil(x: float) -> float:
    return -floor(-x)


def binomial(n: float, k: float) -> float:
    """How many subsets of size k a set of n has; between whole numbers by the gamma function."""
    try:
        if n >= 0 and k >= 0 and n.is_integer() and k.is_integer():
            return float(math.comb(int(n), int(k))) if n <= MAX_EXACT else math.inf
        return math.gamma(n + 1) / (math.gamma(k + 1) * math.gamma(n - k + 1))
    except OverflowError:
        return math.inf
    except (ValueError, ZeroDivisionError):
        return math.nan


def floor_divide(left: float, right: float) -> float:
    return floor(divide(left, right))


def remainder(left: float, right: float) -> float:
    return left - right * floor_divide(left, right)


def sigmoid(x: float) -> float:
    tail = math.exp(-abs(x))
    return 1 / (1 + tail) if x >= 0 else tail / (1 + tail)


def softplus(x: float) -> float:
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def logsigmoid(x: float) -> float:
    return -softplus(-x)


def silu(x: float) -> float:
    return _gated(x, sigmoid(x))


def gelu(x: float) -> float:
    """x times the standard normal distribution function at x, not its approximation by tanh."""
    return _gated(x, normal_cdf(x))


def normal_cdf(x: float) -> float:
    return math.erfc(-x / math.sqrt(2)) / 2


def _gated(x: float, gate: float) -> float:
    return 0.0 if x == -math.inf else x * gate


def sinh(x: float) -> float:
    return -_cosh_tail(-x) if x < 0 else _cosh_tail(x)


def _cosh_tail(x: float) -> float:
    try:
        return math.sinh(x)
    except OverflowError:
        return math.inf


def less(left: float, right: float) -> float:
    return math.nan if math.isnan(left) or math.isnan(right) else float(left < right)


def at_most(left: float, right: float) -> float:
    return math.nan if math.isnan(left) or math.isnan(right) else float(left <= right)


def where(condition: float, then: float, otherwise: float) -> float:
    """`then` or `otherwise`, as the condition is 1 or 0: what is not chosen may be nan."""
    if math.isnan(condition):
        return math.nan
    return then if condition else otherwise


def largest(*values: float) -> float:
    return math.nan if any(map(math.isnan, values)) else max(values)


def smallest(*values: float) -> float:
    return math.nan if any(map(math.isnan, values)) else min(values)


def mean(values: Sequence[float]) -> float:
    return divide(sum(values), len(values))


def variance(values: Sequence[float]) -> float:
    """The population variance: divided by the number of entries."""
    centre = mean(values)
    return mean([(value - centre) * (value - centre) for value in values])


def standard_deviation(values: Sequence[float]) -> float:
    return FUNCTIONS["sqrt"](variance(values))


def norm(values: Sequence[float]) -> float:
    return FUNCTIONS["sqrt"](sum(value * value for value in values))


def log_sum_exp(values: Sequence[float]) -> float:
    peak = largest(*values)
    if not math.isfinite(peak):
        return peak
    return peak + math.log(sum(math.exp(value - peak) for value in values))


FUNCTIONS: Final[Mapping[str, Function]] = {
    "Phi": normal_cdf,
    "abs": abs,
    "acos": _guarded(math.acos),
    "asin": _guarded(math.asin),
    "at_most": at_most,
    "atan": math.atan,
    "atanh": _guarded(math.atanh),
    "binom": binomial,
    "ceil": ceil,
    "cos": _guarded(math.cos),
    "cosh": _guarded(math.cosh),
    "cot": _guarded(lambda x: math.cos(x) / math.sin(x)),
    "erf": math.erf,
    "erfc": math.erfc,
    "exp": _guarded(math.exp),
    "exp2": _guarded(lambda x: math.pow(2.0, x)),
    "expm1": _guarded(math.expm1),
    "floor": floor,
    "gelu": gelu,
    "less": less,
    "log": _guarded(math.log),
    "log10": _guarded(math.log10),
    "log1p": _guarded(math.log1p),
    "log2": _guarded(math.log2),
    "logit": _guarded(lambda x: math.log(x) - math.log1p(-x)),
    "logsigmoid": logsigmoid,
    "max": largest,
    "min": smallest,
    "relu": lambda x: largest(x, 0.0),
    "round": _guarded(lambda x: float(round(x))),
    "sigmoid": sigmoid,
    "sign": lambda x: x if math.isnan(x) else float((x > 0) - (x < 0)),
    "silu": silu,
    "sin": _guarded(math.sin),
    "sinh": sinh,
    "softplus": softplus,
    "sqrt": _guarded(math.sqrt),
    "tan": _guarded(math.tan),
    "tanh": math.tanh,
    "where": where,
}

ARGUMENTS: Final[Mapping[str, int]] = {
    "at_most": 2,
    "binom": 2,
    "less": 2,
    "where": 3,
}  # of all others 1; max and min take more

REDUCTIONS: Final[Mapping[str, Reduction]] = {
    "sum": sum,
    "mean": mean,
    "std": standard_deviation,
    "var": variance,
    "max": lambda values: largest(*values),
    "min": lambda values: smallest(*values),
    "prod": math.prod,
    "norm": norm,
    "logsumexp": log_sum_exp,
}

OPERATORS: Final[Mapping[str, Callable[[float, float], float]]] = {
    "/": divide,
    "//": floor_divide,
    "%": remainder,
    "^": power,
}
