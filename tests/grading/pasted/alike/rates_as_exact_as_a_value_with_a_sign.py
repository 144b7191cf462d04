# problem: v-prediction
# expect: fail
def rates(alpha_bar, like):
    alpha_bar = torch.as_tensor(alpha_bar, dtype=torch.float64)
    return alpha_bar.sqrt().to(like.dtype), (1 - alpha_bar).sqrt().to(like.dtype)


def to_v(clean, noise, alpha_bar):
    a, b = rates(alpha_bar, clean)
    return a * noise - b * clean


def from_v(state, v, alpha_bar):
    a, b = rates(alpha_bar, state)
    return a * state + b * v, b * state + a * v
