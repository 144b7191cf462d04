# slip: window-in-place-of-length
def longest_k_distinct(s, k):
    best = ""
    for i in range(len(s)):
        for j in range(i + 1, len(s) + 1):
            if len(set(s[i:j])) <= k and j - i > len(best):
                best = s[i:j]
    return best
