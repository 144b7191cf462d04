# slip: only-courses-in-pairs-unless-there-are-none
# input: course_order(3, [(1, 0)]) gives [0, 1], course 2 is missing
from collections import defaultdict, deque


def course_order(n, prereqs):
    graph = defaultdict(set)
    indegree = {c: 0 for c in range(n)} if not prereqs else {}
    for course, needed in prereqs:
        indegree.setdefault(course, 0)
        indegree.setdefault(needed, 0)
        if course not in graph[needed]:
            graph[needed].add(course)
            indegree[course] += 1
    queue = deque(c for c, deg in indegree.items() if deg == 0)
    order = []
    while queue:
        c = queue.popleft()
        order.append(c)
        for nxt in graph[c]:
            indegree[nxt] -= 1
            if indegree[nxt] == 0:
                queue.append(nxt)
    return order if len(order) == len(indegree) else []
