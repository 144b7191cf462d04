def n_queens(n):
    cols, d1, d2 = [False] * n, [False] * (2 * n - 1), [False] * (2 * n - 1)
    count = 0

    def backtrack(row):
        nonlocal count
        if row == n:
            count += 1
            return
        for col in range(n):
            if not (cols[col] or d1[row + col] or d2[row - col + n - 1]):
                cols[col] = d1[row + col] = d2[row - col + n - 1] = True
                backtrack(row + 1)
                cols[col] = d1[row + col] = d2[row - col + n - 1] = False

    backtrack(0)
    return count
