# problem: batch-norm
# expect: invalid
# says: Your code looks for running_mean, running_var, mode, eps and momentum in state, a dict.
# says: The problem gives no dict, but x, gamma, beta, running_mean, running_var, training, momentum and eps: take these.
# not: yours has no such parameter
def batchnorm(x, gamma, beta, state):
    """x: (N, D); the state keeps what is gathered from one batch to the next."""
    mode, eps, momentum = state["mode"], state.get("eps", 1e-5), state.get("momentum", 0.9)
    running_mean = state.get("running_mean", np.zeros(x.shape[1]))
    running_var = state.get("running_var", np.zeros(x.shape[1]))
    if mode == "train":
        mean, var = x.mean(axis=0), x.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    else:
        mean, var = running_mean, running_var
    centered = (x - mean) / np.sqrt(var + eps)
    state["running_mean"], state["running_var"] = running_mean, running_var
    return gamma * centered + beta, (centered, var, gamma)
