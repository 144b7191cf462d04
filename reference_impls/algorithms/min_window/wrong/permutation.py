# slip: side-by-side
from collections import Counter


def min_window(s, t):
    n = len(t)
    for i in range(len(s) - n + 1 if n else 0):
        if i + n <= len(s) and s[i] in t and Counter(s[i : i + n]) == Counter(t):
            return s[i : i + n]
    return ""
