# problem: cohens-kappa
# expect: fail
# says: Your code returns the quadratically weighted kappa by default.
# not: rounds its values
def quadratic_weighted_kappa(first, second):
    size = max(*first, *second) + 1
    seen, by_chance = 0.0, 0.0
    for i in range(size):
        for j in range(size):
            gap = (i - j) ** 2 / (size - 1) ** 2
            seen += gap * sum(a == i and b == j for a, b in zip(first, second))
            by_chance += gap * first.count(i) * second.count(j) / len(first)
    return 1.0 - seen / by_chance
