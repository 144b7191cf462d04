"""Mathematics for the terminal: what each formula becomes, and what never happens to the text around it."""

from __future__ import annotations

import contextlib
import math
import re
import subprocess
import sys
from typing import ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_cli.ui.math import Mode, TexError, readable, to_block, to_line

LINES = [
    (r"x_t", "xₜ"),
    (r"x_{t-1}", "xₜ₋₁"),
    (r"x_{t+1}^2", "xₜ₊₁²"),
    (r"x_{ij}", "xᵢⱼ"),
    (r"x_{i,j}", "x_(i,j)"),
    (r"x_{<t}", "x_(<t)"),
    (r"x_{1:T}", "x_(1:T)"),
    (r"x_{i_j}", "x_(iⱼ)"),
    (r"x^{y^2}", "x^(y²)"),
    (r"a_b", "a_b"),
    (r"a_b c", "a_b c"),
    (r"a_b(c)", "a_b(c)"),
    (r"\sigma_{max}", "σ_max"),
    (r"\sigma_\text{max}", "σ_max"),
    (r"\sigma_{\mathrm{max}}^2", "σ²_max"),
    (r"\mu_y^2", "μ²_y"),
    (r"\mu_x^2", "μₓ²"),
    (r"\theta^{(k)}", "θ⁽ᵏ⁾"),
    (r"\theta^{(k+1)}", "θ⁽ᵏ⁺¹⁾"),
    (r"e^{-x}", "e⁻ˣ"),
    (r"e^{-x^2/2}", "e^(−x²/2)"),
    (r"e^{x+y}", "eˣ⁺ʸ"),
    (r"e^{i\pi}", "e^(iπ)"),
    (r"x^{1/2}", "x^(1/2)"),
    (r"x^{0.5}", "x^0.5"),
    (r"2^{10}", "2¹⁰"),
    (r"2^{-(k+1)}", "2⁻⁽ᵏ⁺¹⁾"),
    (r"10^{-8}", "10⁻⁸"),
    (r"A^\top", "Aᵀ"),
    (r"A^{-1}", "A⁻¹"),
    (r"A^{-\top}", "A⁻ᵀ"),
    (r"A_{head}^\top", "Aᵀ_head"),
    (r"f^*", "f^*"),
    (r"f^\star", "f^⋆"),
    (r"90^\circ", "90°"),
    (r"f'", "f′"),
    (r"f''(x)", "f′′(x)"),
    (r"x'_t", "x′ₜ"),
    (r"{}^2", "²"),
    (r"\pi_{ref}(y\mid x)e^{r/\beta}", "π_ref(y | x)e^(r/β)"),
    (r"1+2", "1 + 2"),
    (r"a-b", "a − b"),
    (r"-a", "−a"),
    (r"-a-b", "−a − b"),
    (r"a\pm b", "a ± b"),
    (r"(-1)^n", "(−1)ⁿ"),
    (r"a\times b", "a × b"),
    (r"3\times", "3×"),
    (r"a\cdot b", "a·b"),
    (r"\nabla\cdot v", "∇·v"),
    (r"f*g", "f * g"),
    (r"a\odot b", "a ⊙ b"),
    (r"f\circ g", "f ∘ g"),
    (r"a=b", "a = b"),
    (r"=b", "= b"),
    (r"a\le b<c", "a ≤ b < c"),
    (r"a\neq b", "a ≠ b"),
    (r"x\in\mathbb R^{n\times m}", "x ∈ ℝ^(n×m)"),
    (r"x\to\infty", "x → ∞"),
    (r"f:X\to Y", "f:X → Y"),
    (r"f\colon X\to Y", "f: X → Y"),
    (r"y:=x", "y ≔ x"),
    (r"y\leftarrow y+1", "y ← y + 1"),
    (r"z\sim\mathcal N(0,I)", "z ∼ 𝒩(0, I)"),
    (r"p\propto q", "p ∝ q"),
    (r"A\implies B", "A ⇒ B"),
    (r"1,2,3", "1, 2, 3"),
    (r"f(x;y)", "f(x; y)"),
    (r"10{,}000", "10,000"),
    (r"3.14159", "3.14159"),
    (r"2.5x", "2.5x"),
    (r"\frac12", "½"),
    (r"\frac12x", "½x"),
    (r"\frac12 3", "(1/2)3"),
    (r"2\frac12", "2(1/2)"),
    (r"\tfrac34(a+b)", "¾(a + b)"),
    (r"\frac{a}{b}", "a/b"),
    (r"\frac ab", "a/b"),
    (r"\frac{a}{b}c", "(a/b)c"),
    (r"\frac{a}{b}\,c", "(a/b) c"),
    (r"a\frac{b}{c}", "a(b/c)"),
    (r"\frac{a}{b}\cdot c", "(a/b)·c"),
    (r"\frac{a}{b}+c", "a/b + c"),
    (r"\frac{a+b}{c}", "(a + b)/c"),
    (r"\frac{a}{b+c}", "a/(b + c)"),
    (r"\frac{a}{bc}", "a/(bc)"),
    (r"\frac{ab}{c}", "ab/c"),
    (r"\frac{-a}{b}", "(−a)/b"),
    (r"-\frac{a}{b}", "−a/b"),
    (r"\frac{a}{-b}", "a/(−b)"),
    (r"\frac{a/b}{c/d}", "(a/b)/(c/d)"),
    (r"\frac{\frac ab}{c}", "(a/b)/c"),
    (r"\frac{a}{\frac bc}", "a/(b/c)"),
    (r"\frac{a}{b}\frac{c}{d}", "(a/b)(c/d)"),
    (r"a/\frac{b}{c}", "a/(b/c)"),
    (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
    (r"{\frac ab}^2", "(a/b)²"),
    (r"\frac{a}{(b+c)}", "a/(b + c)"),
    (r"\frac{a}{(b+c)(d+e)}", "a/((b + c)(d + e))"),
    (r"\frac{f(x)}{g(x)}", "f(x)/g(x)"),
    (r"\frac{1}{a(b+c)}", "1/(a(b + c))"),
    (r"\frac{1}{\max(a,b+c)}", "1/max(a, b + c)"),
    (r"\frac{\log x}{2}", "(log x)/2"),
    (r"\frac{\log(x)}{2}", "log(x)/2"),
    (r"\frac{x^2}{y^2}", "x²/y²"),
    (r"\frac{|a|}{|b|}", "|a|/|b|"),
    (r"\frac{1}{\sqrt{d}}", "1/√d"),
    (r"\frac{1}{\sqrt{a+b}}", "1/√(a + b)"),
    (r"\frac{\partial f}{\partial x}", "∂f/∂x"),
    (r"\frac{\partial^2f}{\partial x^2}", "∂²f/∂x²"),
    (r"\frac{dy}{dx}", "dy/dx"),
    (r"\frac{d}{dx}f", "(d/dx)f"),
    (r"\frac{\partial f}{\partial x\partial y}", "∂f/(∂x∂y)"),
    (r"\frac{1}{n}\sum_{i=1}^nx_i", "(1/n) ∑ᵢ₌₁ⁿ xᵢ"),
    (r"\frac{n!}{k!(n-k)!}", "n!/(k!(n − k)!)"),
    (r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}", "x = (−b ± √(b² − 4ac))/(2a)"),
    (r"\frac{\text{true positives}}{\text{all}}", "(true positives)/all"),
    (r"\frac{a}{b}\quad c", "a/b  c"),
    (r"\sqrt2", "√2"),
    (r"\sqrt{x}", "√x"),
    (r"\sqrt x y", "√x y"),
    (r"\sqrt{xy}", "√(xy)"),
    (r"\sqrt{x_t}", "√xₜ"),
    (r"\sqrt{x^2}", "√(x²)"),
    (r"\sqrt[3]{x}", "∛x"),
    (r"\sqrt[n]{x}", "(x)^(1/n)"),
    (r"\sqrt{x}^2", "(√x)²"),
    (r"\sqrt{\frac{a}{b}}", "√(a/b)"),
    (r"\sqrt{\bar\alpha_t}x_0", "√ᾱₜ x₀"),
    (r"\log x", "log x"),
    (r"\log_2x", "log₂ x"),
    (r"\log(x)", "log(x)"),
    (r"\log|x|", "log|x|"),
    (r"2\log x", "2 log x"),
    (r"\log^2x", "log² x"),
    (r"\log\frac ab", "log(a/b)"),
    (r"\log\frac1n\sum_ix_i", "log (1/n) ∑ᵢ xᵢ"),
    (r"\log x+\log y", "log x + log y"),
    (r"\sin\theta\cos\theta", "sin θ cos θ"),
    (r"\arg\min_\theta f(\theta)", "arg min_θ f(θ)"),
    (r"\max_{a,b}(a+b)", "max_(a,b) (a + b)"),
    (r"\max_x f", "maxₓ f"),
    (r"\operatorname{softmax}(z)", "softmax(z)"),
    (r"\operatorname*{argmax}_k z_k", "argmaxₖ zₖ"),
    (r"\mathrm{KL}(p\|q)", "KL(p‖q)"),
    (r"\alpha\mathrm{Tr}(A)", "α Tr(A)"),
    (r"\mathrm dx", "dx"),
    (r"\lim_{n\to\infty}a_n", "lim_(n→∞) aₙ"),
    (r"\inf_{x>0}f", "inf_(x>0) f"),
    (r"\sum_ix_i", "∑ᵢ xᵢ"),
    (r"\sum_{i=1}^{n}i=\frac{n(n+1)}2", "∑ᵢ₌₁ⁿ i = n(n + 1)/2"),
    (r"\sum_{j\ne i}x_j", "∑_(j≠i) xⱼ"),
    (r"\sum\limits_{k}a_k", "∑ₖ aₖ"),
    (r"\prod_{t=1}^Tp_t", "∏ₜ₌₁ᵀ pₜ"),
    (r"\int_0^1f(x)\,dx", "∫₀¹ f(x) dx"),
    (r"\int p(x)dx", "∫ p(x)dx"),
    (r"\iint f", "∬ f"),
    (r"\mathbb E_{x\sim p}[f(x)]", "𝔼_(x∼p)[f(x)]"),
    (r"\hat x", "x̂"),
    (r"\hat{x}_0", "x̂₀"),
    (r"\bar\alpha_t", "ᾱₜ"),
    (r"\tilde{x_t}", "x̃ₜ"),
    (r"\dot x", "ẋ"),
    (r"\vec v", "v⃗"),
    (r"\overline{xy}", "bar(xy)"),
    (r"\widehat{AB}", "hat(AB)"),
    (r"\hat{\mathbf{x}}", "𝐱̂"),
    (r"\mathbf{W}x", "𝐖x"),
    (r"\mathbf 1", "𝟏"),
    (r"\boldsymbol\theta", "𝛉"),
    (r"\mathbb{RZ}", "ℝℤ"),
    (r"\mathcal{L}_1", "ℒ₁"),
    (r"\mathfrak g", "𝔤"),
    (r"|x|", "|x|"),
    (r"|x-y|", "|x − y|"),
    (r"|a||b|", "|a||b|"),
    (r"p(x|y)", "p(x | y)"),
    (r"p(x\mid y)", "p(x | y)"),
    (r"\|x\|_2", "‖x‖₂"),
    (r"\|x-y\|^2+\|z\|^2", "‖x − y‖² + ‖z‖²"),
    (r"D(p\Vert q)", "D(p‖q)"),
    (r"\lVert x\rVert", "‖x‖"),
    (r"\left|\frac ab\right|", "|a/b|"),
    (r"\left.f\right|_{x=0}", "f|ₓ₌₀"),
    (r"\lfloor x/2\rfloor", "⌊x/2⌋"),
    (r"\lceil\log n\rceil", "⌈log n⌉"),
    (r"\langle u,v\rangle", "⟨u, v⟩"),
    (r"\left<u,v\right>", "⟨u, v⟩"),
    (r"\{1,2\}", "{1, 2}"),
    (r"\{x\mid x>0\}", "{x | x > 0}"),
    (r"[0,1)", "[0, 1)"),
    (r"\big(a+b\big)^2", "(a + b)²"),
    (r"\bigl(a\bigr)", "(a)"),
    (r"\left[\frac{a}{b}\right]", "[a/b]"),
    (r"P(|X|>1)", "P(|X| > 1)"),
    (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", "[1  2; 3  4]"),
    (r"\begin{pmatrix}a\\b\end{pmatrix}", "(a; b)"),
    (r"\begin{vmatrix}a&b\\c&d\end{vmatrix}", "|a  b; c  d|"),
    (r"\begin{array}{cc}1&0\\0&1\end{array}", "[1  0; 0  1]"),
    (r"\begin{cases}x&\text{if }x>0\\0&\text{otherwise}\end{cases}", "{ x if x > 0; 0, otherwise }"),
    (r"\begin{cases}1,&x>0\\0,&x\le0\end{cases}", "{ 1, x > 0; 0, x ≤ 0 }"),
    (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
    (r"\binom nk", "C(n, k)"),
    (r"\binom{n}{k}/2^n", "C(n, k)/2ⁿ"),
    (r"n!", "n!"),
    (r"50\%", "50%"),
    (r"\text{if }x>0", "if x > 0"),
    (r"\text{a\_b}+1", "a_b + 1"),
    (r"x\text{ and }y", "x and y"),
    (r"n_{\text{tok}}\cdot\text{bytes}", "n_tok·bytes"),
    (r"\underbrace{a+b}_{c}", "(a + b)_c"),
    (r"\underset{x}{\max}f", "maxₓ f"),
    (r"\overset{!}{=}", "=^!"),
    (r"a\stackrel{d}{=}b", "a =ᵈ b"),
    (r"X\xrightarrow{d}Y", "X →ᵈ Y"),
    (r"\sum_{\substack{i\\j}}a", "∑_(i;j) a"),
    (r"\boxed{x}", "x"),
    (r"\#S", "#S"),
    (r"\displaystyle x", "x"),
    (r"a\!b", "ab"),
    (r"a\,b", "a b"),
    (r"a~b", "a b"),
    (r"a\quad b", "a  b"),
    (r"a\ b", "a b"),
    (r"\ldots,n", "…, n"),
    (r"x_1,\dots,x_n", "x₁, …, xₙ"),
    (r"\neg A\land B", "¬A ∧ B"),
    (r"\forall x\exists y", "∀x∃y"),
    (r"A\setminus B", "A ∖ B"),
    (r"\emptyset", "∅"),
    (r"\ell_1", "ℓ₁"),
    (r"\hbar\omega", "ℏω"),
    (r"\{\,x\,\}", "{x}"),
    (r"\lambda\lVert w\rVert_1", "λ‖w‖₁"),
    (r"\mathrm{x_t}", "xₜ"),
    (r"4\times4", "4 × 4"),
]


@pytest.mark.parametrize(("latex", "line"), LINES)
def test_a_formula_is_one_line(latex: str, line: str) -> None:
    assert to_line(latex) == line


@pytest.mark.parametrize("latex", [latex for latex, _ in LINES])
def test_no_command_is_left_and_no_formula_has_loose_spaces(latex: str) -> None:
    line = to_line(latex)
    assert "\\" not in line
    assert line == line.strip()
    assert "\n" not in line


@pytest.mark.parametrize(
    ("latex", "message"),
    [
        (r"\foo", r"unknown command \foo"),
        (r"a+\sigmoid(x)", r"unknown command \sigmoid"),
        (r"\begin{tikz}x\end{tikz}", "unknown environment tikz"),
        (r"\begin{matrix}x\end{cases}", r"\end does not close matrix"),
        (r"\begin{matrix}x", "a brace or an environment is never closed"),
        ("{a", "a brace or an environment is never closed"),
        ("a}", "unexpected }"),
        ("a&b", "unexpected &"),
        (r"\end{cases}", r"unknown command \end"),
        (r"\frac{a}", "the formula ends too early"),
        ("x^", "the formula ends too early"),
        ("x_a_b", "two scripts _ on one symbol"),
        (r"\text{a \foo b}", "foo isn't allowed in text"),
        (r"\text{a", "a brace is never closed"),
        (r"\left\frac12", r"a bracket must follow \left, \right and similar commands"),
        ("a$b", "'$' isn't allowed here"),
        ("a\x1b[31m", r"'\x1b' isn't allowed here"),
        ("a" + chr(92), r"'\\' isn't allowed here"),
        ("{" * 500 + "}" * 500, "nested too deeply"),
        (r"\hat" * 500 + "x", "nested too deeply"),
    ],
)
def test_what_is_not_understood_is_named(latex: str, message: str) -> None:
    with pytest.raises(TexError) as caught:
        to_line(latex)
    assert str(caught.value) == message


VALUES = {"a": 2.3, "b": 3.7, "c": 0.6, "x": 1.9}
LETTERS_AND_NUMBERS = st.sampled_from(list(VALUES)) | st.integers(2, 9).map(str)


def _compound(parts: st.SearchStrategy[tuple[str, float]]) -> st.SearchStrategy[tuple[str, float]]:
    """LaTeX and its value, from parts of which each stands in braces or brackets where TeX itself needs them."""
    pairs = st.tuples(parts, parts)
    return st.one_of(
        pairs.map(lambda pair: (rf"\frac{{{pair[0][0]}}}{{{pair[1][0]}}}", pair[0][1] / pair[1][1])),
        pairs.map(lambda pair: (rf"\left({pair[0][0]}+{pair[1][0]}\right)", pair[0][1] + pair[1][1])),
        pairs.map(lambda pair: (rf"\frac{{{pair[0][0]}+{pair[1][0]}}}{{x}}", (pair[0][1] + pair[1][1]) / VALUES["x"])),
        pairs.map(lambda pair: (rf"{pair[0][0]}\cdot {pair[1][0]}", pair[0][1] * pair[1][1])),
        pairs.map(lambda pair: (rf"{pair[0][0]}\,{pair[1][0]}", pair[0][1] * pair[1][1])),
        parts.map(lambda part: (rf"\sqrt{{{part[0]}}}", math.sqrt(part[1]))),
        parts.map(lambda part: (rf"\left({part[0]}\right)^{{2}}", part[1] ** 2)),
        parts.map(lambda part: (rf"a{part[0]}", VALUES["a"] * part[1])),
    )


def _value(latex: str) -> float:
    return VALUES[latex] if latex in VALUES else float(latex)


class _Reader:
    """Reads a line as arithmetic; `joined_first` decides whether a/bc is a/(bc) or (a/b)c, as readers differ on it."""

    VULGAR: ClassVar = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}

    def __init__(self, line: str, *, joined_first: bool) -> None:
        self.signs = re.findall(r"[0-9]+|[^\s0-9]", line)
        self.joined_first = joined_first

    def value(self) -> float:
        total = self.term()
        while self.signs and self.signs[0] == "+":
            self.signs.pop(0)
            total += self.term()
        return total

    def term(self) -> float:
        product = self.factors()
        while self.signs and self.signs[0] not in "+)":
            operator = self.signs.pop(0) if self.signs[0] in "·/" else "·"
            product = product / self.factors() if operator == "/" else product * self.factors()
        return product

    def factors(self) -> float:
        product = self.power()
        while self.joined_first and self.signs and self.signs[0] not in "+)·/":
            product *= self.power()
        return product

    def power(self) -> float:
        base = self.atom()
        while self.signs and self.signs[0] == "²":
            self.signs.pop(0)
            base **= 2
        return base

    def atom(self) -> float:
        sign = self.signs.pop(0)
        if sign == "√":
            return math.sqrt(self.atom())
        if sign == "(":
            inner = self.value()
            assert self.signs.pop(0) == ")"
            return inner
        return self.VULGAR[sign] if sign in self.VULGAR else _value(sign)


@pytest.mark.parametrize("joined_first", [True, False])
@example(formula=(r"\frac{a}{a\left(a\right)^{2}}", _value("a") / _value("a") ** 3))
@given(formula=st.recursive(LETTERS_AND_NUMBERS.map(lambda text: (text, _value(text))), _compound, max_leaves=6))
def test_a_line_means_what_the_formula_means(formula: tuple[str, float], joined_first: bool) -> None:
    """Brackets leave no doubt about a slash: both readings of a/bc give the formula's value."""
    latex, value = formula
    line = to_line(latex)
    assert math.isclose(_Reader(line, joined_first=joined_first).value(), value, rel_tol=1e-9), line


@given(st.text(alphabet="\\{}^_&|()[]$%#~ '.,:=-+*/12abx√fracsqrtleftgh\n", max_size=40))
def test_any_text_is_one_line_or_a_tex_error(latex: str) -> None:
    with contextlib.suppress(TexError):
        assert "\n" not in to_line(latex)


@pytest.mark.parametrize(
    ("latex", "rows"),
    [
        (r"\frac{a}{b+c}", ["  a", "╶───╴", " b+c"]),
        (r"x_t", ["xₜ"]),
        (r"\operatorname{tr}A+\frac{a}{b}", ["     a", "trA+╶─╴", "     b"]),
    ],
)
def test_a_display_formula_stands_in_rows(latex: str, rows: list[str]) -> None:
    pytest.importorskip("texicode")
    assert [row.rstrip() for row in to_block(latex, 60).split("\n")] == rows


@pytest.mark.parametrize("width", [1, 60, 100])
@pytest.mark.parametrize("latex", [latex for latex, _ in LINES])
def test_a_display_formula_fits_or_is_the_line(latex: str, width: int) -> None:
    block = to_block(latex, width)
    assert block == to_line(latex) or max(map(len, block.split("\n"))) <= 2 * width  # combining marks have no width
    assert "\\" not in block
    assert "?" not in block


def test_a_display_formula_that_would_be_too_wide_is_one_line() -> None:
    assert to_block(r"\frac{a}{b+c}", 4) == "a/(b + c)"


def test_without_texicode_a_display_formula_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "texicode.pipeline", None)
    assert to_block(r"\frac{a}{b+c}", 60) == "a/(b + c)"


def test_a_display_formula_names_what_is_not_understood() -> None:
    with pytest.raises(TexError, match="unknown command"):
        to_block(r"\foo", 60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"so $x_t$ and $\bar\alpha_t$.", "so xₜ and ᾱₜ."),
        ("the $k$th and the $k$-th", "the kth and the k-th"),
        (r"costs \$5 or $x$", "costs $5 or x"),
        ("between $5 and $10", "between $5 and $10"),
        ("$5 and $10 ($x_1$)", "$5 and $10 (x₁)"),
        ("$3/M tokens ($15/M out)", "$3/M tokens ($15/M out)"),
        ("pay $20", "pay $20"),
        ("$2n$ steps", "2n steps"),
        ("$2n$, $3n$", "2n, 3n"),
        ("a $ b $ c", "a $ b $ c"),
        ("a $b\n\nc$ d", "a $b\n\nc$ d"),
        ("a $b\n+c$ d", "a b + c d"),
        ("`$x_1$` and $x_1$", "`$x_1$` and x₁"),
        ("``a ` $x_1$`` $x_1$", "``a ` $x_1$`` x₁"),
        ("```\n$x_1$\n```\n$x_1$", "```\n$x_1$\n```\nx₁"),
        ("~~~py\n$x_1$", "~~~py\n$x_1$"),
        ("  ```\n  $x_1$\n  ```", "  ```\n  $x_1$\n  ```"),
        (r"$\foo x$ and $x_1$", r"$\foo x$ and x₁"),
        (r"$$\foo x$$", r"$$\foo x$$"),
        ("$$x_1$$", "x₁"),
        (r"$\$5$", "$5"),
        (r"a\_b \* \\", r"a\_b \* \\"),
    ],
)
def test_formulas_of_a_text_become_lines(text: str, shown: str) -> None:
    assert readable(text, Mode.LINE, 60) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"$$\frac{a}{b}$$", " a\n╶─╴\n b"),
        (r"so $$\frac{a}{b}$$ holds", "so \n a\n╶─╴\n b\n holds"),
        ("- one\n  $$\\frac{a}{b}$$\nend", "- one\n   a\n  ╶─╴\n   b\nend"),
    ],
)
def test_rows_of_a_display_formula_keep_their_columns(text: str, shown: str) -> None:
    pytest.importorskip("texicode")
    assert readable(text, Mode.LINE, 60) == shown


@pytest.mark.parametrize("text", [r"so $x_t$ is", r"$$\frac{a}{b}$$", "`$x$`", "$5 and $x$"])
def test_a_terminal_without_the_glyphs_keeps_latex(text: str) -> None:
    assert readable(text, Mode.LATEX, 60) == text


@given(st.text() | st.text(alphabet="$\\`~\n ab_1{}^|*-\t"), st.sampled_from(Mode), st.integers(0, 100))
def test_no_text_is_refused(text: str, mode: Mode, width: int) -> None:
    assert isinstance(readable(text, mode, width), str)


@given(st.text().filter(lambda text: "$" not in text), st.sampled_from(Mode))
def test_text_without_dollars_stays_as_it_is(text: str, mode: Mode) -> None:
    assert readable(text, mode, 60) == text


def test_rendering_lines_imports_neither_rich_nor_texicode() -> None:
    code = (
        "import sys; from interview_cli.ui.math import to_line; to_line('x');"
        "print('rich' in sys.modules, 'texicode' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False False\n"
