# slip: hours-rounded-down
def min_eating_speed(piles, h):
    l, r = 1, max(piles)
    while l < r:
        m = (l + r) // 2
        total = 0
        for p in piles:
            total += p // m
        if total > h:
            l = m + 1
        else:
            r = m
    return l
