# problem: task-scheduler
# expect: invalid
# says: line 4 imports Counter, which is no module: write `from collections import Counter`
import Counter


def least_interval(tasks, n):
    counts = Counter(tasks)
    most = max(counts.values())
    return max(len(tasks), (most - 1) * (n + 1) + sum(count == most for count in counts.values()))
