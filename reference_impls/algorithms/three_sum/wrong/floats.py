# slip: none
from itertools import combinations


def three_sum(nums):
    values = [float(x) for x in nums]
    return list({tuple(sorted((int(a), int(b), int(c)))) for a, b, c in combinations(values, 3) if a + b + c == 0})
