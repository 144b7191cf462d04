"""Slips as `slips.yaml` tells them: how they change a page, and what the file may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference_impls.slips import Core, Edit, Redefinition, Slip, applied_together, core_of, read_slips

PAGE = "import math\n\n\ndef area(r):\n    return math.pi * r**2\n"


def slip(change: Edit | Redefinition) -> Slip:
    return Slip("wrong", "Your code is wrong.", "It should be right.", change)


def run(source: str, r: float) -> float:
    namespace: dict[str, object] = {}
    exec(source, namespace)
    return namespace["area"](r)  # type: ignore[operator,no-any-return]


def test_an_edit_stands_in_the_place_of_a_text_of_the_page() -> None:
    assert slip(Edit("r**2", "r")).applied(PAGE) == PAGE.replace("r**2", "r")


@pytest.mark.parametrize(("replace", "times"), [("math", 2), ("radius", 0)])
def test_an_edit_fits_in_one_place_only(replace: str, times: int) -> None:
    with pytest.raises(ValueError, match=f"slip wrong: {replace!r} stands {times} times in the page"):
        slip(Edit(replace, "")).applied(PAGE)


def test_code_defines_entries_anew_and_may_use_the_page() -> None:
    assert run(slip(Redefinition("def area(r):\n    return math.tau * r\n")).applied(PAGE), 1.0) == pytest.approx(
        6.2832, 1e-4
    )


def test_what_a_mistake_alone_uses_is_imported() -> None:
    page = "def area(r):\n    return 3.14159 * r**2\n"
    assert run(slip(Edit("3.14159", "math.e")).applied(page), 1.0) == pytest.approx(2.71828, 1e-4)
    assert slip(Edit("math.pi", "math.e")).applied(PAGE).count("import math") == 1
    assert "import" not in slip(Edit("3.14159", "tmp.e")).applied(page)


LINE = "return u + w * (c - u)\n"


@pytest.mark.parametrize(
    ("replace", "instead", "core"),
    [
        ("u + w * (c - u)", "c + w * (c - u)", Core(7, 8, "c")),
        ("u + w * (c - u)", "u + w * (u - c)", Core(16, 21, "u - c")),
        ("u + w * (c - u)", "u + w / 2 * (c - u)", Core(11, 13, "w / 2 ")),
        ("w * (c - u)", "(c - u)", Core(11, 15, "")),
    ],
)
def test_the_core_of_an_edit_is_what_it_really_changes(replace: str, instead: str, core: Core) -> None:
    assert core_of(slip(Edit(replace, instead)), LINE) == core
    assert LINE[: core.start] + core.instead + LINE[core.end :] == LINE.replace(replace, instead)


def test_two_edits_of_one_expression_stand_together_where_their_cores_are_apart() -> None:
    one, other = slip(Edit("u + w * (c - u)", "c + w * (c - u)")), slip(Edit("w * (c - u)", "w * (u - c)"))
    assert applied_together([one, other], LINE) == "return c + w * (u - c)\n"
    with pytest.raises(ValueError, match="no place of its own"):
        applied_together([one, slip(Edit("u + w", "w"))], LINE)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ("{name: a, does: Your code x.}", "a slip needs name, does and should"),
        ("{name: a, does: Your code x., should: It should y.}", "slip a: needs either edit"),
        ("{name: a, does: D., should: S., edit: {replace: x}}", "slip a: needs either edit"),
        ("{name: a, does: D., should: S., edit: {replace: x, with: y}, code: z}", "slip a: needs either edit"),
        ("{name: a, does: D., should: S., code: z, why: W.}", "slip a: needs either edit"),
    ],
)
def test_an_entry_in_another_form_is_refused(tmp_path: Path, entry: str, complaint: str) -> None:
    (tmp_path / "slips.yaml").write_text(f"- {entry}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        read_slips(tmp_path)
