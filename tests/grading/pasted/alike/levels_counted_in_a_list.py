# problem: histogram-equalization
def hist_eq(img):
    counts = [0] * 256
    for line in img:
        for level in line:
            counts[int(level)] += 1
    below, total = [], 0
    for count in counts:
        total += count
        below.append(total)
    first = next(number for number in below if number)
    if first == total:
        return [[int(level) for level in line] for line in img]
    new = [max(0, round(255 * (number - first) / (total - first))) for number in below]
    return [[new[int(level)] for level in line] for line in img]
