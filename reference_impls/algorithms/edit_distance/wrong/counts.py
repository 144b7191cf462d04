# slip: none
from collections import Counter


def edit_distance(a, b):
    more, less = Counter(a) - Counter(b), Counter(b) - Counter(a)
    return max(sum(more.values()), sum(less.values()))
