"""Formulas: what people type is read, evaluated and compared, and nothing that they type can do anything else."""

from __future__ import annotations

import ast
import math
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import interview_cli.domain.formula as formula
from interview_cli.domain.formula import (
    Expression,
    FormulaError,
    Symbol,
    compare,
    evaluate,
    free_symbols,
    parameter_symbols,
    parse,
    read,
    shared_spellings,
    write,
)
from tests.domain.formula_answers import ABAR, EPS, ITEMS, X_T, Item

ANSWERS = [
    pytest.param(item, answer, outcome, id=f"{item.name}: {answer}")
    for item in ITEMS
    for outcome, answers in (("equal", (item.reference, *item.right)), ("different", item.wrong))
    for answer in answers
]

DDPM = (X_T, EPS, ABAR)
REALS = tuple(Symbol(name, "real") for name in ("x", "y", "t"))
VECTORS = (Symbol("z", "real", over="j"), Symbol("a", "real", over="k"), Symbol("N", "length", over="j"))
NUMBERS = {"x": 3.0, "y": 2.0, "t": 0.5}


@pytest.mark.parametrize(("item", "answer", "outcome"), ANSWERS)
def test_a_right_answer_is_equal_and_a_wrong_one_different(item: Item, answer: str, outcome: str) -> None:
    reference = parse(item.reference, item.symbols)
    assert compare(reference, read(answer, item.symbols), item.symbols).outcome == outcome


