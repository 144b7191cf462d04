"""`bank lint --style`: what a program can see of plain English, and that our own bank has none of it."""

from __future__ import annotations

import pytest

from interview_cli.bank.lint_style import sentences, style_remarks
from tests.fakes import bank_of, question
from tests.packaged import packaged

LONG = "word " * 25 + "word?"


def reasons(prompt: str, **texts: object) -> list[str]:
    """What is said of a question with this prompt."""
    item = question("q07-a").model_copy(update={"prompt": prompt, **texts})
    return [f"{remark.field}: {remark.reason}" for remark in style_remarks(bank_of(item).items.values())]


def test_our_bank_has_no_remark() -> None:
    assert [str(remark) for remark in style_remarks(packaged().items.values())] == []


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Why?", None),
        ("Derive the gradient of `f(x)?`.", None),
        ('The interviewer asks: "What does it cost?" How do you answer?', None),
        (
            "Two models differ. What do you do? Why?",
            "prompt: asks 2 questions: ask one, and make the others follow-ups",
        ),
        ("What is x? (Round down.)", "prompt: doesn't end with its question, but with '(Round down.)'"),
        ("How does the optimiser behave?", "prompt: 'optimiser' isn't American spelling"),
        ("How does the optimist behave?", None),
        ("Which norm, e.g. RMSNorm, is it?", "prompt: 'e.g.' should be words, such as 'for example'"),
        ("What has to be stored?", "prompt: 'has to' should be 'must' or 'should'"),
        ("What does not have to be stored?", None),
        ("What is not unlikely?", "prompt: double negation: 'not unlikely'"),
        ("What is not under control?", None),
        ("What happens if x, unless y?", "prompt: two conditions in one sentence: 'What happens if x, unless y?'"),
        ("What is it (here (and there))?", "prompt: brackets within brackets: 'What is it (here (and there))?'"),
        ("What is f(g(x)) here?", None),
        ("What is $f((x), (y (z)))$ here?", None),
        (LONG, "prompt: 26 words in one sentence, more than 25: 'word word word word word word' …"),
        (LONG.replace("word word", "$a + b$"), None),
    ],
)
def test_a_prompt_is_told_what_to_look_at_again(prompt: str, said: str | None) -> None:
    assert reasons(prompt) == ([] if said is None else [said])


def test_a_title_has_six_words_and_a_reason_thirty() -> None:
    assert reasons("Why?", title="one two three four five six") == []
    assert reasons("Why?", title="one two three four five six seven") == [
        "title: has 7 words: at most 6 say what is asked"
    ]
    assert reasons("Why?", why="word " * 29 + "word.") == []
    assert len(reasons("Why?", why="word " * 30 + "word.")) == 1


def test_formulas_code_and_fences_are_not_read_as_sentences() -> None:
    text = "Given `a. B` and $x. Y$:\n\n```text\none. Two. Three.\n```\n\n- first point\n- second point\n\nWhich {{n}}?"
    assert sentences(text) == ["Given CODE and MATH:", "- first point", "- second point", "Which 7?"]
