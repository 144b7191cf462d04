# problem: edit-distance
# expect: fail
# not: rounds down
def edit_distance(a, b):
    row = [0.5 * n for n in range(len(b) + 1)]
    for i, x in enumerate(a, start=1):
        above, row = row, [0.5 * i]
        for j, y in enumerate(b, start=1):
            row.append(min(above[j] + 0.5, row[-1] + 0.5, above[j - 1] + (0.5 if x != y else 0)))
    return row[-1] if row[-1] % 1 else int(row[-1])
