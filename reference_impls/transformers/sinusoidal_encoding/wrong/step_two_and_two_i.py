# slip: two-i-twice
import math


def sinusoidal_encoding(length, d, base=10000.0):
    rows = []
    for p in range(length):
        row = []
        for i in range(0, d, 2):
            a = p / base ** (2 * i / d)
            row += [math.sin(a), math.cos(a)]
        rows.append(row)
    return rows
