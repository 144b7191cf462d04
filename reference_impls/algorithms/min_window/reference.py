"""The shortest window that holds every character of t (LeetCode 76): a sliding window with a count of what is missing.

`need[c]` says how many c are missing, below zero how many there are too many; `missing` counts the characters of t that are not
covered yet. The right end grows until nothing is missing; then the left end drops what is too much, the window is compared with
the best, and its first character is given up, so that the search goes on. Both ends only move forward: O(len(s) + len(t)).

s, t: strings of any characters. Returns: the window, the leftmost one of the shortest; "" if there is none or t is empty.
"""

from collections import Counter


def min_window(s: str, t: str) -> str:
    """Grow to the right until it is enough, shrink from the left while it is."""
    need, missing = Counter(t), len(t)
    if not t:
        return ""
    best, start = "", 0
    for end, c in enumerate(s, start=1):
        missing -= need[c] > 0
        need[c] -= 1
        if missing:
            continue
        while need[s[start]] < 0:
            need[s[start]] += 1
            start += 1
        if not best or end - start < len(best):
            best = s[start:end]
        need[s[start]] += 1
        missing += 1
        start += 1
    return best
