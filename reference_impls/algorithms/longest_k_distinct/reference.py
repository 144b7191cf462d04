"""Longest substring with at most k distinct characters: a sliding window with counts (LeetCode 340).

The window s[start : end + 1] grows by one character on the right. While it holds more than k distinct characters, its left
end moves on. A window inside a valid one is valid, so the left end never has to move back: O(n) time, O(k) memory.

s: a string; k: an int >= 0. Returns: the length; 0 for k = 0 and for an empty string.
"""

from collections import Counter


def longest_k_distinct(s: str, k: int) -> int:
    """The length of the longest such substring."""
    counts = Counter[str]()  # of the characters in the window; none is 0
    best = start = 0
    for end, c in enumerate(s):
        counts[c] += 1
        while len(counts) > k:
            first = s[start]
            counts[first] -= 1
            if counts[first] == 0:
                del counts[first]
            start += 1
        best = max(best, end - start + 1)
    return best
