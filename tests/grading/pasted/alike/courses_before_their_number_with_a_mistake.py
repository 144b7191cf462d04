# problem: course-order
# expect: fail
# says: returns None if there is a cycle
def topological_sort(edges, num_nodes):
    adj = [[] for _ in range(num_nodes)]
    for a, b in edges:
        adj[b].append(a)
    WHITE, GRAY, BLACK = 0, 1, 2
    color, order = [WHITE] * num_nodes, []
    def visit(u):
        color[u] = GRAY
        for v in adj[u]:
            if color[v] == GRAY:
                return False
            if color[v] == WHITE and not visit(v):
                return False
        color[u] = BLACK
        order.append(u)
        return True
    for u in range(num_nodes):
        if color[u] == WHITE and not visit(u):
            return None
    return order[::-1]
