from collections import deque


def longest_k_distinct(string, limit):
    window, longest = deque(), 0
    for ch in string:
        window.append(ch)
        while len(set(window)) > limit:
            window.popleft()
        longest = max(longest, len(window))
    return longest
