"""Items of the question bank, as a tagged union over `kind`; imports the standard library and pydantic only.

An item is parsed once, at the edge (`bank.load`), and trusted from there on. What needs more than one field of one item
to be judged (ids that exist, formulas that parse) is checked by `services.bank_check`.

Annotations are no strings here, as they are elsewhere: pydantic would have to compile each of them at every start.
"""

from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

ItemId = str
ConceptId = str

QUESTION_ID = r"^q\d\d-[a-z0-9]+(-[a-z0-9]+)*$"
PROBLEM_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLIP_NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"

RecallForm = Literal["fact", "derivation", "contrast", "story", "pitch", "scenario", "critique", "defense"]
"""What an open question asks for; `scenario`, `critique` and `defense` are discussions, as in a research interview."""
Asked = Literal["often", "sometimes", "rarely"]
"""How often interviewers ask something."""
Role = Literal["generalist", "t2i", "video", "llm-post-training", "perceptual-quality"]

Text = Annotated[str, Field(min_length=1)]
SlipName = Annotated[str, Field(pattern=SLIP_NAME)]


class _Strict(BaseModel):
    # Built when first used: most models are only ever validated inside a `Bank`, which builds them all at once.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class _Common(_Strict):
    id: Annotated[str, Field(pattern=QUESTION_ID)]
    concepts: Annotated[tuple[ConceptId, ...], Field(min_length=1, max_length=3)]
    covers: tuple[Annotated[int, Field(ge=0)], ...] = ()
    """Indices of the key points of the first concept that this item asks."""
    title: Text | None = None
    level: Annotated[int, Field(ge=1, le=3)] = 2
    minutes: Annotated[float, Field(gt=0, le=60)] = 2
    prompt: Text
    why: str = ""
    """What a good teacher adds after the answer: the reason, not the answer again."""
    hints: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()
    follow_ups: tuple[Text, ...] = ()
    """Ids of items that an interviewer would ask next."""
    revision: Annotated[int, Field(ge=1)] = 1
    aliases: tuple[Text, ...] = ()
    replaces: bool = False


class WrongForm(_Strict):
    """A wrong answer that people give, as an expression, and what it reveals."""

    slip: SlipName
    form: Text
    why: Text


class SymbolSpec(_Strict):
    """A symbol of a formula item. `latex` and `also` are spellings that are accepted from the user.

    Domain `length` is the number of entries of a vector over the same index, so that `sum(x)/N` is `mean(x)`.
    """

    domain: Literal["real", "positive", "unit", "integer", "length"] = "real"
    range: tuple[float, float] | None = None
    over: str | None = None
    """The index that makes it a vector, for example `i`."""
    above: str | None = None
    """The name of a symbol that this one always exceeds, for example the earlier alpha_bar."""
    equals: str | None = None
    """What the prompt says that it is, in the other symbols: an answer may write it out."""
    latex: tuple[str, ...] | str = ()
    also: tuple[str, ...] | str = ()
    meaning: str | None = None


class Formula(_Common):
    """A formula to type, compared by value at random points."""

    kind: Literal["formula"]
    symbols: Annotated[dict[str, SymbolSpec], Field(min_length=1)]
    answer: Text
    wrong: tuple[WrongForm, ...] = ()


class ChooseFrom(_Strict):
    """A parameter drawn from a list."""

    choose: Annotated[tuple[float | int, ...], Field(min_length=1)]


class IntegerBetween(_Strict):
    """A whole parameter, both ends included."""

    integer: tuple[int, int]


class RealBetween(_Strict):
    """A real parameter, drawn uniformly and rounded to three significant digits, so that it can be read aloud."""

    real: tuple[float, float]


Parameter = ChooseFrom | IntegerBetween | RealBetween


