"""The mock interview's state machine: clocks, collection, resuming from the log, and what the log is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from interview_cli.bank.load import packaged_bank
from interview_cli.bank.papers import example_papers, read_papers
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.bank.rounds import read_rounds, round_faults
from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import open_sessions
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items import verdict as verdicts
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import AnyItem, Choice, Code, Design, Matching, Recall
from interview_cli.domain.items.shown import Shown, present
from interview_cli.domain.items.verdict import CheckResult, CheckStatus, Verdict
from interview_cli.domain.marking import expected_answer
from interview_cli.domain.plantings.planting import Standing
from interview_cli.domain.rounds.blueprint import CodePart, Pace, Pool
from interview_cli.domain.rounds.scorecard import Dimension, Ended, Judge, Outcome, Recommendation, quoted
from interview_cli.services.mock.outcomes import credible, in_words, note_in_words
from interview_cli.services.mock.plan import fits_part
from interview_cli.services.mock.record import kept_cards, open_mock
from interview_cli.services.mock.session import Mock
from interview_cli.services.mock.steps import (
    Asked,
    Coding,
    Debrief,
    Marked,
    Means,
    Over,
    Ready,
    Request,
    RoundOver,
    Spoken,
    Ticking,
)
from tests.fakes import FakeClock, Happened, MemoryLog, SequentialIds
from tests.packaged import packaged

ALL = ("coding", "fundamentals", "research", "design", "papers")

BANK = packaged()
ROUNDS = read_rounds([packaged_bank()])
LANDED = packaged_pages().landed()
PAPERS = tuple(file.paper for file in read_papers(example_papers()) if file.paper is not None)


def shown(item: AnyItem, seed: int) -> Shown:
    return present(item, seed, BANK.problems[item.id] if isinstance(item, Code) else None)


class Table:
    """A clock, a log, and what a mock interview is held with."""

    def __init__(self) -> None:
        self.clock, self.log, self.ids = FakeClock(), MemoryLog(), SequentialIds()
        self.means = Means(BANK, self.log, self.clock, self.ids, LANDED, shown, ROUNDS, PAPERS)

    def start(self, *rounds: str, pace: Pace = Pace.QUICK, seed: int = 5) -> Mock:
        return Mock.start(self.means, Request(rounds, pace, seed))

    def resume(self) -> Mock:
        past = open_mock(self.log.events())
        assert past is not None
        return Mock.resume(self.means, past)

    def kinds(self, kind: EventKind) -> list[Event]:
        return [event for event in self.log.events() if event.kind is kind]


class CountingLog(MemoryLog):
    """Knows how long it was after each write."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def append(self, *events: Event) -> None:
        super().append(*events)
        self.sizes.append(len(self.events()))


@pytest.fixture
def table() -> Table:
    return Table()


def verdict(problem: str, *, passed: int, of: int = 4) -> Verdict:
    checks = tuple(CheckResult(f"check {n}", CheckStatus.PASS if n < passed else CheckStatus.FAIL) for n in range(of))
    return Verdict(
        problem, "a.py", verdicts.Outcome.PASS if passed == of else verdicts.Outcome.FAIL, "as it is", 3, checks=checks
    )


def answer_well(mock: Mock) -> None:
    """Answer what is asked, as a strong candidate does."""
    match mock.current:
        case Asked(task=Marked(about=about)):
            assert mock.submit(expected_answer(BANK.items[about.id], about.seed) or "") is None
        case Asked(task=Spoken(about=about, word_budget=words)):
            mock.submit("word " * (words or round(about.seconds)))
        case Asked(task=Coding(about=about)):
            mock.submit_code("pass", verdict(about.id, passed=4))
            mock.hand_in()
        case Ticking(task=task):
            mock.tick(range(len(task.points)))
        case Debrief(blueprint=blueprint):
            mock.tick(range(len(blueprint.habits)))
        case step:
            raise AssertionError(step)


def say_nothing(mock: Mock) -> None:
    """Hand in every spoken answer at once, and tick all of it."""
    match mock.current:
        case Asked(task=Spoken()):
            mock.submit("")
        case _:
            answer_well(mock)


def give_up(mock: Mock) -> None:
    """Pass whatever is asked."""
    match mock.current:
        case Asked():
            mock.give_up()
        case Ticking() | Debrief():
            mock.tick(())
        case step:
            raise AssertionError(step)


def read_and_give_up(table: Table, mock: Mock) -> None:
    """The same, after a look at it."""
    if isinstance(mock.current, Asked):
        table.clock.advance(seconds=mock.current.task.about.seconds / 8)
    give_up(mock)


def reached(over: RoundOver) -> list[Outcome]:
    """What was asked, without what the round did not come to."""
    return [outcome for outcome in over.card.seen.outcomes if outcome.ended is not Ended.NOT_REACHED]


