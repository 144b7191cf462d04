# problem: pass-at-k
# says: _estimate is graded as pass_at_k
# not: pass_at, pass_at
def _estimate(n: int, c: int, k: int) -> float:
    if n - c < k:
        return 1.0
    return 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1))


def pass_at(k):
    def of_a_column(passed):
        return _estimate(len(passed), np.sum(passed), k)
    return of_a_column