class Tolerance(_Strict):
    """How far a number may be off. Give one of the two; `relative: 0` asks for the exact number."""

    relative: Annotated[float, Field(ge=0, lt=1)] | None = None
    absolute: Annotated[float, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.relative is None) == (self.absolute is None):
            raise ValueError("give either relative or absolute")
        return self


class Numeric(_Common):
    """A number to work out, with fresh parameters at each showing; `{{name}}` in a text is the drawn value."""

    kind: Literal["numeric"]
    parameters: dict[str, Parameter] = {}
    answer: Text
    unit: str | None = None
    # not validated: that would build the model at every start
    tolerance: Tolerance = Tolerance.model_construct(relative=0.01)
    wrong: tuple[WrongForm, ...] = ()


class Option(_Strict):
    """One option of a choice; a distractor is a belief that people hold, and `why` is the feedback for it."""

    text: Text
    correct: bool = False
    slip: SlipName | None = None
    why: str = ""


class _WithOptions(_Common):
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]

    @model_validator(mode="after")
    def _some_right_some_wrong(self) -> Self:
        right = sum(option.correct for option in self.options)
        if not 0 < right < len(self.options):
            raise ValueError("options need at least one with `correct: true` and at least one without")
        return self


class Choice(_WithOptions):
    """One or several correct options, in an order shuffled by the seed."""

    kind: Literal["choice"]


class Bug(_WithOptions):
    """The code of a problem with one of its slips in it: what is wrong, or what would one see."""

    kind: Literal["bug"]
    problem: Annotated[str, Field(pattern=PROBLEM_ID)]
    slip: SlipName
    mends: dict[Text, str] = {}
    """What stands in the code and what should, where the problem's own page differs from it in more than the slip."""

    def mended(self, code: str) -> str:
        """The code with `mends` put in."""
        for wrong, right in self.mends.items():
            code = code.replace(wrong, right, 1)
        return code


class Ordering(_Common):
    """Steps to be put in order; they are written here in the right one."""

    kind: Literal["ordering"]
    steps: Annotated[tuple[Text, ...], Field(min_length=3, max_length=9)]


class Matching(_Common):
    """A grid to be filled: row name -> column name -> value."""

    kind: Literal["matching"]
    rows: Annotated[dict[str, dict[str, str]], Field(min_length=2, max_length=9)]

    @model_validator(mode="after")
    def _same_columns(self) -> Self:
        columns = {tuple(cells) for cells in self.rows.values()}
        if len(columns) != 1 or not next(iter(columns)):
            raise ValueError("every row needs the same columns in the same order")
        return self


class KeyPoint(_Strict):
    """One atomic fact of a strong answer."""

    text: Text
    essential: bool = False


class Recall(_Common):
    """An answer in one's own words; after the reveal the user ticks the key points that were said."""

    kind: Literal["recall"]
    form: RecallForm = "fact"
    seconds: Annotated[int, Field(gt=0)] | None = None
    key_points: Annotated[tuple[KeyPoint, ...], Field(min_length=1, max_length=9)]
    pitfalls: tuple[Text, ...] = ()


class Phase(_Strict):
    """One phase of a design interview, with its clock and what a strong candidate covers in it."""

    name: Text
    minutes: Annotated[float, Field(gt=0)]
    checklist: Annotated[tuple[Text, ...], Field(min_length=1)]


class Design(_Common):
    """A system-design prompt, worked through in phases."""

    kind: Literal["design"]
    phases: Annotated[tuple[Phase, ...], Field(min_length=2)]
    estimates: tuple[ItemId, ...] = ()


class Code(_Common):
    """A coding problem: its id is the catalogue's, which holds signature, semantics and what is forbidden."""

    id: Annotated[str, Field(pattern=PROBLEM_ID)]
    kind: Literal["code"]
    cost: str | None = None


