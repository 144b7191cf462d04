def n_queens(n):
    def ways(r, cols, down, up):
        if r == n:
            return 1
        return sum(
            ways(r + 1, cols | {c}, down | {r - c}, up | {r + c})
            for c in range(n)
            if c not in cols and r - c not in down and r + c not in up
        )

    def first(c):
        return ways(1, {c}, {-c}, {c})

    return 2 * sum(first(c) for c in range(n // 2)) + (first(n // 2) if n % 2 else 0)
