"""Lint tries every item out; coverage counts what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from pydantic import TypeAdapter

from interview_cli.domain.items.question import AnyItem, Bank, Concept, Item, Problem
from interview_cli.services.bank.check import lint, unpaired
from interview_cli.services.bank.coverage import Count, coverage, stats

ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
SOURCES = ["Vaswani et al. 2017, eq. 1, arXiv:1706.03762"]
RIGHT, WRONG = {"text": "a", "correct": True}, {"text": "b", "slip": "b", "why": "Not b."}


@dataclass(frozen=True)
class FakePages:
    """Reference modules by problem: signatures and slips."""

    landed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"attention": ("attention(q, k, d=2)",)})

    def is_landed(self, problem: str) -> bool:
        return problem in self.landed

    def signatures(self, problem: str) -> tuple[str, ...]:
        return self.landed[problem]

    def slip_names(self, problem: str) -> tuple[str, ...]:
        return ("no-scale", "no-mask")

    def slip_source(self, problem: str, slip: str) -> str:
        return "scores = q @ k.mT"


def item(kind: str, **fields: Any) -> AnyItem:
    common = {"id": "q07-x", "kind": kind, "concepts": ["s07-scale"], "prompt": "Say it.", "sources": SOURCES}
    return ITEM.validate_python(common | fields)


def bank(*items: AnyItem, entry: str = "attention(q,k,d=2)", points: int = 1, machine: bool = True) -> Bank:
    concept = Concept(id="s07-scale", section=7, title="Scale", beyond=False, points=points, machine=machine)
    problem = Problem(id="attention", section=7, level=1, minutes=10, entry=entry, spec="S.")
    return Bank(
        items={item.id: item for item in items},
        concepts={concept.id: concept},
        problems={problem.id: problem},
        core=(),
    )


def numeric(**fields: Any) -> AnyItem:
    sound = {"parameters": {"L": {"integer": [2, 9]}}, "prompt": "{{L}} layers", "answer": "2*L", "wrong": []}
    return item("numeric", **(sound | fields))


def formula(**fields: Any) -> AnyItem:
    return item("formula", **({"symbols": {"x": {"domain": "real"}}, "answer": "2*x"} | fields))


def form(slip: str, text: str) -> dict[str, str]:
    return {"slip": slip, "form": text, "why": "A slip."}


PHASES = [{"name": name, "minutes": 5, "checklist": ["a"]} for name in "ab"]
SOUND = [
    numeric(wrong=[form("single", "L"), form("treble", "3*L")]),
    numeric(parameters={}, prompt="Half?", answer="1/3", tolerance={"absolute": 0.01}),
    formula(wrong=[form("single", "x")]),
    item("choice", options=[RIGHT, WRONG]),
    item("bug", problem="attention", slip="no-scale", options=[RIGHT, WRONG]),
    item("ordering", steps=["a", "b", "c"]),
    item("matching", rows={"r": {"c": "1"}, "s": {"c": "2"}}),
    item("recall", key_points=[{"text": "a"}]),
    item("recall", form="story", key_points=[{"text": "a"}], sources=[]),
    item("recall", form="pitch", key_points=[{"text": "a"}], sources=[]),
    item("design", phases=PHASES, sources=[]),
    item("code", id="attention", hints=["Scale."], sources=[]),
]


@pytest.mark.parametrize("sound", SOUND, ids=lambda each: each.kind)
def test_a_sound_item_has_no_faults(sound: AnyItem) -> None:
    done: list[int] = []
    assert lint(bank(sound), FakePages(), done.append) == ()
    assert done == [1]


FAULTY = [
    (numeric(answer="2*K"), "q07-x.answer: can't be read ("),
    (numeric(answer="2*L)"), "q07-x.answer: can't be read (column 4: "),
    (numeric(answer="1/(L-5)"), "q07-x.answer: is nan at L = 5: narrow the parameters"),
    (numeric(answer="sqrt(L-5)"), "q07-x.answer: is nan at L = "),
    (numeric(unit="parsec"), "q07-x.unit: the unit 'parsec' is unknown: "),
    (numeric(wrong=[form("same", "L+L")]), "q07-x.wrong[0].form: same is within the tolerance at 50 of 50 draws: "),
    (numeric(wrong=[form("near", "2.01*L")]), "q07-x.wrong[0].form: near is within the tolerance at 50 of 50 draws: "),
    (numeric(wrong=[form("bad", "2*")]), "q07-x.wrong[0].form: can't be read ("),
    (
        numeric(wrong=[form("one", "L"), form("one", "3*L")]),
        "q07-x.wrong[1]: 'one' appears twice: give each wrong form its own slip",
    ),
    (
        numeric(prompt="Layers"),
        "q07-x.parameters.L: isn't shown in the prompt: write {{L}} where the prompt should show its value",
    ),
    (
        numeric(parameters={"L": {"integer": [2, 9]}, "T": {"choose": [1]}}),
        "q07-x.parameters.T: isn't used: use it, or leave it out",
    ),
    (formula(answer="2*y"), "q07-x.answer: can't be read ("),
    (
        formula(symbols={"x": {"domain": "real", "range": [2, 1]}}),
        "q07-x.answer: can't be read (x: the range [2.0, 1.0] is empty): correct the formula or its symbols",
    ),
    (
        formula(symbols={"x": {"domain": "integer", "range": [1.2, 1.8]}}),
        "q07-x.answer: can't be read (x: the range [1.2, 1.8] holds no whole number): correct the formula or its"
        " symbols",
    ),
    (
        formula(symbols={"x": {"domain": "real", "above": "y"}}),
        "q07-x.answer: can't be read (`above` names nothing to start from: x): correct the formula or its symbols",
    ),
    (
        formula(symbols={"x": {"also": "w"}, "y": {"also": ["w"]}}),
        "q07-x.symbols: x and y are both written w: give it to one of them",
    ),
    (
        formula(answer="sqrt(-1-x^2)"),
        "q07-x.answer: can't be computed on the domains of its symbols: narrow them with `range`",
    ),
    (
        formula(wrong=[form("same", "x+x")]),
        "q07-x.wrong[0].form: same is equal to the answer: make it a wrong formula",
    ),
    (formula(wrong=[form("bad", "x+")]), "q07-x.wrong[0].form: can't be read ("),
    (
        item("choice", options=[RIGHT, {"text": "b"}]),
        "q07-x.options[1].why: is missing: say why this belief is wrong",
    ),
    (
        item("choice", options=[RIGHT, {"text": "a", "why": "Not."}]),
        "q07-x.options[1]: 'a' appears twice: make the options differ",
    ),
    (
        item("choice", options=[RIGHT, WRONG, {**WRONG, "text": "c"}]),
        "q07-x.options[2]: 'b' appears twice: give each belief its own slip",
    ),
    (
        item("bug", problem="attention", slip="scaled", options=[RIGHT, WRONG]),
        "q07-x.slip: attention has no slip scaled: its slips are no-scale, no-mask",
    ),
    (
        item("bug", problem="attention", slip="no-scale", options=[RIGHT, WRONG], mends={"k.T": "k.T / 2"}),
        "q07-x.mends: 'k.T' stands 0 times in the code: copy a part of the code that stands there once",
    ),
    (
        item("bug", problem="softmax", slip="scaled", options=[RIGHT, WRONG]),
        "q07-x.problem: softmax has no reference module: write the module first, or leave the item out",
    ),
    (
        item("ordering", steps=["a", "b", "a"]),
        "q07-x.steps[2]: 'a' appears twice: make the two steps differ: identical steps have no order",
    ),
    (item("code", id="attention"), "attention.hints: is empty: give at least one hint"),
    (
        item("recall", key_points=[{"text": "a"}], sources=[]),
        "q07-x.sources: is empty: name a source to look this up in",
    ),
    (
        item("choice", options=[RIGHT, WRONG], prompt="a\tb"),
        "q07-x.prompt: holds a tab: indent with spaces, and write LaTeX between single quotes, where a backslash stays one",
    ),
    *(
        (
            item("choice", options=[RIGHT, WRONG | {"why": f"It is ${text}$."}]),
            f"q07-x.options: holds the control character U+{ord(text[0]):04X}: "
            "write LaTeX between single quotes, where a backslash stays one",
        )
        for text in ("\frac12", "\rho", "\beta", "\vec x")
    ),
    (
        item("design", phases=PHASES, estimates=["q07-x"]),
        "q07-x.estimates[0]: q07-x isn't a numeric item: name a numeric item",
    ),
]


@pytest.mark.parametrize(("faulty", "message"), FAULTY, ids=[message for _, message in FAULTY])
def test_a_faulty_item_has_the_one_fault(faulty: AnyItem, message: str) -> None:
    (fault,) = lint(bank(faulty), FakePages())
    assert str(fault).startswith(message)


def test_an_answer_that_does_not_survive_being_typed_is_a_fault() -> None:
    """Exactly a third cannot be written in digits."""
    (fault,) = lint(bank(numeric(answer="L/3 + 1/7", tolerance={"relative": 0})), FakePages())
    assert fault.field == "answer"
    assert "it is marked wrong" in fault.what


@pytest.mark.parametrize(
    ("entry", "signatures"),
    [
        ("attention(q, k, d=2)", ("attention(q, k, d=2)",)),
        ("attention(q,k,  d = 2)", ("attention(q, k, d=2)",)),
        ("attention(q, eps=1e-6, sigma=7/6)", ("attention(q, eps=1e-06, sigma=7 / 6)",)),
        ("class EMA(model, decay=0.999)", ("class EMA(model, decay=0.999)",)),
        ("to_v(x0) and from_v(v, b=(0.9,0.99))", ("to_v(x0)", "from_v(v, b=(0.9, 0.99))")),
    ],
)
def test_signatures_agree_whatever_their_spacing(entry: str, signatures: tuple[str, ...]) -> None:
    assert lint(bank(entry=entry), FakePages({"attention": signatures})) == ()


@pytest.mark.parametrize(
    "signatures",
    [("attention(q, k)",), ("attention(q, k, d=3)",), ("attention(k, q, d=2)",), ("attend(q, k, d=2)",), ()],
)
def test_a_module_that_disagrees_with_the_catalogue_is_a_fault(signatures: tuple[str, ...]) -> None:
    (fault,) = lint(bank(), FakePages({"attention": signatures}))
    found = signatures[0] if signatures else "no such entry"
    assert str(fault) == (
        f"attention.entry: is attention(q, k, d=2), the module has {found}: make the module agree with the catalog"
    )


def test_a_problem_without_a_module_has_no_signature_to_check() -> None:
    assert lint(bank(), FakePages({})) == ()


CHOICE = item("choice", id="q07-choice", covers=[0], options=[RIGHT, WRONG], level=1, minutes=1.5)
SECOND_CHOICE = item("choice", id="q07-second", covers=[1], options=[RIGHT, WRONG], level=1, minutes=1)
RECALL = item("recall", id="q07-recall", covers=[1], key_points=[{"text": "a"}], level=3)
STORY = item("design", id="q07-design", covers=[0], phases=PHASES, minutes=45)
CODE = item("code", id="attention", hints=["Scale."])


@pytest.mark.parametrize(
    ("items", "points", "machine", "gaps"),
    [
        ((CHOICE, RECALL), 2, True, ()),
        ((CHOICE, CODE), 1, True, ()),
        ((RECALL, STORY), 2, False, ()),
        ((), 1, True, ("taught by 0 of 2 kinds", "no machine-marked item", "key points 0 not asked")),
        ((CHOICE,), 1, True, ("taught by 1 of 2 kinds",)),
        ((CHOICE, SECOND_CHOICE), 2, True, ("taught by 1 of 2 kinds",)),
        ((RECALL, STORY), 2, True, ("no machine-marked item",)),
        ((CHOICE, RECALL), 4, True, ("key points 2, 3 not asked",)),
    ],
)
def test_a_concept_is_covered_by_two_kinds_a_machine_and_all_points(
    items: tuple[AnyItem, ...], points: int, machine: bool, gaps: tuple[str, ...]
) -> None:
    (concept,) = coverage(bank(*items, points=points, machine=machine)).concepts
    assert concept.gaps == gaps


def test_key_points_are_those_of_the_first_concept() -> None:
    """An item teaches its other concepts, but its `covers` says nothing about them."""
    other = Concept(id="s07-mask", section=7, title="Mask", beyond=False, points=1, machine=True)
    both = item("choice", concepts=["s07-mask", "s07-scale"], covers=[0], options=[RIGHT, WRONG])
    one = bank(both)
    covered = coverage(one.model_copy(update={"concepts": {**one.concepts, other.id: other}}))
    assert [(concept.concept, concept.items, concept.unasked) for concept in covered.concepts] == [
        ("s07-scale", ("q07-x",), (0,)),
        ("s07-mask", ("q07-x",), ()),
    ]


def test_a_bank_is_complete_when_every_concept_is_covered_and_every_problem_written() -> None:
    assert coverage(bank(CHOICE, CODE)).complete
    unwritten = coverage(bank(CHOICE, item("recall", id="q07-r", key_points=[{"text": "a"}])))
    assert (unwritten.complete, unwritten.unwritten) == (False, ("attention",))
    assert not coverage(bank(CODE)).complete


def test_sections_count_concepts_kinds_and_levels() -> None:
    covered = coverage(bank(CHOICE, SECOND_CHOICE, CODE, RECALL, points=2))
    assert len(covered.sections) == 24
    seventh = covered.sections[7]
    assert (seventh.section, seventh.concepts, seventh.covered) == (7, 1, 1)
    assert seventh.kinds == {"choice": 2, "code": 1, "recall": 1}
    assert seventh.levels == {1: 2, 2: 1, 3: 1}
    assert covered.as_json()["sections"][7] == {
        "section": 7,
        "concepts": 1,
        "covered": 1,
        "kinds": {"choice": 2, "code": 1, "recall": 1},
        "levels": {"1": 2, "2": 1, "3": 1},
    }


def test_stats_count_items_and_minutes() -> None:
    assert stats(bank(CHOICE, SECOND_CHOICE, CODE, RECALL)) == (
        Count(7, "choice", 1, 2, 2.5),
        Count(7, "code", 2, 1, 2.0),
        Count(7, "recall", 3, 1, 2.0),
    )


def test_a_page_needs_its_item_and_an_item_its_page() -> None:
    """What the one lacks the other cannot give: nobody is asked, or nothing can be graded."""
    statement = item("code", id="attention", hints=["Scale."], sources=[])
    assert list(unpaired(bank(statement), FakePages())) == []
    (fault,) = unpaired(bank(), FakePages())
    assert str(fault) == "attention.item: the reference page has no item in the bank: write its statement and hints"
    (fault,) = unpaired(bank(statement), FakePages({}))
    assert str(fault) == (
        "attention.page: the item has no reference page: python -m reference_impls.new attention makes its folder"
    )
