"""Every formula answer of the bank is shown as mathematics that says the same."""

from __future__ import annotations

from interview_cli.domain import formula
from interview_cli.domain.items.question import Formula
from interview_cli.domain.marking.formula import in_latex, symbols_of
from tests.packaged import packaged


def test_the_mathematics_of_an_answer_reads_back_as_the_answer() -> None:
    different = []
    for item in packaged().items.values():
        if isinstance(item, Formula):
            symbols = symbols_of(item)
            shown = formula.read(in_latex(item.answer, item.symbols), symbols)
            if formula.compare(formula.parse(item.answer, symbols), shown, symbols).outcome != "equal":
                different.append(item.id)
    assert different == []
