"""Which tasks a round asks: drawn by seed from bank, papers and what earlier rounds asked; the domain only.

The same blueprint, pace, seed, bank, papers and history give the same scenes; what they ask next is in `scenes`. Only
`Random.random` is used, whose sequence the language promises.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar, assert_never

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.items.question import AnyItem, Bank, Code, Debug, Design, ItemId, KeyPoint, Phase, Recall
from interview_cli.domain.planning.pace import stated_minutes
from interview_cli.domain.planning.recall import has_landed
from interview_cli.domain.rounds.blueprint import (
    AnyPart,
    Blueprint,
    Brief,
    CodePart,
    DesignPart,
    DivePart,
    ItemsPart,
    Pace,
    PitchPart,
    Pool,
    RisingPart,
)
from interview_cli.domain.rounds.paper import Ask, Paper, threads
from interview_cli.services.mock.pitch import pitch_title
from interview_cli.services.mock.scenes import DEEPEST_IN_A_LIST, Deepening, Listed, Rising, Scene, next_task
from interview_cli.services.mock.steps import About, Coding, Marked, Means, Spoken, Task

WORDS_A_MINUTE = 140
"""An unhurried talk."""

SEEDS = 1_000_000
LEAST_SECONDS = 30
TICKING_SHARE = 0.1
"""Of a design round, for ticking the checklists."""
ITEMS_OF_A_CONCEPT = 2
LATELY = 40
"""So many items are passed over for having been met last, as long as there are others."""
ANSWERING_SHARE = 0.8
"""Of the minutes of a dive, for answers: the rest goes into reading and ticking."""
EASIER_SHARE = 0.4
"""Of the problems, the shortest: a quick round draws from these."""

ANYTHING = Pool(forms=("fact", "derivation", "contrast"))
"""What may follow a strong answer in a list: no second case, story or pitch."""

Value = TypeVar("Value")

PITCH_POINTS = (
    KeyPoint(text="The problem, in one sentence that an outsider understands.", essential=True),
    KeyPoint(text="The idea: what is different.", essential=True),
    KeyPoint(text="One number with its baseline.", essential=True),
    KeyPoint(text="One limit, which you name without being asked."),
)


def scenes(blueprint: Blueprint, pace: Pace, seed: int, means: Means, history: Iterable[Event]) -> tuple[Scene, ...]:
    """A scene for each part. `history` are the events that count from before the round. Raises: UsageError."""
    told = list(history)
    drawn = _Draw(means, pace, asked_before(told), met_lately(told), Random(f"{seed} {blueprint.id}"))
    return tuple(drawn.scene(part) for part in blueprint.parts)


def shortfalls(blueprint: Blueprint, pace: Pace, drawn: Iterable[Scene]) -> tuple[str, ...]:
    """What the bank has too little of for the round, a line for each part."""
    found = []
    for part, scene in zip(blueprint.parts, drawn, strict=True):
        if isinstance(part, ItemsPart | RisingPart) and isinstance(scene, Listed | Rising):
            has = len(scene.tasks if isinstance(scene, Listed) else scene.questions)
            if has < part.count_at(pace):
                found.append(f"{part.name}: the bank has {has or 'none'} of the {part.count_at(pace)} questions")
    return tuple(found)


def has_tasks(drawn: Iterable[Scene]) -> bool:
    """Whether anything at all can be asked."""
    return any(next_task(scene, ()) is not None for scene in drawn)


def asked_before(history: Iterable[Event]) -> Counter[str]:
    """How many mock interviews asked each item, paper or product, and each question about a paper or product."""
    by_session: set[tuple[str | None, str]] = set()
    for event in history:
        if event.kind is EventKind.ATTEMPT and event.mode is Mode.MOCK:
            by_session |= {(event.session, event.item), (event.session, event.item.partition("/")[0])}
    return Counter(name for _, name in by_session)


def met_lately(history: Sequence[Event]) -> frozenset[str]:
    """The items that were answered last, in whatever way: asking them now would show what is fresh."""
    found: dict[str, None] = {}
    for event in reversed(history):
        if event.kind is EventKind.ATTEMPT:
            found.setdefault(event.item)
            if len(found) >= LATELY:
                break
    return frozenset(found)


def admits(pool: Pool, bank: Bank, item: AnyItem) -> bool:
    """Whether the pool holds the item; never code or a design."""
    if isinstance(item, Code | Debug | Design):
        return False
    if pool.kinds and item.kind not in pool.kinds:
        return False
    if pool.forms and isinstance(item, Recall) and item.form not in pool.forms:
        return False
    if pool.sections and bank.section_of(item) not in pool.sections:
        return False
    return not pool.concepts or not set(pool.concepts).isdisjoint(item.concepts)


def fits_part(part: CodePart, item: AnyItem, bank: Bank, landed: Collection[str]) -> bool:
    """Whether the item is one that the part may ask; a problem that is applied may also be code to repair.

    A project is asked where the part has the minutes for it.
    """
    if isinstance(item, Debug):
        has_time = item.project is None or item.minutes <= part.minutes
        return part.problems != "algorithm" and has_landed(item, landed) and has_time
    if part.problems == "planted":
        return False
    is_algorithm = part.problems == "algorithm"
    is_landed = isinstance(item, Code) and item.id in landed
    return is_landed and (bank.problems[item.id].pattern is not None) == is_algorithm


class _Draw:
    """One drawing of all parts, in their order."""

    def __init__(self, means: Means, pace: Pace, asked: Counter[str], met_lately: Collection[str], rng: Random) -> None:
        self._means, self._bank, self._pace, self._rng = means, means.bank, pace, rng
        self._asked, self._met_lately = asked, met_lately
        self._drawn = set[ItemId]()

    def scene(self, part: AnyPart) -> Scene:
        match part:
            case ItemsPart():
                return self._listed(part)
            case RisingPart():
                return self._rising(part)
            case CodePart():
                return Listed(part.name, (self._code(part),))
            case DivePart():
                return self._dive(part)
            case DesignPart():
                return Listed(part.name, self._design(part))
            case PitchPart():
                return Listed(part.name, self._pitches(part))
            case _:
                assert_never(part)

    # --- questions

    def _listed(self, part: ItemsPart) -> Listed:
        """Where each question has a clock of its own, the clock is the exercise: nothing follows."""
        count = part.count_at(self._pace)
        longest = part.minutes_at(self._pace) * 60 / count
        found = self._preferred(self._pool(part.pool), lambda item: item.id)[:count]
        tasks = tuple(self._question(item, part.name, part.seconds, longest) for item in found)
        if part.seconds is not None:
            return Listed(part.name, tasks)
        listed = {item.id for item in found}
        return Listed(
            part.name,
            tasks,
            {
                item.id: tuple(
                    _followed(self._question(follow_up, part.name, None, longest, task.about.seed))
                    for follow_up in self._after(item)
                    if follow_up.id not in listed
                )
                for item, task in zip(found, tasks, strict=True)
            },
        )

    def _after(self, item: AnyItem) -> list[AnyItem]:
        """Its follow-ups that can be asked and answered on the spot, those that were asked least often first."""
        known = [self._bank.items[name] for name in item.follow_ups if name in self._bank.items]
        askable = [one for one in known if admits(ANYTHING, self._bank, one) and has_landed(one, self._means.landed)]
        return sorted(askable, key=lambda one: self._asked[one.id])

    def _rising(self, part: RisingPart) -> Rising:
        pool = self._preferred(self._pool(part.pool), lambda item: item.id)
        anywhere = part.pool.model_copy(update={"sections": (), "concepts": ()})
        names = {name for item in pool for name in item.follow_ups} - {item.id for item in pool}
        others = [item for item in self._pool(anywhere) if item.id in names]
        everything = [*pool, *others]
        return Rising(
            part=part.name,
            questions=tuple(self._question(item, part.name, None, 300) for item in pool),
            sections={item.id: self._bank.section_of(item) for item in everything},
            concepts={item.id: item.concepts[0] for item in everything},
            kinds={item.id: item.kind for item in everything},
            follow_ups={item.id: item.follow_ups for item in everything},
            others={item.id: self._question(item, part.name, None, 300) for item in others},
            asked={item.id: self._asked[item.id] for item in everything},
            count=part.count_at(self._pace),
        )

    def _pool(self, pool: Pool) -> list[AnyItem]:
        return [
            item
            for item in self._bank.items.values()
            if admits(pool, self._bank, item) and has_landed(item, self._means.landed)
        ]

    def _question(self, item: AnyItem, part: str, seconds: int | None, longest: float, seed: int | None = None) -> Task:
        """`seconds` collect it; else its own minutes are the budget, at most the longest. A seed is drawn if none is given."""
        about = About(
            id=item.id,
            part=part,
            title=item.title or self._bank.concepts[item.concepts[0]].title,
            seconds=float(seconds) if seconds else max(LEAST_SECONDS, min(item.minutes * 60, longest)),
            seed=self._seed() if seed is None else seed,
            level=item.level,
            is_clocked=seconds is not None,
            is_deep=item.level == 3 or (isinstance(item, Recall) and item.form == "derivation"),
            is_told=isinstance(item, Recall) and item.form in ("story", "pitch"),
            drill=(item.id,),
        )
        return Spoken(about, "recall", item.prompt, item.key_points) if isinstance(item, Recall) else Marked(about)

    # --- code

    def _code(self, part: CodePart) -> Task:
        problems = [
            item
            for item in self._bank.items.values()
            if fits_part(part, item, self._bank, self._means.landed) and item.id not in self._drawn
        ]
        if not problems:
            raise UsageError(
                f"the bank has no {part.problems} problem", hint="to see what there is: interview bank list --kind code"
            )
        if self._pace is Pace.QUICK:
            by_length = sorted(problems, key=lambda item: (stated_minutes(item, self._bank), item.id))
            problems = by_length[: max(1, round(EASIER_SHARE * len(by_length)))]
        item = self._preferred(problems, lambda problem: problem.id)[0]
        self._drawn.add(item.id)
        about = About(
            id=item.id,
            part=part.name,
            title=item.title or item.id,  # a problem's id says what it is
            seconds=part.minutes_at(self._pace) * 60,
            seed=self._seed(),
            level=item.level,
            is_deep=part.problems != "algorithm",
            drill=(item.id,),
        )
        return Coding(about)

    # --- own papers

    def _paper(self) -> Paper:
        if not self._means.papers:
            raise UsageError("there's no paper to ask about", hint="to add one: interview papers add ID")
        return self._preferred(self._means.papers, lambda paper: paper.id)[0]

    def _dive(self, part: DivePart) -> Deepening:
        """The claim, the loss, as much of the rest as its time holds, the limits; then what the time did not hold."""
        paper = self._paper()
        about = {thread.name: self._thread(part.name, thread.asks, paper) for thread in threads(paper)}
        claim, loss, limits = about.pop("claim"), about.pop("loss"), about.pop("limits")
        own = self._preferred(about.values(), lambda thread: thread[0].about.id)
        taught = self._preferred(self._concept_threads(part.name, paper), lambda thread: thread[0].about.id)
        seconds = ANSWERING_SHARE * part.minutes_at(self._pace) * 60
        if self._pace is Pace.QUICK:
            cut = [claim[:1], loss[:2], *own[:1], *taught[:1], limits[:1]]
            return Deepening(part.name, _fitted(cut, seconds), len(cut))
        middle = self._preferred([*own, *taught], lambda thread: thread[0].about.id)
        fitting = _fitting(middle, seconds - _seconds([claim, loss, limits]))
        ordered = (claim, loss, *middle[:fitting], limits, *middle[fitting:])
        return Deepening(part.name, ordered, fitting + 3)

    def _thread(self, part: str, asks: Sequence[Ask], paper: Paper) -> tuple[Task, ...]:
        drill = self._teaching(paper)
        return tuple(
            Spoken(
                About(
                    id=ask.id,
                    part=part,
                    title=ask.title,
                    seconds=ask.minutes * 60,
                    seed=0,
                    depth=depth,
                    is_deep=depth > 0,
                    drill=drill,
                ),
                "paper",
                ask.prompt,
                ask.points,
            )
            for depth, ask in enumerate(asks)
        )

    def _concept_threads(self, part: str, paper: Paper) -> list[tuple[Task, ...]]:
        """For each concept of the paper that the bank teaches, its questions from the easy to the hard."""
        found = []
        for concept in paper.concepts:
            about = [
                item
                for item in self._bank.items.values()
                if item.concepts[0] == concept and item.kind in ("formula", "recall", "choice", "numeric")
            ]
            chosen = self._preferred(about, lambda item: item.id)[:ITEMS_OF_A_CONCEPT]
            if chosen:
                rising = sorted(chosen, key=lambda item: item.level)
                found.append(tuple(self._question(item, part, None, 300) for item in rising))
        return found

    def _teaching(self, paper: Paper) -> tuple[ItemId, ...]:
        """What to drill for a paper: questions on the dive itself, then those of its concepts."""
        wanted = ("s23-research-dive", *paper.concepts)
        return tuple(
            item.id for concept in wanted for item in self._bank.items.values() if item.concepts[0] == concept
        )[:6]

    def _pitches(self, part: PitchPart) -> tuple[Task, ...]:
        paper = self._paper()
        return tuple(self._pitch(part.name, paper, seconds) for seconds in part.lengths_at(self._pace))

    def _pitch(self, part: str, paper: Paper, seconds: int) -> Task:
        items = [item for item in self._bank.items.values() if isinstance(item, Recall) and item.form == "pitch"]
        fitting = [item for item in items if item.seconds == seconds]
        points = fitting[0].key_points if fitting else PITCH_POINTS
        length = f"{seconds} seconds" if seconds < 60 else f"{seconds / 60:g} minutes" if seconds > 60 else "one minute"
        words = round(seconds / 60 * WORDS_A_MINUTE)
        about = About(
            id=f"{paper.id}/pitch-{seconds}",
            part=part,
            title=pitch_title(seconds),
            seconds=float(seconds),
            seed=0,
            is_clocked=True,
            is_told=True,
            is_deep=seconds >= 600,
            drill=tuple(item.id for item in fitting or items),
        )
        prompt = f"Pitch *{paper.title}* in {length}: about {words} words. Speak aloud."
        return Spoken(about, "pitch", prompt, points, words)

    # --- design

    def _design(self, part: DesignPart) -> tuple[Task, ...]:
        designs = [item for item in self._bank.items.values() if isinstance(item, Design)]
        briefs = [brief for brief in part.briefs if isinstance(self._bank.items.get(brief.design), Design)]
        products: list[Design | Brief] = [*designs, *briefs]
        if not products:
            raise UsageError(
                "the bank has no design item", hint="to see what there is: interview bank list --kind design"
            )
        product = self._preferred(products, lambda one: one.id)[0]
        item = self._bank.items[product.design] if isinstance(product, Brief) else product
        assert isinstance(item, Design)
        prompt = f"{item.prompt}\n\n{product.demand}" if isinstance(product, Brief) else item.prompt
        adds = product.adds if isinstance(product, Brief) else {}
        estimates = self._estimates(part, item)
        seconds = part.minutes_at(self._pace) * 60 * (1 - TICKING_SHARE)
        seconds -= sum(task.about.seconds for task in estimates)
        scale = max(seconds, 60.0) / sum(phase.minutes for phase in item.phases)
        longest = max(phase.minutes for phase in item.phases)
        tasks: list[Task] = []
        waiting = list(estimates)
        for number, phase in enumerate(item.phases, start=1):
            points = [*phase.checklist, *adds.get(phase.name, ())]
            about = About(
                id=f"{product.id}/{'-'.join(phase.name.split())}",
                part=part.name,
                title=phase.name,
                seconds=float(round(phase.minutes * scale)),
                seed=0,
                level=item.level,
                is_clocked=True,
                is_deep=phase.minutes == longest,
                drill=(item.id,),
            )
            tasks.append(_phase(about, prompt, phase, number, len(item.phases), points))
            if number > 1 and waiting:
                tasks.append(waiting.pop(0))
        return (*tasks, *waiting)

    def _estimates(self, part: DesignPart, item: Design) -> list[Task]:
        count = part.quick_estimates if self._pace is Pace.QUICK else part.estimates
        known = [self._bank.items[name] for name in item.estimates if name in self._bank.items]
        found = self._preferred(known, lambda estimate: estimate.id)[:count]
        longest = 60.0 if self._pace is Pace.QUICK else 180.0
        questions = [self._question(estimate, part.name, None, longest) for estimate in found]
        return [_deep(question) for question in questions]

    # --- chance

    def _seed(self) -> int:
        return int(self._rng.random() * SEEDS)

    def _preferred(self, values: Iterable[Value], name: Callable[[Value], str]) -> list[Value]:
        """Those that were asked least often first, then those that were not met lately, by chance among equals."""
        drawn = []
        for value in values:
            known = name(value)
            drawn.append(((self._asked[known], known in self._met_lately, self._rng.random()), value))
        return [value for _, value in sorted(drawn, key=lambda entry: entry[0])]


def _seconds(threads_: Iterable[Sequence[Task]]) -> float:
    return sum(task.about.seconds for thread in threads_ for task in thread)


def _fitting(threads_: Sequence[Sequence[Task]], seconds: float) -> int:
    """How many of them, from the first, fit into the time."""
    fitting = 0
    while fitting < len(threads_) and _seconds(threads_[: fitting + 1]) <= seconds:
        fitting += 1
    return fitting


def _fitted(threads_: Sequence[tuple[Task, ...]], seconds: float) -> tuple[tuple[Task, ...], ...]:
    """The same with budgets that fill the time."""
    share = seconds / _seconds(threads_)
    return tuple(
        tuple(
            replace(task, about=replace(task.about, seconds=float(round(task.about.seconds * share))))
            for task in thread
        )
        for thread in threads_
    )


def _phase(about: About, prompt: str, phase: Phase, number: int, total: int, points: Sequence[str]) -> Spoken:
    told = f"{prompt}\n\n**Phase {number} of {total}: {phase.name}.**"
    return Spoken(about, "phase", told, tuple(KeyPoint(text=point) for point in points))


def _deep(task: Task) -> Task:
    return replace(task, about=replace(task.about, is_deep=True))


def _followed(task: Task) -> Task:
    """The task as one that follows a strong answer."""
    return replace(task, about=replace(task.about, depth=DEEPEST_IN_A_LIST, is_deep=True))
