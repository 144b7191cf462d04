# slip: none
def longest_k_distinct(s, k):
    inside, l, best = set(), 0, 0
    for r, c in enumerate(s):
        inside.add(c)
        while len(inside) > k:
            inside.discard(s[l])
            l += 1
        best = max(best, r - l + 1)
    return best
