# problem: sobel
# expect: fail
import math


def sobel(img):
    """Both derivatives of an image of nested lists; its rim is repeated."""
    rows = [img[0]] + img + [img[-1]]
    wide = [[row[0]] + row + [row[-1]] for row in rows]
    across, down = [], []
    for top, middle, bottom in zip(wide, wide[1:], wide[2:]):
        columns = range(len(img[0]))
        across.append([top[c + 2] + 2.0 * middle[c + 2] + bottom[c + 2] - top[c] - 2.0 * middle[c] - bottom[c] for c in columns])
        down.append([bottom[c] + 2.0 * bottom[c + 1] + bottom[c + 2] - top[c] - 2.0 * top[c + 1] - top[c + 2] for c in columns])
    return across, down


def length_of(across, down):
    return [[abs(a) + abs(d) for a, d in zip(*pair)] for pair in zip(across, down)]
