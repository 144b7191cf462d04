# problem: cohens-kappa
# says: kappa, quadratic_weighted_kappa and linear_weighted_kappa are graded together as one, each for its own weights
import numpy as np


def histogram(ratings, low, high):
    counts = [0] * (high - low + 1)
    for rating in ratings:
        counts[rating - low] += 1
    return np.array(counts, dtype=float)


def confusion_matrix(rater_a, rater_b, low, high):
    size = high - low + 1
    table = np.zeros((size, size))
    for one, other in zip(rater_a, rater_b):
        table[one - low, other - low] += 1
    return table


def disagreement(rater_a, rater_b, cost):
    low, high = min(*rater_a, *rater_b), max(*rater_a, *rater_b)
    observed = confusion_matrix(rater_a, rater_b, low, high)
    expected = np.outer(histogram(rater_a, low, high), histogram(rater_b, low, high)) / len(rater_a)
    i, j = np.indices(observed.shape)
    return float((cost(i, j) * observed).sum() / (cost(i, j) * expected).sum())


def quadratic_weighted_kappa(rater_a, rater_b):
    return 1.0 - disagreement(rater_a, rater_b, lambda i, j: (i - j) ** 2)


def linear_weighted_kappa(rater_a, rater_b):
    return 1.0 - disagreement(rater_a, rater_b, lambda i, j: abs(i - j))


def kappa(rater_a, rater_b):
    return 1.0 - disagreement(rater_a, rater_b, lambda i, j: i != j)
