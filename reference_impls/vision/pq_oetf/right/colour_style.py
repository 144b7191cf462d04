import numpy as np


class CONSTANTS_ST2084:
    m_1 = 2610 / 4096 * (1 / 4)
    m_2 = 2523 / 4096 * 128
    c_1 = 3424 / 4096
    c_2 = 2413 / 4096 * 32
    c_3 = 2392 / 4096 * 32


def eotf_inverse_ST2084(C, L_p=10000, constants=CONSTANTS_ST2084):
    C = np.asarray(C, dtype=np.float64)
    Y_p = np.sign(C / L_p) * np.abs(C / L_p) ** constants.m_1
    N = ((constants.c_1 + constants.c_2 * Y_p) / (constants.c_3 * Y_p + 1)) ** constants.m_2
    return N


def pq_encode(nits):
    return eotf_inverse_ST2084(nits)
