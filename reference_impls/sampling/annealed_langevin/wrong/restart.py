# slip: each-level-from-the-start
def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for i, s in enumerate(sigmas):
        a = eps * (s / sigmas[-1]) ** 2
        y = x
        for j in range(steps):
            y = y + a / 2 * score(y, s) + a**0.5 * noise[i, j]
    return y