def play_round(mock: Mock, answer: Callable[[Mock], None] = answer_well) -> RoundOver:
    mock.begin()
    while not isinstance(mock.current, RoundOver):
        answer(mock)
    return mock.current


def tasks_of(table: Table) -> list[str]:
    held = [json.loads(event.answer) for event in table.kinds(EventKind.SESSION)]
    return [entry["task"]["id"] for entry in held if entry["state"] == "asked"]


def test_our_rounds_fit_our_bank() -> None:
    assert list(round_faults(ROUNDS, BANK, LANDED)) == []
    assert tuple(name for name, blueprint in ROUNDS.items() if blueprint.in_loop) == ALL
    assert tuple(ROUNDS) == (*ALL, "debugging")


def test_a_project_is_repaired_where_there_is_time_for_it() -> None:
    parts = {part.name: part for name in ("coding", "debugging") for part in ROUNDS[name].parts}
    asked = {
        name: {
            item.id
            for item in BANK.items.values()
            if isinstance(part, CodePart) and fits_part(part, item, BANK, LANDED)
        }
        for name, part in parts.items()
    }
    long, short = "q17-debug-project-char-gpt", "q20-debug-project-pipeline"
    found = {name: {long, short} & asked[name] for name in asked}
    assert found == {
        "Python sanity": set(),
        "algorithm": set(),
        "applied ML": {short},
        "first code": {short},
        "second code": {long, short},
    }


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("pace", Pace)
def test_a_strong_candidate_is_recommended_and_a_silent_one_is_not(name: str, pace: Pace) -> None:
    strong, silent = Table(), Table()
    good = play_round(strong.start(name, pace=pace))
    bad = play_round(silent.start(name, pace=pace), partial(read_and_give_up, silent))
    is_graded = any(outcome.judge is Judge.PROGRAM for outcome in good.card.seen.outcomes)
    assert is_graded == (name != "papers")
    assert good.card.recommendation.value == ("strong hire" if is_graded else "hire")
    assert bad.card.recommendation.value == "strong no hire"
    assert (good.card.next, len(bad.card.next)) == (
        (),
        min(3, len({name for o in bad.card.seen.outcomes for name in o.drill})),
    )


def test_a_whole_loop_is_played_and_kept(table: Table) -> None:
    mock = table.start(*ALL)
    for number, name in enumerate(ALL, start=1):
        assert isinstance(mock.current, Ready) and mock.current.number == number
        over = play_round(mock)
        assert (over.card.seen.round, over.is_last) == (name, number == len(ALL))
        mock.next()
    assert mock.current == Over()
    assert [event.item for event in table.kinds(EventKind.ROUND)] == list(ALL)
    assert open_mock(table.log.events()) is None


@pytest.mark.parametrize("name", ALL)
def test_the_same_seed_bank_and_history_give_the_same_round(name: str) -> None:
    one, same, other = Table(), Table(), Table()
    for table, seed in ((one, 7), (same, 7), (other, 8)):
        play_round(table.start(name, pace=Pace.FULL, seed=seed))
    assert tasks_of(one) == tasks_of(same)
    assert tasks_of(one) != tasks_of(other) or name == "papers"


@pytest.mark.parametrize("name", ["coding", "design", "fundamentals"])
def test_another_round_asks_other_things_first(table: Table, name: str) -> None:
    first = play_round(table.start(name)).card.seen.outcomes
    second = play_round(table.start(name)).card.seen.outcomes
    assert {o.task.partition("/")[0] for o in first}.isdisjoint(
        o.task.partition("/")[0] for o in second if o.kind != "numeric"
    )


def test_the_clock_runs_while_one_thinks_and_stops_between_rounds(table: Table) -> None:
    mock = table.start("fundamentals", "research", pace=Pace.FULL)
    assert mock.left is None
    table.clock.advance(minutes=10)
    mock.begin()
    table.clock.advance(minutes=5, seconds=1)
    assert mock.left is not None and mock.left.round == 45 * 60 - 301
    while not isinstance(mock.current, RoundOver):
        answer_well(mock)
    assert mock.left is None
    table.clock.advance(hours=1)
    mock.next()
    mock.begin()
    assert mock.left is not None and mock.left.round == 45 * 60


def test_at_zero_what_is_written_is_collected_and_nothing_more_is_asked(table: Table) -> None:
    mock = table.start("fundamentals", pace=Pace.FULL)
    mock.begin()
    while not (isinstance(mock.current, Asked) and isinstance(mock.current.task, Spoken)):
        answer_well(mock)
    table.clock.advance(minutes=46)
    mock.collect("half an answ")
    assert isinstance(mock.current, Ticking)
    assert table.kinds(EventKind.ATTEMPT)[-1].answer == "half an answ"
    mock.tick([0])
    assert isinstance(mock.current, Debrief)
    mock.tick(())
    assert isinstance(mock.current, RoundOver)
    assert reached(mock.current)[-1].ended is Ended.COLLECTED
    assert mock.current.card.seen.seconds == 45 * 60


