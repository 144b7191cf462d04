# slip: starts-anew
def longest_k_distinct(s, k):
    if k == 0:
        return 0
    best, cur, seen = 0, 0, set()
    for c in s:
        if c not in seen and len(seen) == k:
            best = max(best, cur)
            seen, cur = set(), 0
        seen.add(c)
        cur += 1
    return best
