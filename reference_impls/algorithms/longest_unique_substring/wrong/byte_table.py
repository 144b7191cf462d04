# slip: none
def longest_unique_substring(s):
    last = [-1] * 256
    start = best = 0
    for i, c in enumerate(s):
        start = max(start, last[ord(c)] + 1)
        last[ord(c)] = i
        best = max(best, i - start + 1)
    return best
