# slip: fewer-than-k
def longest_k_distinct(s, k):
    l, best = 0, 0
    for r in range(len(s)):
        while l <= r and len(set(s[l : r + 1])) >= k:
            l += 1
        best = max(best, r - l + 1)
    return best
