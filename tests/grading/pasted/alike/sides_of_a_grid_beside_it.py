# problem: num-islands
# says: your n and m are lengths of what is given
class Solution:
    def numberOfIslands(self, grid, n, m):
        seen, found = set(), 0
        for row in range(n):
            for column in range(m):
                if grid[row][column] not in ("1", 1) or (row, column) in seen:
                    continue
                found += 1
                left = [(row, column)]
                seen.add((row, column))
                while left:
                    i, j = left.pop()
                    for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                        if 0 <= a < n and 0 <= b < m and (a, b) not in seen and grid[a][b] in ("1", 1):
                            seen.add((a, b))
                            left.append((a, b))
        return found
