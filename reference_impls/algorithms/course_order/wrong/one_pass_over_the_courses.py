# slip: one-path-for-all
def course_order(n, prereqs):
    waiting = [[] for _ in range(n)]
    unmet = [0] * n
    for course, needed in prereqs:
        waiting[needed].append(course)
        unmet[course] += 1
    order = []
    for course in range(n):
        if unmet[course] == 0:
            order.append(course)
            for later in waiting[course]:
                unmet[later] -= 1
    return order if len(order) == n else []
