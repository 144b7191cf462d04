import numpy as np

CONSTANTS_ARIBSTDB67 = {"a": 0.17883277, "b": 0.28466892, "c": 0.55991073}


def oetf_ARIBSTDB67(E, r=0.5, constants=CONSTANTS_ARIBSTDB67):
    a, b, c = constants["a"], constants["b"], constants["c"]
    return np.where(E <= 1, r * np.sqrt(E), a * np.log(np.maximum(E - b, 1e-12)) + c)


def hlg_oetf(e):
    return oetf_ARIBSTDB67(12 * np.asarray(e, dtype=np.float64))
