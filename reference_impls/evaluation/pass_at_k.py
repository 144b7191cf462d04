"""pass@k from n samples, without bias (Chen et al. 2021, Codex, arXiv:2107.03374, eq. 1 and figure 3).

    pass@k = 1 - C(n-c, k) / C(n, k) = 1 - Π_{i = n-c+1}^{n} (1 - k/i)

Of the C(n, k) ways to choose k of the samples, C(n-c, k) hold no correct one: the share of the others is the mean over all
subsets of size k, which 1 - (1 - c/n)^k, as if drawn with replacement, is not. Binomials of n = 10^4 have thousands of digits,
far beyond a float; in their ratio nearly all factors cancel. Where fewer
than k samples are wrong, the product holds the factor of i = k, which is 0.

n: samples of one task, c of them pass the tests, 0 <= c <= n; k: 1 <= k <= n. Returns: a float in [0, 1].
"""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Scenario, Slip, sweep


def pass_at_k(n: int, c: int, k: int) -> float:
    """One minus the chance that k of the n samples, drawn without replacement, are all wrong."""
    if n - c < k:
        return 1.0  # some that pass are among any k
    all_wrong = 1.0
    for i in range(n - c + 1, n + 1):
        all_wrong *= 1 - k / i
    return 1 - all_wrong


# ----------------------------------------------------------------------------------------------------------------------


def few_samples(draw: Draw) -> tuple[int, int, int]:
    n = draw.integer(1, 12)
    return n, draw.integer(0, n), draw.integer(1, n)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    """No tiny answers, which are what is left of 1 where a product is taken from it."""
    yield Case("a single sample that fails", (1, 0, 1))
    yield Case("a single sample that passes", (1, 1, 1))
    yield Case("k = 1: the share", (draw.integer(6, 9), 2, 1))
    yield Case("two of ten, k = 3", (10, 2, 3))
    yield Case("more pass than are drawn", (draw.integer(11, 13), 5, 3))
    yield Case("none passes", (draw.integer(5, 9), 0, 3))
    yield Case("all pass", (draw.integer(5, 9), 5, 2))
    yield Case("exactly k are wrong", (8, 5, 3))
    yield Case("fewer than k are wrong", (9, 6, 4))
    yield Case("all are drawn, one passes", (draw.integer(5, 9), 1, 5))
    yield Case("all n are drawn, none passes", (7, 0, 7))
    yield Case("200 samples, k = 10", (200, draw.integer(12, 20), 10))
    yield Case("200 samples, k = 100", (200, draw.integer(2, 4), 100))
    yield Case("10,000 samples, k = 100", (10_000, draw.integer(50, 90), 100))
    yield Case("10,000 samples, half of them drawn", (10_000, draw.integer(2, 4), 5_000))
    yield Case("10,000 samples, half of them pass", (10_000, 5_000, draw.integer(1, 3)))
    yield Case("10,000 samples, one drawn, most pass", (10_000, draw.integer(7_000, 9_000), 1))
    yield Case("10,000 samples, fewer wrong than drawn", (10_000, 9_000, 2_000))
    yield Case("10,000 samples that all pass", (10_000, 10_000, 5_000))
    yield Case("10,000 samples, none passes", (10_000, 0, 4_000))
    yield sweep("pass_at_k", few_samples)


LOOP = "for i in range(n - c + 1, n + 1):\n        all_wrong *= 1 - k / i\n    return 1 - all_wrong"
START = "all_wrong = 1.0"
BRANCH = "if n - c < k:\n        return 1.0  # some that pass are among any k\n    "
APART = "Apart from n - c < k, where it is 1: "


def instead(formula: str, first: str = "") -> tuple[str, str]:
    """All of the page, and another formula in its place; `first` is done before."""
    return f"{BRANCH}{START}\n    {LOOP}", f"{first}return {formula}"


def before(condition: str, answer: str) -> tuple[str, str]:
    """A wrong early return."""
    return f"{BRANCH}{START}", f"if {condition}:\n        return {answer}\n    {START}"


def with_branch_and_without(name: str, formula: str, why: str) -> tuple[Slip, Slip]:
    """A wrong formula alone, and where the answer is 1 with too few wrong ones to draw."""
    return (
        Slip(name, *instead(formula, COMB), why),
        Slip(f"{name}-with-the-branch", *instead(formula, COMB + BRANCH), APART + why),
    )


COMB = "import math\n    "

