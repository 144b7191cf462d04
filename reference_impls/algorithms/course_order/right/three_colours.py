def course_order(n, prereqs):
    graph = {c: set() for c in range(n)}
    for course, needed in prereqs:
        graph[course].add(needed)
    state = [0] * n
    out = []

    def visit(c):
        if state[c] == 1:
            return False
        if state[c] == 2:
            return True
        state[c] = 1
        for needed in graph[c]:
            if not visit(needed):
                return False
        state[c] = 2
        out.append(c)
        return True

    for c in range(n):
        if not visit(c):
            return []
    return out
