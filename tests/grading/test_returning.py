"""Results whose names say which is which are taken in the problem's order; where names say nothing, places do."""

from __future__ import annotations

import pytest

from interview_cli.grading.candidate.adapting.results.returning import in_order, left_by, names_returned, order_by_names
from interview_cli.grading.judge.coverage import asked_of
from interview_cli.grading.judge.results import names_of_results


@pytest.mark.parametrize(
    ("own", "asked", "order"),
    [
        (["labels", "centroids"], ["centers", "labels"], [1, 0]),
        (["centroids", "labels"], ["centers", "labels"], []),
        (["pi", "mu", "sigma", "ll"], ["new_means", "new_covs", "", "log_p"], [1, 2, 0, 3]),
        (["comp_rgb", "distance", "acc", "weights"], ["color", "depth", "weights"], [0, 1, 3]),
        (["topk_idx", "topk_weight", "aux_loss"], ["gates", "indices", "aux"], [1, 0, 2]),
        (["topk_weight", "topk_idx", "aux_loss"], ["gates", "indices", "aux"], []),
        (["deltas", "advantages", "returns"], ["advantages", ""], [1, 2]),
        (["out", "scores", "attn"], ["", "attn"], [0, 2]),
        (["out", "probs", "attn", "dv"], ["", "", "dv"], [0, 1, 3]),
        (["a", "b"], ["centers", "labels"], []),
        (["", ""], ["centers", "labels"], []),
        (["labels"], ["centers", "labels"], []),
        (["labels", "centers"], ["labels"], []),
    ],
)
def test_names_say_an_order_only_where_they_say_more_than_places(
    own: list[str], asked: list[str], order: list[int]
) -> None:
    assert order_by_names(own, asked) == order


def by_two_ways(x):  # type: ignore[no-untyped-def]
    if x:
        return x, x
    one, two = x, x
    return one, two


def by_one_way(one):  # type: ignore[no-untyped-def]
    def inside(x):  # type: ignore[no-untyped-def]
        return x

    self = inside(one)
    return float(one), self.two, one + 1, one.sum(), self.three(one, one), max(one, 2)


def test_names_are_those_of_all_returns() -> None:
    assert names_returned(by_two_ways) == []
    assert names_returned(by_one_way) == ["one", "two", "", "one", "three", "max"]
    assert names_returned(len) == []


def test_what_came_beside_stands_behind() -> None:
    assert in_order(("rgb", "depth", "acc", "weights"), [0, 1, 3]) == ("rgb", "depth", "weights", "acc")
    assert in_order("loss", [1, 0]) == "loss"
    assert in_order((1,), [1, 0]) == (1,)


class Fitted:
    """Leaves two values and what it was made with."""

    def __init__(self) -> None:
        self.rate, self.kind = 0.1, "ridge"

    def fit(self, x: float) -> Fitted:
        """Leaves them, and a text."""
        self.intercept_ = x
        self.coef_, self.kind, self._seen = 2 * x, "done", 3 * x
        return self


def test_what_a_fit_leaves_are_the_values_that_it_sets() -> None:
    assert left_by(Fitted().fit(1.0), "fit", ["coef", "intercept"]) == (2.0, 1.0)
    assert left_by(Fitted().fit(1.0), "fit", ["w", "b", "c"]) is None


def test_a_problem_names_its_results_where_it_returns_several() -> None:
    assert names_of_results(pair) == ["", "count"]
    assert asked_of(pair)["results"] == ["", "count"]
    assert asked_of(alone)["results"] == []
    assert asked_of(Layer)["results"] == ["out", ""]


def pair(x: float) -> tuple[float, int]:
    """A result without a name, and one that has one."""
    count = 1
    return x + 1, int(count)


class Layer:
    """A layer of two results, the second of which has no name: the largest of a list is not the list."""

    def forward(self, out: list[float]) -> tuple[list[float], float]:
        return out, max(out)


def alone(x: float) -> float:
    """One result."""
    return x