@pytest.mark.parametrize("name", ["research", "papers"])
def test_what_nobody_had_the_time_to_say_is_not_counted(table: Table, name: str) -> None:
    """All ticked at once with nothing written: no point counts, and the review is the one of an answer without any."""
    over = play_round(table.start(name), say_nothing)
    own = [outcome for outcome in over.card.seen.outcomes if outcome.judge is Judge.YOU]
    assert {outcome.score for outcome in own} == {0.0}
    assert own[0].note.endswith("ticked after 0 s with nothing written: 0 counted, there was no time to say more")
    assert over.card.recommendation in (Recommendation.UNSAID, Recommendation.STRONG_NO, Recommendation.NO)
    spoken = [event for event in table.kinds(EventKind.REVIEW) if isinstance(BANK.items[event.item], Recall)]
    assert {event.rating for event in spoken} <= {1}


@pytest.mark.parametrize(
    ("said", "seconds", "counted"),
    [("", 0, 0), ("", 1, 0), ("", 2, 1), ("", 60, 6), ("one two three four five", 0, 1), ("w " * 60, 0, 6)],
)
def test_so_many_points_may_have_been_said(said: str, seconds: float, counted: int) -> None:
    assert credible(range(6), said, seconds) == frozenset(range(counted))


def test_what_cannot_be_read_is_asked_again_and_at_zero_is_wrong(table: Table) -> None:
    mock = table.start("coding")
    mock.begin()
    before = mock.current
    assert isinstance(before, Asked) and isinstance(before.task, Marked)
    marked = mock.submit("no such letters, 12")
    assert marked is not None and marked.mark is Mark.UNREADABLE
    assert mock.current == before
    mock.collect("no such letters, 12")
    last = table.kinds(EventKind.ATTEMPT)[-1]
    assert (last.mark, last.answer) == (Mark.WRONG, "no such letters, 12")


def test_a_card_says_what_was_chosen_and_not_its_letter(table: Table) -> None:
    """A letter means nothing once the options are shuffled anew."""
    texts: dict[str, tuple[str, tuple[str, ...]]] = {}
    for seed in range(12):
        mock = table.start("coding", seed=seed)
        mock.begin()
        assert isinstance(mock.current, Asked) and mock.current.shown is not None
        options = mock.current.shown.options
        mock.submit("A")
        mock.stop()
        if options:
            (outcome,) = reached(mock.current)[:1]  # type: ignore[arg-type]
            texts[outcome.task] = (options[0].text, (outcome.said, *outcome.missed))
    assert texts
    for task, (chosen, (said, *missed)) in texts.items():
        correct = [option.text for option in BANK.items[task].options if option.correct]  # type: ignore[union-attr]
        assert said == quoted(chosen)
        assert not missed or len(correct) > 1 or missed == [quoted(f"expected {correct[0]}")]


def test_a_contrast_has_thirty_seconds_of_its_own(table: Table) -> None:
    mock = table.start("papers")
    mock.begin()
    table.clock.advance(seconds=12)
    assert mock.left is not None
    assert (mock.left.task, mock.left.round, mock.left.seconds) == (18, 9 * 60 - 12, 18)


# --- code


def at_problem(table: Table, pace: Pace = Pace.QUICK) -> tuple[Mock, str]:
    mock = table.start("coding", pace=pace)
    mock.begin()
    while not (isinstance(mock.current, Asked) and isinstance(mock.current.task, Coding)):
        answer_well(mock)
    return mock, mock.current.task.about.id


OTHER = 'The check "small" fails: the result: 2, expected 1'


def test_a_problem_is_graded_as_often_as_one_likes_and_the_last_grade_counts(table: Table) -> None:
    mock, problem = at_problem(table)
    mock.submit_code("first", verdict(problem, passed=1))
    mock.submit_code("second", verdict(problem, passed=4))
    mock.hand_in()
    graded = [event for event in table.kinds(EventKind.ATTEMPT) if event.item == problem]
    assert [event.mark for event in graded] == [Mark.WRONG, Mark.RIGHT]
    (review,) = [event for event in table.kinds(EventKind.REVIEW) if event.item == problem]
    assert (review.rating, review.mode) == (2, Mode.MOCK)


def test_a_hint_costs(table: Table) -> None:
    mock, problem = at_problem(table)
    assert mock.hint() is not None
    mock.submit_code("pass", verdict(problem, passed=4))
    mock.hand_in()
    while not isinstance(mock.current, RoundOver):
        answer_well(mock)
    (outcome,) = [entry for entry in mock.current.card.seen.outcomes if entry.task == problem]
    assert (outcome.hints, outcome.score) == (1, 0.85)


