"""A formula is written as LaTeX that our own reader takes back."""

from __future__ import annotations

import pytest

from interview_cli.domain import formula
from interview_cli.domain.formula import Symbol
from interview_cli.domain.formula.latex import latex

SYMBOLS = (
    Symbol("abar_t", "unit", latex=(r"\bar\alpha_t",)),
    Symbol("x0", "real"),
    Symbol("sigma_t", "positive"),
    Symbol("n", "integer"),
    Symbol("z", "real", over="i"),
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sqrt(abar_t)*x0", r"\sqrt{\bar\alpha_t} \, x_{0}"),
        ("(1-abar_t)/abar_t", r"\frac{1 - \bar\alpha_t}{\bar\alpha_t}"),
        ("2*(x0+1)^2", r"2 \cdot (x_{0} + 1)^{2}"),
        ("exp(-sigma_t/2)", r"\exp\left(-\frac{\sigma_{t}}{2}\right)"),
        ("floor(n/2) + abs(x0)", r"\lfloor \frac{n}{2} \rfloor + \left|x_{0}\right|"),
        ("-x0*(n % 3)", r"-x_{0} \cdot (n \bmod 3)"),
        ("binom(n, 2)/2", r"\frac{\binom{n}{2}}{2}"),
        ("log(sigma_t) - sigmoid(x0)", r"\log(\sigma_{t}) - \operatorname{sigmoid}(x_{0})"),
    ],
)
def test_it_is_written_with_fractions_roots_and_the_spellings_of_its_symbols(typed: str, written: str) -> None:
    parsed = formula.parse(typed, SYMBOLS)
    assert latex(parsed, SYMBOLS) == written
    if "%" not in typed:  # nobody types a remainder in LaTeX
        assert formula.compare(parsed, formula.read(written, SYMBOLS), SYMBOLS).outcome == "equal"
