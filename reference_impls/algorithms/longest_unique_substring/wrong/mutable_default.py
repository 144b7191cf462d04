# slip: kept-between-calls
"""Calling with 'abc' twice: the second call gives a value other than 3."""


def longest_unique_substring(s, last={}):
    start = 0
    best = 0
    for i, ch in enumerate(s):
        if last.get(ch, -1) >= start:
            start = last[ch] + 1
        last[ch] = i
        best = max(best, i - start + 1)
    return best
