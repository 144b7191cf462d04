def least_interval(tasks, n):
    """A clock; of the tasks that are not cooling, the one with most left."""
    left = {t: tasks.count(t) for t in set(tasks)}
    log = []
    while sum(left.values()):
        cooling = log[max(0, len(log) - n) :]
        ready = [t for t in left if left[t] > 0 and t not in cooling]
        pick = max(ready, key=left.get, default=None)
        if pick is not None:
            left[pick] -= 1
        log.append(pick)
    return len(log)