@pytest.mark.parametrize(("item", "answer"), [(item, item.right[0]) for item in ITEMS], ids=[i.name for i in ITEMS])
def test_the_verdict_does_not_hang_on_the_seed(item: Item, answer: str) -> None:
    reference, given_answer = parse(item.reference, item.symbols), read(answer, item.symbols)
    outcomes = {compare(reference, given_answer, item.symbols, seed=seed).outcome for seed in range(1, 6)}
    assert outcomes == {"equal"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2x", 6.0),
        ("2xy", 12.0),
        ("x y", 6.0),
        ("x(y+1)", 9.0),
        ("(x)(y)", 6.0),
        ("-x^2", -9.0),
        ("x^-1", 1 / 3),
        ("2^x^y", 512.0),
        ("2**-y", 0.25),
        ("x/y*t", 0.75),
        ("1/2x", 1.5),
        (r"\frac12 x", 1.5),
        (r"\frac x{y}", 1.5),
        (r"\sqrt[3]{27}", 3.0),
        (r"\sqrt2^2", 2.0),
        ("√(x+1)", 2.0),
        ("x²", 9.0),
        ("x⁻¹", 1 / 3),
        ("xᵗ⁺¹", 3.0**1.5),
        ("¾", 0.75),
        ("|x - 5|", 2.0),
        ("2|x-5|y", 8.0),
        (r"\left|\,|x|-5\right|", 2.0),
        ("|x - |y - 5||", 0.0),
        ("‖x‖", 3.0),
        ("log x", math.log(3)),
        ("ln(x)", math.log(3)),
        (r"\log x y", math.log(6)),
        (r"\log x + y", math.log(3) + 2),
        (r"\log(x) y", 2 * math.log(3)),
        (r"\log_2 8", 3.0),
        (r"\log_{10} 100", 2.0),
        (r"\log_x 9", 2.0),
        ("log2(8)", 3.0),
        (r"\sin^2 x + \cos^2 x", 1.0),
        ("exp -x", math.exp(-3)),
        ("e^{-x}", math.exp(-3)),
        ("te^x", 0.5 * math.exp(3)),
        ("2πt", math.pi),
        ("np.exp(x)", math.exp(3)),
        ("torch.nn.functional.softplus(x)", math.log1p(math.exp(3))),
        ("x.pow(2).sqrt()", 3.0),
        ("math.pi * y", 2 * math.pi),
        ("sigma(x)", 1 / (1 + math.exp(-3))),
        (r"\sigma\left(x\right)", 1 / (1 + math.exp(-3))),
        ("relu(-x)", 0.0),
        ("max(x, y, 7)", 7.0),
        (r"\max\{x, y\}", 3.0),
        ("clip(x, 0, 1)", 1.0),
        ("x // y", 1.0),
        ("x % y", 1.0),
        ("floor(0.29 * 100)", 29.0),
        ("ceil(1.1 * 10)", 11.0),
        ("⌈x/y⌉", 2.0),
        ("round(x/4)", 1.0),
        ("1e-3 * x", 0.003),
        (".5x", 1.5),
        ("x = x + 1", 4.0),
        ("L = (x+1)^2 = x^2 + 2x + 1", 16.0),
        ("(x+1)^2 = L", 16.0),
        ("2x == L", 6.0),
        (r"L \approx 2x", 6.0),
        (r"x \leftarrow x - t y", 2.0),
        ("x <- x - t y", 2.0),
        (r"\nabla_x \log p_t(x) = x", 3.0),
        (r"-\log p(x) = x", 3.0),
        (r"\frac{\partial L}{\partial x} = x", 3.0),
        ("dx/dt = x", 3.0),
        (r"\begin{aligned} L &= x \\ &= \frac{2x}{2} \end{aligned}", 3.0),
        ("x if x > 0 else y", 3.0),
        ("1 if x < 0 else x if y > 5 else t", 0.5),
        ("np.where(x > y, x, log(-x))", 3.0),
        (r"\begin{cases} y, & \text{if } x < 0 \\ x, & 0 \le x < 4 \\ t & \text{otherwise.} \end{cases}", 3.0),
        ("(x > y)*x", 3.0),
        (r"\mathbb{1}[x \ge 4] x", 0.0),
        ("[y - x]_+", 0.0),
        (r"\sum_{k=0}^{x} t^k", 1.875),
        (r"\prod_{i=1}^{x} (1 + i)", 24.0),
        (r"\sum_{i=1}^{3} x", 9.0),
        (r"\sum_{i=2}^{1} i", 0.0),
        (r"\lfloor x/4 \rceil", 1.0),
        ("torch.lerp(x, y, t)", 2.5),
        ("np.hypot(x, 4)", 5.0),
        ("torch.clamp(x, min=0, max=1)", 1.0),
        ("x.clamp(max=1)", 1.0),
        ("np.linalg.norm(x)", 3.0),
        ("torch.add(x, torch.mul(y, t))", 4.0),
        (r"\cot(x) \tan x", 1.0),
        ("logit(t)", 0.0),
        ("np.exp2(x)", 8.0),
        (r"\boxed{x}", 3.0),
        (r"{x \over y + 1}", 1.0),
        (r"\left. x \right.", 3.0),
        (r"x \hspace{2pt} y", 6.0),
        ("`x`", 3.0),
        ("return x", 3.0),
        ("x  # the clean image", 3.0),
        (r"x \tag{3}", 3.0),
        ("loss = x·y", 6.0),
        (r"\mathcal{L}_{\text{total}}(\theta) := x", 3.0),
        ("$x$.", 3.0),
        ("𝑥 + 𝐲", 5.0),
    ],
)
def test_people_write_one_thing_in_many_ways(text: str, value: float) -> None:
    assert evaluate(read(text, REALS), NUMBERS) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "alpha_bar_t",
        "alphabar_t",
        "abar_t",
        r"\bar\alpha_t",
        r"\bar{\alpha}_{t}",
        r"\overline{\alpha}_t",
        r"\bar{\alpha_t}",
        "ᾱ_t",
        "ᾱₜ",
        "α̅ₜ",
        "alpha_bar_t_*2",
        "2*alpha_bar_t_",
        "alphas_cumprod[t]",
        "alpha_cumprod_t",
        r"\bar\alpha",
        "abar",
    ],
)
def test_a_symbol_answers_to_all_its_spellings(text: str) -> None:
    assert free_symbols(read(text, DDPM)) == {"abar_t"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sum(z)", 6.0),
        (r"\sum_{i=1}^{N} z_i", 6.0),
        ("∑ⱼ zⱼ²", 14.0),
        (r"\sum_{j=0}^{N-1} z_j", 6.0),
        (r"\sum_{j=0}^{K} z_j", 6.0),
        (r"\sum_{j=1}^{n} z_j", 6.0),
        (r"\sum_{j \in B} z_j", 6.0),
        (r"\sum_j z_j \cdot 2 + 1", 13.0),
        ("sum(z)^2", 36.0),
        ("z.mean()", 2.0),
        ("np.mean(z, axis=-1)", 2.0),
        ("var(z)", 2 / 3),
        ("std(z)^2", 2 / 3),
        (r"\max_j z_j - \min_j z_j", 2.0),
        ("max(z)", 3.0),
        (r"\prod_j z_j", 6.0),
        (r"\|z\|^2", 14.0),
        ("sum(z*a)", 6.0 * 9.0),
        (r"\sum_j \sum_k z_j a_k", 6.0 * 9.0),
        (r"\sum_j 2", 6.0),
        ("logsumexp(z)", math.log(sum(map(math.exp, (1, 2, 3))))),
        ("sum(z)/N", 2.0),
        ("z @ z", 14.0),
        (r"z^\top z", 14.0),
        ("2 z.T @ z", 28.0),
        ("z z^T", 14.0),
        ("np.dot(z, z)", 14.0),
        (r"\langle z, z \rangle", 14.0),
        ("z @ z @ N", 42.0),
        (r"\|z\|_2^2", 14.0),
        (r"\|z\|_1", 6.0),
        (r"\|z\|_\infty", 3.0),
        (r"\mathbb{E}[z^2] - E[z]^2", 2 / 3),
        (r"\operatorname{Var}[z]", 2 / 3),
        (r"\mathbb{E}_j[z_j^2] - \mathbb{E}_j[z_j]^2", 2 / 3),
        (r"\mathbb{E}_{j}[z_j] N", 6.0),
        ("mean_j(z_j)^2", 4.0),
        (r"\max_j(z_j)^2 - \max_j z_j^2", 0.0),
        (r"\min_j(-z_j)^2", 9.0),
        (r"\sum_j (z_j)^2", 14.0),
        (r"\mathbb{E}_z[z]", 14.0),
        (r"\mathbb{E}_{y \sim z}[z^2]", 36.0),
        ("torch.std(z, unbiased=False)^2", 2 / 3),
        (r"\mathrm{mean}(\{z_1, z_2, \dots, z_N\})", 2.0),
        ("mean(z_1, ..., z_N)", 2.0),
        (r"\max(\{z_j\}_{j=1}^N)", 3.0),
        ("sum(softmax(z))", 1.0),
        (r"\sum_k z_k \cdot \mathrm{softmax}(0 z)_k", 2.0),
    ],
)
def test_a_vector_is_reduced_by_its_index(text: str, value: float) -> None:
    values: dict[str, float | list[float]] = {"z": [1.0, 2.0, 3.0], "a": [4.0, 5.0], "N": 3}
    assert evaluate(read(text, VECTORS), values) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text", [r"\alpha_t'", r"\alpha'_t", r"\alpha_t^\prime", r"\alpha_{t}^{\prime}", "alpha_t'", "α'ₜ", "alpha_t_prime"]
)
def test_a_prime_may_stand_anywhere_behind_its_letter(text: str) -> None:
    symbols = (Symbol("dalpha", "real", latex=(r"\alpha_t'",)), Symbol("alpha_t", "unit"))
    assert free_symbols(read(text, symbols)) == {"dalpha"}


