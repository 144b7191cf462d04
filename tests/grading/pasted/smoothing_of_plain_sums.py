# problem: gaussian-filter
# says: converted to lists
ONE_TWO_ONE = ((-1, 1), (0, 2), (1, 1))


def inside(place, number):
    return min(max(place, 0), number - 1)


def gaussian_filter3(img):
    rows, columns = len(img), len(img[0])
    smooth = []
    for y in range(rows):
        line = []
        for x in range(columns):
            total = 0
            for dy, wy in ONE_TWO_ONE:
                for dx, wx in ONE_TWO_ONE:
                    total += wy * wx * img[inside(y + dy, rows)][inside(x + dx, columns)]
            line.append(total / 16)
        smooth.append(line)
    return smooth
