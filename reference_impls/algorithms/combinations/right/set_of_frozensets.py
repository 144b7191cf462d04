def combinations(n, k):
    sets = {frozenset()}
    for _ in range(k):
        sets = {chosen | {number} for chosen in sets for number in range(1, n + 1) if number not in chosen}
    return sets