@pytest.mark.parametrize("text", ["abar[t-1]", "alpha_bar[t - 1]", r"\bar\alpha_{t-1}", "abar_prev"])
def test_brackets_hold_an_index(text: str) -> None:
    symbols = (ABAR, Symbol("abar_prev", "unit", latex=(r"\bar\alpha_{t-1}",), above="abar_t"))
    assert free_symbols(read(text, symbols)) == {"abar_prev"}


@pytest.mark.parametrize("letter", "ABDEGHIJKLMNOPRTUVW")
def test_a_raised_capital_is_a_power(letter: str) -> None:
    raised = unicodedata.lookup(f"MODIFIER LETTER CAPITAL {letter}")
    symbols = (Symbol("p", "real"), Symbol(letter, "real"))
    assert evaluate(read(f"p{raised}", symbols), {"p": 2.0, letter: 3.0}) == 8.0


def test_a_time_may_go_without_saying_only_where_one_symbol_can_be_meant() -> None:
    levels = (ABAR, Symbol("abar_s", "unit", above="abar_t"))
    for text, symbols in (("abar", levels), ("alpha", (ABAR,)), ("x", (X_T,))):
        with pytest.raises(FormulaError, match="is unknown"):
            read(text, symbols)


@pytest.mark.parametrize(
    ("text", "value"),
    [(r"\sigma", 2.0), (r"\sigma(0)", 0.5), (r"\sigma x", 6.0), (r"\sigma_t(x)", 6.0), ("pi", math.pi)],
)
def test_a_name_without_its_time_is_neither_the_sigmoid_nor_the_number(text: str, value: float) -> None:
    symbols = (Symbol("sigma_t", "positive"), Symbol("pi_t", "unit"), Symbol("x", "real"))
    assert evaluate(read(text, symbols), {"sigma_t": 2.0, "pi_t": 0.25, "x": 3.0}) == value


