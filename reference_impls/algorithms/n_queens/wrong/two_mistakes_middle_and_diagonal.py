# slip: none
def n_queens(n):
    full = (1 << n) - 1
    def place(cols, a):
        if cols == full:
            return 1
        free = full & ~(cols | a)
        total = 0
        while free:
            bit = free & -free
            free ^= bit
            total += place(cols | bit, (a | bit) << 1)
        return total
    total = 0
    for c in range(n // 2):
        bit = 1 << c
        total += place(bit, bit << 1)
    return 2 * total
