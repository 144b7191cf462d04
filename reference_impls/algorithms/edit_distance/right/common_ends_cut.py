def edit_distance(a, b):
    if a == b:
        return 0
    if not a or not b:
        return len(a or b)
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    row = [*range(len(b) + 1)]
    for i in range(len(a)):
        diag, row[0] = row[0], i + 1
        for j in range(len(b)):
            diag, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, diag + (a[i] != b[j]))
    return row[-1]
