"""Section 19."""

from __future__ import annotations

import cmath
import itertools
import math
from fractions import Fraction
from statistics import fmean

import numpy as np

from tests.bank.recomputing import (
    crossing,
    exact,
    recomputes,
    smallest,
)


@recomputes("q19-accumulation-steps")
def micro_batches(M: int, T: int, b: int, G: int) -> float:
    return smallest(lambda count: count * T * b * G >= M * 2**20)


@recomputes("q19-cosine-lr")
def learning_rate(w: int, M: float, T: int, t: int) -> float:
    """The height of a point on half a circle between peak and floor."""
    centre, radius = (M + M / 10) / 2, (M - M / 10) / 2
    return centre + radius * cmath.exp(1j * cmath.pi * (t - w) / (T - w)).real


@recomputes("q19-epochs-of-a-source")
def times_seen(D: int, f: int, S: int) -> float:
    return float(D * Fraction(f, 100) / S)


@recomputes("q19-minhash")
def probability_of_a_candidate(b: int, r: int, s: float) -> float:
    missed = 1.0
    for _ in range(b):
        missed *= 1 - math.prod([s] * r)
    return 1 - missed


@recomputes("q19-rft-at-least-one")
def first_success_within(p: float, N: int) -> float:
    return sum((1 - p) ** failures * p for failures in range(N))


@recomputes("q19-sft-token-mean")
def mean_over_all_tokens(n: int, m: int, a: float, b: float) -> float:
    return fmean([a] * n + [b] * m)


@recomputes("q19-collapse-variance")
def variance_after_generations(n: int, g: int) -> float:
    """Each fit measures around its own mean, which takes a share 1/n."""
    variance = Fraction(1)
    for _ in range(g):
        variance -= variance / n
    return float(variance)


@recomputes("q19-two-annotators")
def first_is_right(a: float, b: float) -> float:
    table = {(x, y): (a if x else 1 - a) * (b if y else 1 - b) for x, y in itertools.product((True, False), repeat=2)}
    disagreements = {pair: mass for pair, mass in table.items() if pair[0] != pair[1]}
    return disagreements[True, False] / sum(disagreements.values())


@recomputes("q19-majority-of-n")
def majority_is_right(p: float) -> float:
    votes = itertools.product((True, False), repeat=3)
    return sum(math.prod(p if right else 1 - p for right in vote) for vote in votes if sum(vote) >= 2)


@recomputes("q19-kappa")
def agreement_beyond_chance(a: int, d: int) -> float:
    table = np.array([[a, (100 - a - d) / 2], [(100 - a - d) / 2, d]]) / 100
    by_chance = np.trace(np.outer(table.sum(1), table.sum(0)))
    return float((np.trace(table) - by_chance) / (1 - by_chance))


@recomputes("q19-raters-needed")
def raters_to_average(r: float, t: float) -> float:
    """Reliability: the share of the variance of an average that is the raters' common one."""
    common, own = exact(r), 1 - exact(r)
    return smallest(lambda raters: common / (common + own / raters) >= exact(t))


@recomputes("q19-bucket-width")
def nearest_bucket(w: int, h: int) -> float:
    ideal = crossing(lambda width: width * (width * h / w) - 1024**2, 1, 1e5)
    return min(range(64, 8192, 64), key=lambda width: abs(width - ideal))


@recomputes("q19-coverage")
def share_with_a_right_sample(a: float, b: float, k: int) -> float:
    def found(p: float) -> float:
        return sum(p * (1 - p) ** failures for failures in range(k))

    return fmean([found(a), found(b)])


@recomputes("q19-prm-error")
def deviation_of_a_label(p: float, n: int) -> float:
    chances = [math.comb(n, right) * p**right * (1 - p) ** (n - right) for right in range(n + 1)]
    return math.sqrt(sum(chance * (right / n - p) ** 2 for right, chance in enumerate(chances)))


@recomputes("q19-aime-error")
def points_of_error(p: float, n: int) -> float:
    one_problem = p * (1 - p) ** 2 + (1 - p) * p**2
    return 100 * math.sqrt(sum(one_problem for _ in range(n))) / n


@recomputes("q19-true-solve-rate")
def really_solved(r: float, f: int) -> float:
    return crossing(lambda solved: solved + (1 - solved) * f / 100 - r, 0, 1)


@recomputes("q19-classifier-precision")
def real_alarms(n: int, t: int, f: float) -> float:
    caught = Fraction(t, 100)
    false = (n - 1) * exact(f) / 100
    return float(caught / (caught + false))


@recomputes("q19-wrong-refusals")
def affordable_percentage(m: int, k: int) -> float:
    harmless = m * 10**6 - m * 10**3
    return crossing(lambda rate: harmless * rate / 100 - k * 1000, 0, 100)


@recomputes("q19-rlvr-mixed-group")
def group_with_both_rewards(p: float, G: int) -> float:
    groups = itertools.product((0, 1), repeat=G)
    return sum(math.prod(p if reward else 1 - p for reward in group) for group in groups if 0 < sum(group) < G)
