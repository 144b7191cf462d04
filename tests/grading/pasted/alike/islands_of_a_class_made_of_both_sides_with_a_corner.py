# problem: num-islands
# expect: fail
class Graph:
    def __init__(self, row, col, g):
        self.ROW = row
        self.COL = col
        self.graph = g

    def isSafe(self, i, j, visited):
        return (i >= 0 and i < self.ROW and j >= 0 and j < self.COL
                and not visited[i][j] and int(self.graph[i][j]) == 1)

    def BFS(self, i, j, visited):
        todo = [(i, j)]
        visited[i][j] = True
        while todo:
            a, b = todo.pop()
            for da, db in ((-1, 0), (0, -1), (0, 1), (1, 0), (1, 1)):
                if self.isSafe(a + da, b + db, visited):
                    visited[a + da][b + db] = True
                    todo.append((a + da, b + db))

    def countIslands(self):
        visited = [[False for j in range(self.COL)] for i in range(self.ROW)]
        count = 0
        for i in range(self.ROW):
            for j in range(self.COL):
                if visited[i][j] == False and int(self.graph[i][j]) == 1:
                    self.BFS(i, j, visited)
                    count += 1
        return count
