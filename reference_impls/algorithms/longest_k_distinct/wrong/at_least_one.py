# slip: one-at-least
def longest_k_distinct(s, k):
    last, l, best = {}, 0, 0
    for r, c in enumerate(s):
        last[c] = r
        if len(last) > max(k, 1):
            lo = min(last.values())
            del last[s[lo]]
            l = lo + 1
        best = max(best, r - l + 1)
    return best
