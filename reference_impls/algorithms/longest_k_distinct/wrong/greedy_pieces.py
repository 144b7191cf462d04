# slip: starts-anew
def longest_k_distinct(s, k):
    if k == 0:
        return 0
    best, seen, length = 0, set(), 0
    for c in s:
        seen.add(c)
        length += 1
        if len(seen) > k:
            seen, length = {c}, 1
        best = max(best, length)
    return best
