# slip: last-window-alone
from collections import deque


def longest_unique_substring(s):
    window = deque()
    for c in s:
        while c in window:
            window.popleft()
        window.append(c)
    return len(window)