class Debug(_Common):
    """Code that runs and holds several mistakes, fresh ones for each seed: find them and repair it."""

    kind: Literal["debug"]
    problem: Annotated[str, Field(pattern=PROBLEM_ID)] | None = None
    project: Annotated[str, Field(pattern=PROBLEM_ID)] | None = None
    """A project of several files, where it is not a coding problem."""
    bugs: Annotated[int, Field(ge=1, le=5)] = 3

    @model_validator(mode="after")
    def _is_about_one(self) -> Self:
        if (self.problem is None) == (self.project is None):
            raise ValueError("name either a problem or a project")
        return self

    @property
    def code(self) -> str:
        """The problem or the project in whose code the mistakes are."""
        name = self.problem or self.project
        assert name is not None
        return name


Question = Formula | Numeric | Choice | Bug | Ordering | Matching | Recall | Design
Item = Annotated[Question | Code | Debug, Field(discriminator="kind")]
AnyItem = Formula | Numeric | Choice | Bug | Ordering | Matching | Recall | Design | Code | Debug

KINDS: tuple[str, ...] = (
    "formula",
    "numeric",
    "choice",
    "bug",
    "ordering",
    "matching",
    "recall",
    "design",
    "code",
    "debug",
)
MODELS: dict[str, type[AnyItem]] = dict(zip(KINDS, get_args(AnyItem), strict=True))
FILED: frozenset[str] = frozenset({"code", "debug"})
"""Kinds that are answered with a file, take long, and have a share of the minutes for themselves."""
MACHINE_MARKED: frozenset[str] = frozenset(KINDS) - {"recall", "design"}


class Concept(_Strict):
    """One thing to know.

    `points`: how many key points a strong answer has; `machine`: whether a machine can mark it; `needs`: concepts that are
    met before this one; `roles`: how much it matters for a role, 0 not asked, 1 background, 2 standard (if left out), 3 core.
    """

    id: Annotated[str, Field(pattern=r"^s\d\d-[a-z0-9]+(-[a-z0-9]+)*$")]
    section: Annotated[int, Field(ge=0, le=23)]
    title: Text
    beyond: bool
    points: Annotated[int, Field(ge=1)]
    machine: bool
    asked: Asked = "sometimes"
    needs: tuple[ConceptId, ...] = ()
    roles: dict[Role, Annotated[int, Field(ge=0, le=3)]] = {}


class Problem(_Strict):
    """A coding problem of the catalogue: what solutions are written against."""

    id: Annotated[str, Field(pattern=PROBLEM_ID)]
    section: Annotated[int, Field(ge=1, le=22)]
    level: Annotated[int, Field(ge=1, le=3)]
    minutes: Annotated[float, Field(gt=0)]
    entry: Text
    """The signature as shown; `a and b` asks for two functions, a leading `class ` for a class."""
    spec: Text
    pattern: str | None = None
    grad: bool = True
    forbid: tuple[str, ...] = ()
    oracle: str | None = None
    asked: Asked = "sometimes"


class CoreEntry(_Strict):
    """One line of the evening-before checklist, with its 60-second drill and the concepts it stands for."""

    id: Annotated[str, Field(pattern=PROBLEM_ID)]
    title: Text
    drill: Text
    concepts: Annotated[tuple[ConceptId, ...], Field(min_length=1)]


class Bank(_Strict):
    """Everything that can be asked: items by id in the order of the files, and the registries."""

    items: dict[ItemId, Item]
    concepts: dict[ConceptId, Concept]
    problems: dict[str, Problem]
    core: tuple[CoreEntry, ...]

    def section_of(self, item: AnyItem) -> int:
        """The section of the item: a problem's own, else that of the question's id."""
        return self.problems[item.id].section if item.kind == "code" else int(item.id[1:3])

    def is_beyond(self, item: AnyItem) -> bool:
        """Whether the item's first concept is beyond the guide."""
        return self.concepts[item.concepts[0]].beyond

    def core_concepts(self) -> frozenset[ConceptId]:
        """The concepts that the evening-before checklist names."""
        return frozenset(concept for entry in self.core for concept in entry.concepts)
