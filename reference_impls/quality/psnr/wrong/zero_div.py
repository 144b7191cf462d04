# slip: raises-on-equal-x-y
import math
def psnr(x, y, peak=255.0):
    d = [(float(a) - float(b)) ** 2 for a, b in zip(x.flatten(), y.flatten())]
    return 10 * math.log10(peak ** 2 / (sum(d) / len(d)))
