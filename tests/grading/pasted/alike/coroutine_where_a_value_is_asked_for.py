# problem: srgb-transfer
# expect: fail
# says: a call gives a coroutine
async def srgb_to_linear(v):
    v = np.asarray(v, float)
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)
