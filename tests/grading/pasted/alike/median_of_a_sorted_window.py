# problem: median-filter
def median_filter(img, size=3):
    rows, columns, reach = len(img), len(img[0]), size // 2

    def turned(place, number):
        place %= 2 * number
        return place if place < number else 2 * number - 1 - place

    def middle(y, x):
        steps = range(-reach, reach + 1)
        window = [img[turned(y + dy, rows)][turned(x + dx, columns)] for dy in steps for dx in steps]
        return sorted(window)[len(window) // 2]

    return [[middle(y, x) for x in range(columns)] for y in range(rows)]
