from collections import Counter, deque
import heapq


def min_window(s, t):
    """For each character the latest places that are needed; the window begins at the oldest of them."""
    need = Counter(t)
    if not need:
        return ""
    places = {c: deque(maxlen=n) for c, n in need.items()}
    full, best = 0, ""
    heap, live = [], {}
    for i, c in enumerate(s):
        if c not in places:
            continue
        q = places[c]
        was_full = len(q) == q.maxlen
        q.append(i)
        if len(q) == q.maxlen:
            full += not was_full
            live[c] = q[0]
            heapq.heappush(heap, (q[0], c))
        if full == len(need):
            while live[heap[0][1]] != heap[0][0]:
                heapq.heappop(heap)
            start = heap[0][0]
            if not best or i + 1 - start < len(best):
                best = s[start : i + 1]
    return best
