# slip: exponent-without-two
import math


def sinusoidal_encoding(length, d, base=10000.0):
    rows = []
    for p in range(length):
        row = []
        for i in range(d // 2):
            a = p / base ** (i / d)
            row += [math.sin(a), math.cos(a)]
        rows.append(row)
    return rows
