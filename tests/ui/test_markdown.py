"""Bank text in a terminal and in a pipe: what is shown, how wide, and what stays out of Markdown's hands."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from interview_cli.ui.math import Mode
from interview_cli.ui.text.markdown import plain_text, render_markdown
from tests.ui.test_math import LINES

PAGE = r"""The **forward** process is $q(x_t\mid x_{t-1})=\mathcal N(\sqrt{1-\beta_t}\,x_{t-1},\beta_tI)$; it costs \$5
a day, `snake_case` and all, and *slanted $a_1*b_2$ words* too.

- The first item is long enough that it has to be wrapped onto a second line of the page,
  with $\bar\alpha_t$ and $\hat x_0$ in it.
  1. inner
  2. second inner
- The second item holds code:

  ```python
  def f(x):
      return x_1 * 2  # $x_1$
  ```

| name | value of $p(x|y)$ |
| --- | --- |
| `a|b` | $\frac{a}{b}$ |
| alone |

$$
\sum_{i=1}^{N}w_i\lVert x_i-\mu\rVert^2
$$

The end.
"""

PLAIN_60 = """\
The forward process is q(xₜ | xₜ₋₁) = 𝒩(√(1 − βₜ) xₜ₋₁,
βₜI); it costs $5 a day, `snake_case` and all, and slanted
a₁ * b₂ words too.

• The first item is long enough that it has to be wrapped
  onto a second line of the page, with ᾱₜ and x̂₀ in it.
  1. inner
  2. second inner
• The second item holds code:
  def f(x):
      return x_1 * 2  # $x_1$

name    value of p(x | y)
─────────────────────────
`a|b`   a/b
alone

"""


def rendered(text: str, width: int, mode: Mode = Mode.LINE, colour: str | None = None) -> str:
    out = StringIO()
    terminal = Console(
        file=out,
        width=140,
        color_system="standard" if colour else None,
        force_terminal=colour is not None,
        no_color=False,
        legacy_windows=False,
    )
    terminal.print(render_markdown(text, width=width, mode=mode))
    return out.getvalue()


def lines_of(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip("\n").split("\n")]


def test_a_page_in_a_pipe() -> None:
    """Lists hang, tables align, code keeps its lines, and no formula is LaTeX."""
    assert plain_text(PAGE, width=60, mode=Mode.LINE).startswith(PLAIN_60)


def test_a_terminal_shows_the_same_page() -> None:
    """Only inline code differs: colour marks it there, backticks in a pipe."""
    page = PAGE.replace("`snake_case`", "snake_case").replace("`a|b`", "a")
    assert "\n".join(lines_of(rendered(page, 100))) == plain_text(page, width=100, mode=Mode.LINE)


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("mode", Mode)
def test_no_line_is_wider_than_the_page(width: int, mode: Mode) -> None:
    formulas = "\n\n".join(f"Before ${latex}$ after, and here again: ${latex}$." for latex, _ in LINES)
    for text in (PAGE, formulas):
        for line in lines_of(rendered(text, width, mode)) + lines_of(plain_text(text, width=width, mode=mode)):
            assert cell_len(line) <= width


@pytest.mark.parametrize("width", [60, 100])
def test_no_command_is_left_of_a_formula_in_line_mode(width: int) -> None:
    """None of the table's formulas reaches the reader as LaTeX, inline or displayed."""
    for latex, _ in LINES:
        assert "\\" not in rendered(f"a ${latex}$ b", width)
        assert "\\" not in plain_text(f"$${latex}$$", width=width, mode=Mode.LINE)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo", "one two"),
        ("one\n\n\ntwo", "one\n\ntwo"),
        ("**bold** and *slanted* and _slanted_", "bold and slanted and slanted"),
        ("**bold *both* `code`**", "bold both `code`"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("*args and **kwargs", "*args and **kwargs"),
        ("a * b * c", "a * b * c"),
        (r"\*not slanted\* and \_this\_ and \`that\`", "*not slanted* and _this_ and `that`"),
        (r"C:\new\table", r"C:\new\table"),
        ("`a *b* _c_ $d$ \\e`", "`a *b* _c_ $d$ \\e`"),
        ("$a_1$ and $b_2$", "a₁ and b₂"),
        ("$a*b$ and $c*d$", "a * b and c * d"),
        ("**so $x_1*y_1$ holds**", "so x₁ * y₁ holds"),
        ("- a\n- b", "• a\n• b"),
        ("* a\n+ b", "• a\n• b"),
        ("1. a\n2. b\n10) c", "1. a\n2. b\n10) c"),
        ("- a\n  - b\n    - c\n- d", "• a\n  • b\n    • c\n• d"),
        ("- a\n\n- b", "• a\n• b"),
        ("- a\nb", "• a b"),
        ("- a\n\n  b", "• a\n  b"),
        ("- a\n\nb", "• a\n\nb"),
        ("text\n- a", "text\n\n• a"),
        ("It was in\n2017. Then", "It was in 2017. Then"),
        ("- 1", "• 1"),
        ("- - -", "- - -"),
        ("-1 is a number", "-1 is a number"),
        ("$-1$\n$-a$", "−1 −a"),
        ("```\na  b\n\n  c\n```", "a  b\n\n  c"),
        ("```py\nx = 1", "x = 1"),
        ("````\n```\n````", "```"),
        ("~~~\n- $x_1$\n~~~", "- $x_1$"),
        ("a\n```\nb\n```\nc", "a\n\nb\n\nc"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a   b\n─────\n1   2"),
        ("a | b\n--|--\n1 | 2 | 3", "a   b\n─────\n1   2"),
        ("a | b", "a | b"),
        (r"$\foo_1 x$", r"$\foo_1 x$"),
        ("a $$x_1$$ b", "a\n\nx₁\n\nb"),
        ("\U000f0000 and $x_1$ \U000f0001", "\U000f0000 and x₁ \U000f0001"),
        ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
        ("", ""),
    ],
)
def test_markdown_in_a_pipe(text: str, shown: str) -> None:
    assert plain_text(text, width=60, mode=Mode.LINE) == shown


