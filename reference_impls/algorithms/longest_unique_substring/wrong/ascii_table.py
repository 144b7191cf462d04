# slip: codes-modulo-128
def longest_unique_substring(s):
    last = [-1] * 128
    start = best = 0
    for i, c in enumerate(s):
        code = ord(c) % 128
        start = max(start, last[code] + 1)
        last[code] = i
        best = max(best, i - start + 1)
    return best
