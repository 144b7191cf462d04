import math


def alibi_bias(n_heads, length):
    table = []
    for h in range(1, n_heads + 1):
        m = 2 ** (-8 * h / n_heads)
        table.append([[-m * (i - j) if j <= i else -math.inf for j in range(length)] for i in range(length)])
    return table
