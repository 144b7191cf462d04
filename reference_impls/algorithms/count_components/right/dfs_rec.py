import sys
def count_components(n, edges):
    sys.setrecursionlimit(10**6)
    adj = [[] for _ in range(n)]
    for u, v in edges:
        adj[u].append(v); adj[v].append(u)
    seen = [False] * n
    def dfs(u):
        seen[u] = True
        for v in adj[u]:
            if not seen[v]: dfs(v)
    ans = 0
    for i in range(n):
        if not seen[i]:
            ans += 1; dfs(i)
    return ans
