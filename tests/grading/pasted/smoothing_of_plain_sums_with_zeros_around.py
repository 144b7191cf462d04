# problem: gaussian-filter
# expect: fail
# says: takes zeros outside the image
# not: overflow
WEIGHTS = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]


def gaussian_filter3(img):
    rows, columns = len(img), len(img[0])

    def at(y, x):
        return img[y][x] if 0 <= y < rows and 0 <= x < columns else 0

    def smooth(y, x):
        return sum(WEIGHTS[i][j] * at(y + i - 1, x + j - 1) for i in range(3) for j in range(3)) / 16

    return [[smooth(y, x) for x in range(columns)] for y in range(rows)]