@pytest.mark.parametrize(
    ("left", "other", "score", "missed", "note"),
    [
        (("flipped",), "", 0.375, ("flipped",), "1 of 2 fixed after 1 run"),
        ((), "", 1.0, (), "2 of 2 fixed after 1 run"),
        ((), OTHER, 0.375, (), "2 of 2 fixed after 1 run, but something else is wrong"),
        (("eps-of-1e-8",), OTHER, 0.375, ("eps of 1e-8",), "1 of 2 fixed after 1 run"),
    ],
)
def test_planted_code_that_fails_another_check_is_not_repaired(
    table: Table, left: tuple[str, ...], other: str, score: float, missed: tuple[str, ...], note: str
) -> None:
    """All mistakes are gone, one of them by a repair that is wrong: one is taken off."""
    mock = table.start("debugging", pace=Pace.FULL)
    mock.begin()
    assert isinstance(mock.current, Asked)
    problem = mock.current.task.about.id
    standing = Standing((("eps-of-1e-8", "scale"), ("flipped", "sign")), left, other)
    outcome = verdicts.Outcome.FAIL if left or other else verdicts.Outcome.PASS
    mock.submit_code("x", Verdict(problem, "a.py", outcome, "", seed=1, standing=standing))
    mock.hand_in()
    mock.end_round()
    while not isinstance(mock.current, RoundOver):
        answer_well(mock)
    (found,) = [entry for entry in mock.current.card.seen.outcomes if entry.task == problem]
    assert (found.score, found.missed, found.note) == (score, missed, note)


@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize(
    ("left", "recommendation"),
    [((0, 0), "strong hire"), ((0, 1), "hire"), ((1, 0), "hire"), ((1, 1), "no hire"), ((2, 2), "strong no hire")],
)
def test_code_with_a_mistake_left_is_not_nearly_repaired(
    table: Table, pace: Pace, left: tuple[int, int], recommendation: str
) -> None:
    """Of three mistakes in each of two pieces, in half of the time, with all habits ticked."""
    mock, names = table.start("debugging", pace=pace), ("a", "b", "c")
    mock.begin()
    for number in left:
        assert isinstance(mock.current, Asked)
        about = mock.current.task.about
        table.clock.advance(seconds=about.seconds / 2)
        standing = Standing(tuple((name, "scale") for name in names), names[:number])
        outcome = verdicts.Outcome.FAIL if number else verdicts.Outcome.PASS
        mock.submit_code("x", Verdict(about.id, "a.py", outcome, "", seed=1, standing=standing))
        mock.hand_in()
    while not isinstance(mock.current, RoundOver):
        answer_well(mock)
    assert mock.current.card.recommendation.value == recommendation


def test_an_untried_problem_is_reviewed_as_not_known(table: Table) -> None:
    mock, problem = at_problem(table)
    mock.give_up()
    (review,) = [event for event in table.kinds(EventKind.REVIEW) if event.item == problem]
    assert review.rating == 1


# --- fundamentals


def test_the_level_follows_the_answers_and_strong_ones_are_followed_up(table: Table) -> None:
    play_round(table.start("fundamentals", pace=Pace.FULL))
    weak = Table()
    play_round(weak.start("fundamentals", pace=Pace.FULL), give_up)

    def asked(of: Table) -> list[tuple[int, int]]:
        held = [json.loads(event.answer) for event in of.kinds(EventKind.SESSION)]
        return [(entry["task"]["level"], entry["task"]["depth"]) for entry in held if entry["state"] == "asked"]

    assert max(level for level, _ in asked(table)) == 3
    assert max(depth for _, depth in asked(table)) >= 1
    assert set(asked(weak)) == {(1, 0)}


def test_nothing_is_asked_again_while_there_is_something_else(table: Table) -> None:
    """Seven fundamentals rounds of 15 from a pool of more than a hundred: no question comes twice."""
    asked: list[str] = []
    for week in range(7):
        over = play_round(table.start("fundamentals", pace=Pace.FULL, seed=week), answer_well if week % 2 else give_up)
        asked += [outcome.task for outcome in over.card.seen.outcomes]
        table.clock.advance(days=7)
    assert len(asked) == len(set(asked)) == 7 * 15