@pytest.mark.parametrize(("text", "value"), [("2ηmin", 4.0), ("2 εθ", 10.0), ("εθ(xₜ, t)", 5.0), ("ηx", 21.0)])
def test_a_subscript_may_stand_on_the_line_where_only_that_makes_a_name(text: str, value: float) -> None:
    symbols = (
        Symbol("eta_min", "real"),
        Symbol("eps", "real", latex=(r"\epsilon_\theta(x_t,t)",)),
        Symbol("eta", "real"),
        Symbol("x", "real"),
    )
    values = {"eta_min": 2.0, "eps": 5.0, "eta": 7.0, "x": 3.0}
    assert evaluate(read(text, symbols), values) == value


def test_a_phrase_of_a_vector_takes_any_index() -> None:
    """Declared as `\\log\\pi_j`, a vector is also `\\log\\pi_k`, and bare `\\log\\pi`."""
    symbols = (Symbol("l", "real", over="j", latex=(r"\log\pi_j",)),)
    values = {"l": [1.0, 2.0]}
    assert [
        evaluate(read(text, symbols), values) for text in (r"\sum_k \log\pi_k", r"sum(\log\pi)", r"\sum_j \log\pi_j")
    ] == [3.0, 3.0, 3.0]


def test_a_sum_over_another_index_is_not_the_sum_over_this_one() -> None:
    symbols = (Symbol("z", "real", over="i"), Symbol("N", "length", over="i"))
    reference = parse("z/sum(z)", symbols)
    outcomes = [
        compare(reference, read(t, symbols), symbols).outcome for t in ("z_i/sum_j z_j", "z_i/sum_i z_i", "z/sum_j z")
    ]
    assert outcomes == ["equal", "equal", "equal"]
    with pytest.raises(FormulaError, match="no index"):
        read("z_i/sum_j z_i", symbols)


PREDICTION = (Symbol("e", "real", latex=(r"\epsilon_\theta(x_t,t)",)), Symbol("x_t", "real"), Symbol("a", "real"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"2\epsilon_\theta(x_t, t)", 4.0),
        (r"2\epsilon_\theta", 4.0),
        (r"2\epsilon_{\theta}(x_t)", 4.0),
        (r"2\epsilon_\theta(x_t, t, c)", 4.0),
        ("2 ε_θ(xₜ, t)", 4.0),
        (r"\epsilon_\theta(1 - a)", -8.0),
        ("a(x_t)", 15.0),
    ],
)
def test_a_symbol_with_arguments_goes_without_or_with_others(text: str, value: float) -> None:
    assert evaluate(read(text, PREDICTION), {"e": 2.0, "x_t": 3.0, "a": 5.0}) == value


def test_what_two_symbols_claim_is_neither_s() -> None:
    symbols = (Symbol("a", "real", also=("q", "b")), Symbol("b", "real", also=("q",)))
    assert shared_spellings(symbols) == [("b", "a", "b"), ("q", "a", "b")]
    assert free_symbols(read("b", symbols)) == {"b"}
    with pytest.raises(FormulaError, match="the name 'q' is unknown"):
        read("q", symbols)


def test_arguments_tell_symbols_of_one_letter_apart() -> None:
    symbols = (Symbol("v", "real", latex=("V(s_t)",)), Symbol("w", "real", latex=("V(s_{t+1})",)))
    assert evaluate(read("V(s_{t+1}) - V(s_t)", symbols), {"v": 1.0, "w": 3.0}) == 2.0
    with pytest.raises(FormulaError, match="the name 'V' is unknown"):
        read("V", symbols)


