# slip: none
def longest_unique_substring(s):
    last = {}
    start = best = 0
    for i, c in enumerate(s):
        if last.get(c) and last[c] >= start:
            start = last[c] + 1
        last[c] = i
        best = max(best, i - start + 1)
    return best
