from collections import deque
def longest_unique_substring(s: str) -> int:
    q = deque(); best = 0
    for ch in s:
        if ch in q:
            while q.popleft() != ch: pass
        q.append(ch)
        if len(q) > best: best = len(q)
    return best