def test_sigma_is_the_sigmoid_only_where_it_is_no_symbol() -> None:
    symbols = (Symbol("sigma", "positive"), Symbol("x", "real"))
    assert evaluate(read(r"\sigma(x)", symbols), {"sigma": 2.0, "x": 3.0}) == 6.0


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("", "it's empty", None),
        ("x +", "the formula ends too early", 4),
        ("(x + 1", "a ) is missing", 7),
        ("x)", "')' isn't allowed here", 2),
        ("2 3", "'3' isn't allowed here", 3),
        ("x + foo(2)", "the name 'foo' is unknown; use x, y, t", 5),
        ("2txq", "the name 'txq' is unknown; use x, y, t", 2),
        ("x + ", "the formula ends too early", 4),
        (r"\frac{x}{y", "this { is never closed", 9),
        ("x}", "this } has no matching {", 2),
        ("sqrt(x, y)", "sqrt doesn't take 2 arguments", 1),
        ("x = y = t", "the two sides of the = aren't equal: type one formula", 1),
        ("2L = x", "the left side of the = isn't a plain name: type only the right-hand side", 1),
        ("L/2 = x", "the left side of the = isn't a plain name: type only the right-hand side", 1),
        (r"\frac{L}{2} = x", "the left side of the = isn't a plain name: type only the right-hand side", 1),
        (r"\sqrt{L} = x", "the left side of the = isn't a plain name: type only the right-hand side", 1),
        ("-L = x", "the left side of the = isn't a plain name: type only the right-hand side", 1),
        ("= x", "there's nothing left of the =", 1),
        ("x + 1 = y", "the left side of the = isn't a plain name: type only the right-hand side", 1),
        ("x =", "there's nothing right of the =", 4),
        ("sum(x)", "'sum' has no index to run over", 1),
        ("E[x]", "the expectation has nothing to average over: write its value", 1),
        ("x_{max}", "'x' doesn't have this subscript here", 2),
        ("1e400", "1e400 is too large", 1),
        ("(" * 100 + "x" + ")" * 100, "brackets are nested more than 60 deep", 62),
        ("x" * 1001, "it's longer than 1000 characters", None),
        ("{" * 101 + "}" * 101, "braces are nested more than 100 deep", 101),
        ("x" + "/x" * 450, "too many nested divisions or powers", None),
        ("sum(z-" * 12 + "z" + ")" * 12, "this takes too long to compute: write it shorter", None),
        (r"\sum_{j=1}^{N-1} z_j", "a sum always covers all entries here: write out a partial sum", 13),
        (r"\sum_{j=2}^N z_j", "a sum always covers all entries here: write out a partial sum", 12),
        (r"\sum_{j=0}^N z_j", "a sum always covers all entries here: write out a partial sum", 12),
        (r"\sum_{j=1}^{N+1} z_j", "a sum always covers all entries here: write out a partial sum", 13),
        (r"\sum_{j=t}^{T} z_j", "a sum always covers all entries here: write out a partial sum", 13),
        (r"\sum_{j=2} z_j", "a sum always covers all entries here: write out a partial sum", 7),
        (r"\sum_{k=0} x^k", r"the index of '\\sum' can't be read", 5),
        (r"\sum_j z_j j", r"the index of '\\sum' can't be read", 5),
        (r"\sum_i z_j", r"'\\sum' has no index to run over", 1),
        ("std(z, ddof=1)", "var and std divide by the number of entries here: write out any other divisor", 8),
        (r"\|z\|_3", r"this norm is unknown: use 1, 2 or \infty", 6),
        ("where(x, x, 0)", "a condition is missing, such as x > 0", 8),
        ("x if x > 0", "an else is missing", 11),
        (r"\begin{cases} x \\ y & x > 0 \end{cases}", r"'\\\\' isn't allowed here", 17),
        (r"\sum_{i=1}^{2} \sum_{k=1}^{3} i k", "this takes too long to compute: write it shorter", None),
        (r"\sum_{j \neq i} x", "a sum always covers all entries here: write out a partial sum", 9),
    ],
)
def test_an_error_says_what_is_not_understood_and_where(text: str, message: str, column: int | None) -> None:
    with pytest.raises(FormulaError) as error:
        read(text, VECTORS if "z" in text else REALS)
    assert (error.value.message, error.value.column) == (message, column)


