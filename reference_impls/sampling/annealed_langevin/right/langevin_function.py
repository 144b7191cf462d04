def langevin(grad, x, size, shocks):
    for shock in shocks:
        x = x + size / 2 * grad(x) + size**0.5 * shock
    return x


def annealed_langevin(score, x, sigmas, steps, eps, noise):
    last = float(sigmas[len(sigmas) - 1])
    for sigma, shocks in zip(sigmas, noise):
        s = float(sigma)
        x = langevin(lambda u: score(u, sigma), x, eps * s * s / (last * last), shocks[:steps])
    return x
