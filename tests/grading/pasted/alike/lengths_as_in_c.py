# problem: edit-distance
def distance(str1, str2, m, n):
    table = [[max(i, j) if not i * j else 0 for j in range(n + 1)] for i in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            other = table[i - 1][j - 1] + (str1[i - 1] != str2[j - 1])
            table[i][j] = min(other, table[i - 1][j] + 1, table[i][j - 1] + 1)
    return table[m][n]


print(distance("sunday", "saturday", 6, 8))
