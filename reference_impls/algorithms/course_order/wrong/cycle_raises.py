# slip: raises-on-cycle
def course_order(n, prereqs):
    needs = [set() for _ in range(n)]
    for course, needed in prereqs:
        needs[course].add(needed)
    done, order = set(), []
    while len(order) < n:
        free = [c for c in range(n) if c not in done and needs[c] <= done]
        if not free:
            raise ValueError("the courses contain a cycle")
        order += free
        done |= set(free)
    return order
