class Solution:
    def n_queens(self, n):
        full = (1 << n) - 1

        def go(cols, left, right):
            if cols == full:
                return 1
            free, total = full & ~(cols | left | right), 0
            while free:
                bit = free & -free
                free ^= bit
                total += go(cols | bit, (left | bit) << 1, (right | bit) >> 1)
            return total

        return go(0, 0, 0)
