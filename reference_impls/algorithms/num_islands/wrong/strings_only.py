# slip: strings-only
def num_islands(grid):
    seen, answer = set(), 0
    for i, row in enumerate(grid):
        for j, value in enumerate(row):
            if value != "1" or (i, j) in seen:
                continue
            answer += 1
            frontier = {(i, j)}
            while frontier:
                seen |= frontier
                frontier = {
                    (a, b)
                    for x, y in frontier
                    for a, b in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))
                    if 0 <= a < len(grid) and 0 <= b < len(row) and grid[a][b] == "1" and (a, b) not in seen
                }
    return answer