PROBLEM = Problem(
    id="pass-at-k",
    entries=(pass_at_k,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
    slips=(
        Slip(
            "all-wrong-everywhere",
            "return 1.0  # some that pass are among any k\n    all_wrong = 1.0\n    " + LOOP,
            "return 0.0\n    all_wrong = 1.0\n    " + LOOP.replace("return 1 - all_wrong", "return all_wrong"),
            "This is the chance that all k samples are wrong, which is 0 where fewer than k are: take it from 1.",
        ),
        Slip(
            "fewer-wrong-than-drawn-not-handled",
            "if n - c < k:",
            "if False:",
            "Where fewer than k samples are wrong the answer is 1: your product has a factor 0 there, but the factors before it "
            "overflow when n is large, and 0 times infinity is NaN.",
        ),
        *with_branch_and_without(
            "with-replacement",
            "1 - (1 - c / n) ** k",
            "This is 1 - (1 - c/n)^k, as if samples were drawn with replacement: on average it is too low. Take "
            "1 - C(n-c, k) / C(n, k).",
        ),
        Slip(
            "passes-with-replacement",
            *instead("1 - (1 - k / n) ** c"),
            "Each passing sample is taken to be missed with the same chance 1 - k/n; with fewer samples left it changes: the "
            "factors are 1 - k/i for i = n-c+1, ..., n.",
        ),
        Slip("pass-at-1", *instead("c / n"), "This is the share c/n, pass@1; k has no effect."),
        Slip(
            "expected-passes",
            *instead("k * c / n"),
            "k c/n is the expected number of passes among k, not the chance of at least one.",
        ),
        Slip(
            "expected-passes-bounded",
            *instead("min(1.0, k * c / n)"),
            "k c/n, bounded by 1, is the expected number of passes among k, not the chance of at least one.",
        ),
        Slip(
            "all-pass",
            *instead("math.comb(c, k) / math.comb(n, k)", COMB),
            "C(c, k) / C(n, k) is the chance that all k samples pass; at least one is asked for.",
        ),
        Slip(
            "not-all-pass",
            *instead("1 - math.comb(c, k) / math.comb(n, k)", COMB),
            "1 - C(c, k) / C(n, k) is the chance that not all k samples pass: take the wrong ones, C(n-c, k).",
        ),
        Slip(
            "all-pass-with-replacement",
            *instead("(c / n) ** k"),
            "(c/n)^k is the chance that all k samples pass; at least one is asked for.",
        ),
        Slip(
            "not-all-pass-with-replacement",
            *instead("1 - (c / n) ** k"),
            "1 - (c/n)^k is the chance that not all k samples pass, as if drawn with replacement: at least one is asked for.",
        ),
        Slip(
            "exactly-one",
            *instead("c * math.comb(n - c, k - 1) / math.comb(n, k)", COMB),
            "This is the chance of exactly one pass among k; at least one is asked for.",
        ),
        Slip(
            "all-wrong",
            "return 1 - all_wrong",
            "return all_wrong",
            "This is the chance that all k samples are wrong: take it from 1.",
        ),
        Slip(
            "in-percent",
            "return 1 - all_wrong",
            "return 100 * (1 - all_wrong)",
            "The answer is in percent; a probability between 0 and 1 is asked for.",
        ),
        Slip(
            "floats-overflow",
            *instead("1 - float(math.comb(n - c, k)) / float(math.comb(n, k))", COMB),
            "The binomials are made floats before they are divided, and overflow beyond 1e308: divide the whole numbers, or "
            "multiply their ratio up factor by factor.",
        ),
        Slip(
            "binomials-infinite",
            *instead(
                "float(1 - (above / below if below < 10**308 else 0.0 if above < 10**308 else math.nan))",
                COMB + "above, below = math.comb(n - c, k), math.comb(n, k)\n    ",
            ),
            "Binomials in floating point become infinite for many samples: a number divided by infinity is 0, and infinity by "
            "infinity NaN. Multiply the ratio up factor by factor.",
        ),
        Slip(
            "products-overflow",
            *instead(
                "1 - math.prod(map(float, range(n - c - k + 1, n - c + 1))) / math.prod(map(float, range(n - k + 1, n + 1)))",
                COMB + BRANCH,
            ),
            "The two products of k factors are taken apart and overflow for many samples, infinity by infinity: divide factor by "
            "factor.",
        ),
        Slip(
            "products-wrap",
            *instead(
                "1 - float(torch.arange(n - c - k + 1, n - c + 1).prod() / torch.arange(n - k + 1, n + 1).prod())",
                BRANCH,
            ),
            "The products of whole numbers wrap around in 64 bits, as np.prod's do: divide factor by factor, in floats.",
        ),
        Slip(
            "logarithm-of-a-negative-number",
            "if n - c < k:\n        return 1.0",
            "if n - c + 1 < k:\n        return float('nan')",
            "Where fewer than k samples are wrong, there are factors below 0, whose logarithm is NaN: the answer is 1 there.",
        ),
        Slip(
            "one-draw-too-many",
            *instead("1 - math.prod((n - c - i) / (n - i) for i in range(k + 1))", COMB + BRANCH),
            "k + 1 draws are counted: there are k factors (n-c-i)/(n-i), for i = 0, ..., k-1.",
        ),
        Slip(
            "one-factor-too-many-above",
            "n + 1):",
            "n + 2):",
            "The product ends with i = n+1, one factor too many: it has c factors, from n-c+1 to n.",
        ),
        Slip(
            "ordered-below",
            *instead("1 - math.comb(n - c, k) / n**k", COMB),
            "n^k counts ordered draws with replacement; C(n, k), the number of subsets, stands below.",
        ),
        Slip(
            "one-factor-too-many",
            "range(n - c + 1, n + 1)",
            "range(max(1, n - c), n + 1)",
            "The product starts at i = n-c, one factor too early: it has c factors, from n-c+1 to n.",
        ),
        *with_branch_and_without(
            "last-factor-missing",
            "1 - math.prod(1 - k / i for i in range(n - c + 1, n))",
            "The factor of i = n is missing: range ends before its last number, so write n + 1.",
        ),
        *with_branch_and_without(
            "factors-one-too-low",
            "1 - math.prod(1 - k / i for i in range(n - c, n))",
            "The product runs over i = n-c, ..., n-1; it runs over n-c+1, ..., n.",
        ),
        *with_branch_and_without(
            "draws-from-one",
            "1 - math.prod((n - c - i) / (n - i) for i in range(1, k + 1))",
            "The factors (n-c-i)/(n-i) are taken for i = 1, ..., k; the first draw finds all n samples: i = 0, ..., k-1.",
        ),
        *with_branch_and_without(
            "one-draw-too-few",
            "1 - math.prod((n - c - i) / (n - i) for i in range(k - 1))",
            "Only k - 1 draws are counted: there are k factors (n-c-i)/(n-i), for i = 0, ..., k-1.",
        ),
        Slip(
            "same-number-below",
            *instead("1 - math.prod((n - c - i) / n for i in range(k))", COMB),
            "The number of wrong samples falls with each draw, but that of all samples does not: divide by n - i.",
        ),
        *with_branch_and_without(
            "same-number-above",
            "1 - math.prod((n - c) / (n - i) for i in range(k))",
            "The number of all samples falls with each draw, but that of the wrong ones does not: n - c - i.",
        ),
        Slip(
            "one-if-k-wrong",
            "if n - c < k:",
            "if n - c <= k:",
            "Where exactly k samples are wrong, they may all be drawn: only with n - c < k is the answer 1.",
        ),
        Slip(
            "one-if-k-pass",
            *before("c >= k", "1.0"),
            "With at least k passing samples you return 1; it is certain only where fewer than k are *wrong*, n - c < k.",
        ),
        Slip(
            "one-if-more-than-k-pass",
            *before("c > k", "1.0"),
            "With more than k passing samples you return 1; it is certain only where fewer than k are *wrong*, n - c < k.",
        ),
        Slip(
            "zero-if-fewer-than-k-pass",
            *before("c < k", "0.0"),
            "With fewer than k passing samples you return 0; one is enough.",
        ),
        Slip(
            "zero-if-few-wrong",
            *before("n - c < k", "0.0"),
            "Where fewer than k samples are wrong, you return 0; one of the k must pass then, so it is 1.",
        ),
        Slip(
            "raises-if-few-wrong",
            "return 1.0  # some",
            "raise ValueError  # some",
            "Where fewer than k samples are wrong, your code raises, as the logarithm of 0 or the gamma function of a negative "
            "number does: the answer is 1 there.",
        ),
        Slip(
            "raises-if-none-passes",
            START,
            "if c == 0:\n        raise ValueError\n    " + START,
            "Where no sample passes, your code raises: the answer is 0 there.",
        ),
        Slip(
            "one-if-any-passes",
            *before("c >= 1", "1.0"),
            "Wherever a sample passes you return 1, as where // drops the fraction of the ratio: it has to be among the k "
            "that are drawn.",
        ),
        Slip(
            "poisson",
            *instead("1 - math.exp(-k * c / n)", COMB),
            "1 - exp(-k c/n) is an approximation for a small share c/n; the exact ratio of binomials is asked for.",
        ),
        Slip(
            "narrow-logarithms",
            *instead(
                "float(1 - wrong.exp())",
                "if n - c < k:\n        return 1.0\n"
                "    numbers = torch.tensor([n - c + 1, n - k + 1, n - c - k + 1, n + 1], dtype=torch.float32).lgamma()\n"
                "    wrong = numbers[0] + numbers[1] - numbers[2] - numbers[3]\n    ",
            ),
            "The logarithms of factorials are taken in float32: near 80,000 they are right to a hundredth only. Use float64.",
        ),
    ),
)