def test_code_in_a_pipe_keeps_its_long_lines() -> None:
    code = "x = " + " + ".join("abc" for _ in range(40))
    assert plain_text(f"```python\n{code}\n```", width=60, mode=Mode.LINE) == code


def test_code_on_a_terminal_is_folded_rather_than_cut() -> None:
    code = "x = " + "abcdefghij" * 12
    assert "".join(lines_of(rendered(f"```python\n{code}\n```", 60))).replace(" ", "") == code.replace(" ", "")


def test_a_dumb_terminal_keeps_latex() -> None:
    assert plain_text(r"so $\bar\alpha_t$", width=60, mode=Mode.LATEX) == r"so $\bar\alpha_t$"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("**a**", "\x1b[1ma\x1b[0m"),
        ("*a*", "\x1b[3ma\x1b[0m"),
        ("***a** b*", "\x1b[1m*a\x1b[0m b*"),
        ("`a`", "\x1b[36ma\x1b[0m"),
        ("**`a`**", "\x1b[1;36ma\x1b[0m"),
    ],
)
def test_emphasis_is_styled(text: str, codes: str) -> None:
    assert rendered(text, 60, colour="standard").rstrip() == codes


def test_a_long_line_of_code_goes_on_deeper_than_it_begins() -> None:
    """So that what follows it in the left margin is a line of its own."""
    code = "def f():\n    scores = query @ keys.transpose(-2, -1) / math.sqrt(d)  # by head\n    return scores"
    assert lines_of(rendered(f"```python\n{code}\n```", 40)) == [
        "def f():",
        "    scores = query @ keys.transpose(-2,",
        "            -1) / math.sqrt(d)  # by",
        "            head",
        "    return scores",
    ]


def test_python_is_highlighted() -> None:
    assert "\x1b[" in rendered("```python\nreturn 1\n```", 60, colour="standard")


@given(st.text() | st.text(alphabet="$\\`~\n ab1_{}^|*-.\t"), st.sampled_from(Mode), st.sampled_from([20, 60]))
def test_no_text_is_refused_and_pipes_get_no_escape_codes(text: str, mode: Mode, width: int) -> None:
    shown = plain_text(text, width=width, mode=mode)
    assert "\x1b[" not in shown or "\x1b[" in text
    assert isinstance(rendered(text, width, mode), str)


@given(st.lists(st.text(alphabet="abc$x_", min_size=1, max_size=9), max_size=30))
def test_every_word_of_a_paragraph_is_shown(words: list[str]) -> None:
    text = " ".join(word.replace("$", "").replace("_", "") or "a" for word in words)
    assert plain_text(text, width=20, mode=Mode.LINE).split() == text.split()


def test_plain_paragraphs_do_not_pay_for_tables_and_highlighting() -> None:
    code = (
        "import sys; from interview_cli.ui.text.markdown import render_markdown; from interview_cli.ui.math import Mode;"
        "render_markdown('a $x$', width=60, mode=Mode.LINE);"
        "print([name for name in ('rich.syntax', 'rich.markdown', 'rich.table', 'texicode') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_code_keeps_its_lines_in_a_pipe_and_is_folded_to_be_read() -> None:
    code = "```python\n    scores = query @ keys.transpose(-2, -1)\n```"
    assert plain_text(code, width=30, mode=Mode.LINE) == "    scores = query @ keys.transpose(-2, -1)"
    folded = plain_text(code, width=30, mode=Mode.LINE, code_width=30).split("\n")
    assert folded[0] == "    scores = query @"
    assert max(map(len, folded)) <= 30
