# slip: first-level-as-the-unit
def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for i, s in enumerate(sigmas):
        a = eps * (s / sigmas[0]) ** 2
        for j in range(steps):
            x = x + a / 2 * score(x, s) + a**0.5 * noise[i, j]
    return x
