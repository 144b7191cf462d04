# slip: nodes-without-edges-left-out
def count_components(n, edges):
    graph = {}
    for a, b in edges:
        graph.setdefault(a, []).append(b)
        graph.setdefault(b, []).append(a)
    seen, count = set(), 0
    for node in graph:
        if node not in seen:
            count += 1
            stack = [node]
            while stack:
                x = stack.pop()
                if x not in seen:
                    seen.add(x)
                    stack.extend(graph[x])
    return count
