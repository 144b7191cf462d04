# slip: case-ignored
def longest_k_distinct(s, k):
    s = s.lower()
    l = best = 0
    for r in range(len(s)):
        while len(set(s[l : r + 1])) > k:
            l += 1
        best = max(best, r - l + 1)
    return best
