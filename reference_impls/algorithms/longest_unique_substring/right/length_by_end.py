def longest_unique_substring(s):
    prev = {}
    d = [0] * (len(s) + 1)
    for i, c in enumerate(s, 1):
        d[i] = min(d[i - 1] + 1, i - prev.get(c, 0))
        prev[c] = i
    return max(d)
