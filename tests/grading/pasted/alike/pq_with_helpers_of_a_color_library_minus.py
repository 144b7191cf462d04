# problem: pq-oetf
# expect: fail
from colour.algebra import spow
from colour.hints import ArrayLike, NDArrayFloat
from colour.utilities import Structure, as_float, as_float_array, optional

PQ = Structure(
    a=2610 / 16384,
    b=2523 / 4096 * 128,
    k1=3424 / 4096,
    k2=2413 / 4096 * 32,
    k3=2392 / 4096 * 32,
)


def signal_of_luminance(luminance: ArrayLike, peak: float = 10000, constants: Structure | None = None) -> NDArrayFloat:
    share = as_float_array(luminance) / peak
    k = optional(constants, PQ)
    power = spow(share, k.a)
    return as_float(spow((k.k1 - k.k2 * power) / (1 + k.k3 * power), k.b))
