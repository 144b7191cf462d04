import numpy as np


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    i = np.arange(d // 2)
    match method:
        case None:
            return np.exp(-2 * i / d * np.log(base))
        case "linear":
            return np.exp(-2 * i / d * np.log(base) - np.log(factor))
        case "ntk":
            return np.exp(-2 * i / d * np.log(base) - 2 * i / (d - 2) * np.log(factor))
        case _:
            raise ValueError("method")
