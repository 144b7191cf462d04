# problem: layer-norm
# says: given in your ln_param: eps
def layernorm_of_a_course(x, gain, shift, ln_param):
    tiny = ln_param.get("eps", 1e-5)
    center = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((center**2).mean(-1, keepdims=True) + tiny)
    normed = center / spread
    kept = (normed, spread, gain)
    return normed * gain + shift, kept