def test_a_problem_that_was_just_solved_is_no_test(table: Table) -> None:
    """Of the algorithm problems all but one were met in drills lately: that one is asked."""
    problems = [name for name in LANDED if BANK.problems[name].pattern is not None]
    happened = Happened(table.clock, table.ids)
    for name in sorted(problems)[:-1]:
        happened.attempt(name, mode=Mode.SOLVE)
    table.log.append(*happened.events)
    mock = table.start("coding", pace=Pace.FULL)
    mock.begin()
    while not (isinstance(mock.current, Asked) and isinstance(mock.current.task, Coding)):
        answer_well(mock)
    assert mock.current.task.about.id == sorted(problems)[-1]


def test_what_the_log_learned_meanwhile_does_not_change_what_goes_on(table: Table) -> None:
    """Answers of another machine arrive while a round is cut short: it asks what it would have asked."""

    def tasks(arrived: bool) -> list[str]:
        own = Table()
        mock = own.start("fundamentals", pace=Pace.FULL)
        mock.begin()
        for _ in range(6):
            answer_well(mock)
        if arrived:
            other = Happened(FakeClock(own.clock.now()))
            for item in BANK.items:
                other.attempt(item, mode=Mode.MOCK, session="another")
            own.log.append(*other.events)
        again = own.resume()
        while not isinstance(again.current, RoundOver):
            answer_well(again)
        return tasks_of(own)

    assert tasks(arrived=True) == tasks(arrived=False)


# --- a bank with too little


def small(table: Table, pool: Pool, name: str = "fundamentals") -> None:
    """Let the parts of a round draw from another pool."""
    blueprint = ROUNDS[name]
    parts = [part.model_copy(update={"pool": pool}) if hasattr(part, "pool") else part for part in blueprint.parts]
    other = blueprint.model_copy(update={"parts": tuple(parts)})
    table.means = replace(table.means, blueprints={**ROUNDS, name: other})


def test_a_round_without_anything_to_ask_is_refused(table: Table) -> None:
    small(table, Pool(concepts=("s02-nothing-teaches-this",)))
    with pytest.raises(UsageError, match="the bank has no questions for the round fundamentals"):
        table.start("coding", "fundamentals")
    assert table.log.events() == ()


def test_what_a_round_lacks_is_said_before_it_begins(table: Table) -> None:
    small(table, Pool(concepts=("s01-refcount",), kinds=("recall",)), "coding")
    mock = table.start("coding", pace=Pace.FULL)
    assert isinstance(mock.current, Ready)
    (lack,) = mock.current.lacks
    assert lack.startswith("Python sanity: the bank has ") and lack.endswith(" of the 4 questions")
    small(table, Pool(concepts=("s02-nothing-teaches-this",)), "coding")
    mock = table.start("coding", pace=Pace.FULL)
    assert isinstance(mock.current, Ready)
    assert mock.current.lacks == ("Python sanity: the bank has none of the 4 questions",)
    mock.begin()
    assert isinstance(mock.current, Asked) and isinstance(mock.current.task, Coding)


@pytest.mark.parametrize(("name", "least"), [("fundamentals", 12), ("research", 6)])
def test_who_spends_the_round_on_its_first_question_is_told_what_was_not_reached(
    table: Table, name: str, least: int
) -> None:
    mock = table.start(name, pace=Pace.FULL)
    mock.begin()
    answer_well(mock)
    if isinstance(mock.current, Ticking):
        answer_well(mock)
    table.clock.advance(minutes=46)
    while not isinstance(mock.current, RoundOver):
        if isinstance(mock.current, Asked):
            mock.collect("")
        elif isinstance(mock.current, Ticking):
            mock.tick(())
        else:
            answer_well(mock)
    ended = [outcome.ended for outcome in mock.current.card.seen.outcomes]
    assert len(ended) >= least
    assert ended.count(Ended.NOT_REACHED) >= least - 2
    assert mock.current.card.recommendation in (Recommendation.NO, Recommendation.STRONG_NO)
    first = mock.current.card.seen.outcomes[1]
    assert mock.current.card.next[0].item == first.drill[0]  # what was asked and missed, before what was not asked


# --- research


def test_a_thread_is_left_when_the_answer_does_not_hold(table: Table) -> None:
    play_round(table.start("research", pace=Pace.FULL), give_up)
    assert {name.partition("/")[2] for name in tasks_of(table)}.isdisjoint({"falsify", "derive", "assumption", "again"})
    strong = Table()
    play_round(strong.start("research", pace=Pace.FULL))
    names = [name.partition("/")[2] for name in tasks_of(strong)]
    assert names[:5] == ["claim", "falsify", "loss", "derive", "assumption"]
    assert names.index("again") == names.index("limits") + 1
    (event,) = strong.kinds(EventKind.ROUND)
    budgets = [outcome["budget"] for outcome in json.loads(event.answer)["outcomes"]]
    assert sum(budgets[: names.index("again") + 1]) <= 0.8 * 45 * 60  # the rest is for reading and ticking


