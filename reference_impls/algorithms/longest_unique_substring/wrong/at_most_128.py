# slip: none
def longest_unique_substring(s):
    best = 0
    for i in range(len(s)):
        for j in range(i + 1, min(len(s), i + 128) + 1):
            if len(set(s[i:j])) == j - i:
                best = max(best, j - i)
    return best
