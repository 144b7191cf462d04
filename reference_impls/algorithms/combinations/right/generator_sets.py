def combinations(n: int, k: int):
    def gen(i, left):
        if left == 0:
            yield frozenset(); return
        for j in range(i, n + 1):
            for rest in gen(j + 1, left - 1):
                yield rest | {j}
    return set(gen(1, k))