@pytest.mark.parametrize("seed", range(3))
def test_a_quick_dive_goes_from_the_claim_to_the_limits_in_a_fifth_of_the_time(table: Table, seed: int) -> None:
    """Claim, loss and its derivation, a component or a change, a concept, and the limits; then a critique or a defense."""
    over = play_round(table.start("research", seed=seed))
    outcomes = over.card.seen.outcomes
    names = [outcome.task.partition("/")[2] for outcome in outcomes]
    assert names[:3] == ["claim", "loss", "derive"]
    assert names[3].partition("-")[0] in ("purpose", "breaks", "numbers")
    assert names[-3:-1] == ["", "limits"]
    last = BANK.items[outcomes[-1].task]
    assert isinstance(last, Recall) and last.form in ("critique", "defense")
    assert sum(outcome.budget for outcome in outcomes[:-1]) == pytest.approx(0.8 * 7 * 60, abs=4)


def test_who_leaves_before_the_clock_starts_has_attempted_nothing(table: Table) -> None:
    mock = table.start("research")
    assert not mock.has_begun
    mock.stop()
    assert isinstance(mock.current, Over)
    assert not table.log.events()


def test_a_paper_that_came_meanwhile_is_not_asked_about(table: Table) -> None:
    """The papers are those of the beginning, whatever the folder holds when it goes on."""
    for seed in range(4):
        table.means = replace(table.means, papers=PAPERS[:1])
        mock = table.start("research", seed=seed)
        mock.begin()
        table.means = replace(table.means, papers=PAPERS)
        assert mock.current == table.resume().current
        again = table.resume()
        assert isinstance(again.current, Asked)
        assert again.current.task.about.id == f"{PAPERS[0].id}/claim"
        again.stop()


def test_papers_are_asked_for_where_there_are_none(table: Table) -> None:
    table.means = replace(table.means, papers=())
    with pytest.raises(UsageError, match="no paper to ask about"):
        table.start("research")


# --- design


def test_there_are_at_least_eight_products_to_design(table: Table) -> None:
    products = set()
    for seed in range(8):
        play_round(table.start("design", seed=seed), give_up)
        products.add(tasks_of(table)[-1].partition("/")[0])
        products.add(next(name for name in reversed(tasks_of(table)) if "/" in name).partition("/")[0])
    assert len({name for name in products if name in BANK.items or "-" in name}) >= 8


def only_design(table: Table, name: str) -> Design:
    """Let the design round have no other product than this one."""
    design = BANK.items[name]
    assert isinstance(design, Design)
    others = {item.id for item in BANK.items.values() if isinstance(item, Design)} - {name}
    part = ROUNDS["design"].parts[0].model_copy(update={"briefs": ()})
    table.means = replace(
        table.means,
        blueprints={"design": ROUNDS["design"].model_copy(update={"parts": (part,)})},
        bank=BANK.model_copy(update={"items": {name: item for name, item in BANK.items.items() if name not in others}}),
    )
    return design


@pytest.mark.parametrize("name", ["q14-design-t2i", "q14-design-provenance"])
def test_design_phases_fit_the_round_and_estimates_are_marked(table: Table, name: str) -> None:
    """Three estimates, or all that the product has if it has fewer."""
    design = only_design(table, name)
    play_round(table.start("design", pace=Pace.FULL))
    (event,) = table.kinds(EventKind.ROUND)
    outcomes = json.loads(event.answer)["outcomes"]
    assert sum(outcome["budget"] for outcome in outcomes) < 45 * 60
    assert [outcome["judge"] for outcome in outcomes].count("program") == min(3, len(design.estimates))


def test_the_same_product_brings_other_estimates(table: Table) -> None:
    """Memory, FLOP, storage, cost: what was estimated before comes after what was not."""
    assert len(only_design(table, "q14-design-t2i").estimates) >= 6
    asked = []
    for _ in range(2):
        over = play_round(table.start("design", pace=Pace.FULL))
        asked += [outcome.task for outcome in over.card.seen.outcomes if outcome.judge is Judge.PROGRAM]
    assert len(asked) == len(set(asked)) == 6


# --- cut short


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5])
def test_a_round_goes_on_from_the_log_alone_with_the_time_gone(table: Table, name: str, steps: int) -> None:
    """Whatever was before the user: the same task, the answers kept, and the clocks run on meanwhile."""
    mock = table.start(name)
    mock.begin()
    for _ in range(steps):
        table.clock.advance(seconds=2)
        if isinstance(mock.current, RoundOver):
            return
        answer_well(mock)
    before, left = mock.current, mock.left
    written = len(table.log.events())
    table.clock.advance(seconds=7)
    again = table.resume() if not isinstance(before, RoundOver) else mock
    assert len(table.log.events()) == written
    if isinstance(before, Asked):
        assert isinstance(again.current, Asked)
        assert (again.current.task, again.current.number) == (before.task, before.number)
    else:
        assert type(again.current) is type(before)
    if left is not None and again.left is not None:
        assert again.left.round == pytest.approx(left.round - 7)
        assert again.left.task == (None if left.task is None else pytest.approx(left.task - 7))


