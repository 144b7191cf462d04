def longest_unique_substring(s):
    w = ""; m = 0
    for c in s:
        w = w[w.find(c) + 1:] + c
        m = max(m, len(w))
    return m
