def count_components(n, edges):
    adj = [[] for _ in range(n)]
    for a, b in edges:
        adj[a].append(b)
        adj[b].append(a)
    visited = [False] * n

    def dfs(i):
        visited[i] = True
        for j in adj[i]:
            if not visited[j]:
                dfs(j)

    count = 0
    for i in range(n):
        if not visited[i]:
            dfs(i)
            count += 1
    return count