@pytest.mark.parametrize("text", ["2xy", "y = x", "x."])
def test_the_bank_is_read_strictly(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text, REALS)


@pytest.mark.parametrize(
    ("symbols", "message"),
    [
        ((Symbol("x_t", "real"), Symbol("xt", "real")), "x_t and xt have a spelling in common"),
        ((Symbol("g(t)", "real"),), "g(t) is no name: put other spellings under `latex` or `also`"),
    ],
)
def test_spellings_must_tell_symbols_apart(symbols: tuple[Symbol, ...], message: str) -> None:
    with pytest.raises(FormulaError) as error:
        parse("1", symbols)
    assert error.value.message == message


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (r"\frac{x-\sqrt{1-t}\,y}{\sqrt{t}}", "(x - sqrt(1 - t)*y)/sqrt(t)"),
        ("((x))*((y)+(1))", "x*(y + 1)"),
        ("x-(y-t)", "x - (y - t)"),
        ("x/(y*t)", "x/(y*t)"),
        ("(x^y)^t", "(x^y)^t"),
        ("x^(-1/2)", "x^(-1/2)"),
        ("-x*y", "-x*y"),
        ("clip(x, 0, 1)", "min(max(x, 0), 1)"),
        ("x*(y//t)", "x*(y // t)"),
        ("x if y >= t else 0", "where((t <= y), x, 0)"),
        (r"2\sum_{k=0}^{9} t^k", "2*(sum_{k=0}^{9}(t^k))"),
        (r"\log\sigma(x)", "log(sigmoid(x))"),
    ],
)
def test_what_was_read_is_written_in_one_line(text: str, written: str) -> None:
    assert write(read(text, REALS), REALS) == written


@pytest.mark.parametrize(
    ("reference", "answer", "difference"),
    [
        ("x - y", "y - x", "has the opposite sign"),
        ("x*y", "2*x*y", "is off by a constant factor of 2"),
        ("x*y", "x*y/8", "is off by a constant factor of 1/8"),
        ("x", "x/sqrt(2)", "is off by a constant factor of 0.7071"),
        ("x - 1", "x", "is off by a constant offset of +1"),
        ("x*y + t", "x + t", "doesn't use y"),
        ("x", "exp(log(x))", "isn't a real number, but the right answer is, for example at x = "),
        ("x", "|x|", "differs, for example at x = "),
    ],
)
def test_a_difference_has_a_name(reference: str, answer: str, difference: str) -> None:
    found = compare(parse(reference, REALS), read(answer, REALS), REALS).difference
    assert (found or "").startswith(difference)


SLIGHT = [
    ("1-(1-a)", "a", "equal"),
    ("(1+a)*(1-a)", "1-a^2", "equal"),
    ("log(1+exp(a))", "softplus(a)", "equal"),
    ("1-sigmoid(n)", "sigmoid(-n)", "equal"),
    ("(exp(a)-exp(-a))/2", "sinh(a)", "equal"),
    ("log(exp(n)+exp(a))", "n+log1p(exp(a-n))", "equal"),
    ("sqrt(a+1)-sqrt(a)", "1/(sqrt(a+1)+sqrt(a))", "equal"),
    ("(a+10000000)-10000000", "a", "equal"),
    ("a", "a+1e-6", "different"),
    ("sqrt(a)", "sqrt(a+1e-6)", "different"),
    ("a*1e-12", "a*1.00001e-12", "different"),
    ("a*1e-12", "0", "different"),
    ("exp(-n)", "0", "different"),
    ("max(a, 5)", "a", "different"),
    ("min(a, 5)", "a", "different"),
    ("max(a, 0.05)", "a", "different"),
]


@pytest.mark.parametrize(("reference", "answer", "outcome"), SLIGHT)
def test_rounding_is_told_from_a_small_difference(reference: str, answer: str, outcome: str) -> None:
    symbols = (Symbol("a", "positive"), Symbol("n", "integer"))
    assert compare(parse(reference, symbols), read(answer, symbols), symbols).outcome == outcome


def test_a_reference_without_values_decides_nothing() -> None:
    assert compare(parse("log(-x^2)", REALS), read("x", REALS), REALS).outcome == "undecided"


