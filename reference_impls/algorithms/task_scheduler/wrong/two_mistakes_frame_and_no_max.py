# slip: none
from collections import Counter

def least_interval(tasks, n):
    c = Counter(tasks)
    m = max(c.values())
    ties = sum(v == m for v in c.values())
    return m * (n + 1) + ties
