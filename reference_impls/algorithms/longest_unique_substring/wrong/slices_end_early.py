# slip: last-character-left-out
def longest_unique_substring(s):
    best = 0
    for i in range(len(s)):
        for j in range(i + 1, len(s)):
            if len(set(s[i:j])) != j - i:
                break
            best = max(best, j - i)
    return best