@pytest.mark.parametrize("name", ALL)
def test_cut_short_and_found_after_the_end_the_draft_is_collected_and_no_more_asked(table: Table, name: str) -> None:
    mock = table.start(name, "fundamentals")
    mock.begin()
    table.clock.advance(days=1)
    again = table.resume()
    assert again.left is not None and again.left.seconds < 0
    again.collect("A")
    while not isinstance(again.current, RoundOver):
        assert not isinstance(again.current, Asked)
        give_up(again)
    assert again.current.card.seen.seconds == 9 * 60
    again.next()
    assert isinstance(again.current, Ready) and again.current.blueprint.id == "fundamentals"


def test_every_event_may_be_the_last_one(table: Table) -> None:
    """Cut the log after any write of a round: it can be gone on with, no task is judged or reviewed twice."""
    log = CountingLog()
    table.means = replace(table.means, log=log)
    play_round(table.start("coding"))
    for cut in log.sizes[:-1]:
        rest = MemoryLog(log.events()[:cut])
        past = open_mock(rest.events())
        assert past is not None
        again = Mock.resume(replace(table.means, log=rest), past)
        if isinstance(again.current, Ready):
            again.begin()
        while not isinstance(again.current, RoundOver):
            answer_well(again)
        tasks = [outcome.task for outcome in again.current.card.seen.outcomes]
        assert len(tasks) == len(set(tasks)) == 3
        reviewed = [event.item for event in rest.events() if event.kind is EventKind.REVIEW]
        assert sorted(reviewed) == sorted(tasks)


def test_ended_early_it_has_a_card_of_what_was_answered(table: Table) -> None:
    mock = table.start("fundamentals", "papers")
    mock.begin()
    while not any(event.kind is EventKind.REVIEW for event in table.log.events()):
        answer_well(mock)
    mock.stop()
    assert isinstance(mock.current, RoundOver) and mock.current.is_last
    assert open_mock(table.log.events()) is None
    assert not any("habit" in line for line in mock.current.card.of(Dimension.COMMUNICATION).evidence)  # none was asked


def test_what_is_written_when_the_round_is_ended_counts(table: Table) -> None:
    mock = table.start("research")
    mock.begin()
    table.clock.advance(seconds=50)
    mock.end_round("my claim")
    assert isinstance(mock.current, Ticking)
    table.clock.advance(seconds=30)
    mock.tick([0, 1])
    mock.tick(())
    assert isinstance(mock.current, RoundOver)
    (outcome,) = reached(mock.current)
    assert (outcome.said, outcome.score, mock.current.card.seen.seconds) == ("my claim", 1.0, 50)


@pytest.mark.parametrize("is_resumed", [False, True])
def test_ticks_of_a_list_that_was_left_are_kept_also_for_another_day(table: Table, is_resumed: bool) -> None:
    """Of the points of an answer, and of the habits; the next list begins empty."""
    mock = table.start("research")
    mock.begin()
    table.clock.advance(seconds=50)
    mock.end_round("my claim")
    mock.keep_ticks([0])
    mock.keep_ticks([0, 2])
    mock = table.resume() if is_resumed else mock
    assert isinstance(mock.current, Ticking) and mock.current.ticked == {0, 2}
    mock.tick(mock.current.ticked)
    if isinstance(mock.current, Asked):
        mock.end_round()
    assert isinstance(mock.current, Debrief) and not mock.current.ticked
    mock.keep_ticks([1])
    mock = table.resume() if is_resumed else mock
    assert isinstance(mock.current, Debrief) and mock.current.ticked == {1}


def test_what_was_ticked_counts_where_the_interview_is_stopped(table: Table) -> None:
    mock = table.start("research")
    mock.begin()
    table.clock.advance(seconds=50)
    mock.submit("my claim")
    mock.keep_ticks([0])
    mock.stop()
    assert isinstance(mock.current, RoundOver)
    (outcome,) = reached(mock.current)
    assert len(outcome.hit) == 1


def test_what_was_written_before_a_pass_is_kept_and_counts_for_nothing(table: Table) -> None:
    mock = table.start("research")
    mock.begin()
    table.clock.advance(seconds=30)
    mock.give_up("I once knew this")
    assert table.kinds(EventKind.ATTEMPT)[-1].answer == "I once knew this"
    mock.end_round()
    mock.tick(())
    assert isinstance(mock.current, RoundOver)
    first = mock.current.card.seen.outcomes[0]
    assert (first.said, first.score, first.ended) == ("I once knew this", 0.0, Ended.PASSED)


