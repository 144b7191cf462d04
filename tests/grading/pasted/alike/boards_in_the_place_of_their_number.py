# problem: n-queens
# expect: fail
# says: of the right length. It should return that length
class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        boards = []

        def place(columns):
            row = len(columns)
            if row == n:
                boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in columns])
                return
            for c in range(n):
                if all(c != q and abs(c - q) != row - r for r, q in enumerate(columns)):
                    place([*columns, c])

        place([])
        return boards
