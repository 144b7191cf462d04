from collections import deque


def longest_unique_substring(s):
    q = deque()
    longest = 0
    for c in s:
        while c in q:
            q.popleft()
        q.append(c)
        if len(q) > longest:
            longest = len(q)
    return longest
