from collections import deque, defaultdict
class Solution:
    def countComponents(self, n, edges):
        g = defaultdict(set)
        for a, b in edges: g[a].add(b); g[b].add(a)
        left = set(range(n)); k = 0
        while left:
            k += 1
            q = deque([left.pop()])
            while q:
                for v in g[q.popleft()] & left:
                    left.discard(v); q.append(v)
        return k
