# problem: n-queens
# expect: fail
# says: Your code returns None. Does each way through it end in `return`
def count(n, row, columns, left, right):
    if row == n:
        return 1
    free = [c for c in range(n) if c not in columns and row - c not in left and row + c not in right]
    return sum(count(n, row + 1, columns | {c}, left | {row - c}, right | {row + c}) for c in free)


def solve_n_queens(n: int):
    print(count(n, 0, set(), set(), set()), "solutions")
