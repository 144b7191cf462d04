# slip: last-number-left-out
def combinations(n, k):
    def go(start, left):
        if left == 0:
            yield ()
            return
        for first in range(start, n):
            for rest in go(first + 1, left - 1):
                yield (first, *rest)

    return [list(c) for c in go(1, k)] if k else [[]]
