# slip: before-its-needs
def course_order(n, prereqs):
    adj = [[] for _ in range(n)]
    for a, b in prereqs:
        adj[a].append(b)
    colour = ["white"] * n
    order = []

    def dfs(u):
        colour[u] = "grey"
        order.append(u)
        for v in adj[u]:
            if colour[v] == "grey":
                return True
            if colour[v] == "white" and dfs(v):
                return True
        colour[u] = "black"
        return False

    for u in range(n):
        if colour[u] == "white" and dfs(u):
            return []
    order.reverse()
    return order