@pytest.mark.parametrize(
    "symbol",
    [
        Symbol("b", "real", above="a"),
        Symbol("b", "unit", above="a"),
        Symbol("b", "integer", above="a"),
        Symbol("b", "positive", range=(0.0, 3.0), above="a"),
    ],
    ids=lambda symbol: symbol.domain,
)
def test_an_ordered_symbol_lies_above_its_bound(symbol: Symbol) -> None:
    symbols = (symbol, Symbol("a", "unit"))
    assert compare(parse("abs(b - a)", symbols), parse("b - a", symbols), symbols).outcome == "equal"


def test_a_range_bounds_the_points() -> None:
    symbols = (Symbol("n", "integer", range=(1, 7)), Symbol("x", "real", range=(-1.0, 0.0)))
    assert compare(parse("n - x", symbols), parse("min(n, 7) + max(-x, 0)", symbols), symbols).outcome == "equal"
    assert compare(parse("n", symbols), parse("min(n, 6)", symbols), symbols).outcome == "different"


@pytest.mark.parametrize(
    ("symbol", "message"),
    [
        (
            {"name": "x", "domain": "complex"},
            "x: the domain 'complex' is none of real, positive, unit, integer, length",
        ),
        ({"name": "x", "domain": "length"}, "x: a length needs `over`, the index that it counts"),
        ({"name": "x", "domain": "real", "range": (2.0, 1.0)}, "x: the range [2.0, 1.0] is empty"),
        (
            {"name": "x", "domain": "integer", "range": (1.2, 1.8)},
            "x: the range [1.2, 1.8] holds no whole number",
        ),
        ({"name": "x", "domain": "real", "over": "i", "above": "y"}, "x: `above` orders single numbers, not vectors"),
    ],
)
def test_a_symbol_that_cannot_be_is_refused(symbol: dict[str, object], message: str) -> None:
    with pytest.raises(FormulaError) as error:
        Symbol(**symbol)  # type: ignore[arg-type]
    assert error.value.message == message


@pytest.mark.parametrize("above", ["b", "elsewhere"])
def test_an_order_needs_a_beginning(above: str) -> None:
    symbols = (Symbol("a", "real", above=above), Symbol("b", "real", above="a"))
    with pytest.raises(FormulaError, match="names nothing to start from: a, b"):
        compare(parse("a", symbols), parse("b", symbols), symbols)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9**9**9**9", math.inf),
        ("exp(1000)", math.inf),
        ("log(0)", math.nan),
        ("1/0", math.nan),
        ("1 % 0", math.nan),
        ("sqrt(-1)", math.nan),
        ("(-8)^(1/3)", math.nan),
        ("log(-1)", math.nan),
        ("sinh(-1000)", -math.inf),
        ("0*9**9**9", math.nan),
        ("max(1, log(-1))", math.nan),
    ],
)
def test_a_math_error_is_a_value(text: str, value: float) -> None:
    assert evaluate(read(text, ()), {}) == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "values", "message"),
    [
        ("N", {}, "N needs one number"),
        ("N", {"N": [1.0]}, "N needs one number"),
        ("sum(z)", {"z": 1.0}, "z needs a list of numbers"),
        ("z", {"z": [1.0]}, "one value per j, not a single number"),
    ],
)
def test_values_must_fit_their_symbols(text: str, values: dict[str, float | list[float]], message: str) -> None:
    with pytest.raises(FormulaError) as error:
        evaluate(read(text, VECTORS), values)
    assert error.value.message == message


def test_a_numeric_answer_is_parsed_with_its_parameters() -> None:
    symbols = parameter_symbols(["L", "T"])
    assert evaluate(parse("4*L*4096*T", symbols), {"L": 24, "T": 512}) == 4 * 24 * 4096 * 512


def test_every_written_formula_reads_back() -> None:
    for item in ITEMS:
        for answer in (item.reference, *item.right, *item.wrong):
            expression = read(answer, item.symbols)
            assert_reads_back(expression, item.symbols)


def assert_reads_back(expression: Expression, symbols: tuple[Symbol, ...]) -> None:
    again = read(write(expression, symbols), symbols)
    assert compare(expression, again, symbols).outcome in ("equal", "undecided"), write(expression, symbols)
    assert write(again, symbols) == write(read(write(again, symbols), symbols), symbols)


