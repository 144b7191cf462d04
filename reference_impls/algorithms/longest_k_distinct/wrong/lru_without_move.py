# slip: first-seen-leaves
def longest_k_distinct(s, k):
    last, l, best = {}, 0, 0
    for r, c in enumerate(s):
        last[c] = r
        if len(last) > k:
            oldest = list(last)[0]
            l = last[oldest] + 1
            del last[oldest]
        best = max(best, r - l + 1)
    return best
