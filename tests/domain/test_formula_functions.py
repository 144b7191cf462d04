"""Activations and sums of exponentials, under the names that people type, are functions of an answer."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.formula import FormulaError, Symbol, compare, evaluate, parse, read, write

SYMBOLS = (
    Symbol("x", "real"),
    Symbol("b", "positive"),
    Symbol("z", "real", over="i"),
    Symbol("N", "length", over="i"),
)
VALUES: dict[str, float | Sequence[float]] = {"x": -0.7, "b": 1.5, "z": (0.3, -1.2, 2.0)}
SIGMOID = 1 / (1 + math.exp(0.7))
GELU = -0.7 * (1 + math.erf(-0.7 / math.sqrt(2))) / 2
LOG_SUM_EXP = math.log(math.exp(0.3) + math.exp(-1.2) + math.exp(2.0))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sigmoid(x)", SIGMOID),
        ("Sigmoid(x)", SIGMOID),
        ("scipy.special.expit(x)", SIGMOID),
        ("x.sigmoid()", SIGMOID),
        ("silu(x)", -0.7 * SIGMOID),
        ("SiLU(x)", -0.7 * SIGMOID),
        ("swish(x)", -0.7 * SIGMOID),
        ("jax.nn.swish(x)", -0.7 * SIGMOID),
        ("torch.nn.functional.silu(x)", -0.7 * SIGMOID),
        (r"\operatorname{SiLU}(x)", -0.7 * SIGMOID),
        ("b silu(x)", -1.05 * SIGMOID),
        ("bsilu(x)", -1.05 * SIGMOID),
        ("gelu(x)", GELU),
        ("F.gelu(x)", GELU),
        (r"\mathrm{GELU}(x)", GELU),
        (r"x\,\Phi(x)", GELU),
        ("x Φ(x)", GELU),
        ("softplus(-x)", math.log1p(math.exp(0.7))),
        (r"\operatorname{softplus}(x)", math.log1p(math.exp(-0.7))),
        ("relu(x) + relu(-x)", 0.7),
        (r"\mathrm{ReLU}(b)", 1.5),
        ("ReLU(b)^2", 2.25),
        ("logsumexp(z)", LOG_SUM_EXP),
        ("logsumexp(z_j)", LOG_SUM_EXP),
        ("torch.logsumexp(z, dim=-1)", LOG_SUM_EXP),
        ("torch.logsumexp(z, -1)", LOG_SUM_EXP),
        ("z.logsumexp(0)", LOG_SUM_EXP),
        ("z.sum(-1)", 1.1),
        ("logsumexp(x, b)", math.log(math.exp(-0.7) + math.exp(1.5))),
        ("logsumexp(x, b, 0)", math.log(math.exp(-0.7) + math.exp(1.5) + 1)),
        ("logaddexp(x, 0)", math.log(math.exp(-0.7) + 1)),
        ("exp(log_softmax(z)).sum()", 1.0),
        ("asin(sin(x)) + acos(cos(b)) + atan(tan(x)) + atanh(tanh(x))", -0.6),
        ("erf(x) + erfc(x)", 1.0),
        ("sgn(x) * np.absolute(x)", -0.7),
        ("np.divide(np.subtract(x, b), b)", -2.2 / 1.5),
        ("where(x < 0 < b, x, b)", -0.7),
        ("mean(logaddexp(z, 0))", sum(math.log(math.exp(z) + 1) for z in (0.3, -1.2, 2.0)) / 3),
        ("mean(max(z, 0))", 2.3 / 3),
        ("comb(6, 2)", 15.0),
        ("math.comb(6, 2)", 15.0),
        (r"\binom{6}{2}", 15.0),
        (r"\binom62", 15.0),
        (r"\tbinom{6}{7} + b", 1.5),
        (r"\binom{b + 0.5}{1}", 2.0),
        (r"\binom b1", 1.5),
        ("mean(silu(z))", sum(z / (1 + math.exp(-z)) for z in (0.3, -1.2, 2.0)) / 3),
    ],
)
def test_a_function_is_known_under_the_names_that_people_type(text: str, value: float) -> None:
    expression = read(text, SYMBOLS)
    assert evaluate(expression, VALUES) == pytest.approx(value, rel=1e-12)
    assert read(write(expression, SYMBOLS), SYMBOLS) == expression


@pytest.mark.parametrize(
    ("reference", "answer", "outcome"),
    [
        ("x*sigmoid(x)", "silu(x)", "equal"),
        ("x/(1+exp(-x))", "swish(x)", "equal"),
        ("x/2*(1+erf(x/sqrt(2)))", "gelu(x)", "equal"),
        ("gelu(x)", r"\frac{x}{2}\left(1+\operatorname{erf}\frac{x}{\sqrt2}\right)", "equal"),
        ("gelu(x)", "x + gelu(-x)", "equal"),
        ("silu(x)", "x + silu(-x)", "equal"),
        ("relu(x)", "(x + |x|)/2", "equal"),
        ("log(sum(exp(z)))", "logsumexp(z)", "equal"),
        ("gelu(x)", "0.5*x*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))", "different"),
        ("gelu(x)", "x*sigmoid(1.702*x)", "different"),
        ("gelu(x)", "silu(x)", "different"),
        ("silu(x)", "sigmoid(x)", "different"),
        ("silu(x)", "relu(x)", "different"),
        ("softplus(x)", "relu(x)", "different"),
        ("logsumexp(z)", "log(mean(exp(z)))", "different"),
        ("b*(b - 1)/2", r"\binom{b}{2}", "equal"),
        ("b*(b - 1)/2", r"\binom{b + 1}{2}", "different"),
    ],
)
def test_a_function_is_compared_by_its_values(reference: str, answer: str, outcome: str) -> None:
    """GELU is the exact one, by the error function: its approximations are other functions."""
    assert compare(parse(reference, SYMBOLS), read(answer, SYMBOLS), SYMBOLS).outcome == outcome


@pytest.mark.parametrize("text", ["exp()", "relu()", "nn.SiLU()(x)", "silu(x, b)", "max()", "logsumexp()"])
def test_a_wrong_number_of_arguments_is_said(text: str) -> None:
    with pytest.raises(FormulaError, match=r"doesn't take \d arguments"):
        read(text, SYMBOLS)


@given(
    name=st.sampled_from(["silu", "gelu", "softplus", "sigmoid", "relu", "Phi", "logsigmoid"]),
    x=st.floats(-1e300, 1e300),
)
def test_an_activation_has_a_value_everywhere(name: str, x: float) -> None:
    value = evaluate(parse(f"{name}(x)", SYMBOLS), {"x": x})
    assert math.isfinite(value)
    assert value <= max(x, 0) + 1


@pytest.mark.parametrize("name", ["silu", "gelu", "relu", "softplus"])
@pytest.mark.parametrize(("x", "value"), [("exp(1000)", math.inf), ("-exp(1000)", 0.0), ("sqrt(-1)", math.nan)])
def test_an_activation_of_what_overflows_is_its_limit_and_of_nothing_nothing(name: str, x: str, value: float) -> None:
    assert evaluate(parse(f"{name}({x})", ()), {}) == pytest.approx(value, nan_ok=True)


def test_a_symbol_of_that_name_comes_first() -> None:
    swish = (Symbol("swish", "real"), Symbol("Phi", "real"))
    assert evaluate(read("2 swish + Phi", swish), {"swish": 3.0, "Phi": 1.0}) == 7.0
