# slip: exactly-k
def longest_k_distinct(s, k):
    best = 0
    for i in range(len(s)):
        for j in range(i + 1, len(s) + 1):
            if len(set(s[i:j])) == k:
                best = max(best, j - i)
    return best
