# slip: one-character-is-none
def longest_unique_substring(s):
    if len(s) <= 1:
        return 0
    last = {}
    start = best = 0
    for i, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = i
        best = max(best, i - start + 1)
    return best
