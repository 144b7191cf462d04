# slip: orders-counted
def combinations(n, k):
    found = [[]]
    for _ in range(k):
        found = [old + [x] for old in found for x in range(1, n + 1) if x not in old]
    return found
