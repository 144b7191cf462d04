import math


def sinusoidal_encoding(length, d, base=10000.0):
    table = []
    for pos in range(length):
        row = []
        for c in range(d):
            angle = pos / base ** ((c - c % 2) / d)
            row.append(math.cos(angle) if c % 2 else math.sin(angle))
        table.append(row)
    return table
