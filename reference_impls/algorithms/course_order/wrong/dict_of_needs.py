# slip: one-need-each
from collections import deque


def course_order(n, prereqs):
    needs = dict(prereqs)
    opens = [[] for _ in range(n)]
    for course, needed in needs.items():
        opens[needed].append(course)
    queue = deque(c for c in range(n) if c not in needs)
    order = []
    while queue:
        c = queue.popleft()
        order.append(c)
        queue.extend(opens[c])
    return order if len(order) == n else []
