# slip: never-filled
from collections import Counter

def least_interval(tasks, n):
    c = Counter(tasks)
    m = max(c.values())
    ties = sum(v == m for v in c.values())
    return len(tasks) + (m - 1) * n
