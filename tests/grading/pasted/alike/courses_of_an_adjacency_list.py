# problem: course-order
# expect: fail
# says: IndexError: an index is beyond the end.
def topological_sort(vertices, graph):
    waiting = [0] * vertices
    for node in range(vertices):
        for other in graph[node]:
            waiting[other] += 1
    ready = [node for node in range(vertices) if waiting[node] == 0]
    order = []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for other in graph[node]:
            waiting[other] -= 1
            if waiting[other] == 0:
                ready.append(other)
    return order if len(order) == vertices else []
