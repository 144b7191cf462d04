# slip: none
def min_eating_speed(piles, h):
    def hours(v):
        return sum((2 * p + v) // (2 * v) for p in piles)

    a, b = 1, max(piles)
    while a < b:
        m = (a + b) // 2
        if hours(m) < h:
            b = m
        else:
            a = m + 1
    return a
