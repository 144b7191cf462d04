# slip: part-of-the-order
def course_order(n, prereqs):
    degree = [0] * n
    out = {i: [] for i in range(n)}
    for c, p in prereqs:
        degree[c] += 1
        out[p].append(c)
    stack = [i for i in range(n) if not degree[i]]
    order = []
    while stack:
        p = stack.pop()
        order.append(p)
        for c in out[p]:
            degree[c] -= 1
            if not degree[c]:
                stack.append(c)
    return order
