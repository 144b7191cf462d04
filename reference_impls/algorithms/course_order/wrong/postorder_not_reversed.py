# slip: reversed
def course_order(n, prereqs):
    after = [[] for _ in range(n)]
    for course, needed in prereqs:
        after[needed].append(course)
    colour = ["white"] * n
    order = []
    acyclic = True

    def dfs(u):
        nonlocal acyclic
        colour[u] = "grey"
        for v in after[u]:
            if colour[v] == "grey":
                acyclic = False
            elif colour[v] == "white":
                dfs(v)
        colour[u] = "black"
        order.append(u)

    for u in range(n):
        if colour[u] == "white":
            dfs(u)
    return order if acyclic else []
