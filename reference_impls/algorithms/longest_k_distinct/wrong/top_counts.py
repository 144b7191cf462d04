# slip: most-frequent-characters-of-all
from collections import Counter


def longest_k_distinct(s, k):
    return sum(n for _, n in Counter(s).most_common(k))
