# slip: one-too-short
def longest_k_distinct(s, k):
    from collections import defaultdict

    d, l, best = defaultdict(int), 0, 0
    for r, ch in enumerate(s):
        d[ch] += 1
        while len(d) > k:
            d[s[l]] -= 1
            if d[s[l]] == 0:
                del d[s[l]]
            l += 1
        best = max(best, r - l)
    return best