LEAVES = st.sampled_from(["x", "y", "t", "2", "0.5", "pi", "e"])
FORMULAS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("({})+({})".format, inner, inner),
        st.builds("({})-({})".format, inner, inner),
        st.builds("-({})".format, inner),
        st.builds("({})*({})".format, inner, inner),
        st.builds("({})/({})".format, inner, inner),
        st.builds("({})//({})".format, inner, inner),
        st.builds("({})^({})".format, inner, inner),
        st.builds("sqrt({})".format, inner),
        st.builds("max({}, {})".format, inner, inner),
        st.builds("log|{}|".format, inner),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(text=FORMULAS)
def test_any_formula_reads_back_from_what_is_written(text: str) -> None:
    assert_reads_back(read(text, REALS), REALS)


SIGNS = list("xyzaN()[]{}⟨⟩|‖+-*/^_=<&@,.'²ₜ√∑ᾱ½2 ")
FRAGMENTS = [
    r"\frac",
    r"\sqrt",
    r"\sum",
    r"\bar",
    r"\hat",
    r"\text",
    r"\left(",
    r"\log",
    r"\sigma",
    r"\|",
    "exp",
    "max",
    "sum",
    r"\top",
    r"\dots",
    r"\begin{cases}",
    r"\end{cases}",
    r"\sum_{i=1}^",
    " if ",
    " else ",
    "where(",
    "softmax(",
    "z_1, ..., z_N",
]
PIECES = st.lists(st.sampled_from([*SIGNS, *FRAGMENTS, "np.", "**", "//", "e^", "0.5"]), max_size=30).map("".join)


@settings(max_examples=400, deadline=None)
@given(text=st.one_of(st.text(max_size=60), PIECES))
def test_reading_any_text_gives_an_expression_or_a_formula_error(text: str) -> None:
    columns: list[int] = []
    for symbols in (REALS, VECTORS, DDPM):
        try:
            write(read(text, symbols), symbols)
        except FormulaError as error:
            columns.append(error.column or 1)
    assert all(1 <= column <= len(text) + 1 for column in columns)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 999,
        "-" * 999 + "x",
        "x+" * 499 + "x",
        "x*" * 499 + "x",
        "x^" * 499 + "x",
        "√" * 999,
        "|" * 999,
        "log " * 249,
        "\\frac" * 199,
        "_x" * 499,
        "x_" + "t" * 990,
        "ᾱ" * 999,
        "½" * 330,
        "xyt" * 300,
        ("xyt" * 8 + " ") * 39,
        "sum(" * 200,
        "9^" * 59 + "9",
        "9**9**9**9",
        "{" * 90 + "}" * 90,
        "max(z-max(z-max(z-max(z))))",
        "sum(z)+" * 140 + "1",
        "z@" * 490 + "z",
        "x = " * 240 + "x",
        "x if x>0 else " * 60 + "1",
        r"\sum_{i=1}^{99} \sum_{k=1}^{99} i k",
        r"\prod_{i=1}^{99} 99^i",
        "(..., " * 150 + ")" * 90,
    ],
    ids=lambda text: text[:12],
)
def test_no_input_takes_long(text: str) -> None:
    started = time.process_time()
    try:
        symbols = (*REALS, *VECTORS)
        expression = read(text, symbols)
        write(expression, symbols)
        compare(expression, expression, symbols)
    except FormulaError:
        pass
    assert time.process_time() - started < 5.0


def test_typed_text_cannot_reach_the_interpreter() -> None:
    forbidden = {"eval", "exec", "compile", "getattr", "setattr", "globals", "locals", "vars", "open", "__import__"}
    for path in Path(formula.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in forbidden, f"{path.name}:{node.lineno}"
            if isinstance(node, ast.Attribute):
                assert node.attr not in forbidden - {"compile"} or node.attr.startswith("is_"), (
                    f"{path.name}:{node.lineno}"
                )
            if isinstance(node, ast.Import | ast.ImportFrom):
                modules = (
                    [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
                )
                assert not {"importlib", "builtins", "os", "sys", "subprocess"} & set(modules), (
                    f"{path.name}:{node.lineno}"
                )
