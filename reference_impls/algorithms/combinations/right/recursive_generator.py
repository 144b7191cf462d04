def combinations(n, k):
    def gen(start, need):
        if need == 0:
            yield ()
            return
        for i in range(start, n - need + 2):
            for rest in gen(i + 1, need - 1):
                yield (i, *rest)
    return gen(1, k)
