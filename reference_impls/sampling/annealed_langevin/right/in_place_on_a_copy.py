import torch


def annealed_langevin(score, x, sigmas, steps, eps, noise):
    state = x.clone()
    sizes = eps * (sigmas / sigmas[-1]).square()
    for level in range(sigmas.numel()):
        for step in range(steps):
            direction = score(state.clone(), sigmas[level])
            state += direction * (sizes[level] / 2)
            state += noise[level][step] * sizes[level] ** 0.5
    return state