def test_left_before_the_first_answer_it_leaves_no_card(table: Table) -> None:
    mock = table.start("fundamentals")
    mock.begin()
    mock.stop()
    assert mock.current == Over()
    assert kept_cards(table.log.events()) == ()
    assert open_mock(table.log.events()) is None


def test_a_question_that_was_on_the_screen_when_the_interview_was_closed_is_not_rated(table: Table) -> None:
    """Nobody passed on it: who left the round comes to know of the question, and of no answer."""
    mock = table.start("fundamentals")
    mock.begin()
    while not table.kinds(EventKind.REVIEW):
        answer_well(mock)
    rated = len(table.kinds(EventKind.REVIEW))
    again = table.resume()
    assert isinstance(again.current, Asked)
    left = again.current.task.about.id
    again.stop()
    assert len(table.kinds(EventKind.REVIEW)) == rated
    assert isinstance(again.current, RoundOver)
    assert left not in {outcome.task for outcome in reached(again.current)}


def test_a_mock_is_no_drill_that_was_cut_short(table: Table) -> None:
    table.start("fundamentals").begin()
    today = study_day(table.clock.now(), table.clock.zone)
    assert open_sessions(table.log.events(), today, table.clock.zone) == []


def test_a_card_is_compared_with_the_last_of_its_round(table: Table) -> None:
    first = play_round(table.start("fundamentals"), give_up)
    table.clock.advance(days=2)
    second = play_round(table.start("fundamentals"))
    assert first.earlier is None
    assert second.earlier == first.card
    assert [kept.card for kept in kept_cards(table.log.events())] == [first.card, second.card]


def test_a_design_is_reviewed_once_by_what_was_ticked_in_its_phases(table: Table) -> None:
    mock = table.start("design")
    mock.begin()
    while not isinstance(mock.current, RoundOver):
        match mock.current:
            case Ticking():
                mock.tick([0])
            case _:
                answer_well(mock)
    designs = [event for event in table.kinds(EventKind.REVIEW) if BANK.items[event.item].kind == "design"]
    (review,) = designs
    item = BANK.items[review.item]
    assert isinstance(item, Design)
    first_of_each = [sum(len(phase.checklist) for phase in item.phases[:n]) for n in range(len(item.phases))]
    assert json.loads(review.answer) == {"ticked": first_of_each}
    assert (review.rating, review.mode) == (2, Mode.MOCK)  # less than half, and none of it essential


@pytest.mark.parametrize("item", [item for item in BANK.items.values() if isinstance(item, Matching)][:5])
def test_a_card_tells_a_grid_by_its_texts(item: Matching) -> None:
    """Nobody knows the letters any more; what is written in no such way stays as it was typed."""
    written = in_words(expected_answer(item, 3) or "", shown(item, 3))
    assert written == "; ".join(f"{row}: {', '.join(cells.values())}" for row, cells in item.rows.items())
    assert in_words("all of them", shown(item, 3)) == "all of them"


def test_a_card_tells_why_an_option_is_wrong_without_its_letter() -> None:
    """What was expected stands beside it, so that what was missed is not told twice."""
    several = next(item for item in BANK.items.values() if isinstance(item, Choice) and len(item.options) > 2)
    asked = shown(several, 3)
    first, second = asked.options[0], asked.options[1]
    assert note_in_words(f"{first.key}: It has no root.", asked) == "It has no root."
    assert note_in_words(f"{first.key}: One.\n{second.key}: Two.\nYou missed: C.", asked) == (
        f"“{first.text}”: One. “{second.text}”: Two."
    )
    assert note_in_words("You missed: C.", asked) == ""
    assert note_in_words("no answer", asked) == "no answer"


@pytest.mark.parametrize(
    ("outcome", "passed", "note"),
    [
        (verdicts.Outcome.PASS, 4, "passed after 1 run"),
        (verdicts.Outcome.FAIL, 1, "failed after 1 run: 25 % of the checks passed"),
        (verdicts.Outcome.ERROR, 0, "stopped with an error after 1 run"),
        (verdicts.Outcome.INVALID, 0, "couldn't be graded after 1 run"),
    ],
)
def test_a_card_says_in_words_how_code_ended(table: Table, outcome: verdicts.Outcome, passed: int, note: str) -> None:
    """What could not be run passed no share of the checks."""
    mock, problem = at_problem(table)
    mock.submit_code("x", replace(verdict(problem, passed=passed), outcome=outcome))
    mock.hand_in()
    while not isinstance(mock.current, RoundOver):
        answer_well(mock)
    (found,) = [entry for entry in mock.current.card.seen.outcomes if entry.task == problem]
    assert (found.note, found.missed) == (note, ())
